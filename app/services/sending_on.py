"""Envelopes go on being sent while nobody is signed in and the store is open: at the sign-in page.

What was finished was finished by somebody who might; sealing it and carrying it to the share shows
nothing to whoever stands at the desk, and needs no rights of theirs. What others sent is taken in
once somebody is signed in again: that changes what people see, and tells of it.
"""

from __future__ import annotations

from app.core.trust import Mode
from app.services import dispatching
from app.services.desk import Desk
from app.services.dispatching import ToSend
from app.services.enrolling import own_device
from app.store import travelling


def seal_what_is_finished(desk: Desk) -> None:
    """Seal what was finished last, where this machine has joined its trust and may still send."""
    if may_send(desk):
        dispatching.seal_all(desk)


def next_to_send(desk: Desk) -> ToSend | None:
    """The oldest envelope that the share has not been seen to hold; None where none is to go."""
    if not may_send(desk):
        return None
    waiting = travelling.unsent(desk.db)
    return dispatching.envelope_of(desk, waiting[0]) if waiting else None


def may_send(desk: Desk) -> bool:
    """Whether this machine belongs to a trust with a share, as far as it knows."""
    if desk.mode is Mode.DEMO or not desk.trust.share:
        return False
    return own_device(desk) is not None
