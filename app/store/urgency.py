"""Clinicians' urgency forms, each bound to the leaving date that lay beside the choice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.store.database import Database
from app.store.values import from_day, to_day

_ADD = """
    INSERT INTO urgency_records (registration_id, urgency, clinician_name, decided_at,
        leaving_date, transcribed, document_ref, recorded_by, recorded_at)
    VALUES (:registration_id, :urgency, :clinician_name, :decided_at,
        :leaving_date, :transcribed, :document_ref, :recorded_by, :recorded_at)"""
_OF = """
    SELECT registration_id, urgency, clinician_name, decided_at, leaving_date, transcribed,
        document_ref, recorded_by, recorded_at
    FROM urgency_records WHERE registration_id = ? ORDER BY entry_id"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredUrgency:
    """One form; `decided_at` is the day or moment written on it, `recorded_at` a stamp."""

    registration_id: str
    urgency: str
    clinician_name: str
    decided_at: str
    leaving_date: date | None
    transcribed: bool
    document_ref: str = ""
    recorded_by: str
    recorded_at: str


def add(db: Database, form: StoredUrgency) -> None:
    """Append a form; earlier ones stay."""
    db.execute(
        _ADD,
        {
            "registration_id": form.registration_id,
            "urgency": form.urgency,
            "clinician_name": form.clinician_name,
            "decided_at": form.decided_at,
            "leaving_date": to_day(form.leaving_date),
            "transcribed": form.transcribed,
            "document_ref": form.document_ref,
            "recorded_by": form.recorded_by,
            "recorded_at": form.recorded_at,
        },
    )


def of(db: Database, registration_id: str) -> tuple[StoredUrgency, ...]:
    """The forms of a registration in the order they were recorded; the last one counts."""
    return tuple(
        StoredUrgency(
            **row
            | {
                "leaving_date": from_day(row["leaving_date"]),
                "transcribed": bool(row["transcribed"]),
            }
        )
        for row in db.rows(_OF, (registration_id,))
    )
