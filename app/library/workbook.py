"""The sheets of a price file: an .xlsx workbook, or comma-separated text."""

from __future__ import annotations

import gc
import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.errors import BadInput
from app.core.wording import Phrase
from app.library.sources import read_file
from app.pricing.book import PriceBook, is_price_book, read_book
from app.pricing.currencies import ItemPrice, PriceSource
from app.pricing.own_reader import is_own_list, read_own_prices
from app.pricing.reader import Column, rows_of
from app.pricing.sheets import Fault, Sheet, bad_file

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

LARGEST_FILE = 50_000_000  # bytes; the price workbooks published so far have under 5 million
_ZIP = b"PK\x03\x04"
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"  # .xls, and .xlsx behind a password
_IS_OWN = Phrase(
    "This file looks like the trust’s own prices: a name and a price a row, and no prices or "
    "factors of the NHS Payment Scheme. Choose “The trust’s own prices”, or “Guide prices” where "
    "it is those, and read it again."
)
_IS_SCHEME = Phrase(
    "This file looks like prices or factors of the NHS Payment Scheme, not like the trust’s own. "
    "Choose “Prices or factors of the NHS Payment Scheme”, and read it again."
)


def read_price_file(
    raw: bytes,
    name: str = "",
    tariff_year: str | None = None,
    lacks: frozenset[Column] = frozenset(),
) -> PriceBook:
    """Everything a published price file holds, checked.

    Raises BadInput as `read_sheets` and `app.pricing.book.read_book`, or `other_kind`.
    """
    with _uncollected():
        sheets = read_sheets(raw)
        if is_own_list(sheets) and not is_price_book(sheets):
            raise BadInput("other_kind", _IS_OWN, "holds")
        return read_book(sheets, tariff_year=tariff_year, lacks=lacks, hint=name)


def price_bytes(path: Path) -> bytes:
    """A file's bytes, no more than a price file may have; raises NotFound or BadInput."""
    return read_file(path, most=LARGEST_FILE)


def read_own_file(
    raw: bytes, source: PriceSource, since: date, until: date | None
) -> tuple[ItemPrice, ...]:
    """The trust's own prices.

    Raises BadInput as `read_sheets` and `read_own_prices`, or `other_kind`.
    """
    sheets = read_sheets(raw)
    if not is_own_list(sheets) and is_price_book(sheets):
        raise BadInput("other_kind", _IS_SCHEME, "holds")
    return read_own_prices(sheets, source=source, since=since, until=until)


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
