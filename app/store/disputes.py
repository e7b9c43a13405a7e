"""What is in dispute between records, and what was: kept beside the journal, to be read at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.replica.disputes import Dispute, Side
from app.replica.fold import State
from app.replica.record import Subject
from app.store.database import Database
from app.store.values import from_json, to_json

_DROP = """
    DELETE FROM disputes
    WHERE subject = ?1 AND about IN (SELECT value FROM json_each(?2))"""
_ADD = """
    INSERT INTO disputes (subject, about, about_table, about_column, sides, settled_by)
    VALUES (?, ?, ?, ?, ?, ?)"""
_ALL = """
    SELECT subject, about, about_table, about_column, sides, settled_by FROM disputes
    WHERE (settled_by IS NULL) = ? ORDER BY subject, about, about_table, about_column, sides"""
_COUNT = """
    SELECT ifnull(sum(settled_by IS NULL), 0), ifnull(sum(settled_by IS NOT NULL), 0)
    FROM disputes"""
_OPEN_OF = "SELECT count(*) FROM disputes WHERE about = ? AND settled_by IS NULL"


@dataclass(frozen=True, slots=True)
class KeptDispute:
    """A dispute and what it is about; `settled_by` names the record that closed it."""

    subject: Subject
    about: str
    dispute: Dispute


def tell(db: Database, subject: Subject, states: Mapping[str, State]) -> None:
    """Keep what is in dispute about some subjects, and what was."""
    forget(db, subject, states)
    add(db, subject, {about: (*one.open, *one.settled) for about, one in states.items()})


def add(db: Database, subject: Subject, found: Mapping[str, Iterable[Dispute]]) -> None:
    """Keep what is or was in dispute about some subjects of which nothing is told so far."""
    db.execute_many(
        _ADD,
        [
            (
                subject.value,
                about,
                one.table,
                one.column,
                to_json([[side.dot[0], side.dot[1], side.value] for side in one.sides]),
                None if one.settled_by is None else to_json(list(one.settled_by)),
            )
            for about, disputes in found.items()
            for one in disputes
        ],
    )


def forget(db: Database, subject: Subject, abouts: Iterable[str]) -> None:
    """Tell no more of some subjects."""
    db.execute(_DROP, (subject.value, json.dumps(list(abouts))))


def told(db: Database, *, open_ones: bool) -> tuple[KeptDispute, ...]:
    """All disputes that wait for a person, or all that somebody settled."""
    return tuple(_kept(row) for row in db.each(_ALL, (int(open_ones),)))


def count(db: Database) -> tuple[int, int]:
    """How many disputes wait for a person, and how many somebody settled."""
    open_ones, settled = db.first(_COUNT) or (0, 0)
    return int(open_ones), int(settled)


def open_of(db: Database, about: str) -> int:
    """How many disputes of a case or patient wait for a person."""
    return int(db.scalar(_OPEN_OF, (about,)))


def _kept(row: tuple[str, str, str, str, str, str | None]) -> KeptDispute:
    subject, about, table, column, sides, settled_by = row
    settler = from_json(settled_by) if settled_by else None
    return KeptDispute(
        Subject(subject),
        about,
        Dispute(
            table,
            column,
            tuple(Side((who, number), value) for who, number, value in from_json(sides)),
            None if settler is None else (settler[0], settler[1]),
        ),
    )
