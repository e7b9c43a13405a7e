"""The keys of this machine and the list of devices it believes."""

from __future__ import annotations

from app.store.database import Database

_ADD_KEYS = "INSERT INTO own_keys (sign, open, made_at) VALUES (?, ?, ?)"
_KEYS = "SELECT sign, open FROM own_keys ORDER BY key_no DESC"
_ADD_ROSTER = "INSERT OR IGNORE INTO rosters (number, body, accepted_at) VALUES (?, ?, ?)"
_ROSTER = "SELECT body FROM rosters ORDER BY number DESC LIMIT 1"


def add_keys(db: Database, *, sign: bytes, opening: bytes, at: str) -> None:
    """Keep new keys; older ones stay, to open what was sealed to them."""
    db.execute(_ADD_KEYS, (sign, opening, at))


def keys(db: Database) -> tuple[tuple[bytes, bytes], ...]:
    """Signing and opening keys, the newest pair first."""
    return tuple((bytes(sign), bytes(opening)) for sign, opening in db.each(_KEYS))


def add_roster(db: Database, number: int, body: bytes, at: str) -> None:
    """Keep an edition of the list of devices, as it was signed."""
    db.execute(_ADD_ROSTER, (number, body, at))


def roster(db: Database) -> bytes | None:
    """The newest edition kept; None where this machine belongs to no trust yet."""
    found: bytes | None = db.scalar(_ROSTER)
    return found
