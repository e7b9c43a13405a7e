"""Cash to come, by month: what people promised or agreed to pay, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.billing.debt.position import Position
from app.billing.debt.promise import Outcome
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


def to_come_of(debt: Position) -> Iterator[ToCome]:
    """What is agreed about one debt, never more in all than is owed on it.

    A promise that is open or, as the last word, broken; then the instalments of a plan that money
    does not cover yet. A plan that was given up on brings nothing that could be counted on.
    """
    left = debt.owed
    for agreed in _agreed(debt):
        amount = min(agreed.amount, left)
        if amount > ZERO:
            left -= amount
            yield ToCome(agreed.due_on, amount)


def _agreed(debt: Position) -> Iterator[ToCome]:
    for one in debt.promises[-1:]:
        if one.outcome in (Outcome.OPEN, Outcome.BROKEN):
            yield ToCome(one.promise.by, one.promise.amount)
    running = debt.plan
    if running is not None and running.defaulted_on is None:
        for part in running.plan.instalments:
            yield ToCome(part.due_on, min(part.amount, part.so_far - running.paid))


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
