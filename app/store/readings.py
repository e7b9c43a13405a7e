"""What an officer read from a patient's record in a clinician's place, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.store.database import Database

_ADD = """
    INSERT INTO clinical_readings (registration_id, first_answer, last_answer, source, dated_on,
        read_by, read_at)
    VALUES (:registration_id, :first_answer, :last_answer, :source, :dated_on, :read_by,
        :read_at)"""
_OF = """
    SELECT registration_id, first_answer, last_answer, source, dated_on, read_by, read_at
    FROM clinical_readings WHERE registration_id = ? ORDER BY entry_id"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One reading: which answers it gave, by their places in the registration's history from 1."""

    registration_id: str
    first_answer: int
    last_answer: int
    source: str
    dated_on: date
    read_by: str
    read_at: str


def add(db: Database, reading: Reading) -> None:
    """Append; the caller owns the transaction."""
    db.execute(
        _ADD,
        {
            "registration_id": reading.registration_id,
            "first_answer": reading.first_answer,
            "last_answer": reading.last_answer,
            "source": reading.source,
            "dated_on": reading.dated_on.isoformat(),
            "read_by": reading.read_by,
            "read_at": reading.read_at,
        },
    )


def of(db: Database, registration_id: str) -> tuple[Reading, ...]:
    """The readings of a registration, oldest first."""
    return tuple(
        Reading(**row | {"dated_on": date.fromisoformat(row["dated_on"])})
        for row in db.rows(_OF, (registration_id,))
    )
