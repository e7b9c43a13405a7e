"""The time inside a registration, for the law: its lines, and what changes on which day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.casework.review import Booking
from app.residency.facts import FactValue
from app.residency.findings import Days
from app.residency.line import Line
from app.residency.questions import Answer
from app.residency.spell import LONGEST_STAY, DatedFacts, Stay
from app.services.desk import Desk
from app.services.kept_answers import as_meant
from app.store import stays
from app.store.registrations import Registration
from app.store.stays import DatedAnswer, StoredStay

STAY, WARD = "1", "2"
"""The lines of a registration: the care it was opened for, and the ward it led to."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a registration, which of them last, and the days of all together."""

    lines: tuple[Line, ...]
    stays: Mapping[str, Stay]
    days: Days


def lines_of(desk: Desk, registration: Registration, ward: Booking | None) -> Lines:
    """The service lines: one day, a stay, or the emergency department and then a ward.

    On the day of the move both have their line: what was done before the admission is free, and
    the ward is not (reg 9(1)(a)).
    """
    stay = stays.of(desk.db, registration.registration_id)
    if stay is None:
        on = registration.service_date or desk.today
        return Lines((Line(STAY, {"service_date": on}),), {}, Days(on, on))
    days = days_of(stay, desk.today)
    line = Line(STAY, {"service_date": days.first})
    if stay.ward_day is None or ward is None:
        return Lines((line,), {STAY: Stay(days.last)}, days)
    moved = stay.ward_day
    on_ward = Line(WARD, {**ward.facts, "service_date": moved})
    return Lines((line, on_ward), {STAY: Stay(moved), WARD: Stay(max(moved, days.last))}, days)


def with_charges(lines: Lines, charged: Mapping[str, tuple[Days, ...]]) -> Mapping[str, Stay]:
    """The stays, with the days charged before on them; those of a line that is no more go to the
    line it came from."""
    stays_now = dict(lines.stays)
    known = {line.id for line in lines.lines}
    for of, days in charged.items():
        line_id = of if of in known else STAY
        stay = stays_now.get(line_id, Stay())
        stays_now[line_id] = replace(stay, charged=stay.charged + days)
    return stays_now


def days_of(stay: StoredStay, today: date) -> Days:
    """The days of a stay as far as they are known: up to today while the patient is here."""
    last = stay.last_day
    if last is None:
        longest = stay.first_day + timedelta(days=LONGEST_STAY - 1)
        last = min(longest, max(stay.first_day, stay.ward_day or stay.first_day, today))
    return Days(stay.first_day, last)


def answered_later(
    desk: Desk,
    registration_id: str,
    answers: Mapping[str, Answer],
    settled: Mapping[str, FactValue],
) -> tuple[DatedFacts, ...]:
    """What the dated answers change, day by day, over the answers of the first day.

    `settled` are facts that come from elsewhere and outweigh any answer.
    """
    rows = stays.answers(desk.db, registration_id)
    if not rows:
        return ()
    book = desk.law.questions
    now = dict(answers)
    before: Mapping[str, FactValue] = book.facts_from(now, settled)
    changes = []
    for day, given in _by_day(rows):
        for row in given:
            answer = as_meant(desk, row.question_id, state=row.state, value=row.value)
            if answer is not None:
                now[row.question_id] = answer
        after = book.facts_from(now, settled)
        names = (before.keys() | after.keys()) - settled.keys()
        changed = {name: after.get(name) for name in names if before.get(name) != after.get(name)}
        if changed:
            changes.append(DatedFacts(day, changed))
        before = after
    return tuple(changes)


def settle(
    facts: Mapping[str, FactValue], changes: Iterable[DatedFacts], days: Days
) -> tuple[dict[str, FactValue], tuple[DatedFacts, ...]]:
    """The facts of the first day, and what changes on the days after it."""
    now: dict[str, FactValue | None] = dict(facts)
    later = []
    for change in sorted(changes, key=lambda one: one.since):
        if change.since <= days.first:
            now |= change.facts
        elif change.since <= days.last:
            later.append(change)
    return {name: value for name, value in now.items() if value is not None}, tuple(later)


def _by_day(rows: Iterable[DatedAnswer]) -> list[tuple[date, list[DatedAnswer]]]:
    days: dict[date, list[DatedAnswer]] = {}
    for row in rows:
        days.setdefault(row.holds_from, []).append(row)
    return list(days.items())
