"""Any CSV as rows with their line numbers, its columns found by what their headings say."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.core.errors import BadInput
from app.core.wording import Phrase
from app.interop.remittance.cells import heading
from app.interop.remittance.terms import Headings

Places = Mapping[str, tuple[int, ...]]
_MARKS = (",", ";", "\t", "|")
_HEAD_WITHIN = 30  # rows above the headings: the account's name, the period, the balance
_LONGEST_CELL = 5_000
_HEAD = 10_000  # characters
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")  # as editors count, no other ends


@dataclass(frozen=True, slots=True)
class Row:
    """One row under the headings."""

    number: int  # of its first line in the file, from 1
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV under its headings; what stands above these is not read."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]

    def columns(self, wanted: Headings) -> dict[str, tuple[int, ...]]:
        """Where each wanted thing stands: every column that has one of its headings, best first."""
        places: dict[str, tuple[int, ...]] = {}
        for name, words in wanted.items():
            found = [
                place for word in words for place, own in enumerate(self.headings) if own == word
            ]
            if found:
                places[name] = tuple(found)
        return places


def cut(text: str, *, most_rows: int) -> Iterator[list[Row]]:
    """The rows of a text, for each mark that parts cells near its beginning."""
    head = text[:_HEAD]
    for mark in _MARKS:
        if mark in head:
            yield _rows(text, mark, most_rows)


def table_from(rows: Sequence[Row], must_have: Sequence[Sequence[str]]) -> Table | None:
    """The table whose headings hold one of each list of `must_have`, or None."""
    for place, row in enumerate(rows[:_HEAD_WITHIN]):
        headings = tuple(heading(cell) for cell in row.cells)
        if all(any(word in headings for word in words) for words in must_have):
            return Table(headings, tuple(rows[place + 1 :]))
    return None


def cell(row: Row, places: Places, name: str) -> str:
    """The cell of a row, "" where there is no such column or the row is shorter."""
    for place in places.get(name, ())[:1]:
        if place < len(row.cells):
            return row.cells[place].strip()
    return ""


def cells(row: Row, places: Places, name: str) -> list[str]:
    """Every filled cell of the columns of that name, each words but once."""
    found = [row.cells[place].strip() for place in places.get(name, ()) if place < len(row.cells)]
    return list(dict.fromkeys(words for words in found if words))


def _rows(text: str, mark: str, most_rows: int) -> list[Row]:
    reader = csv.reader(_LINE.findall(text), delimiter=mark, strict=False)
    rows: list[Row] = []
    before = 0
    try:
        for cut_up in reader:
            number, before = before + 1, reader.line_num
            if not any(one.strip() for one in cut_up):
                continue
            if len(rows) > most_rows:
                raise BadInput(
                    "too_long",
                    Phrase(
                        "This file has more than {most:,} rows. Bring it in shorter periods.",
                        most=most_rows,
                    ),
                    "file",
                )
            rows.append(Row(number, tuple(_checked(one, number) for one in cut_up)))
    except csv.Error:
        unread = before + 1
        raise BadInput(
            "bad_file",
            Phrase("Line {number} cannot be read as CSV. Save the file again.", number=unread),
            "file",
        ) from None
    return rows


def _checked(one: str, number: int) -> str:
    if len(one) > _LONGEST_CELL:
        raise BadInput(
            "bad_file",
            Phrase(
                "Line {number} holds more than any cell does. A quotation mark may be missing its "
                "other half.",
                number=number,
            ),
            "file",
        )
    return one
