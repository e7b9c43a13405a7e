"""What the processes of removal_kill.py do, each repeatable after any death."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from app.core.errors import NotFound
from app.machine import FixedClock
from app.opening import open_desk
from app.services import retention
from app.services.signin import act_as
from tests.proof.travel_steps import meet
from tests.services.work import SECOND_ADMIN

__all__ = ["meet", "remove"]


def remove(folder: str, share: str, user: str, now: str) -> None:
    """The second administrator's word on the list that waits, and an exchange that tells of it."""
    _approve(folder, now)
    meet(folder, share, user, now)


def _approve(folder: str, now: str) -> None:
    desk = open_desk(Path(folder), clock=FixedClock(datetime.fromisoformat(now)))
    act_as(desk, SECOND_ADMIN)
    try:
        retention.approve_removal(desk, 1)
    except NotFound:  # it was said before the death
        pass
    finally:
        desk.db.close()
