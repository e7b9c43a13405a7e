"""The clinician's own page: one case by its reference, and nothing about money."""

from __future__ import annotations

from dataclasses import dataclass

from app.access.roles import Act
from app.casework.review import Booking
from app.core.people import Patient
from app.services.casefile import case_file
from app.services.desk import Desk, service
from app.store import registrations


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicianCase:
    """What a clinician needs beside the three choices: who, what for, and the leaving date."""

    registration_id: str
    ref: str
    patient: Patient
    booking: Booking
    leaving: str
    leaving_answered: bool
    standing_words: str


@service(Act.RECORD_URGENCY)
def clinician_case(desk: Desk, ref: str) -> ClinicianCase:
    """Open the clinical form of a case by its reference (`R-1042`); raises NotFound."""
    registration = registrations.by_ref(desk.db, ref)
    with desk.db.atomic():
        desk.audit("clinical_form_opened", registration.registration_id)
    case = case_file(desk, registration.registration_id)
    return ClinicianCase(
        registration_id=case.registration_id,
        ref=case.ref,
        patient=case.patient,
        booking=case.booking,
        leaving=case.leaving,
        leaving_answered=case.leaving_answered,
        standing_words=case.standing_words,
    )
