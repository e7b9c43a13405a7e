"""What a person chose where two machines said different things, and why; rows only ever added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.store.database import Database
from app.store.values import from_json, to_json

_ADD = """
    INSERT INTO dispute_rulings
        (registration_id, about_table, about_column, chosen, reason, ruled_by, ruled_at)
    VALUES (:registration_id, :about_table, :about_column, :chosen, :reason, :ruled_by,
            :ruled_at)"""
_OF = "SELECT * FROM dispute_rulings WHERE registration_id = ? ORDER BY entry_id"
_SET = "UPDATE {table} SET {column} = ? WHERE {key} = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """One choice: `chosen` is the value of a cell, or names the record whose row stands."""

    registration_id: str
    about_table: str
    about_column: str
    chosen: Any
    reason: str
    ruled_by: str
    ruled_at: str


def add(db: Database, ruling: Ruling) -> None:
    """Keep a choice."""
    values = {name: getattr(ruling, name) for name in Ruling.__dataclass_fields__}
    db.execute(_ADD, values | {"chosen": to_json(ruling.chosen)})


def of(db: Database, registration_id: str) -> tuple[Ruling, ...]:
    """The choices made about a case, oldest first."""
    found = []
    for row in db.rows(_OF, (registration_id,)):
        del row["entry_id"]
        found.append(Ruling(**row | {"chosen": from_json(row["chosen"])}))
    return tuple(found)


def set_registration(db: Database, registration_id: str, column: str, value: Any) -> None:
    """Set one cell of a case's own row; `column` comes from the list of what travels."""
    db.execute(
        _SET.format(table="registrations", column=column, key="registration_id"),
        (value, registration_id),
    )
