"""The opening ladder: which stage 1 question comes next, and where the answers lead."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.residency.conditions import Truth
from app.residency.facts import FactValue
from app.residency.law import Law
from app.residency.questions import Answer, AnswerState, Question


class Route(StrEnum):
    """Where stage 1 leads. It sorts the work; it decides nothing about the person."""

    STANDARD = "standard"
    DOCUMENT = "document"
    VISITOR = "visitor"


def next_stage_1(answers: Mapping[str, Answer], law: Law) -> Question | None:
    """The next opening question, or None when stage 1 is complete.

    Nothing but the answers themselves is looked at, so everyone is asked the same. Unknown and
    refused are answers; "not asked" is not.
    """
    for question in law.questions.stage_1:
        answer = answers.get(question.id)
        asked = answer is not None and answer.state is not AnswerState.NOT_ASKED
        if not asked and law.questions.shown(question, answers) is Truth.TRUE:
            return question
    return None


def route_stage_1(answers: Mapping[str, Answer], law: Law) -> Route:
    """Where the answers so far lead; an answer not given never leads to STANDARD."""
    table = law.questions.routes
    return Route(table.find([_value(answers.get(name)) for name in table.fields]).outcome)


def _value(answer: Answer | None) -> FactValue | None:
    return answer.value if answer and answer.state is AnswerState.ANSWERED else None
