"""An answer that has fallen off the path is kept, told, and influences nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from app.library.law import load_law
from app.residency.determination import Case, Determination, determine
from app.residency.facts import FactValue
from app.residency.line import Line
from app.residency.path import not_relied_on, relied_on
from app.residency.questions import Answer, AnswerState, Question, QuestionType

LAW = load_law()
DAY = date(2026, 3, 9)
KNOWN: Mapping[str, FactValue] = {"service_date": DAY, "earlier_exemption_in_course": "none"}


def said(**given: object) -> dict[str, Answer]:
    return {
        name: Answer(AnswerState.ANSWERED, LAW.questions.check(name, value))
        for name, value in given.items()
    }


VISITOR = said(
    s1_residence_12m="uk_all",
    s2_british_or_irish="neither",
    s2_country_of_residence="NG",
    s2_purpose="visit_family",
    s2_ihs="not_paid",
    s2_became_exempt_later="none",
    s2_forces=["none"],
    s2_family="none",
    s2_crew="none",
    s2_f_humanitarian="no",
)


def found(answers: Mapping[str, Answer], *, certified: bool) -> Determination:
    facts = {**LAW.questions.facts_from(answers, KNOWN), "service_is_relevant": True}
    case = Case(facts=facts, lines=(Line("1", {"service_date": DAY}),), certified=certified)
    return determine(case, LAW, DAY)


CLOSED = tuple(
    question
    for question in LAW.questions.all
    if question.show_when is not None
    and not_relied_on({**VISITOR, question.id: Answer(AnswerState.REFUSED)}, LAW, KNOWN)
)


def every_answer(name: str) -> list[object]:
    question = LAW.questions.get(name)
    match question.type:
        case QuestionType.MULTI_CHOICE:
            return [[one.value] for one in question.options]
        case QuestionType.COUNTRY | QuestionType.COUNTRIES:
            return ["NO", "NG"]
        case QuestionType.TEXT:
            return ["Harbour Line, Leith"]
        case QuestionType.DATE:
            return ["2020-01-01"]
        case _:
            return [one.value for one in question.options]


def test_every_question_that_an_answer_can_close_is_tried() -> None:
    assert len(CLOSED) >= 15
    assert {one.id for one in CLOSED} >= {"s2_health_worker", "s2_family_together", "s2_on_duty"}


@pytest.mark.parametrize("question", CLOSED, ids=lambda one: one.id)
@pytest.mark.parametrize("certified", [False, True])
def test_an_answer_off_the_path_changes_no_byte_of_the_determination(
    question: Question, certified: bool
) -> None:
    name = question.id
    without = found(VISITOR, certified=certified).as_json()
    for value in every_answer(name):
        with_it = {**VISITOR, **said(**{name: value})}
        assert not_relied_on(with_it, LAW, KNOWN) == (name,)
        assert found(with_it, certified=certified).as_json() == without
        assert relied_on(with_it, LAW, KNOWN) == VISITOR


def test_an_answer_comes_back_with_the_path_it_was_given_on() -> None:
    worker = {
        **VISITOR,
        **said(s2_ihs="fully_refunded", s2_health_worker="health_or_care_worker_or_family"),
    }
    assert not_relied_on(worker, LAW, KNOWN) == ()
    gone = {**worker, **said(s2_ihs="paid")}
    assert not_relied_on(gone, LAW, KNOWN) == ("s2_health_worker",)
    back = {**gone, **said(s2_ihs="fully_refunded")}
    assert found(back, certified=False).as_json() == found(worker, certified=False).as_json()


def test_a_question_that_a_closed_one_opens_is_closed_with_it() -> None:
    chain = said(s2_forces=["none"], s2_f_qualifying_employee="yes", s2_on_duty="yes")
    assert not_relied_on(chain, LAW, KNOWN) == ("s2_f_qualifying_employee", "s2_on_duty")
