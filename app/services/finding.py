"""Finding the right patient, and opening a record for one who has none."""

from __future__ import annotations

import re
from dataclasses import replace

from app.access.roles import Act, Extent, Role
from app.core.dates import parse_date
from app.core.errors import BadInput, NotFound
from app.core.nhs_number import NHSNumber
from app.core.people import Patient, clean_line, clean_name, search_key
from app.services.addresses import clean_address
from app.services.desk import Desk, service
from app.store import customers, patients, registrations
from app.store.patients import Criteria

_TEN_DIGITS = re.compile(r"^[\d\s\-]{10,14}$")
_NAME_AND_DATE = re.compile(r"^(?P<name>.*\D)\s+(?P<born>\+?[\d][\w/.\-\s]*)$")
_REFERENCE = re.compile(r"^[Rr]-?\d{1,18}$")
MOST_FOUND = 8


@service(Act.FIND_PATIENT)
def find(desk: Desk, text: str) -> tuple[Patient, ...]:
    """Patients that answer to an NHS number, a hospital number or `surname dob`.

    An officer may also browse by the beginning of a name; everybody else finds by an exact match
    only. Finance finds those with an account, a clinician the case of a reference (`R-1042`), and
    an auditor sees initials (the access matrix). Raises BadInput for a number that cannot be
    right.
    """
    wanted = " ".join(text.split())
    if not wanted:
        return ()
    if _sees_all(desk):
        return _matching(desk, wanted)
    seen = (_as_seen(desk, patient) for patient in _matching(desk, wanted))
    return (*_by_own_link(desk, wanted), *(patient for patient in seen if patient is not None))


@service(Act.REGISTER)
def similar(desk: Desk, patient: Patient) -> tuple[Patient, ...]:
    """Patients this one could be mistaken for: the same names, or the same birthday and name."""
    return patients.similar(desk.db, patient)[:MOST_FOUND]


@service(Act.REGISTER)
def add_patient(desk: Desk, patient: Patient) -> Patient:
    """Keep a patient who is not on the system yet; raises BadInput for a nameless one."""
    countries = desk.law.pack.countries
    kept = replace(
        patient,
        patient_id=desk.ids.new(),
        family_name=clean_name(patient.family_name, "family_name"),
        given_names=clean_name(patient.given_names, "given_names"),
        title=clean_name(patient.title, "title"),
        gender=clean_line(patient.gender, "gender"),
        hospital_number=clean_line(patient.hospital_number, "hospital_number"),
        phone=clean_line(patient.phone, "phone"),
        email=clean_line(patient.email, "email"),
        address=clean_address(patient.address, "address", countries=countries),
        address_abroad=clean_address(patient.address_abroad, "address_abroad", countries=countries),
    )
    if not kept.family_name:
        raise BadInput(
            "no_name", "Enter the family name, or “Unknown” until it is known.", "family_name"
        )
    if kept.born is not None and kept.born > desk.today:
        raise BadInput("bad_date", "A date of birth cannot lie ahead. Check it.", "born")
    with desk.db.atomic():
        patients.add(desk.db, kept)
        desk.audit("patient_added", kept.patient_id)
    return kept


@service(Act.REGISTER)
def update_needs(
    desk: Desk, patient_id: str, *, interpreter: str, needs: tuple[str, ...]
) -> Patient:
    """Record interpreter and format needs, which the banner and letters then follow."""
    kept = replace(patients.get(desk.db, patient_id), interpreter=interpreter, needs=needs)
    with desk.db.atomic():
        patients.update(desk.db, kept)
        desk.audit("needs_recorded", patient_id)
    return kept


def _matching(desk: Desk, wanted: str) -> tuple[Patient, ...]:
    browsing = desk.extent(Act.FIND_PATIENT) is Extent.FULL
    if _TEN_DIGITS.match(wanted) and sum(letter.isdigit() for letter in wanted) == 10:
        return patients.find(desk.db, Criteria(nhs_number=NHSNumber.parse(wanted, "find")))
    if match := _NAME_AND_DATE.match(wanted):
        try:
            born = parse_date(match["born"], desk.today, past=True, field="find")
        except BadInput:
            pass
        else:
            found = patients.find(
                desk.db, Criteria(family_name=match["name"], born=born, limit=MOST_FOUND)
            )
            if browsing:
                return found
            exact = search_key(match["name"])
            return tuple(one for one in found if search_key(one.family_name) == exact)
    found = patients.find(desk.db, Criteria(hospital_number=wanted))
    if not found and browsing:
        return patients.find(desk.db, Criteria(family_name=wanted, limit=MOST_FOUND))
    return found


def _sees_all(desk: Desk) -> bool:
    full = desk.extent(Act.FIND_PATIENT) is Extent.FULL
    return full or Role.CLERK in desk.person.roles


def _as_seen(desk: Desk, patient: Patient) -> Patient | None:
    """The patient as somebody with a limited view sees them, or None."""
    if Role.FINANCE in desk.person.roles and customers.of_patient(desk.db, patient.patient_id):
        return patient
    if Role.AUDITOR in desk.person.roles:
        return Patient(patient_id=patient.patient_id, family_name=f"{patient.initials}…")
    return None


def _by_own_link(desk: Desk, wanted: str) -> tuple[Patient, ...]:
    """The patient of a case reference, for the clinician whom the case was given to."""
    if Role.CLINICIAN not in desk.person.roles or not _REFERENCE.match(wanted):
        return ()
    try:
        registration = registrations.by_ref(desk.db, wanted)
    except NotFound:
        return ()
    return (patients.get(desk.db, registration.patient_id),)
