"""Between an answer as the law means it and as a row holds it."""

from __future__ import annotations

from datetime import date

from app.core.errors import BadInput
from app.residency.questions import Answer, AnswerState
from app.services.desk import Desk


def as_kept(value: object) -> object:
    """A value as JSON holds it; the question's own check brings the type back."""
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def as_meant(desk: Desk, question_id: str, *, state: str, value: object) -> Answer | None:
    """A stored answer as the law in use reads it; None where it asks or offers that no more."""
    questions = desk.law.questions
    if question_id not in questions:
        return None
    try:
        meant = None if value is None else questions.check(question_id, value)
    except BadInput:  # an option of an earlier pack
        return None
    return Answer(AnswerState(state), meant)
