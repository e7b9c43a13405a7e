"""Which kept answers still count: one whose question the other answers have closed does not.

It stays in history, is shown as “not relied on”, and influences nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.residency.conditions import Truth
from app.residency.law import Law
from app.residency.questions import NOTHING, Answer, Known


def not_relied_on(
    answers: Mapping[str, Answer], law: Law, known: Known = NOTHING
) -> tuple[str, ...]:
    """The questions, in the order of asking, whose kept answers have fallen off the path.

    `known` are facts that openings turn on, such as the day of the service.
    """
    book = law.questions
    closed: set[str] = set()
    for question in book.all:
        if book.shown(question, answers, known, closed) is Truth.FALSE:
            closed.add(question.id)
    return tuple(question.id for question in book.all if question.id in closed & answers.keys())


def relied_on(answers: Mapping[str, Answer], law: Law, known: Known = NOTHING) -> dict[str, Answer]:
    """The answers that count, in the order they were given."""
    fallen = not_relied_on(answers, law, known)
    return {name: answer for name, answer in answers.items() if name not in fallen}
