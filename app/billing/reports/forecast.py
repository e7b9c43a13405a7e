"""Cash to come, by month: what people promised or agreed to pay, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.billing.reports.years import Month
from app.core.money import ZERO, Money


@dataclass(frozen=True, slots=True)
class ToCome:
    """An instalment or a promise that is not kept yet."""

    due_on: date
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What is to come in each month; `late` was due before the day, `beyond` lies after."""

    as_of: date
    late: ToComeSum
    months: tuple[tuple[Month, ToComeSum], ...]
    beyond: ToComeSum

    @property
    def expected(self) -> Money:
        """What is to come; late money is not counted on."""
        return Money.total((*(one.amount for _, one in self.months), self.beyond.amount))


@dataclass(frozen=True, slots=True)
class ToComeSum:
    """How many payments, and what they come to."""

    count: int = 0
    amount: Money = ZERO

    def and_one(self, amount: Money) -> ToComeSum:
        """One payment more."""
        return ToComeSum(self.count + 1, self.amount + amount)


def forecast(to_come: Iterable[ToCome], *, as_of: date, months: int) -> Forecast:
    """Payments to come in the month of `as_of` and those after it, `months` in all."""
    shown = [Month.of(as_of)]
    while len(shown) < months:
        shown.append(shown[-1].next)
    sums = dict.fromkeys(shown, ToComeSum())
    late = beyond = ToComeSum()
    for one in to_come:
        month = Month.of(one.due_on)
        if one.due_on < as_of:
            late = late.and_one(one.amount)
        elif month in sums:
            sums[month] = sums[month].and_one(one.amount)
        else:
            beyond = beyond.and_one(one.amount)
    return Forecast(as_of=as_of, late=late, months=tuple(sums.items()), beyond=beyond)
