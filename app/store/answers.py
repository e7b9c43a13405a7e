"""Answers as they were given: each change is a new row, and the latest is relied on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.store.database import Database, Row
from app.store.values import from_json, to_json

_SAVE = """
    INSERT INTO answers (registration_id, question_id, state, value, answered_by, answered_at)
    VALUES (?, ?, ?, ?, ?, ?)"""
_LATEST = """
    SELECT question_id, state, value, answered_by, answered_at FROM answers
    WHERE answer_id IN (
        SELECT max(answer_id) FROM answers WHERE registration_id = ? GROUP BY question_id)
    ORDER BY answer_id"""
_HISTORY = """
    SELECT question_id, state, value, answered_by, answered_at FROM answers
    WHERE registration_id = ? ORDER BY answer_id"""
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
    """Append an answer; a withdrawn one takes its question back out."""
    db.execute(_SAVE, _to_row(registration_id, answer))


def save_all(db: Database, registration_id: str, answers: Iterable[StoredAnswer]) -> None:
    """Append several in one go, in their order."""
    db.execute_many(_SAVE, [_to_row(registration_id, answer) for answer in answers])


def latest(db: Database, registration_id: str) -> Mapping[str, StoredAnswer]:
    """The answers relied on, by question, in the order they were last given."""
    found = (_from_row(row) for row in db.rows(_LATEST, (registration_id,)))
    return {answer.question_id: answer for answer in found if answer.state != WITHDRAWN}


def history(db: Database, registration_id: str) -> tuple[StoredAnswer, ...]:
    """Every answer ever given, in order."""
    return tuple(_from_row(row) for row in db.rows(_HISTORY, (registration_id,)))


def _to_row(registration_id: str, answer: StoredAnswer) -> tuple[str, ...]:
    return (
        registration_id,
        answer.question_id,
        answer.state,
        to_json(answer.value),
        answer.answered_by,
        answer.answered_at,
    )


def _from_row(row: Row) -> StoredAnswer:
    return StoredAnswer(**row | {"value": from_json(row["value"])})
