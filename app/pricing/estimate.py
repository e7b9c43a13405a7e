"""An estimate: the legal charge, worked out before treatment by the same rule (finance.md 2.4)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.core.money import CURRENCY, Money
from app.pricing.market_forces import MarketForces
from app.pricing.priced import PricedLine, price_line
from app.pricing.request import EstimateRequest, LineRequest
from app.pricing.statement import statement_for
from app.pricing.tariff import Shelf
from app.pricing.uplift import Rounding

__all__ = ["Estimate", "EstimateRequest", "LineRequest", "PricedLine", "estimate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """Priced lines and their sum. An estimate, not a bill."""

    provider: str
    tariff_year: str
    edition: str
    rounding: Rounding
    mff: Decimal
    lines: tuple[PricedLine, ...]
    total: Money
    statement: str
    licence: str  # to be shown wherever published prices are (Open Government Licence v3.0)

    @property
    def low(self) -> Money:
        """The sum if every line comes out lowest."""
        return Money.total(line.low for line in self.lines)

    @property
    def high(self) -> Money:
        """The sum if every line comes out highest."""
        return Money.total(line.high for line in self.lines)

    def as_json(self) -> dict[str, object]:
        """The whole estimate as `docs/cli.md` shows it."""
        return {
            "contract_version": 1,
            "provider": self.provider,
            "tariff_year": self.tariff_year,
            "edition": self.edition,
            "rounding": self.rounding.value,
            "mff": f"{self.mff:f}",
            "lines": [line.as_json() for line in self.lines],
            "low": self.low.plain,
            "high": self.high.plain,
            "total": self.total.plain,
            "currency": CURRENCY,
            "statement": self.statement,
            "licence": self.licence,
        }


def estimate(request: EstimateRequest, shelf: Shelf, forces: MarketForces) -> Estimate:
    """Price every line with the lists of the one year asked for.

    Raises Known: `wrong_year` for a day outside the year, `no_price` where its list has no
    price, `no_mff` where no factor is given or known; `bad_tariff_year`.
    """
    editions = [
        shelf.edition(request.tariff_year, request.edition, on=line.on) for line in request.lines
    ]
    mff = request.mff
    if mff is None:
        mff = forces.factor(request.provider, request.tariff_year)
    lines = tuple(
        price_line(line, edition, mff=mff, rounding=request.rounding)
        for line, edition in zip(request.lines, editions, strict=True)
    )
    used = tuple({edition.edition: edition for edition in editions}.values())
    return Estimate(
        provider=request.provider,
        tariff_year=request.tariff_year,
        edition="; ".join(edition.edition for edition in used),
        rounding=request.rounding,
        mff=mff,
        lines=lines,
        total=Money.total(line.charge for line in lines),
        statement=statement_for(lines, used),
        licence=" ".join(dict.fromkeys(edition.licence for edition in used)),
    )
