"""A person's own password and PIN, and the door that a PIN opens within a shift (section 3.2).

A shift begins at a desk with the password and lasts twelve hours. Within it the PIN lets the same
person back in after a lock, or in place of a colleague, at most five wrong tries long.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from app.access.credentials import check_password
from app.access.pins import MOST_PIN_TRIES, SHIFT_HOURS, check_pin, is_pin
from app.access.roles import Act
from app.core.errors import Known
from app.core.ports import stamp
from app.core.wording import Phrase
from app.services import away, signin
from app.services.desk import Desk, User, service
from app.store import pins, users
from app.store.pins import Shift

MOST_SHOWN = 5  # as many as have a key of their own on the lock screen


@dataclass(frozen=True, slots=True)
class OnShift:
    """Somebody whose PIN opens this desk now."""

    name: str
    display_name: str


@service(Act.KEEP_OWN)
def has_pin(desk: Desk) -> bool:
    """Whether the person has a PIN of their own."""
    return pins.has(desk.db, desk.person.user_id)


@service(Act.KEEP_OWN)
def set_pin(desk: Desk, pin: str, *, password: str) -> None:
    """Choose a PIN; the password shows that it is oneself. Raises BadInput, Known."""
    check_pin(pin)
    _require_password(desk, password)
    person = desk.person.user_id
    with desk.db.atomic():
        pins.put(desk.db, person, pin, at=desk.moment, cost=desk.password_cost)
        pins.begin_shift(desk.db, person, at=desk.moment)
        desk.audit("pin_set", person)


@service(Act.KEEP_OWN)
def drop_pin(desk: Desk) -> None:
    """Have no PIN any more: the password alone lets one in."""
    with desk.db.atomic():
        pins.drop(desk.db, desk.person.user_id)
        desk.audit("pin_dropped", desk.person.user_id)


@service(Act.KEEP_OWN)
def end_shift(desk: Desk) -> None:
    """Leave for the day: the next time takes the password."""
    with desk.db.atomic():
        pins.end_shift(desk.db, desk.person.user_id)
        desk.audit("shift_ended", desk.person.user_id)


@service(Act.KEEP_OWN)
def change_password(desk: Desk, *, old: str, new: str) -> None:
    """Another password for oneself. Raises Known `wrong_password`, BadInput `weak_password`."""
    check_password(new, desk.denied_passwords)
    _require_password(desk, old)
    with desk.db.atomic():
        users.set_password(desk.db, desk.person.user_id, new, cost=desk.password_cost)
        desk.audit("password_changed", desk.person.user_id)


def on_shift(desk: Desk) -> tuple[OnShift, ...]:
    """Whose PIN opens this desk now, the latest first; no secret is shown."""
    return tuple(OnShift(one.name, one.display_name) for one in _open_shifts(desk)[:MOST_SHOWN])


def let_in(desk: Desk, name: str, secret: str) -> User:
    """Take the seat by password, or by PIN within a shift; raises Known.

    Six digits are never a password, so it is plain which of the two was typed. A ward laptop that
    was left open and has been away from the share too long locks instead (`locked_away`).
    """
    away.keep_to_time(desk)
    return _by_pin(desk, name, secret) if is_pin(secret) else signin.sign_in(desk, name, secret)


def _by_pin(desk: Desk, name: str, pin: str) -> User:
    shift = next(
        (one for one in _open_shifts(desk) if one.name.casefold() == name.casefold()), None
    )
    desk.seat(None)
    if shift is None:
        raise Known(
            "no_shift", "A PIN opens this desk only within your shift. Type your password.", "pin"
        )
    row = users.get(desk.db, shift.user_id)
    right = pins.matches(desk.db, shift.user_id, pin)
    with desk.db.atomic():
        pins.count_wrong(desk.db, shift.user_id, 0 if right else shift.wrong_pins + 1)
        if right:
            desk.seat(User(row.user_id, row.name, row.display_name, row.roles))
            desk.audit("unlocked_by_pin", row.user_id)
        else:
            desk.audit("pin_refused", row.user_id)
    if not right:
        left = MOST_PIN_TRIES - shift.wrong_pins - 1
        raise Known("wrong_pin", _wrong(left), "pin")
    return desk.person


def _wrong(left: int) -> Phrase:
    if left <= 0:
        return Phrase("There were {count} wrong PINs. Type your password.", count=MOST_PIN_TRIES)
    if left == 1:
        return Phrase("That is not your PIN. 1 try is left, then your password.")
    return Phrase("That is not your PIN. {count} tries are left, then your password.", count=left)


def _open_shifts(desk: Desk) -> tuple[Shift, ...]:
    now = desk.clock.now()
    found = pins.shifts(desk.db, since=stamp(now - timedelta(hours=SHIFT_HOURS)), now=stamp(now))
    return tuple(one for one in found if one.wrong_pins < MOST_PIN_TRIES)


def _require_password(desk: Desk, password: str) -> None:
    """The password of whoever sits here, a wrong try counted as at the door."""
    with desk.db.atomic():
        row = users.try_password(desk.db, desk.person.name, password, desk.clock.now())
        if row is None:
            desk.audit("sign_in_refused", "")
    if row is None:
        raise Known("wrong_password", "That is not your password. Type it again.", "password")
