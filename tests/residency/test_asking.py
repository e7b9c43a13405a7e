from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given as forall
from hypothesis import settings
from hypothesis import strategies as st

from app.residency.asking import Ending, Interview, Next, next_question
from app.residency.determination import Case, determine
from app.residency.facts import FactValue
from app.residency.findings import Charged, Liable
from app.residency.line import Line
from app.residency.questions import Answer, AnswerState
from tests.residency.given import TODAY, tourist
from tests.residency.interviews import BOOKED, LAW, UNKNOWN, by_chance, given, says, usual, walk

STAGE_1 = ["s1_residence_12m", "s1_countries_12m", "s1_document", "s1_existing_banner"]
CARD = {"s1_document": "ehic", "s2_doc_issuer": "DE", "s2_doc_valid": "yes"}
OPENED: Mapping[str, Answer] = {
    name: given(name, value)
    for name, value in {
        "s1_residence_12m": "abroad",
        "s1_countries_12m": ["US"],
        "s1_document": "none",
        "s1_existing_banner": "no",
    }.items()
}


def after(answers: Mapping[str, Answer] = OPENED, **facts: FactValue) -> Next:
    return next_question(Interview(answers=answers, facts={**BOOKED, **facts}), LAW, TODAY)


def asked(found: Next) -> str | None:
    return found.question.id if found.question else None


def test_a_plain_uk_resident_is_asked_two_questions() -> None:
    walked = walk(says(s1_residence_12m="uk_all"))
    assert walked.asked == ["s1_residence_12m", "s1_document", "s1_existing_banner"]
    assert walked.end.ending is Ending.STAGE_1
    assert walked.end.settled
    assert "no finding of law" in walked.end.why


def test_a_holiday_visitor_with_a_european_card_is_asked_six_questions() -> None:
    walked = walk(says(**CARD, s1_countries_12m=["DE"], s2_f_settled="no", s2_c_necessary="yes"))
    particulars_and_checks = {"s1_countries_12m", "s1_existing_banner"}
    put = [name for name in walked.asked if name not in particulars_and_checks]
    assert put == [
        "s1_residence_12m",
        "s1_document",
        "s2_f_settled",
        "s2_doc_issuer",
        "s2_doc_valid",
        "s2_came_for_treatment",
        "s2_c_necessary",
    ]
    assert [LAW.questions.get(name).asked_by for name in put].count("clinician") == 1
    assert walked.end.ending is Ending.SETTLED


def test_stage_1_comes_first_whatever_the_record_tells() -> None:
    for facts in ({}, {"is_british_citizen": True}, {"immigration_status": "refugee"}, BOOKED):
        found = next_question(Interview(answers={}, facts=facts), LAW, TODAY)
        assert asked(found) == "s1_residence_12m"
        assert found.why == "Everyone is asked this, in these words."
        assert found.left.at_least == 3


def test_a_case_told_in_facts_alone_is_asked_nothing_once_it_is_settled() -> None:
    found = next_question(Interview(answers={}, facts=tourist()), LAW, TODAY)
    assert found.question is None
    assert found.ending is Ending.SETTLED


def test_facts_stand_for_the_opening_questions_that_would_tell_them() -> None:
    found = next_question(
        Interview(answers={}, facts={"uk_12_months": "abroad", "entitlement_document": "none"}),
        LAW,
        TODAY,
    )
    assert asked(found) == "s1_countries_12m"


def test_once_the_outcome_is_known_no_further_ground_is_asked_for() -> None:
    found = after(immigration_status="refugee", residence_uk_settled_purpose=False)
    assert found.question is None
    assert found.settled
    assert (found.left.at_least, found.left.at_most) == (0, 0)


def test_being_free_does_not_settle_whether_the_person_is_resident() -> None:
    found = after(immigration_status="refugee")
    assert asked(found) == "s2_f_settled"


@pytest.mark.parametrize("state", [AnswerState.UNKNOWN, AnswerState.REFUSED])
def test_unknown_and_refused_are_answers_and_are_not_asked_again(state: AnswerState) -> None:
    found = after({**OPENED, "s2_f_settled": Answer(state)})
    assert asked(found) not in {None, "s2_f_settled"}


def test_somebody_who_knows_nothing_is_asked_each_question_once_and_the_case_waits() -> None:
    walked = walk(lambda _: None)
    assert len(set(walked.asked)) == len(walked.asked)
    assert walked.end.ending is Ending.WAITS
    assert not walked.end.settled
    roles = [wait.role for wait in walked.end.waits_for]
    assert set(roles) == {"clerk", "officer", "clinician"}
    named = {wait.role: wait.questions for wait in walked.end.waits_for}
    assert "s2_f_settled" in named["officer"]


def test_could_not_ask_is_given_once_and_counts_as_unknown_for_everything() -> None:
    found = next_question(
        Interview(answers={}, facts=BOOKED, could_not_ask="emergency"), LAW, TODAY
    )
    assert found.question is not None
    assert found.question.asked_by == "clinician"
    said = dict.fromkeys((q.id for q in LAW.questions.all if q.asked_by == "clinician"), UNKNOWN)
    ended = next_question(
        Interview(answers=said, facts=BOOKED, could_not_ask="emergency"), LAW, TODAY
    )
    assert ended.ending is Ending.WAITS


def test_intrusive_questions_come_last_and_from_the_role_that_may_ask() -> None:
    walked = walk(usual)
    put = [LAW.questions.get(name) for name in walked.asked]
    first = next(place for place, question in enumerate(put) if question.sensitive)
    assert all(question.sensitive for question in put[first:])
    assert all(question.asked_by != "clerk" for question in put[first:])


def test_a_question_says_which_ground_it_can_tell_and_names_no_protected_one() -> None:
    assert "British citizen" in after().why
    walked = walk(usual)
    by_name = {step.question.id: step.why for step in walked.steps if step.question}
    assert by_name["s2_nrm"] == "The answer can still tell whether a ground for free care is true."
    assert by_name["s2_crew"] == "The answer tells who would owe a charge."


def test_a_case_waits_on_a_named_role_for_a_named_question() -> None:
    settled = {**OPENED, **{k: given(k, v) for k, v in CARD.items()}}
    settled["s2_f_settled"] = given("s2_f_settled", "no")
    settled["s2_came_for_treatment"] = given("s2_came_for_treatment", "neither")
    found = after(settled)
    assert asked(found) == "s2_c_necessary"
    assert found.waits_for[0].role == "clinician"
    assert found.waits_for[0].questions[0] == "s2_c_necessary"


def test_a_referral_without_a_decision_leaves_the_case_waiting() -> None:
    walked = walk(says(s2_nrm="referred"))
    assert walked.end.ending is Ending.WAITS


def test_under_the_certificate_only_a_clinicians_word_is_still_open() -> None:
    answers = {**OPENED, "s2_f_settled": given("s2_f_settled", "no")}
    found = next_question(Interview(answers=answers, facts=BOOKED, certified=True), LAW, TODAY)
    assert found.question is not None
    assert {wait.role for wait in found.waits_for} == {"clinician"}


def test_the_day_of_birth_matters_while_somebody_might_owe_a_charge() -> None:
    unknown_birth = {k: v for k, v in BOOKED.items() if k != "date_of_birth"}
    assert "s2_dob" in walk(usual, unknown_birth).asked
    freed = walk(says(s2_permission="refugee", s2_f_settled="no"), unknown_birth)
    assert "s2_dob" not in freed.asked


def test_nobody_is_asked_for_a_payer_once_the_payer_is_known() -> None:
    unknown_birth = {k: v for k, v in BOOKED.items() if k != "date_of_birth"}
    walked = walk(says(s2_crew="air"), unknown_birth)
    assert walked.asked.index("s2_crew") > walked.asked.index("s2_dob")
    grown: dict[str, FactValue] = {
        "looked_after_child": False,
        "parent_group": "none",
        "is_authorised_child": False,
    }
    aboard = {**unknown_birth, **grown, "ship_crew": True, "air_crew": False}
    assert "s2_dob" not in walk(usual, aboard).asked


def test_a_lower_rate_is_a_difference_in_outcome() -> None:
    eea = says(s2_country_of_residence="DE", s2_c_course=None, s1_countries_12m=["DE"])
    assert "s2_c_course" in walk(eea).asked
    assert "s2_c_course" not in walk(usual).asked


def test_assisted_conception_asks_when_the_course_began_of_a_surcharge_payer() -> None:
    payer = says(
        s2_f_settled="no",
        s2_permission="visa_more_than_6_months",
        s2_ihs="paid",
        s2_permission_dates=["2025-01-01", "2027-01-01"],
    )
    conception = {**BOOKED, "service_type": "assisted_conception"}
    walked = walk(payer, {**conception, "service_is_assisted_conception": True})
    assert "s2_c_course" in walked.asked
    assert "s2_c_course" not in walk(payer).asked
    unsure = walk(payer, conception)
    assert "s2_c_course" in unsure.asked


def test_what_the_line_knows_is_not_asked_and_every_line_is_settled() -> None:
    lines = (
        Line("emergency", {"service_type": "a_and_e", "service_is_outpatient_appointment": False}),
        Line("ward", {"admitted_as_inpatient": True, "service_date": TODAY + timedelta(days=1)}),
    )
    answers = {**OPENED, "s2_f_settled": given("s2_f_settled", "no")}
    interview = Interview(answers=answers, facts=BOOKED, lines=lines)
    found = next_question(interview, LAW, TODAY)
    assert found.question is not None
    only_free = next_question(Interview(answers=answers, facts=BOOKED, lines=lines[:1]), LAW, TODAY)
    assert only_free.settled


def test_an_answer_may_be_given_to_a_question_there_is_no_more() -> None:
    found = after({**OPENED, "s9_of_an_older_pack": given("s2_student", "yes")})
    assert asked(found) == asked(after())


@settings(max_examples=30, deadline=None)
@forall(seed=st.integers(0, 2**32))
def test_the_questions_left_stay_within_what_was_said(seed: int) -> None:
    chance = Random(seed)
    facts = dict(BOOKED)
    facts["service_type"] = chance.choice(("other", "a_and_e", "maternity", "assisted_conception"))
    on = chance.choice((TODAY, date(2016, 1, 10), date(2020, 6, 1), date(2021, 3, 1)))
    walked = walk(by_chance(chance), facts, on=on)
    total = len(walked.asked)
    for number, step in enumerate(walked.steps[:-1]):
        assert step.left.at_least <= total - number <= step.left.at_most
    assert len(set(walked.asked)) == total


@settings(max_examples=30, deadline=None)
@forall(seed=st.integers(0, 2**32))
def test_what_settles_an_interview_settles_the_determination(seed: int) -> None:
    walked = walk(by_chance(Random(seed)))
    facts = {**LAW.questions.facts_from(walked.answers, BOOKED), **BOOKED}
    found = determine(Case(facts), LAW, TODAY)
    if walked.end.ending is Ending.SETTLED:
        assert found.chargeable in (Charged.YES, Charged.NO)
        assert found.ordinarily_resident != "undetermined"
        assert found.lines[0].liable_party in (None, *Liable)
    if walked.end.ending is Ending.WAITS:
        assert found.charging_category == "P"


@settings(max_examples=20, deadline=None)
@forall(seed=st.integers(0, 2**32), back=st.integers(1, 12))
def test_going_back_and_forward_again_gives_the_identical_state(seed: int, back: int) -> None:
    walked = walk(by_chance(Random(seed)))
    order = walked.asked
    kept = order[: max(0, len(order) - back)]
    answers = {name: walked.answers[name] for name in kept}
    for number in range(len(kept), len(order) + 1):
        again = next_question(Interview(answers=dict(answers), facts=BOOKED), LAW, TODAY)
        assert again == walked.steps[number]
        if number < len(order):
            answers[order[number]] = walked.answers[order[number]]
