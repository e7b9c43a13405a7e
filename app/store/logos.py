"""The trust's logo for its letters: the newest row stands; an empty one takes the logo away."""

from __future__ import annotations

from app.store.database import Database

_ADD = "INSERT INTO trust_logos (png, set_by, set_at) VALUES (?, ?, ?)"
_NEWEST = "SELECT png FROM trust_logos ORDER BY seq DESC LIMIT 1"


def add(db: Database, png: bytes, *, by: str, at: str) -> None:
    """Append a logo, or nothing to have none; the caller owns the transaction."""
    db.execute(_ADD, (png, by, at))


def newest(db: Database) -> bytes | None:
    """The logo in use, or None."""
    return db.scalar(_NEWEST) or None
