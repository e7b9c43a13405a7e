"""The cells of the ledger's CSV files as values: one reader for each kind, by row or by column.

Formats are those of finance.md 7.2. Reading never stops at the first fault: a row that cannot be
taken goes back to its sender with everything that is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from app.billing.rows import FORMULA_STARTS, LONGEST_TEXT, Fault
from app.core.money import Money
from app.core.wording import Phrase, listed

_AMOUNT = re.compile(r"-?(0|[1-9][0-9]{0,11})\.[0-9]{2}", re.ASCII)
_COUNT = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)
_QUANTITY = re.compile(r"[0-9]{1,6}(\.[0-9]{1,3})?", re.ASCII)
_IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,39}", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
# Made once: a file of a million rows asks for each of them at every row.
_WHOLE = Phrase("must be a whole number from 1")
_NO_CODE = Phrase("is missing or holds other than A-Z 0-9")
_NO_COUNTRY = Phrase("must be a two-letter country code")
_NO_DAY = Phrase("must be a day as YYYY-MM-DD")
_NO_AMOUNT = Phrase("must be an amount such as 1234.50")
_NO_NUMBER = Phrase("must be a number such as 1")
_RUNS = Phrase("begins with a character that a spreadsheet would run")
_UNKEPT = Phrase("holds a character that no ledger keeps")


class Unfit(ValueError):
    """A text cannot be the value of its cell; `args` say why, in a few plain words each."""


class Cell(NamedTuple):
    """A column of a file: its name, the code of a fault in it, and how its texts are read.

    `read` raises Unfit.
    """

    name: str
    code: str
    read: Callable[[str], Any]


def read_row(cells: Sequence[Cell], row: Sequence[str]) -> dict[str, Any] | tuple[Fault, ...]:
    """The values of one row by name, or all its faults in the order of its columns."""
    faults: list[Fault] = []
    values: dict[str, Any] = {}
    if len(row) != len(cells):
        said = Phrase("{count} columns where {right} belong", count=len(row), right=len(cells))
        faults.append(Fault("E104", cells[0].name, said))
    for place, cell in enumerate(cells):
        try:
            values[cell.name] = cell.read(row[place] if place < len(row) else "")
        except Unfit as unfit:
            faults += (Fault(cell.code, cell.name, message) for message in unfit.args)
    return tuple(faults) or values


def read_table(
    cells: Sequence[Cell], rows: Sequence[Sequence[str]]
) -> Iterator[dict[str, Any] | tuple[Fault, ...]]:
    """The same of many rows: a text that stands in a column more than once is read once."""
    if any(len(row) != len(cells) for row in rows):
        yield from (read_row(cells, row) for row in rows)
        return
    names = [cell.name for cell in cells]
    odd: set[int] = set()
    columns = [
        _read(cell, texts, odd) for cell, texts in zip(cells, zip(*rows, strict=True), strict=False)
    ]
    for place, values in enumerate(zip(*columns, strict=True)):
        if place in odd:
            yield read_row(cells, rows[place])
        else:
            yield dict(zip(names, values, strict=True))


def _read(cell: Cell, texts: Sequence[str], odd: set[int]) -> list[Any]:
    """The values of a column; the places of texts that cannot be read are added to the odd ones."""
    values: dict[str, Any] = {}
    unfit: set[str] = set()
    for text in set(texts):
        try:
            values[text] = cell.read(text)
        except Unfit:
            unfit.add(text)
    if unfit:
        odd.update(place for place, text in enumerate(texts) if text in unfit)
    return [values.get(text) for text in texts]


def whole(text: str) -> int:
    """A count from 1."""
    return int(_matching(_COUNT, text, _WHOLE))


def identifier(text: str) -> str:
    """A reference, number or account code."""
    return _matching(_IDENTIFIER, text, _NO_CODE)


def identifier_or_none(text: str) -> str:
    """The same where none is needed."""
    return identifier(text) if text else ""


def one_of(allowed: type[StrEnum]) -> Callable[[str], StrEnum]:
    """One word of a closed list."""
    words: Mapping[str, StrEnum] = {word.value: word for word in allowed}

    def read(text: str) -> StrEnum:
        if text not in words:
            raise Unfit(Phrase("must be one of {words}", words=listed(words)))
        return words[text]

    return read


def country(text: str) -> str:
    """An ISO 3166-1 alpha-2 code, or nothing."""
    return _matching(_COUNTRY, text, _NO_COUNTRY) if text else ""


def words(text: str) -> str:
    """Words as they are, refused where a spreadsheet would run them."""
    faults: list[Phrase] = []
    if text.startswith(FORMULA_STARTS):
        faults.append(_RUNS)
    if "\0" in text:
        faults.append(_UNKEPT)
    if len(text) > LONGEST_TEXT:
        faults.append(Phrase("is longer than {most} letters", most=LONGEST_TEXT))
    if faults:
        raise Unfit(*faults)
    return text


def day(text: str) -> date:
    """A real day as YYYY-MM-DD."""
    written = _matching(_DAY, text, _NO_DAY)
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Unfit(Phrase("is not a real day")) from None


def money(text: str) -> Money:
    """An amount with two decimals, a point and no thousands mark."""
    written = _matching(_AMOUNT, text, _NO_AMOUNT)
    return Money(int(written.replace(".", "")))


def quantity(text: str) -> Decimal:
    """A count of units, kept with the decimals it came with."""
    return Decimal(_matching(_QUANTITY, text, _NO_NUMBER))


def _matching(pattern: re.Pattern[str], text: str, wanted: Phrase) -> str:
    if pattern.fullmatch(text) is None:
        raise Unfit(wanted)
    return text
