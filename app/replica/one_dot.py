"""Two contents under one dot: which is the record's own, and whether somebody altered it.

A record has one content: what its writer's device sealed and signed. Whoever hands it on to a
machine that joined later could alter it. So each machine remembers who told it a record, and
believes the writer before anybody else. Where a record's time is over its content goes, and the
hash of it stays: what comes later under the same dot can still be told from it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum, StrEnum
from hashlib import sha256
from typing import TypeAlias

from app.replica.bringing_back import CARRIED, carried_by, is_hollow, without
from app.replica.record import Dot, Record


class Origin(IntEnum):
    """Who told a record, the most believed last."""

    HEARD = 0  # an officers' machine that handed it on
    SERVED = 1  # whose part it is to hand on: finance's side, or the officers' machine let in first
    WRITER = 2  # the device that wrote it


class Ruling(StrEnum):
    """What becomes of a content that came under a dot that is here already."""

    SAME = "same"  # it says nothing else
    MORE = "more"  # it is taken: here was less of the same
    FALSE_HERE = "false_here"  # it is taken: what was here is another content
    FALSE_CAME = "false_came"  # it is not taken: it is another content than what is here


Envelope: TypeAlias = tuple[str, int]  # the actor whose chain it is in, and its number there
Brought: TypeAlias = tuple[Record, bytes]


@dataclass(frozen=True, slots=True)
class Kept:
    """A record that is here: who told it, in which envelope where it was not its writer.

    `was` are the hashes it is known by since some of it was let go of.
    """

    record: Record
    origin: Origin = Origin.WRITER
    brought_in: Envelope = ("", 0)
    was: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two contents under one dot, and the envelope with the one that is not believed."""

    dot: Dot
    false_in: Envelope


@dataclass(slots=True)
class Settled:
    """What becomes of records that came in one envelope."""

    fresh: list[Brought] = field(default_factory=list)  # whose dots nothing has here
    instead: list[Brought] = field(default_factory=list)  # to be kept in place of what is here
    confirmed: list[Dot] = field(default_factory=list)  # told again, by whoever is believed more
    contradicted: list[Contradiction] = field(default_factory=list)
    to_mend: list[Record] = field(default_factory=list)  # here whole, and brought back falsely


def dots_claimed(records: Sequence[Brought]) -> frozenset[Dot]:
    """The dots of records, and of those that they bring back."""
    claimed = {one.dot for one, _ in records}
    for one, _ in records:
        if CARRIED in one.rows:
            claimed.update(carried.dot for carried in carried_by(one))
    return frozenset(claimed)


def settle(
    records: Sequence[Brought],
    here: Mapping[Dot, Kept],
    *,
    origin: Origin,
    envelope: Envelope,
    out: Collection[str],
    own: str = "",
) -> Settled:
    """Compare what came with what is here, of all `dots_claimed`; `own` is this machine's actor.

    `out` are the tables whose rows another table's take out, as the pages of a copy.
    """
    settled = Settled()
    known = dict(here)
    for record, body in records:
        kept = known.get(record.dot)
        # In one envelope nothing is said anew: what it says first of a record stands.
        known[record.dot] = Kept(record if kept is None else kept.record, brought_in=envelope)
        if kept is None:
            if record.actor == own:  # nobody else tells a machine what it wrote itself
                settled.contradicted.append(Contradiction(record.dot, envelope))
            else:
                settled.fresh.append((record, body))
            continue
        ruling = rule(kept, record, origin, out=out)
        if ruling in (Ruling.MORE, Ruling.FALSE_HERE):
            settled.instead.append((record, body))
            known[record.dot] = Kept(record, brought_in=envelope)
        elif ruling is Ruling.SAME and origin > kept.origin and _is_whole(record, kept):
            settled.confirmed.append(record.dot)
        if ruling in (Ruling.FALSE_HERE, Ruling.FALSE_CAME):
            false_in = envelope if ruling is Ruling.FALSE_CAME else kept.brought_in
            settled.contradicted.append(Contradiction(record.dot, false_in))
    for record, _ in records:
        if CARRIED in record.rows:
            _settle_carried(settled, record, known, envelope, out)
    return settled


def _settle_carried(
    settled: Settled,
    record: Record,
    known: Mapping[Dot, Kept],
    envelope: Envelope,
    out: Collection[str],
) -> None:
    for one in carried_by(record):
        kept = known.get(one.dot)
        if kept and rule(kept, one, Origin.HEARD, out=out) is Ruling.FALSE_CAME:
            settled.contradicted.append(Contradiction(one.dot, envelope))
            if not is_hollow(kept.record):
                settled.to_mend.append(kept.record)


def _is_whole(came: Record, kept: Kept) -> bool:
    return came == kept.record or not is_hollow(came)


def rule(kept: Kept, came: Record, origin: Origin, *, out: Collection[str]) -> Ruling:
    """What becomes of a content under a dot that is here already.

    `out` are the tables whose rows another table's take out, as the pages of a copy.
    """
    here = kept.record
    believed = origin > kept.origin or origin is kept.origin is Origin.SERVED
    if came == here or is_what_was(came, kept.was, out=out):
        return Ruling.SAME
    if came in _lessened(here, out):
        # Whoever hands records on may have let go of some. Their writer seals them as they are.
        by_writer = believed and origin is Origin.WRITER
        return Ruling.FALSE_HERE if by_writer else Ruling.SAME
    if not kept.was and here in _lessened(came, out):
        return Ruling.MORE if believed else Ruling.SAME
    return Ruling.FALSE_HERE if believed else Ruling.FALSE_CAME


def hashes(record: Record, *, out: Collection[str]) -> frozenset[str]:
    """What a record is known by once some of it, or all, is let go of."""
    whole = (record, *_lessened(record, out))
    return frozenset(sha256(one.to_bytes()).hexdigest() for one in whole if not is_hollow(one))


def is_what_was(record: Record, was: Collection[str], *, out: Collection[str]) -> bool:
    """Whether a record is one of those hashes, or some of it is."""
    return bool(was) and (is_hollow(record) or not hashes(record, out=out).isdisjoint(was))


def _lessened(record: Record, out: Collection[str]) -> Iterator[Record]:
    """What may be left of a record once some of it was let go of (`fold.outlived`)."""
    yield replace(record, rows={}, cells={})
    kept = {table: rows for table, rows in record.rows.items() if table not in out}
    if len(kept) < len(record.rows):
        yield replace(record, rows=kept)
    if CARRIED in record.rows:
        yield without(record, out)
