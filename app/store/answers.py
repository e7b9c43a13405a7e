"""Answers as they were given: each change is a new row, and the latest is relied on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.core.errors import NotFound
from app.store.database import Database
from app.store.values import from_json, to_json

_PLACE = """
    SELECT r.number, ifnull(max(a.seq), 0) FROM registrations r
    LEFT JOIN answers a ON a.registration = r.number WHERE r.registration_id = ?
    GROUP BY r.number"""
_SAVE = """
    INSERT INTO answers (registration, seq, question_id, state, value, answered_by, answered_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)"""
_HISTORY = """
    SELECT question_id, state, value, answered_by, answered_at FROM answers
    WHERE registration = (SELECT number FROM registrations WHERE registration_id = ?)
    ORDER BY seq"""
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
    place = db.first(_PLACE, (registration_id,))
    if place is None:
        raise NotFound("There is no such registration here. Search for the patient again.")
    number, last = place
    rows = [
        (
            number,
            seq,
            answer.question_id,
            answer.state,
            to_json(answer.value),
            answer.answered_by,
            answer.answered_at,
        )
        for seq, answer in enumerate(answers, last + 1)
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
