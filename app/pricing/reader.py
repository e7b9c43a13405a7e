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
from itertools import repeat
from typing import TypeVar

from app.core.wording import Phrase, listed
from app.pricing.cells import Meanings, Readers, text_of
from app.pricing.request import HRG
from app.pricing.sheets import HEADER_WITHIN, Sheet, Table, bad_list, fold
from app.pricing.tariff import Currency

_BEST_PRACTICE = re.compile(r"best practice|\bbpt\b|\bsus\b")
_NOTHING = {"", "-", "n/a", "no"}

T = TypeVar("T")


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
    SHORT_STAY_APPLIES = "reduced short stay emergency applicable"
    SHORT_STAY_PERCENT = "per cent of the reduced short stay emergency price"
    SHORT_STAY = "reduced short stay emergency"


# A workbook's own name says the year; lists of some years have no short-stay reduction.
OPTIONAL = frozenset(
    {
        Column.YEAR,
        Column.SHORT_STAY_APPLIES,
        Column.SHORT_STAY_PERCENT,
        Column.SHORT_STAY,
    }
)

# Headers as printed in the workbooks and as in the shipped extracts, folded by `fold`.
_HEADERS: Mapping[str, Column] = {
    "year": Column.YEAR,
    "hrg code": Column.CODE,
    "hrg name": Column.NAME,
    "hrg description": Column.NAME,
    "outpatient procedure": Column.OUTPATIENT_PROCEDURE,
    "combined daycase elective": Column.COMBINED,
    "combined day case ordinary elective": Column.COMBINED,
    "combined day case ordinary elective spell": Column.COMBINED,
    "day case": Column.DAY_CASE,
    "day case spell": Column.DAY_CASE,
    "ordinary elective": Column.ORDINARY_ELECTIVE,
    "ordinary elective spell": Column.ORDINARY_ELECTIVE,
    "elective trim point days": Column.ELECTIVE_TRIM,
    "elective long stay trim point days": Column.ELECTIVE_TRIM,
    "ordinary elective long stay trim point days": Column.ELECTIVE_TRIM,
    "non elective": Column.NON_ELECTIVE,
    "non elective spell": Column.NON_ELECTIVE,
    "non elective trim point days": Column.NON_ELECTIVE_TRIM,
    "non elective long stay trim point days": Column.NON_ELECTIVE_TRIM,
    "per day long stay payment": Column.PER_DAY,
    "per day long stay payment for days exceeding trim point": Column.PER_DAY,
    "reduced short stay emergency applicable": Column.SHORT_STAY_APPLIES,
    "applied in calculation of reduced short stay emergency": Column.SHORT_STAY_PERCENT,
    "reduced short stay emergency": Column.SHORT_STAY,
    "reduced short stay emergency spell": Column.SHORT_STAY,
}


def read_price_list(
    text: str, *, tariff_year: str, lacks: frozenset[Column] = frozenset()
) -> tuple[Currency, ...]:
    """Every HRG of a list in comma-separated text; raises BadInput `bad_tariff`.

    `lacks` names the columns this list is known not to hold: any other one missing is a fault,
    and so is a row of another year than `tariff_year`.
    """
    return read_rows(rows_of(text), tariff_year=tariff_year, lacks=lacks)


def rows_of(text: str) -> list[list[str]]:
    """The cells of comma-separated text; raises BadInput `bad_tariff` where it is none."""
    lines = (line + "\n" for line in text.split("\n"))
    try:
        return list(csv.reader(lines, strict=True))
    except csv.Error as wrong:
        raise bad_list(Phrase("It is not comma-separated text ({wrong}).", wrong=wrong)) from None


def read_rows(
    rows: Sequence[Sequence[str]], *, tariff_year: str, lacks: frozenset[Column] = frozenset()
) -> tuple[Currency, ...]:
    """The same from rows of words."""
    table = hrg_table(Sheet(name="", rows=rows))
    if table is None:
        raise bad_list(
            Phrase(
                "None of its first {most} rows has a column “{code}”.",
                most=HEADER_WITHIN,
                code=Column.CODE,
            )
        )
    return read_hrgs(table, Readers.fresh(), tariff_year=tariff_year, lacks=lacks)


def hrg_table(sheet: Sheet) -> Table | None:
    """The table whose header has a column for the code of an HRG."""
    return sheet.find_header(
        lambda header: any(_HEADERS.get(fold(cell)) is Column.CODE for cell in header)
    )


def columns_of(table: Table) -> frozenset[Column]:
    """What a table says of each HRG."""
    return frozenset(filter(None, (_HEADERS.get(fold(header)) for header in table.header)))


def read_hrgs(
    table: Table,
    readers: Readers,
    *,
    tariff_year: str | None,
    lacks: frozenset[Column] = frozenset(),
) -> tuple[Currency, ...]:
    """Every HRG of a sheet; raises BadInput `bad_tariff`.

    A row of another year than `tariff_year` is refused; None takes any.
    """
    table.require_whole()
    places = _places(table, lacks)
    if not table.rows:
        raise table.sheet.bad(Phrase("It holds no HRG"))
    _require_year(table, places, tariff_year)
    return _currencies(_Columns(table, places), readers)


@dataclass(frozen=True, slots=True)
class _Columns:
    table: Table
    places: Mapping[Column, int]

    def codes(self) -> list[str]:
        codes = self.table.texts(self.places[Column.CODE], Column.CODE)
        if not all(map(HRG.fullmatch, codes)):
            at = next(at for at, code in enumerate(codes) if not HRG.fullmatch(code))
            what = Phrase("“{code}” is not an HRG code such as AA22C", code=codes[at])
            raise self.table.bad(what, at=at, column=Column.CODE)
        if len(set(codes)) < len(codes):
            first = {code: at for at, code in reversed([*enumerate(codes)])}
            at = next(at for at, code in enumerate(codes) if first[code] != at)
            raise self.table.bad(Phrase("{code} stands in the list twice", code=codes[at]), at=at)
        return codes

    def names(self, codes: Sequence[str]) -> list[str]:
        names = self.table.texts(self.places[Column.NAME], Column.NAME)
        if not all(names):
            at = names.index("")
            raise self.table.bad(
                Phrase("{code} has no name", code=codes[at]), at=at, column=Column.NAME
            )
        return names

    def read(self, column: Column, meanings: Meanings[T | None]) -> Iterable[T | None]:
        place = self.places.get(column)
        return repeat(None) if place is None else self.table.read(place, column, meanings)

    def notes(self) -> Iterable[str]:
        """What the best practice columns hold, as it stands, header first."""
        told = [
            (" ".join(header.split()), self.table.texts(place, header))
            for place, header in enumerate(self.table.header)
            if _BEST_PRACTICE.search(header.casefold()) and self._says_something(place, header)
        ]
        if not told:
            return repeat("")
        headers = [header for header, _ in told]
        known: dict[tuple[str, ...], str] = {}  # few differ among tens of thousands
        rows = list(zip(*(texts for _, texts in told), strict=True))
        for row in set(rows):
            known[row] = "; ".join(
                f"{header}: {text}"
                for header, text in zip(headers, row, strict=True)
                if text.casefold() not in _NOTHING
            )
        return map(known.__getitem__, rows)

    def _says_something(self, place: int, header: str) -> bool:
        different = set(self.table.cells(place, header))
        return not {text_of(cell).casefold() for cell in different} <= _NOTHING


def _currencies(columns: _Columns, readers: Readers) -> tuple[Currency, ...]:
    codes = columns.codes()
    prices, days = readers.prices, readers.days
    rows = zip(  # in the order of the fields of `Currency`
        codes,
        columns.names(codes),
        columns.read(Column.OUTPATIENT_PROCEDURE, prices),
        columns.read(Column.COMBINED, prices),
        columns.read(Column.DAY_CASE, prices),
        columns.read(Column.ORDINARY_ELECTIVE, prices),
        columns.read(Column.ELECTIVE_TRIM, days),
        columns.read(Column.NON_ELECTIVE, prices),
        columns.read(Column.NON_ELECTIVE_TRIM, days),
        columns.read(Column.PER_DAY, prices),
        columns.read(Column.SHORT_STAY_APPLIES, readers.answers),
        columns.read(Column.SHORT_STAY_PERCENT, readers.percents),
        columns.read(Column.SHORT_STAY, prices),
        columns.notes(),
        strict=False,  # columns the list lacks repeat without end
    )
    return tuple(map(Currency._make, rows))


def _require_year(table: Table, places: Mapping[Column, int], tariff_year: str | None) -> None:
    place = places.get(Column.YEAR)
    if place is None or tariff_year is None:
        return
    for at, year in enumerate(table.texts(place, Column.YEAR)):
        if year not in ("", tariff_year):
            raise table.bad(
                Phrase("“{year}” is not {wanted}", year=year, wanted=tariff_year),
                at=at,
                column=Column.YEAR,
            )


def _places(table: Table, lacks: frozenset[Column]) -> Mapping[Column, int]:
    places: dict[Column, int] = {}
    for place, cell in enumerate(table.header):
        column = _HEADERS.get(fold(cell))
        if column in places:
            raise table.sheet.bad(Phrase("The column “{column}” stands in it twice", column=column))
        if column is not None:
            places[column] = place
    missing = [one for one in Column if one not in places and one not in lacks | OPTIONAL]
    if missing:
        names = listed(Phrase("“{name}”", name=column) for column in missing)
        raise table.sheet.bad(Phrase("Missing: {names}", names=names))
    return places
