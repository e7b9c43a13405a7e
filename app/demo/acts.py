"""What clinicians, officers and finance do about them."""

from __future__ import annotations

from app.casework.review import Choice
from app.casework.urgency import Urgency
from app.demo.people import tick
from app.pricing.request import LineRequest
from app.pricing.tariff import Admission
from app.residency.questions import AnswerState
from app.services import (
    claiming,
    estimating,
    review,
)
from app.services.desk import Desk


def record_form(
    desk: Desk, case: str, urgency: Urgency, *, need_arose: str, necessary: str
) -> None:
    """A clinician's form, named and dated today."""
    tick(desk)
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


def put_prompts(desk: Desk, case: str, **grounds: tuple[str, ...]) -> None:
    """Put the free-care prompts in general terms; what a clinician answered stands."""
    for prompt in desk.terms.prompts:
        question = desk.law.questions.get(prompt.question_id)
        if question.asked_by == "clinician":
            continue
        value = grounds.get(prompt.question_id, (prompt.none_value,))
        give_answer(desk, case, prompt.question_id, *value)


def give_answer(desk: Desk, case: str, question_id: str, *values: str) -> None:
    """One answer of the officer's interview."""
    tick(desk)
    several = desk.law.questions.get(question_id).type.value == "multi_choice"
    review.answer(desk, case, question_id, values if several else values[0])


def charge_visitor(desk: Desk, case: str) -> None:
    """The visitor is charged."""
    put_prompts(desk, case)
    give_answer(desk, case, "s2_british_or_irish", "neither")
    give_answer(desk, case, "s2_purpose", "visit_family")
    review.add_evidence(desk, case, type_code="passport", detail="Nigerian, number ends 4567")
    decide(desk, case, Choice.CHARGE, "V2", "Visits her sister, returns in three weeks.")


def free_card_holder(desk: Desk, case: str) -> None:
    """The card covers its holder."""
    put_prompts(desk, case)
    give_answer(desk, case, "s2_doc_valid", "yes")
    give_answer(desk, case, "s2_came_for_treatment", "neither")
    review.add_evidence(desk, case, type_code="ehic", detail="Spanish card, in date")
    decide(desk, case, Choice.EUROPEAN_CARD, "E1", "Card in date, care cannot wait.")


def enter_card(desk: Desk, case: str) -> None:
    """A made-up card: its number is one that no state gives."""
    made_up = {
        "personal_id": "00000000T",
        "institution_id": "0000000000",
        "card_number": "80724000000000000000",
        "expires": "+1y",
        "student": "no",
        "copy": "yes",
    }
    form = claiming.entitlement_form(desk, case)
    (card,) = [one for one in form.types if one.id == "ehic"]
    known = {field.id: form.values.get(field.id, "") for field in card.fields}
    claiming.keep_entitlement(desk, case, card.id, {**known, **made_up})


def enter_treatment(desk: Desk, case: str) -> None:
    """The treatment, for the claim."""
    puncture = LineRequest(id="1", admission=Admission.NON_ELECTIVE, hrg="HC72A")
    claiming.keep_treatment(desk, case, started="today", ended="today", lines=(puncture,))


def free_asylum_seeker(desk: Desk, case: str) -> None:
    """The asylum seeker's care is free."""
    put_prompts(desk, case, s2_protection=("claimed_pending",))
    review.answer(desk, case, "s2_c_violence", None, AnswerState.NOT_ASKED)
    review.add_evidence(desk, case, type_code="arc_card", detail="Card seen, in date")
    decide(desk, case, Choice.EXEMPT, "E1", "Claim not yet decided, card seen.")


def charge_french(desk: Desk, case: str) -> None:
    """The visitor without a card is charged."""
    put_prompts(desk, case)
    give_answer(desk, case, "s2_british_or_irish", "neither")
    review.add_evidence(desk, case, type_code="passport", detail="French, number ends 0181")
    decide(desk, case, Choice.CHARGE, "V1", "No card and no certificate; told how to ask for one.")


def decide(desk: Desk, case: str, choice: Choice, reason: str, note: str) -> None:
    """Choose, then decide."""
    tick(desk)
    review.choose(desk, case, choice, certified=True)
    review.decide(
        desk,
        case,
        choice=choice,
        reason_code=reason,
        note=note,
        certified=True,
        no_evidence_offered=False,
    )


def estimate(
    desk: Desk, case: str, hrg: str, admission: Admission, nights: int, treatment: str
) -> estimating.IssuedEstimate:
    """An estimate letter."""
    tick(desk)
    line = LineRequest(id="1", admission=admission, hrg=hrg, length_of_stay=nights)
    return estimating.issue(desk, case, lines=(line,), treatment=treatment)
