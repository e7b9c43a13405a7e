"""One account as finance reads it: state, holds, promises, plan, next step, all that happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.access.roles import Act
from app.billing.debt.plan import Instalment
from app.billing.debt.saying import (
    money_moves,
    next_words,
    plan_standing_words,
    promise_words,
    reason_of,
    task_words,
    what_happened,
)
from app.core.money import Money
from app.services.debts import Debt, debt_of, newest_debts
from app.services.desk import Desk, service
from app.services.invoicing import MOST_SHOWN, Account, accounts
from app.store import users


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldLine:
    """One hold somebody may place: on or off, since and until when, why.

    `is_own` says that it was placed here and may be lifted; else the case's record sets it.
    """

    kind: str
    label: str
    is_on: bool
    since: date | None = None
    until: date | None = None
    reason: str = ""
    is_own: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """One line of the history: the day, what, why, and who wrote it down; of money nobody."""

    on: date
    what: str
    why: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountFile:
    """Everything of one account. `steps` are the letters that may go today, kind and label."""

    doc_no: str
    payer: str
    ref: str
    file_id: str
    issued_on: date
    due_on: date
    charged: Money
    received: Money
    credited: Money
    owed: Money
    to_pay_back: Money
    life: str
    state: str
    promise: str
    plan: str
    has_plan: bool
    instalments: tuple[Instalment, ...]
    undertaking: str
    next: str
    tasks: tuple[str, ...]
    steps: tuple[tuple[str, str], ...]
    holds: tuple[HoldLine, ...]
    history: tuple[Happened, ...]
    is_reported: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLine:
    """One invoice in the list of accounts: its figures, and where it stands in words."""

    account: Account
    life: str
    state: str
    next: str
    promise: str
    plan: str
    tasks: tuple[str, ...]


@service(Act.INVOICE)
def lines(desk: Desk) -> tuple[AccountLine, ...]:
    """The newest invoices, and where each stands today."""
    terms = desk.finance.debt
    debts = {debt.doc_no: debt.position for debt in newest_debts(desk, MOST_SHOWN)}
    return tuple(
        AccountLine(
            account=one,
            life=position.life.value,
            state=terms.life[position.life.value],
            next=next_words(position, terms),
            promise=promise_words(position, terms),
            plan="" if position.plan is None else plan_standing_words(position.plan, terms),
            tasks=tuple(task_words(task, terms) for task in position.tasks),
        )
        for one in accounts(desk)
        if (position := debts.get(one.doc_no)) is not None
    )


@service(Act.INVOICE)
def account(desk: Desk, doc_no: str) -> AccountFile:
    """One account as it stands today; raises NotFound."""
    debt = debt_of(desk, doc_no)
    terms, position, kept, bill = desk.finance.debt, debt.position, debt.kept, debt.bill
    signed = position.undertaking
    return AccountFile(
        doc_no=doc_no,
        payer=debt.payer.name,
        ref=kept.ref,
        file_id=kept.file_id,
        issued_on=kept.issued_on,
        due_on=kept.due_on,
        charged=bill.total,
        received=bill.received_by(desk.today),
        credited=bill.credited_by(desk.today),
        owed=position.owed,
        to_pay_back=bill.to_pay_back(desk.today),
        life=position.life.value,
        state=terms.life[position.life.value],
        promise=promise_words(position, terms),
        plan="" if position.plan is None else plan_standing_words(position.plan, terms),
        has_plan=position.plan is not None,
        instalments=() if position.plan is None else position.plan.plan.instalments,
        undertaking="" if signed is None else what_happened(signed, terms),
        next=next_words(position, terms),
        tasks=tuple(task_words(task, terms) for task in position.tasks),
        steps=tuple((step.kind, step.label) for step in position.due),
        holds=_hold_lines(desk, debt),
        history=_history(desk, debt),
        is_reported=position.is_reported,
    )


def _hold_lines(desk: Desk, debt: Debt) -> tuple[HoldLine, ...]:
    placed = {id(hold) for hold in debt.position.placed}
    held = {hold.kind: hold for hold in debt.position.held}
    lines = []
    for term in desk.finance.debt.holds.values():
        if not term.by_hand:
            continue
        hold = held.get(term.kind)
        lines.append(
            HoldLine(kind=term.kind.value, label=term.label, is_on=False)
            if hold is None
            else HoldLine(
                kind=term.kind.value,
                label=term.label,
                is_on=True,
                since=hold.since,
                until=hold.until,
                reason=hold.reason,
                is_own=id(hold) in placed,
            )
        )
    return tuple(lines)


def _history(desk: Desk, debt: Debt) -> tuple[Happened, ...]:
    """What was done and what was paid, newest first."""
    names: dict[str, str] = {}
    terms = desk.finance.debt
    lines = [
        Happened(on=on, what=words, why="", who="") for on, words in money_moves(debt.bill, terms)
    ]
    for event, row in debt.history:
        if row.made_by not in names:
            names[row.made_by] = users.get(desk.db, row.made_by).display_name
        lines.append(
            Happened(
                on=event.on,
                what=what_happened(event, terms),
                why=reason_of(event),
                who=names[row.made_by],
            )
        )
    lines.sort(key=lambda line: line.on)
    return tuple(reversed(lines))
