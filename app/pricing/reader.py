"""Reading a published price list: strict, since a slip here reaches every patient's bill.

The rules are those of finance.md 1.2. One row too many or a column missing refuses the whole
list, naming the row and column; nothing is guessed.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.core.errors import BadInput
from app.core.money import ZERO, Money
from app.pricing.request import HRG
from app.pricing.tariff import Currency

HIGHEST_PRICE = Money(200_000_00)
_HEADER_WITHIN = 12  # rows: a workbook's titles stand above its header
_NO_PRICE = {"", "-", "n/a"}
_WHOLE = re.compile(r"^[0-9]{1,4}$")
_NOT_WORDS = re.compile(r"[^a-z0-9]+")
_DROPPED = {"tariff", "price"}


class Column(StrEnum):
    """What a price list says of each HRG; the value names it in refusals and editions."""

    YEAR = "tariff year"
    CODE = "HRG code"
    NAME = "HRG name"
    OUTPATIENT_PROCEDURE = "outpatient procedure"
    COMBINED = "combined day case / ordinary elective"
    DAY_CASE = "day case"
    ORDINARY_ELECTIVE = "ordinary elective"
    ELECTIVE_TRIM = "elective trim point"
    NON_ELECTIVE = "non-elective"
    NON_ELECTIVE_TRIM = "non-elective trim point"
    PER_DAY = "per day long stay payment"


# Headers as printed in the workbooks and as in the shipped extracts, folded by `_fold`.
_HEADERS: Mapping[str, Column] = {
    "year": Column.YEAR,
    "hrg code": Column.CODE,
    "hrg name": Column.NAME,
    "outpatient procedure": Column.OUTPATIENT_PROCEDURE,
    "combined daycase elective": Column.COMBINED,
    "combined day case ordinary elective spell": Column.COMBINED,
    "day case": Column.DAY_CASE,
    "day case spell": Column.DAY_CASE,
    "ordinary elective": Column.ORDINARY_ELECTIVE,
    "ordinary elective spell": Column.ORDINARY_ELECTIVE,
    "elective trim point days": Column.ELECTIVE_TRIM,
    "ordinary elective long stay trim point days": Column.ELECTIVE_TRIM,
    "non elective": Column.NON_ELECTIVE,
    "non elective spell": Column.NON_ELECTIVE,
    "non elective trim point days": Column.NON_ELECTIVE_TRIM,
    "non elective long stay trim point days": Column.NON_ELECTIVE_TRIM,
    "per day long stay payment": Column.PER_DAY,
    "per day long stay payment for days exceeding trim point": Column.PER_DAY,
}


def read_price_list(
    text: str, *, tariff_year: str, lacks: frozenset[Column] = frozenset()
) -> tuple[Currency, ...]:
    """Every HRG of a list in comma-separated text; raises BadInput `bad_tariff`.

    `lacks` names the columns this list is known not to hold: any other one missing is a fault,
    and so is a row of another year than `tariff_year`.
    """
    lines = (line + "\n" for line in text.split("\n"))
    try:
        rows = list(csv.reader(lines, strict=True))
    except csv.Error as wrong:
        raise _bad(f"It is not comma-separated text ({wrong}).") from None
    return read_rows(rows, tariff_year=tariff_year, lacks=lacks)


def read_rows(
    rows: Sequence[Sequence[str]], *, tariff_year: str, lacks: frozenset[Column] = frozenset()
) -> tuple[Currency, ...]:
    """The same from the rows of a sheet, whatever file they came in."""
    header_at = _find_header(rows)
    places = _places(rows[header_at], lacks)
    found: dict[str, Currency] = {}
    for number, row in enumerate(rows[header_at + 1 :], start=header_at + 2):
        if not any(cell.strip() for cell in row):
            continue
        currency = _Row(number, row, places).currency(tariff_year)
        if currency.code in found:
            raise _bad(f"Row {number}: {currency.code} stands in the list twice.")
        found[currency.code] = currency
    if not found:
        raise _bad("It holds no HRG.")
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    cells: Sequence[str]
    places: Mapping[Column, int]

    def currency(self, tariff_year: str) -> Currency:
        year = self.cell(Column.YEAR)
        if year not in ("", tariff_year):
            raise self.bad(Column.YEAR, f"“{year}” is not {tariff_year}")
        code, name = self.cell(Column.CODE), self.cell(Column.NAME)
        if not HRG.fullmatch(code):
            raise self.bad(Column.CODE, f"“{code}” is not an HRG code such as AA22C")
        if not name:
            raise self.bad(Column.NAME, f"{code} has no name")
        return Currency(
            code=code,
            name=name,
            outpatient_procedure=self.price(Column.OUTPATIENT_PROCEDURE),
            combined=self.price(Column.COMBINED),
            day_case=self.price(Column.DAY_CASE),
            ordinary_elective=self.price(Column.ORDINARY_ELECTIVE),
            elective_trim_days=self.days(Column.ELECTIVE_TRIM),
            non_elective=self.price(Column.NON_ELECTIVE),
            non_elective_trim_days=self.days(Column.NON_ELECTIVE_TRIM),
            per_day=self.price(Column.PER_DAY),
        )

    def cell(self, column: Column) -> str:
        place = self.places.get(column)
        if place is None:
            return ""
        if place >= len(self.cells):
            raise self.bad(column, "the row ends before it")
        return self.cells[place].strip()

    def price(self, column: Column) -> Money | None:
        text = self.cell(column)
        if text.casefold() in _NO_PRICE:
            return None
        try:
            amount = Money.parse(text)
        except BadInput:
            raise self.bad(column, f"“{text}” is not a price in pounds") from None
        if not ZERO <= amount <= HIGHEST_PRICE:
            raise self.bad(column, f"“{text}” is not between 0 and {HIGHEST_PRICE}")
        return amount

    def days(self, column: Column) -> int | None:
        text = self.cell(column)
        if text.casefold() in _NO_PRICE:
            return None
        if not _WHOLE.fullmatch(text):
            raise self.bad(column, f"“{text}” is not a whole number of days")
        return int(text)

    def bad(self, column: Column, what: str) -> BadInput:
        return _bad(f"Row {self.number}, column “{column}”: {what}.")


def _find_header(rows: Sequence[Sequence[str]]) -> int:
    for number, row in enumerate(rows[:_HEADER_WITHIN]):
        if any(_HEADERS.get(_fold(cell)) is Column.CODE for cell in row):
            return number
    raise _bad(f"None of its first {_HEADER_WITHIN} rows has a column “{Column.CODE}”.")


def _places(header: Iterable[str], lacks: frozenset[Column]) -> Mapping[Column, int]:
    places: dict[Column, int] = {}
    for place, cell in enumerate(header):
        column = _HEADERS.get(_fold(cell))
        if column in places:
            raise _bad(f"The column “{column}” stands in it twice.")
        if column is not None:
            places[column] = place
    missing = [column for column in Column if column not in places and column not in lacks]
    if missing and missing != [Column.YEAR]:  # a workbook's own name says the year
        names = ", ".join(f"“{column}”" for column in missing if column is not Column.YEAR)
        raise _bad(f"Missing: {names}.")
    return places


def _fold(header: str) -> str:
    words = _NOT_WORDS.sub(" ", header.casefold()).split()
    return " ".join(word for word in words if word not in _DROPPED)


def _bad(what: str) -> BadInput:
    return BadInput(
        "bad_tariff",
        f"This price list was not taken. {what} Correct the file, or fetch it again from its "
        "publisher; the lists already here stay as they are.",
        "tariff",
    )
