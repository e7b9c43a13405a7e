"""Months that were closed: nothing is posted in them any more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.store.database import Database

_CLOSE = """
    INSERT INTO closed_periods (period, closed_through, closed_by, closed_at) VALUES (?, ?, ?, ?)"""
_THROUGH = "SELECT max(closed_through) FROM closed_periods"
_ALL = """
    SELECT period, closed_through, closed_by, closed_at FROM closed_periods ORDER BY period"""


@dataclass(frozen=True, slots=True)
class ClosedPeriod:
    """One month, `2026-04`, closed through its last day."""

    period: str
    closed_through: date
    closed_by: str
    closed_at: str


def close(db: Database, closed: ClosedPeriod) -> None:
    """Close a month for good; the caller owns the transaction."""
    through = closed.closed_through.isoformat()
    db.execute(_CLOSE, (closed.period, through, closed.closed_by, closed.closed_at))


def closed_through(db: Database) -> date | None:
    """The last day nothing can be posted on any more, or None where no month was closed."""
    found = db.scalar(_THROUGH)
    return None if found is None else date.fromisoformat(found)


def closed(db: Database) -> tuple[ClosedPeriod, ...]:
    """Every closed month, in order."""
    return tuple(
        ClosedPeriod(period, date.fromisoformat(through), by, at)
        for period, through, by, at in db.each(_ALL)
    )
