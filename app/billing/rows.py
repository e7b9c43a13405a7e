"""Values to cells of CSV files that no spreadsheet runs, and what may be wrong with such a cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.money import Money

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
LONGEST_TEXT = 2_000


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a row is refused: a code of finance.md 7.3, the column, a few plain words."""

    code: str
    field: str
    message: str


def cell(value: str | int | date | Decimal | Money) -> str:
    """One value as CSV text: ISO day, two decimals, harmless words."""
    if isinstance(value, Money):
        return value.plain
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return safe(str(value))


def safe(text: str) -> str:
    """Free text with a space before what a spreadsheet would run; other text unchanged.

    Names are refused on entry when they begin so (`app.core.people.clean_name`); the space is
    for everything else, and twice safe is the same as once.
    """
    return f" {text}" if text.startswith(FORMULA_STARTS) else text
