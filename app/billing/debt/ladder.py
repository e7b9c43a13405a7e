"""The reminder ladder of one invoice: which letter is next, and on which day.

Days under a hold do not count. A letter sent late moves the next one on by the same span, so that
nobody gets two at once; another invoice's letters are no concern of this one's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.billing.debt.events import StepTaken
from app.billing.debt.holds import Hold, counted_days
from app.billing.debt.moves import Bill
from app.billing.debt.terms import DebtTerms, Step
from app.core.dates import add_months


@dataclass(frozen=True, slots=True)
class NextStep:
    """What comes next and the first day it may, as far as can be told today."""

    step: Step
    on: date


def next_step(
    bill: Bill, sent: Sequence[StepTaken], holds: Sequence[Hold], day: date, terms: DebtTerms
) -> NextStep | None:
    """The next rung, None at the top; its day is today or before where it is due."""
    rungs = {step.kind: place for place, step in enumerate(terms.ladder)}
    taken = [one for one in sent if one.step in rungs]
    reached = max((rungs[one.step] for one in taken), default=-1)
    if reached + 1 >= len(terms.ladder):
        return None
    step = terms.ladder[reached + 1]
    wait = step.day - counted_days(bill.issued_on, day, holds)
    if taken:
        last = max(taken, key=lambda one: rungs[one.step])
        gap = step.day - terms.ladder[reached].day
        wait = max(wait, gap - counted_days(last.on, day, holds))
    return NextStep(step, _not_before_due(bill, day + timedelta(days=max(wait, 0))))


def warning_on(bill: Bill, holds: Sequence[Hold], day: date, terms: DebtTerms) -> date:
    """The first day a debt warning may go, as far as can be told today."""
    wait = terms.home_office.warning_day - counted_days(bill.issued_on, day, holds)
    return _not_before_due(bill, day + timedelta(days=max(wait, 0)))


def report_from(bill: Bill, holds: Sequence[Hold], day: date, terms: DebtTerms) -> date:
    """Two months from the invoice (finance.md 4.4), later by each day somebody was held."""
    until = add_months(bill.issued_on, terms.home_office.wait_months)
    held = (day - bill.issued_on).days - counted_days(bill.issued_on, day, holds)
    return until + timedelta(days=max(held, 0))


def is_too_old(bill: Bill, day: date, terms: DebtTerms) -> bool:
    """Whether the years are over in which a charge can be recovered (finance.md 4.1)."""
    return day > add_months(bill.issued_on, 12 * terms.plan.limit_years)


def _not_before_due(bill: Bill, day: date) -> date:
    """Nobody is reminded of what is not overdue."""
    return max(day, bill.due_on + timedelta(days=1))
