"""What happens to a debt, each thing with its day; added and never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, ClassVar

from app.billing.debt.plan import Plan
from app.billing.debt.terms import HoldKind
from app.core.money import ZERO, Money


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldPlaced:
    """Nobody is chased from this day: until a day, or until it is lifted."""

    KIND: ClassVar[str] = "hold_placed"
    on: date
    hold: HoldKind
    reason: str
    until: date | None = None

    def body(self) -> dict[str, object]:
        """What is kept beside kind and day."""
        until = None if self.until is None else self.until.isoformat()
        return {"hold": self.hold.value, "reason": self.reason, "until": until}


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldLifted:
    """A hold ends with the day before this one."""

    KIND: ClassVar[str] = "hold_lifted"
    on: date
    hold: HoldKind
    reason: str

    def body(self) -> dict[str, object]:
        """What is kept beside kind and day."""
        return {"hold": self.hold.value, "reason": self.reason}


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseMade:
    """An amount promised by a day; `received` is what had come in when it was made."""

    KIND: ClassVar[str] = "promise_made"
    on: date
    amount: Money
    by: date
    received: Money = ZERO

    def body(self) -> dict[str, object]:
        """What is kept beside kind and day."""
        return {
            "amount": self.amount.plain,
            "by": self.by.isoformat(),
            "received": self.received.plain,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAgreed:
    """Instalments agreed; an earlier plan of the invoice ends with it."""

    KIND: ClassVar[str] = "plan_agreed"
    on: date
    plan: Plan

    def body(self) -> dict[str, object]:
        """What is kept beside kind and day."""
        return self.plan.as_json()


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfWords:
    """A thing that is told in plain words, kept as they are."""

    on: date

    def body(self) -> dict[str, object]:
        """What is kept beside kind and day."""
        return {one.name: getattr(self, one.name) for one in fields(self) if one.name != "on"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanEnded(_OfWords):
    """A plan no longer holds, by somebody's word."""

    KIND: ClassVar[str] = "plan_ended"
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UndertakingSigned(_OfWords):
    """Somebody signed to pay: the patient, or another by contract only."""

    KIND: ClassVar[str] = "undertaking_signed"
    name: str
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTaken(_OfWords):
    """A rung of the ladder: a letter sent by somebody's act, or the referral to an agency."""

    KIND: ClassVar[str] = "step_taken"
    step: str
    file_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedUp(_OfWords):
    """Somebody dealt with what was to be looked at up to this day."""

    KIND: ClassVar[str] = "followed_up"
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported(_OfWords):
    """The debt went out on the Home Office list."""

    KIND: ClassVar[str] = "reported"
    report_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(_OfWords):
    """The Home Office was told to take the debt off."""

    KIND: ClassVar[str] = "withdrawn"
    report_id: str


DebtEvent = (
    HoldPlaced
    | HoldLifted
    | PromiseMade
    | PlanAgreed
    | PlanEnded
    | UndertakingSigned
    | StepTaken
    | FollowedUp
    | Reported
    | Withdrawn
)


def read_event(kind: str, on: date, body: Mapping[str, Any]) -> DebtEvent:
    """The event as it was kept; raises KeyError for a kind that is none."""
    if kind == PlanAgreed.KIND:
        return PlanAgreed(on=on, plan=Plan.from_json(body))
    if kind == HoldPlaced.KIND:
        until = None if body["until"] is None else date.fromisoformat(body["until"])
        return HoldPlaced(on=on, hold=HoldKind(body["hold"]), reason=body["reason"], until=until)
    if kind == HoldLifted.KIND:
        return HoldLifted(on=on, hold=HoldKind(body["hold"]), reason=body["reason"])
    if kind == PromiseMade.KIND:
        return PromiseMade(
            on=on,
            amount=Money.parse(body["amount"]),
            by=date.fromisoformat(body["by"]),
            received=Money.parse(body["received"]),
        )
    return _OF_WORDS[kind](on=on, **body)


_OF_WORDS: Mapping[
    str,
    type[PlanEnded]
    | type[UndertakingSigned]
    | type[StepTaken]
    | type[FollowedUp]
    | type[Reported]
    | type[Withdrawn],
] = {
    one.KIND: one
    for one in (PlanEnded, UndertakingSigned, StepTaken, FollowedUp, Reported, Withdrawn)
}
