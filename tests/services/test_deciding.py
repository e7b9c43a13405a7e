"""H5, H6 and H12: a person decides, on whole questions, before the rules say what they think."""

from __future__ import annotations

from typing import Any

import pytest

from app.casework.review import Choice
from app.casework.urgency import Urgency
from app.core.errors import BadInput, Known, NotAllowed
from app.residency.questions import AnswerState
from app.services import exchange, invoicing, registration, review, two_people
from app.services.desk import Desk
from app.services.queue import PRIVATE, queue
from app.store import audit, decisions, determinations, invoices, outbox
from tests.desks import add_visitor, register_visitor
from tests.services.work import (
    HIP,
    answer,
    chargeable,
    check,
    decide,
    estimate,
    form,
    interview,
    invoice,
    invoiced,
    later,
    seated,
    visitor,
)


def refusal(desk: Desk, case: str, choice: Choice = Choice.CHARGE, **changes: Any) -> str:
    with pytest.raises(Known) as refused:
        decide(desk, case, choice, **changes)
    return refused.value.code


def test_h5_missing_answers_never_charge(desk: Desk) -> None:
    case = visitor(desk)
    with seated(desk, "officer"):
        for prompt in desk.terms.prompts:
            review.answer(desk, case, prompt.question_id, None, AnswerState.NOT_ASKED)
    assert refusal(desk, case, no_evidence_offered=True) == "not_chargeable"
    assert refusal(desk, case, no_evidence_offered=True, certified=False) == "not_chargeable"
    assert decisions.latest(desk.db, case) is None


def test_h5_every_single_missing_answer_of_a_charge_keeps_it_from_being_saved(desk: Desk) -> None:
    case = chargeable(desk)
    for prompt in desk.terms.prompts:
        if desk.law.questions.get(prompt.question_id).asked_by == "clinician":
            continue
        with seated(desk, "officer"):
            review.answer(desk, case, prompt.question_id, None, AnswerState.UNKNOWN)
        assert refusal(desk, case, certified=False) == "not_chargeable", prompt.label
        with seated(desk, "officer"):
            answer(desk, case, prompt.question_id, prompt.none_value)
    assert decide(desk, case).category == "F"


def test_h5_not_proved_is_not_chargeable(desk: Desk) -> None:
    case = visitor(desk)
    interview(desk, case)
    shown = decide(desk, case, Choice.CANNOT_TELL)
    assert (shown.category, shown.decision and shown.decision.choice) == ("P", Choice.CANNOT_TELL)
    with pytest.raises(Known) as refused:
        invoice(desk, case)
    assert refused.value.code == "not_decided"


def test_h5_a_reversal_creates_a_credit_note_that_goes_with_the_next_batch(desk: Desk) -> None:
    case, bill = invoiced(desk)
    with seated(desk, "finance"):
        exchange.prepare(desk)
    with seated(desk, "officer"):
        answer(desk, case, "s2_protection", "claimed_pending")
    shown = decide(desk, case, Choice.EXEMPT)
    assert shown.decision is not None
    assert shown.decision.second_check == "needed"
    assert [one.doc_type for one in invoices.of(desk.db, case)] == ["INV"]
    with seated(desk, "senior"):
        (proposal,) = two_people.waiting(desk)
        assert (proposal.subject, proposal.proposed_by) == (bill.doc_no, "M. Adeyemi")
    check(desk, case)
    credit = next(one for one in invoices.of(desk.db, case) if one.doc_type == "CRN")
    assert credit.related_doc_no == bill.doc_no
    assert credit.total == -bill.total
    assert credit.file_id, "the letter that tells of it"
    (told,) = outbox.waiting(desk.db)
    assert (told.kind, told.record["doc_type"]) == ("INV", "CRN")
    with seated(desk, "finance"):
        batch = exchange.prepare(desk)[-1]
        assert credit.doc_no.encode() in dict(batch.files)[f"{batch.stem}_INV.csv"]
        (account,) = invoicing.accounts(desk)
    assert (account.state, account.balance.plain) == ("Cancelled", "0.00")


def test_h5_a_returned_reversal_credits_nothing(desk: Desk) -> None:
    case, _ = invoiced(desk)
    decide(desk, case, Choice.EXEMPT)
    check(desk, case, agree=False)
    assert [one.doc_type for one in invoices.of(desk.db, case)] == ["INV"]


def test_h5_new_answers_after_a_decision_to_charge_put_it_back_in_the_queue(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case)
    estimate(desk, case)
    with seated(desk, "officer"):
        assert queue(desk) == ()
        answer(desk, case, "s2_protection", "claimed_pending")
        (row,) = queue(desk)
    assert (row.registration_id, row.reason, row.private) == (case, PRIVATE, True)
    with pytest.raises(Known) as refused:
        invoice(desk, case)
    assert refused.value.code == "review_due"


def test_h5_a_clerk_who_opens_a_decided_case_again_puts_it_back_before_the_officer(
    desk: Desk,
) -> None:
    case = chargeable(desk)
    decide(desk, case)
    estimate(desk, case)
    registration.resume(desk, case)
    registration.answer(desk, case, "s1_residence_12m", "uk_all")
    registration.finish(desk, case)
    with seated(desk, "officer"):
        assert [row.registration_id for row in queue(desk)] == [case]
    with pytest.raises(Known):
        invoice(desk, case)


def test_h5_a_returned_decision_that_is_made_again_needs_its_second_check_again(
    desk: Desk,
) -> None:
    case = chargeable(desk)
    decide(desk, case, Choice.EXEMPT)
    shown = decide(desk, case)
    assert shown.decision is not None
    assert shown.decision.second_check == "needed"
    check(desk, case, agree=False)
    again = decide(desk, case)
    assert again.decision is not None
    assert again.decision.second_check == "needed"
    estimate(desk, case)
    with pytest.raises(Known) as refused:
        invoice(desk, case)
    assert refused.value.code == "second_check_due"


def test_a_case_that_cannot_be_told_yet_stays_in_the_queue_when_the_check_agrees(
    desk: Desk,
) -> None:
    case = chargeable(desk)
    decide(desk, case)
    decide(desk, case, Choice.CANNOT_TELL)
    check(desk, case)
    with seated(desk, "officer"):
        assert [row.registration_id for row in queue(desk)] == [case]


@pytest.mark.parametrize("reason", ["large", "ground", "child", "no evidence", "reversal"])
def test_h5_a_charge_waits_for_a_second_person_where_it_is_large_or_in_doubt(
    desk: Desk, reason: str
) -> None:
    case = chargeable(desk)
    changes: dict[str, Any] = {}
    if reason == "large":
        estimate(desk, case, HIP)
    if reason == "ground":
        with seated(desk, "officer"):
            answer(desk, case, "s2_protection", "refused_final")
    if reason == "child":
        case = child(desk)
    if reason == "no evidence":
        with seated(desk, "officer"):
            (seen,) = review.open_case(desk, case).evidence
            later(desk)
            review.rely_on(desk, case, seen.evidence_id, False)
        changes["no_evidence_offered"] = True
    if reason == "reversal":
        decide(desk, case, Choice.EXEMPT)
    shown = decide(desk, case, **changes)
    assert shown.decision is not None
    assert shown.decision.second_check == "needed"
    checked = check(desk, case)
    assert checked.decision is not None
    assert checked.decision.second_check == "agreed"


def child(desk: Desk) -> str:
    with seated(desk, "clerk"):
        case = register_visitor(desk, add_visitor(desk, born_years_ago=9))
    form(desk, case)
    interview(desk, case)
    return case


def test_h5_a_large_estimate_made_after_the_decision_asks_for_the_second_check_too(
    desk: Desk,
) -> None:
    case = chargeable(desk)
    decide(desk, case)
    estimate(desk, case, HIP)
    with pytest.raises(Known) as refused:
        invoice(desk, case)
    assert refused.value.code == "second_check_due"
    check(desk, case)
    assert invoice(desk, case).total.plain == "12495.86"


def test_no_one_checks_their_own_case(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case, Choice.EXEMPT, by="senior")
    decide(desk, case, by="senior")
    with pytest.raises(NotAllowed, match="You made this decision"):
        check(desk, case, by="senior")


@pytest.mark.parametrize("number", range(5))
def test_h6_a_decision_with_an_unanswered_prompt_cannot_be_saved(desk: Desk, number: int) -> None:
    case = visitor(desk)
    with seated(desk, "officer"):
        for place, prompt in enumerate(desk.terms.prompts):
            if place != number:
                review.answer(desk, case, prompt.question_id, None, AnswerState.NOT_ASKED)
    for choice in Choice:
        assert refusal(desk, case, choice, no_evidence_offered=True) == "prompt_unanswered"
    with seated(desk, "officer"):
        left_out = desk.terms.prompts[number].question_id
        review.answer(desk, case, left_out, None, AnswerState.NOT_ASKED)
    assert decide(desk, case, Choice.CANNOT_TELL, no_evidence_offered=True).category == "P"


def test_h6_an_answer_that_says_neither_yes_nor_no_reads_as_neither(desk: Desk) -> None:
    case = visitor(desk)
    with seated(desk, "officer"):
        review.answer(desk, case, "s2_protection", ["not_given"])
        review.answer(desk, case, "s2_nrm", "not_given")
        shown = review.answer(desk, case, "s2_child_care", "unknown")
    read = {line.label: line.shown for line in shown.prompts}
    assert read["Asylum or refugee"] == "Not answered"
    assert read["Trafficking or slavery"] == "Not answered"
    assert read["Looked-after child"] == "Not answered"


def test_h6_what_a_clinician_answered_an_officer_cannot_wipe_out(desk: Desk) -> None:
    case = visitor(desk)
    with seated(desk, "clinician"):
        review.record_urgency(
            desk,
            case,
            urgency_value=Urgency.URGENT,
            clinician_name="",
            decided_on="today",
            clinical={"s2_c_violence": "torture"},
        )
    interview(desk, case)
    with seated(desk, "officer"):
        with pytest.raises(NotAllowed, match="the answer stands"):
            review.answer(desk, case, "s2_c_violence", None, AnswerState.NOT_ASKED)
        shown = review.open_case(desk, case)
    assert {one.label: one.shown for one in shown.prompts}["Violence, FGM or abuse"] == "Yes"


def test_a_clinicians_form_takes_only_the_clinicians_questions(desk: Desk) -> None:
    case = visitor(desk)
    with seated(desk, "clinician"), pytest.raises(BadInput) as refused:
        review.record_urgency(
            desk,
            case,
            urgency_value=Urgency.URGENT,
            clinician_name="",
            decided_on="today",
            clinical={"s2_purpose": "visit_family"},
        )
    assert refused.value.code == "not_clinical"


def test_a_protected_ground_shows_no_reason_on_any_list(desk: Desk) -> None:
    case = visitor(desk)
    with seated(desk, "officer"):
        answer(desk, case, "s2_nrm", "positive_reasonable_grounds")
        (row,) = queue(desk)
    assert (row.private, row.reason) == (True, PRIVATE)
    registration.resume(desk, case)
    registration.finish(desk, case)
    with seated(desk, "officer"):
        (row,) = queue(desk)
    assert row.private


def test_h12_the_suggestion_stays_hidden_until_a_choice_is_made_and_audited(desk: Desk) -> None:
    case = chargeable(desk)
    with seated(desk, "officer"):
        shown = review.open_case(desk, case)
        assert (shown.category, shown.decision) == ("", None)
        assert not {name for name in shown.__slots__ if "suggest" in name}
        before = audit.latest(desk.db, subject=case, limit=1)[0].happening.act
        suggestion = review.choose(desk, case, Choice.EXEMPT, True)
        chosen = audit.latest(desk.db, subject=case, limit=1)[0].happening
    assert before != "chosen"
    assert (chosen.act, chosen.detail) == ("chosen", {"choice": "exempt", "certified": True})
    assert (suggestion.choice, suggestion.agrees) == (Choice.CHARGE, False)
    assert "regulations" in suggestion.__slots__
    assert "reg" in suggestion.regulations


def test_h12_choice_and_suggestion_are_both_stored(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case, Choice.EXEMPT)
    first = decisions.latest(desk.db, case)
    assert first is not None
    assert (first.choice, first.suggested, first.agreed) == ("exempt", "charge", False)
    decide(desk, case, Choice.CHARGE)
    second = decisions.latest(desk.db, case)
    assert second is not None
    assert (second.choice, second.suggested, second.agreed) == ("charge", "charge", True)
    assert [one.choice for one in decisions.of(desk.db, case)] == ["exempt", "charge"]
    assert len(determinations.of(desk.db, case)) == 3, "the desk's, and one for each decision"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"reason_code": "R1"}, "no_reason"),
        ({"reason_code": ""}, "no_reason"),
        ({"note": "yes"}, "no_note"),
        ({"note": "  "}, "no_note"),
    ],
)
def test_a_decision_needs_a_fitting_reason_and_own_words(
    desk: Desk, changes: dict[str, Any], code: str
) -> None:
    assert refusal(desk, chargeable(desk), **changes) == code


def test_a_registration_the_desk_has_not_finished_cannot_be_decided(desk: Desk) -> None:
    begun = registration.begin(desk, add_visitor(desk).patient_id, "outpatient")
    with seated(desk, "officer"), pytest.raises(Known) as refused:
        review.decide(
            desk,
            begun.registration_id,
            choice=Choice.CANNOT_TELL,
            reason_code="P1",
            note="Waits for papers.",
            certified=False,
            no_evidence_offered=True,
        )
    assert refused.value.code == "not_registered"
