"""Which cases the person who registered them has yet to hear of: a mark a case, and no verdict."""

from __future__ import annotations

from dataclasses import dataclass

from app.store.database import Database

# A case is told of once: a later decision of the same case says nothing more to the desk.
_TELL = """
    INSERT INTO feedback (registration_id, for_user, told_at) VALUES (?, ?, ?)
    ON CONFLICT (registration_id) DO NOTHING"""
_UNREAD = """
    SELECT f.registration_id, r.ref, f.told_at
    FROM feedback f JOIN registrations r USING (registration_id)
    WHERE f.for_user = ? AND f.read_at IS NULL ORDER BY f.told_at DESC, r.number DESC LIMIT ?"""
_COUNT = "SELECT count(*) FROM feedback WHERE for_user = ? AND read_at IS NULL"
_READ = """
    UPDATE feedback SET read_at = :at
    WHERE for_user = :user_id AND read_at IS NULL AND told_at <= :until"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A case somebody has yet to hear of."""

    registration_id: str
    ref: str
    told_at: str


def tell(db: Database, registration_id: str, *, user_id: str, at: str) -> None:
    """Let somebody hear of a case, once; the caller owns the transaction."""
    db.execute(_TELL, (registration_id, user_id, at))


def unread(db: Database, user_id: str, limit: int) -> tuple[Told, ...]:
    """What somebody has not read, newest first."""
    return tuple(Told(**row) for row in db.rows(_UNREAD, (user_id, limit)))


def count(db: Database, user_id: str) -> int:
    """How many they have not read."""
    return int(db.scalar(_COUNT, (user_id,)))


def mark_read(db: Database, user_id: str, *, until: str, at: str) -> None:
    """They have read all that was told up to a moment."""
    db.execute(_READ, {"user_id": user_id, "until": until, "at": at})
