"""Snoozes: cases put away until a day, by whom and why; only ever added, the last row stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.store.database import Database
from app.store.values import from_day, to_day

# It holds while the case waits for the same reason as when it was put away (migration 18).
_ADD = """
    INSERT INTO snoozes (registration_id, until, reason, flag_reason, review, snoozed_by,
        snoozed_at)
    SELECT registration_id, ?, ?, flag_reason, review, ?, ? FROM registrations
    WHERE registration_id = ?"""
_OF = """
    SELECT registration_id, until, reason, snoozed_by, snoozed_at FROM snoozes
    WHERE registration_id = ? ORDER BY entry_id"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snooze:
    """A case put away until a day; with no day it was taken back."""

    registration_id: str
    until: date | None
    reason: str
    snoozed_by: str
    snoozed_at: str


def add(db: Database, snoozes: Iterable[Snooze]) -> None:
    """Append; the caller owns the transaction."""
    db.execute_many(
        _ADD,
        [
            (to_day(one.until), one.reason, one.snoozed_by, one.snoozed_at, one.registration_id)
            for one in snoozes
        ],
    )


def of(db: Database, registration_id: str) -> tuple[Snooze, ...]:
    """Every time a case was put away or taken back, oldest first."""
    return tuple(
        Snooze(**row | {"until": from_day(row["until"])})
        for row in db.rows(_OF, (registration_id,))
    )
