"""Debts in one line each: days that pass, a warning sent, a list prepared and gone out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.billing.debt.events import StepTaken
from app.billing.payment import Method
from app.core.money import Money
from app.services import debt_exporting, debt_reporting, receiving
from app.services.debts import debt_of, note
from app.services.desk import Desk
from app.store import proposals
from app.store.proposals import DEBT_REPORT
from tests.services.work import invoiced, later, seated

_DAY = 24 * 60


def days_pass(desk: Desk, days: int) -> None:
    """Let so many days go by."""
    later(desk, days * _DAY)


def switch_on(desk: Desk) -> None:
    """The trust uses the Home Office debt list."""
    debt = desk.finance.debt
    office = replace(debt.home_office, enabled=True)
    desk.finance = replace(desk.finance, debt=replace(debt, home_office=office))


def warn(desk: Desk, doc_no: str) -> None:
    """The debt warning went today."""
    with seated(desk, "finance"), desk.db.atomic():
        note(desk, debt_of(desk, doc_no), StepTaken(on=desk.today, step="debt_warning"))


def warned(desk: Desk, **patient: Any) -> str:
    """An invoice of 66 days ago whose debtor was warned 16 days ago; the list is on."""
    switch_on(desk)
    _, issued = invoiced(desk, **patient)
    days_pass(desk, 50)
    warn(desk, issued.doc_no)
    days_pass(desk, 16)
    return issued.doc_no


def approve_lists(desk: Desk, *, by: str = "officer") -> None:
    """Every list that waits, approved by somebody else than its preparer."""
    with seated(desk, by):
        for one in proposals.waiting(desk.db, DEBT_REPORT):
            debt_reporting.approve(desk, one.proposal_id)


def export(desk: Desk) -> debt_exporting.Exported:
    """The officer's act."""
    with seated(desk, "officer"):
        return debt_exporting.export(desk)


def told(desk: Desk, **patient: Any) -> str:
    """A debt that went out on the list."""
    doc_no = warned(desk, **patient)
    with seated(desk, "finance"):
        debt_reporting.prepare(desk, [doc_no])
    approve_lists(desk)
    export(desk)
    return doc_no


def pay(desk: Desk, doc_no: str, amount: Money) -> None:
    """Money by bank transfer."""
    with seated(desk, "finance"):
        receiving.take_payment(desk, doc_no, amount=amount, method=Method.BACS)


def why_not(desk: Desk) -> Mapping[str, tuple[str, ...]]:
    """What keeps each debt off the list."""
    with seated(desk, "finance"):
        return {one.doc_no: one.why_not for one in debt_reporting.candidates(desk)}
