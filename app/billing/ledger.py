"""Double entry, append-only: every document adds entries that come to nothing in sum."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.money import ZERO, Money


class Account(StrEnum):
    """The accounts that keep charge, cash, impairment and write-off apart (finance.md 0.5, 4.7)."""

    RECEIVABLES = "receivables"  # the control account: what stands on invoices
    INCOME = "income"
    CASH = "cash"
    ADVANCES = "advances"  # a contract liability: care not given yet is no income
    UNALLOCATED = "unallocated"  # money received that is on no invoice, by its receipt
    WRITE_OFFS = "write_offs"  # due, and not collected
    RECOVERIES = "recoveries"  # money that came after all on what was written off
    IMPAIRMENT = "impairment"  # the cost of expecting not to be paid
    ALLOWANCE = "allowance"  # what of the receivables is expected not to be paid


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One side of a posting: which account, about which document, caused by which.

    `doc_no` is what the money is about: an invoice; an estimate for advances; a receipt for
    unallocated money; a month such as `2026-04` for the allowance. `recognised_on` is set on
    income alone: the day of the care, or the posting's own day where that period was closed.
    Exactly one of debit and credit is above zero; raises ValueError otherwise.
    """

    account: Account
    doc_no: str
    source_no: str
    on: date
    debit: Money = ZERO
    credit: Money = ZERO
    recognised_on: date | None = None

    def __post_init__(self) -> None:
        if min(self.debit, self.credit) != ZERO or max(self.debit, self.credit) <= ZERO:
            raise ValueError("an entry is either a debit or a credit, above zero")
        if (self.account is Account.INCOME) != (self.recognised_on is not None):
            raise ValueError("income, and income alone, is recognised on a day")


def is_balanced(entries: Iterable[Entry]) -> bool:
    """Whether debits and credits come to the same."""
    return sum((one.debit - one.credit).pence for one in entries) == 0


def held_in_advance(estimate_no: str, entries: Iterable[Entry]) -> Money:
    """What was paid against an estimate and is neither invoiced nor paid back yet."""
    return -debits_less_credits(Account.ADVANCES, estimate_no, entries)


def unallocated(receipt_no: str, entries: Iterable[Entry]) -> Money:
    """What of a receipt is on no invoice and was not paid back."""
    return -debits_less_credits(Account.UNALLOCATED, receipt_no, entries)


def debits_less_credits(account: Account, doc_no: str, entries: Iterable[Entry]) -> Money:
    """What stands on an account about one document; above zero where debits are more."""
    return Money(
        sum(
            one.debit.pence - one.credit.pence
            for one in entries
            if one.account is account and one.doc_no == doc_no
        )
    )
