"""How a debt stands on a day: its events and its money folded into one answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.billing.debt.events import (
    DebtEvent,
    FollowedUp,
    HoldPlaced,
    PlanAgreed,
    PlanEnded,
    PromiseMade,
    Reported,
    StepTaken,
    UndertakingSigned,
    Withdrawn,
)
from app.billing.debt.holds import Hold, holds_of
from app.billing.debt.ladder import NextStep, is_too_old, next_step, warning_on
from app.billing.debt.moves import Bill
from app.billing.debt.plan import PlanStanding, plan_standing
from app.billing.debt.promise import Outcome, PromiseStanding, promises_of
from app.billing.debt.terms import DebtTerms, HoldKind, Step
from app.core.money import ZERO, Money

WARNING = "debt_warning"
AGENCY, LEGAL = "agency", "legal"
_ONE_DAY = timedelta(days=1)


class Life(StrEnum):
    """Where a debt is in its life (finance.md 4.1)."""

    TO_PAY = "to_pay"
    PART_PAID = "part_paid"
    PAID = "paid"
    DISPUTED = "disputed"
    PLAN = "plan"
    PROMISED = "promised"
    OVERDUE = "overdue"
    AGENCY = "agency"
    LEGAL = "legal"
    WRITTEN_OFF = "written_off"
    CANCELLED = "cancelled"


class TaskKind(StrEnum):
    """What a person must look at before anybody is written to again."""

    PROMISE_BROKEN = "promise_broken"
    PLAN_DEFAULT = "plan_default"
    HOLD_RAN_OUT = "hold_ran_out"


@dataclass(frozen=True, slots=True)
class Task:
    """Something to look at since a day; no letter goes while it is open."""

    kind: TaskKind
    on: date
    hold: HoldKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """The debt on a day. `held` are the holds of that day, `holds` all there ever were, `placed`
    those of them that somebody placed.
    """

    life: Life
    owed: Money
    holds: tuple[Hold, ...]
    held: tuple[Hold, ...]
    placed: tuple[Hold, ...]
    promises: tuple[PromiseStanding, ...]
    plan: PlanStanding | None
    undertaking: UndertakingSigned | None
    sent: tuple[StepTaken, ...]
    tasks: tuple[Task, ...]
    next: NextStep | None
    due: tuple[Step, ...]  # what may go today: nothing while held or while a task is open
    is_reported: bool
    warned_on: date | None

    @property
    def is_open(self) -> bool:
        """Whether anything is still to be collected."""
        return self.life not in (Life.PAID, Life.CANCELLED, Life.WRITTEN_OFF)

    @property
    def has_kept_plan(self) -> bool:
        """Whether a plan is running and kept."""
        return any(hold.kind is HoldKind.PLAN for hold in self.held)


def position(
    bill: Bill,
    events: Iterable[DebtEvent],
    day: date,
    terms: DebtTerms,
    *,
    from_record: Sequence[Hold] = (),
    may_be_told: bool = True,
) -> Position:
    """Fold a debt's events, oldest first, up to a day.

    `from_record` are holds that the case's own record places, such as an address that is not
    safe. `may_be_told` is false for a debtor whom no list for the Home Office may hold: nobody
    warns them of one.
    """
    happened = tuple(event for event in events if event.on <= day)
    promises = promises_of(happened, bill, day)
    plan, plan_holds = _plans(happened, bill, day, terms)
    placed = holds_of(happened)
    looked_at = (*placed, *from_record)
    holds = (*looked_at, *plan_holds, *_promise_holds(promises))
    held = tuple(hold for hold in holds if hold.covers(day))
    sent = tuple(event for event in happened if isinstance(event, StepTaken))
    life = _life(bill, day, held, sent)
    ended = life in (Life.PAID, Life.CANCELLED, Life.WRITTEN_OFF)
    tasks = () if ended else _tasks(happened, promises, plan, looked_at, day=day)
    no_more = ended or life is Life.LEGAL or is_too_old(bill, day, terms)
    next_one = None if no_more else next_step(bill, sent, holds, day, terms)
    warned = next((one.on for one in reversed(sent) if one.step == WARNING), None)
    stopped = no_more or held or tasks
    to_warn = may_be_told and warned is None and terms.home_office.enabled
    return Position(
        life=life,
        owed=bill.owed(day),
        holds=holds,
        held=held,
        placed=placed,
        promises=promises,
        plan=plan,
        undertaking=next(
            (one for one in reversed(happened) if isinstance(one, UndertakingSigned)), None
        ),
        sent=sent,
        tasks=tasks,
        next=next_one,
        due=()
        if stopped
        else tuple(_due(bill, holds, day, terms, next_one=next_one, to_warn=to_warn)),
        is_reported=_is_reported(happened),
        warned_on=warned,
    )


def _due(
    bill: Bill,
    holds: Sequence[Hold],
    day: date,
    terms: DebtTerms,
    *,
    next_one: NextStep | None,
    to_warn: bool,
) -> Iterator[Step]:
    if next_one is not None and next_one.on <= day:
        yield next_one.step
    if to_warn and warning_on(bill, holds, day, terms) <= day:
        yield terms.home_office.warning


def _plans(
    happened: Sequence[DebtEvent], bill: Bill, day: date, terms: DebtTerms
) -> tuple[PlanStanding | None, tuple[Hold, ...]]:
    """The plan that runs, or ran out by itself, and the days each plan was kept."""
    marks = [event for event in happened if isinstance(event, PlanAgreed | PlanEnded)]
    holds = []
    current = None
    for place, event in enumerate(marks):
        current = None
        if isinstance(event, PlanEnded):
            continue
        last = marks[place + 1].on if place + 1 < len(marks) else None
        standing = plan_standing(event.plan, bill, day if last is None else last, terms.plan)
        ends = [one for one in (last, standing.defaulted_on) if one is not None]
        until = min(ends) - _ONE_DAY if ends else None
        holds.append(Hold(kind=HoldKind.PLAN, since=event.on, until=until, is_over=bool(ends)))
        current = standing
    return current, tuple(holds)


def _promise_holds(promises: Iterable[PromiseStanding]) -> tuple[Hold, ...]:
    return tuple(
        Hold(
            kind=HoldKind.PROMISE,
            since=one.promise.on,
            until=one.promise.by if one.ended_on is None else one.ended_on - _ONE_DAY,
            is_over=True,
        )
        for one in promises
    )


def _tasks(
    happened: Sequence[DebtEvent],
    promises: Iterable[PromiseStanding],
    plan: PlanStanding | None,
    placed: Iterable[Hold],
    *,
    day: date,
) -> tuple[Task, ...]:
    """What nobody has dealt with since: by a note, or by agreeing on something else."""
    dealt = FollowedUp | PromiseMade | PlanAgreed | PlanEnded | HoldPlaced
    last = max((event.on for event in happened if isinstance(event, dealt)), default=date.min)
    raised = [
        Task(TaskKind.PROMISE_BROKEN, one.ended_on)
        for one in promises
        if one.outcome is Outcome.BROKEN and one.ended_on is not None
    ]
    if plan is not None and plan.defaulted_on is not None:
        raised.append(Task(TaskKind.PLAN_DEFAULT, plan.defaulted_on))
    raised += [
        Task(TaskKind.HOLD_RAN_OUT, hold.until + _ONE_DAY, hold.kind)
        for hold in placed
        if hold.until is not None and not hold.is_over and hold.until < day
    ]
    return tuple(sorted((one for one in raised if one.on > last), key=lambda one: one.on))


def _is_reported(happened: Iterable[DebtEvent]) -> bool:
    told = [event for event in happened if isinstance(event, Reported | Withdrawn)]
    return bool(told) and isinstance(told[-1], Reported)


def _life(bill: Bill, day: date, held: Iterable[Hold], sent: Iterable[StepTaken]) -> Life:
    owed = bill.owed(day)
    if bill.total > ZERO and bill.credited_by(day) >= bill.total:
        return Life.CANCELLED
    if owed == ZERO:
        return Life.PAID
    if bill.written_off_by(day) >= owed:
        return Life.WRITTEN_OFF
    kinds = {hold.kind for hold in held}
    steps = {one.step for one in sent}
    found = (
        (HoldKind.DISPUTE in kinds, Life.DISPUTED),
        (LEGAL in steps, Life.LEGAL),
        (AGENCY in steps, Life.AGENCY),
        (HoldKind.PLAN in kinds, Life.PLAN),
        (HoldKind.PROMISE in kinds, Life.PROMISED),
        (day > bill.due_on, Life.OVERDUE),
        (bill.received_by(day) > ZERO, Life.PART_PAID),
    )
    return next((life for holds, life in found if holds), Life.TO_PAY)
