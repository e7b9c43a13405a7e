"""What was decided of a patient before, with the finding each decision rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.store.database import Database, Row
from app.store.merges import records_of
from app.store.values import from_json

_OF_PATIENT = f"""
    SELECT r.registration_id, r.review, d.choice, d.agreed, d.certified, f.on_date, f.result
    FROM registrations r
    JOIN decisions d ON d.registration_id = r.registration_id
    JOIN determinations f ON f.determination_id = d.determination_id
    WHERE r.patient_id IN {records_of("?1")} ORDER BY d.decided_at, r.number, d.seq"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedBefore:
    """One decision of one registration, beside what the registration waits for now.

    `agreed`: it is what the rules said; `result` is their finding whole, as JSON holds it.
    """

    registration_id: str
    review: str
    choice: str
    agreed: bool
    certified: bool
    on_date: date
    result: Mapping[str, Any]


def of_patient(db: Database, patient_id: str) -> tuple[DecidedBefore, ...]:
    """Every decision on a patient's registrations, oldest first."""
    return tuple(_from_row(row) for row in db.rows(_OF_PATIENT, (patient_id,)))


def _from_row(row: Row) -> DecidedBefore:
    return DecidedBefore(
        **row
        | {
            "agreed": bool(row["agreed"]),
            "certified": bool(row["certified"]),
            "on_date": date.fromisoformat(row["on_date"]),
            "result": from_json(row["result"]),
        }
    )
