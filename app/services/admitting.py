"""The administrator's desk: founding a trust, letting machines in, taking them off, changing keys.

Works with the trust's key file and the list of devices, with no store: on any computer. What was
made is written down by the caller before the edition that needs it can be read by anybody, and
each edition is put on the share under its number, where none is ever replaced.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.core.errors import BadInput, Known
from app.core.wording import Phrase, listed
from app.services import trust_keys
from app.services.trust_keys import TrustKeys
from app.spool.device_request import Request, read_request
from app.spool.keys import spoken
from app.spool.listing import newest_list, publish, trusts_on
from app.spool.roster import Device, Duty, Roster, read_roster
from app.spool.share import Share
from app.store.crypto import STANDARD, Cost, new_recovery_key

DESKS = (Duty.DESK, Duty.WARD, Duty.OFFICER)


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the list: as read, as signed, and its name on the share, if it is there."""

    roster: Roster
    file: bytes
    published: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Founded:
    """A trust's key file, its first list, and the recovery key to print; nothing is kept here."""

    keys: bytes
    edition: Edition
    recovery_key: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Office:
    """Where lists are made: the keys, unlocked, and where the newest edition is to be found."""

    own: TrustKeys
    share: Share | None = None
    kept: bytes | None = None  # an edition at hand

    def newest(self) -> Edition:
        """The newest edition known here or on the share.

        Raises BadInput `no_list` or Known `no_roster` where there is none, and ShareFault.
        """
        if self.share is None and self.kept is None:
            raise BadInput(
                "no_list", "Say where the list of devices is: on a share, or in a file.", "roster"
            )
        root = self.own.root.public.verify
        there = None if self.share is None else newest_list(self.share, self.own.trust, root=root)
        known = [read_roster(one) for one in (there, self.kept) if one is not None]
        files = [one for one in (there, self.kept) if one is not None]
        if not files:
            raise _no_list()
        newest = max(range(len(files)), key=lambda at: known[at].number)
        return Edition(known[newest], files[newest])

    def let_in(self, asked: bytes, duties: frozenset[Duty], at: str) -> Edition:
        """The next edition, with the machine of that request; raises Known or BadInput."""
        file = trust_keys.grant(self.own, self.newest().file, asked, duties, at)
        return self._publish(file)

    def revoke(self, code: str, because: str, at: str) -> Edition:
        """The next edition, with a machine taken off; raises Known or BadInput."""
        file = trust_keys.revoke(self.own, self.newest().file, code, because, at)
        return self._publish(file)

    def let_hub_in(
        self,
        *,
        code: str,
        name: str,
        passphrase: str,
        at: str,
        keep: Callable[[bytes], object],
        cost: Cost = STANDARD,
    ) -> Edition:
        """The next edition, with finance's side; its key file goes to `keep` first."""
        keys, file = trust_keys.let_hub_in(
            self.own,
            self.newest().file,
            code=code,
            name=name,
            passphrase=passphrase,
            at=at,
            cost=cost,
        )
        keep(keys)
        return self._publish(file)

    def rotate(
        self,
        *,
        passphrase: str,
        at: str,
        keep: Callable[[bytes, str], object],
        cost: Cost = STANDARD,
    ) -> Edition:
        """A new opening key; the new key file and its recovery key go to `keep` first.

        What was sealed to the older keys stays readable with the new file. Hubs have to be let in
        again: `hubs_of` tells which.
        """
        recovery_key = new_recovery_key()
        keys, file = trust_keys.rotate(
            self.own,
            self.newest().file,
            passphrase=passphrase,
            recovery_key=recovery_key,
            at=at,
            cost=cost,
        )
        keep(keys, recovery_key)
        return self._publish(file)

    def _publish(self, file: bytes) -> Edition:
        name = "" if self.share is None else publish(self.share, file)
        return Edition(read_roster(file), file, name)


def found(
    trust: str,
    *,
    passphrase: str,
    recovery_key: str,
    at: str,
    share: Share | None = None,
    cost: Cost = STANDARD,
) -> Founded:
    """The keys of a trust that has none, and its first list, which names no machine yet.

    It is not put on a share: the key file has to be safe first. Raises BadInput `weak_passphrase`
    or `bad_code`, Known `trust_founded` where the share has a list of this trust, or ShareFault.
    """
    if not (3 <= len(trust) <= 5 and trust.isascii() and trust.isalnum() and trust.isupper()):
        raise BadInput("bad_code", "Enter the trust’s ODS code, such as R1H.", "trust")
    if share is not None and newest_list(share, trust) is not None:
        raise Known(
            "trust_founded",
            Phrase(
                "A list of {trust}’s devices lies on the share already: a trust is founded once. "
                "Ask whoever holds its key file to let this machine in.",
                trust=trust,
            ),
            "share",
        )
    keys, file = trust_keys.new_trust(
        trust, passphrase=passphrase, recovery_key=recovery_key, at=at, cost=cost
    )
    return Founded(keys, Edition(read_roster(file), file), recovery_key)


def listed_on(share: Share, trust: str | None = None) -> Roster:
    """The newest list on a share, whoever signed it, for who only wants to read it.

    Raises BadInput `which_trust` where the share has lists of several, Known `no_roster` or
    ShareFault.
    """
    there = (trust,) if trust else trusts_on(share)
    if len(there) > 1:
        raise BadInput(
            "which_trust",
            Phrase("Lists of {names} lie there. Say which trust.", names=listed(there)),
            "trust",
        )
    file = newest_list(share, there[0]) if there else None
    if file is None:
        raise _no_list()
    return read_roster(file)


def _no_list() -> Known:
    return Known(
        "no_roster",
        "No list of this trust’s devices lies on the share. Name the newest edition you have, "
        "or look whether this is the right share.",
        "share",
    )


def read_asked(asked: bytes, fingerprint: str = "") -> Request:
    """A machine's request; with a fingerprint it has to be of those keys.

    Raises Known `bad_request`, or BadInput `other_fingerprint`.
    """
    request = read_request(asked)
    require_fingerprint(request.keys.verify, fingerprint, "fingerprint")
    return request


def require_fingerprint(public_key: bytes, said: str, field: str) -> None:
    """Raise BadInput `other_fingerprint` where what was read out is not this key's name.

    Spaces and capitals do not matter; an empty text asks for nothing.
    """
    wanted = "".join(said.split()).casefold()
    if wanted and wanted != "".join(spoken(public_key).split()):
        raise BadInput(
            "other_fingerprint",
            "The fingerprint is another one. Compare both once more, and take nothing in until "
            "they agree.",
            field,
        )


def replaced_by(roster: Roster, request: Request) -> Device | None:
    """The machine at work whose place the request would take: one whose keys are renewed."""
    before = roster.device(request.code)
    return None if before is None or before.is_revoked else before


def hubs_of(roster: Roster) -> tuple[str, ...]:
    """The codes of the hubs at work."""
    return tuple(one.code for one in roster.at_work(Duty.HUB))
