"""An account as its payer reads it: each charge and payment in the order of their days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from app.billing.reports.statement import StatementLine, statement
from app.core.dates import long
from app.core.money import ZERO, Money
from app.services.desk import Desk
from app.store import folds, invoices, proposals, receipts
from app.store.receipts import StoredReceipt


def entries_of_account(
    desk: Desk, customer_ref: str, say: Mapping[str, str]
) -> tuple[tuple[tuple[str, ...], ...], Money]:
    """The rows of a statement (day, what, charge, payment, balance) and the balance, by the ledger.

    What was written off is owed all the same, so it takes nothing off here (finance.md 4.5). Money
    paid ahead for care that has no invoice yet is not on it; once it has, the invoice stands less
    what was paid ahead.
    """
    found = statement(
        folds.of_payer(desk.db, customer_ref, until=desk.today), since=date.min, until=desk.today
    )
    rows = tuple(
        (
            long(line.on),
            say[_kind(desk, line)].format(number=line.source_no),
            str(line.amount) if line.amount > ZERO else "",
            str(-line.amount) if line.amount < ZERO else "",
            str(line.balance),
        )
        for line in found.lines
    )
    return rows, found.closing


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


def _kind(desk: Desk, line: StatementLine) -> str:
    if line.source_no == line.doc_no:
        return "invoice"
    if invoices.exists(desk.db, line.source_no):
        return "credit_note"
    kept = receipts.get(desk.db, line.source_no)
    if kept.amount >= ZERO:
        return "receipt"
    return "refund" if refunds_of(desk, (kept,)) else "returned"
