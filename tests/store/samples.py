"""Made-up people and visits for the tests of the store; NHS numbers are in the 999 range."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from app.core.nhs_number import NHSNumber
from app.core.people import Address, Patient
from app.core.trust import Mode
from app.store import driver, patients, registrations
from app.store.answers import StoredAnswer
from app.store.audit import Happening
from app.store.crypto import Cost
from app.store.database import Database, in_memory
from app.store.folder import NewStore
from app.store.migrations import STORE
from app.store.registrations import Opening

AT = "2026-03-09T09:14:00Z"
TODAY = date(2026, 3, 9)
PASSPHRASE = "four quiet grey geese"
CHEAP = Cost(iterations=1, lanes=1, memory_kib=64)
NEW = NewStore(store_id="store-1", mode=Mode.DEMO, created_at=AT)
ADA = Patient(
    patient_id="p-ada",
    family_name="Okafor",
    given_names="Ada",
    title="Mrs",
    gender="female",
    born=date(1990, 3, 2),
    nhs_number=NHSNumber.parse("999 000 0018"),
    hospital_number="H000123",
    address=Address(lines=("1 Test Street", "London"), postcode="E1 1ZZ", country="GB"),
    address_abroad=Address(lines=("5 Marina Road",), country="NG"),
    phone="020 7946 0000",
    email="ada@example.org",
    interpreter="Yoruba",
    needs=("large print",),
    safe_contact="phone_only",
)


_PATIENT_OF_BEFORE = """
    INSERT INTO patients (
        patient_id, family_name, given_names, family_key, given_key, title, gender, born,
        nhs_number, hospital_number, address_lines, postcode, country, abroad_lines,
        abroad_postcode, abroad_country, phone, email, died, interpreter, needs, safe_contact)
    VALUES (?, ?, ?, lower(?), lower(?), '', '', ?, ?, ?, '[]', '', '', '[]', '', '', ?, '', NULL,
            '', '[]', '')"""


def add_patient_of_before(db: Database, patient: Patient) -> None:
    """Put a patient in as a store did before step 16, when a name had two keys and no more."""
    family, given = patient.family_name, patient.given_names
    values = (
        *(patient.patient_id, family, given, family, given),
        patient.born.isoformat() if patient.born else None,
        patient.nhs_number.digits if patient.nhs_number else None,
        patient.hospital_number,
        patient.phone,
    )
    db.execute(_PATIENT_OF_BEFORE, values)


@cache
def _template() -> Database:
    return in_memory(STORE)


def fresh_store() -> Database:
    """An empty store in memory, copied from one that was migrated once."""
    connection = driver.connect(":memory:", None)
    _template().tools.conn.backup(connection)
    return Database(connection, Path(":memory:"))


def opening(registration_id: str = "r-1", **changes: Any) -> Opening:
    values: dict[str, Any] = {
        "registration_id": registration_id,
        "patient_id": ADA.patient_id,
        "opened_at": AT,
        "opened_by": "u-clerk",
        "desk": "Desk 3",
        "site": "Main",
        "service_type": "outpatient",
        "service_date": TODAY,
    }
    return Opening(**values | changes)


def with_registration(db: Database, registration_id: str = "r-1", **changes: Any) -> str:
    """Ada at the desk, once; returns the registration's id."""
    with db.atomic():
        if not db.first("SELECT 1 FROM patients WHERE patient_id = ?", (ADA.patient_id,)):
            patients.add(db, ADA)
        registrations.open_new(db, opening(registration_id, **changes))
    return registration_id


def answered(question_id: str, value: Any = "yes", state: str = "answered") -> StoredAnswer:
    return StoredAnswer(question_id, state, value, "u-clerk", AT)


def happening(act: str = "opened", subject: str = "r-1", detail: Any = None) -> Happening:
    return Happening(
        at=AT,
        user_id="u-clerk",
        user_name="j.patel",
        device="D07",
        act=act,
        subject=subject,
        detail=detail,
    )
