"""Price workbooks for tests, laid out as "Annex A" of one year or another."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from openpyxl import Workbook

ADMITTED_HEADER = (
    "HRG code",
    "HRG name",
    "Outpatient procedure\ntariff (£)",
    "Combined day case /  ordinary elective spell tariff (£)",
    "Day case spell tariff (£)",
    "Ordinary elective spell tariff (£)",
    "Ordinary elective long stay trim point (days)",
    "Non-elective spell tariff (£)",
    "Non-elective long stay trim point (days)",
    "Per day long stay payment (for days exceeding trim point) (£)",
    "Reduced short stay emergency tariff applicable?",
    "% applied in calculation of reduced short stay emergency tariff",
    "Reduced short stay emergency tariff (£)",
    "BPT flag",
)
ADMITTED_ROWS: Sequence[Sequence[Any]] = (
    ("AA22C", "Stroke", "-", 8207, "-", "-", 117, 9766, 98, 240, "No", "-", "-", "-"),
    ("AA22D", "Stroke, less", 150, "5,629", "", "", 58, 5629, 58, 240, "Yes", 0.25, 1407, "Yes"),
    ("CA11A", "Split", None, "-", 1243, 1125, 7, "£2,500.50", 9, 180, "Yes", "25%", 625, "No"),
    ("BZ34A", "Cataract", "n/a", None, None, None, 5, None, 5, 200, "-", "-", "-", "-"),
)
TITLES = ("2025/26 NHS Payment Scheme: prices", None, "Amounts before the market forces factor")

Rows = Sequence[Sequence[Any]]


def admitted(*extra: Sequence[Any], rows: Rows = ADMITTED_ROWS) -> Rows:
    """The first tab: titles, a header with line breaks and double spaces, rows."""
    return [*[[title] for title in TITLES], ADMITTED_HEADER, *rows, *extra]


OTHERS: Mapping[str, Rows] = {
    "2 OPATT": [
        ["Outpatient attendances"],
        [
            "Treatment function code",
            "Treatment function name",
            "WF01B First attendance - single professional",
            "WF02B First attendance - multi professional",
            "WF01A Follow up attendance - single professional",
            "WF02A Follow up attendance - multi professional",
            "WF01D Non-face-to-face first attendance",
        ],
        [330, "Dermatology", 160, 190, 80, "-", 70],
        [502, "Gynaecology", 170, None, 90, None, None],
    ],
    "3 Maternity": [
        ["Maternity pathway prices 2025/26"],
        ["HRG code", "HRG name", "Unit", "Price (£)"],
        ["Delivery"],
        ["NZ30A", "Normal delivery with CC Score 2+", "delivery", 2900],
        ["NZ30C", "Normal delivery with CC Score 0", "delivery", 1900],
    ],
    "4 Unbundled": [
        ["HRG code", "HRG name", "Price (£)", "Unit"],
        ["RD01A", "MRI scan of one area", 145, "scan"],
        ["SC22Z", "Deliver a fraction of treatment", 120.5, "fraction"],
    ],
    "4b Other unit prices": [
        ["HRG code", "HRG name", "Combined day case / ordinary elective price (£)"],
        ["BZ34A", "Cataract", 812],
    ],
    "5 A&E": [
        ["HRG code", "HRG name", "Type 1 and 2 departments price (£)"],
        ["VB01Z", "Emergency medicine, category 5", 420],
    ],
    "MFF": [
        ["Organisation code", "Organisation name", "Underlying index", "2025/26 MFF payment index"],
        ["R1H", "Barts Health NHS Trust", 1.2, 1.14888612],
        ["RK9", "Plymouth", 1.0, 1],
    ],
    "Notes": [["Read me"], ["Nothing here"]],
}


def sheets_of(**changed: Rows | None) -> dict[str, Rows]:
    """Every tab of the workbook; a tab given as None is left out, another is replaced."""
    whole: dict[str, Rows] = {"1 APC & OPROC": admitted(), **OTHERS}
    for name, rows in changed.items():
        if rows is None:
            whole.pop(name)
        else:
            whole[name] = rows
    return whole


def workbook(
    sheets: Mapping[str, Rows] | None = None, change: Callable[[Workbook], None] | None = None
) -> bytes:
    """The bytes of an .xlsx file; `change` does what rows cannot say."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in (sheets or sheets_of()).items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    if change is not None:
        change(book)
    whole = io.BytesIO()
    book.save(whole)
    return whole.getvalue()


def rewritten(raw: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with one of its parts changed by hand, as no spreadsheet would."""
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(whole, "w", 8) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name == part else data)
    return whole.getvalue()
