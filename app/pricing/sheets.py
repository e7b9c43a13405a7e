"""A sheet of a price file, its header found by what it says, its columns by name.

Titles stand above the header, so it is looked for in the first rows; merged cells, cells that
hold a fault and rows that end early are refused with the row, since a blank would read as
“no price”.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import TypeGuard, TypeVar, cast

from app.core.errors import BadInput
from app.core.wording import Phrase
from app.pricing.cells import Cell, Meanings, Unread, text_of

HEADER_WITHIN = 12  # rows
_NOT_WORDS = re.compile(r"[^a-z0-9]+")
_DROPPED = {"tariff", "price", "gbp"}
_LONGEST_SHOWN = 60

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that holds no value where one was meant, such as a formula's #REF!."""

    row: int
    cell: str  # as the workbook names it, such as H12
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The rows of one sheet as they stand in its file, row 1 first."""

    name: str  # empty for comma-separated text
    rows: Sequence[Sequence[Cell]]
    hidden: bool = False
    merged: tuple[tuple[int, int], ...] = ()  # first and last row of each merged block
    faults: tuple[Fault, ...] = ()

    def find_header(self, is_header: Callable[[Sequence[str]], bool]) -> Table | None:
        """The table below the first row, of the first 12, that `is_header`; None without one."""
        for place, row in enumerate(self.rows[:HEADER_WITHIN]):
            header = [text_of(cell) for cell in row]
            if is_header(header):
                return Table.below(self, place, header)
        return None

    def titles(self, until: int = HEADER_WITHIN) -> tuple[str, ...]:
        """The words above a header, row by row."""
        found = (text_of(cell) for row in self.rows[:until] for cell in row)
        return tuple(text for text in found if text)

    def bad(self, what: Phrase, *, row: int | None = None, column: str = "") -> BadInput:
        """The refusal of the whole file, naming the place at fault."""
        if row is not None:
            return bad_list(Phrase("{at}: {what}.", at=self._at(row, column), what=what))
        if self.name:
            return bad_list(Phrase("In sheet “{sheet}”: {what}.", sheet=self.name, what=what))
        return bad_list(Phrase("{what}.", what=what))

    def _at(self, row: int, column: str) -> Phrase:
        at = Phrase("Row {row}", row=row)
        if self.name:
            at = Phrase("{at} of sheet “{sheet}”", at=at, sheet=self.name)
        return Phrase("{at}, column “{column}”", at=at, column=column) if column else at


# No slots: the columns are turned once and kept on the object.
@dataclass(frozen=True)
class Table:
    """The rows below a header, blank ones left out, each with its number in the file."""

    sheet: Sheet
    header_row: int
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    numbers: Sequence[int]

    @classmethod
    def below(cls, sheet: Sheet, place: int, header: Sequence[str]) -> Table:
        """The table under the header at that place."""
        rows = sheet.rows[place + 1 :]
        numbers: Sequence[int] = range(place + 2, place + 2 + len(rows))
        if not _all_begin(rows):  # a row that begins with something is not blank
            kept = [(n, row) for n, row in zip(numbers, rows, strict=True) if _holds_words(row)]
            numbers, rows = [n for n, _ in kept], [row for _, row in kept]
        return cls(sheet, place + 1, header, rows, numbers)

    def require_whole(self) -> None:
        """Raises BadInput where a merged block or a fault stands in the rows."""
        for first, last in self.sheet.merged:
            if last > self.header_row:
                raise self.sheet.bad(
                    Phrase(
                        "cells are merged as far as row {last}; take the merging out", last=last
                    ),
                    row=first,
                )
        for fault in self.sheet.faults:
            if fault.row >= self.header_row:
                raise self.sheet.bad(
                    Phrase("{cell} {what}", cell=fault.cell, what=fault.what), row=fault.row
                )

    @cached_property
    def _columns(self) -> Sequence[Sequence[Cell]] | None:
        """The rows turned, at once and so nine times as quickly; None where they are uneven."""
        try:
            return list(zip(*self.rows, strict=True))
        except ValueError:
            return None

    def cells(self, place: int, column: str) -> Sequence[Cell]:
        """One column; raises BadInput where a row ends before it."""
        if self._columns is not None and place < len(self._columns):
            return self._columns[place]
        try:
            return list(map(itemgetter(place), self.rows))
        except IndexError:
            at = next(at for at, row in enumerate(self.rows) if place >= len(row))
            raise self.bad(Phrase("the row ends before it"), at=at, column=column) from None

    def texts(self, place: int, column: str) -> list[str]:
        """One column of words."""
        cells = self.cells(place, column)
        if set(map(type, cells)) <= {str}:
            return list(map(str.strip, cast(Sequence[str], cells)))
        return list(map(text_of, cells))

    def read(self, place: int, column: str, meanings: Meanings[T]) -> list[T]:
        """What each cell of a column means; raises BadInput naming the first row that fails."""
        cells = self.cells(place, column)
        try:
            return meanings.of(cells)
        except Unread as wrong:
            at = next(at for at, cell in enumerate(cells) if cell is wrong.cell)
            raise self.bad(
                Phrase("“{cell}” {what}", cell=shown(wrong.cell), what=wrong.what),
                at=at,
                column=column,
            ) from None

    def bad(self, what: Phrase, *, at: int, column: str = "") -> BadInput:
        """The refusal for the row at that place among the rows."""
        return self.sheet.bad(what, row=self.numbers[at], column=column)


def fold(header: str) -> str:
    """A header without line breaks, double spaces, pound signs, “tariff” and “price”."""
    words = _NOT_WORDS.sub(" ", header.casefold()).split()
    return " ".join(word for word in words if word not in _DROPPED)


def shown(cell: Cell) -> str:
    """A cell as a refusal quotes it, cut where it is long."""
    text = text_of(cell)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


def bad_list(what: Phrase) -> BadInput:
    """The refusal of a price file; nothing of it is taken."""
    return BadInput(
        "bad_tariff",
        Phrase(
            "This price list was not taken. {what} Correct the file, or fetch it again from its "
            "publisher; the lists already here stay as they are.",
            what=what,
        ),
        "tariff",
    )


def bad_file(what: Phrase) -> BadInput:
    """The refusal of a file that is not a price list at all."""
    return BadInput(
        "bad_file",
        Phrase(
            "This file was not taken. {what}. Open it in a spreadsheet, save it without a password "
            "as .xlsx or as comma-separated text, and choose that file.",
            what=what,
        ),
        "file",
    )


def _all_begin(rows: Sequence[Sequence[Cell]]) -> bool:
    try:
        firsts = list(map(itemgetter(0), rows))
    except IndexError:  # a blank line of text
        return False
    return all(firsts) and not any(map(str.isspace, filter(_is_words, set(firsts))))


def _is_words(cell: Cell) -> TypeGuard[str]:
    return type(cell) is str


def _holds_words(row: Sequence[Cell]) -> bool:
    return any(cell.strip() if type(cell) is str else cell is not None for cell in row)
