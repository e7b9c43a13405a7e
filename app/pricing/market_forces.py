"""The market forces factor: what unavoidable local costs multiply a price by (finance.md 1.4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.core.errors import Known


@dataclass(frozen=True, slots=True)
class MarketForces:
    """Published factors, six decimals, by tariff year and provider code."""

    by_year: Mapping[str, Mapping[str, Decimal]]

    def factor(self, provider: str, tariff_year: str) -> Decimal:
        """The provider's factor for that year; raises Known `no_mff`, never another year's."""
        try:
            return self.by_year[tariff_year][provider]
        except KeyError:
            raise Known(
                "no_mff",
                f"No market forces factor of {tariff_year} is known for {provider}. "
                "Enter the factor of that year, such as 1.148886.",
                "mff",
            ) from None
