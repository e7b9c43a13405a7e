"""The trust's own terms of collecting, from resources/debt.toml; nothing here is law."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.core.money import Money
from app.core.wording import Say, said


class HoldKind(StrEnum):
    """Why nobody is chased; each stops letters, exports and debt reports (hazard H13)."""

    DISPUTE = "dispute"
    INSURER = "insurer"
    EXEMPTION_REVIEW = "exemption_review"
    BEREAVEMENT = "bereavement"
    BREATHING_SPACE = "breathing_space"
    VULNERABLE = "vulnerable"
    UNSAFE_ADDRESS = "unsafe_address"
    SAFEGUARDING = "safeguarding"
    PLAN = "plan"
    PROMISE = "promise"


class Scope(StrEnum):
    """How far a hold reaches: one invoice, or everything the same person is asked to pay."""

    INVOICE = "invoice"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldTerm:
    """One kind of hold: its words, its reach, how many days it lasts (None: until lifted).

    `by_hand` is false for what is only worked out: a plan kept, a promise not due yet.
    """

    kind: HoldKind
    label: str
    scope: Scope
    days: int | None = None
    by_hand: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One rung of the ladder: the letter (or referral), and the day after the invoice."""

    kind: str
    label: str
    day: int
    is_letter: bool = True

    def in_words_of(self, tr: Say) -> Step:
        """The same in another language."""
        return replace(self, label=tr(self.label))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTerms:
    """Bounds of an instalment plan (finance.md 4.3)."""

    missed: int
    late_days: int
    limit_years: int
    first_within_days: int
    intervals: Mapping[str, str]
    bands: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """An outstanding total that counts, over care given from a day on."""

    amount: Money
    incurred_from: date


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeOfficeTerms:
    """When a debt may be told to the Home Office (finance.md 4.4); off unless switched on."""

    enabled: bool
    warning: Step
    wait_months: int
    warning_day: int
    warning_reply_days: int
    categories: frozenset[str]
    eea_side: frozenset[str]
    ask_about: frozenset[str]
    eea: Sequence[Threshold]
    other: Sequence[Threshold]
    columns: Mapping[str, str]
    why_not: Mapping[str, str]
    withdrawn: Mapping[str, str]
    printed: Mapping[str, str]

    def in_words_of(self, tr: Say) -> HomeOfficeTerms:
        """The same in another language; the list itself goes to the Home Office in English."""
        return replace(
            self,
            warning=self.warning.in_words_of(tr),
            why_not=said(self.why_not, tr),
            withdrawn=said(self.withdrawn, tr),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DebtTerms:
    """Everything the fold of a debt turns on."""

    ladder: Sequence[Step]
    holds: Mapping[HoldKind, HoldTerm]
    plan: PlanTerms
    promise_within_days: int
    claim_after_days: int  # from the letter before action to a court claim
    home_office: HomeOfficeTerms
    life: Mapping[str, str]
    tasks: Mapping[str, str]
    happened: Mapping[str, str]
    says: Mapping[str, str]

    def in_words_of(self, tr: Say) -> DebtTerms:
        """The same in another language: what an account says of itself."""
        plan = self.plan
        return replace(
            self,
            ladder=tuple(step.in_words_of(tr) for step in self.ladder),
            holds={kind: replace(one, label=tr(one.label)) for kind, one in self.holds.items()},
            plan=replace(plan, intervals=said(plan.intervals, tr), bands=said(plan.bands, tr)),
            home_office=self.home_office.in_words_of(tr),
            life=said(self.life, tr),
            tasks=said(self.tasks, tr),
            happened=said(self.happened, tr),
            says=said(self.says, tr),
        )

    def label(self, kind: str) -> str:
        """The words for a rung, the debt warning or a court claim."""
        steps = (*self.ladder, self.home_office.warning)
        labels = {step.kind: step.label for step in steps}
        return labels[kind] if kind in labels else self.life[kind]
