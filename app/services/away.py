"""Machines that must not be read any more: a laptop too long away, one taken off the list.

Before anything is shut, all that was begun or finished is sealed, and every envelope without a
receipt is put beside the database as a file: it can be sent, or opened with the trust's key,
without this machine.
"""

from __future__ import annotations

from pathlib import Path

from app.core.ports import read_stamp
from app.services import dispatching, ward
from app.services.desk import Desk
from app.services.enrolling import last_standing
from app.spool.putting import put
from app.spool.share import Share
from app.store import contact, key_file, sealed_files, shutting, travelling


def keep_to_time(desk: Desk) -> None:
    """Lock a ward laptop that has been away from the share too long.

    Raises Known `locked_away` once it is locked: its store is closed, and says so to everybody.
    """
    if not ward.is_ward(desk):
        return
    begin, seen = contact.time_away(desk.db, desk.moment)
    with desk.db.atomic():
        contact.note_seen(desk.db, seen)
    if not begin or read_stamp(seen) - read_stamp(begin) < desk.retention.ward.away:
        return
    folder = desk.db.path.parent
    if not shutting.may_be_put_away(folder):
        return
    ward.hand_over_drafts(desk, left_for=None)
    dispatching.seal_all(desk)
    _put_beside(desk, folder)
    with desk.db.atomic():
        desk.audit("locked_away", desk.device)
    shutting.put_away(desk.db)
    raise key_file.locked_away()


def obey_list(desk: Desk) -> None:
    """Wipe this machine where its trust has taken it off the list.

    Raises Known `wiped` once that is done: nothing of what it held can be read there.
    """
    standing = last_standing(desk)
    if standing is None or standing[1].may_have_signed:
        return
    roster, device, own = standing
    folder = desk.db.path.parent
    ward.hand_over_drafts(desk, left_for=None)
    dispatching.seal_for_trust(desk, roster, device, own)
    _put_beside(desk, folder)
    shutting.wipe(desk.db)
    raise key_file.wiped()


def clear_taken(desk: Desk) -> None:
    """Remove envelopes beside the database that a receipt has come for."""
    folder = desk.db.path.parent
    lying = sealed_files.names(folder)
    if lying:
        waiting = {one.name for one in travelling.untaken(desk.db)}
        for name in lying:
            if name not in waiting:
                sealed_files.remove(folder, name)


def send_sealed(folder: Path, share: Share) -> int:
    """Send the envelopes beside a locked store; its key is not needed. Returns how many lie there.

    Sending again changes nothing. Raises ShareFault.
    """
    if key_file.read(folder / key_file.KEY_FILE).is_wiped:
        raise key_file.wiped()  # nobody believes what it sends any more
    lying = sealed_files.names(folder)
    for name in lying:
        put(share, name, sealed_files.read(folder, name))
    return len(lying)


def take_back(desk: Desk) -> None:
    """Count the time away anew: an administrator has just opened the store again."""
    with desk.db.atomic():
        contact.count_from(desk.db, desk.moment)
        desk.audit("taken_back", desk.device)


def _put_beside(desk: Desk, folder: Path) -> None:
    waiting = travelling.untaken(desk.db)
    sealed_files.put(
        folder, ((one.name, travelling.file_of(desk.db, one.sequence) or b"") for one in waiting)
    )
