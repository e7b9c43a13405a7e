"""Double entry, append-only: every document adds entries that come to nothing in sum."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.billing.credit_note import CreditNote
from app.billing.invoice import Invoice
from app.billing.payment import Receipt
from app.billing.reference import is_invoice_number
from app.core.money import ZERO, Money


class Account(StrEnum):
    """The four accounts that keep charge, cash and advance apart (finance.md 0.5, 4.7)."""

    RECEIVABLES = "receivables"
    INCOME = "income"
    CASH = "cash"
    ADVANCES = "advances"  # a contract liability: care not given yet is no income


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One side of a posting: which account, about which document, caused by which.

    Exactly one of debit and credit is above zero; raises ValueError otherwise.
    """

    account: Account
    doc_no: str
    source_no: str
    on: date
    debit: Money = ZERO
    credit: Money = ZERO

    def __post_init__(self) -> None:
        if min(self.debit, self.credit) != ZERO or max(self.debit, self.credit) <= ZERO:
            raise ValueError("an entry is either a debit or a credit, above zero")


Document = Invoice | CreditNote | Receipt


def entries_for(document: Document) -> tuple[Entry, ...]:
    """The postings of one document; they balance to zero, and a sum of nothing posts nothing."""
    if isinstance(document, Invoice):
        return _invoice(document)
    if isinstance(document, CreditNote):
        return _credit_note(document)
    return _receipt(document)


def is_balanced(entries: Iterable[Entry]) -> bool:
    """Whether debits and credits come to the same."""
    return sum((one.debit - one.credit).pence for one in entries) == 0


def balance_of(doc_no: str, entries: Iterable[Entry]) -> Money:
    """What is still owed on an invoice; below zero where money is to be paid back."""
    return _debits_less_credits(Account.RECEIVABLES, doc_no, entries)


def held_in_advance(estimate_no: str, entries: Iterable[Entry]) -> Money:
    """What was paid against an estimate and is neither invoiced nor paid back yet."""
    return -_debits_less_credits(Account.ADVANCES, estimate_no, entries)


def _debits_less_credits(account: Account, doc_no: str, entries: Iterable[Entry]) -> Money:
    return Money.total(
        one.debit - one.credit for one in entries if one.account is account and one.doc_no == doc_no
    )


def _invoice(invoice: Invoice) -> tuple[Entry, ...]:
    owed = _Posting(invoice.doc_no, invoice.issued_on)
    charged = owed.move(invoice.total, Account.RECEIVABLES, Account.INCOME, invoice.doc_no)
    if invoice.estimate_no is None:
        return charged
    deducted = owed.move(
        invoice.advance_deducted,
        Account.ADVANCES,
        Account.RECEIVABLES,
        invoice.doc_no,
        debit_doc_no=invoice.estimate_no,
    )
    return charged + deducted


def _credit_note(note: CreditNote) -> tuple[Entry, ...]:
    taken_back = _Posting(note.doc_no, note.issued_on)
    return taken_back.move(-note.total, Account.INCOME, Account.RECEIVABLES, note.related_doc_no)


def _receipt(receipt: Receipt) -> tuple[Entry, ...]:
    paid = _Posting(receipt.receipt_no, receipt.received_on)
    held_on = Account.RECEIVABLES if is_invoice_number(receipt.doc_no) else Account.ADVANCES
    if receipt.is_refund:
        return paid.move(-receipt.amount, held_on, Account.CASH, receipt.doc_no)
    return paid.move(receipt.amount, Account.CASH, held_on, receipt.doc_no)


@dataclass(frozen=True, slots=True)
class _Posting:
    """Entries of one source document on one day."""

    source_no: str
    on: date

    def move(
        self,
        amount: Money,
        debit: Account,
        credit: Account,
        doc_no: str,
        debit_doc_no: str | None = None,
    ) -> tuple[Entry, ...]:
        if amount == ZERO:
            return ()
        return (
            Entry(
                account=debit,
                doc_no=debit_doc_no or doc_no,
                source_no=self.source_no,
                on=self.on,
                debit=amount,
            ),
            Entry(
                account=credit, doc_no=doc_no, source_no=self.source_no, on=self.on, credit=amount
            ),
        )
