"""From the cell of a price file to what it means; each value met is read once and remembered.

A workbook hands over numbers, words and days, comma-separated text only words. Numbers become
pence by way of their shortest decimal, never by arithmetic on them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Generic, TypeAlias, TypeVar

from app.core.errors import BadInput
from app.core.money import ZERO, Money
from app.core.wording import Phrase

Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta

HIGHEST_PRICE = Money(200_000_00)
_DEAREST = HIGHEST_PRICE.pence // 100
_NO_PRICE = {"", "-", "n/a", "–", "—"}
_WHOLE = re.compile(r"^[0-9]{1,4}$")
_ANSWERS = {"yes": True, "y": True, "no": False, "n": False}
_HUNDRED = Decimal(100)

T = TypeVar("T")


class Unread(Exception):
    """A cell that cannot be what its column says; `what` completes “CELL” in the refusal."""

    def __init__(self, cell: Cell, what: Phrase) -> None:
        super().__init__(what)
        self.cell = cell
        self.what = what


class Meanings(dict[Cell, T], Generic[T]):
    """What each cell met so far means; a new one is read by `read`, which raises `Unread`.

    A list of 60,000 rows holds few thousand different prices.
    """

    def __init__(self, read: Callable[[Cell], T]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, cell: Cell) -> T:
        found = self[cell] = self._read(cell)
        return found

    def of(self, column: Sequence[Cell]) -> list[T]:
        """The meaning of every cell of a column, in its order; raises `Unread` for the first."""
        found = list(map(self.__getitem__, column))
        # True would pass for a 1 met before, to which it is equal.
        if (0 in self or 1 in self) and bool in set(map(type, column)):
            cell = next(cell for cell in column if isinstance(cell, bool))
            raise Unread(cell, Phrase("is a true or false, not what this column holds"))
        return found


def text_of(cell: Cell) -> str:
    """A cell as a person reads it: whole numbers without a point, days as 2025-04-01."""
    match cell:
        case str():
            return cell.strip()
        case bool():
            return str(cell).upper()
        case float():
            return str(int(cell)) if cell.is_integer() else repr(cell)
        case datetime():
            return cell.date().isoformat()
        case _:
            return str(cell)


def price(cell: Cell) -> Money | None:
    """Pounds of a cell, None where it shows no price."""
    if type(cell) is float and cell.is_integer() and 0 <= cell <= _DEAREST:  # nearly all are
        return Money(int(cell) * 100)
    text = text_of(cell)
    if text.casefold() in _NO_PRICE:
        return None
    if not isinstance(cell, str | int | float):
        raise Unread(cell, Phrase("is a day or a time, not a price in pounds"))
    try:
        amount = Money.parse(text)
    except BadInput:
        raise Unread(cell, Phrase("is not a price in pounds")) from None
    if not ZERO <= amount <= HIGHEST_PRICE:
        raise Unread(cell, Phrase("is not between 0 and {most}", most=HIGHEST_PRICE))
    return amount


def days(cell: Cell) -> int | None:
    """A trim point in days, None where the cell is blank or a dash."""
    text = text_of(cell)
    if text.casefold() in _NO_PRICE:
        return None
    if not _WHOLE.fullmatch(text):
        raise Unread(cell, Phrase("is not a whole number of days"))
    return int(text)


def answer(cell: Cell) -> bool | None:
    """Yes or no, None where the cell is blank or a dash."""
    text = text_of(cell).casefold()
    if text in _NO_PRICE:
        return None
    if text not in _ANSWERS:
        raise Unread(cell, Phrase("is neither Yes nor No"))
    return _ANSWERS[text]


def percent(cell: Cell) -> Decimal | None:
    """Per cent from `25%`, 25 or the 0.25 that a workbook shows as 25%."""
    text = text_of(cell)
    if text.casefold() in _NO_PRICE:
        return None
    try:
        written = Decimal(text.removesuffix("%").strip())
    except InvalidOperation:
        raise Unread(cell, Phrase("is not a percentage")) from None
    if written.is_finite() and not text.endswith("%") and written <= 1:
        written *= _HUNDRED
    if not (written.is_finite() and 0 <= written <= _HUNDRED):
        raise Unread(cell, Phrase("is not between 0 and 100 per cent"))
    return Decimal(f"{written.normalize():f}")


@dataclass(frozen=True, slots=True)
class Readers:
    """The meanings met in one file, shared by its sheets."""

    prices: Meanings[Money | None]
    days: Meanings[int | None]
    answers: Meanings[bool | None]
    percents: Meanings[Decimal | None]

    @classmethod
    def fresh(cls) -> Readers:
        """Nothing met yet."""
        return cls(Meanings(price), Meanings(days), Meanings(answer), Meanings(percent))
