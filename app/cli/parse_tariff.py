"""`recoup parse tariff`: a price workbook or its text, shown as it would be taken in."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.core.errors import BadInput

if TYPE_CHECKING:  # workbooks are read by the command that needs it, not by every start
    from app.pricing.book import PriceBook
    from app.pricing.currencies import Attendance, ItemPrice
    from app.pricing.reader import Column
    from app.pricing.tariff import Currency

MOST = 50_000_000
MANUAL = """tariff: a trust's own "Annex A" workbook (.xlsx) or comma-separated text. Sheets are
known by what they hold, columns by their header within the first 12 rows.
  {"valid", "normalised": the tariff year or null, "warnings": what is missing, "tariff_year",
   "years", "title", "sheets": [{"sheet", "holds", "header_row", "rows"}], "unused": [{"sheet",
   "why"}], "counts", "total", "sample": five rows, "missing"}; "items" with --items.
  Amounts are text with two decimals, null where the list shows no price. Refused whole, naming
  sheet, row and column, for a code that stands twice, a price that is negative, over 200,000 or
  no number, a trim point that is no whole number, a cell that holds a fault, a missing column
  (--lacks names one the list is known not to have), a row or file of another year than --year.
  refusals: bad_file, bad_tariff, wrong_year, bad_tariff_year."""
_SAMPLE = 5


def read(raw: bytes, args: argparse.Namespace) -> dict[str, Any]:
    """The file as one object; raises BadInput."""
    from app.library.workbook import read_price_file

    name = "" if args.file == "-" else Path(args.file).name
    book = read_price_file(raw, name, args.year, lacking(args.lacks))
    shown = book_json(book)
    return {**shown, "items": items_json(book)} if args.items else shown


def lacking(names: list[str]) -> frozenset[Column]:
    """The columns of `--lacks`; raises BadInput `bad_value`."""
    from app.pricing.reader import Column

    try:
        return frozenset(map(Column, names))
    except ValueError:
        known = ", ".join(f"“{column}”" for column in Column)
        raise BadInput("bad_value", f"--lacks names one of {known}.", "lacks") from None


def book_json(book: PriceBook) -> dict[str, Any]:
    """What a price file holds, in figures and five rows."""
    counts: Counter[str] = Counter()
    for one in book.found:
        counts[one.holds] += one.rows
    rows = items_json(book, most=_SAMPLE)
    return {
        "valid": True,
        "normalised": book.tariff_year,
        "warnings": [f"Not in this file: {missing}." for missing in book.missing],
        "tariff_year": book.tariff_year,
        "years": list(book.years),
        "title": book.title,
        "sheets": [
            {
                "sheet": one.sheet,
                "holds": one.holds,
                "header_row": one.header_row,
                "rows": one.rows,
            }
            for one in book.found
        ],
        "unused": [{"sheet": one.sheet, "why": one.why} for one in book.unused],
        "counts": dict(counts),
        "total": counts.total(),
        "sample": rows,
        "missing": list(book.missing),
    }


def items_json(book: PriceBook, *, most: int | None = None) -> list[dict[str, Any]]:
    """The prices of a file in their order, all of them or the first few."""
    further = book.further
    rows: list[dict[str, Any]] = [hrg_json(row) for row in book.currencies[:most]]
    rows += [attendance_json(one) for one in further.attendances[:most]]
    rows += [item_json(one) for one in further.items[:most]]
    rows += [
        {"holds": "factors", "code": one.code, "name": one.name, "factor": f"{one.factor:f}"}
        for one in tuple(book.factors.values())[:most]
    ]
    return rows[:most]


def hrg_json(row: Currency) -> dict[str, Any]:
    """One HRG of a list."""
    amounts = {
        name: amount.plain if amount is not None else None
        for name, amount in (
            ("outpatient_procedure", row.outpatient_procedure),
            ("combined", row.combined),
            ("day_case", row.day_case),
            ("ordinary_elective", row.ordinary_elective),
            ("non_elective", row.non_elective),
            ("per_day", row.per_day),
            ("short_stay", row.short_stay),
        )
    }
    percent = row.short_stay_percent
    return {
        "holds": "admitted",
        "code": row.code,
        "name": row.name,
        **amounts,
        "elective_trim_days": row.elective_trim_days,
        "non_elective_trim_days": row.non_elective_trim_days,
        "short_stay_applies": row.short_stay_applies,
        "short_stay_percent": f"{percent:f}" if percent is not None else None,
        "best_practice": row.best_practice,
    }


def attendance_json(one: Attendance) -> dict[str, Any]:
    """One price of a clinic visit."""
    return {
        "holds": "attendances",
        "code": one.code,
        "treatment_function": one.treatment_function,
        "name": one.name,
        "first": one.first,
        "multi_professional": one.multi_professional,
        "face_to_face": one.face_to_face,
        "price": one.price.plain,
        "source": one.source.value,
        "confirmed": one.confirmed,
    }


def item_json(one: ItemPrice) -> dict[str, Any]:
    """One single price."""
    return {
        "holds": one.kind.value,
        "code": one.code,
        "name": one.name,
        "unit": one.unit,
        "admission": one.admission or None,
        "price": one.price.plain,
        "source": one.source.value,
        "confirmed": one.confirmed,
    }
