"""What each document of money adds to the books; every posting balances."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from app.billing.credit_note import CreditNote
from app.billing.invoice import Invoice
from app.billing.ledger import Account, Entry
from app.billing.payment import Receipt
from app.billing.reference import is_document_number, is_invoice_number
from app.billing.standing import Standing
from app.core.money import ZERO, Money

NOTHING = Standing()


def invoice_entries(invoice: Invoice, *, closed_through: date | None = None) -> tuple[Entry, ...]:
    """The charge line by line, recognised on the day of the care, and the advance deducted.

    Care of a period that was closed before is recognised on the day of the invoice: a closed
    year's figures stay as they were reported (finance.md 4.7).
    """
    charged = [
        pair
        for line in invoice.lines
        for pair in _move(
            line.net,
            Account.RECEIVABLES,
            Account.INCOME,
            doc_no=invoice.doc_no,
            source_no=invoice.doc_no,
            on=invoice.issued_on,
            recognised_on=_open_day(line.service_to, invoice.issued_on, closed_through),
        )
    ]
    if invoice.estimate_no is None:
        return tuple(charged)
    deducted = _move(
        invoice.advance_deducted,
        Account.ADVANCES,
        Account.RECEIVABLES,
        doc_no=invoice.doc_no,
        source_no=invoice.doc_no,
        on=invoice.issued_on,
        debit_doc_no=invoice.estimate_no,
    )
    return (*charged, *deducted)


def credit_entries(
    note: CreditNote, *, standing: Standing = NOTHING, closed_through: date | None = None
) -> tuple[Entry, ...]:
    """The charge taken back; what of it was written off was never due, so that is undone too."""
    doc_no, on = note.related_doc_no, note.issued_on
    taken_back = [
        pair
        for line in note.lines
        for pair in _move(
            -line.net,
            Account.INCOME,
            Account.RECEIVABLES,
            doc_no=doc_no,
            source_no=note.doc_no,
            on=on,
            recognised_on=_open_day(line.service_to, on, closed_through),
        )
    ]
    back_on_the_books = _move(
        standing.off_the_books,
        Account.RECEIVABLES,
        Account.WRITE_OFFS,
        doc_no=doc_no,
        source_no=note.doc_no,
        on=on,
    )
    no_recovery = _move(
        standing.recovered,
        Account.RECOVERIES,
        Account.WRITE_OFFS,
        doc_no=doc_no,
        source_no=note.doc_no,
        on=on,
    )
    return (*taken_back, *back_on_the_books, *no_recovery)


def receipt_entries(
    receipt: Receipt, *, standing: Standing = NOTHING, on: date | None = None
) -> tuple[Entry, ...]:
    """Money in, on its invoice as far as that is owed; the rest waits under the receipt's number.

    Against an estimate it is an advance. `on` is the day it is posted, where not that of the
    receipt. For a refund see `refund_entries`; raises ValueError.
    """
    if receipt.is_refund:
        raise ValueError("a refund is posted by refund_entries")
    day = on or receipt.received_on
    number, doc_no = receipt.receipt_no, receipt.doc_no
    if doc_no and not is_document_number(doc_no):
        return _move(
            receipt.amount,
            Account.CASH,
            Account.ADVANCES,
            doc_no=doc_no,
            source_no=number,
            on=day,
        )
    taken = min(receipt.amount, standing.owed) if doc_no else ZERO
    paid = _move(taken, Account.CASH, Account.RECEIVABLES, doc_no=doc_no, source_no=number, on=day)
    waiting = _move(
        receipt.amount - taken,
        Account.CASH,
        Account.UNALLOCATED,
        doc_no=number,
        source_no=number,
        on=day,
    )
    return (*paid, *_recovered(taken, standing, doc_no, number, day), *waiting)


def refund_entries(refund: Receipt, *, on: date | None = None) -> tuple[Entry, ...]:
    """Money back: out of the invoice, the advance or the unallocated receipt it came to lie on."""
    if refund.original_receipt_no is None:
        raise ValueError("a receipt is posted by receipt_entries")
    doc_no = refund.doc_no or refund.original_receipt_no
    if not refund.doc_no:
        held_on = Account.UNALLOCATED
    else:
        held_on = Account.RECEIVABLES if is_invoice_number(doc_no) else Account.ADVANCES
    return _move(
        -refund.amount,
        held_on,
        Account.CASH,
        doc_no=doc_no,
        source_no=refund.receipt_no,
        on=on or refund.received_on,
    )


def allocation_entries(
    receipt_no: str,
    doc_no: str,
    *,
    amount: Money,
    on: date,
    standing: Standing,
    lies_on: str = "",
) -> tuple[Entry, ...]:
    """Money of a receipt put on an invoice; raises ValueError beyond what is owed there.

    It comes from the invoice it `lies_on` and was paid too much on, else it was unallocated.
    """
    if not ZERO < amount <= standing.owed:
        raise ValueError("money is allocated up to what is owed")
    moved = _move(
        amount,
        Account.RECEIVABLES if lies_on else Account.UNALLOCATED,
        Account.RECEIVABLES,
        doc_no=doc_no,
        source_no=receipt_no,
        on=on,
        debit_doc_no=lies_on or receipt_no,
    )
    return (*moved, *_recovered(amount, standing, doc_no, receipt_no, on))


def advance_carried_entries(
    earlier_no: str, estimate_no: str, *, amount: Money, on: date
) -> tuple[Entry, ...]:
    """An advance paid against an earlier version of an estimate, carried to the one in force."""
    return _move(
        amount,
        Account.ADVANCES,
        Account.ADVANCES,
        doc_no=estimate_no,
        source_no=estimate_no,
        on=on,
        debit_doc_no=earlier_no,
    )


def returned_entries(
    posted: Sequence[Entry], *, returned_no: str, on: date, cancelled: Collection[str] = ()
) -> tuple[Entry, ...]:
    """What a receipt posted, undone as it was done: the bank took the money back.

    `cancelled` are the invoices credited since. Their credit notes undid already that the money
    came after all on a debt written off (`credit_entries`), and nothing is undone twice.
    """
    pairs = zip(posted[::2], posted[1::2], strict=True)  # every posting is one (`_move`)
    return tuple(
        replace(one, source_no=returned_no, on=on, debit=one.credit, credit=one.debit)
        for pair in pairs
        if not (pair[1].account is Account.RECOVERIES and pair[1].doc_no in cancelled)
        for one in pair
    )


def write_off_entries(
    write_off_no: str, doc_no: str, *, amount: Money, on: date
) -> tuple[Entry, ...]:
    """What is due and will not be collected leaves the books; the debtor still owes it."""
    return _move(
        amount,
        Account.WRITE_OFFS,
        Account.RECEIVABLES,
        doc_no=doc_no,
        source_no=write_off_no,
        on=on,
    )


def allowance_entries(period: str, *, on: date, change: Money) -> tuple[Entry, ...]:
    """The allowance brought to its new height; `change` is below zero where it falls."""
    up = change > ZERO
    return _move(
        change if up else -change,
        Account.IMPAIRMENT if up else Account.ALLOWANCE,
        Account.ALLOWANCE if up else Account.IMPAIRMENT,
        doc_no=period,
        source_no=period,
        on=on,
    )


def _recovered(
    taken: Money, standing: Standing, doc_no: str, source_no: str, on: date
) -> tuple[Entry, ...]:
    """What money pays of a debt that was written off: a recovery, not a smaller balance."""
    beyond = taken - min(taken, max(standing.balance, ZERO))
    return _move(
        beyond, Account.RECEIVABLES, Account.RECOVERIES, doc_no=doc_no, source_no=source_no, on=on
    )


def _open_day(care: date, posted: date, closed_through: date | None) -> date:
    return posted if closed_through is not None and care <= closed_through else care


def _move(
    amount: Money,
    debit: Account,
    credit: Account,
    *,
    doc_no: str,
    source_no: str,
    on: date,
    debit_doc_no: str | None = None,
    recognised_on: date | None = None,
) -> tuple[Entry, ...]:
    """Both sides of one sum; a sum of nothing posts nothing."""
    if amount == ZERO:
        return ()
    return (
        Entry(
            account=debit,
            doc_no=debit_doc_no or doc_no,
            source_no=source_no,
            on=on,
            debit=amount,
            recognised_on=recognised_on if debit is Account.INCOME else None,
        ),
        Entry(
            account=credit,
            doc_no=doc_no,
            source_no=source_no,
            on=on,
            credit=amount,
            recognised_on=recognised_on if credit is Account.INCOME else None,
        ),
    )
