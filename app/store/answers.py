"""Answers as they were given: each change is a new row, and the latest is relied on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.core.errors import NotFound
from app.store.database import Database
from app.store.values import from_json, to_json

# A registration's answers are the keys from its number, shifted, up to the next one's.
_LAST = """
    SELECT ifnull(
        (SELECT max(answer_id) FROM answers
         WHERE answer_id BETWEEN r.number << 16 AND r.number << 16 | 65535),
        r.number << 16)
    FROM registrations r WHERE r.registration_id = ?"""
_SAVE = """
    INSERT INTO answers (answer_id, question_id, state, value, answered_by, answered_at)
    VALUES (?, ?, ?, ?, ?, ?)"""
_HISTORY = """
    SELECT a.question_id, a.state, a.value, a.answered_by, a.answered_at
    FROM registrations r
    JOIN answers a ON a.answer_id BETWEEN r.number << 16 AND r.number << 16 | 65535
    WHERE r.registration_id = ? ORDER BY a.answer_id"""
WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """One answer: `state` is answered, unknown, refused, not_asked or withdrawn.

    `value` is whatever JSON holds; `answered_at` is a stamp.
    """

    question_id: str
    state: str
    value: Any
    answered_by: str
    answered_at: str


def save(db: Database, registration_id: str, answer: StoredAnswer) -> None:
    """Append an answer; a withdrawn one takes its question back out. Raises NotFound."""
    save_all(db, registration_id, (answer,))


def save_all(db: Database, registration_id: str, answers: Iterable[StoredAnswer]) -> None:
    """Append several in one go, in their order; raises NotFound."""
    last = db.scalar(_LAST, (registration_id,))
    if last is None:
        raise NotFound("There is no such registration here. Search for the patient again.")
    rows = [
        (
            answer_id,
            answer.question_id,
            answer.state,
            to_json(answer.value),
            answer.answered_by,
            answer.answered_at,
        )
        for answer_id, answer in enumerate(answers, last + 1)
    ]
    db.execute_many(_SAVE, rows)


def latest(db: Database, registration_id: str) -> Mapping[str, StoredAnswer]:
    """The answers relied on, by question, in the order they were last given."""
    found: dict[str, StoredAnswer] = {}
    for answer in history(db, registration_id):
        found.pop(answer.question_id, None)
        found[answer.question_id] = answer
    return {question: given for question, given in found.items() if given.state != WITHDRAWN}


def history(db: Database, registration_id: str) -> tuple[StoredAnswer, ...]:
    """Every answer ever given, in order."""
    return tuple(
        StoredAnswer(question, state, from_json(value), by, at)
        for question, state, value, by, at in db.each(_HISTORY, (registration_id,))
    )
