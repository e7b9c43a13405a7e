"""The market forces factor: what unavoidable local costs multiply a price by (finance.md 1.4)."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.core.errors import BadInput, Known
from app.core.wording import Phrase, listed

_FACTOR = re.compile(r"^[12](\.[0-9]{1,6})?$")  # the list drops zeros at the end
_SIX_DECIMALS = Decimal("0.000001")
PROVIDER = re.compile(r"^[A-Z0-9]{3,6}$")
_COLUMNS = ["provider_code", "provider_name", "mff_factor"]


@dataclass(frozen=True, slots=True)
class ProviderFactor:
    """One provider of the published list."""

    code: str
    name: str
    factor: Decimal


@dataclass(frozen=True, slots=True)
class MarketForces:
    """Published factors, six decimals, by tariff year and provider code."""

    by_year: Mapping[str, Mapping[str, ProviderFactor]]

    def factor(
        self, provider: str, tariff_year: str, *, otherwise: Decimal | None = None
    ) -> Decimal:
        """The provider's factor for that year, never another year's; `otherwise` where none is
        known. Raises Known `no_mff` without either."""
        try:
            return self.by_year[tariff_year][provider].factor
        except KeyError:
            if otherwise is not None:
                return otherwise
            held = listed(sorted(self.by_year)) or Phrase("none")
            raise Known(
                "no_mff",
                Phrase(
                    "No market forces factor of {year} is held for {provider} (years at hand: "
                    "{held}). Enter the factor of that year, such as 1.148886.",
                    year=tariff_year,
                    provider=provider,
                    held=held,
                ),
                "mff",
            ) from None

    def providers(self, tariff_year: str) -> tuple[ProviderFactor, ...]:
        """The providers of a year's list, in its order; none where the year is not held."""
        return tuple(self.by_year.get(tariff_year, {}).values())


def read_factors(text: str) -> Mapping[str, ProviderFactor]:
    """A year's list from comma-separated text; raises BadInput `bad_mff` naming the row."""
    rows = list(csv.reader(text.splitlines()))
    if not rows or rows[0] != _COLUMNS:
        raise _bad(Phrase("Its columns must be {names}.", names=listed(_COLUMNS)))
    found: dict[str, ProviderFactor] = {}
    for number, row in enumerate(rows[1:], start=2):
        if len(row) != len(_COLUMNS) or not PROVIDER.fullmatch(row[0]) or row[0] in found:
            raise _bad(
                Phrase(
                    "Row {number} must hold a provider code of its own, a name and a factor.",
                    number=number,
                )
            )
        if not _FACTOR.fullmatch(row[2]):
            raise _bad(
                Phrase(
                    "Row {number}: “{row}” is not a factor such as 1.148886.",
                    number=number,
                    row=row[2],
                )
            )
        found[row[0]] = ProviderFactor(row[0], row[1], Decimal(row[2]).quantize(_SIX_DECIMALS))
    return found


def _bad(what: Phrase) -> BadInput:
    return BadInput(
        "bad_mff",
        Phrase("This list of factors was not taken. {what} Correct the file.", what=what),
        "mff",
    )
