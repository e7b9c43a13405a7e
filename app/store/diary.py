"""The diary: days on which a case must be looked at again; written once, over when marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.store.database import Database
from app.store.listed import LISTED, ListedCase
from app.store.merges import reads_as
from app.store.values import from_day, to_day

DONE, LAPSED = "done", "lapsed"
_OPEN = "NOT EXISTS (SELECT 1 FROM diary_marks m WHERE m.entry_id = {entry}.entry_id)"
_ADD = """
    INSERT INTO diary (registration_id, kind, about_on, due_on, noted_at)
    VALUES (?, ?, ?, ?, ?)"""
_MARK = "INSERT INTO diary_marks (entry_id, mark, marked_by, marked_at) VALUES (?, ?, ?, ?)"
_OF = """
    SELECT d.entry_id, d.kind, d.about_on, d.due_on, ifnull(m.mark, '') AS mark
    FROM diary d LEFT JOIN diary_marks m USING (entry_id)
    WHERE d.registration_id = ? ORDER BY d.due_on, d.entry_id"""
_LINES = f"""
    SELECT {LISTED}, d.kind, d.about_on, d.due_on
    FROM diary d JOIN registrations r USING (registration_id)
    JOIN patients p ON p.patient_id = {reads_as("r.patient_id")}
    WHERE {_OPEN.format(entry="d")} AND (:until IS NULL OR d.due_on <= :until)"""
_FIRST_OF_EACH = f"""{_LINES} AND NOT EXISTS (
        SELECT 1 FROM diary e WHERE e.registration_id = d.registration_id
        AND (e.due_on, e.entry_id) < (d.due_on, d.entry_id) AND {_OPEN.format(entry="e")})
    ORDER BY d.due_on, d.entry_id LIMIT :limit"""
_EVERY = f"{_LINES} ORDER BY d.due_on, d.entry_id"
_CASES = f"SELECT count(DISTINCT registration_id) FROM diary d WHERE {_OPEN.format(entry='d')}"
_DUE = f"""
    SELECT d.registration_id, min(d.due_on)
    FROM diary d JOIN registrations r USING (registration_id)
    WHERE d.due_on <= ? AND {_OPEN.format(entry="d")}
        AND r.review NOT IN ('waiting', 'second_check')
    GROUP BY d.registration_id ORDER BY min(d.due_on), min(d.entry_id)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEntry:
    """One day of a case: what for, the day it is about, the day to look, `mark` once it is over."""

    entry_id: int
    kind: str
    about_on: date
    due_on: date
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryLine(ListedCase):
    """An open entry with the case it belongs to."""

    kind: str
    about_on: date
    due_on: date


def add(
    db: Database, registration_id: str, *, kind: str, about_on: date, due_on: date, at: str
) -> None:
    """Write a day down; the caller owns the transaction."""
    db.execute(_ADD, (registration_id, kind, to_day(about_on), to_day(due_on), at))


def mark(db: Database, entry_ids: Iterable[int], as_: str, *, by: str, at: str) -> None:
    """Entries are over: `done` by a decision, or `lapsed` where the day no longer stands."""
    db.execute_many(_MARK, [(entry_id, as_, by, at) for entry_id in entry_ids])


def of(db: Database, registration_id: str) -> tuple[StoredEntry, ...]:
    """Every entry of a case, soonest first."""
    return tuple(
        StoredEntry(
            **row
            | {
                "about_on": date.fromisoformat(row["about_on"]),
                "due_on": date.fromisoformat(row["due_on"]),
            }
        )
        for row in db.rows(_OF, (registration_id,))
    )


def lines(db: Database, *, until: date | None = None) -> tuple[DiaryLine, ...]:
    """Every open entry due up to a day, soonest first."""
    return _lines(db, _EVERY, {"until": to_day(until)})


def first_of_each(db: Database, *, limit: int) -> tuple[DiaryLine, ...]:
    """The next open entry of each case, soonest first."""
    return _lines(db, _FIRST_OF_EACH, {"until": None, "limit": limit})


def count_cases(db: Database) -> int:
    """How many cases have something in the diary."""
    return int(db.scalar(_CASES))


def due(db: Database, today: date) -> tuple[tuple[str, date], ...]:
    """Cases whose day has come and that nobody is looking at yet, with that day."""
    found = db.each(_DUE, (to_day(today),))
    return tuple((case, date.fromisoformat(day)) for case, day in found)


def _lines(db: Database, sql: str, values: dict[str, object]) -> tuple[DiaryLine, ...]:
    return tuple(
        DiaryLine(
            **row
            | {
                "service_date": from_day(row["service_date"]),
                "about_on": date.fromisoformat(row["about_on"]),
                "due_on": date.fromisoformat(row["due_on"]),
            }
        )
        for row in db.rows(sql, values)
    )
