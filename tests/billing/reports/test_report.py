"""One value, drawn three ways: what a spreadsheet gets."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from app.billing.reports.report import Column, Kind, Report, as_csv, shown
from app.billing.reports.tables import calibration_table
from app.core.money import Money
from app.pricing.calibration import Record
from tests.billing.reports.made_up import TERMS

ON = date(2026, 3, 31)


def report(*rows: tuple[str, Money], totals: tuple[str, Money] | tuple[()] = ()) -> Report:
    return Report(
        name="test",
        title="Test",
        sentence="",
        as_of=ON,
        columns=(Column("Who, and what", Kind.TEXT), Column("Owed", Kind.MONEY)),
        rows=rows,
        totals=totals,
    )


def test_csv_is_utf_8_with_crlf_one_header_row_and_plain_amounts() -> None:
    made = report(("Anna-Zoë", Money(123_456)), totals=("Total", Money(-5)))
    assert as_csv(made) == '"Who, and what",Owed\r\nAnna-Zoë,1234.56\r\nTotal,-0.05\r\n'.encode()
    assert made.stem == "test_2026-03-31"


@given(st.text(st.characters(codec="utf-8")), st.integers(-(10**9), 10**9))
def test_any_text_comes_back_and_none_is_run_by_a_spreadsheet(text: str, pence: int) -> None:
    told = as_csv(report((text, Money(pence)))).decode("utf-8")
    rows = list(csv.reader(StringIO(told, newline="")))
    assert len(rows) == 2
    assert rows[1][0].removeprefix(" ") == text.removeprefix(" ")
    assert not rows[1][0].startswith(("=", "+", "-", "@", "\t", "\r"))
    assert Money.parse(rows[1][1]) == Money(pence)


def test_cells_are_shown_as_people_write_them() -> None:
    cells = (Money(123_456), 1_204, Decimal("34.3"), ON, "not yet")
    assert [shown(cell) for cell in cells] == [
        *("£1,234.56", "1,204", "34.3 %", "31-Mar-2026", "not yet")
    ]


def test_figures_stand_at_the_right() -> None:
    assert [kind.is_figure for kind in Kind] == [False, False, True, True, True]


def test_how_good_estimates_were_is_told_by_specialty() -> None:
    found = Record(
        specialty="HN",
        finals=20,
        held=17,
        mean_error=Money(-1_250),
        mean_error_per_mille=-34,
    )
    table = calibration_table([("Orthopaedics", found)], TERMS, as_of=ON)
    assert table.rows == (("Orthopaedics", 20, 17, Money(-1_250), Decimal("-3.4")),)
