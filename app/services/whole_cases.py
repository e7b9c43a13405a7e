"""Whole cases whose time has come: what holds them, and taking away those two people agreed on.

The removal goes to every machine as a record like any other (docs/share.md, “Retention”), so only
an officer's machine of the trust does it, or one that stands by itself. Care rests on none of it:
somebody who comes back is registered like anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.core.errors import Known
from app.replica.record import moment_of
from app.services.desk import Desk
from app.services.dispatching import record_all
from app.services.enrolling import own_device
from app.services.record_holds import holds_of
from app.services.resting import rests_on_case
from app.spool.reach import may_take_away
from app.store import whole_cases
from app.store.whole_cases import LINES, WholeCase

RESTS = "Letters rest: the case is not settled"
INVOICED = "Its invoices are in the ledger"
UNSEEN = "An emergency access nobody has looked at"
DIFFER = "Two machines differ: an officer chooses first"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueWhole:
    """A case whose time has come: why, since which day; `held_for` says what keeps it, or is
    empty."""

    ref: str
    why: str
    last_on: date
    due_on: date
    held_for: str


@dataclass(frozen=True, slots=True)
class Removed:
    """What an approved list came to."""

    gone: tuple[WholeCase, ...]
    copies: int
    pages: int
    patients: int
    held: int
    changed: int


def goes_from_here(desk: Desk) -> bool:
    """Whether a removal said here is obeyed everywhere, or concerns this machine alone."""
    own = own_device(desk)
    return own is None or may_take_away(own)


def due(desk: Desk, *, mine: str = "") -> tuple[tuple[WholeCase, DueWhole], ...]:
    """The cases whose time has come; `mine` leaves those assigned to one person."""
    holds = holds_of(desk)
    found = []
    for case in _due(desk):
        if not mine or case.assigned_to == mine:
            line = desk.retention.line(case.line)
            told = DueWhole(
                ref=case.ref,
                why=line.short,
                last_on=case.last_on,
                due_on=case.last_on + timedelta(days=line.days),
                held_for=_held_for(desk, case, holds),
            )
            found.append((case, told))
    return tuple(found)


def to_list(desk: Desk) -> dict[str, str]:
    """The cases to put before a second person, each with its likeness; raises Known for none."""
    _require_here(desk)
    with desk.db.atomic():
        record_all(desk)
    cases = [case.registration_id for case, told in due(desk) if not told.held_for]
    if not cases:
        raise Known("nothing_due", "No case has had its time. There is nothing to remove.")
    return {case: whole_cases.likeness(desk.db, case) for case in cases}


def take_away(desk: Desk, listed: Mapping[str, str]) -> Removed:
    """Take away those of a list that nothing happened with since; within a transaction.

    Raises Known `not_here` where this machine became a desk of a trust after the list was made.
    """
    _require_here(desk)
    record_all(desk)
    now = int(desk.clock.now().timestamp() * 1000)
    found = {case.registration_id: (case, told) for case, told in due(desk)}
    still = [
        found[case]
        for case, likeness in listed.items()
        if case in found and whole_cases.likeness(desk.db, case) == likeness
    ]
    gone, copies, pages, patients, held = [], 0, 0, 0, 0
    for case, told in still:
        taken = (
            None if told.held_for else whole_cases.take_away(desk.db, case.registration_id, now=now)
        )
        if taken is None:
            held += 1
            continue
        gone.append(case)
        copies += taken.copies
        pages += taken.pages
        patients += taken.patients
        desk.audit("case_removed", case.registration_id)
    return Removed(tuple(gone), copies, pages, patients, held, len(listed) - len(still))


def rest_of(desk: Desk, registration_id: str) -> str:
    """The words for a lasting rest of letters that holds a case too; empty for none."""
    rests = rests_on_case(desk, registration_id)
    lasting = {rest.kind for rest in rests if rest.until is None}
    return RESTS if lasting & desk.retention.rests else ""


def _require_here(desk: Desk) -> None:
    if not goes_from_here(desk):
        raise Known(
            "not_here",
            "Whole cases are removed at an officer’s computer, so that they go everywhere.",
        )


def _due(desk: Desk) -> Iterable[WholeCase]:
    before = {line: desk.retention.line(line).before(desk.today) for line in LINES}
    for case in whole_cases.due(desk.db, before, desk.today):
        # A machine that needed it said so: its time begins anew from then.
        back = whole_cases.brought_back_at(desk.db, case.registration_id)
        if moment_of(back).date() <= before[case.line]:
            yield case


def _held_for(desk: Desk, case: WholeCase, holds: Mapping[str, str]) -> str:
    if case.registration_id in holds:
        return holds[case.registration_id]
    if case.invoiced:
        return INVOICED
    if case.unseen:
        return UNSEEN
    if not whole_cases.is_settled(desk.db, case):
        return DIFFER
    return rest_of(desk, case.registration_id)
