"""The officer's interview: the one question that still matters, why, how many are left, who waits.

Nothing is written here; answers are kept by `review.answer`, with their audit line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.access.roles import Act
from app.residency.asking import Ending, Interview, Next, next_question
from app.residency.path import not_relied_on
from app.residency.questions import Answer, AnswerState, Question
from app.services.answers import answers_of, case_of, circumstances, shown
from app.services.certifying import certified
from app.services.desk import Desk, service
from app.store import answers as kept_answers
from app.store import registrations

CLINICIAN = "clinician"
_CLINICIANS_TO_SAY = Answer(
    AnswerState.UNKNOWN
)  # a clinician's question, as far as an officer can ask


@dataclass(frozen=True, slots=True)
class InterviewLine:
    """One of the officer's questions and what is known."""

    question: Question
    shown: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A role the case waits for, and what that role is to say."""

    role: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewStep:
    """Where the interview stands. `question` is one that an officer may put; None: none is left."""

    question: Question | None
    why: str
    at_least: int
    at_most: int
    settled: bool
    certified: bool  # an officer certified that no other ground is claimed, and it stands
    ending: Ending
    waits: tuple[Waiting, ...]
    trail: tuple[InterviewLine, ...]  # what was answered, in the order first given
    kept: tuple[InterviewLine, ...]  # answers that have fallen off the path


@service(Act.DECIDE_STATUS)
def interview(desk: Desk, registration_id: str) -> InterviewStep:
    """The next question of a case's interview, or how it ended."""
    return step_of(desk, registration_id)


def step_of(desk: Desk, registration_id: str) -> InterviewStep:
    """The same, for a case whose reader has been checked."""
    answers = answers_of(desk, registration_id)
    registration = registrations.get(desk.db, registration_id)
    around = circumstances(desk, registration, answers)
    closed = certified(desk, registration_id)
    state = Interview(
        answers=answers,
        facts=around.facts,
        lines=around.lines,
        spells=case_of(desk, registration_id).spells,
        certified=closed,
    )
    found, mine = _next(desk, state)
    off = not_relied_on(answers, desk.law, around.known)
    return InterviewStep(
        question=mine.question,
        why=mine.why if mine.question else found.why,
        at_least=found.left.at_least,
        at_most=found.left.at_most,
        settled=found.settled,
        certified=closed,
        ending=found.ending,
        waits=_waits(desk, found),
        trail=_trail(desk, registration_id, answers, off=off),
        kept=tuple(_line(desk, name, answers) for name in off),
    )


def _next(desk: Desk, state: Interview) -> tuple[Next, Next]:
    """What is next for anybody, and what is next for the officer, who skips a clinician's."""
    found = mine = next_question(state, desk.law, desk.today)
    while mine.question is not None and mine.question.asked_by == CLINICIAN:
        state = replace(state, answers={**state.answers, mine.question.id: _CLINICIANS_TO_SAY})
        mine = next_question(state, desk.law, desk.today)
    return found, mine


def _waits(desk: Desk, found: Next) -> tuple[Waiting, ...]:
    return tuple(
        Waiting(wait.role, tuple(desk.law.questions.get(name) for name in wait.questions))
        for wait in found.waits_for
    )


def _trail(
    desk: Desk, registration_id: str, answers: Mapping[str, Answer], *, off: tuple[str, ...]
) -> tuple[InterviewLine, ...]:
    """The answers of stage 2 that count, in the order in which each was first given."""
    order = dict.fromkeys(row.question_id for row in kept_answers.history(desk.db, registration_id))
    book = desk.law.questions
    return tuple(
        _line(desk, name, answers)
        for name in order
        if name in answers
        and name not in off
        and book.get(name).asked_by != CLINICIAN
        and book.get(name).stage != "1"
        and book.get(name).sets
    )


def _line(desk: Desk, name: str, answers: Mapping[str, Answer]) -> InterviewLine:
    question = desk.law.questions.get(name)
    return InterviewLine(question, shown(desk, question, answers.get(name)))
