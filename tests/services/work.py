"""A morning's acts in one line each, through the services, everybody as themselves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from app.access.roles import Role
from app.casework.review import Choice
from app.casework.urgency import Urgency
from app.machine import FixedClock
from app.pricing.request import LineRequest
from app.pricing.tariff import Admission
from app.residency.questions import AnswerState
from app.scans.taking_in import take_in
from app.services import checking, crediting, documents, estimating, invoicing, review, signin
from app.services.casefile import CaseFile
from app.services.desk import Desk
from app.services.documents import PaperShown
from app.services.filing import Issued
from app.store import registrations
from tests.desks import PASSWORD, add_visitor, register_visitor
from tests.scans.samples import TERMS, jpeg, pdf

SECOND_ADMIN = "second.admin"
DAY_CASE = LineRequest(id="1", admission=Admission.ELECTIVE, hrg="HC72A", length_of_stay=0)
SIGNED_COPY = take_in(jpeg(), TERMS)  # of a form that a clinician signed
HIP = LineRequest(id="1", admission=Admission.ELECTIVE, hrg="HN12F", length_of_stay=3)


@contextmanager
def seated(desk: Desk, name: str) -> Iterator[Desk]:
    """Let somebody sit at the desk for a while, then whoever sat there before."""
    before = desk.user
    signin.act_as(desk, name)
    try:
        yield desk
    finally:
        desk.user = before


def later(desk: Desk, minutes: int = 1) -> None:
    """Let time pass."""
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(desk.clock.now() + timedelta(minutes=minutes))


def days_later(desk: Desk, days: int) -> None:
    """Let days pass."""
    later(desk, minutes=days * 24 * 60)


def add_second_admin(desk: Desk) -> None:
    """Whoever approves what the first administrator asks for."""
    with seated(desk, "admin"):
        signin.add_person(
            desk,
            name=SECOND_ADMIN,
            display_name="B. Second",
            password=PASSWORD,
            roles=[Role.ADMIN],
        )


def ref_of(desk: Desk, case: str) -> str:
    """What a case is called on screen and paper."""
    return registrations.get(desk.db, case).ref


def visitor(desk: Desk, *, booking: str = "admission", **patient: Any) -> str:
    """A visitor from Nigeria, registered and flagged; returns the registration."""
    with seated(desk, "clerk"):
        return register_visitor(desk, add_visitor(desk, **patient), booking=booking)


def form(
    desk: Desk,
    case: str,
    urgency: Urgency = Urgency.NON_URGENT,
    *,
    need_arose: str = "no",
    necessary: str = "no",
) -> None:
    """The clinician's own form, named and dated today."""
    later(desk)
    with seated(desk, "clinician"):
        review.record_urgency(
            desk,
            case,
            urgency_value=urgency,
            clinician_name="",
            decided_on="today",
            none_of_these=True,
            need_arose=need_arose,
            necessary=necessary,
        )


def answer(desk: Desk, case: str, question_id: str, *values: str) -> CaseFile:
    """An officer's question answered; sit as an officer first."""
    several = desk.law.questions.get(question_id).type.value == "multi_choice"
    return review.answer(desk, case, question_id, values if several else values[0])


def interview(desk: Desk, case: str, **grounds: str) -> None:
    """Put every prompt to the patient, and the two questions a visitor's charge rests on."""
    with seated(desk, "officer"):
        for prompt in desk.terms.prompts:
            if desk.law.questions.get(prompt.question_id).asked_by == "clinician":
                if prompt.question_id not in grounds and not _is_answered(desk, case, prompt.label):
                    review.answer(desk, case, prompt.question_id, None, AnswerState.NOT_ASKED)
                continue
            answer(
                desk, case, prompt.question_id, grounds.get(prompt.question_id, prompt.none_value)
            )
        answer(desk, case, "s2_british_or_irish", "neither")
        answer(desk, case, "s2_purpose", "visit_family")
        review.add_evidence(desk, case, type_code="passport", detail="Nigerian, ends 4567")


def _is_answered(desk: Desk, case: str, label: str) -> bool:
    prompts = review.open_case(desk, case).prompts
    return any(prompt.label == label and prompt.shown for prompt in prompts)


def decide(
    desk: Desk, case: str, choice: Choice = Choice.CHARGE, *, by: str = "officer", **changes: Any
) -> CaseFile:
    """Choose, then decide; complete unless a change says otherwise."""
    later(desk)
    reasons = {reason.code for reason in desk.terms.reasons if choice in reason.choices}
    asked: dict[str, Any] = {
        "reason_code": min(reasons),
        "note": "Visits her sister, goes back.",
        "certified": True,
        "no_evidence_offered": False,
    } | changes
    with seated(desk, by):
        review.choose(desk, case, choice, asked["certified"])
        return review.decide(desk, case, choice=choice, **asked)


def check(
    desk: Desk,
    case: str,
    *,
    agree: bool = True,
    by: str = "senior",
    found: Choice = Choice.CHARGE,
) -> CaseFile:
    """A senior officer's second look: what they find themselves, then their word."""
    later(desk)
    with seated(desk, by):
        checking.look(desk, case, found)
        return checking.second_check(desk, case, agree=agree, note="Looked at it all.")


def chargeable(desk: Desk, **patient: Any) -> str:
    """A visitor with a clinician's form and a whole interview, ready for a decision to charge."""
    case = visitor(desk, **patient)
    form(desk, case)
    interview(desk, case)
    return case


def decided_on_a_passport(desk: Desk, **patient: Any) -> str:
    """A case that an officer decided with a copy of a passport of two pages; its registration."""
    case = chargeable(desk, **patient)
    with seated(desk, "officer"):
        documents.note(desk, case, PaperShown(type_code="passport"), take_in(pdf(2), TERMS))
    decide(desk, case)
    return case


def estimate(desk: Desk, case: str, line: LineRequest = DAY_CASE) -> estimating.IssuedEstimate:
    """An estimate letter issued by an officer."""
    later(desk)
    with seated(desk, "officer"):
        return estimating.issue(desk, case, lines=(line,), treatment="Planned operation")


def invoice(desk: Desk, case: str) -> Issued:
    """An invoice issued by finance."""
    later(desk)
    with seated(desk, "finance"):
        return invoicing.issue(desk, case)


def invoiced(desk: Desk, **patient: Any) -> tuple[str, Issued]:
    """A case from the front desk to its invoice."""
    case = chargeable(desk, **patient)
    decide(desk, case)
    estimate(desk, case)
    return case, invoice(desk, case)


def credit(desk: Desk, doc_no: str) -> Issued:
    """A charge taken back: finance proposes, a senior officer approves."""
    later(desk)
    with seated(desk, "finance"):
        crediting.propose_credit(desk, doc_no, "Charge not due.")
    with seated(desk, "senior"):
        return crediting.approve_credit(desk, doc_no)
