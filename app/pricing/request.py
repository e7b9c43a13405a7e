"""What is to be priced: the services, the provider and the year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.pricing.tariff import Admission
from app.pricing.uplift import Rounding


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRequest:
    """One service to price: by HRG, by its first four characters, or by treatment function."""

    id: str
    admission: Admission
    hrg: str | None = None
    root: str | None = None
    tfc: str | None = None
    rate_percent: int = 150
    length_of_stay: int = 0
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateRequest:
    """What to price, for which provider, with which year's list."""

    provider: str
    tariff_year: str
    lines: tuple[LineRequest, ...]
    mff: Decimal | None = None
    edition: str | None = None
    rounding: Rounding = Rounding.PENCE
