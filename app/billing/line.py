"""A line of an invoice: the sum and its working, and no clinical word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from app.core.errors import Known
from app.core.money import ZERO, Money
from app.core.wording import Phrase
from app.pricing.estimate import PricedLine
from app.pricing.uplift import RATES, Rounding, charge

HOSPITAL_TREATMENT = "Hospital treatment"
CORRECTION = "Correction: charge not due"
NEUTRAL = (HOSPITAL_TREATMENT, CORRECTION)  # the only words a line may carry (finance.md 7.2)


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceLine:
    """One charge, frozen with the edition, factor and rate it was priced with.

    It holds no HRG code or name. `billed_before` is what interim invoices of the same stay asked
    for already. Raises ValueError where the net is not what the working gives less that, or is
    below zero, the words are not neutral, or the dates run backwards.
    """

    line_no: int
    description: str = HOSPITAL_TREATMENT
    service_from: date
    service_to: date
    tariff_year: str
    edition: str
    base: Money
    excess_days: int = 0
    per_day: Money | None = None
    mff: Decimal
    rate_percent: int = 150
    rounding: Rounding = Rounding.PENCE
    billed_before: Money = ZERO
    net: Money
    analysis1: str = ""
    analysis2: str = ""

    def __post_init__(self) -> None:
        if self.description not in NEUTRAL:
            raise ValueError("an invoice line carries only neutral words")
        if self.service_to < self.service_from:
            raise ValueError("a service ends on or after the day it began")
        if self.rate_percent not in RATES or self.net != self.worked_out - self.billed_before:
            raise ValueError("the net is not what base, factor and rate give")
        if min(self.net, self.billed_before) < ZERO:
            raise ValueError("an invoice line never takes anything back")

    @property
    def worked_out(self) -> Money:
        """The charge recomputed from the line's own working: the same on any later day."""
        return charge(
            base=self.base,
            excess_days=self.excess_days,
            per_day=self.per_day,
            mff=self.mff,
            rate_percent=self.rate_percent,
            rounding=self.rounding,
        )

    def as_json(self) -> dict[str, object]:
        """The line as kept inside an invoice's snapshot."""
        return {
            "line_no": self.line_no,
            "description": self.description,
            "service_from": self.service_from.isoformat(),
            "service_to": self.service_to.isoformat(),
            "tariff_year": self.tariff_year,
            "edition": self.edition,
            "base": self.base.plain,
            "excess_days": self.excess_days,
            "per_day": self.per_day.plain if self.per_day is not None else None,
            "mff": f"{self.mff:f}",
            "rate_percent": self.rate_percent,
            "rounding": self.rounding.value,
            "billed_before": self.billed_before.plain,
            "net": self.net.plain,
            "analysis1": self.analysis1,
            "analysis2": self.analysis2,
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> InvoiceLine:
        """Read back exactly what `as_json` wrote; a sum that no longer holds is refused."""
        per_day = kept["per_day"]
        return cls(
            line_no=kept["line_no"],
            description=kept["description"],
            service_from=date.fromisoformat(kept["service_from"]),
            service_to=date.fromisoformat(kept["service_to"]),
            tariff_year=kept["tariff_year"],
            edition=kept["edition"],
            base=Money.parse(kept["base"]),
            excess_days=kept["excess_days"],
            per_day=Money.parse(per_day) if per_day is not None else None,
            mff=Decimal(kept["mff"]),
            rate_percent=kept["rate_percent"],
            rounding=Rounding(kept["rounding"]),
            # Invoices from before there were interim ones do not say it.
            billed_before=Money.parse(kept.get("billed_before", "0.00")),
            net=Money.parse(kept["net"]),
            analysis1=kept["analysis1"],
            analysis2=kept["analysis2"],
        )


def line_from(
    priced: PricedLine,
    *,
    line_no: int,
    service_from: date,
    service_to: date,
    billed_before: Money = ZERO,
    analysis1: str = "",
    analysis2: str = "",
) -> InvoiceLine:
    """The invoice line of a priced service, its clinical words left behind.

    Raises Known `not_coded` where only a root is known: a bill needs the exact code.
    """
    if priced.root is not None:
        raise Known(
            "not_coded",
            Phrase(
                "Line {number} is priced as a range. Enter its full HRG code to invoice it.",
                number=priced.id,
            ),
            "hrg",
        )
    return InvoiceLine(
        line_no=line_no,
        service_from=service_from,
        service_to=service_to,
        tariff_year=priced.tariff_year,
        edition=priced.edition,
        base=priced.base,
        excess_days=priced.excess_days,
        per_day=priced.per_day,
        mff=priced.mff,
        rate_percent=priced.rate_percent,
        rounding=priced.rounding,
        billed_before=billed_before,
        net=priced.charge - billed_before,
        analysis1=analysis1,
        analysis2=analysis2,
    )
