"""One account as finance reads it: state, holds, promises, plan, next step, all that happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.access.roles import Act
from app.billing.debt.plan import PlanStanding
from app.billing.debt.saying import (
    money_moves,
    next_words,
    plan_standing_words,
    plan_title,
    promise_words,
    reason_of,
    task_words,
    what_happened,
)
from app.billing.debt.terms import HoldKind
from app.core.money import ZERO, Money
from app.services.debts import Debt, debt_of, debts_due, newest_debts
from app.services.desk import Desk, service
from app.services.invoicing import MOST_SHOWN, Account, account_of
from app.store import folds, proposals, users

_EVER = timedelta(days=36_525)


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


@dataclass(frozen=True, slots=True)
class InstalmentLine:
    """One payment of a plan and how it stands: `paid`, `missed`, `next` or `planned`."""

    due_on: date
    amount: Money
    state: str


@dataclass(frozen=True, slots=True)
class BandSum:
    """A band of the strip: what is owed in it, on how many invoices."""

    label: str
    title: str
    owed: Money
    invoices: int


@dataclass(frozen=True, slots=True)
class Owed:
    """All that is owed, by age."""

    owed: Money
    bands: tuple[BandSum, ...]

    @property
    def invoices(self) -> int:
        """How many invoices are owed on."""
        return sum(band.invoices for band in self.bands)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """One line of the history: the day, what, why, and who wrote it down; of money nobody.

    `kind` is that of the event, or what money did.
    """

    kind: str
    on: date
    what: str
    why: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountFile:
    """Everything of one account. `steps` are the letters that may go today, kind and label."""

    doc_no: str
    account: Account  # the same as the list shows it
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
    plan_title: str
    instalments: tuple[InstalmentLine, ...]
    undertaking: str
    next: str
    tasks: tuple[str, ...]
    steps: tuple[tuple[str, str], ...]
    holds: tuple[HoldLine, ...]
    history: tuple[Happened, ...]
    is_reported: bool
    proposed: tuple[tuple[str, Money, str], ...] = ()  # waiting for approval: act, amount, by whom


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLine:
    """One invoice in the list of accounts: its figures, and where it stands in words."""

    account: Account
    ref: str
    life: str
    state: str
    next: str
    promise: str
    plan: str
    tasks: tuple[str, ...]
    is_held: bool


@service(Act.INVOICE)
def owed(desk: Desk) -> Owed:
    """What is owed in all and in each band of the strip, folded from the whole ledger."""
    bands = desk.finance.reports.bands
    pence, invoices = [0] * len(bands), [0] * len(bands)
    for debt in folds.open_by_due_day(desk.db, desk.today):
        if debt.balance > ZERO:
            place = desk.finance.reports.band_of((desk.today - debt.due_on).days)
            pence[place] += debt.balance.pence
            invoices[place] += debt.invoices
    return Owed(
        Money(sum(pence)),
        tuple(
            BandSum(band.label, band.title, Money(sum_), count)
            for band, sum_, count in zip(bands, pence, invoices, strict=True)
        ),
    )


@service(Act.INVOICE)
def lines(desk: Desk, band: int | None = None) -> tuple[AccountLine, ...]:
    """The newest invoices, or the oldest of a band that are owed; what is owed most first."""
    found = (
        newest_debts(desk, MOST_SHOWN)
        if band is None
        else debts_due(desk, *_days_of(desk, band), MOST_SHOWN)
    )
    told = [_line(desk, debt) for debt in found]
    return tuple(sorted(told, key=lambda line: line.account.balance.pence, reverse=True))


@service(Act.INVOICE)
def account(desk: Desk, doc_no: str) -> AccountFile:
    """One account as it stands today; raises NotFound."""
    debt = debt_of(desk, doc_no)
    terms, position, kept, bill = desk.finance.debt, debt.position, debt.kept, debt.bill
    signed = position.undertaking
    return AccountFile(
        doc_no=doc_no,
        account=account_of(desk, doc_no),
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
        plan_title="" if position.plan is None else plan_title(position.plan.plan, terms),
        instalments=() if position.plan is None else tuple(_instalments(position.plan)),
        undertaking="" if signed is None else what_happened(signed, terms),
        next=next_words(position, terms),
        tasks=tuple(task_words(task, terms) for task in position.tasks),
        steps=tuple((step.kind, step.label) for step in position.due),
        holds=_hold_lines(desk, debt),
        history=_history(desk, debt),
        is_reported=position.is_reported,
        proposed=tuple(
            (one.act, one.amount, users.get(desk.db, one.proposed_by).display_name)
            for one in proposals.waiting(desk.db, subject=doc_no)
        ),
    )


def _days_of(desk: Desk, band: int) -> tuple[date, date]:
    """The first and the last due day of a band, as of today."""
    bands = desk.finance.reports.bands
    reach, before = bands[band].last_day, bands[band - 1].last_day if band else None
    first = desk.today - _EVER if reach is None else desk.today - timedelta(days=reach)
    last = desk.today + _EVER if before is None else desk.today - timedelta(days=before + 1)
    return first, last


def _line(desk: Desk, debt: Debt) -> AccountLine:
    terms, position = desk.finance.debt, debt.position
    account = account_of(desk, debt.doc_no)
    agreed = {HoldKind.PLAN, HoldKind.PROMISE}  # told in words of their own
    rests = any(hold.kind not in agreed for hold in position.held)
    return AccountLine(
        account=account,
        ref=debt.kept.ref,
        life=position.life.value,
        state=terms.life[position.life.value],
        next=next_words(position, terms),
        promise=promise_words(position, terms),
        plan="" if position.plan is None else plan_standing_words(position.plan, terms),
        tasks=tuple(task_words(task, terms) for task in position.tasks),
        is_held=rests and account.balance > ZERO,  # where nothing is owed nobody is written to
    )


def _instalments(standing: PlanStanding) -> Iterator[InstalmentLine]:
    missed = {one.due_on for one in standing.missed}
    for place, one in enumerate(standing.plan.instalments):
        state = "planned"
        if place < standing.kept:
            state = "paid"
        elif one.due_on in missed:
            state = "missed"
        elif one == standing.next:
            state = "next"
        yield InstalmentLine(one.due_on, one.amount, state)


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
        Happened(kind=kind, on=on, what=words, why="", who="")
        for on, kind, words in money_moves(debt.bill, terms)
    ]
    for event, row in debt.history:
        if row.made_by not in names:
            names[row.made_by] = users.get(desk.db, row.made_by).display_name
        lines.append(
            Happened(
                kind=event.KIND,
                on=event.on,
                what=what_happened(event, terms),
                why=reason_of(event),
                who=names[row.made_by],
            )
        )
    lines.sort(key=lambda line: line.on)
    return tuple(reversed(lines))
