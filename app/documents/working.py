"""How one charge came about, in rows a reader can check with a calculator."""

from __future__ import annotations

from decimal import Decimal
from typing import Protocol

from app.core.money import Money
from app.documents.flow import Flow
from app.documents.sheet import SECOND
from app.documents.words import Words
from app.pricing.uplift import Rounding


class Charge(Protocol):
    """What an estimate's line and an invoice's line have in common."""

    @property
    def tariff_year(self) -> str:
        """`2025/26`."""

    @property
    def base(self) -> Money:
        """The scheme price."""

    @property
    def excess_days(self) -> int:
        """Days beyond the trim point."""

    @property
    def per_day(self) -> Money | None:
        """What each of them costs."""

    @property
    def mff(self) -> Decimal:
        """Market forces factor."""

    @property
    def rate_percent(self) -> int:
        """100 or 150."""

    @property
    def rounding(self) -> Rounding:
        """Where the one rounding falls."""


def working(
    flow: Flow, charge: Charge, words: Words, *, result: Money, edition: str = "", trim: int | None
) -> None:
    """Base, longer stay, then factor and rate with what comes out; `edition` where it may show."""
    base = (
        words.say("base_list", year=charge.tariff_year, edition=edition)
        if edition
        else words.say("base", year=charge.tariff_year)
    )
    flow.money(base, str(charge.base), ink=SECOND)
    if charge.excess_days and charge.per_day is not None:
        days = (
            words.say("one_day")
            if charge.excess_days == 1
            else words.say("more_days", count=charge.excess_days)
        )
        label = (
            words.say("days_plain", days=days, per_day=charge.per_day)
            if trim is None
            else words.say("days", days=days, trim=trim, per_day=charge.per_day)
        )
        flow.money(label, str(Money(charge.excess_days * charge.per_day.pence)), ink=SECOND)
    times = "times" if charge.rounding is Rounding.PENCE else "times_pound"
    factor = f"{charge.mff:f}"
    flow.money(
        words.say(times, mff=factor, rate=charge.rate_percent),
        str(result),
        ink=SECOND,
        amount_bold=True,
    )
