"""An estimate: the legal charge, worked out before treatment by the same rule (finance.md 2.4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.money import CURRENCY, Money
from app.pricing.calibration import NO_PAST, Past
from app.pricing.market_forces import MarketForces
from app.pricing.priced import Driver, PricedLine, price_line
from app.pricing.request import EstimateRequest, LineRequest
from app.pricing.rules import PriceRule, RuleId
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
    rules: tuple[PriceRule, ...] = ()  # by which it was priced, for the officer's working

    @property
    def unconfirmed(self) -> tuple[PriceRule, ...]:
        """The rules it rests on that no source confirms."""
        return tuple(rule for rule in self.rules if not rule.confirmed)

    @property
    def billed(self) -> tuple[PricedLine, ...]:
        """The lines an invoice would carry: neither free nor taken in by another."""
        return tuple(line for line in self.lines if line.billed)

    @property
    def drivers(self) -> tuple[Driver, ...]:
        """What makes the range, over all lines, each once."""
        return tuple(dict.fromkeys(driver for line in self.lines for driver in line.drivers))

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
            "rules": [rule.as_json() for rule in self.rules],
            "licence": self.licence,
        }


def estimate(
    request: EstimateRequest, shelf: Shelf, forces: MarketForces, past: Past = NO_PAST
) -> Estimate:
    """Price every line with the lists of the one year asked for.

    `past` is what final bills say of such estimates; none leaves the range to the lists. Raises
    Known: `wrong_year` for a day outside the year, `no_price` where its list has no price,
    `no_mff` where no factor is given or known; `bad_tariff_year`.
    """
    editions = [
        shelf.edition(request.tariff_year, request.edition, on=line.on) for line in request.lines
    ]
    mff = request.mff
    if mff is None:
        mff = forces.factor(request.provider, request.tariff_year)
    lines = one_price_a_visit(
        tuple(
            price_line(line, edition, mff=mff, rounding=request.rounding, shelf=shelf, past=past)
            for line, edition in zip(request.lines, editions, strict=True)
        )
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
        rules=shelf.guide.rules.named(rules_behind(lines, request.rounding)),
    )


def one_price_a_visit(lines: tuple[PricedLine, ...]) -> tuple[PricedLine, ...]:
    """Several procedures in one attendance give one price, the highest (finance.md 1.5.5)."""
    dearest: dict[tuple[str, date | None], PricedLine] = {}
    for line in lines:
        best = dearest.get((line.visit, line.on))
        if best is None or line.charge > best.charge:
            dearest[line.visit, line.on] = line
    return tuple(
        line.taken_in_by(dearest[line.visit, line.on])
        if line.visit and dearest[line.visit, line.on] is not line
        else line
        for line in lines
    )


def rules_behind(lines: Iterable[PricedLine], rounding: Rounding) -> tuple[RuleId, ...]:
    """The rules these lines were priced by, each once."""
    whole = rounding is Rounding.WHOLE_POUND
    found = [RuleId.PRICE_YEAR, RuleId.LATEST_EDITION]
    for line in lines:
        found += line.rules
        if line.excess_days:
            found += [RuleId.LONG_STAY, RuleId.FACTOR_ON_LONG_STAY]
        if line.given_with is not None:
            found.append(RuleId.HIGHEST_PROCEDURE)
    found.append(RuleId.ROUNDING_WHOLE_POUND if whole else RuleId.ROUNDING_PENCE)
    return tuple(dict.fromkeys(found))
