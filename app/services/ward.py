"""Laptops that may be lost: they hold what was begun on them and the last days, and no more.

What the trust's list of devices calls a ward laptop does both by itself with each exchange: what
was begun and left goes to the overseas team, sealed, to be completed; what is finished leaves the
laptop once finance's side has it. Neither changes anything for anybody else.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from app.core.ports import stamp
from app.services import registration
from app.services.desk import Desk, User
from app.services.enrolling import own_device
from app.spool.roster import Duty
from app.store import letting_go, registrations, shutting, users


def is_ward(desk: Desk) -> bool:
    """Whether this machine is a laptop that may be lost."""
    own = own_device(desk)
    return own is not None and Duty.WARD in own.duties


def hand_over_drafts(desk: Desk, *, left_for: timedelta | None) -> int:
    """Finish what was begun and left for so long, as one that could not be asked; None: all.

    It goes sealed like any other registration, and stands in the officers' queue to be completed.
    Returns how many there were.
    """
    before = None if left_for is None else stamp(desk.clock.now() - left_for)
    (reason,) = desk.terms.left_unfinished
    left = registrations.left_since(desk.db, before)
    for one in left:
        with desk.db.atomic(), _as_who_began(desk, one.opened_by):
            registration.leave_unfinished(desk, one.registration_id, reason)
            desk.audit("draft_handed_over", one.registration_id)
    return len(left)


def let_go(desk: Desk) -> int:
    """Let go of what is finished, was taken, and has had its time; returns how many went."""
    (at_once,) = desk.terms.left_unfinished
    since = desk.clock.now() - desk.retention.ward.hold
    before = stamp(since)
    shutting.drop_copies(desk.db.path.parent, since.timestamp())
    with desk.db.atomic():
        gone = letting_go.let_go(desk.db, before=before, at_once=at_once, at=desk.moment)
        if gone:
            desk.audit("let_go", desk.device, {"registrations": gone})
    if gone and not desk.db.in_transaction:
        desk.db.checkpoint()  # so that no page lives on in the write-ahead log
    return gone


@contextmanager
def _as_who_began(desk: Desk, user_id: str) -> Iterator[None]:
    """What is kept of a draft is theirs: nobody else asked, and nobody need be signed in."""
    before, opened = desk.user, set(desk.opened_in_emergency)
    found = users.get(desk.db, user_id)
    desk.seat(User(found.user_id, found.name, found.display_name, found.roles))
    try:
        yield
    finally:
        desk.seat(before)
        desk.opened_in_emergency |= opened
