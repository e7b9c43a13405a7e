"""The officer's certificate that no other ground is claimed: given, taken back, never edited."""

from __future__ import annotations

from dataclasses import dataclass

from app.store.database import Database, Row

_ADD = """
    INSERT INTO certificates (registration_id, standing, statement, determination_id, made_by,
        made_at)
    VALUES (:registration_id, :standing, :statement, :determination_id, :made_by, :made_at)"""
_LATEST = """
    SELECT registration_id, standing, statement, determination_id, made_by, made_at
    FROM certificates WHERE registration_id = ? ORDER BY entry_id DESC LIMIT 1"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What was certified in which words, or, not `standing`, that it was taken back.

    `determination_id` names the finding it was given with, and so the case as it was then known.
    """

    registration_id: str
    standing: bool
    statement: str
    determination_id: str | None
    made_by: str
    made_at: str


def add(db: Database, certificate: Certificate) -> None:
    """Append; the caller owns the transaction."""
    db.execute(
        _ADD,
        {
            "registration_id": certificate.registration_id,
            "standing": certificate.standing,
            "statement": certificate.statement,
            "determination_id": certificate.determination_id,
            "made_by": certificate.made_by,
            "made_at": certificate.made_at,
        },
    )


def latest(db: Database, registration_id: str) -> Certificate | None:
    """The last word on it, or None before the first."""
    row = db.one(_LATEST, (registration_id,))
    return None if row is None else _from_row(row)


def _from_row(row: Row) -> Certificate:
    return Certificate(**row | {"standing": bool(row["standing"])})
