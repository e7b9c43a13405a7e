"""Holds: nobody is chased while one lasts, and lifting it is a person's act (hazard H13)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.access.roles import Act
from app.billing.debt.events import FollowedUp, HoldLifted, HoldPlaced
from app.billing.debt.terms import HoldKind
from app.core.errors import BadInput, Known
from app.core.wording import Phrase
from app.services.debt_reporting import withdraw_for
from app.services.debts import debt_of, note
from app.services.desk import Desk, service
from app.services.resting import rests_on_case
from app.services.two_people import require_reason
from app.store import case_rests, patients
from app.store.case_rests import StoredRest


@dataclass(frozen=True, slots=True)
class RestLine:
    """A reason to let letters rest, and the day it began where it holds now."""

    kind: str
    label: str
    since: date | None


@service(Act.INVOICE)
def place_hold(desk: Desk, doc_no: str, kind: str, reason: str) -> None:
    """Stop letters, lists and referrals: of this invoice, or of all the person is asked to pay.

    A hold of so many days ends by itself, and somebody looks before anybody writes again. Raises
    BadInput for a kind nobody places by hand, or without a reason.
    """
    hold = _by_hand(desk, kind)
    term = desk.finance.debt.holds[hold]
    debt = debt_of(desk, doc_no)
    if any(one.kind is hold for one in debt.position.held):
        raise Known("held_already", Phrase("“{name}” is set already.", name=term.label), "kind")
    until = None if term.days is None else desk.today + timedelta(days=term.days)
    placed = HoldPlaced(on=desk.today, hold=hold, reason=require_reason(reason), until=until)
    with desk.db.atomic():
        note(desk, debt, placed, scope=term.scope)


@service(Act.INVOICE)
def lift_hold(desk: Desk, doc_no: str, kind: str, reason: str) -> None:
    """End a hold somebody placed, from today on; raises Known where the case's record sets it."""
    hold = _by_hand(desk, kind)
    term = desk.finance.debt.holds[hold]
    debt = debt_of(desk, doc_no)
    placed = [
        event
        for event, _ in debt.history
        if isinstance(event, HoldPlaced | HoldLifted) and event.hold is hold
    ]
    if not placed or isinstance(placed[-1], HoldLifted):
        raise Known(
            "not_placed",
            Phrase(
                "“{name}” was not placed here. It ends when the case’s record changes.",
                name=term.label,
            ),
            "kind",
        )
    lifted = HoldLifted(on=desk.today, hold=hold, reason=require_reason(reason))
    with desk.db.atomic():
        note(desk, debt, lifted, scope=term.scope)


@service(Act.INVOICE)
def record_death(desk: Desk, doc_no: str, died_on: date) -> None:
    """Record that the patient of an invoice has died: letters rest, then go to the estate alone."""
    if died_on > desk.today:
        raise BadInput("bad_date", "Enter the day of death, today or before.", "died_on")
    debt = debt_of(desk, doc_no)
    patient = patients.get(desk.db, debt.kept.patient_id)
    with desk.db.atomic():
        patients.update(desk.db, replace(patient, died=died_on))
        desk.audit("death_recorded", patient.patient_id)
        withdraw_for(desk, doc_no, "died")


@service(Act.INVOICE)
def follow_up(desk: Desk, doc_no: str, words: str) -> None:
    """Say that somebody dealt with a broken promise, a default or a hold that ran out."""
    debt = debt_of(desk, doc_no)
    with desk.db.atomic():
        note(desk, debt, FollowedUp(on=desk.today, note=require_reason(words)))


@service(Act.HOLD_LETTERS)
def rests(desk: Desk, registration_id: str) -> tuple[RestLine, ...]:
    """Why letters of a case can rest on an officer's word, and which reasons hold today."""
    since = {
        rest.kind: rest.since for rest in rests_on_case(desk, registration_id) if rest.until is None
    }
    return tuple(
        RestLine(kind.id, kind.label, since.get(kind.id)) for kind in desk.terms.rests.values()
    )


@service(Act.HOLD_LETTERS)
def rest_letters(desk: Desk, registration_id: str, kind: str, reason: str) -> None:
    """Let letters, lists and referrals of a case rest from today on, invoice or none.

    The officer knows of a safeguarding concern or a referral before finance may know anything;
    finance reads the neutral label of the hold alone. Raises BadInput, Known, NotFound.
    """
    if _rest_of(desk, registration_id, kind).since is not None:
        raise Known("held_already", "Letters rest for this already.", "kind")
    with desk.db.atomic():
        _note(desk, registration_id, kind, begins=True, reason=require_reason(reason))
        desk.audit("letters_rest", registration_id, {"kind": kind})


@service(Act.HOLD_LETTERS)
def let_letters_go(desk: Desk, registration_id: str, kind: str, reason: str) -> None:
    """End a rest from today on; it is a person's act, with a reason of its own."""
    if _rest_of(desk, registration_id, kind).since is None:
        raise Known("not_placed", "Letters do not rest for this. Look at the case again.", "kind")
    with desk.db.atomic():
        _note(desk, registration_id, kind, begins=False, reason=require_reason(reason))
        desk.audit("letters_go_on", registration_id, {"kind": kind})


def _rest_of(desk: Desk, registration_id: str, kind: str) -> RestLine:
    for line in rests(desk, registration_id):
        if line.kind == kind:
            return line
    raise BadInput("bad_hold", "Choose a reason from the list.", "kind")


def _note(desk: Desk, registration_id: str, kind: str, *, begins: bool, reason: str) -> None:
    case_rests.add(
        desk.db,
        StoredRest(
            registration_id=registration_id,
            kind=kind,
            begins=begins,
            reason=reason,
            made_by=desk.person.user_id,
            made_at=desk.moment,
        ),
    )


def _by_hand(desk: Desk, kind: str) -> HoldKind:
    holds = desk.finance.debt.holds
    allowed = [one.kind for one in holds.values() if one.by_hand]
    if kind not in allowed:
        raise BadInput("bad_hold", "Choose a hold from the list.", "kind")
    return HoldKind(kind)
