"""Debt by its age (finance.md 4.6), which must come to the control account or is not given out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.billing.reports.terms import Bucket, ReportTerms
from app.core.errors import Known
from app.core.money import ZERO, Money
from app.core.wording import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDebt:
    """What stands on invoices due on one day: above zero owed, below zero to be paid back."""

    due_on: date
    invoices: int
    balance: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What was received on one day and is on no invoice yet; above zero."""

    received_on: date
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Aged:
    """One bucket: what is owed; credit balances and unallocated receipts stand by themselves."""

    bucket: Bucket
    invoices: int = 0
    owed: Money = ZERO
    credit: Money = ZERO  # zero or below
    unallocated: Money = ZERO  # zero or below

    @property
    def net(self) -> Money:
        """The three together."""
        return self.owed + self.credit + self.unallocated


@dataclass(frozen=True, slots=True, kw_only=True)
class Ageing:
    """Debt by age at the end of one day."""

    as_of: date
    aged: tuple[Aged, ...]

    @property
    def owed(self) -> Money:
        """All buckets."""
        return Money.total(one.owed for one in self.aged)

    @property
    def credit(self) -> Money:
        """All credit balances; zero or below."""
        return Money.total(one.credit for one in self.aged)

    @property
    def unallocated(self) -> Money:
        """All that is on no invoice; zero or below."""
        return Money.total(one.unallocated for one in self.aged)

    @property
    def control(self) -> Money:
        """What the receivables control account stands at."""
        return self.owed + self.credit

    @property
    def net(self) -> Money:
        """Receivables less what was received and is on no invoice."""
        return self.control + self.unallocated


def ageing(
    debts: Iterable[OpenDebt],
    waiting: Iterable[Waiting],
    terms: ReportTerms,
    *,
    as_of: date,
    control: Money,
    unallocated: Money,
) -> Ageing:
    """Sort open debts by the days since they fell due, unallocated money by those it has lain.

    `control` is the debit balance of the receivables account and `unallocated` the credit balance
    of that account, each folded apart from the debts. Raises Known `not_reconciled` where the
    buckets do not come to both.
    """
    counts = dict.fromkeys(terms.buckets, 0)
    owed, credit, lying = counts.copy(), counts.copy(), counts.copy()
    for debt in debts:
        bucket = terms.bucket_of((as_of - debt.due_on).days)
        if debt.balance < ZERO:
            credit[bucket] += debt.balance.pence
        else:
            counts[bucket] += debt.invoices
            owed[bucket] += debt.balance.pence
    for one in waiting:
        lying[terms.bucket_of((as_of - one.received_on).days)] -= one.amount.pence
    found = Ageing(
        as_of=as_of,
        aged=tuple(
            Aged(
                bucket=one,
                invoices=counts[one],
                owed=Money(owed[one]),
                credit=Money(credit[one]),
                unallocated=Money(lying[one]),
            )
            for one in terms.buckets
        ),
    )
    require_reconciled(Phrase("aged debt"), found.control, control)
    require_reconciled(Phrase("unallocated money"), -found.unallocated, unallocated)
    return found


def require_reconciled(what: Phrase, found: Money, control: Money) -> None:
    """Raise Known `not_reconciled` where a report and the ledger differ by a penny."""
    if found != control:
        raise Known(
            "not_reconciled",
            Phrase(
                "The {what} comes to {found} and the ledger to {control}, so it is not shown. Ask "
                "whoever looks after the program to check this store.",
                what=what,
                found=found,
                control=control,
            ),
        )
