"""Whole cases whose time has come, and what holds them, a stretch at a time.

However many cases there are, a stretch costs the same, so whoever goes through all of them lets
others at the records in between.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.access.roles import Act, Extent
from app.core.wording import Phrase
from app.replica.record import moment_of
from app.services.desk import Desk, service
from app.services.record_holds import holds_of
from app.services.resting import rests_of_cases
from app.store import due_cases, whole_cases
from app.store.due_cases import LINES, START, Place, WholeCase

__all__ = [
    "CountedStretch",
    "DueStretch",
    "DueWhole",
    "Place",
    "count_stretch",
    "due_among",
    "every_due",
    "rest_words",
    "stretch",
]

RESTS = Phrase("Letters rest: the case is not settled")
INVOICED = Phrase("Its invoices are in the ledger")
UNSEEN = Phrase("An emergency access nobody has looked at")
DIFFER = Phrase("Two machines differ: an officer chooses first")
LOOKED_AT = 100  # cases of a stretch


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
class DueStretch:
    """What is due of some cases, and where the next begin; None where all were looked at."""

    cases: tuple[DueWhole, ...]
    then: Place | None


@dataclass(frozen=True, slots=True)
class CountedStretch:
    """How many of some cases are due, and held, by line of the terms; `then` as of `DueStretch`."""

    due: Mapping[str, int]
    held: Mapping[str, int]
    then: Place | None


@service(Act.ADMINISTER)
def stretch(desk: Desk, after: Place = START) -> DueStretch:
    """What is due of the next stretch of cases, finished the longest ago first."""
    cases, then = _along(desk, after)
    return DueStretch(tuple(told for _, told in cases), then)


@service(Act.READ_AUDIT)
def count_stretch(desk: Desk, after: Place = START) -> CountedStretch:
    """How many of the next stretch of cases have had their time, and of those are held.

    Who reads the audit of own cases alone is told of none.
    """
    if desk.extent(Act.READ_AUDIT) is not Extent.FULL:
        return CountedStretch({}, {}, None)
    cases, then = _along(desk, after)
    due: Counter[str] = Counter(case.line for case, _ in cases)
    held: Counter[str] = Counter(case.line for case, told in cases if told.held_for)
    return CountedStretch(due, held, then)


def every_due(desk: Desk) -> Iterator[tuple[WholeCase, DueWhole]]:
    """All cases whose time has come, finished the longest ago first."""
    after: Place | None = START
    while after is not None:
        cases, after = _along(desk, after)
        yield from cases


def due_among(desk: Desk, cases: Iterable[str]) -> Iterator[tuple[WholeCase, DueWhole]]:
    """Those of some cases whose time has come."""
    yield from _told(desk, due_cases.among(desk.db, _before(desk), desk.today, cases))


def rest_words(desk: Desk) -> Callable[[str, str], str]:
    """The words for a lasting rest of letters that holds a case too, empty for none; asked for by
    registration and patient, all rests read once."""
    rests = rests_of_cases(desk)

    def words(registration_id: str, patient_id: str) -> str:
        lasting = {one.kind for one in rests(registration_id, patient_id) if one.until is None}
        return RESTS if lasting & desk.retention.rests else ""

    return words


def _along(desk: Desk, after: Place) -> tuple[tuple[tuple[WholeCase, DueWhole], ...], Place | None]:
    """What is due of a stretch of cases, and where the next begins; None where there is none."""
    found = due_cases.stretch(desk.db, _before(desk), desk.today, after=after, most=LOOKED_AT)
    return tuple(_told(desk, found.cases)), found.then


def _before(desk: Desk) -> dict[str, date]:
    return {line: desk.retention.line(line).before(desk.today) for line in LINES}


def _told(desk: Desk, cases: Iterable[WholeCase]) -> Iterator[tuple[WholeCase, DueWhole]]:
    """The cases that are due indeed, with what holds them, if anything does."""
    before = _before(desk)
    holds, unsettled, rest = holds_of(desk), whole_cases.unsettled(desk.db), rest_words(desk)
    for case in cases:
        line = desk.retention.line(case.line)
        if case.written_since:
            # A machine that needed it said so: its time begins anew from then.
            back = whole_cases.brought_back_at(desk.db, case.registration_id)
            if moment_of(back).date() > before[case.line]:
                continue
        differ = {case.registration_id, case.patient_id} & unsettled
        held_for = (
            holds.get(case.registration_id)
            or (INVOICED if case.invoiced else "")
            or (UNSEEN if case.unseen else "")
            or (DIFFER if differ else "")
            or rest(case.registration_id, case.patient_id)
        )
        told = DueWhole(
            ref=case.ref,
            why=line.short,
            last_on=case.last_on,
            due_on=case.last_on + timedelta(days=line.days),
            held_for=held_for,
        )
        yield case, told
