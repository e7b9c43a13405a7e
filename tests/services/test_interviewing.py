"""The officer's interview by the next question: back and forth, off the path, who waits."""

from __future__ import annotations

import pytest

from app.casework.review import Choice
from app.residency.asking import Ending
from app.residency.questions import AnswerState
from app.services import estimating, interviewing, needs, queue, registration, review
from app.services.casefile import CaseFile
from app.services.desk import Desk
from app.services.interviewing import InterviewStep
from app.services.needs import Needs
from app.store import audit, determinations
from tests.desks import add_visitor, sign_in
from tests.services.work import DAY_CASE, answer, decide, form, interview, visitor


@pytest.fixture
def case(desk: Desk) -> str:
    one = visitor(desk)
    sign_in(desk, "officer")
    return one


def step(desk: Desk, case: str) -> InterviewStep:
    return interviewing.interview(desk, case)


def plain_no(desk: Desk, case: str) -> CaseFile:
    """The next question answered with the answer that claims nothing."""
    question = step(desk, case).question
    assert question is not None
    return review.answer(desk, case, question.id, None, AnswerState.UNKNOWN)


def test_the_officer_is_asked_one_question_and_told_why(desk: Desk, case: str) -> None:
    now = step(desk, case)
    assert now.question is not None
    assert now.question.asked_by == "officer"
    assert now.why.startswith("The answer can still tell")
    assert 1 <= now.at_least <= now.at_most
    assert now.ending is Ending.OPEN
    assert not now.settled


def test_the_same_step_is_in_the_case_as_it_is_read(desk: Desk, case: str) -> None:
    assert review.open_case(desk, case).step == step(desk, case)


def test_reading_the_next_question_writes_nothing(desk: Desk, case: str) -> None:
    before = audit.latest(desk.db, limit=1)
    step(desk, case)
    assert audit.latest(desk.db, limit=1) == before


def test_h11_not_sure_is_an_answer_and_is_not_asked_again(desk: Desk, case: str) -> None:
    asked = []
    while (question := step(desk, case).question) is not None:
        asked.append(question.id)
        review.answer(desk, case, question.id, None, AnswerState.UNKNOWN)
    assert len(asked) == len(set(asked))
    ended = step(desk, case)
    assert ended.question is None
    assert not ended.settled


def test_h11_prefers_not_to_say_moves_no_outcome_against_the_patient(desk: Desk, case: str) -> None:
    while (question := step(desk, case).question) is not None:
        shown = review.answer(desk, case, question.id, None, AnswerState.REFUSED)
    assert review.choose(desk, case, Choice.CHARGE, False).missing
    assert shown.decision is None


def test_a_case_that_waits_says_for_whom_and_for_what(desk: Desk, case: str) -> None:
    while step(desk, case).question is not None:
        plain_no(desk, case)
    waits = {wait.role: [one.id for one in wait.questions] for wait in step(desk, case).waits}
    assert "s2_c_arose" in waits["clinician"] or "s2_c_condition" in waits["clinician"]


def test_a_question_of_a_clinicians_is_never_put_to_the_officer(desk: Desk, case: str) -> None:
    while (question := step(desk, case).question) is not None:
        assert question.asked_by != "clinician"
        plain_no(desk, case)


def test_back_and_forward_again_gives_the_identical_state(desk: Desk, case: str) -> None:
    steps = []
    for _ in range(4):
        steps.append(step(desk, case))
        plain_no(desk, case)
    now = step(desk, case)
    assert [line.question.id for line in now.trail[-4:]] == [
        one.question.id for one in steps if one.question is not None
    ]
    for line in now.trail[-4:]:  # the same answers again, the earliest first
        review.answer(desk, case, line.question.id, None, AnswerState.UNKNOWN)
        assert step(desk, case) == now


def test_another_answer_and_then_the_first_again_gives_the_identical_state(
    desk: Desk, case: str
) -> None:
    answer(desk, case, "s2_permission", "visa_more_than_6_months")
    answer(desk, case, "s2_ihs", "paid")
    before = step(desk, case)
    answer(desk, case, "s2_ihs", "not_paid")
    assert step(desk, case) != before
    answer(desk, case, "s2_ihs", "paid")
    assert step(desk, case) == before


def test_an_answer_off_the_path_is_kept_and_influences_nothing(desk: Desk, case: str) -> None:
    form(desk, case)
    interview(desk, case)
    sign_in(desk, "officer")
    answer(desk, case, "s2_ihs", "paid")
    plain = review.open_case(desk, case)
    found = review.choose(desk, case, Choice.CHARGE, True)
    answer(desk, case, "s2_ihs", "fully_refunded")
    answer(desk, case, "s2_health_worker", "health_or_care_worker_or_family")
    back = answer(desk, case, "s2_ihs", "paid")
    (kept,) = back.step.kept
    assert kept.question.id == "s2_health_worker"
    assert kept.shown
    lines = {one.question.id: one.shown for part in back.interview for one in part.lines}
    assert lines["s2_health_worker"] == f"{kept.shown} (not relied on)"
    assert [line.label for line in back.answers] == [line.label for line in plain.answers]
    assert "s2_health_worker" not in [line.question.id for line in back.step.trail]
    assert back.step.question == plain.step.question
    assert (back.step.at_least, back.step.at_most) == (plain.step.at_least, plain.step.at_most)
    assert review.choose(desk, case, Choice.CHARGE, True) == found


def test_an_answer_off_the_path_moves_no_queue_and_no_estimate(desk: Desk, case: str) -> None:
    form(desk, case)
    interview(desk, case)
    sign_in(desk, "officer")
    answer(desk, case, "s2_family", "none")
    rows = queue.queue(desk)
    price = estimating.preview(desk, case, (DAY_CASE,))
    kept = len(determinations.of(desk.db, case))
    answer(desk, case, "s2_family_together", "yes")
    assert [line.question.id for line in step(desk, case).kept] == ["s2_family_together"]
    assert queue.queue(desk) == rows
    assert estimating.preview(desk, case, (DAY_CASE,)) == price
    assert len(determinations.of(desk.db, case)) == kept


def test_the_certificate_closes_the_interview_and_a_later_claim_opens_it(desk: Desk) -> None:
    one = visitor(desk)
    form(desk, one)
    interview(desk, one)
    decide(desk, one)
    sign_in(desk, "officer")
    closed = step(desk, one)
    assert closed.certified
    assert closed.question is None
    assert closed.settled
    answer(desk, one, "s2_forces", "uk_forces")
    assert not step(desk, one).certified


def test_somebody_nobody_could_ask_is_asked_from_the_first_question_on(desk: Desk) -> None:
    sign_in(desk, "clerk")
    patient = add_visitor(desk, family_name="Okafor")
    begun = registration.begin(desk, patient.patient_id, "outpatient").registration_id
    registration.could_not_ask(desk, begun, "unconscious")
    sign_in(desk, "officer")
    first = step(desk, begun)
    assert first.question is not None
    assert first.question.id == desk.law.questions.stage_1[0].id
    assert first.why == "Everyone is asked this, in these words."


def test_when_the_outcome_is_known_nothing_more_is_asked(desk: Desk, case: str) -> None:
    answer(desk, case, "s2_protection", "claimed_pending")
    answer(desk, case, "s2_f_settled", "no")
    ended = step(desk, case)
    while ended.question is not None:
        plain_no(desk, case)
        ended = step(desk, case)
    assert ended.ending in (Ending.SETTLED, Ending.WAITS)


@pytest.mark.slow
def test_h7_the_interview_after_stage_1_knows_no_name_and_no_language(desk: Desk) -> None:
    asked = []
    for family, given in (("Okafor", "Ada"), ("Smith", "Jane"), ("Nguyễn", "Thị Hoa")):
        one = visitor(desk, family_name=family, given_names=given)
        sign_in(desk, "officer")
        patient = review.open_case(desk, one).patient
        needs.record(desk, patient.patient_id, Needs(interpreter=given))
        steps = []
        while (now := step(desk, one)).question is not None:
            steps.append((now.question, now.why, now.at_least, now.at_most))
            plain_no(desk, one)
        asked.append(steps)
    assert asked[0] == asked[1] == asked[2]
