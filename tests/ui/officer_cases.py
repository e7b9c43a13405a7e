"""Cases as far along as a test needs them, made through the services by the people who may."""

from __future__ import annotations

from app.casework.review import Choice
from app.casework.urgency import Urgency
from app.pricing.estimate import LineRequest
from app.pricing.tariff import Admission
from app.services import checking, estimating, invoicing, review
from app.services.desk import Desk
from tests.desks import sign_in
from tests.services.work import SIGNED_COPY

NO_GROUND: tuple[tuple[str, object], ...] = (
    ("s2_protection", ("none",)),
    ("s2_nrm", "none"),
    ("s2_child_care", "no"),
    ("s2_custody", "none"),
)
HIP = LineRequest(id="1", hrg="HN12F", admission=Admission.DAY_CASE)
ON_THE_WARD = LineRequest(id="1", hrg="HN12F", admission=Admission.ELECTIVE, length_of_stay=20)


def record_form(
    desk: Desk, registration_id: str, urgency: Urgency = Urgency.URGENT, *, by: str = "officer"
) -> None:
    """A signed form, copied by an officer."""
    sign_in(desk, by)
    review.record_urgency(
        desk,
        registration_id,
        urgency_value=urgency,
        clinician_name="Dr A. Roy",
        decided_on="9/3/26",
        none_of_these=True,
        need_arose="no",
        necessary="no",
        signed_form=SIGNED_COPY,
    )


def make_ready(desk: Desk, registration_id: str) -> None:
    """Every prompt answered, a passport relied on, the clinician's form recorded."""
    record_form(desk, registration_id)
    for question_id, value in NO_GROUND:
        review.answer(desk, registration_id, question_id, value)
    review.add_evidence(desk, registration_id, type_code="passport", detail="ends 4567")


def decide_to_charge(desk: Desk, registration_id: str) -> None:
    """An officer's decision that the rules share."""
    make_ready(desk, registration_id)
    review.decide(
        desk,
        registration_id,
        choice=Choice.CHARGE,
        reason_code="V2",
        note="Here to visit family",
        certified=True,
        no_evidence_offered=False,
    )


def make_billable(
    desk: Desk, registration_id: str, *, checked: bool = True, line: LineRequest = HIP
) -> None:
    """Decided, estimated at £12,495.86, and looked at by a second person."""
    decide_to_charge(desk, registration_id)
    estimating.issue(desk, registration_id, lines=(line,), treatment="Hip operation")
    if checked:
        sign_in(desk, "senior")
        checking.look(desk, registration_id, Choice.CHARGE)
        checking.second_check(desk, registration_id, agree=True, note="Agreed with the papers")


def invoice(desk: Desk, registration_id: str) -> str:
    """An invoice that finance issued; its number."""
    make_billable(desk, registration_id)
    sign_in(desk, "finance")
    return invoicing.issue(desk, registration_id).doc_no
