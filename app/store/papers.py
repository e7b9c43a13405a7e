"""How each paper stands, its own number, and the day it was promised for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from app.store.database import Database, Row
from app.store.merges import reads_as
from app.store.values import from_day, to_day

_ADD = """
    INSERT INTO papers (evidence_id, registration_id, state, number, promised_by, kept_by, kept_at)
    VALUES (:evidence_id, :registration_id, :state, :number, :promised_by, :kept_by, :kept_at)"""
_COLUMNS = "evidence_id, registration_id, state, number, promised_by, kept_by, kept_at"
_LATEST = f"""
    SELECT {_COLUMNS} FROM papers WHERE entry_id IN (
        SELECT max(entry_id) FROM papers WHERE registration_id = ? GROUP BY evidence_id)
    ORDER BY evidence_id"""
_WAITING = f"""
    SELECT p.evidence_id, p.promised_by, e.type_code, r.registration_id, r.ref, r.flag_reason,
        n.family_name, n.given_names
    FROM papers p JOIN registrations r USING (registration_id)
        JOIN patients n ON n.patient_id = {reads_as("r.patient_id")}
        JOIN evidence e ON e.registration_id = p.registration_id AND e.evidence_id = p.evidence_id
    WHERE p.state = 'promised' AND p.promised_by <= ? AND r.finished_at IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM papers q WHERE q.registration_id = p.registration_id
            AND q.evidence_id = p.evidence_id AND q.entry_id > p.entry_id)
        AND NOT EXISTS (SELECT 1 FROM evidence f WHERE f.registration_id = e.registration_id
            AND f.evidence_id = e.evidence_id AND f.entry_id > e.entry_id)
    ORDER BY p.promised_by, p.entry_id LIMIT ?"""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingPaper:
    """A paper still to be brought, with the case it belongs to."""

    evidence_id: str
    promised_by: date
    type_code: str
    registration_id: str
    ref: str
    flag_reason: str
    family_name: str
    given_names: str


def add(db: Database, paper: StoredPaper) -> None:
    """Append how a paper stands now; the caller owns the transaction."""
    db.execute(_ADD, _to_row(paper))


def of(db: Database, registration_id: str) -> dict[str, StoredPaper]:
    """The papers of a registration as they stand now, by their evidence."""
    rows = db.rows(_LATEST, (registration_id,))
    return {row["evidence_id"]: _from_row(row) for row in rows}


def waiting(db: Database, until: date, *, limit: int) -> tuple[WaitingPaper, ...]:
    """Papers promised for a day up to this one and not brought, longest wait first."""
    return tuple(
        WaitingPaper(**row | {"promised_by": date.fromisoformat(row["promised_by"])})
        for row in db.rows(_WAITING, (to_day(until), limit))
    )


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
