"""Finding the right patient, and opening a record for one who has none."""

from __future__ import annotations

import re
from dataclasses import replace

from app.access.roles import Act, Extent, Role
from app.core import sought
from app.core.errors import BadInput, NotFound
from app.core.match import Match, Reason
from app.core.nhs_number import NHSNumber
from app.core.people import Patient, clean_line, clean_name
from app.services import known_elsewhere
from app.services.addresses import clean_address
from app.services.desk import Desk, service
from app.services.searching import alike, matching
from app.store import customers, patient_search, patients, registrations

_REFERENCE = re.compile(r"^[Rr]-?\d{1,18}$")
MOST_FOUND, MOST_BROWSED = 8, 20


@service(Act.FIND_PATIENT)
def find(desk: Desk, text: str, *, typing: bool = False) -> tuple[Match, ...]:
    """Who answers to the text of the one search box, with why; the surest first.

    A number (NHS, hospital, of a passport or card, telephone), or a name with a day of birth
    before or after it, or with “unknown” for one that is not known. An officer may also browse by
    the beginning of a name; everybody else finds by an exact match only, where names said or
    spelled alike count beside a day of birth alone. Finance finds those with an account, a
    clinician the case of a reference (`R-1042`), and an auditor sees initials (the access matrix).
    Raises BadInput for an NHS number that cannot be right, unless somebody is still `typing`.
    """
    wanted = sought.read(text, desk.today)
    if not wanted.text:
        return ()
    browsing = desk.extent(Act.FIND_PATIENT) is Extent.FULL
    limit = MOST_BROWSED if browsing else MOST_FOUND
    found = matching(desk.db, wanted, browsing=browsing, limit=limit, typing=typing)
    if not typing and Role.CLERK in desk.person.roles:
        found = (*found, *known_elsewhere.matching(desk, wanted))
    if not found and not typing and wanted.looks_like_nhs_number:
        NHSNumber.parse(wanted.numbers[0], "find")
    if browsing or Role.CLERK in desk.person.roles:
        return found
    seen = (_as_seen(desk, match) for match in found)
    return (*_by_own_link(desk, wanted.text), *(match for match in seen if match is not None))


@service(Act.FIND_PATIENT)
def read_through(desk: Desk) -> None:
    """Read the indexes of names once, so that the first search finds them in memory."""
    patient_search.read_through(desk.db)


@service(Act.FIND_PATIENT)
def reads_whole(desk: Desk, text: str) -> bool:
    """Whether to look already while somebody types: an officer always, others at a whole name."""
    if desk.extent(Act.FIND_PATIENT) is Extent.FULL:
        return bool(text.strip())
    return sought.read(text, desk.today).is_whole


@service(Act.REGISTER)
def similar(desk: Desk, patient: Patient) -> tuple[Match, ...]:
    """Patients this one could be mistaken for, each with why.

    The same number; the same day of birth (or with day and month swapped) and a name alike; or
    the same name where one day of birth is not known.
    """
    return alike(desk.db, patient, limit=MOST_FOUND)


@service(Act.REGISTER)
def similar_to(desk: Desk, patient_id: str) -> tuple[Match, ...]:
    """Patients the one of this record could be mistaken for."""
    return similar(desk, known_elsewhere.as_patient(desk, patient_id))


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


def _as_seen(desk: Desk, match: Match) -> Match | None:
    """The patient as somebody with a limited view sees them, or None."""
    if Role.FINANCE in desk.person.roles and customers.of_patient(desk.db, match.patient_id):
        return match
    if Role.AUDITOR in desk.person.roles:
        return Match(match.patient_id, f"{match.initials}…", reason=match.reason)
    return None


def _by_own_link(desk: Desk, wanted: str) -> tuple[Match, ...]:
    """The patient of a case reference, for the clinician whom the case was given to."""
    if Role.CLINICIAN not in desk.person.roles or not _REFERENCE.match(wanted):
        return ()
    try:
        registration = registrations.by_ref(desk.db, wanted)
    except NotFound:
        return ()
    (hit,) = patient_search.by_id(desk.db, registration.patient_id)
    return (patient_search.as_match(desk.db, hit, Reason.CASE),)
