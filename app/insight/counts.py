"""What the store counts for the dashboard: sums over many people, nothing per clerk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from app.billing.reports.ageing import Ageing
from app.billing.reports.years import Month
from app.core.money import ZERO, Money
from app.insight.opportunity import Outlook


@dataclass(frozen=True, slots=True, kw_only=True)
class Booked:
    """How many were booked in at one desk within one hour (its first minute), how many asked."""

    site: str
    desk: str
    hour: datetime
    booked: int
    asked: int


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the way from identified to paid: people, and what their care is worth."""

    people: int = 0
    pounds: Money = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """All four stages of those identified in a month, and how many of them have no price yet."""

    identified: Stage = Stage()
    assessed: Stage = Stage()
    charged: Stage = Stage()
    paid: Stage = Stage()
    unpriced: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Waited:
    """How long something took half of those it was counted for, in seconds; none of nobody."""

    label: str = ""
    count: int = 0
    median: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """What must not happen, counted from the records alone.

    `asked_first` are letters that asked for payment first of somebody whose care could not wait;
    `unput` are open cases with a safeguarding prompt that nobody put, since the oldest of them.
    """

    asked_first: int = 0
    unput: int = 0
    unput_since: date | None = None
    decided: int = 0
    found_free: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Everything one dashboard is drawn from: a month, and a site or all of them."""

    month: Month
    site: str
    as_of: date  # the month's last day, or today within it
    booked: tuple[Booked, ...] = ()
    way: Way = Way()
    income: Mapping[Month, Money]
    cash: Mapping[Month, Money]
    ages: Ageing
    at_the_desk: Waited = Waited()
    at_each_site: tuple[Waited, ...] = ()
    forms: Waited = Waited()
    without_form: int = 0
    harm: Harm = Harm()
    cards_claimed: int = 0
    outlook: Outlook | None = None
    no_outlook: str = ""  # why there is none, where the peers' figures cannot be read
