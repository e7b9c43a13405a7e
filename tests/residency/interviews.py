"""Interviews for tests: people who answer, and the walk from the first question to the last."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from app.library.law import load_law
from app.residency.asking import Interview, Next, next_question
from app.residency.facts import FactValue
from app.residency.questions import Answer, AnswerState, Question, QuestionType
from tests.residency.given import TODAY

LAW = load_law()
UNKNOWN = Answer(AnswerState.UNKNOWN)
Person = Callable[[Question], object]
NEGATIVE = ("no", "none", "neither", "not_needed", "abroad", "visitor", "holiday", "not_paid")

BOOKED: Mapping[str, FactValue] = {
    "service_is_relevant": True,
    "service_type": "other",
    "admitted_as_inpatient": False,
    "service_is_outpatient_appointment": True,
    "provider_type": "nhs_trust",
    "earlier_exemption_in_course": "none",
    "patient_deceased": False,
    "date_of_birth": date(1980, 1, 1),
}
"""What the booking, the record and the history tell of an adult at a clinic."""


@dataclass(frozen=True)
class Walk:
    """An interview that has been walked to its end."""

    steps: tuple[Next, ...]
    answers: Mapping[str, Answer]

    @property
    def asked(self) -> list[str]:
        return [step.question.id for step in self.steps if step.question is not None]

    @property
    def end(self) -> Next:
        return self.steps[-1]


def given(question_id: str, value: object) -> Answer:
    """An answer as the desk keeps it; None is "not sure"."""
    if value is None:
        return UNKNOWN
    return Answer(AnswerState.ANSWERED, LAW.questions.check(question_id, value))


def says(**answers: object) -> Person:
    """Somebody who answers as told, and everything else as a plain American tourist does."""
    return lambda question: answers.get(question.id, usual(question))


def usual(question: Question) -> object:
    """The answer of most visitors: no."""
    match question.type:
        case QuestionType.COUNTRY:
            return "US"
        case QuestionType.COUNTRIES:
            return ["US"]
        case QuestionType.DATE:
            return None
    offered = [option.value for option in question.options]
    value = next((word for word in NEGATIVE if word in offered), offered[0])
    return [value] if question.type is QuestionType.MULTI_CHOICE else value


def by_chance(chance: Random) -> Person:
    """Somebody of whom anything can be true, and who does not know everything."""

    def answer(question: Question) -> object:
        if chance.random() < 0.08:
            return None
        countries = ["US", "DE", "GB", "AU", "NG", "CH", "NO", "UA"]
        match question.type:
            case QuestionType.COUNTRY:
                return chance.choice(countries)
            case QuestionType.COUNTRIES:
                return chance.sample(countries, chance.choice((1, 1, 2)))
            case QuestionType.DATE if question.is_range:
                return ["2020-01-01", chance.choice(("2030-01-01", "2021-01-01"))]
            case QuestionType.DATE:
                return chance.choice(("1950-05-05", "2010-01-01", "2020-12-31", "2021-07-01"))
        if chance.random() < 0.6:
            return usual(question)
        value = chance.choice(question.options).value
        return [value] if question.type is QuestionType.MULTI_CHOICE else value

    return answer


def walk(person: Person, facts: Mapping[str, FactValue] = BOOKED, *, on: date = TODAY) -> Walk:
    """Ask until nothing is asked any more."""
    answers: dict[str, Answer] = {}
    steps: list[Next] = []
    while True:
        step = next_question(Interview(answers=dict(answers), facts=facts), LAW, on)
        steps.append(step)
        if step.question is None:
            return Walk(tuple(steps), answers)
        answers[step.question.id] = given(step.question.id, person(step.question))
