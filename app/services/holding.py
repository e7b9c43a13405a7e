"""Holds: nobody is chased while one lasts, and lifting it is a person's act (hazard H13)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from app.access.roles import Act
from app.billing.debt.events import FollowedUp, HoldLifted, HoldPlaced
from app.billing.debt.terms import HoldKind
from app.core.errors import BadInput, Known
from app.services.debt_reporting import withdraw_for
from app.services.debts import debt_of, note
from app.services.desk import Desk, service
from app.services.two_people import require_reason
from app.store import patients


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
        raise Known("held_already", f"“{term.label}” is set already.", "kind")
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
            f"“{term.label}” was not placed here. It ends when the case’s record changes.",
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


def _by_hand(desk: Desk, kind: str) -> HoldKind:
    holds = desk.finance.debt.holds
    allowed = [one.kind for one in holds.values() if one.by_hand]
    if kind not in allowed:
        raise BadInput("bad_hold", "Choose a hold from the list.", "kind")
    return HoldKind(kind)
