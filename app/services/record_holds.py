"""Cases of which nothing is removed while an appeal, a legal action or an inquiry goes on.

A hold is part of the case and travels with it: no machine of the trust removes what is held at any.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.access.roles import Act
from app.core.errors import BadInput, Known
from app.core.wording import Phrase
from app.services.desk import Desk, service
from app.store import registrations, removals


@dataclass(frozen=True, slots=True)
class HeldCase:
    """A case of which nothing is removed, whatever its time."""

    ref: str
    kind: str
    label: str


@service(Act.HOLD_RECORDS)
def hold_kinds(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Codes and words of why a case's records are held."""
    return tuple(desk.retention.holds.items())


@service(Act.HOLD_RECORDS)
def held_cases(desk: Desk) -> tuple[HeldCase, ...]:
    """The cases of which nothing is removed, oldest hold first."""
    words = desk.retention.holds
    return tuple(
        HeldCase(one.ref, one.kind, words.get(one.kind, one.kind)) for one in removals.held(desk.db)
    )


@service(Act.HOLD_RECORDS)
def hold_records(desk: Desk, ref: str, kind: str) -> tuple[HeldCase, ...]:
    """Keep a case's records whatever their time; raises BadInput, NotFound, Known."""
    if kind not in desk.retention.holds:
        raise BadInput("unknown_hold", "Choose why the records are held.", "kind")
    _note_hold(desk, ref, kind, begins=True)
    return held_cases(desk)


@service(Act.HOLD_RECORDS)
def release_records(desk: Desk, ref: str, kind: str) -> tuple[HeldCase, ...]:
    """The matter is over: the case's records go by their time again."""
    _note_hold(desk, ref, kind, begins=False)
    return held_cases(desk)


def _note_hold(desk: Desk, ref: str, kind: str, *, begins: bool) -> None:
    case = registrations.by_ref(desk.db, ref)
    lasts = any(one.kind == kind and one.ref == case.ref for one in removals.held(desk.db))
    if lasts is begins:
        raise Known(
            "no_change",
            Phrase("{ref} is held for that already. Look at the list.", ref=case.ref)
            if begins
            else Phrase("{ref} is not held for that. Look at the list.", ref=case.ref),
            "ref",
        )
    with desk.db.atomic():
        removals.hold(
            desk.db,
            case.registration_id,
            kind,
            begins=begins,
            by=desk.person.user_id,
            at=desk.moment,
        )
        act = "records_held" if begins else "records_released"
        desk.audit(act, case.registration_id, {"kind": kind})


def holds_of(desk: Desk) -> Mapping[str, str]:
    """What holds a case, in words, by registration."""
    words = desk.retention.holds
    return {one.registration_id: words.get(one.kind, one.kind) for one in removals.held(desk.db)}
