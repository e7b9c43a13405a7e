"""Which debt a payment is for: by checked reference, then by amount and payer, never by a name.

What is not certain waits for a person, with the reason and what it may be. The caller brings what
the books hold around a payment (`Around`); nothing here looks anything up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.billing.named import Named
from app.core.money import ZERO, Money
from app.core.people import search_key


class By(StrEnum):
    """What a payment was matched by."""

    REFERENCE = "reference"
    ESTIMATE = "estimate_no"
    CUSTOMER = "customer_ref"
    ACCOUNT = "account"
    RECORDED = "recorded"
    PERSON = "person"


class State(StrEnum):
    """What became of a payment of a file; `KNOWN` is one that had come before."""

    KNOWN = "known"
    MATCHED = "matched"
    WAITING = "waiting"
    SET_ASIDE = "set_aside"


class Reason(StrEnum):
    """Why a payment waits; resources/payments.toml has the words."""

    NO_REFERENCE = "no_reference"
    LOOK_ALIKE = "look_alike"
    UNCHECKED = "unchecked"
    UNKNOWN_REFERENCE = "unknown_reference"
    CANCELLED = "cancelled"
    PAID_ALREADY = "paid_already"
    BEFORE_ISSUE = "before_issue"
    SEVERAL = "several"
    SEVERAL_EQUAL = "several_equal"
    AMOUNT_DIFFERS = "amount_differs"
    MAYBE_RECORDED = "maybe_recorded"
    RECORDED_DIFFERS = "recorded_differs"
    RETURNED = "returned"
    REVERSED = "reversed"
    OTHER_CURRENCY = "other_currency"
    NOT_SPLIT = "not_split"
    IN_FUTURE = "in_future"
    NOT_TAKEN = "not_taken"
    MAYBE_SAME = "maybe_same"
    READY = "ready"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A payment as far as matching goes; `amount` below zero where money went out or came back.

    `held` is what the file itself, or a likeness to a payment of another file, says against it.
    """

    on: date
    amount: Money
    text: str = ""
    payer: str = ""
    provider_refs: tuple[str, ...] = ()
    held: Reason | None = None

    @property
    def words(self) -> str:
        """Everything that may name somebody or something."""
        return f"{self.text} {self.payer}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """An invoice: what its debtor is liable for still, a write-off included (finance.md 4.5)."""

    doc_no: str
    customer_ref: str
    payer: str
    issued_on: date
    owed: Money
    cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """An estimate that may be paid in advance, and what is missing of it."""

    estimate_no: str
    payer: str
    missing: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A receipt or refund of the books that no line of a file stands for yet."""

    receipt_no: str
    doc_no: str
    on: date
    amount: Money  # below zero for a refund
    provider_ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the books hold around one payment.

    `debts` by number are those its words name; `of_customers` the open ones of customers named,
    `of_account` of those whose earlier payment came from the same account; `equal` those whose
    balance is the amount; `recorded` receipts by hand that may be this payment.
    """

    named: Named = field(default_factory=Named)
    debts: Mapping[str, Debt] = field(default_factory=dict)
    quotes: Mapping[str, Quote] = field(default_factory=dict)
    of_customers: tuple[Debt, ...] = ()
    of_account: tuple[Debt, ...] = ()
    equal: tuple[Debt, ...] = ()
    recorded: tuple[Recorded, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A payment that is certain: to which invoice, estimate or receipt, and by what."""

    to: str
    by: By


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a waiting payment may be for; a person decides. `to` may be several invoices."""

    to: str
    payer: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Wait:
    """A payment that is not certain."""

    reason: Reason
    suggestions: tuple[Suggestion, ...] = ()


Outcome = Match | Wait
_MOST_SUGGESTIONS = 5


def match(payment: Incoming, around: Around, *, today: date, near_days: int) -> Outcome:
    """The debt a payment is for where that is certain, else why a person must look.

    A name is never enough, with an amount it is a suggestion. `near_days` is how far apart a
    receipt typed by hand and its line in a file may lie.
    """
    if payment.held is not None:
        return Wait(payment.held)
    if payment.on > today:
        return Wait(Reason.IN_FUTURE)
    recorded = _by_provider(payment, around.recorded)
    if recorded is not None:
        return recorded
    if payment.amount < ZERO:
        return _money_out(payment, around)
    named = around.named
    if named.checked:
        return _by_reference(payment, around, near_days)
    if named.offered or named.bare:
        reason = Reason.LOOK_ALIKE if named.offered else Reason.UNCHECKED
        offered = [
            around.debts[one] for one in (*named.offered, *named.bare) if one in around.debts
        ]
        return Wait(reason, _debts(offered)) if offered else Wait(Reason.NO_REFERENCE)
    quotes = [around.quotes[one] for one in named.estimates if one in around.quotes]
    if quotes:
        return _by_estimate(payment, quotes)
    for by, debts in ((By.CUSTOMER, around.of_customers), (By.ACCOUNT, around.of_account)):
        if debts:
            return _by_payer(payment, debts, by, around, near_days)
    return Wait(Reason.NO_REFERENCE, _debts(_named_and_equal(payment, around.equal)))


def _by_provider(payment: Incoming, recorded: Iterable[Recorded]) -> Outcome | None:
    """A card or GOV.UK Pay payment that a person recorded when it was made."""
    same = [
        one for one in recorded if one.provider_ref and one.provider_ref in payment.provider_refs
    ]
    equal = [one for one in same if one.amount == payment.amount]
    if len(equal) == 1:
        return Match(equal[0].receipt_no, By.RECORDED)
    return Wait(Reason.RECORDED_DIFFERS, _receipts(same)) if same else None


def _money_out(payment: Incoming, around: Around) -> Outcome:
    """Refunds of ours that a line names are found again; everything else is a person's."""
    named = around.named
    refunds = [
        one
        for one in around.recorded
        if one.amount == payment.amount
        and (one.receipt_no in named.receipts or one.doc_no in (*named.checked, *named.estimates))
    ]
    if len(refunds) == 1:
        return Match(refunds[0].receipt_no, By.RECORDED)
    undone = [
        one
        for one in around.recorded
        if one.amount == -payment.amount or one.receipt_no in named.receipts
    ]
    return Wait(Reason.RETURNED, _receipts(undone))


def _by_reference(payment: Incoming, around: Around, near_days: int) -> Outcome:
    known = [around.debts[one] for one in around.named.checked if one in around.debts]
    if len(around.named.checked) > 1:
        return Wait(Reason.SEVERAL, (*_together(payment, known), *_debts(known)))
    if not known:
        return Wait(Reason.UNKNOWN_REFERENCE)
    return _certain(payment, known[0], By.REFERENCE, around, near_days)


def _together(payment: Incoming, debts: list[Debt]) -> tuple[Suggestion, ...]:
    """All of them, where they come to the sum: a person still says so."""
    if Money.total(debt.owed for debt in debts) != payment.amount:
        return ()
    numbers = " ".join(debt.doc_no for debt in debts)
    return (Suggestion(numbers, debts[0].payer, payment.amount),)


def _by_estimate(payment: Incoming, quotes: list[Quote]) -> Outcome:
    if len(quotes) == 1 and quotes[0].missing == payment.amount:
        return Match(quotes[0].estimate_no, By.ESTIMATE)
    offered = (Suggestion(one.estimate_no, one.payer, one.missing) for one in quotes)
    return Wait(Reason.AMOUNT_DIFFERS, tuple(offered)[:_MOST_SUGGESTIONS])


def _by_payer(
    payment: Incoming, debts: tuple[Debt, ...], by: By, around: Around, near_days: int
) -> Outcome:
    equal = [debt for debt in debts if debt.owed == payment.amount and not debt.cancelled]
    if len(equal) == 1:
        return _certain(payment, equal[0], by, around, near_days)
    if equal:
        return Wait(Reason.SEVERAL_EQUAL, _debts(equal))
    return Wait(Reason.AMOUNT_DIFFERS, _debts(debts))


def _certain(payment: Incoming, debt: Debt, by: By, around: Around, near_days: int) -> Outcome:
    """The invoice is known; it can still be one that no payment is expected for."""
    if debt.cancelled:
        return Wait(Reason.CANCELLED, _debts([debt]))
    if debt.owed <= ZERO:
        return Wait(
            Reason.PAID_ALREADY, (*_typed(payment, debt, around, near_days), *_debts([debt]))
        )
    if payment.on < debt.issued_on:
        return Wait(Reason.BEFORE_ISSUE, _debts([debt]))
    typed = _typed(payment, debt, around, near_days)
    return (
        Wait(Reason.MAYBE_RECORDED, (*typed, *_debts([debt]))) if typed else Match(debt.doc_no, by)
    )


def _typed(payment: Incoming, debt: Debt, around: Around, near_days: int) -> tuple[Suggestion, ...]:
    """Receipts that somebody typed for the same invoice, sum and days."""
    return _receipts(
        one
        for one in around.recorded
        if one.doc_no == debt.doc_no
        and one.amount == payment.amount
        and abs((one.on - payment.on).days) <= near_days
    )


def _named_and_equal(payment: Incoming, equal: Iterable[Debt]) -> list[Debt]:
    """Open invoices of this sum whose payer's name stands in the words: a suggestion, no more."""
    said = set(search_key(payment.words).split())
    return [
        debt for debt in equal if (names := search_key(debt.payer).split()) and names[-1] in said
    ]


def _debts(debts: Iterable[Debt]) -> tuple[Suggestion, ...]:
    offered = (Suggestion(debt.doc_no, debt.payer, max(debt.owed, ZERO)) for debt in debts)
    return tuple(offered)[:_MOST_SUGGESTIONS]


def _receipts(recorded: Iterable[Recorded]) -> tuple[Suggestion, ...]:
    offered = (Suggestion(one.receipt_no, one.doc_no, one.amount) for one in recorded)
    return tuple(offered)[:_MOST_SUGGESTIONS]
