"""When letters rest because the overseas visitor team says so, and when that ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.store.database import Database

_ADD = """
    INSERT INTO case_rests (registration_id, kind, begins, reason, made_by, made_at)
    VALUES (:registration_id, :kind, :begins, :reason, :made_by, :made_at)"""
_COLUMNS = (
    "c.registration_id, c.kind, c.begins, c.reason, c.made_by, c.made_at, r.patient_id"
    " FROM case_rests c JOIN registrations r USING (registration_id)"
)
_EVERY = f"SELECT {_COLUMNS} ORDER BY c.entry_id"
_OF_PATIENT = f"""
    SELECT {_COLUMNS} WHERE c.registration_id IN (
        SELECT registration_id FROM registrations WHERE patient_id = ?)
    ORDER BY c.entry_id"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRest:
    """A rest that begins or ends; `patient_id` is whose case it is."""

    registration_id: str
    kind: str
    begins: bool
    reason: str
    made_by: str
    made_at: str
    patient_id: str = ""


def add(db: Database, rest: StoredRest) -> None:
    """Append one; the caller owns the transaction."""
    db.execute(
        _ADD,
        {
            "registration_id": rest.registration_id,
            "kind": rest.kind,
            "begins": rest.begins,
            "reason": rest.reason,
            "made_by": rest.made_by,
            "made_at": rest.made_at,
        },
    )


def of_patient(db: Database, patient_id: str) -> tuple[StoredRest, ...]:
    """Those of every case of a patient, oldest first."""
    return tuple(_from_row(row) for row in db.rows(_OF_PATIENT, (patient_id,)))


def every(db: Database) -> tuple[StoredRest, ...]:
    """All there ever were, oldest first."""
    return tuple(_from_row(row) for row in db.rows(_EVERY))


def _from_row(row: Mapping[str, object]) -> StoredRest:
    return StoredRest(
        registration_id=str(row["registration_id"]),
        kind=str(row["kind"]),
        begins=bool(row["begins"]),
        reason=str(row["reason"]),
        made_by=str(row["made_by"]),
        made_at=str(row["made_at"]),
        patient_id=str(row["patient_id"]),
    )
