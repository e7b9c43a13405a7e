"""The time inside a registration as recorded: its stay, dated answers, and family links."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from app.store.database import Database
from app.store.values import from_day, from_json, to_day, to_json

_ADD_STAY = """
    INSERT INTO stays (registration_id, first_day, last_day, ward_day, recorded_by, recorded_at)
    VALUES (?, ?, ?, ?, ?, ?)"""
_STAY = """
    SELECT registration_id, first_day, last_day, ward_day, recorded_by, recorded_at
    FROM stays WHERE registration_id = ? ORDER BY entry_id DESC LIMIT 1"""
_ADD_ANSWER = """
    INSERT INTO dated_answers (registration_id, question_id, holds_from, state, value,
        answered_by, answered_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)"""
_ANSWERS = """
    SELECT registration_id, question_id, holds_from, state, value, answered_by, answered_at
    FROM dated_answers WHERE entry_id IN (
        SELECT max(entry_id) FROM dated_answers WHERE registration_id = ?
        GROUP BY question_id, holds_from)
    AND state <> 'withdrawn' ORDER BY holds_from, entry_id"""
_ADD_LINK = """
    INSERT INTO family_links (registration_id, relation, patient_id, linked_by, linked_at)
    VALUES (?, ?, ?, ?, ?)"""
_LINKS = """
    SELECT relation, patient_id FROM family_links WHERE entry_id IN (
        SELECT max(entry_id) FROM family_links WHERE registration_id = ? GROUP BY relation)
    AND patient_id IS NOT NULL"""
WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredStay:
    """From when to when the patient is here; no `last_day` while they still are.

    `ward_day` is the day of the move from the emergency department to a ward.
    """

    registration_id: str
    first_day: date
    last_day: date | None
    ward_day: date | None
    recorded_by: str
    recorded_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedAnswer:
    """An answer that holds from a day on; a withdrawn one takes the day's answer back out."""

    registration_id: str
    question_id: str
    holds_from: date
    state: str
    value: Any
    answered_by: str
    answered_at: str


def set_stay(db: Database, stay: StoredStay) -> None:
    """Append the stay as it is known now; the caller owns the transaction."""
    db.execute(
        _ADD_STAY,
        (
            stay.registration_id,
            to_day(stay.first_day),
            to_day(stay.last_day),
            to_day(stay.ward_day),
            stay.recorded_by,
            stay.recorded_at,
        ),
    )


def of(db: Database, registration_id: str) -> StoredStay | None:
    """The stay relied on, or None where none was recorded."""
    row = db.one(_STAY, (registration_id,))
    if row is None:
        return None
    return StoredStay(
        **row
        | {
            "first_day": date.fromisoformat(row["first_day"]),
            "last_day": from_day(row["last_day"]),
            "ward_day": from_day(row["ward_day"]),
        }
    )


def add_answer(db: Database, answer: DatedAnswer) -> None:
    """Append an answer that holds from a day; the caller owns the transaction."""
    db.execute(
        _ADD_ANSWER,
        (
            answer.registration_id,
            answer.question_id,
            to_day(answer.holds_from),
            answer.state,
            to_json(answer.value),
            answer.answered_by,
            answer.answered_at,
        ),
    )


def answers(db: Database, registration_id: str) -> tuple[DatedAnswer, ...]:
    """The dated answers relied on, in the order of their days."""
    return tuple(
        DatedAnswer(
            **row
            | {
                "holds_from": date.fromisoformat(row["holds_from"]),
                "value": from_json(row["value"]),
            }
        )
        for row in db.rows(_ANSWERS, (registration_id,))
    )


def link(
    db: Database,
    registration_id: str,
    *,
    relation: str,
    patient_id: str | None,
    linked_by: str,
    linked_at: str,
) -> None:
    """Append whose record tells of the principal or parent; None takes the link back."""
    db.execute(_ADD_LINK, (registration_id, relation, patient_id, linked_by, linked_at))


def links(db: Database, registration_id: str) -> dict[str, str]:
    """The patients linked, by relation."""
    return dict(db.each(_LINKS, (registration_id,)))
