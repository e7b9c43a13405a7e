"""An undertaking to pay: the patient's own, or somebody else's who promises to (7.5)."""

from __future__ import annotations

from app.casework.letter_kinds import LetterKind
from app.core.errors import BadInput
from app.core.money import Money
from app.core.people import Patient
from app.pricing.estimate import Estimate, estimate
from app.services.answers import answers_of, shown
from app.services.desk import Desk
from app.services.estimating import request_from
from app.services.letter_parts import (
    Contents,
    LetterChoices,
    one_line,
    person,
    plan_of,
    tidied,
)
from app.store import estimates, patients
from app.store.registrations import Registration

_NATIONALITIES = "s2_nationalities"


def issued_estimate(desk: Desk, registration_id: str) -> tuple[str, Estimate] | None:
    """The last estimate given out, priced as it was; None where there is none."""
    issued = estimates.of(desk.db, registration_id)
    if not issued:
        return None
    kept = issued[-1]
    return kept.estimate_no, estimate(request_from(dict(kept.body)), desk.shelf, desk.forces)


def undertaking(
    desk: Desk,
    registration: Registration,
    choices: LetterChoices,
    *,
    doc_no: str = "",
    amount: Money | None = None,
) -> Contents:
    """What an undertaking holds: of the patient, or of somebody else with blanks to fill in."""
    kind = LetterKind.UNDERTAKING
    _, signer, relation = tidied(choices)
    if signer and not relation:
        raise BadInput("no_relation", "Say how they are related to the patient.", "relation")
    patient, say = patients.get(desk.db, registration.patient_id), plan_of(desk, kind).phrases
    known = issued_estimate(desk, registration.registration_id)
    caption = "estimated" if amount is None else "invoiced"
    shown = amount or (known[1].total if known else say["unknown"])
    return Contents(
        values={
            **person(desk, registration, patient),
            "estimate_no": known[0] if known else "",
            "doc_no": doc_no,
            "sum_caption": say[caption],
            "amount": shown,
            "signer": signer or patient.name,
            "third_party": bool(signer),
            "relation": relation or say["the_patient"],
            **_contact(desk, registration, patient, own=not signer),
        }
    )


def _contact(
    desk: Desk, registration: Registration, patient: Patient, *, own: bool
) -> dict[str, object]:
    """What is known of the patient; a third party writes down their own.

    An address that must not be used stays off this page as well: it may lie open at home (H8).
    """
    countries = desk.press.words.common.countries
    answer = answers_of(desk, registration.registration_id).get(_NATIONALITIES)
    nationality = shown(desk, desk.law.questions.get(_NATIONALITIES), answer) if answer else ""
    shows = own and not patient.not_by_post
    return {
        "address": one_line(patient.address, countries) if shows else "",
        "address_abroad": one_line(patient.address_abroad, countries) if shows else "",
        "phone": patient.phone if own else "",
        "email": patient.email if own else "",
        "nationality": nationality if own else "",
    }
