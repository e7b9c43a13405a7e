"""The officer's queue: who waits, why, since when; never a protected reason on a list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.access.roles import Act
from app.core.people import search_key
from app.residency.outcomes import DeskOutcome
from app.services.desk import Desk, service
from app.store import registrations

VIEWS = (
    ("all", "All open"),
    ("new_today", "New today"),
    ("due", "Due"),
    ("urgency_missing", "Urgency form missing"),
    ("european_cards", "European cards"),
    ("second_check", "Second check"),
)
PRIVATE = "Private, open to see"
_REASONS = {
    DeskOutcome.SHOW_DOCUMENT: "Card or certificate to check",
    DeskOutcome.TEAM_WILL_CALL: "Visitor, to speak to",
    DeskOutcome.SERVICE_FREE: "Free service, status to record",
    DeskOutcome.ASK_LATER: "Not asked yet",
    DeskOutcome.TREAT_FIRST: "Treated first, to follow up",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """One waiting case, as a list of several patients may show it."""

    registration_id: str
    ref: str
    patient: str
    reason: str
    private: bool
    treatment: date | None
    due: date | None
    days_late: int
    who: str


@service(Act.DECIDE_STATUS)
def queue(
    desk: Desk, view: str = "all", search: str = "", limit: int = 5_000
) -> tuple[QueueRow, ...]:
    """The open cases of a view, by treatment date, then those with a private ground, then age."""
    wanted = search_key(search.strip())
    rows = registrations.queue(desk.db, view=view, today=desk.today, limit=limit)
    return tuple(
        _shown(desk, row) for row in rows if wanted in search_key(f"{row.ref} {row.patient_name}")
    )


@service(Act.DECIDE_STATUS)
def queue_counts(desk: Desk) -> dict[str, int]:
    """How many wait in each view."""
    return {
        view: registrations.queue_count(desk.db, view=view, today=desk.today) for view, _ in VIEWS
    }


@service(Act.DECIDE_STATUS)
def assign_to_me(desk: Desk, registration_ids: Iterable[str]) -> None:
    """Take cases on."""
    with desk.db.atomic():
        for registration_id in registration_ids:
            registrations.assign(desk.db, registration_id, desk.person.user_id)
            desk.audit("assigned", registration_id)


def _shown(desk: Desk, row: registrations.QueueEntry) -> QueueRow:
    late = (desk.today - row.due_on).days if row.due_on and row.due_on < desk.today else 0
    reason = _REASONS.get(DeskOutcome(row.outcome), "") if row.outcome else ""
    return QueueRow(
        registration_id=row.registration_id,
        ref=row.ref,
        patient=row.patient_name,
        reason=PRIVATE if row.private else reason,
        private=row.private,
        treatment=row.service_date,
        due=row.due_on,
        days_late=late,
        who="Me" if row.assigned_to == desk.person.user_id else row.assigned_name,
    )
