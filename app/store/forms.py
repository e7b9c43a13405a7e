"""Paper forms: each as it was printed, and each time it was keyed back. Both are only added to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.store.database import Database, Row
from app.store.values import from_day, from_json, to_day, to_json

_NEXT = "SELECT ifnull(max(number), 0) + 1 FROM forms"
_ADD = """
    INSERT INTO forms (number, form_id, kind, registration_id, rules_version, items, leaving_date,
        file_id, printed_by, printed_at)
    VALUES (:number, :form_id, :kind, :registration_id, :rules_version, :items, :leaving_date,
        :file_id, :printed_by, :printed_at)"""
_GET = """
    SELECT number, form_id, kind, registration_id, rules_version, items, leaving_date, file_id,
        printed_by, printed_at
    FROM forms WHERE form_id = ?"""
_ADD_RETURN = """
    INSERT INTO form_returns (return_id, form_id, registration_id, received_on, late, signed,
        keyed, kept, notes, keyed_by, keyed_at)
    VALUES (:return_id, :form_id, :registration_id, :received_on, :late, :signed,
        :keyed, :kept, :notes, :keyed_by, :keyed_at)"""
_RETURNS = """
    SELECT return_id, form_id, registration_id, received_on, late, signed, keyed, kept, notes,
        keyed_by, keyed_at
    FROM form_returns WHERE form_id = ? ORDER BY rowid"""
_RETURNS_OF = """
    SELECT return_id, form_id, registration_id, received_on, late, signed, keyed, kept, notes,
        keyed_by, keyed_at
    FROM form_returns WHERE registration_id = ? ORDER BY rowid"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredForm:
    """A form as printed. `items` are its numbered questions; `leaving_date` the day it showed.

    `registration_id` is None where it was printed before there was a case.
    """

    number: int
    form_id: str
    kind: str
    registration_id: str | None
    rules_version: str
    items: Sequence[Mapping[str, Any]]
    leaving_date: date | None = None
    file_id: str
    printed_by: str
    printed_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReturn:
    """A form keyed back: what was typed at each number, which questions it answered, the rest.

    `kept` are the questions whose answers of that moment came from this form; `notes` is what
    stands nowhere else.
    """

    return_id: str
    form_id: str
    registration_id: str
    received_on: date
    late: bool
    signed: Mapping[str, str]
    keyed: Mapping[str, str]
    kept: Sequence[str]
    notes: Sequence[Mapping[str, Any]]
    keyed_by: str
    keyed_at: str


def next_number(db: Database) -> int:
    """The number of the form to be printed next; the caller owns the transaction."""
    return int(db.scalar(_NEXT))


def add(db: Database, form: StoredForm) -> None:
    """Append a printed form."""
    db.execute(
        _ADD,
        {
            "number": form.number,
            "form_id": form.form_id,
            "kind": form.kind,
            "registration_id": form.registration_id,
            "rules_version": form.rules_version,
            "items": to_json(form.items),
            "leaving_date": to_day(form.leaving_date),
            "file_id": form.file_id,
            "printed_by": form.printed_by,
            "printed_at": form.printed_at,
        },
    )


def find(db: Database, form_id: str) -> StoredForm | None:
    """A form by the number printed on it, or None."""
    row = db.one(_GET, (form_id,))
    if row is None:
        return None
    changed = {"items": from_json(row["items"]), "leaving_date": from_day(row["leaving_date"])}
    return StoredForm(**row | changed)


def add_return(db: Database, back: StoredReturn) -> None:
    """Append what was keyed from a form; earlier keyings stay."""
    db.execute(
        _ADD_RETURN,
        {
            "return_id": back.return_id,
            "form_id": back.form_id,
            "registration_id": back.registration_id,
            "received_on": to_day(back.received_on),
            "late": back.late,
            "signed": to_json(back.signed),
            "keyed": to_json(back.keyed),
            "kept": to_json(back.kept),
            "notes": to_json(back.notes),
            "keyed_by": back.keyed_by,
            "keyed_at": back.keyed_at,
        },
    )


def returns(db: Database, form_id: str) -> tuple[StoredReturn, ...]:
    """Every time a form was keyed, oldest first."""
    return tuple(_from_row(row) for row in db.rows(_RETURNS, (form_id,)))


def returns_of(db: Database, registration_id: str) -> tuple[StoredReturn, ...]:
    """Every form keyed for a registration, oldest first."""
    return tuple(_from_row(row) for row in db.rows(_RETURNS_OF, (registration_id,)))


def _from_row(row: Row) -> StoredReturn:
    return StoredReturn(
        **row
        | {
            "received_on": date.fromisoformat(row["received_on"]),
            "late": bool(row["late"]),
            "signed": from_json(row["signed"]),
            "keyed": from_json(row["keyed"]),
            "kept": from_json(row["kept"]),
            "notes": from_json(row["notes"]),
        }
    )
