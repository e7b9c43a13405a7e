"""The rows of the money lists."""

from __future__ import annotations

from app.services.invoicing import Account, CreditProposal, ToInvoice
from ui.cells import Cell
from ui.models.listing import Line

TO_INVOICE, ACCOUNTS, CREDITS = "to_invoice", "accounts", "credits"
COLUMNS = {
    TO_INVOICE: ("Ref", "Patient", "Amount"),
    ACCOUNTS: ("Invoice", "Payer", "Owed", "State"),
    CREDITS: ("Invoice", "Payer", "Amount"),
}


def key_of(thing: object | None) -> str:
    """What a row is known by, so that a refresh keeps the current one."""
    if isinstance(thing, ToInvoice):
        return thing.registration_id
    return thing.doc_no if isinstance(thing, Account | CreditProposal) else ""


def to_invoice_line(one: ToInvoice) -> Line:
    """A case that finance can bill."""
    waits = ", second check due" if one.second_check_wanted else ""
    return Line(
        one,
        (Cell(one.ref), Cell(one.patient, strong=True), _amount(str(one.total))),
        f"{one.ref}, {one.patient}, {one.total}{waits}",
    )


def account_line(one: Account) -> Line:
    """An invoice and how it stands."""
    icon = {"Paid": "circle-check", "Cancelled": "x"}.get(one.state, "clock")
    return Line(
        one,
        (
            Cell(one.doc_no),
            Cell(one.payer, strong=True),
            _amount(str(one.balance)),
            Cell(one.state, icon=icon, icon_role="success" if one.state == "Paid" else "text2"),
        ),
        f"{one.doc_no}, {one.payer}, {one.balance} owed of {one.total}, {one.state}",
    )


def credit_line(one: CreditProposal) -> Line:
    """A credit somebody proposed."""
    return Line(
        one,
        (Cell(one.doc_no), Cell(one.payer, strong=True), _amount(str(one.total))),
        f"{one.doc_no}, {one.payer}, {one.total}, {one.reason}",
    )


def _amount(words: str) -> Cell:
    return Cell(words, strong=True, right=True)
