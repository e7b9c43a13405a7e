"""Who comes to the made-up desk, and what the clerk writes down."""

from __future__ import annotations

from datetime import date

from app.core.nhs_number import NHSNumber, check_digit
from app.core.people import Address, Patient
from app.demo.people import tick
from app.services import (
    finding,
    particulars,
    registration,
)
from app.services.desk import Desk


class Cast:
    """Made-up numbers in the range that is never issued."""

    def __init__(self, seed: int) -> None:
        self._next = 999_100_000 + seed % 100_000 * 8

    def nhs_number(self) -> NHSNumber:
        while check_digit(str(self._next)) is None:
            self._next += 1
        digits = f"{self._next}{check_digit(str(self._next))}"
        self._next += 1
        return NHSNumber.parse(digits)


def stage_1(desk: Desk, patient: Patient, booking: str, **answers: str) -> registration.Step:
    """Begin a registration and give the opening answers; the first step after them."""
    kept = finding.add_patient(desk, patient)
    step = registration.begin(desk, kept.patient_id, booking)
    while step.question is not None:
        tick(desk)
        given = answers[step.question.id]
        value = (given,) if step.question.id == "s1_countries_12m" else given
        step = registration.answer(desk, step.registration_id, step.question.id, value)
    return step


def a_resident(desk: Desk, cast: Cast) -> str:
    """Somebody who lives here; returns the registration, as each of these does."""
    patient = Patient(
        patient_id="",
        family_name="Smith",
        given_names="Jane",
        title="Ms",
        gender="Female",
        born=date(1985, 7, 14),
        nhs_number=cast.nhs_number(),
        address=Address(("4 Made-up Road", "London"), "E1 1ZZ", "GB"),
    )
    step = stage_1(
        desk,
        patient,
        "outpatient",
        s1_residence_12m="uk_all",
        s1_document="none",
        s1_existing_banner="no",
    )
    return registration.finish(desk, step.registration_id).registration_id


def a_visitor(desk: Desk, cast: Cast) -> str:
    """A visitor for a planned operation."""
    patient = Patient(
        patient_id="",
        family_name="Ọláìyá",
        given_names="Adaọra",
        title="Mrs",
        gender="Female",
        born=date(1990, 3, 2),
        nhs_number=cast.nhs_number(),
        phone="+234 803 555 0142",
        address_abroad=Address(("14 Marina Road", "Lagos"), "", "NG"),
        interpreter="Yoruba",
    )
    return from_abroad(desk, patient, "admission", country="Nigeria", code="NG", leaving="+3w")


def a_card_holder(desk: Desk, cast: Cast) -> str:
    """Somebody with a European card."""
    patient = Patient(
        patient_id="",
        family_name="García López",
        given_names="Inés",
        gender="Female",
        born=date(1978, 11, 23),
        nhs_number=cast.nhs_number(),
        email="ines@example.org",
        address_abroad=Address(("Calle Inventada 3", "Sevilla"), "41001", "ES"),
    )
    return from_abroad(
        desk, patient, "admission", country="Spain", code="ES", leaving="+1w", document="ehic"
    )


def a_newcomer(desk: Desk, cast: Cast) -> str:
    """Somebody who has asked for asylum."""
    patient = Patient(
        patient_id="",
        family_name="حداد",
        given_names="رامي",
        gender="Male",
        born=date(2001, 5, 30),
        nhs_number=cast.nhs_number(),
        address=Address(("House 9, Made-up Lane", "Leeds"), "LS9 7TF", "GB"),
        interpreter="Arabic",
        safe_contact="phone_only",
        phone="07700 900123",
    )
    return from_abroad(desk, patient, "outpatient", country="Syria", code="SY", leaving="unknown")


def one_without_a_card(desk: Desk, cast: Cast) -> str:
    """A visitor from Europe without a card."""
    patient = Patient(
        patient_id="",
        family_name="Lefèvre",
        given_names="Anaïs",
        gender="Female",
        born=date(1969, 1, 8),
        nhs_number=cast.nhs_number(),
        email="anais@example.org",
        address_abroad=Address(("3 rue Inventée", "Lille"), "59000", "FR"),
    )
    return from_abroad(desk, patient, "admission", country="France", code="FR", leaving="+4d")


def an_unconscious_one(desk: Desk, cast: Cast) -> str:
    """An emergency whom nobody could ask."""
    kept = finding.add_patient(
        desk,
        Patient(
            patient_id="",
            family_name="Unknown",
            given_names="",
            gender="Male",
            hospital_number=f"H{cast.nhs_number().digits[3:9]}",
        ),
    )
    step = registration.begin(desk, kept.patient_id, "emergency")
    tick(desk)
    return registration.could_not_ask(desk, step.registration_id, "unconscious").registration_id


def from_abroad(
    desk: Desk,
    patient: Patient,
    booking: str,
    *,
    country: str,
    code: str,
    leaving: str,
    document: str = "none",
) -> str:
    """Anybody who has not lived here: the visitor page, filled in and finished."""
    step = stage_1(
        desk,
        patient,
        booking,
        s1_residence_12m="abroad",
        s1_countries_12m=code,
        s1_document=document,
        s1_existing_banner="no",
    )
    given = {"country": country, "nationalities": country, "arrived": "today", "leaving": leaving}
    if document != "none":
        given |= {"document": document, "issuer": country}
    tick(desk)
    particulars.save_particulars(desk, step.registration_id, given)
    return particulars.continue_visitor(desk, step.registration_id).registration_id
