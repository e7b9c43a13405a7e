from __future__ import annotations

import pytest

from app.library.law import load_law
from app.residency.questions import Answer, AnswerState
from app.residency.walk import Route, next_stage_1, route_stage_1

LAW = load_law()


def said(**answers: str) -> dict[str, Answer]:
    return {name: Answer(AnswerState.ANSWERED, value) for name, value in answers.items()}


def asked(answers: dict[str, Answer]) -> str | None:
    question = next_stage_1(answers, LAW)
    return question.id if question else None


def test_a_resident_answers_two_questions_and_the_clerk_looks_once() -> None:
    answers: dict[str, Answer] = {}
    walked = []
    while (question := next_stage_1(answers, LAW)) is not None:
        walked.append(question.id)
        answers |= said(**{question.id: question.options[0].value})
    assert walked == ["s1_residence_12m", "s1_document", "s1_existing_banner"]
    assert route_stage_1(answers, LAW) is Route.STANDARD


def test_countries_are_asked_of_those_who_lived_abroad() -> None:
    assert asked(said(s1_residence_12m="abroad")) == "s1_countries_12m"
    assert asked(said(s1_residence_12m="uk_part")) == "s1_countries_12m"
    assert asked(said(s1_residence_12m="not_given")) == "s1_document"


@pytest.mark.parametrize("state", [AnswerState.UNKNOWN, AnswerState.REFUSED])
def test_unknown_and_refused_are_answers_and_not_asked_again(state: AnswerState) -> None:
    assert asked({"s1_residence_12m": Answer(state)}) == "s1_document"


def test_a_question_that_could_not_be_put_is_still_open() -> None:
    assert asked({"s1_residence_12m": Answer(AnswerState.NOT_ASKED)}) == "s1_residence_12m"


@pytest.mark.parametrize(
    ("residence", "document", "banner", "route"),
    [
        ("uk_all", "none", "no", Route.STANDARD),
        ("uk_all", "none", "unknown", Route.STANDARD),
        ("uk_all", "none", "yes", Route.VISITOR),
        ("uk_all", "ehic", "no", Route.DOCUMENT),
        ("abroad", "ehic", "no", Route.DOCUMENT),
        ("uk_all", "s2", "yes", Route.DOCUMENT),
        ("abroad", "none", "no", Route.VISITOR),
        ("uk_part", "none", "no", Route.VISITOR),
        ("not_given", "none", "no", Route.VISITOR),
        ("uk_all", "not_given", "no", Route.VISITOR),
    ],
)
def test_stage_1_leads_where_its_answers_say(
    residence: str, document: str, banner: str, route: Route
) -> None:
    answers = said(s1_residence_12m=residence, s1_document=document, s1_existing_banner=banner)
    assert route_stage_1(answers, LAW) is route


def test_answers_refused_never_lead_to_the_standard_route() -> None:
    answers = said(s1_document="none") | {"s1_residence_12m": Answer(AnswerState.REFUSED)}
    assert route_stage_1(answers, LAW) is Route.VISITOR
    assert route_stage_1({}, LAW) is Route.VISITOR


def test_nobody_looking_at_the_banner_does_not_hold_up_a_resident() -> None:
    answers = said(s1_residence_12m="uk_all", s1_document="none")
    assert route_stage_1(answers, LAW) is Route.STANDARD
