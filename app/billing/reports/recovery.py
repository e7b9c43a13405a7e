"""Three recovery rates for the same ledger, never one without its name (finance.md 5.3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.billing.ledger import Account
from app.billing.reports.sums import Sums
from app.billing.reports.years import FinancialYear, Month
from app.core.dates import add_months
from app.core.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfIssue:
    """Invoices issued on one day: what they charge, less what was credited since."""

    issued_on: date
    charged: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """Money less refunds that came on one day on invoices issued on another."""

    issued_on: date
    on: date
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Pooled:
    """Everything ever invoiced: what was collected, is outstanding, or was written off."""

    invoiced: Money
    collected: Money
    outstanding: Money
    written_off: Money

    @property
    def adds_up(self) -> bool:
        """Whether the three parts come to the whole."""
        return self.invoiced == self.collected + self.outstanding + self.written_off


@dataclass(frozen=True, slots=True, kw_only=True)
class Cohort:
    """The invoices of a month or a year, and what came on them by so many months after each.

    None where the youngest of them has not reached that age: half a figure would mislead.
    """

    label: str
    charged: Money
    collected: tuple[Money | None, ...]


def percent(part: Money, whole: Money) -> Decimal | None:
    """Per cent to one decimal, half up; None of nothing."""
    if whole.pence <= 0:
        return None
    tenths = (2_000 * abs(part.pence) + whole.pence) // (2 * whole.pence)
    return Decimal(-tenths if part.pence < 0 else tenths).scaleb(-1)


def pooled(sums: Sums) -> Pooled:
    """Collected over invoiced, all time, from the balances of the accounts.

    Cash held in advance or on no invoice yet is not collected; a recovery is taken off what was
    written off.
    """
    held = sums.credit_balance(Account.ADVANCES) + sums.credit_balance(Account.UNALLOCATED)
    return Pooled(
        invoiced=sums.credit_balance(Account.INCOME),
        collected=sums.debit_balance(Account.CASH) - held,
        outstanding=sums.debit_balance(Account.RECEIVABLES),
        written_off=sums.debit_balance(Account.WRITE_OFFS)
        - sums.credit_balance(Account.RECOVERIES),
    )


def cohorts_by_month(
    issued: Sequence[DayOfIssue],
    collected: Sequence[Collected],
    *,
    horizons: Sequence[int],
    as_of: date,
) -> tuple[Cohort, ...]:
    """One cohort for each month that has invoices, newest first."""
    return _cohorts(
        {
            day.issued_on: (str(Month.of(day.issued_on)), Month.of(day.issued_on).last)
            for day in issued
        },
        issued,
        collected,
        horizons=horizons,
        as_of=as_of,
    )


def cohorts_by_year(
    issued: Sequence[DayOfIssue],
    collected: Sequence[Collected],
    *,
    horizons: Sequence[int],
    as_of: date,
) -> tuple[Cohort, ...]:
    """One cohort for each financial year that has invoices, newest first."""
    years = {day.issued_on: FinancialYear.of(day.issued_on) for day in issued}
    return _cohorts(
        {day: (str(year), year.last) for day, year in years.items()},
        issued,
        collected,
        horizons=horizons,
        as_of=as_of,
    )


def _cohorts(
    names: dict[date, tuple[str, date]],
    issued: Iterable[DayOfIssue],
    collected: Iterable[Collected],
    *,
    horizons: Sequence[int],
    as_of: date,
) -> tuple[Cohort, ...]:
    charged = dict.fromkeys(names.values(), 0)
    came = {name: [0] * len(horizons) for name in names.values()}
    for day in issued:
        charged[names[day.issued_on]] += day.charged.pence
    for one in collected:
        sums = came[names[one.issued_on]]
        for place, months in enumerate(horizons):
            if one.on <= add_months(one.issued_on, months):
                sums[place] += one.amount.pence
    return tuple(
        Cohort(
            label=label,
            charged=Money(charged[label, last]),
            collected=tuple(
                Money(pence) if add_months(last, months) <= as_of else None
                for pence, months in zip(came[label, last], horizons, strict=True)
            ),
        )
        for label, last in sorted(charged, key=lambda name: name[1], reverse=True)
    )
