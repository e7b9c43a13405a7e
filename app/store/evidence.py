"""Documents seen: what, by whom, until when, and whether they are relied on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from app.store.database import Database, Row
from app.store.values import from_day, to_day

_ADD = """
    INSERT INTO evidence (evidence_id, registration_id, type_code, detail, seen_on, seen_by,
        expires_on, relied_on, recorded_at)
    VALUES (:evidence_id, :registration_id, :type_code, :detail, :seen_on, :seen_by,
        :expires_on, :relied_on, :recorded_at)"""
_COLUMNS = (
    "evidence_id, registration_id, type_code, detail, seen_on, seen_by, expires_on, relied_on, "
    "recorded_at"
)
_LATEST = f"""
    SELECT {_COLUMNS} FROM evidence WHERE entry_id IN (
        SELECT max(entry_id) FROM evidence WHERE registration_id = ? GROUP BY evidence_id)
    ORDER BY evidence_id"""
_HISTORY = f"SELECT {_COLUMNS} FROM evidence WHERE registration_id = ? ORDER BY entry_id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One document or other proof; `seen_on` is None where it will be brought later."""

    evidence_id: str
    registration_id: str
    type_code: str
    detail: str = ""
    seen_on: date | None
    seen_by: str
    expires_on: date | None = None
    relied_on: bool
    recorded_at: str


def add(db: Database, evidence: Evidence) -> None:
    """Append; the same `evidence_id` again is the same document with something changed."""
    db.execute(_ADD, _to_row(evidence))


def of(db: Database, registration_id: str) -> tuple[Evidence, ...]:
    """The documents of a registration as they stand now."""
    return tuple(_from_row(row) for row in db.rows(_LATEST, (registration_id,)))


def history(db: Database, registration_id: str) -> tuple[Evidence, ...]:
    """Every row, in order."""
    return tuple(_from_row(row) for row in db.rows(_HISTORY, (registration_id,)))


def _to_row(evidence: Evidence) -> dict[str, Any]:
    return {
        "evidence_id": evidence.evidence_id,
        "registration_id": evidence.registration_id,
        "type_code": evidence.type_code,
        "detail": evidence.detail,
        "seen_on": to_day(evidence.seen_on),
        "seen_by": evidence.seen_by,
        "expires_on": to_day(evidence.expires_on),
        "relied_on": evidence.relied_on,
        "recorded_at": evidence.recorded_at,
    }


def _from_row(row: Row) -> Evidence:
    return Evidence(
        **row
        | {
            "seen_on": from_day(row["seen_on"]),
            "expires_on": from_day(row["expires_on"]),
            "relied_on": bool(row["relied_on"]),
        }
    )
