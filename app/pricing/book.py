"""A trust's price file as a whole: what each sheet holds, what is missing, which year it says.

The tabs of "Annex A" have had other names and numbers from year to year, so that sheets are known
by what they hold (finance.md 1.2). Nothing of a file counts unless all that is known in it reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from app.core.errors import BadInput
from app.core.wording import Phrase, both, listed, phrases
from app.pricing.attendances import attendance_table, read_attendances
from app.pricing.cells import Readers, text_of
from app.pricing.currencies import Further, Kind
from app.pricing.factor_sheet import factor_table, read_factor_sheet
from app.pricing.items import ItemTable
from app.pricing.market_forces import ProviderFactor
from app.pricing.reader import Column, columns_of, hrg_table, read_hrgs
from app.pricing.sheets import HEADER_WITHIN, Sheet, Table, bad_list, fold
from app.pricing.tariff import Admission, Currency
from app.pricing.years import year_bounds

ADMITTED, ATTENDANCES, FACTORS = "admitted", "attendances", "factors"
HIDDEN, UNKNOWN = Phrase("hidden"), Phrase("holds no prices that are known")
_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})[/-]([0-9]{2})(?![0-9])")
_FILE_YEAR = re.compile(r"(?<![0-9])((?:20)?[0-9]{2})[_-]([0-9]{2})(?![0-9])")
_YEAR_COLUMNS = {"year", "financial year"}  # folded: “tariff year” too
_LONG_STAYS = {Column.ELECTIVE_TRIM, Column.NON_ELECTIVE_TRIM, Column.PER_DAY}
_ADMITTED_PRICES = {Column.COMBINED, Column.NON_ELECTIVE, Column.ORDINARY_ELECTIVE}
_SHORT_STAY = {Column.SHORT_STAY_APPLIES, Column.SHORT_STAY}
_WANTED: Mapping[str, str] = phrases(
    {
        ADMITTED: "admitted care and outpatient procedures",
        ATTENDANCES: "outpatient attendances by treatment function",
        Kind.MATERNITY.value: "maternity",
        Kind.UNBUNDLED.value: "unbundled services",
        Kind.OTHER_UNIT_PRICE.value: (
            "other unit prices (tab 4b; from 2025/26 it prices cataract surgery, BZ34, "
            "which tab 1 leaves out)"
        ),
        FACTORS: "market forces factors",
    }
)


@dataclass(frozen=True, slots=True)
class Found:
    """A sheet that was read: its name, what it holds, the row of its header, how many rows."""

    sheet: str
    holds: str
    header_row: int
    rows: int


@dataclass(frozen=True, slots=True)
class Unused:
    """A sheet that was left unread, and why."""

    sheet: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceBook:
    """Everything a price file holds, read and checked, ready to be accepted."""

    years: tuple[str, ...]  # the tariff years its titles and rows name
    title: str  # its first heading that names a year, to offer as the edition's name
    found: tuple[Found, ...]
    unused: tuple[Unused, ...]
    currencies: tuple[Currency, ...]
    further: Further
    factors: Mapping[str, ProviderFactor]
    missing: tuple[str, ...]

    @property
    def tariff_year(self) -> str | None:
        """The one year it names, None where it names none or several."""
        return self.years[0] if len(self.years) == 1 else None

    def require_year(self, tariff_year: str) -> None:
        """Raises BadInput `wrong_year` where the file names other years only."""
        year_bounds(tariff_year)
        if self.years and tariff_year not in self.years:
            raise BadInput(
                "wrong_year",
                Phrase(
                    "This price list is of {years}, not of {year}. Prices of another year are "
                    "never used: choose the file of that year.",
                    years=both(self.years),
                    year=tariff_year,
                ),
                "tariff_year",
            )


def read_book(
    sheets: Sequence[Sheet],
    *,
    tariff_year: str | None = None,
    lacks: frozenset[Column] = frozenset(),
    hint: str = "",
) -> PriceBook:
    """Read every sheet that is known; raises BadInput `bad_tariff` or `wrong_year`.

    `tariff_year` is what the person says; None takes the file's word. `lacks` names columns that
    the sheet of admitted care is known not to hold. `hint`, such as a file name, tells the year
    where the file itself does not.
    """
    reading = _Reading(sheets, lacks)
    book = reading.book(tariff_year, hint)
    if tariff_year is not None:
        book.require_year(tariff_year)
    return book


def is_price_book(sheets: Sequence[Sheet]) -> bool:
    """Whether any of these sheets holds prices or factors of the NHS Payment Scheme."""
    return _Reading(sheets, frozenset()).knows_any()


@dataclass(frozen=True, slots=True)
class _Known:
    """A sheet that is known: its table, and how it is read for a year."""

    table: Table
    read: Callable[[str | None], None]
    dated_by_header: bool = False  # where nothing else tells the year


class _Reading:
    """One pass over the sheets of a file."""

    def __init__(self, sheets: Sequence[Sheet], lacks: frozenset[Column]) -> None:
        self._sheets, self._lacks, self._readers = sheets, lacks, Readers.fresh()
        self._found: list[Found] = []
        self._unused: list[Unused] = []
        self._currencies: tuple[Currency, ...] = ()
        self._further: list[Further] = []
        self._factors: Mapping[str, ProviderFactor] = {}
        self._columns: frozenset[Column] = frozenset()

    def book(self, tariff_year: str | None, hint: str) -> PriceBook:
        known = self._recognise()
        if not known:
            raise bad_list(
                Phrase(
                    "None of its sheets has a column “{code}” or other prices that are known in "
                    "the first {most} rows.",
                    code=Column.CODE,
                    most=HEADER_WITHIN,
                )
            )
        titles = [title for one in known for title in _titles(one.table)]
        headers = [cell for one in known if one.dated_by_header for cell in one.table.header]
        years = _years(titles, _YEAR) or _years(headers, _YEAR) or _years([hint], _FILE_YEAR)
        year = tariff_year or (years[0] if len(years) == 1 else None)
        for one in known:
            one.read(year)
        return PriceBook(
            years=years,
            title=next(filter(None, (_heading(one.table) for one in known)), ""),
            found=tuple(self._found),
            unused=tuple(self._unused),
            currencies=self._currencies,
            further=Further(
                attendances=tuple(one for part in self._further for one in part.attendances),
                items=tuple(one for part in self._further for one in part.items),
            ),
            factors=self._factors,
            missing=tuple(self._missing()),
        )

    def knows_any(self) -> bool:
        return bool(self._recognise())

    def _recognise(self) -> list[_Known]:
        shown = [sheet for sheet in self._sheets if not sheet.hidden]
        admitted = self._admitted(shown)
        known: list[_Known] = []
        for sheet in self._sheets:
            if sheet.hidden:
                self._unused.append(Unused(sheet.name, HIDDEN))
            elif admitted is not None and sheet is admitted.sheet:
                known.append(_Known(admitted, partial(self._read_admitted, admitted)))
            elif (one := self._known(sheet)) is not None:
                known.append(one)
            else:
                self._unused.append(Unused(sheet.name, UNKNOWN))
        return known

    def _known(self, sheet: Sheet) -> _Known | None:
        if (table := attendance_table(sheet)) is not None:
            return _Known(table, partial(self._read_attendances, table))
        if (table := factor_table(sheet)) is not None:
            return _Known(table, partial(self._read_factors, table), dated_by_header=True)
        if (items := ItemTable.of(sheet)) is not None:
            return _Known(items.table, partial(self._read_items, items))
        return None

    def _admitted(self, sheets: Sequence[Sheet]) -> Table | None:
        """The sheet that prices admitted care: that with the most of its columns.

        With none that has prices for a planned and an emergency stay, the fullest is taken all
        the same, so that what it lacks is named, unless its sheet is of another kind by its words.
        """
        tables = [table for sheet in sheets if (table := hrg_table(sheet)) is not None]
        if not tables:
            return None
        fullest = max(tables, key=lambda table: len(columns_of(table)))
        columns = columns_of(fullest)
        if columns & (_LONG_STAYS | _SHORT_STAY) or len(columns & _ADMITTED_PRICES) > 1:
            return fullest
        return None if ItemTable.of(fullest.sheet) is not None else fullest

    def _read_admitted(self, table: Table, year: str | None) -> None:
        self._columns = columns_of(table)
        self._currencies = read_hrgs(table, self._readers, tariff_year=year, lacks=self._lacks)
        self._note(table, ADMITTED, len(self._currencies))

    def _read_attendances(self, table: Table, _year: str | None) -> None:
        found = read_attendances(table, self._readers)
        self._further.append(Further(attendances=found))
        self._note(table, ATTENDANCES, len(found))

    def _read_factors(self, table: Table, year: str | None) -> None:
        if self._factors:
            raise table.sheet.bad(Phrase("There is more than one sheet of market forces factors"))
        self._factors = read_factor_sheet(table, tariff_year=year)
        self._note(table, FACTORS, len(self._factors))

    def _read_items(self, items: ItemTable, _year: str | None) -> None:
        further = items.read(self._readers)
        self._further.append(further)
        if further.attendances:
            self._note(items.table, ATTENDANCES, len(further.attendances))
        for kind in dict.fromkeys(item.kind for item in further.items):
            self._note(items.table, kind.value, len(further.of(kind)))

    def _note(self, table: Table, holds: str, rows: int) -> None:
        self._found.append(Found(table.sheet.name, holds, table.header_row, rows))

    def _missing(self) -> Iterator[str]:
        held = {one.holds for one in self._found}
        yield from (words for holds, words in _WANTED.items() if holds not in held)
        if ADMITTED not in held:
            return
        if not self._columns >= _SHORT_STAY:
            yield Phrase("the reduced price of a short emergency stay")
        if not self._columns >= _LONG_STAYS:
            yield Phrase("trim points and long-stay payments")
        priced = {item.code for part in self._further for item in part.items}
        unpriced = [
            row.code
            for row in self._currencies
            if row.combined is None and row.non_elective is None  # most have one of them
            if row.code not in priced and not any(map(row.price, Admission))
        ]
        if unpriced:
            yield Phrase(
                "any price of {count} HRGs, such as {such}",
                count=len(unpriced),
                such=listed(unpriced[:3]),
            )


def _titles(table: Table) -> list[str]:
    """What tells the year: the tab, the words above the header, a column of years."""
    years = [at for at, cell in enumerate(table.header) if fold(cell) in _YEAR_COLUMNS]
    rows = table.rows[:1]
    return [
        table.sheet.name,
        *table.sheet.titles(table.header_row - 1),
        *(text_of(row[at]) for row in rows for at in years if at < len(row)),
    ]


def _heading(table: Table) -> str:
    """The first words above a header that name a year."""
    above = table.sheet.titles(table.header_row - 1)
    return next((title for title in above if _YEAR.search(title)), "")


def _years(titles: Sequence[str], written: re.Pattern[str]) -> tuple[str, ...]:
    """The tariff years that words name; 2017/19 and 2023/25 are schemes, not years."""
    found: dict[str, None] = {}
    for title in titles:
        for start, end in written.findall(title):
            if (int(start) + 1) % 100 == int(end):
                found[f"20{start[-2:]}/{end}"] = None
    return tuple(found)
