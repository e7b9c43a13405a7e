"""How a machine joins its trust: it asks with its own keys, and believes one list of devices."""

from __future__ import annotations

from app.access.roles import Act
from app.core.errors import BadInput, Known
from app.core.wording import Phrase
from app.services.desk import Desk, service
from app.spool import keys
from app.spool.device_request import Request
from app.spool.keys import PrivateKeys
from app.spool.reach import may_take_away
from app.spool.roster import Device, Roster, read_roster
from app.store import enrolled


@service(Act.ADMINISTER)
def request(desk: Desk, name: str) -> bytes:
    """The request file of this machine, to be carried to the administrator.

    Makes its keys where it has none. Raises BadInput where the machine has no name.
    """
    named = name.strip()
    if not named or len(named) > 80:
        raise BadInput("no_name", "Name this machine, such as Ward 7 laptop.", "name")
    with desk.db.atomic():
        if not enrolled.keys(desk.db):
            _add_keys(desk)
        desk.audit("asked_to_join", desk.device, {"name": named})
    own = own_keys(desk)[0]
    asked = Request(desk.trust.provider_code, desk.device, named, own.public)
    return asked.to_bytes(own)


@service(Act.ADMINISTER)
def renew_keys(desk: Desk, name: str) -> bytes:
    """New keys for this machine, and the request to be known by them; the old ones still open."""
    with desk.db.atomic():
        _add_keys(desk)
        desk.audit("keys_renewed", desk.device)
    return request(desk, name)


@service(Act.ADMINISTER)
def join(desk: Desk, grant: bytes) -> Roster:
    """Believe this trust's list of devices from now on, once; later editions must follow it.

    Raises Known `bad_roster`, or BadInput where the list is of another trust, does not name this
    machine, or is older than the one known.
    """
    roster = read_roster(grant)
    known = roster_of(desk)
    if roster.trust != desk.trust.provider_code:
        raise BadInput(
            "other_trust",
            Phrase(
                "That list is of {trust}; this machine is of {here}.",
                trust=roster.trust,
                here=desk.trust.provider_code,
            ),
            "grant",
        )
    if known is not None and roster.root != known.root:
        raise BadInput(
            "other_root",
            "That list was signed with other keys than the one this machine believes. "
            "Ask the administrator which is right.",
            "grant",
        )
    if _own_entry(desk, roster) is None:
        raise BadInput(
            "not_named",
            "That list does not name this machine with its present keys. "
            "Make a new request and have it granted.",
            "grant",
        )
    keep_roster(desk, roster, grant)
    return roster


@service(Act.ADMINISTER)
def hear(desk: Desk, file: bytes) -> bool:
    """Believe a later edition at once that was made here; False where it is no such edition.

    Raises Known `bad_roster`.
    """
    return roster_of(desk) is not None and keep_roster(desk, read_roster(file), file)


def keep_roster(desk: Desk, roster: Roster, file: bytes) -> bool:
    """Keep a later edition of the list believed; False for one that is not later."""
    known = roster_of(desk)
    if known is not None and not roster.follows(known):
        return False
    with desk.db.atomic():
        enrolled.add_roster(desk.db, roster.number, file, desk.moment)
        desk.audit("devices_listed", str(roster.number), {"devices": len(roster.devices)})
    return True


def roster_of(desk: Desk) -> Roster | None:
    """The list of devices this machine believes; None where it has joined none."""
    file = enrolled.roster(desk.db)
    return None if file is None else read_roster(file)


def own_keys(desk: Desk) -> tuple[PrivateKeys, ...]:
    """This machine's keys, the newest first."""
    return tuple(PrivateKeys(sign, opening) for sign, opening in enrolled.keys(desk.db))


def own_device(desk: Desk) -> Device | None:
    """This machine on its list, as its newest keys; None where it is not there or was revoked."""
    standing = last_standing(desk)
    return None if standing is None or standing[1].is_revoked else standing[1]


def is_revoked(desk: Desk) -> bool:
    """Whether the administrator took this machine off the list."""
    standing = last_standing(desk)
    return standing is not None and not standing[1].may_have_signed


def last_standing(desk: Desk) -> tuple[Roster, Device, PrivateKeys] | None:
    """The list, this machine as it stands or stood on it, and its keys; None where it never did."""
    roster = roster_of(desk)
    entry = None if roster is None else _own_entry(desk, roster)
    return None if roster is None or entry is None else (roster, *entry)


def require_joined(desk: Desk) -> tuple[Roster, Device, PrivateKeys]:
    """The list, this machine on it, and its keys; raises Known `not_joined`."""
    standing = last_standing(desk)
    if standing is None or standing[1].is_revoked:
        raise Known(
            "not_joined",
            "This machine has not joined its trust’s list of devices. Everything is safe here; "
            "ask the administrator to let it in, then it goes.",
            "share",
        )
    return standing


def keys_as_officer(desk: Desk, roster: Roster) -> PrivateKeys | None:
    """Keys this machine had while it saw every case, where what they signed still counts."""
    own = {one.public: one for one in own_keys(desk)}
    for entry in roster.of_code(desk.device):
        if entry.keys in own and entry.may_have_signed and may_take_away(entry):
            return own[entry.keys]
    return None


def _own_entry(desk: Desk, roster: Roster) -> tuple[Device, PrivateKeys] | None:
    own = {one.public: one for one in own_keys(desk)}
    entry = next((one for one in roster.of_code(desk.device) if one.keys in own), None)
    return None if entry is None else (entry, own[entry.keys])


def _add_keys(desk: Desk) -> None:
    made = keys.new_keys()
    enrolled.add_keys(desk.db, sign=made.sign, opening=made.open, at=desk.moment)
