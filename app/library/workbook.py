"""The sheets of a price file: an .xlsx workbook, or comma-separated text."""

from __future__ import annotations

import gc
import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.wording import Phrase
from app.library.sources import read_file
from app.pricing.book import PriceBook, read_book
from app.pricing.currencies import ItemPrice, PriceSource
from app.pricing.own_reader import read_own_prices
from app.pricing.reader import Column, rows_of
from app.pricing.sheets import Fault, Sheet, bad_file

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

LARGEST_FILE = 50_000_000  # bytes; the price workbooks published so far have under 5 million
_ZIP = b"PK\x03\x04"
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"  # .xls, and .xlsx behind a password


def read_price_file(
    raw: bytes,
    name: str = "",
    tariff_year: str | None = None,
    lacks: frozenset[Column] = frozenset(),
) -> PriceBook:
    """Everything a published price file holds, checked.

    Raises BadInput as `read_sheets` and `app.pricing.book.read_book`.
    """
    with _uncollected():
        return read_book(read_sheets(raw), tariff_year=tariff_year, lacks=lacks, hint=name)


def price_bytes(path: Path) -> bytes:
    """A file's bytes, no more than a price file may have; raises NotFound or BadInput."""
    return read_file(path, most=LARGEST_FILE)


def read_own_file(
    raw: bytes, source: PriceSource, since: date, until: date | None
) -> tuple[ItemPrice, ...]:
    """The trust's own prices; raises BadInput as `read_sheets` and `read_own_prices`."""
    return read_own_prices(read_sheets(raw), source=source, since=since, until=until)


def read_sheets(raw: bytes) -> tuple[Sheet, ...]:
    """Every sheet of a file, by what the file is and not by its name.

    Raises BadInput `bad_file` where it is neither a workbook nor text, is protected, damaged or
    far too large; `bad_tariff` where the text is not comma-separated.
    """
    if len(raw) > LARGEST_FILE:
        raise bad_file(
            Phrase("It is larger than {most} million bytes", most=LARGEST_FILE // 1_000_000)
        )
    if raw.startswith(_ZIP):
        return _workbook(raw)
    if raw.startswith(_OLD_OR_LOCKED):
        raise bad_file(Phrase("It is an old .xls workbook, or one locked with a password"))
    return (Sheet(name="", rows=rows_of(_text(raw))),)


def _text(raw: bytes) -> str:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")  # what Excel writes in Britain
    if not raw.strip() or "\0" in text:
        raise bad_file(Phrase("It is empty, or neither a workbook nor comma-separated text"))
    return text.replace("\r\n", "\n")


def _workbook(raw: bytes) -> tuple[Sheet, ...]:
    # Taken in here: a desk starts without the reader of workbooks.
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    from app.library.xlsx import look_through

    faults = look_through(raw)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(raw)) as book:
            return tuple(
                _sheet(
                    book.get_sheet_by_name(about.name),
                    hidden=about.visible is not SheetVisibleEnum.Visible,
                    faults=faults.get(about.name, ()),
                )
                for about in book.sheets_metadata
            )
    except (CalamineError, ValueError, OSError):
        raise bad_file(Phrase("It is damaged")) from None


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without Python's search for garbage: a million cells are made, and all of them are kept."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _sheet(sheet: CalamineSheet, *, hidden: bool, faults: tuple[Fault, ...]) -> Sheet:
    merged = sheet.merged_cell_ranges or []
    return Sheet(
        name=sheet.name,
        rows=sheet.to_python(skip_empty_area=False),
        hidden=hidden,
        merged=tuple((first[0] + 1, last[0] + 1) for first, last in merged),
        faults=faults,
    )
