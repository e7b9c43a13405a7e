"""Pounds sterling as whole pence. Binary floats never touch money."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from app.core.errors import BadInput
from app.core.wording import Phrase

# Commas stand only before three digits: `12,5` is a slip or a foreign decimal, not 125 pounds.
_AMOUNT = re.compile(r"-?£?(\d{1,15}|\d{1,3}(,\d{3}){1,4})(\.\d{1,2})?", re.ASCII)
CURRENCY = "GBP"
_PENNY = Decimal("0.01")


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An exact amount in pence; negative for credits."""

    pence: int

    @classmethod
    def parse(cls, text: str, field: str | None = None) -> Money:
        """Read `1234.5`, `1,234.50` or `£1,234.50`; raises BadInput for anything else."""
        amount = text.strip()
        if not _AMOUNT.fullmatch(amount):
            raise BadInput(
                "bad_amount",
                Phrase("Enter an amount such as 1,234.50, not “{text}”.", text=text),
                field,
            )
        return cls(int(Decimal(amount.replace("£", "").replace(",", "")).scaleb(2)))

    @classmethod
    def rounded(cls, pounds: Decimal) -> Money:
        """Round half up to the penny, away from zero for credits (finance.md 2.3), once only."""
        return cls(int(pounds.quantize(_PENNY, ROUND_HALF_UP).scaleb(2)))

    @classmethod
    def total(cls, amounts: Iterable[Money]) -> Money:
        """Sum of amounts already rounded: a total is never rounded by itself."""
        return cls(sum(amount.pence for amount in amounts))

    def __add__(self, other: Money) -> Money:
        return Money(self.pence + other.pence)

    def __sub__(self, other: Money) -> Money:
        return Money(self.pence - other.pence)

    def __neg__(self) -> Money:
        return Money(-self.pence)

    @property
    def pounds(self) -> Decimal:
        """The amount in pounds, exact."""
        return Decimal(self.pence).scaleb(-2)

    @property
    def plain(self) -> str:
        """Two decimals, no thousands mark: `-1234.50`, for files and JSON."""
        return f"{self.pounds:.2f}"

    def __str__(self) -> str:
        sign = "-" if self.pence < 0 else ""
        return f"{sign}£{abs(self.pounds):,.2f}"


ZERO = Money(0)
