"""Numbers a patient is found by beside the NHS number: of papers, cards and telephones.

A number without a moment stands on the patient's own record (`hospital`, `phone`) and changes
with it; one that was noted from a paper stays.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.core.numbers import plain_number, plain_phone
from app.store.database import Database

HOSPITAL, PHONE = "hospital", "phone"
_NOTE = """
    INSERT INTO patient_numbers (patient_id, kind, number, issuer, added_at)
    VALUES (:patient_id, :kind, :number, :issuer, :added_at)
    ON CONFLICT (patient_id, kind, number)
    DO UPDATE SET issuer = iif(excluded.issuer = '', issuer, excluded.issuer),
                  added_at = coalesce(added_at, excluded.added_at)"""
_DROP = """
    DELETE FROM patient_numbers
    WHERE patient_id = ? AND kind = ? AND number = ? AND added_at IS NULL"""
_KEEP_OWN = """
    INSERT OR IGNORE INTO patient_numbers (patient_id, kind, number, issuer, added_at)
    VALUES (?, ?, ?, '', NULL)"""
_OF = """
    SELECT patient_id, kind, number, issuer, added_at FROM patient_numbers
    WHERE patient_id = ? ORDER BY kind, number"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredNumber:
    """A number in its plain form, whose it is, and who issued it (a country, a hospital)."""

    patient_id: str
    kind: str
    number: str
    issuer: str = ""
    added_at: str | None = None


def note(db: Database, number: StoredNumber) -> None:
    """Keep a number; noting it again changes nothing but an issuer that was not known."""
    db.execute(
        _NOTE,
        {
            "patient_id": number.patient_id,
            "kind": number.kind,
            "number": number.number,
            "issuer": number.issuer,
            "added_at": number.added_at,
        },
    )


def of(db: Database, patient_id: str) -> tuple[StoredNumber, ...]:
    """All numbers of a patient's record."""
    return tuple(StoredNumber(**row) for row in db.rows(_OF, (patient_id,)))


def on_record(*, hospital_number: str, phone: str, safe_number: str) -> frozenset[tuple[str, str]]:
    """The kinds and plain forms of the numbers on a patient's own record."""
    found = (
        (HOSPITAL, plain_number(hospital_number)),
        (PHONE, plain_phone(phone)),
        (PHONE, plain_phone(safe_number)),
    )
    return frozenset((kind, number) for kind, number in found if number)


def keep_in_step(
    db: Database,
    patient_id: str,
    *,
    before: frozenset[tuple[str, str]],
    after: frozenset[tuple[str, str]],
) -> None:
    """Find a patient by the numbers on their record and no longer by those before."""
    for kind, number in before - after:
        db.execute(_DROP, (patient_id, kind, number))
    for kind, number in after - before:
        db.execute(_KEEP_OWN, (patient_id, kind, number))
