"""One invoice of £1,000, and what may happen to it, for the tests of debts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from app.billing.debt.events import DebtEvent, StepTaken
from app.billing.debt.holds import Hold
from app.billing.debt.moves import Bill, Move
from app.billing.debt.plan import Interval, Plan
from app.billing.debt.position import Position, position
from app.billing.debt.terms import DebtTerms
from app.core.money import Money
from app.library.finance import load_finance_terms

ISSUED = date(2026, 3, 9)
TERMS = load_finance_terms().debt
SWITCHED_ON = replace(TERMS, home_office=replace(TERMS.home_office, enabled=True))


def pounds(amount: str | int) -> Money:
    """An amount from its words."""
    return Money.parse(str(amount))


def on(days: int) -> date:
    """So many days after the invoice."""
    return ISSUED + timedelta(days=days)


def bill(*received: tuple[int, str | int], due: int = 0, total: str | int = 1000) -> Bill:
    """The invoice, with money received so many days after it."""
    return Bill(
        doc_no="R1H25OV000001",
        issued_on=ISSUED,
        due_on=on(due),
        total=pounds(total),
        received=tuple(Move(on(day), pounds(amount)) for day, amount in received),
    )


def plan(amount: str | int = 300, *, first: int = 10, every: Interval = Interval.MONTH) -> Plan:
    """A plan for the whole invoice."""
    return Plan(
        total=pounds(1000), first_on=on(first), amount=pounds(amount), every=every, band="under_500"
    )


def sent(step: str, day: int) -> StepTaken:
    """A letter that went so many days after the invoice."""
    return StepTaken(on=on(day), step=step)


def stands(
    one: Bill,
    *events: DebtEvent,
    day: int,
    terms: DebtTerms = TERMS,
    from_record: tuple[Hold, ...] = (),
    may_be_told: bool = True,
) -> Position:
    """How it stands so many days after the invoice."""
    return position(one, events, on(day), terms, from_record=from_record, may_be_told=may_be_told)


def due(one: Bill, *events: DebtEvent, day: int, terms: DebtTerms = TERMS) -> list[str]:
    """What may go that day."""
    return [step.kind for step in stands(one, *events, day=day, terms=terms).due]
