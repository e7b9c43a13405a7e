"""The officer's queue: who waits, why, since when; never a protected reason on a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.access.roles import Act
from app.casework import flags
from app.core.people import search_key
from app.residency.outcomes import DeskOutcome
from app.services import diary
from app.services.desk import Desk, service
from app.store import diary as stored_diary
from app.store import queue as stored
from app.store import registrations, users
from app.store.diary import DiaryLine
from app.store.queue import Looking, QueueLine, View

DIARY = "diary"
VIEWS = (
    ("all", "All open"),
    ("new", "New today"),
    ("due", "Due"),
    ("urgency_missing", "Urgency form missing"),
    ("cards", "European cards"),
    ("second_check", "Second check"),
    (DIARY, "Diary"),
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
    """The open cases of a view, by treatment date, then those with a private ground, then age.

    The diary holds decided cases too, by the day they are to be looked at again.
    """
    diary.keep_up(desk)
    wanted = search_key(search.strip())
    looking = Looking(today=desk.today, user_id=desk.person.user_id)
    names = {row.user_id: row.display_name for row in users.everyone(desk.db)}
    shown = (
        (_ahead(desk, line, names) for line in stored_diary.first_of_each(desk.db, limit=limit))
        if view == DIARY
        else (
            _shown(desk, row, names)
            for row in stored.lines(desk.db, looking, View(view), limit=limit)
        )
    )
    return tuple(row for row in shown if wanted in search_key(f"{row.ref} {row.patient}"))


@service(Act.DECIDE_STATUS)
def queue_counts(desk: Desk) -> dict[str, int]:
    """How many wait in each view."""
    diary.keep_up(desk)
    found = stored.counts(desk.db, Looking(today=desk.today, user_id=desk.person.user_id))
    counted = {view.value: count for view, count in found.items()}
    return counted | {DIARY: stored_diary.count_cases(desk.db)}


@service(Act.DECIDE_STATUS)
def assign_to_me(desk: Desk, registration_ids: Iterable[str]) -> None:
    """Take cases on."""
    with desk.db.atomic():
        for registration_id in registration_ids:
            registrations.assign(desk.db, registration_id, desk.person.user_id)
            desk.audit("assigned", registration_id)


def _shown(desk: Desk, row: QueueLine, names: Mapping[str, str]) -> QueueRow:
    reason = _REASONS.get(DeskOutcome(row.outcome), "") if row.outcome else ""
    return _row(desk, row, desk.terms.returned.get(row.flag_reason, reason), names)


def _ahead(desk: Desk, line: DiaryLine, names: Mapping[str, str]) -> QueueRow:
    return _row(desk, line, diary.why(desk, line), names)


def _row(desk: Desk, row: QueueLine | DiaryLine, reason: str, names: Mapping[str, str]) -> QueueRow:
    late = (desk.today - row.due_on).days if row.due_on and row.due_on < desk.today else 0
    private = row.flag_reason == flags.PRIVATE
    return QueueRow(
        registration_id=row.registration_id,
        ref=row.ref,
        patient=f"{row.family_name.upper()}, {row.given_names}".rstrip(", "),
        reason=PRIVATE if private else reason,
        private=private,
        treatment=row.service_date,
        due=row.due_on,
        days_late=late,
        who=_who(desk, row.assigned_to, names),
    )


def _who(desk: Desk, user_id: str | None, names: Mapping[str, str]) -> str:
    if user_id is None:
        return ""
    return "Me" if user_id == desk.person.user_id else names.get(user_id, "")
