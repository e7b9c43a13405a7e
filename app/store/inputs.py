"""What each determination was made of: the case as it was asked, the day, and the pack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.store.database import Database
from app.store.values import from_json, to_json

_ADD = """
    INSERT INTO determination_inputs (determination_id, pack_id, asked_on, body)
    VALUES (?, ?, ?, ?)"""
_BODY = "SELECT body FROM determination_inputs WHERE determination_id = ?"
_ALL = """
    SELECT d.determination_id, r.ref, d.seq, d.result, d.made_at, i.pack_id, i.asked_on, i.body
    FROM determinations d JOIN registrations r USING (registration_id)
        LEFT JOIN determination_inputs i USING (determination_id)
    WHERE :ref = '' OR r.ref = :ref
    ORDER BY r.number, d.seq"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredInput:
    """One determination with all it takes to make it again.

    All is the exact text kept, which another machine may have written: whoever reads it finds out
    whether it can be read. `body` and the rest are None for what was found before inputs were kept.
    """

    determination_id: str
    ref: str
    seq: int
    result: str
    made_at: str
    pack_id: str | None
    asked_on: str | None
    body: str | None


def add(
    db: Database, determination_id: str, *, pack_id: str, asked_on: date, body: Mapping[str, Any]
) -> None:
    """Append the input of a determination; the caller owns the transaction."""
    db.execute(_ADD, (determination_id, pack_id, asked_on.isoformat(), to_json(body)))


def body_of(db: Database, determination_id: str) -> Mapping[str, Any]:
    """What one determination was made of, for any made since inputs are kept."""
    body: Mapping[str, Any] = from_json(db.scalar(_BODY, (determination_id,)))
    return body


def of(db: Database, ref: str = "") -> tuple[StoredInput, ...]:
    """Every determination of one registration, or of all, in the order of making."""
    return tuple(StoredInput(**row) for row in db.rows(_ALL, {"ref": ref}))
