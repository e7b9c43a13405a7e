"""Taking away whole cases whose time has come, once two people agreed on them.

The removal goes to every machine as a record like any other (docs/share.md, “Retention”), so only
an officer's machine of the trust does it, or one that stands by itself. Care rests on none of it:
somebody who comes back is registered like anybody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from app.core.errors import Known
from app.services.desk import Desk
from app.services.dispatching import record_all
from app.services.due_cases import due_among, every_due
from app.services.enrolling import own_device
from app.spool.reach import may_take_away
from app.store import whole_cases
from app.store.due_cases import WholeCase


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


def to_list(desk: Desk) -> dict[str, str]:
    """The cases to put before a second person, each with its likeness; raises Known for none.

    No more than one list holds (`RetentionTerms.most`): those finished the longest ago.
    """
    _require_here(desk)
    with desk.db.atomic():
        record_all(desk)
    free = (case.registration_id for case, told in every_due(desk) if not told.held_for)
    cases = list(islice(free, desk.retention.most))
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
    found = {case.registration_id: (case, told) for case, told in due_among(desk, listed)}
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


def _require_here(desk: Desk) -> None:
    if not goes_from_here(desk):
        raise Known(
            "not_here",
            "Whole cases are removed at an officer’s computer, so that they go everywhere.",
        )
