"""How each paper stands, its own number, and the day it was promised for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from app.store.database import Database, Row
from app.store.values import from_day, to_day

_ADD = """
    INSERT INTO papers (evidence_id, registration_id, state, number, promised_by, kept_by, kept_at)
    VALUES (:evidence_id, :registration_id, :state, :number, :promised_by, :kept_by, :kept_at)"""
_COLUMNS = "evidence_id, registration_id, state, number, promised_by, kept_by, kept_at"
_LATEST = f"""
    SELECT {_COLUMNS} FROM papers WHERE entry_id IN (
        SELECT max(entry_id) FROM papers WHERE registration_id = ? GROUP BY evidence_id)
    ORDER BY evidence_id"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPaper:
    """How one document stands; `promised_by` is there where it will be brought later."""

    evidence_id: str
    registration_id: str
    state: str
    number: str
    promised_by: date | None
    kept_by: str
    kept_at: str


def add(db: Database, paper: StoredPaper) -> None:
    """Append how a paper stands now; the caller owns the transaction."""
    db.execute(_ADD, _to_row(paper))


def of(db: Database, registration_id: str) -> dict[str, StoredPaper]:
    """The papers of a registration as they stand now, by their evidence."""
    rows = db.rows(_LATEST, (registration_id,))
    return {row["evidence_id"]: _from_row(row) for row in rows}


def _to_row(paper: StoredPaper) -> dict[str, Any]:
    return {
        "evidence_id": paper.evidence_id,
        "registration_id": paper.registration_id,
        "state": paper.state,
        "number": paper.number,
        "promised_by": to_day(paper.promised_by),
        "kept_by": paper.kept_by,
        "kept_at": paper.kept_at,
    }


def _from_row(row: Row) -> StoredPaper:
    return StoredPaper(**row | {"promised_by": from_day(row["promised_by"])})
