"""The statutory note to the accounts: four lines, each folded by itself (finance.md 4.7)."""

from __future__ import annotations

from dataclasses import dataclass

from app.billing.ledger import Account
from app.billing.reports.sums import Sums
from app.billing.reports.years import FinancialYear
from app.core.money import Money

_THOUSAND = 100_000  # pence


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteYear:
    """One year's four figures, to the penny. No line is ever made from the others.

    Cash and write-offs may be about charges of any year, so they may exceed the income together.
    """

    year: FinancialYear
    income: Money
    cash: Money
    impairment: Money
    written_off: Money

    @property
    def lines(self) -> tuple[Money, Money, Money, Money]:
        """The four, in the order of the note."""
        return self.income, self.cash, self.impairment, self.written_off


def note_year(year: FinancialYear, *, recognised: Money, dated: Sums) -> NoteYear:
    """The year's figures.

    `recognised` is income less credit notes by the day of recognition; `dated` the sums of the
    entries dated in the year. The third line counts increases only: a release in a later month
    does not lower it.
    """
    return NoteYear(
        year=year,
        income=recognised,
        cash=dated.debit_balance(Account.CASH),
        impairment=dated.of(Account.IMPAIRMENT).debit,
        written_off=dated.debit_balance(Account.WRITE_OFFS),
    )


def in_thousands(amount: Money) -> int:
    """The nearest thousand pounds, from pence; half a thousand goes away from zero."""
    whole = (abs(amount.pence) + _THOUSAND // 2) // _THOUSAND
    return -whole if amount.pence < 0 else whole
