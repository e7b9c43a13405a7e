"""One service with its price and the whole working behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.money import CURRENCY, Money
from app.pricing.request import LineRequest
from app.pricing.tariff import Admission, BasePrice, Currency, Edition
from app.pricing.uplift import Rounding, charge, multiplier


@dataclass(frozen=True, slots=True, kw_only=True)
class PricedLine:
    """One priced service with its whole working.

    Where only a root is known, `low` and `high` bound what its HRGs cost and `hrg`, `base` and
    the rest are those of the likely one; where the HRG is known all three are the charge.
    """

    id: str
    hrg: str
    root: str | None = None
    name: str
    admission: Admission
    tariff_year: str
    edition: str
    base: Money
    trim_days: int | None
    per_day: Money | None
    length_of_stay: int
    excess_days: int
    mff: Decimal
    multiplier: Decimal
    rate_percent: int
    rounding: Rounding
    low: Money
    likely: Money
    high: Money
    charge: Money
    source: str
    on: date | None = None

    def as_json(self) -> dict[str, object]:
        """The line as `docs/cli.md` shows it; amounts are text with two decimals."""
        return {
            "id": self.id,
            "hrg": self.hrg,
            "root": self.root,
            "name": self.name,
            "admission": self.admission.value,
            "date": self.on.isoformat() if self.on is not None else None,
            "tariff_year": self.tariff_year,
            "edition": self.edition,
            "base": self.base.plain,
            "trim_days": self.trim_days,
            "per_day": self.per_day.plain if self.per_day is not None else None,
            "length_of_stay": self.length_of_stay,
            "excess_days": self.excess_days,
            "mff": f"{self.mff:f}",
            "multiplier": f"{self.multiplier:f}",
            "rate_percent": self.rate_percent,
            "low": self.low.plain,
            "likely": self.likely.plain,
            "high": self.high.plain,
            "charge": self.charge.plain,
            "currency": CURRENCY,
            "source": self.source,
        }


def price_line(
    line: LineRequest, edition: Edition, *, mff: Decimal, rounding: Rounding
) -> PricedLine:
    """Price one service from one edition; raises Known `no_price`.

    For a root, the likely HRG is the middle one by charge (of two, the cheaper) among those
    with a price for that admission: what is secured too much has to be paid back.
    """
    candidates = _candidates(line, edition, mff=mff, rounding=rounding)
    likely = candidates[(len(candidates) - 1) // 2]
    long_stay = edition.long_stay_note if likely.price.per_day is not None else ""
    return PricedLine(
        id=line.id,
        hrg=likely.currency.code,
        root=line.root,
        name=likely.currency.name,
        admission=line.admission,
        tariff_year=edition.tariff_year,
        edition=edition.edition,
        base=likely.price.base,
        trim_days=likely.price.trim_days,
        per_day=likely.price.per_day,
        length_of_stay=line.length_of_stay,
        excess_days=likely.price.excess_days(line.length_of_stay),
        mff=mff,
        multiplier=multiplier(line.rate_percent),
        rate_percent=line.rate_percent,
        rounding=rounding,
        low=candidates[0].charge,
        likely=likely.charge,
        high=candidates[-1].charge,
        charge=likely.charge,
        source=" ".join(part for part in (edition.source, long_stay) if part),
        on=line.on,
    )


@dataclass(frozen=True, slots=True)
class _Candidate:
    currency: Currency
    price: BasePrice
    charge: Money


def _candidates(
    line: LineRequest, edition: Edition, *, mff: Decimal, rounding: Rounding
) -> list[_Candidate]:
    """Every HRG the line may turn out to be, cheapest first."""
    found = [
        _Candidate(
            currency,
            price,
            charge(
                base=price.base,
                excess_days=price.excess_days(line.length_of_stay),
                per_day=price.per_day,
                mff=mff,
                rate_percent=line.rate_percent,
                rounding=rounding,
            ),
        )
        for currency, price in _priced(line, edition)
    ]
    return sorted(found, key=lambda one: (one.charge.pence, one.currency.code))


def _priced(line: LineRequest, edition: Edition) -> tuple[tuple[Currency, BasePrice], ...]:
    if line.hrg is not None:
        return ((edition.currency(line.hrg), edition.price(line.hrg, line.admission)),)
    if line.root is not None:
        return edition.priced_under(line.root, line.admission)
    raise edition.no_price(
        f"Treatment function {line.tfc} has no {line.admission.words} price in", "tfc"
    )
