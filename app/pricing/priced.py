"""One service with its price and the whole working behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.core.money import CURRENCY, ZERO, Money
from app.pricing.calibration import NO_PAST, Past
from app.pricing.currencies import PriceSource
from app.pricing.lookup import Offer, offers
from app.pricing.request import HRG, LineRequest
from app.pricing.rules import RuleId
from app.pricing.tariff import Admission, Edition, Shelf
from app.pricing.uplift import Rounding, charge, multiplier

_NO_FACTOR = Decimal(1)
NO_SPECIALTY = "other"  # drugs, devices and what else has no HRG


class Driver(StrEnum):
    """What makes the final charge other than the likely one."""

    COMPLICATIONS = "complications"  # which HRG of the root it turns out to be
    LONGER_STAY = "longer_stay"
    EXPERIENCE = "experience"  # how far final bills of the specialty lay from their estimates


@dataclass(frozen=True, slots=True, kw_only=True)
class PricedLine:
    """One priced service with its whole working.

    Where only a root is known, `low` and `high` bound what its HRGs cost and `hrg`, `base` and
    the rest are those of the likely one; where the HRG is known all three are the charge, unless
    the stay may last longer or the past says otherwise. `hrg` holds an item's code as well.
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
    tfc: str | None = None
    units: int = 1
    unit: str = ""
    origin: PriceSource = PriceSource.UNIT_PRICE
    confirmed: bool = True  # whether the figure was read at its publisher
    rate_in_price: bool = False  # the list's amount holds rate and factor already
    rules: tuple[RuleId, ...] = ()
    drivers: tuple[Driver, ...] = ()
    longest_stay: int | None = None
    visit: str = ""
    given_with: str | None = None  # the line whose price takes this one in

    @property
    def free(self) -> bool:
        """Care the law does not charge this person for."""
        return self.rate_percent == 0

    @property
    def billed(self) -> bool:
        """Whether an invoice would carry the line."""
        return not self.free and self.given_with is None

    @property
    def provisional(self) -> bool:
        """Priced at an average cost: never billed without a manager's word."""
        return self.origin.provisional

    @property
    def specialty(self) -> str:
        """Subchapter (HN) or treatment function (110), by which estimates are measured; `other`
        for what has no HRG."""
        return self.tfc or (self.hrg[:2] if HRG.fullmatch(self.hrg) else NO_SPECIALTY)

    def taken_in_by(self, other: PricedLine) -> PricedLine:
        """The same line where another of its visit is the one that is charged."""
        return replace(
            self, low=ZERO, likely=ZERO, high=ZERO, charge=ZERO, given_with=other.id, drivers=()
        )

    def as_json(self) -> dict[str, object]:
        """The line as `docs/cli.md` shows it; amounts are text with two decimals."""
        return {
            "id": self.id,
            "hrg": self.hrg,
            "root": self.root,
            "tfc": self.tfc,
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
            "price_from": self.origin.value,
            "confirmed": self.confirmed,
            "provisional": self.provisional,
            "units": self.units,
            "unit": self.unit,
            "free": self.free,
            "given_with": self.given_with,
            "drivers": [driver.value for driver in self.drivers],
        }


def price_line(
    line: LineRequest,
    edition: Edition,
    *,
    mff: Decimal,
    rounding: Rounding,
    shelf: Shelf | None = None,
    past: Past = NO_PAST,
) -> PricedLine:
    """Price one service from one edition; raises Known `no_price`.

    For a root, the likely HRG is the middle one by charge (of two, the cheaper) among those
    with a price for that admission, each weighed by how often it was the final one here: what is
    secured too much has to be paid back.
    """
    found = offers(line, edition, shelf or Shelf((edition,)))
    ranked = _ranked(found, line, line.length_of_stay, mff=mff, rounding=rounding)
    place = 0 if len(ranked) == 1 else past.middle(line.root or "", [code for _, code, _ in ranked])
    likely, _, offer = ranked[place]
    low, high = ranked[0][0], ranked[-1][0]
    drivers = () if low == high else (Driver.COMPLICATIONS,)
    if line.longest_stay is not None:
        longer = _ranked(found, line, line.longest_stay, mff=mff, rounding=rounding)[-1][0]
        drivers = drivers if longer == high else (*drivers, Driver.LONGER_STAY)
        high = longer
    rate = _rate(line, offer)
    price = offer.price
    priced = PricedLine(
        id=line.id,
        hrg=offer.code,
        root=line.root,
        name=offer.name,
        admission=line.admission,
        tariff_year=edition.tariff_year,
        edition=edition.edition,
        base=_base(line, offer),
        trim_days=price.trim_days,
        per_day=price.per_day,
        length_of_stay=line.length_of_stay,
        excess_days=price.excess_days(line.length_of_stay),
        mff=mff if offer.factor_applies else _NO_FACTOR,
        multiplier=multiplier(rate),
        rate_percent=rate,
        rounding=rounding,
        low=low,
        likely=likely,
        high=high,
        charge=likely,
        source=_source(offer, edition),
        on=line.on,
        tfc=line.tfc,
        units=line.units,
        unit=offer.unit,
        origin=offer.origin,
        confirmed=offer.confirmed,
        rate_in_price=offer.rate_in_price,
        rules=offer.rules,
        drivers=drivers,
        longest_stay=line.longest_stay,
        visit=line.visit,
    )
    return priced if past is NO_PAST else _widened(priced, past)


def _ranked(
    found: tuple[Offer, ...], line: LineRequest, nights: int, *, mff: Decimal, rounding: Rounding
) -> list[tuple[Money, str, Offer]]:
    """What the line costs under each offer for a stay of so many nights, cheapest first."""
    priced = [
        (
            charge(
                base=_base(line, offer),
                excess_days=offer.price.excess_days(nights),
                per_day=offer.price.per_day,
                mff=mff if offer.factor_applies else _NO_FACTOR,
                rate_percent=_rate(line, offer),
                rounding=rounding,
            ),
            offer.code,
            offer,
        )
        for offer in found
    ]
    return priced if len(priced) == 1 else sorted(priced, key=lambda one: (one[0].pence, one[1]))


def _base(line: LineRequest, offer: Offer) -> Money:
    base = offer.price.base
    return base if line.units == 1 else Money(base.pence * line.units)


def _rate(line: LineRequest, offer: Offer) -> int:
    """The rate; an amount that holds it already is taken as it stands."""
    return min(line.rate_percent, 100) if offer.rate_in_price else line.rate_percent


def _widened(priced: PricedLine, past: Past) -> PricedLine:
    """The range as the past of the specialty asks for; never narrower than the lists say."""
    low, high = past.range_of(priced.specialty, priced.likely)
    if low >= priced.low and high <= priced.high:
        return priced
    return replace(
        priced,
        low=min(low, priced.low),
        high=max(high, priced.high),
        drivers=(*priced.drivers, Driver.EXPERIENCE),
    )


def _source(offer: Offer, edition: Edition) -> str:
    long_stay = edition.long_stay_note if offer.price.per_day is not None else ""
    return " ".join(part for part in (offer.citation or edition.source, long_stay) if part)
