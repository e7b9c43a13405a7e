"""Cases an officer handed to finance to be invoiced; the last word of each case stands."""

from __future__ import annotations

from app.store.database import Database

_ADD = "INSERT INTO billing_requests (registration_id, asked_by, asked_at) VALUES (?, ?, ?)"
_LAST = """
    SELECT asked_at FROM billing_requests WHERE registration_id = ?
    ORDER BY entry_id DESC LIMIT 1"""


def add(db: Database, registration_id: str, *, by: str, at: str) -> None:
    """Append one; the caller owns the transaction."""
    db.execute(_ADD, (registration_id, by, at))


def asked_at(db: Database, registration_id: str) -> str:
    """When it was last asked; empty where nobody did."""
    row = db.one(_LAST, (registration_id,))
    return "" if row is None else str(row["asked_at"])
