"""Cells of the ledger's CSV files: values to text that no spreadsheet runs, and text to values.

Formats are those of finance.md 7.2. Reading never stops at the first fault: a row that cannot be
taken goes back to its sender with everything that is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from app.core.money import ZERO, Money

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
LONGEST_TEXT = 2_000
_AMOUNT = re.compile(r"-?(0|[1-9][0-9]{0,11})\.[0-9]{2}", re.ASCII)
_COUNT = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)
_QUANTITY = re.compile(r"[0-9]{1,6}(\.[0-9]{1,3})?", re.ASCII)
_IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,39}", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_Word = TypeVar("_Word", bound=StrEnum)


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


class RowReader:
    """One CSV row being read; `faults` fills as cells turn out not to hold their value."""

    def __init__(self, columns: Sequence[str], row: Sequence[str]) -> None:
        self._cells = dict(zip(columns, row, strict=False))
        self._faults: list[Fault] = []
        if len(row) != len(columns):
            self._refuse("E104", "record_no", f"{len(row)} columns where {len(columns)} belong")

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What was found wrong so far, in the order of reading."""
        return tuple(self._faults)

    def whole(self, field: str, code: str) -> int:
        """A count from 1."""
        text = self._matching(_COUNT, field, code, "must be a whole number from 1")
        return int(text or 0)

    def identifier(self, field: str, code: str, *, needed: bool = True) -> str:
        """A reference, number or account code; empty only where it is not needed."""
        if not needed and not self._cells.get(field, ""):
            return ""
        return self._matching(_IDENTIFIER, field, code, "is missing or holds other than A-Z 0-9")

    def one_of(self, field: str, allowed: type[_Word], code: str) -> _Word:
        """One word of a closed list."""
        try:
            return allowed(self._cells.get(field, ""))
        except ValueError:
            self._refuse(code, field, f"must be one of {', '.join(allowed)}")
            return next(iter(allowed))

    def country(self, field: str, code: str) -> str:
        """An ISO 3166-1 alpha-2 code, or nothing."""
        if not self._cells.get(field, ""):
            return ""
        return self._matching(_COUNTRY, field, code, "must be a two-letter country code")

    def text(self, field: str, code: str) -> str:
        """Words as they are, refused where a spreadsheet would run them."""
        text = self._cells.get(field, "")
        if text.startswith(FORMULA_STARTS):
            self._refuse(code, field, "begins with a character that a spreadsheet would run")
        if "\0" in text:
            self._refuse(code, field, "holds a character that no ledger keeps")
        if len(text) > LONGEST_TEXT:
            self._refuse(code, field, f"is longer than {LONGEST_TEXT} letters")
        return text

    def day(self, field: str, code: str) -> date:
        """A real day as YYYY-MM-DD."""
        text = self._matching(_DAY, field, code, "must be a day as YYYY-MM-DD")
        try:
            return date.fromisoformat(text) if text else date.min
        except ValueError:
            self._refuse(code, field, "is not a real day")
            return date.min

    def money(self, field: str, code: str) -> Money:
        """An amount with two decimals, a point and no thousands mark."""
        text = self._matching(_AMOUNT, field, code, "must be an amount such as 1234.50")
        return Money.parse(text) if text else ZERO

    def quantity(self, field: str, code: str) -> Decimal:
        """A count of units, kept with the decimals it came with."""
        text = self._matching(_QUANTITY, field, code, "must be a number such as 1")
        return Decimal(text or 0)

    def _matching(self, pattern: re.Pattern[str], field: str, code: str, wanted: str) -> str:
        text = self._cells.get(field, "")
        if pattern.fullmatch(text):
            return text
        self._refuse(code, field, wanted)
        return ""

    def _refuse(self, code: str, field: str, message: str) -> None:
        self._faults.append(Fault(code, field, message))
