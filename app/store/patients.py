"""Patients: put in, corrected, found by number, by name and birth, or by the start of a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from app.core.errors import Known, NotFound
from app.core.names import fold, name_keys
from app.core.nhs_number import NHSNumber
from app.core.people import Address, Patient
from app.store import name_ways, patient_numbers
from app.store.database import Database, Row
from app.store.merges import reads_as
from app.store.values import from_day, from_json, to_day, to_json

_COLUMNS = (
    "patient_id",
    "family_name",
    "given_names",
    "family_key",
    "given_key",
    "title",
    "gender",
    "born",
    "nhs_number",
    "hospital_number",
    "address_lines",
    "postcode",
    "country",
    "abroad_lines",
    "abroad_postcode",
    "abroad_country",
    "phone",
    "email",
    "died",
    "interpreter",
    "needs",
    "safe_contact",
    "safe_number",
    "not_to",
)
_ADD = (
    f"INSERT INTO patients ({', '.join(_COLUMNS)}) "
    f"VALUES ({', '.join(f':{column}' for column in _COLUMNS)})"
)
_UPDATE = (
    f"UPDATE patients SET {', '.join(f'{column} = :{column}' for column in _COLUMNS[1:])} "
    "WHERE patient_id = :patient_id"
)
_BY_ID = f"SELECT * FROM patients WHERE patient_id = {reads_as('?1')}"
_OWN_BY_ID = "SELECT * FROM patients WHERE patient_id = ?"
_BY_NHS_NUMBER = "SELECT * FROM patients WHERE nhs_number = ?"
_BY_HOSPITAL_NUMBER = (
    "SELECT * FROM patients WHERE hospital_number <> '' AND hospital_number = ? LIMIT ?"
)
_BY_NAME = """
    SELECT * FROM patients
    WHERE family_key >= :family AND family_key < :family_end
      AND given_key >= :given AND given_key < :given_end
      AND (:born IS NULL OR born = :born)
    ORDER BY family_key, given_key, born, patient_id LIMIT :limit"""
_BY_NAME_AND_BIRTH = """
    SELECT * FROM patients
    WHERE born = :born
      AND family_key >= :family AND family_key < :family_end
      AND given_key >= :given AND given_key < :given_end
    ORDER BY family_key, given_key, patient_id LIMIT :limit"""
_SIMILAR = """
    SELECT * FROM patients WHERE patient_id <> :patient_id AND patient_id IN (
        SELECT patient_id FROM patients WHERE nhs_number = :nhs_number
        UNION SELECT patient_id FROM patients
            WHERE hospital_number <> '' AND hospital_number = :hospital_number
        UNION SELECT patient_id FROM patients
            WHERE born IN (:born, :swapped)
              AND (family_key IN (:family_key, :given_key)
                   OR (given_key <> '' AND given_key = :given_key))
        UNION SELECT patient_id FROM patients
            WHERE family_key = :family_key AND given_key = :given_key
              AND (born IS NULL OR :born IS NULL))
    ORDER BY family_key, given_key, born, patient_id LIMIT 20"""
_AFTER_ALL = "\U0010ffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """What is known of the person sought; names match from their start, marks and case aside."""

    nhs_number: NHSNumber | None = None
    hospital_number: str = ""
    family_name: str = ""
    given_names: str = ""
    born: date | None = None
    limit: int = 20


def add(db: Database, patient: Patient) -> None:
    """Put a patient in; raises Known `same_nhs_number` where another holds the number."""
    _refuse_shared_number(db, patient)
    db.execute(_ADD, _to_row(patient))
    _keep_findable(db, before=None, after=patient)


def update(db: Database, patient: Patient) -> None:
    """Correct a patient; raises NotFound, or Known `same_nhs_number`."""
    before = own(db, patient.patient_id)
    _refuse_shared_number(db, patient)
    db.execute(_UPDATE, _to_row(patient))
    _keep_findable(db, before=before, after=patient)


def get(db: Database, patient_id: str) -> Patient:
    """One patient, read as the record theirs was merged into, if it was; raises NotFound."""
    return _known(db.one(_BY_ID, (patient_id,)))


def own(db: Database, patient_id: str) -> Patient:
    """One record as it is, merged or not; raises NotFound."""
    return _known(db.one(_OWN_BY_ID, (patient_id,)))


def find(db: Database, sought: Criteria) -> tuple[Patient, ...]:
    """Patients by the strongest criterion given: NHS number, hospital number, or name.

    With nothing to go by, nobody is found: there is no list of everyone.
    """
    if sought.nhs_number is not None:
        rows = db.rows(_BY_NHS_NUMBER, (sought.nhs_number.digits,))
    elif sought.hospital_number:
        rows = db.rows(_BY_HOSPITAL_NUMBER, (sought.hospital_number, sought.limit))
    elif sought.family_name or sought.given_names or sought.born is not None:
        rows = _by_name(db, sought)
    else:
        rows = []
    return tuple(_from_row(row) for row in rows)


def similar(db: Database, patient: Patient) -> tuple[Patient, ...]:
    """Others who may be the same person.

    The same number; the same day of birth (or with day and month swapped) and one name in
    common; or the same name where one day of birth is not known.
    """
    row = _to_row(patient) | {"swapped": to_day(_swapped(patient.born))}
    return tuple(_from_row(found) for found in db.rows(_SIMILAR, row))


def _by_name(db: Database, sought: Criteria) -> list[Row]:
    family, given = fold(sought.family_name), fold(sought.given_names)
    values = {
        "family": family,
        "family_end": family + _AFTER_ALL,
        "given": given,
        "given_end": given + _AFTER_ALL,
        "born": to_day(sought.born),
        "limit": sought.limit,
    }
    return db.rows(_BY_NAME if sought.born is None else _BY_NAME_AND_BIRTH, values)


def _refuse_shared_number(db: Database, patient: Patient) -> None:
    if patient.nhs_number is None:
        return
    holder = db.scalar(
        "SELECT patient_id FROM patients WHERE nhs_number = ?", (patient.nhs_number.digits,)
    )
    if holder not in (None, patient.patient_id):
        raise Known(
            "same_nhs_number",
            "That NHS number belongs to another patient here. Open that patient, "
            "or leave the number empty and check it later.",
            "nhs_number",
        )


def _known(row: Row | None) -> Patient:
    if row is None:
        raise NotFound("There is no such patient here. Search again by name and date of birth.")
    return _from_row(row)


def _keep_findable(db: Database, *, before: Patient | None, after: Patient) -> None:
    old = name_keys(before.family_name, before.given_names) if before else None
    new = name_keys(after.family_name, after.given_names)
    if old != new:
        name_ways.replace(db, after.patient_id, before=old, after=new)
    patient_numbers.keep_in_step(db, before=before, after=after)


def _swapped(born: date | None) -> date | None:
    if born is None or born.day > 12:
        return None
    return born.replace(month=born.day, day=born.month)


def _to_row(patient: Patient) -> dict[str, Any]:
    return {
        "patient_id": patient.patient_id,
        "family_name": patient.family_name,
        "given_names": patient.given_names,
        "family_key": fold(patient.family_name),
        "given_key": fold(patient.given_names),
        "title": patient.title,
        "gender": patient.gender,
        "born": to_day(patient.born),
        "nhs_number": None if patient.nhs_number is None else patient.nhs_number.digits,
        "hospital_number": patient.hospital_number,
        "address_lines": to_json(patient.address.lines),
        "postcode": patient.address.postcode,
        "country": patient.address.country,
        "abroad_lines": to_json(patient.address_abroad.lines),
        "abroad_postcode": patient.address_abroad.postcode,
        "abroad_country": patient.address_abroad.country,
        "phone": patient.phone,
        "email": patient.email,
        "died": to_day(patient.died),
        "interpreter": patient.interpreter,
        "needs": to_json(patient.needs),
        "safe_contact": patient.safe_contact,
        "safe_number": patient.safe_number,
        "not_to": patient.not_to,
    }


def _from_row(row: Row) -> Patient:
    number = row["nhs_number"]
    return Patient(
        patient_id=row["patient_id"],
        family_name=row["family_name"],
        given_names=row["given_names"],
        title=row["title"],
        gender=row["gender"],
        born=from_day(row["born"]),
        nhs_number=None if number is None else NHSNumber(number),
        hospital_number=row["hospital_number"],
        address=_address(row["address_lines"], row["postcode"], row["country"]),
        address_abroad=_address(row["abroad_lines"], row["abroad_postcode"], row["abroad_country"]),
        phone=row["phone"],
        email=row["email"],
        died=from_day(row["died"]),
        interpreter=row["interpreter"],
        needs=tuple(from_json(row["needs"])),
        safe_contact=row["safe_contact"],
        safe_number=row["safe_number"],
        not_to=row["not_to"],
    )


def _address(lines: str, postcode: str, country: str) -> Address:
    return Address(lines=tuple(from_json(lines)), postcode=postcode, country=country)
