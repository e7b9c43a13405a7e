"""Writing a case's diary: whenever something it rests on changes, in the same transaction."""

from __future__ import annotations

from datetime import date, timedelta

from app.casework.diary import Entry, OnFile, entries
from app.core.errors import BadInput
from app.residency.determination import Case, determine
from app.residency.facts import FactValue
from app.residency.rules import Group
from app.services.answers import UnknownBooking, case_of
from app.services.certifying import certified
from app.services.desk import Desk
from app.services.packs import next_begins
from app.store import decisions, diary, evidence, papers, registrations, stays
from app.store.registrations import Registration


def write_up(desk: Desk, registration_id: str) -> None:
    """Note every day this case now depends on, and let go of days that no longer stand.

    A day that was once dealt with is not noted again; the caller owns the transaction.
    """
    registration = registrations.get(desk.db, registration_id)
    if not (registration.flagged and registration.finished_at):
        return
    try:
        wanted = entries(_on_file(desk, registration), desk.terms.diary)
    except UnknownBooking:  # its own, or a relative's: what the care is, only that machine can say
        return
    kept = diary.of(desk.db, registration_id)
    written = [
        Entry(row.due_on, row.about_on, row.kind) for row in kept if row.mark != diary.LAPSED
    ]
    for entry in (one for one in wanted if one not in written):
        diary.add(
            desk.db,
            registration_id,
            kind=entry.kind,
            about_on=entry.about_on,
            due_on=entry.due_on,
            at=desk.moment,
        )
    seen_on = _seen_on(desk, registration)
    stale = [
        row.entry_id
        for row in kept
        if not row.mark
        and row.due_on > seen_on  # what was due before still waits for its decision
        and Entry(row.due_on, row.about_on, row.kind) not in wanted
    ]
    _mark(desk, stale, diary.LAPSED)


def dealt_with(desk: Desk, registration_id: str) -> None:
    """A decision answers whatever was due by today; the caller owns the transaction."""
    done = [
        row.entry_id
        for row in diary.of(desk.db, registration_id)
        if not row.mark and row.due_on <= desk.today
    ]
    _mark(desk, done, diary.DONE)
    write_up(desk, registration_id)


def rules_end(desk: Desk) -> date:
    """The last day of the rules in use: to be read again by then, or replaced the day after."""
    last, begins = desk.pack.manifest.valid_to, next_begins(desk)
    return last if begins is None else min(last, begins - timedelta(days=1))


def _mark(desk: Desk, entry_ids: list[int], mark: str) -> None:
    diary.mark(desk.db, entry_ids, mark, by=desk.person.user_id, at=desk.moment)


def _on_file(desk: Desk, registration: Registration) -> OnFile:
    registration_id = registration.registration_id
    case = case_of(desk, registration_id, certified=certified(desk, registration_id))
    on = registration.service_date or desk.today
    relied = (row for row in evidence.of(desk.db, registration_id) if row.relied_on)
    promised = papers.of(desk.db, registration_id).values()
    return OnFile(
        facts=_facts(case),
        groups=_groups(desk, case, on),
        papers=tuple((row.type_code, row.expires_on) for row in relied if row.expires_on),
        promises=tuple(one.promised_by for one in promised if one.promised_by is not None),
        last_day=_last_day(desk, registration),
        rules_end=rules_end(desk),
        seen_on=_seen_on(desk, registration),
    )


def _groups(desk: Desk, case: Case, on: date) -> tuple[Group, ...]:
    try:
        return determine(case, desk.law, on).groups
    except BadInput as early:
        if early.code != "date_out_of_range":
            raise
        return ()  # another machine may say such a day: no case may hold up the others' diary


def _last_day(desk: Desk, registration: Registration) -> date | None:
    """When the care ends, as the law is told of it; None while a stay is recorded as going on."""
    stay = stays.of(desk.db, registration.registration_id)
    return registration.service_date or desk.today if stay is None else stay.last_day


def _facts(case: Case) -> dict[str, FactValue | None]:
    facts: dict[str, FactValue | None] = dict(case.facts)
    for change in case.spells.changes if case.spells is not None else ():
        facts |= change.facts  # in the order of their days: what holds last
    return {**facts, **(case.lines[-1].facts if case.lines else {})}


def _seen_on(desk: Desk, registration: Registration) -> date:
    """The day somebody last looked at the whole case: the decision, else the desk's own part."""
    decision = decisions.latest(desk.db, registration.registration_id)
    moment = decision.decided_at if decision else registration.finished_at or ""
    return date.fromisoformat(moment[:10])
