"""A debt in words, from resources/debt.toml: what happened, where it stands, what comes next."""

from __future__ import annotations

from datetime import date

from app.billing.debt.events import (
    DebtEvent,
    HoldLifted,
    HoldPlaced,
    PlanAgreed,
    PromiseMade,
    StepTaken,
    UndertakingSigned,
)
from app.billing.debt.moves import Bill
from app.billing.debt.plan import Plan, PlanStanding
from app.billing.debt.position import Position, Task
from app.billing.debt.promise import Outcome
from app.billing.debt.terms import DebtTerms
from app.core.dates import show
from app.core.money import ZERO
from app.core.wording import filled, listed


def what_happened(event: DebtEvent, terms: DebtTerms) -> str:
    """One line of an account's history."""
    words = terms.happened[event.KIND]
    if isinstance(event, HoldPlaced | HoldLifted):
        return words.format(hold=terms.holds[event.hold].label)
    if isinstance(event, PromiseMade):
        return filled(words, amount=event.amount, by=show(event.by))
    if isinstance(event, PlanAgreed):
        return filled(words, plan=plan_words(event.plan, terms))
    if isinstance(event, UndertakingSigned):
        return words.format(name=event.name)
    return words.format(step=terms.label(event.step)) if isinstance(event, StepTaken) else words


def money_moves(bill: Bill, terms: DebtTerms) -> tuple[tuple[date, str, str], ...]:
    """The invoice and what moved it, each with its day and its kind, oldest first."""
    told = [(bill.issued_on, "invoiced", bill.total)]
    told += [
        (move.on, "paid" if move.amount > ZERO else "paid_back", max(move.amount, -move.amount))
        for move in bill.received
    ]
    told += [(move.on, "credited", move.amount) for move in bill.credited]
    told += [(move.on, "written_off", move.amount) for move in bill.written_off]
    return tuple(
        (on, name, terms.happened[name].format(amount=amount))
        for on, name, amount in sorted(told, key=lambda one: one[0])
    )


def reason_of(event: DebtEvent) -> str:
    """Why it happened, where somebody said."""
    return str(event.body().get("reason") or event.body().get("note") or "")


def plan_words(plan: Plan, terms: DebtTerms) -> str:
    """`10 x £500.00, every month, from 01-Sep-2026 to 01-Jun-2027`."""
    return filled(
        terms.says["plan"],
        count=plan.count,
        amount=plan.amount,
        every=terms.plan.intervals[plan.every.value].lower(),
        first=show(plan.first_on),
        last=show(plan.last_on),
    )


def plan_title(plan: Plan, terms: DebtTerms) -> str:
    """`£500.00 every month`, over the table of its instalments."""
    return terms.says["plan_title"].format(
        amount=plan.amount, every=terms.plan.intervals[plan.every.value].lower()
    )


def plan_standing_words(standing: PlanStanding, terms: DebtTerms) -> str:
    """The plan and how it is kept."""
    says = terms.says
    told: list[str] = [
        plan_words(standing.plan, terms),
        says["plan_kept"].format(kept=standing.kept, count=standing.plan.count),
    ]
    if standing.missed:
        told.append(says["plan_missed"].format(missed=len(standing.missed)))
    if standing.defaulted_on is not None:
        told.append(filled(says["plan_default"], on=show(standing.defaulted_on)))
    return listed(told) if told else ""


def promise_words(position: Position, terms: DebtTerms) -> str:
    """`Promised £500.00 by 01-Sep-2026, kept 1 of 2`; empty where nobody promised anything."""
    made = [one for one in position.promises if one.outcome is not Outcome.REPLACED]
    told: list[str] = [
        filled(terms.says["promise_open"], amount=one.promise.amount, by=show(one.promise.by))
        for one in made
        if one.outcome is Outcome.OPEN
    ]
    settled = [one for one in made if one.outcome is not Outcome.OPEN]
    if settled:
        kept = sum(one.outcome is Outcome.KEPT for one in settled)
        told.append(terms.says["promises"].format(kept=kept, made=len(settled)))
    return listed(told) if told else ""


def task_words(task: Task, terms: DebtTerms) -> str:
    """What somebody is to look at."""
    hold = "" if task.hold is None else terms.holds[task.hold].label
    return terms.tasks[task.kind.value].format(hold=hold)


def next_words(position: Position, terms: DebtTerms) -> str:
    """What comes next, with its day; or why nothing does."""
    says = terms.says
    if position.is_open and position.held:
        labels = dict.fromkeys(terms.holds[hold.kind].label for hold in position.held)
        return says["resting"].format(holds=", ".join(labels))
    if position.tasks:
        return says["to_look_at"]
    if position.due:
        return says["due_now"].format(step=", ".join(step.label for step in position.due))
    if position.next is None:
        return says["nothing"]
    return filled(says["next"], step=position.next.step.label, on=show(position.next.on))
