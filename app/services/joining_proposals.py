"""Records that two machines made of probably one person, for an officer to look at (H4, H10).

At one machine a clerk is shown who is known already. Two machines that are off the network cannot
know of each other's patients; once both records have come, they are proposed. Nothing is joined by
itself: `merging.compare` shows both side by side, `merging.merge` is a person's act.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.access.roles import Act
from app.core.people import Patient
from app.services.desk import Desk, service
from app.store import patients, twins

MOST = 200  # proposals at a time: the list is worked off, not paged


class Because(StrEnum):
    """What speaks for one person."""

    NHS_NUMBER = "nhs_number"
    NAME_AND_BIRTH = "name_and_birth"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two records, each as it is, and the strongest reason to look at them together."""

    one: Patient
    other: Patient
    because: Because


@service(Act.DECIDE_STATUS)
def proposals(desk: Desk) -> tuple[Proposal, ...]:
    """Pairs that are not joined and were never parted, those of one NHS number first."""
    found: dict[twins.Pair, Because] = {}
    for pair in twins.by_number(desk.db, limit=MOST):
        found.setdefault(pair, Because.NHS_NUMBER)
    for pair in twins.by_name(desk.db, limit=MOST):
        found.setdefault(pair, Because.NAME_AND_BIRTH)
    return tuple(
        Proposal(patients.own(desk.db, one), patients.own(desk.db, other), because)
        for (one, other), because in list(found.items())[:MOST]
    )
