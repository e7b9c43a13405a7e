"""The answers of a case as it is read: what was said, by whom, and the papers that speak for it."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.dates import show
from app.core.wording import Phrase
from app.residency.questions import Answer
from app.services.answers import shown
from app.services.desk import Desk
from app.services.from_record import read_from_record
from app.services.paper_lines import EvidenceLine, supporting
from app.store import answers as kept_answers
from app.store import forms, users
from app.store.readings import Reading

_Mark = tuple[str, str, str]  # question, who answered, when


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """An answer with who gave it, and the papers shown that speak for it."""

    question_id: str
    label: str
    shown: str
    who: str
    papers: tuple[str, ...]  # evidence ids


def answer_lines(
    desk: Desk,
    registration_id: str,
    answers: dict[str, Answer],
    *,
    off: frozenset[str],
    seen: tuple[EvidenceLine, ...],
) -> tuple[AnswerLine, ...]:
    """The answers that count; those off the path stand with the interview's step."""
    rows = kept_answers.latest(desk.db, registration_id)
    paper = _from_paper(desk, registration_id)
    read = read_from_record(desk, registration_id)
    prompts = {prompt.question_id for prompt in desk.terms.prompts}
    beside = supporting(desk.law, seen)
    return tuple(
        AnswerLine(
            question.id,
            question.label,
            shown(desk, question, answers[question.id]),
            _as_read(read[question.id])
            if question.id in read
            else _who(desk, rows[question.id], paper),
            beside.get(question.id, ()),
        )
        for question in desk.law.questions.all
        if question.id in answers and question.id not in prompts | off
    )


def _as_read(reading: Reading) -> str:
    return Phrase("{source}, dated {day}", source=reading.source, day=show(reading.dated_on))


def _who(desk: Desk, row: kept_answers.StoredAnswer, paper: dict[_Mark, str]) -> str:
    """Who answered; with the day the paper form came in that it was keyed from."""
    who, day = users.get(desk.db, row.answered_by).display_name, paper.get(_mark(row))
    if day is None:
        return who
    return Phrase("{who}, from a paper form received {day}", who=who, day=day)


def _from_paper(desk: Desk, registration_id: str) -> dict[_Mark, str]:
    """Which answers were keyed from a paper form, and when that form came in."""
    return {
        (question_id, back.keyed_by, back.keyed_at): show(back.received_on)
        for back in forms.returns_of(desk.db, registration_id)
        for question_id in back.kept
    }


def _mark(row: kept_answers.StoredAnswer) -> _Mark:
    return row.question_id, row.answered_by, row.answered_at
