"""PINs, and the shifts within which they open the desk."""

from __future__ import annotations

from dataclasses import dataclass

from app.store import crypto
from app.store.crypto import STANDARD, Cost
from app.store.database import Database

_PUT = """
    INSERT INTO pins (user_id, pin_hash, set_at) VALUES (?, ?, ?)
    ON CONFLICT (user_id) DO UPDATE SET pin_hash = excluded.pin_hash, set_at = excluded.set_at"""
_DROP = "DELETE FROM pins WHERE user_id = ?"
_HASH = "SELECT pin_hash FROM pins WHERE user_id = ?"
_BEGIN = """
    INSERT INTO shifts (user_id, began_at, wrong_pins) VALUES (?, ?, 0)
    ON CONFLICT (user_id) DO UPDATE SET began_at = excluded.began_at, wrong_pins = 0"""
_END = "DELETE FROM shifts WHERE user_id = ?"
_COUNT = "UPDATE shifts SET wrong_pins = :wrong WHERE user_id = :user_id"
_SHIFTS = """
    SELECT s.user_id, u.name, u.display_name, s.began_at, s.wrong_pins FROM shifts s
    JOIN pins p ON p.user_id = s.user_id JOIN users u ON u.user_id = s.user_id
    WHERE u.active AND s.began_at BETWEEN :since AND :now ORDER BY s.began_at DESC, u.name"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """Somebody whose password began a shift here, and who has a PIN."""

    user_id: str
    name: str
    display_name: str
    began_at: str
    wrong_pins: int


def put(db: Database, user_id: str, pin: str, *, at: str, cost: Cost = STANDARD) -> None:
    """Keep a PIN's hash in place of the one before; the caller owns the transaction."""
    db.execute(_PUT, (user_id, crypto.hash_password(pin, cost=cost), at))


def drop(db: Database, user_id: str) -> None:
    """Let a PIN go."""
    db.execute(_DROP, (user_id,))


def has(db: Database, user_id: str) -> bool:
    """Whether a person has a PIN."""
    return db.scalar(_HASH, (user_id,)) is not None


def matches(db: Database, user_id: str, pin: str) -> bool:
    """Whether it is the person's PIN; nobody's takes as long."""
    return crypto.verify_password(pin, db.scalar(_HASH, (user_id,)) or crypto.nobodys_hash())


def begin_shift(db: Database, user_id: str, *, at: str) -> None:
    """A password was right: the PIN opens from now, and its wrong tries are forgotten."""
    db.execute(_BEGIN, (user_id, at))


def end_shift(db: Database, user_id: str) -> None:
    """The next time takes the password."""
    db.execute(_END, (user_id,))


def count_wrong(db: Database, user_id: str, wrong: int) -> None:
    """So many wrong tries of the PIN since the password."""
    db.execute(_COUNT, {"user_id": user_id, "wrong": wrong})


def shifts(db: Database, *, since: str, now: str) -> tuple[Shift, ...]:
    """Who has a PIN and began a shift between these moments, the latest first."""
    return tuple(Shift(**row) for row in db.rows(_SHIFTS, {"since": since, "now": now}))
