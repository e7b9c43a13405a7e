"""Price lists are taken whole or refused with the row and column at fault."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import BadInput
from app.core.money import Money
from app.pricing.reader import OPTIONAL, Column, read_price_list, read_rows
from tests.pricing.lists import HEADER, NO_LONG_STAY, ROWS, TEXT

ANNEX_A = (
    ["1 APC & OPROC", "", ""],
    ["National prices", "", ""],
    [
        " HRG\ncode ",
        "HRG name",
        "Outpatient procedure tariff (£)",
        "Combined day case /  ordinary elective spell tariff (£)",
        "Day case spell tariff (£)",
        "Ordinary elective spell tariff (£)",
        "Ordinary elective long stay trim point (days)",
        "Non-elective spell tariff (£)",
        "Non-elective long stay trim point (days)",
        "Per day long stay payment (for days exceeding trim point) (£)",
        "Reduced short stay emergency tariff applicable?",
    ],
    ["AA22C", "Stroke", "-", "8,207", "", "", "117", "£9,766", "98", "240", "No"],
    ["", "", "", "", "", "", "", "", "", "", ""],
)


def _refusal(text: str, *, lacks: frozenset[Column] = frozenset()) -> str:
    with pytest.raises(BadInput) as caught:
        read_price_list(text, tariff_year="2018/19", lacks=lacks)
    assert (caught.value.code, caught.value.field) == ("bad_tariff", "tariff")
    return caught.value.message


def _with_row(row: str) -> str:
    return "\n".join((HEADER, *ROWS, row))


def test_every_row_is_read_with_blank_dash_and_na_as_no_price() -> None:
    rows = read_price_list(TEXT, tariff_year="2018/19")
    assert [row.code for row in rows] == ["AA10A", "AA10B", "AA10C", "AA10D", "AA11Z", "AA12Z"]
    assert rows[4].combined is None
    assert rows[4].day_case == Money.parse("1243")
    assert rows[5].outpatient_procedure is None


def test_the_header_of_the_published_workbook_is_found_below_its_titles() -> None:
    (row,) = read_rows(ANNEX_A, tariff_year="2017/18")
    assert (row.code, row.combined, row.non_elective) == ("AA22C", Money(820700), Money(976600))
    assert (row.elective_trim_days, row.non_elective_trim_days) == (117, 98)
    assert row.per_day == Money(24000)


def test_windows_line_ends_change_nothing() -> None:
    windows = read_price_list(TEXT.replace("\n", "\r\n"), tariff_year="2018/19")
    assert windows == read_price_list(TEXT, tariff_year="2018/19")


@pytest.mark.parametrize("column", [column for column in Column if column not in OPTIONAL])
def test_a_missing_column_is_named(column: Column) -> None:
    printed: list[Column] = [one for one in Column if one not in OPTIONAL]
    header = HEADER.split(",")
    header[printed.index(column)] = "something_else"
    assert f"“{column}”" in _refusal(",".join(header) + "\n" + "\n".join(ROWS))


def test_a_column_the_list_is_known_to_lack_may_be_missing() -> None:
    header = "hrg_code,hrg_name,outpatient_procedure_price,combined_daycase_elective_price,"
    header += "day_case_price,ordinary_elective_price,non_elective_price"
    text = f"{header}\nAA10A,Nerves,,100,,,200\n"
    (row,) = read_price_list(text, tariff_year="2018/19", lacks=NO_LONG_STAY)
    assert row.elective_trim_days is None
    assert "trim point" in _refusal(text)


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ("AA10A,Again,,1,,,1,1,1,1", "Row 8: AA10A stands in the list twice"),
        ("AA1,Short,,1,,,1,1,1,1", "Row 8, column “HRG code”: “AA1”"),
        ("aa10e,Small,,1,,,1,1,1,1", "“aa10e”"),
        ("AA10E,,,1,,,1,1,1,1", "column “HRG name”"),
        ("AA10E,Low,,-5,,,1,1,1,1", "“-5” is not between 0"),
        ("AA10E,High,,200000.01,,,1,1,1,1", "“200000.01” is not between 0"),
        ("AA10E,Word,,cheap,,,1,1,1,1", "“cheap” is not a price"),
        ("AA10E,Trim,,1,,,1.5,1,1,1", "column “elective trim point”: “1.5”"),
        ("AA10E,Trim,,1,,,1,1,-1,1", "column “non-elective trim point”: “-1”"),
        ("AA10E,Cut,,1", "the row ends before it"),
        ('AA10E,"Open quote,,1,,,1,1,1,1', "not comma-separated text"),
    ],
)
def test_a_faulty_row_refuses_the_whole_list_and_is_named(row: str, named: str) -> None:
    assert named in _refusal(_with_row(row))


def test_the_dearest_price_allowed_is_taken() -> None:
    rows = read_price_list(_with_row("AA10E,High,,200000,,,1,0,0,1"), tariff_year="2018/19")
    assert rows[-1].combined == Money(200_000_00)


def test_a_row_of_another_year_refuses_the_list() -> None:
    text = f"tariff_year,{HEADER}\n2017/18,{ROWS[0]}\n"
    assert "“2017/18” is not 2018/19" in _refusal(text)


def test_a_column_that_stands_twice_is_named() -> None:
    assert "stands in it twice" in _refusal(f"{HEADER},hrg_code\n{ROWS[0]},AA10A\n")


@pytest.mark.parametrize("text", ["", "\n" * 20, "\n" * 12 + TEXT, "a,b\n1,2\n"])
def test_a_file_without_the_header_is_refused(text: str) -> None:
    assert "“HRG code”" in _refusal(text)


def test_a_list_without_rows_is_refused() -> None:
    assert "holds no HRG" in _refusal(HEADER + "\n,,,\n")


@settings(deadline=None, max_examples=300)
@given(st.text(alphabet=st.sampled_from('A1a,"\n\r-.£\x00 é;'), max_size=80))
def test_any_text_is_read_or_refused_and_never_a_fault(noise: str) -> None:
    with suppress(BadInput):
        read_price_list(TEXT + noise, tariff_year="2018/19")
