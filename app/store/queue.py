"""The officer's queue: cases waiting for a person, soonest treatment first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from app.store.database import Database
from app.store.values import from_day, to_day


class View(StrEnum):
    """The tabs of the queue; `mine` is what is assigned to the person looking."""

    ALL = "all"
    NEW = "new"
    DUE = "due"
    URGENCY_MISSING = "urgency_missing"
    CARDS = "cards"
    SECOND_CHECK = "second_check"
    MINE = "mine"


CARD_ROUTE = "document"

# Word for word the condition of the partial index, or SQLite would not use it.
_WAITING = "review IN ('waiting', 'second_check')"
_NO_URGENCY = (
    "NOT EXISTS (SELECT 1 FROM urgency_records u WHERE u.registration_id = r.registration_id)"
)
_CONDITIONS = {
    View.ALL: "TRUE",
    View.NEW: "r.finished_at >= :today AND r.finished_at < :tomorrow",
    View.DUE: "r.due_on <= :today",
    View.URGENCY_MISSING: _NO_URGENCY,
    View.CARDS: f"r.route = '{CARD_ROUTE}'",
    View.SECOND_CHECK: "r.review = 'second_check'",
    View.MINE: "r.assigned_to = :user_id",
}
_LINES = """
    SELECT r.registration_id, r.ref, r.patient_id, p.family_name, p.given_names, p.title, p.born,
        r.site, r.service_type, r.service_date, r.due_on, r.opened_at, r.flag_reason, r.route,
        r.outcome, r.category, r.review, r.assigned_to, {no_urgency} AS urgency_missing
    FROM registrations r JOIN patients p USING (patient_id)
    WHERE r.{waiting} AND {condition}
    ORDER BY ifnull(r.service_date, '9999-12-31'), ifnull(r.due_on, '9999-12-31'), r.opened_at,
        r.number
    LIMIT :limit OFFSET :offset"""
_COUNTS = """
    SELECT {tallies} FROM registrations r WHERE r.{waiting}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """Who looks, and on what day: `today` dates the new and the due."""

    today: date
    user_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueLine:
    """One row of the queue."""

    registration_id: str
    ref: str
    patient_id: str
    family_name: str
    given_names: str
    title: str
    born: date | None
    site: str
    service_type: str
    service_date: date | None
    due_on: date | None
    opened_at: str
    flag_reason: str
    route: str
    outcome: str
    category: str
    review: str
    assigned_to: str | None
    urgency_missing: bool


def lines(
    db: Database, looking: Looking, view: View = View.ALL, *, limit: int = 50, offset: int = 0
) -> tuple[QueueLine, ...]:
    """A page of a view: treatment soonest, then due soonest, then longest open."""
    sql = _LINES.format(no_urgency=_NO_URGENCY, waiting=_WAITING, condition=_CONDITIONS[view])
    values = _values(looking) | {"limit": limit, "offset": offset}
    return tuple(
        QueueLine(
            **row
            | {
                "born": from_day(row["born"]),
                "service_date": from_day(row["service_date"]),
                "due_on": from_day(row["due_on"]),
                "urgency_missing": bool(row["urgency_missing"]),
            }
        )
        for row in db.rows(sql, values)
    )


def counts(db: Database, looking: Looking) -> dict[View, int]:
    """How many cases each view holds."""
    tallies = ", ".join(f"count(*) FILTER (WHERE {_CONDITIONS[view]})" for view in View)
    found = db.first(_COUNTS.format(tallies=tallies, waiting=_WAITING), _values(looking))
    return dict(zip(View, found or (), strict=True))


def _values(looking: Looking) -> dict[str, Any]:
    today = to_day(looking.today)
    return {"today": today, "tomorrow": f"{today}~", "user_id": looking.user_id}
