"""What the rules found, each time they were asked; a later finding supersedes, never edits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.store.database import Database, Row
from app.store.values import from_json, to_json

_ADD = """
    INSERT INTO determinations (determination_id, registration_id, seq, on_date, category, result,
        rules_version, certified, made_by, made_at)
    SELECT :determination_id, :registration_id, ifnull(max(seq), 0) + 1, :on_date, :category,
        :result, :rules_version, :certified, :made_by, :made_at
    FROM determinations WHERE registration_id = :registration_id"""
_OF = "SELECT * FROM determinations WHERE registration_id = ? ORDER BY seq"
_LATEST = "SELECT * FROM determinations WHERE registration_id = ? ORDER BY seq DESC LIMIT 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDetermination:
    """One finding; `result` is the whole of it as JSON, `on_date` the day of the law.

    `seq` counts the findings of one registration from 1, and is given by `add`.
    """

    determination_id: str
    registration_id: str
    seq: int = 0
    on_date: date
    category: str
    result: Mapping[str, Any]
    rules_version: str
    certified: bool
    made_by: str
    made_at: str


def add(db: Database, found: StoredDetermination) -> None:
    """Append a determination; the caller owns the transaction."""
    db.execute(
        _ADD,
        {
            "determination_id": found.determination_id,
            "registration_id": found.registration_id,
            "on_date": found.on_date.isoformat(),
            "category": found.category,
            "result": to_json(found.result),
            "rules_version": found.rules_version,
            "certified": found.certified,
            "made_by": found.made_by,
            "made_at": found.made_at,
        },
    )


def latest(db: Database, registration_id: str) -> StoredDetermination | None:
    """The finding that stands, or None before the first."""
    row = db.one(_LATEST, (registration_id,))
    return None if row is None else _from_row(row)


def of(db: Database, registration_id: str) -> tuple[StoredDetermination, ...]:
    """All findings, oldest first."""
    return tuple(_from_row(row) for row in db.rows(_OF, (registration_id,)))


def _from_row(row: Row) -> StoredDetermination:
    return StoredDetermination(
        **row
        | {
            "on_date": date.fromisoformat(row["on_date"]),
            "result": from_json(row["result"]),
            "certified": bool(row["certified"]),
        }
    )
