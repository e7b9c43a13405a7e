"""A whole registration in one go, for the command line: the same steps as at the desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.access.roles import Act
from app.core.people import Patient
from app.residency.walk import Route, route_stage_1
from app.services import finding, particulars, registration
from app.services.answers import answers_of, given, save
from app.services.desk import Desk, service
from app.store import patients, registrations


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A registration as it stands."""

    registration_id: str
    ref: str
    state: str
    outcome: str
    category: str
    basis: str
    booking: str
    patient: Patient
    answers: Mapping[str, object]


@service(Act.REGISTER)
def record(
    desk: Desk,
    patient: Patient,
    *,
    booking: str,
    answers: Mapping[str, object],
    could_not_ask: str = "",
) -> Recorded:
    """Add patient and registration with the clerk's answers, and finish it; all or nothing.

    `could_not_ask` is the reason where the questions could not be put; it always saves.
    """
    with desk.db.atomic():
        kept = finding.add_patient(desk, patient)
        step = registration.begin(desk, kept.patient_id, booking)
        for question_id, value in answers.items():
            question, answer = given(desk, question_id, value)
            registration.require_clerk(question)
            save(desk, step.registration_id, question, answer)
        known = answers_of(desk, step.registration_id)
        if could_not_ask:
            registration.could_not_ask(desk, step.registration_id, could_not_ask)
        elif route_stage_1(known, desk.law) is Route.STANDARD:
            registration.finish(desk, step.registration_id)
        else:
            particulars.continue_visitor(desk, step.registration_id)
    return _recorded(desk, registrations.get(desk.db, step.registration_id))


@service(Act.DECIDE_STATUS)
def recorded(desk: Desk, ref: str) -> Recorded:
    """A registration by its reference; raises NotFound. The reading is audited."""
    found = registrations.by_ref(desk.db, ref)
    with desk.db.atomic():
        desk.audit("case_opened", found.registration_id)
    return _recorded(desk, found)


def _recorded(desk: Desk, kept: registrations.Registration) -> Recorded:
    return Recorded(
        registration_id=kept.registration_id,
        ref=kept.ref,
        state=kept.state,
        outcome=kept.outcome,
        category=kept.category,
        basis=kept.basis,
        booking=kept.service_type,
        patient=patients.get(desk.db, kept.patient_id),
        answers={
            question_id: _plain(answer.value) if answer.value is not None else answer.state.value
            for question_id, answer in answers_of(desk, kept.registration_id).items()
        },
    )


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
