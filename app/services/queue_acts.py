"""What is done with several cases at once: assign and put away. Decisions are made one by one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.access.roles import Act
from app.core.dates import parse_date, show
from app.core.errors import BadInput
from app.core.people import clean_line
from app.core.wording import Phrase
from app.services import queue_place
from app.services.answers import answers_of
from app.services.casefile import prompt_line
from app.services.desk import Desk, service
from app.services.queue_filters import who_decides
from app.store import registrations, snoozes
from app.store.registrations import Registration
from app.store.snoozes import Snooze

_WAITING = ("waiting", "second_check")


@dataclass(frozen=True, slots=True)
class NotDone:
    """A case left as it was, and one sentence why."""

    ref: str
    why: str


@dataclass(frozen=True, slots=True)
class Assigned:
    """Whose the cases are now, by id and by name, and whose each was before.

    So it can be taken back.
    """

    user_id: str
    to: str
    before: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class PutAway:
    """Cases put away until a day, and those that stay."""

    until: date
    done: tuple[str, ...]
    not_done: tuple[NotDone, ...]


@service(Act.DECIDE_STATUS)
def assignees(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Who may be given a case: user ids and names, oneself first."""
    me = desk.person.user_id
    rest = ((one.user_id, one.display_name) for one in who_decides(desk) if one.user_id != me)
    return ((me, desk.person.display_name), *rest)


@service(Act.DECIDE_STATUS)
def assign(desk: Desk, registration_ids: Iterable[str], to: str) -> Assigned:
    """Give cases to somebody who may decide, all or none.

    Raises BadInput `not_an_officer` where that person may not, NotFound for no such case.
    """
    names = {one.user_id: one.display_name for one in who_decides(desk)}
    if to not in names:
        raise BadInput("not_an_officer", "Choose somebody of the overseas visitor team.", "to")
    before = []
    with desk.db.atomic():
        for one in dict.fromkeys(registration_ids):
            before.append((one, registrations.get(desk.db, one).assigned_to))
            registrations.assign(desk.db, one, to)
            desk.audit("assigned", one, {"to": to})
    return Assigned(to, names[to], tuple(before))


@service(Act.DECIDE_STATUS)
def take_back_assigning(desk: Desk, assigned: Assigned) -> None:
    """Give every case to whoever had it before, but one that somebody gave to another since."""
    with desk.db.atomic():
        for one, before in assigned.before:
            if registrations.get(desk.db, one).assigned_to != assigned.user_id:
                continue
            registrations.assign(desk.db, one, before)
            desk.audit("assigning_taken_back", one)


@service(Act.DECIDE_STATUS)
def snooze(desk: Desk, registration_ids: Collection[str], *, until: str, reason: str) -> PutAway:
    """Put cases away until a day; they come back by themselves on it, or when something happens.

    A case whose questions of protection are late is not put away, and one that becomes so comes
    back (hazard H8). Raises BadInput for a day or a reason that will not do.
    """
    day = parse_date(until, desk.today, field="until")
    furthest = desk.today + timedelta(days=desk.terms.queue.snooze_days)
    if not desk.today < day <= furthest:
        raise BadInput(
            "bad_snooze",
            Phrase("Choose a day from tomorrow to {last}.", last=show(furthest)),
            "until",
        )
    why = clean_line(reason, "reason")
    if not why:
        raise BadInput("no_reason", "Say in a few words what the case waits for.", "reason")
    cases = [registrations.get(desk.db, one) for one in dict.fromkeys(registration_ids)]
    stay = {case.registration_id: _stays(desk, case) for case in cases}
    done = tuple(one for one, kept in stay.items() if not kept)
    with desk.db.atomic():
        queue_place.keep_up(desk)
        snoozes.add(desk.db, [_row(desk, one, day, why) for one in done])
        for one in done:
            desk.audit("snoozed", one, {"until": day.isoformat()})
    not_done = tuple(
        NotDone(case.ref, stay[case.registration_id])
        for case in cases
        if case.registration_id not in done
    )
    return PutAway(day, done, not_done)


@service(Act.DECIDE_STATUS)
def wake(desk: Desk, registration_ids: Iterable[str]) -> None:
    """Bring cases back that were put away."""
    woken = tuple(dict.fromkeys(registration_ids))
    with desk.db.atomic():
        snoozes.add(desk.db, [_row(desk, one, None, "") for one in woken])
        for one in woken:
            desk.audit("woken", one)


def _row(desk: Desk, one: str, until: date | None, why: str) -> Snooze:
    return Snooze(
        registration_id=one,
        until=until,
        reason=why,
        snoozed_by=desk.person.user_id,
        snoozed_at=desk.moment,
    )


def _stays(desk: Desk, case: Registration) -> str:
    """Why a case cannot be put away, or nothing."""
    if case.review not in _WAITING:
        return Phrase("It waits for nobody any more.")
    late = case.due_on is not None and case.due_on < desk.today
    answers = answers_of(desk, case.registration_id)
    if late and any(not prompt_line(desk, one, answers).shown for one in desk.terms.prompts):
        return Phrase("It is late, and the questions of protection are still to ask.")
    return ""
