"""Price files as they come: workbooks of every kind of mischief end in one sentence."""

from __future__ import annotations

import datetime
import io
import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from app.core.errors import BadInput, NotFound
from app.core.money import Money
from app.library.sources import read_file
from app.library.workbook import price_bytes, read_price_file, read_sheets
from app.pricing.currencies import Kind
from tests.pricing.workbooks import ADMITTED_HEADER, Rows, admitted, rewritten, sheets_of, workbook

FIRST = "xl/worksheets/sheet1.xml"


def _refusal(raw: bytes, code: str = "bad_file") -> str:
    with pytest.raises(BadInput) as caught:
        read_price_file(raw)
    assert caught.value.code == code
    assert "\n" not in caught.value.message
    return caught.value.message


def test_a_workbook_is_read_by_what_its_sheets_hold() -> None:
    book = read_price_file(workbook())
    assert {one.sheet: (one.holds, one.rows) for one in book.found} == {
        "1 APC & OPROC": ("admitted", 4),
        "2 OPATT": ("attendances", 6),
        "3 Maternity": ("maternity", 2),
        "4 Unbundled": ("unbundled", 2),
        "4b Other unit prices": ("other_unit_price", 2),
        "5 A&E": ("emergency", 1),
        "MFF": ("factors", 2),
    }
    assert [(one.sheet, one.why) for one in book.unused] == [
        ("Notes", "holds no prices that are known")
    ]
    assert (book.tariff_year, book.missing) == ("2025/26", ())


def test_the_order_and_the_names_of_the_tabs_change_nothing() -> None:
    plain = read_price_file(workbook())
    turned = {f"x{name[1:]}": rows for name, rows in reversed(sheets_of().items())}
    other = read_price_file(workbook(turned))
    assert other.currencies == plain.currencies
    assert {*other.further.items} == {*plain.further.items}
    assert other.factors == plain.factors


def test_a_saved_copy_as_text_gives_the_same_rows() -> None:
    rows = [ADMITTED_HEADER, *admitted()[4:]]
    text = "\r\n".join(
        ",".join('"' + str("" if cell is None else cell) + '"' for cell in row) for row in rows
    )
    told = text.replace('"0.25"', '"25%"')
    assert (
        read_price_file(told.encode("utf-8-sig")).currencies
        == read_price_file(workbook()).currencies
    )


def test_text_from_an_old_spreadsheet_is_read_in_its_own_code_page() -> None:
    text = "Code,Name,Unbundled price (£)\nRD01A,Crohn’s scan,145\n".encode("cp1252")
    assert read_price_file(text).further.of(Kind.UNBUNDLED)[0].name == "Crohn’s scan"


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "empty"),
        (b"   ", "empty"),
        (b"\0\1\2", "neither a workbook nor"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old .xls"),
        (b"PK\x03\x04" + b"\0" * 100, "damaged"),
        (workbook()[:4000], "damaged"),
        (workbook() + b"more", "damaged"),
        (b"x" * 50_000_001, "larger than 50 million bytes"),
    ],
    ids=["empty", "blank", "binary", "locked", "no zip", "cut", "longer", "huge"],
)
def test_a_file_that_is_no_price_file_ends_in_one_sentence(raw: bytes, says: str) -> None:
    assert says in _refusal(raw)


def test_a_zip_of_something_else_is_no_workbook() -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as packed:
        packed.writestr("letter.txt", "Dear")
    assert "no .xlsx workbook" in _refusal(whole.getvalue())


def test_a_part_that_unpacks_to_far_too_much_is_refused_unread() -> None:
    bomb = rewritten(workbook(), FIRST, lambda data: data + b" " * 320_000_000)
    assert len(bomb) < 1_000_000
    assert "unpacks to far more" in _refusal(bomb)


def test_a_part_that_lies_about_its_length_is_refused() -> None:
    raw = bytearray(rewritten(workbook(), FIRST, lambda data: data + b" " * 5_000_000))
    entry = raw.rindex(b"PK\1\2", 0, raw.rindex(FIRST.encode()))
    struct.pack_into("<I", raw, entry + 24, 1000)
    assert "damaged" in _refusal(bytes(raw))


@pytest.mark.parametrize("far", ["XFD1048576", "AAA9", "A100000", "xfd9", "E0000000012"])
@pytest.mark.parametrize("written", ['r="{}"', "r='{}'", 'r = "{}"', '\nr\t=\n"{}"'])
def test_a_cell_far_out_is_refused_before_it_takes_all_memory(far: str, written: str) -> None:
    cell = written.format(far).encode()
    raw = rewritten(workbook(), FIRST, lambda data: data.replace(b'r="A1"', cell, 1))
    assert "beyond column ZZ or row 99,999" in _refusal(raw)


@pytest.mark.parametrize(
    "target", ["/xl/sharedStrings.xml", "SharedStrings.xml", "sharedstrings.xml"]
)
def test_a_sheet_under_the_name_of_the_texts_is_looked_through_too(target: str) -> None:
    whole = io.BytesIO(
        rewritten(
            workbook(),
            "xl/_rels/workbook.xml.rels",
            lambda data: data.replace(b"/xl/worksheets/sheet1.xml", target.encode(), 1),
        )
    )
    with zipfile.ZipFile(whole, "a") as packed:
        sheet = packed.read(FIRST).replace(b'r="A1"', b'r="XFD9"', 1)
        packed.writestr("xl/sharedStrings.xml", sheet)
    assert "beyond column ZZ or row 99,999" in _refusal(whole.getvalue())


def test_an_empty_cell_far_out_does_no_harm() -> None:
    empty = b'<c r="XFD10" s="0"/></row>'
    raw = rewritten(workbook(), FIRST, lambda data: data.replace(b"</row>", empty, 1))
    assert len(read_price_file(raw).currencies) == 4


@pytest.mark.parametrize("value", ["#REF!", "#N/A", "#DIV/0!"])
def test_a_fault_of_a_formula_is_no_blank_price(value: str) -> None:
    message = _refusal(workbook(sheets_of(**{"1 APC & OPROC": _with_price(value)})), "bad_tariff")
    assert "Row 9 of sheet “1 APC & OPROC”" in message
    assert "D9 holds a fault" in message


def test_a_formula_that_was_never_calculated_is_no_blank_price() -> None:
    message = _refusal(workbook(sheets_of(**{"1 APC & OPROC": _with_price("=1+1")})), "bad_tariff")
    assert "D9 holds a formula that was never calculated" in message


def test_a_formula_with_its_value_is_read_as_the_value() -> None:
    raw = workbook(sheets_of(**{"1 APC & OPROC": _with_price("=1+1")}))
    known = rewritten(raw, FIRST, lambda data: data.replace(b"<v></v>", b"<v>8285</v>"))
    known = rewritten(known, FIRST, lambda data: data.replace(b"<v/>", b"<v>8285</v>"))
    known = rewritten(known, FIRST, lambda data: data.replace(b"<v />", b"<v>8285</v>"))
    assert read_price_file(known).currencies[-1].combined == Money(8285_00)


def test_a_fault_on_a_sheet_that_is_not_used_does_no_harm() -> None:
    sheets = sheets_of(Notes=[["Read me"], ["#REF!"]])
    assert len(read_price_file(workbook(sheets)).currencies) == 4


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (datetime.date(2025, 4, 1), "“2025-04-01” is a day or a time, not a price"),
        (datetime.timedelta(hours=3), "“3:00:00” is a day or a time"),
        (True, "“TRUE” is not a price in pounds"),
        (12.345, "“12.345” is not a price in pounds"),
        (-1, "“-1” is not between 0"),
        (200_001, "“200001” is not between 0"),
        ("TBC", "“TBC” is not a price in pounds"),
        ("1,24", "“1,24” is not a price in pounds"),
    ],
)
def test_a_price_that_is_none_names_sheet_row_and_column(value: object, says: str) -> None:
    message = _refusal(workbook(sheets_of(**{"1 APC & OPROC": _with_price(value)})), "bad_tariff")
    place = "Row 9 of sheet “1 APC & OPROC”, column “combined day case / ordinary elective”"
    assert f"{place}: {says}" in message


def test_true_does_not_pass_for_the_1_before_it() -> None:
    ones = ("AA30Z", "One", 1, 1, 1, 1, 1, 1, 1, 1, "-", "-", "-", "-")
    true = ("AA31Z", "True", 1, True, 1, 1, 1, 1, 1, 1, "-", "-", "-", "-")
    raw = workbook(sheets_of(**{"1 APC & OPROC": admitted(ones, true)}))
    assert "“TRUE” is a true or false" in _refusal(raw, "bad_tariff")


def test_merged_rows_of_prices_are_refused_and_merged_titles_are_not() -> None:
    def merge(place: str) -> bytes:
        return workbook(change=lambda book: book["1 APC & OPROC"].merge_cells(place))

    assert len(read_price_file(merge("A1:D2")).currencies) == 4
    assert "Row 6 of sheet “1 APC & OPROC”: cells are merged" in _refusal(
        merge("D6:D7"), "bad_tariff"
    )


@pytest.mark.parametrize("read", [price_bytes, read_file])
def test_a_folder_in_place_of_a_file_is_told_in_words(
    tmp_path: Path, read: Callable[[Path], bytes]
) -> None:
    with pytest.raises(BadInput, match=r"is a folder\. Name the file in it\."):
        read(tmp_path)
    with pytest.raises(BadInput, match="cannot be read: embedded null byte"):
        read(tmp_path / "a\0b")
    with pytest.raises(NotFound, match="There is no file"):
        read(tmp_path / "none.xlsx")


def test_hidden_rows_count_and_hidden_sheets_are_left_and_named() -> None:
    def hide(book: Workbook) -> None:
        book["1 APC & OPROC"].row_dimensions[6].hidden = True
        book["MFF"].sheet_state = "veryHidden"

    book = read_price_file(workbook(change=hide))
    assert len(book.currencies) == 4
    assert [(one.sheet, one.why) for one in book.unused][-2:] == [
        ("MFF", "hidden"),
        ("Notes", "holds no prices that are known"),
    ]
    assert "market forces factors" in book.missing


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=400), st.integers(0, 6000))
def test_any_bytes_are_read_or_refused_and_never_a_fault(noise: bytes, at: int) -> None:
    with suppress(BadInput):
        read_price_file(WHOLE[:at] + noise + WHOLE[at + len(noise) :])
    with suppress(BadInput):
        read_sheets(noise)


WHOLE = workbook()


def _with_price(value: object) -> Rows:
    row = ("AA40Z", "Odd", "-", value, "-", "-", 5, 100, 5, 200, "-", "-", "-", "-")
    return admitted(row)
