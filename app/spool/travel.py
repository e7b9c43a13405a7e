"""What has come: the envelopes on the share, chain by chain, each looked at before it is believed.

Each actor (the life of one machine's store) numbers its envelopes from 1, and each carries the hash
of the one before. What is wrong is put aside with a code and blocks nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

from app.core.errors import Known
from app.core.trust import Mode
from app.spool.keys import PrivateKeys
from app.spool.reach import may_send
from app.spool.roster import LARGEST_ROSTER, Device, Roster, read_roster
from app.spool.sealed import (
    FIRST,
    LARGEST_FILE,
    Envelope,
    Fault,
    Heading,
    Refused,
    read,
)
from app.spool.share import Share
from app.spool.travel_names import EnvelopeName, own_prefix, read_name, roster_number

JUDGE_AGAIN = ""  # in place of the hash of a file put aside: no file has it
ARMFUL = 16 * 1024 * 1024  # bytes of content taken along at once


@dataclass(frozen=True, slots=True)
class Link:
    """Where a chain stands: the number last taken, the hash of its file, and whose it is."""

    sequence: int = 0
    sha256: str = FIRST
    device: str = ""  # whose chain it is, once anything of it was taken


class Incoming(Protocol):
    """What a receiver remembers of what has come."""

    def link(self, actor: str) -> Link:
        """Where an actor's chain stands here."""

    def taken(self, actor: str) -> Mapping[int, str]:
        """The hash of every envelope of an actor that was taken, by its number."""

    def aside_as(self, name: str) -> str | None:
        """The hash of a file when it was put aside; None where it never was.

        JUDGE_AGAIN where somebody asked for it to be judged anew.
        """


@dataclass(frozen=True, slots=True)
class Arrived:
    """The next envelope of a chain, verified; `content` is None where it is for others."""

    name: EnvelopeName
    envelope: Envelope
    sender: Device
    content: bytes | None


@dataclass(frozen=True, slots=True)
class PutAside:
    """A file that is not believed, and why."""

    name: str
    sha256: str
    fault: Fault
    device: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A chain that goes on behind a gap: the number waited for, and how many wait behind it."""

    device: str
    actor: str
    wanted: int
    behind: int


Found = Arrived | PutAside | Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiver:
    """Who looks at the share: whose trust, with which keys, as which actor."""

    trust: str
    mode: Mode
    actor: str
    keys: Sequence[PrivateKeys]  # the newest first; older ones open what was sealed to them


def look(
    share: Share,
    receiver: Receiver,
    roster: Roster,
    book: Incoming,
    *,
    names: Iterable[str] | None = None,
    begin: int = 0,
) -> Iterator[Found]:
    """What has come, chain by chain and in order; what is wrong blocks nothing else.

    Many may look at once; each should `begin` at a number of its own, so that they begin with
    different chains and share the work.

    Each `Arrived` must be kept by the caller before the next is asked for: the next link rests on
    it. Raises ShareFault when the share goes away; what was kept stays kept.
    """
    listed = share.list() if names is None else names
    chains: dict[tuple[str, str], list[EnvelopeName]] = {}
    for name in filter(None, map(read_name, listed)):
        if name.actor != receiver.actor:
            chains.setdefault((name.device, name.actor), []).append(name)
    in_order = sorted(chains.items())
    first = begin % len(in_order) if in_order else 0
    for (device, actor), found in (*in_order[first:], *in_order[:first]):
        yield from _chain(
            share, receiver, roster, book, sorted(found, key=_by_sequence), device, actor
        )


def _chain(
    share: Share,
    receiver: Receiver,
    roster: Roster,
    book: Incoming,
    names: Sequence[EnvelopeName],
    device: str,
    actor: str,
) -> Iterator[Found]:
    waiting: list[EnvelopeName] = []
    taken = book.taken(actor)
    for name in names:
        link = book.link(actor)
        aside = book.aside_as(name.text)
        if aside == JUDGE_AGAIN and name.sequence <= link.sequence:
            before = taken.get(name.sequence, "")
            found = _judge(share, receiver, roster, link, name, aside=aside, passed=before)
            if found is not None:
                yield found
            continue
        if name.sequence == link.sequence and link.sha256.startswith(name.hash_part):
            continue
        # What was taken stays on the share for those who have not been there.
        if taken.get(name.sequence, "-").startswith(name.hash_part):
            continue
        # A file that was put aside is looked at again where its chain waits for that number: an
        # honest server may have put the whole one back under its name.
        if aside not in (None, JUDGE_AGAIN) and name.sequence != link.sequence + 1:
            continue
        if name.sequence > link.sequence + 1:
            waiting.append(name)
            continue
        found = _judge(share, receiver, roster, link, name, aside=aside)
        if found is not None:
            yield found
    link = book.link(actor)
    behind = [name for name in waiting if name.sequence > link.sequence + 1]
    if behind:
        yield Missing(device, actor, link.sequence + 1, len(behind))


def _judge(
    share: Share,
    receiver: Receiver,
    roster: Roster,
    link: Link,
    name: EnvelopeName,
    *,
    aside: str | None,
    passed: str = "",
) -> Arrived | PutAside | None:
    """One file; None where it has gone, or is still as it was put aside.

    `passed` is the hash of the file with which its chain went on, where it did.
    """
    data = share.read(name.text, LARGEST_FILE)
    if data is None or (aside is not None and sha256(data).hexdigest() == aside):
        return None
    try:
        envelope = read(data)
        if not name.fits(envelope):
            raise Refused(Fault.DAMAGED)
        sender = _sender(envelope, receiver, roster)
        if envelope.sha256 == passed:  # its place in the chain was looked at then
            return Arrived(name, envelope, sender, _opened(envelope, receiver))
        if envelope.heading.sequence <= link.sequence:
            raise Refused(Fault.REPLAYED)
        if envelope.heading.previous != link.sha256:
            raise Refused(Fault.FORKED)
        if link.device not in ("", envelope.heading.device):
            raise Refused(Fault.NOT_ENTITLED)  # another machine's chain is not to be gone on with
        return Arrived(name, envelope, sender, _opened(envelope, receiver))
    except Refused as wrong:
        return PutAside(name.text, sha256(data).hexdigest(), wrong.fault, name.device)


def _sender(envelope: Envelope, receiver: Receiver, roster: Roster) -> Device:
    heading = envelope.heading
    if heading.trust != receiver.trust:
        raise Refused(Fault.OTHER_TRUST)
    if heading.mode is not receiver.mode:
        raise Refused(Fault.OTHER_MODE)
    known = roster.of_code(heading.device)
    if not known:
        raise Refused(Fault.STRANGER)
    for device in known:
        try:
            envelope.verify(device.keys.verify)
        except Refused:
            continue
        if not device.may_have_signed:
            raise Refused(Fault.REVOKED)
        if not may_send(device, heading.content):
            raise Refused(Fault.NOT_ENTITLED)
        return device
    raise Refused(Fault.UNSIGNED)


def _opened(envelope: Envelope, receiver: Receiver) -> bytes | None:
    for keys in receiver.keys:
        if envelope.is_for(keys.public.seal):
            return envelope.open(keys)
    return None


def look_again(
    share: Share, receiver: Receiver, actor: str, link: Link
) -> tuple[Heading, bytes] | None:
    """What an envelope that was taken holds; None where no file of it is whole any more."""
    for name in filter(None, map(read_name, share.list(own_prefix(receiver.trust, link.device)))):
        if (name.actor, name.sequence) != (actor, link.sequence):
            continue
        data = share.read(name.text, LARGEST_FILE)
        if data is not None and sha256(data).hexdigest() == link.sha256:
            envelope = read(data)
            content = _opened(envelope, receiver)
            return None if content is None else (envelope.heading, content)
    return None


def _by_sequence(name: EnvelopeName) -> tuple[int, str]:
    return (name.sequence, name.text)


class Remembered:
    """What a receiver remembers, taken along to where its store is not, and kept up on the way."""

    def __init__(
        self,
        links: Mapping[str, Link],
        aside: Mapping[str, str],
        taken: Mapping[str, Mapping[int, str]],
    ) -> None:
        self._links = dict(links)
        self._aside = dict(aside)
        self._taken = taken

    def link(self, actor: str) -> Link:
        """Where an actor's chain stands."""
        return self._links.get(actor, Link())

    def taken(self, actor: str) -> Mapping[int, str]:
        """The hashes of an actor's envelopes that were taken before this look, by number."""
        return self._taken.get(actor, {})

    def aside_as(self, name: str) -> str | None:
        """The hash of a file when it was put aside."""
        return self._aside.get(name)

    def note(self, found: Found) -> None:
        """Go on behind what was found."""
        if isinstance(found, Arrived):
            heading = found.envelope.heading
            if heading.sequence <= self.link(heading.actor).sequence:
                return  # judged again: its chain has gone on
            self._links[heading.actor] = Link(
                heading.sequence, found.envelope.sha256, heading.device
            )
        elif isinstance(found, PutAside):
            self._aside[found.name] = found.sha256


@dataclass(frozen=True, slots=True)
class Gathered:
    """One armful of what has come; `more` where the share holds more than one takes at once."""

    found: tuple[Found, ...]
    rosters: tuple[bytes, ...]  # later editions of the list of devices, oldest first
    names: frozenset[str]  # every envelope that lies there
    more: bool


def gather(share: Share, receiver: Receiver, roster: Roster, book: Remembered) -> Gathered:
    """Read what has come, up to an armful; raises ShareFault."""
    names = share.list()
    numbers = sorted(
        number
        for number in (roster_number(name, receiver.trust) for name in names)
        if number is not None and number > roster.number
    )
    rosters = []
    for number in numbers:
        file = share.read(f"RECOUP_{receiver.trust}_ROSTER_{number:06d}.json", LARGEST_ROSTER)
        if file is not None:
            rosters.append(file)
            with suppress(Known):
                later = read_roster(file, root=roster.root)
                roster = later if later.follows(roster) else roster
    found: list[Found] = []
    size = 0
    for one in look(share, receiver, roster, book, names=names):
        book.note(one)
        found.append(one)
        size += len(one.content or b"") if isinstance(one, Arrived) else 0
        if size >= ARMFUL:
            return Gathered(tuple(found), tuple(rosters), frozenset(names), more=True)
    return Gathered(tuple(found), tuple(rosters), frozenset(names), more=False)
