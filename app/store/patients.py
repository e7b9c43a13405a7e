"""Patients: put in, corrected, read; `patient_search` finds them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from app.core.errors import Known, NotFound
from app.core.names import fold, name_keys
from app.core.nhs_number import NHSNumber
from app.core.people import Address, Patient
from app.store import name_ways, patient_numbers
from app.store.changes import Changes
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
_FOUND_BY = frozenset(("family_name", "given_names", "hospital_number", "phone", "safe_number"))
NUMBERS = frozenset(("hospital_number", "phone", "safe_number"))
# Kept word for word as they are told: nothing else is made of them but numbers to be found by.
WORDS = frozenset(("title", "gender", "postcode", "country", "abroad_postcode")) | {
    *("abroad_country", "email", "interpreter", "safe_contact", "not_to"),
    *NUMBERS,
}
_EMPTY = {
    "born": None,
    "nhs_number": None,
    "died": None,
    "address_lines": "[]",
    "abroad_lines": "[]",
    "needs": "[]",
}
_UNTOLD = dict.fromkeys(_COLUMNS, "") | _EMPTY
TOLD = tuple(name for name in _COLUMNS if name not in ("patient_id", "family_key", "given_key"))
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
_OWN_BY_EACH_ID = """
    SELECT * FROM patients WHERE patient_id IN (SELECT value FROM json_each(?))"""
_FORGET = (
    "DELETE FROM patient_numbers WHERE patient_id = ?",
    "DELETE FROM patient_name_ways WHERE patient_id = ?",
    "DELETE FROM shared_nhs_numbers WHERE patient_id = ?",
)


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


def put(db: Database, patient_id: str, told: Mapping[str, Any]) -> None:
    """A record as another machine tells it, by column; what it does not tell is empty."""
    found = db.one(_OWN_BY_ID, (patient_id,))
    after = _from_row(_as_told(patient_id, told))
    now = _to_row(after)
    if found is None:
        db.execute(_ADD, now)
        _keep_findable(db, before=None, after=after)
        return
    changed = {column: value for column, value in now.items() if found[column] != value}
    if changed:
        put = ", ".join(f"{column} = ?" for column in changed)
        db.execute(
            f"UPDATE patients SET {put} WHERE patient_id = ?", [*changed.values(), patient_id]
        )
    if _FOUND_BY & set(changed):
        _keep_findable(db, before=_from_row(found), after=after)


def put_each(db: Database, told: Mapping[str, Mapping[str, Any]], found: Mapping[str, Row]) -> None:
    """As `put`, of several records, each `found` as it stands; mostly a word or two is other."""
    words: dict[str, dict[str, Any]] = {}
    for patient_id, cells in told.items():
        before, after = found[patient_id], _as_told(patient_id, cells)
        other = {name for name in TOLD if before[name] != after[name]}
        if other <= WORDS:
            words[patient_id] = {name: after[name] for name in sorted(other)}
        else:
            put(db, patient_id, cells)
    set_words(db, words, found)


def set_words(
    db: Database, told: Mapping[str, Mapping[str, Any]], found: Mapping[str, Mapping[str, Any]]
) -> None:
    """Set some of the `WORDS` of several records, each `found` with these and all `NUMBERS`."""
    changes = Changes("patients", "patient_id")
    for patient_id, cells in told.items():
        before = found[patient_id]
        changes.note(patient_id, before, cells)
        if any(before[name] != cells[name] for name in NUMBERS.intersection(cells)):
            patient_numbers.keep_in_step(
                db,
                patient_id,
                before=_numbers_in(before),
                after=_numbers_in({**before, **cells}),
            )
    changes.make(db)


def rows_of(db: Database, patient_ids: Sequence[str]) -> dict[str, Row]:
    """Those of some records that are here, each as it stands, by column."""
    found = db.rows(_OWN_BY_EACH_ID, (json.dumps(patient_ids),))
    return {row["patient_id"]: row for row in found}


def forget_ways(db: Database, patient_id: str) -> None:
    """Take away all that a patient is found by, before their record goes."""
    found = db.one(_OWN_BY_ID, (patient_id,))
    if found is not None:
        patient = _from_row(found)
        keys = name_keys(patient.family_name, patient.given_names)
        name_ways.replace(db, patient_id, before=keys, after=name_keys("", ""))
    for forget in _FORGET:
        db.execute(forget, (patient_id,))


def get(db: Database, patient_id: str) -> Patient:
    """One patient, read as the record theirs was merged into, if it was; raises NotFound."""
    return _known(db.one(_BY_ID, (patient_id,)))


def own(db: Database, patient_id: str) -> Patient:
    """One record as it is, merged or not; raises NotFound."""
    return _known(db.one(_OWN_BY_ID, (patient_id,)))


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
    patient_numbers.keep_in_step(
        db,
        after.patient_id,
        before=frozenset() if before is None else _numbers_of(before),
        after=_numbers_of(after),
    )


def _numbers_of(patient: Patient) -> frozenset[tuple[str, str]]:
    return patient_numbers.on_record(
        hospital_number=patient.hospital_number,
        phone=patient.phone,
        safe_number=patient.safe_number,
    )


def _numbers_in(row: Mapping[str, Any]) -> frozenset[tuple[str, str]]:
    return patient_numbers.on_record(**{name: row[name] for name in NUMBERS})


def _as_told(patient_id: str, told: Mapping[str, Any]) -> Row:
    return {**_UNTOLD, **told, "patient_id": patient_id}


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
