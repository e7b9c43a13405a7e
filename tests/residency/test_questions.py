from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import BadInput
from app.library.law import load_law
from app.residency.conditions import Truth
from app.residency.facts import FactValue
from app.residency.questions import Answer, AnswerState, Question, QuestionBook
from tests.core.attempt import attempt

BOOK = load_law().questions


def said(**answers: object) -> dict[str, Answer]:
    """Answers as given at a desk, checked as they are kept."""
    return {
        name: Answer(AnswerState.ANSWERED, BOOK.check(name, value))
        for name, value in answers.items()
    }


@pytest.mark.parametrize(
    ("question_id", "given_value", "kept"),
    [
        ("s1_document", "ehic", "ehic"),
        ("s1_existing_banner", "no", "no"),
        ("s1_existing_banner", True, "yes"),
        ("s2_f_settled", False, "no"),
        ("s2_f_settled", "unknown", "unknown"),
        ("s2_protection", ["section_95", "claimed_pending"], ("claimed_pending", "section_95")),
        ("s2_protection", "none", ("none",)),
        ("s2_dob", "1990-03-02", date(1990, 3, 2)),
        ("s2_dob", date(1990, 3, 2), date(1990, 3, 2)),
        ("s2_country_of_residence", "no", "NO"),
        ("s1_countries_12m", ["PL", "NO", "PL"], ("PL", "NO")),
        ("s1_countries_12m", "na", ("NA",)),
        ("s2_names", " Zoe\u0308 ", "Zo\u00eb"),
        ("s2_doc_details", "card 80...", "card 80..."),
        ("s2_permission_dates", ["2024-09-01", "2025-09-30"], ("2024-09-01", "2025-09-30")),
        ("s2_permission_dates", "2024-09-01/2025-09-30", ("2024-09-01", "2025-09-30")),
        ("s2_permission_dates", "2024-09-01", ("2024-09-01", "")),
        ("s2_permission_dates", [None, date(2025, 9, 30)], ("", "2025-09-30")),
    ],
)
def test_an_answer_is_kept_in_one_form(
    question_id: str, given_value: object, kept: FactValue
) -> None:
    assert BOOK.check(question_id, given_value) == kept
    assert BOOK.check(question_id, kept) == kept


@pytest.mark.parametrize(
    ("question_id", "given_value", "code"),
    [
        ("s1_document", "passport", "bad_value"),
        ("s1_document", True, "bad_value"),
        ("s1_document", None, "bad_value"),
        ("s2_protection", [], "bad_value"),
        ("s2_protection", ["none", "section_95"], "bad_value"),
        ("s2_protection", [3], "bad_value"),
        ("s2_dob", "2026-02-30", "bad_date"),
        ("s2_dob", 19900302, "bad_date"),
        ("s2_country_of_residence", "UK", "bad_value"),
        ("s2_country_of_residence", 44, "bad_value"),
        ("s1_countries_12m", [], "bad_value"),
        ("s2_names", "  ", "bad_value"),
        ("s2_names", 7, "bad_value"),
        ("s2_permission_dates", ["2025-09-30", "2024-09-01"], "bad_date"),
        ("s2_permission_dates", ["2025-09-30"] * 3, "bad_date"),
        ("s2_permission_dates", {"from": "2025-09-30"}, "bad_date"),
    ],
)
def test_an_answer_a_question_cannot_take_is_refused_by_name(
    question_id: str, given_value: object, code: str
) -> None:
    with pytest.raises(BadInput) as refused:
        BOOK.check(question_id, given_value)
    assert (refused.value.code, refused.value.field) == (code, question_id)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda some: st.lists(some, max_size=3) | st.dictionaries(st.text(), some, max_size=3),
    max_leaves=4,
)


@given(question=st.sampled_from(BOOK.all), value=JSON)
def test_anything_at_all_is_kept_or_refused_in_a_sentence(
    question: Question, value: object
) -> None:
    name = question.id
    answer = attempt(lambda: BOOK.check(name, value))
    if isinstance(answer, BadInput):
        assert answer.message.endswith(".")


def test_nationality_may_be_of_no_country_and_then_says_nothing_to_the_law() -> None:
    assert BOOK.check("s2_nationalities", []) == ()
    stateless = {"s2_nationalities": Answer(AnswerState.ANSWERED, ())}
    assert BOOK.facts_from(stateless) == {}
    with pytest.raises(BadInput, match="at least one country"):
        BOOK.check("s1_countries_12m", [])


def test_a_question_nobody_wrote_is_refused() -> None:
    with pytest.raises(BadInput) as refused:
        BOOK.get("s9_shoe_size")
    assert refused.value.code == "unknown_question"
    assert "s9_shoe_size" not in BOOK
    assert "s2_dob" in BOOK


def test_sections_are_walked_in_order() -> None:
    assert BOOK.sections[0] == "stage_1"
    assert BOOK.sections[-1] == "clinician_form"
    assert BOOK.section("money")[0].id == "s2_insurance"
    assert sum(len(BOOK.section(name)) for name in BOOK.sections) == len(BOOK.all) == 101


def test_yes_and_no_set_the_fact_and_not_sure_sets_nothing() -> None:
    assert BOOK.facts_from(said(s2_f_settled="yes")) == {"residence_uk_settled_purpose": True}
    assert BOOK.facts_from(said(s2_f_settled="no")) == {"residence_uk_settled_purpose": False}
    assert BOOK.facts_from(said(s2_f_settled="unknown")) == {}


def test_an_option_may_settle_several_facts() -> None:
    assert BOOK.facts_from(said(s2_british_or_irish="both")) == {
        "is_british_citizen": True,
        "is_irish_citizen": True,
    }
    assert BOOK.facts_from(said(s2_permission="visitor")) == {
        "immigration_status": "visitor",
        "ihs_state": "exempt_short_or_visitor",
    }
    assert BOOK.facts_from(said(s2_permission="not_given")) == {}


def test_the_document_looked_at_overrides_the_document_told_of() -> None:
    told = said(s1_document="s1_non_uk")
    seen = said(s2_doc_kind="uk_s1")
    assert BOOK.facts_from(told) == {"entitlement_document": "s1_non_uk"}
    assert BOOK.facts_from({**seen, **told}) == {"entitlement_document": "uk_s1"}


def test_an_unticked_box_says_no_once_another_is_ticked() -> None:
    facts = BOOK.facts_from(said(s2_forces=["nato"]))
    assert facts == {
        "nato_article_ix_5": True,
        "uk_forces_member": False,
        "war_pension": False,
        "afcs_payment": False,
    }
    assert "qualifying_employee" not in BOOK.facts_from(said(s2_forces=["crown_servant"]))


def test_not_answered_is_no_tick() -> None:
    assert BOOK.facts_from(said(s2_protection=["not_given"])) == {}
    assert BOOK.facts_from(said(s2_protection=["none"]))["support_section_95"] is False


def test_ticks_that_disagree_leave_the_fact_open() -> None:
    facts = BOOK.facts_from(said(s2_protection=["claimed_pending", "refused_final"]))
    assert "asylum_application_undetermined" not in facts
    assert facts["asylum_application_rejected"] is True


def test_two_days_settle_two_facts() -> None:
    assert BOOK.facts_from(said(s2_permission_dates="2024-09-01/2025-09-30")) == {
        "leave_valid_from": date(2024, 9, 1),
        "leave_valid_to": date(2025, 9, 30),
    }
    assert BOOK.facts_from(said(s2_permission_dates="2024-09-01")) == {
        "leave_valid_from": date(2024, 9, 1)
    }


def test_the_clinician_names_the_disease() -> None:
    assert BOOK.facts_from(said(s2_c_condition="tuberculosis")) == {"condition_id": "tuberculosis"}
    assert BOOK.facts_from(said(s2_c_condition="none")) == {"condition_id": "none"}


@pytest.mark.parametrize("state", [AnswerState.UNKNOWN, AnswerState.REFUSED, AnswerState.NOT_ASKED])
def test_unknown_refused_and_not_asked_set_nothing(state: AnswerState) -> None:
    assert BOOK.facts_from({"s2_f_settled": Answer(state, "no")}) == {}


def test_an_answer_left_over_from_a_closed_question_says_nothing() -> None:
    refunded = said(s2_ihs="fully_refunded", s2_health_worker="health_or_care_worker_or_family")
    assert BOOK.facts_from(refunded) == {"ihs_state": "fully_refunded_health_care"}
    changed = {**refunded, **said(s2_ihs="paid")}
    assert BOOK.facts_from(changed) == {"ihs_state": "paid"}


def test_closing_a_question_closes_those_behind_it() -> None:
    behind = said(s2_forces=["none"], s2_f_qualifying_employee="yes", s2_on_duty="yes")
    assert "visiting_in_course_of_qualifying_employment" not in BOOK.facts_from(behind)
    open_ = said(s2_forces=["crown_servant"], s2_f_qualifying_employee="yes", s2_on_duty="yes")
    assert BOOK.facts_from(open_)["visiting_in_course_of_qualifying_employment"] is True


def test_an_answer_without_its_opening_still_counts() -> None:
    assert BOOK.facts_from(said(s2_on_duty="yes")) == {
        "visiting_in_course_of_qualifying_employment": True
    }


def test_openings_turn_on_ticks_and_on_facts() -> None:
    medical = BOOK.get("s2_f_forces_medical")
    together = BOOK.get("s2_family_together")
    left = BOOK.get("s2_left_since")
    assert BOOK.shown(medical, said(s2_forces=["war_pension", "nato"])) is Truth.TRUE
    assert BOOK.shown(medical, said(s2_forces=["war_pension"])) is Truth.FALSE
    assert BOOK.shown(together, said(s2_family="child")) is Truth.TRUE
    assert BOOK.shown(together, said(s2_family="none")) is Truth.FALSE
    assert BOOK.shown(together, {}) is Truth.UNKNOWN
    assert BOOK.shown(left, {}, {"earlier_exemption_in_course": "protected"}) is Truth.TRUE
    assert BOOK.shown(left, {}, {"earlier_exemption_in_course": "none"}) is Truth.FALSE
    assert BOOK.shown(BOOK.get("s2_dob"), {}) is Truth.TRUE


def test_a_ship_question_opens_for_its_years_alone() -> None:
    flag, crew = BOOK.get("s2_ship_flag"), said(s2_crew="ship")
    assert BOOK.shown(flag, crew, {"service_date": date(2017, 8, 20)}) is Truth.TRUE
    assert BOOK.shown(flag, crew, {"service_date": date(2017, 8, 21)}) is Truth.FALSE


def test_what_the_officer_concludes_is_marked_as_a_finding() -> None:
    assert BOOK.get("s2_f_settled").finding
    assert not BOOK.get("s2_dob").finding
    assert BOOK.get("s2_protection").sensitive
    assert BOOK.get("s2_permission_dates").is_range


def test_stage_1_is_asked_first_and_sensitive_questions_after_all_others() -> None:
    assert BOOK.ranked[: len(BOOK.stage_1)] == BOOK.stage_1
    of_the_law = [question for question in BOOK.ranked if question.sets and question.rank < 900]
    first = next(place for place, question in enumerate(of_the_law) if question.sensitive)
    behind = {question.id for question in of_the_law[first:] if not question.sensitive}
    assert behind == {"s2_f_outside_rules"}  # opened by the sensitive question before it
    assert {question.id for question in BOOK.ranked if question.rank >= 900 and question.sets} == {
        "s2_names",
        "s2_arrived",
    }  # both for the record, no rule turns on either


@pytest.mark.parametrize(
    ("question_id", "rank", "said"),
    [
        ("s2_dob", 50, "s2_dob and s2_f_settled have the same rank."),
        ("s1_document", 55, "s1_document is of stage 1"),
        ("s2_ship_flag", 299, "s2_ship_flag ranks before s2_crew."),
    ],
)
def test_ranks_that_are_no_order_of_asking_are_refused(
    question_id: str, rank: int, said: str
) -> None:
    wrong = tuple(replace(q, rank=rank) if q.id == question_id else q for q in BOOK.all)
    with pytest.raises(ValueError, match=said):
        QuestionBook(wrong, BOOK.routing, ())
