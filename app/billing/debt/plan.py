"""Instalments: worked out from four figures, kept or missed by the days money came in.

Interest free, never longer than the debt can be recovered, and a band in place of anybody's bank
details (finance.md 4.3).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from app.billing.debt.moves import Bill
from app.billing.debt.terms import PlanTerms
from app.core.dates import add_months, long
from app.core.errors import BadInput
from app.core.money import ZERO, Money
from app.core.wording import Phrase

_MOST_INSTALMENTS = 400  # six years of weeks come to 313; a penny a week is no plan


class Interval(StrEnum):
    """How often an instalment falls due."""

    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"


_DAYS = {Interval.WEEK: 7, Interval.FORTNIGHT: 14}


@dataclass(frozen=True, slots=True)
class Instalment:
    """One payment of a plan; `so_far` is what all up to it come to."""

    due_on: date
    amount: Money
    so_far: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """An agreement to pay `total` in parts of `amount`; the last part takes the rest.

    `received` and `credited` are what stood on the invoice when it was agreed, so that money of
    the same day before the agreement is not taken for its first instalment.
    """

    total: Money
    first_on: date
    amount: Money
    every: Interval
    band: str
    received: Money = ZERO
    credited: Money = ZERO

    @property
    def count(self) -> int:
        """How many instalments there are."""
        return -(-self.total.pence // self.amount.pence)

    @property
    def last_on(self) -> date:
        """The day of the last instalment."""
        return self._day(self.count - 1)

    @property
    def instalments(self) -> tuple[Instalment, ...]:
        """Every payment with its day; together they come to the total, to the penny."""
        whole, count = self.amount.pence, self.count
        return tuple(
            Instalment(
                self._day(place),
                self.amount if place < count - 1 else self.total - Money(whole * place),
                Money(min(whole * (place + 1), self.total.pence)),
            )
            for place in range(count)
        )

    def _day(self, place: int) -> date:
        if self.every is Interval.MONTH:
            return add_months(self.first_on, place)
        return self.first_on + timedelta(days=_DAYS[self.every] * place)

    def as_json(self) -> dict[str, object]:
        """The plan as kept in its event."""
        return {
            "total": self.total.plain,
            "first_on": self.first_on.isoformat(),
            "amount": self.amount.plain,
            "every": self.every.value,
            "band": self.band,
            "received": self.received.plain,
            "credited": self.credited.plain,
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Plan:
        """Read back exactly what `as_json` wrote."""
        return cls(
            total=Money.parse(kept["total"]),
            first_on=date.fromisoformat(kept["first_on"]),
            amount=Money.parse(kept["amount"]),
            every=Interval(kept["every"]),
            band=kept["band"],
            received=Money.parse(kept["received"]),
            credited=Money.parse(kept["credited"]),
        )


def check_plan(plan: Plan, bill: Bill, *, agreed_on: date, terms: PlanTerms) -> None:
    """Raise BadInput for a plan nobody could keep, or that outlives the debt."""
    if not ZERO < plan.amount < plan.total:
        raise BadInput(
            "bad_amount",
            Phrase("Enter an instalment above zero and below {total}.", total=plan.total),
            "amount",
        )
    latest = agreed_on + timedelta(days=terms.first_within_days)
    if not agreed_on <= plan.first_on <= latest:
        raise BadInput(
            "bad_date",
            Phrase(
                "Enter a first day from {first} to {last}.",
                first=long(agreed_on),
                last=long(latest),
            ),
            "first_on",
        )
    if plan.band not in terms.bands:
        raise BadInput("no_band", "Choose what the person can afford.", "band")
    end = add_months(bill.issued_on, 12 * terms.limit_years)
    if plan.count > _MOST_INSTALMENTS or plan.last_on > end:
        raise BadInput(
            "plan_too_long",
            Phrase(
                "This plan would end after {day}, when the debt can no longer be recovered. Enter "
                "larger instalments.",
                day=long(end),
            ),
            "amount",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStanding:
    """How a plan stands on a day."""

    plan: Plan
    paid: Money
    kept: int  # instalments covered in full, oldest first
    missed: tuple[Instalment, ...]  # due before the day and not covered
    next: Instalment | None
    defaulted_on: date | None

    @property
    def is_done(self) -> bool:
        """Whether everything agreed has been paid or credited."""
        return self.next is None and not self.missed


def plan_standing(plan: Plan, bill: Bill, day: date, terms: PlanTerms) -> PlanStanding:
    """A plan on a day, from the money received by then; a default once made does not heal."""
    paid = bill.received_by(day) - plan.received
    wanted = _wanted(plan, bill, day)
    open_ones = [one for one in plan.instalments if paid < min(one.so_far, wanted)]
    missed = tuple(one for one in open_ones if one.due_on < day)
    ahead = [one for one in open_ones if one.due_on >= day]
    return PlanStanding(
        plan=plan,
        paid=paid,
        kept=plan.count - len(open_ones),
        missed=missed,
        next=ahead[0] if ahead else None,
        defaulted_on=_defaulted_on(plan, bill, day, terms),
    )


def _wanted(plan: Plan, bill: Bill, day: date) -> Money:
    """What the plan comes to once later credit notes are off: they shorten it from its end."""
    return max(plan.total - (bill.credited_by(day) - plan.credited), ZERO)


def _defaulted_on(plan: Plan, bill: Bill, until: date, terms: PlanTerms) -> date | None:
    """The first day on which two were missed, or one by fourteen days (finance.md 4.3)."""
    late = timedelta(days=terms.late_days)
    days = {one.due_on + late for one in plan.instalments}
    days |= {one.due_on + timedelta(days=1) for one in plan.instalments}
    days |= {move.on for move in bill.received}  # money that goes back opens an instalment again
    return next(
        (day for day in sorted(days) if day <= until and _is_default(plan, bill, day, terms)), None
    )


def _is_default(plan: Plan, bill: Bill, day: date, terms: PlanTerms) -> bool:
    paid = bill.received_by(day) - plan.received
    wanted = _wanted(plan, bill, day)
    late = timedelta(days=terms.late_days)
    missed = [
        one for one in plan.instalments if one.due_on < day and paid < min(one.so_far, wanted)
    ]
    return len(missed) >= terms.missed or any(one.due_on + late <= day for one in missed)
