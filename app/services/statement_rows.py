"""An account as its payer reads it: each charge and payment in the order of their days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.core.dates import long
from app.core.money import ZERO, Money
from app.services.desk import Desk
from app.store import invoices, proposals, receipts
from app.store.receipts import StoredReceipt


@dataclass(frozen=True, slots=True, order=True)
class _Move:
    """One document: what it adds to the debt (below zero: takes off), what was paid by it."""

    on: date
    number: str
    words: str
    charge: Money = ZERO
    paid: Money = ZERO


def entries_of_account(
    desk: Desk, customer_ref: str, say: Mapping[str, str]
) -> tuple[tuple[tuple[str, ...], ...], Money]:
    """The rows of a statement (day, what, charge, payment, balance), and the balance.

    What was written off is owed all the same, so it takes nothing off here (finance.md 4.5). Money
    paid ahead for care that has no invoice yet is not on it.
    """
    moves = sorted((*_documents(desk, customer_ref, say), *_money(desk, customer_ref, say)))
    rows, balance = [], ZERO
    for move in moves:
        balance += move.charge - move.paid
        cells = (_shown(move.charge), _shown(move.paid), str(balance))
        rows.append((long(move.on), move.words, *cells))
    return tuple(rows), balance


def _documents(desk: Desk, customer_ref: str, say: Mapping[str, str]) -> list[_Move]:
    return [
        _Move(
            row.issued_on,
            row.doc_no,
            say["invoice" if row.doc_type == invoices.INVOICE else "credit_note"].format(
                number=row.doc_no
            ),
            charge=row.total,
        )
        for row in invoices.of_payer(desk.db, customer_ref)
    ]


def _money(desk: Desk, customer_ref: str, say: Mapping[str, str]) -> list[_Move]:
    invoiced = {row.body.get("estimate_no") for row in invoices.of_payer(desk.db, customer_ref)}
    found = []
    for row in receipts.of_payer(desk.db, customer_ref):
        ahead = bool(row.doc_no) and not invoices.exists(desk.db, row.doc_no)
        if ahead and row.doc_no not in invoiced:
            continue
        words = say[_kind(desk, row)].format(number=row.receipt_no)
        found.append(_Move(row.received_on, row.receipt_no, words, paid=row.amount))
    return found


def _kind(desk: Desk, row: StoredReceipt) -> str:
    if row.amount >= ZERO:
        return "receipt"
    return "refund" if row in refunds_of(desk, (row,)) else "returned"


def refunds_of(desk: Desk, rows: Iterable[StoredReceipt]) -> tuple[StoredReceipt, ...]:
    """Those that two people paid back; a payment that the bank took back is none of them."""
    return tuple(
        row
        for row in rows
        if row.amount < ZERO
        and any(
            ruling.result_no == row.receipt_no
            for proposal in proposals.of(desk.db, row.doc_no or row.original_receipt_no or "")
            if (ruling := proposals.ruling_of(desk.db, proposal.proposal_id)) is not None
        )
    )


def _shown(amount: Money) -> str:
    return "" if amount == ZERO else str(amount)
