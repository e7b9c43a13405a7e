"""Copies of papers whose time has come, and what holds them, a stretch of cases at a time.

However many cases there are, a stretch costs the same, as one of whole cases does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.access.roles import Act, Extent
from app.casework.retention import COPIES
from app.services.desk import Desk, service
from app.services.due_cases import LOOKED_AT, CountedStretch, rest_words
from app.services.record_holds import holds_of
from app.store import due_copies
from app.store.due_cases import START, Place
from app.store.due_copies import CopiesOfCase


@dataclass(frozen=True, slots=True, kw_only=True)
class DueCopies:
    """A case whose copies have had their time; `held_for` says what keeps them, or is empty."""

    ref: str
    final_on: date
    copies: int
    pages: int
    held_for: str


@dataclass(frozen=True, slots=True)
class CopiesStretch:
    """The copies that are due of some cases, and where the next begins; None where there is no
    next."""

    cases: tuple[DueCopies, ...]
    then: Place | None


@service(Act.ADMINISTER)
def stretch(desk: Desk, after: Place = START) -> CopiesStretch:
    """The copies that are due of the next stretch of cases, finished the longest ago first."""
    cases, then = _along(desk, after)
    return CopiesStretch(tuple(told for _, told in cases), then)


@service(Act.READ_AUDIT)
def count_stretch(desk: Desk, after: Place = START) -> CountedStretch:
    """How many copies of the next stretch of cases have had their time, and of those are held.

    Who reads the audit of own cases alone is told of the copies of those.
    """
    cases, then = _along(desk, after)
    due = [told for case, told in cases if is_theirs(desk, case)]
    held = sum(one.copies for one in due if one.held_for)
    return CountedStretch({COPIES: sum(one.copies for one in due)}, {COPIES: held}, then)


def is_theirs(desk: Desk, case: CopiesOfCase) -> bool:
    """Whether whoever reads the audit may be told of a case."""
    full = desk.extent(Act.READ_AUDIT) is Extent.FULL
    return full or case.assigned_to == desk.person.user_id


def every_due(desk: Desk) -> Iterator[tuple[CopiesOfCase, DueCopies]]:
    """All copies whose time has come, by case, finished the longest ago first."""
    after: Place | None = START
    while after is not None:
        cases, after = _along(desk, after)
        yield from cases


def due_among(desk: Desk, cases: Iterable[str]) -> Iterator[tuple[CopiesOfCase, DueCopies]]:
    """The copies of some cases whose time has come."""
    yield from _told(desk, due_copies.among(desk.db, _before(desk), cases))


def _along(
    desk: Desk, after: Place
) -> tuple[tuple[tuple[CopiesOfCase, DueCopies], ...], Place | None]:
    found = due_copies.stretch(desk.db, _before(desk), after=after, most=LOOKED_AT)
    return tuple(_told(desk, found.cases)), found.then


def _before(desk: Desk) -> date:
    return desk.retention.copies.before(desk.today)


def _told(desk: Desk, cases: Iterable[CopiesOfCase]) -> Iterator[tuple[CopiesOfCase, DueCopies]]:
    """The copies, with what holds them, if anything does."""
    holds, rest = holds_of(desk), rest_words(desk)
    for one in cases:
        held_for = holds.get(one.registration_id) or rest(one.registration_id, one.patient_id)
        yield (
            one,
            DueCopies(
                ref=one.ref,
                final_on=one.final_on,
                copies=one.copies,
                pages=one.pages,
                held_for=held_for,
            ),
        )
