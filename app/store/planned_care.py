"""The care a patient was booked for; the last word of each registration stands."""

from __future__ import annotations

from app.store.database import Database

_ADD = """
    INSERT INTO planned_care (registration_id, code, picked_by, picked_at) VALUES (?, ?, ?, ?)"""
_LAST = """
    SELECT code FROM planned_care WHERE registration_id = ? ORDER BY entry_id DESC LIMIT 1"""


def add(db: Database, registration_id: str, code: str, *, by: str, at: str) -> None:
    """Keep what was picked; an empty code takes it back. The caller owns the transaction."""
    db.execute(_ADD, (registration_id, code, by, at))


def code_of(db: Database, registration_id: str) -> str:
    """The code that stands, or an empty text."""
    row = db.one(_LAST, (registration_id,))
    return "" if row is None else str(row["code"])
