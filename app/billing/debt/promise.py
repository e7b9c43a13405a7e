"""A promise to pay: open until its day, then kept or broken by the money that came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.billing.debt.events import DebtEvent, PlanAgreed, PromiseMade
from app.billing.debt.moves import Bill
from app.core.dates import long
from app.core.errors import BadInput
from app.core.money import ZERO, Money
from app.core.wording import Phrase


class Outcome(StrEnum):
    """What became of a promise; replaced means that something else was agreed before its day."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseStanding:
    """A promise on a day; `ended_on` is the day it stopped being open, None while it is."""

    promise: PromiseMade
    outcome: Outcome
    ended_on: date | None


def check_promise(promise: PromiseMade, bill: Bill, *, within_days: int) -> None:
    """Raise BadInput for a promise of more than is owed, or too far off to wait for."""
    owed = bill.owed(promise.on)
    if not ZERO < promise.amount <= owed:
        raise BadInput(
            "bad_amount", Phrase("Enter an amount above zero, {owed} at most.", owed=owed), "amount"
        )
    latest = promise.on + timedelta(days=within_days)
    if not promise.on <= promise.by <= latest:
        raise BadInput(
            "bad_date",
            Phrase(
                "Enter a day from today to {last}. For longer, agree a plan.", last=long(latest)
            ),
            "by",
        )


def promises_of(events: Iterable[DebtEvent], bill: Bill, day: date) -> tuple[PromiseStanding, ...]:
    """Every promise made by a day and what became of it, oldest first."""
    agreed = [event for event in events if isinstance(event, PromiseMade | PlanAgreed)]
    return tuple(
        _standing(event, bill, day, later=agreed[place + 1 :])
        for place, event in enumerate(agreed)
        if isinstance(event, PromiseMade)
    )


def _standing(
    promise: PromiseMade, bill: Bill, day: date, *, later: Sequence[DebtEvent]
) -> PromiseStanding:
    replaced = later[0].on if later and later[0].on <= promise.by else None
    last = min(promise.by, day) if replaced is None else min(replaced, promise.by, day)
    kept = _kept_on(promise, bill, last)
    if kept is not None:
        return PromiseStanding(promise=promise, outcome=Outcome.KEPT, ended_on=kept)
    if replaced is not None:
        return PromiseStanding(promise=promise, outcome=Outcome.REPLACED, ended_on=replaced)
    if day > promise.by:
        after = promise.by + timedelta(days=1)
        return PromiseStanding(promise=promise, outcome=Outcome.BROKEN, ended_on=after)
    return PromiseStanding(promise=promise, outcome=Outcome.OPEN, ended_on=None)


def _kept_on(promise: PromiseMade, bill: Bill, until: date) -> date | None:
    days = {promise.on} | {move.on for move in (*bill.received, *bill.credited)}
    return next(
        (
            day
            for day in sorted(days)
            if promise.on <= day <= until and _is_kept(bill, day, promise.amount, promise.received)
        ),
        None,
    )


def _is_kept(bill: Bill, day: date, amount: Money, received: Money) -> bool:
    return bill.received_by(day) - received >= amount or bill.owed(day) == ZERO
