"""A price file as a whole, from its rows: which sheet is which, which year, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import BadInput
from app.core.money import Money
from app.pricing.book import PriceBook, read_book
from app.pricing.cells import Cell
from app.pricing.currencies import Kind, PriceSource
from app.pricing.kept import KeptPrices, from_text, to_text
from app.pricing.reader import Column
from app.pricing.sheets import Fault, Sheet
from tests.pricing.workbooks import ADMITTED_HEADER, ADMITTED_ROWS, OTHERS, admitted, sheets_of


def sheet(rows: Sequence[Any], name: str = "1 APC & OPROC", **more: Any) -> Sheet:
    widest = max(map(len, rows), default=0)  # a workbook hands over rows of one width
    cells = [
        ["" if cell is None else cell for cell in (*row, *[""] * (widest - len(row)))]
        for row in rows
    ]
    return Sheet(name=name, rows=cells, **more)


def book(*sheets: Sheet, year: str | None = None, hint: str = "") -> PriceBook:
    return read_book(sheets, tariff_year=year, hint=hint)


def whole(**changed: Any) -> PriceBook:
    return book(*(sheet(rows, name) for name, rows in sheets_of(**changed).items()))


def refusal(*sheets: Sheet, year: str | None = None, code: str = "bad_tariff") -> str:
    with pytest.raises(BadInput) as caught:
        read_book(sheets, tariff_year=year)
    assert caught.value.code == code
    return caught.value.message


def test_the_columns_of_admitted_care_are_read_with_reduction_and_flags() -> None:
    rows = {row.code: row for row in whole().currencies}
    stroke, split = rows["AA22D"], rows["CA11A"]
    assert (stroke.short_stay_applies, stroke.short_stay_percent) == (True, Decimal(25))
    assert stroke.short_stay == Money(1407_00)
    assert (split.short_stay_percent, split.non_elective) == (Decimal(25), Money(2500_50))
    assert rows["AA22C"].short_stay_applies is False
    assert rows["BZ34A"].short_stay_applies is None
    assert [row.best_practice for row in rows.values()] == ["", "BPT flag: Yes", "", ""]


@pytest.mark.parametrize("word", ["tariff", "price"])
@pytest.mark.parametrize("pound", [" (£)", " (GBP)", "", "\n(£)"])
def test_headers_of_other_years_are_the_same_columns(word: str, pound: str) -> None:
    header = [
        cell.replace("tariff", word).replace("\n", " ").replace(" (£)", pound)
        for cell in ADMITTED_HEADER
    ]
    rows = [
        *admitted()[:3],
        [cell if "BPT" in cell else cell.upper() for cell in header],
        *ADMITTED_ROWS,
    ]
    assert book(sheet(rows)).currencies == whole().currencies


def test_attendances_are_read_by_column_and_by_code() -> None:
    found = whole().further.attendances
    first = next(one for one in found if one.treatment_function == "330" and one.code == "WF01B")
    assert (first.name, first.price, first.confirmed) == ("Dermatology", Money(160_00), True)
    distant = next(one for one in found if not one.face_to_face)
    assert (distant.code, distant.first, distant.confirmed) == ("WF01D", True, False)
    rows = [
        ["Treatment function code", "HRG code", "Name", "Price (£)"],
        [330, "WF01A", "Dermatology", 80],
        [330, "WF01B", "Dermatology", 160],
        ["", "WF02A", "Any clinic", 95],
    ]
    coded = book(sheet(rows, "OPATT")).further.attendances
    assert [(one.treatment_function, one.code) for one in coded] == [
        ("330", "WF01A"),
        ("330", "WF01B"),
        ("", "WF02A"),
    ]


def test_a_column_in_words_alone_names_its_visit() -> None:
    rows = [
        ["TFC", "First attendance, multi-professional price", "Follow-up telephone price"],
        [330, 190, 40],
    ]
    found = book(sheet(rows, "OPATT")).further.attendances
    assert [(one.code, one.name) for one in found] == [("WF02B", "330"), ("WF01C", "330")]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ([330, "Again", 1, 1, 1, 1, 1], "330 stands in the list twice"),
        (["33", "Short", 1, 1, 1, 1, 1], "“33” is not a treatment function code"),
        ([340, "Dear", -1, 1, 1, 1, 1], "“-1” is not between 0"),
    ],
)
def test_a_faulty_row_of_attendances_is_named(row: list[Any], says: str) -> None:
    rows = [*OTHERS["2 OPATT"], row]
    message = refusal(sheet(rows, "2 OPATT"))
    assert says in message
    assert "Row 5 of sheet “2 OPATT”" in message


def test_a_visit_priced_by_two_columns_is_refused() -> None:
    rows = [["TFC", "WF01A price", "Follow up single price"], [330, 1, 2]]
    assert "stands in it twice" in refusal(sheet(rows, "OPATT"))


def test_single_prices_know_their_kind_unit_and_admission() -> None:
    further = whole().further
    delivery = further.of(Kind.MATERNITY)[0]
    assert (delivery.code, delivery.unit, delivery.price) == ("NZ30A", "delivery", Money(2900_00))
    scan = further.of(Kind.UNBUNDLED)[0]
    assert (scan.unit, scan.confirmed, scan.factor_applies) == ("scan", False, True)
    cataract = further.of(Kind.OTHER_UNIT_PRICE)
    assert [(one.code, one.admission) for one in cataract] == [
        ("BZ34A", "day_case"),
        ("BZ34A", "elective"),
    ]
    assert further.of(Kind.EMERGENCY)[0].code == "VB01Z"


@pytest.mark.parametrize(
    ("header", "admissions"),
    [
        ("Non-elective spell price (£)", ["non_elective"]),
        ("Outpatient procedure price (£)", ["outpatient_procedure"]),
        ("DC/EL price (£)", ["day_case", "elective"]),
        ("Day case price (£)", ["day_case"]),
        ("Ordinary elective price (£)", ["elective"]),
        ("Unit price (£)", [""]),
    ],
)
def test_the_header_of_a_price_names_the_admission(header: str, admissions: list[str]) -> None:
    rows = [["HRG code", "HRG name", header], ["BZ34A", "Cataract", 812]]
    found = book(sheet(admitted()), sheet(rows, "4b Other unit prices")).further.items
    assert [one.admission for one in found] == admissions


def test_several_columns_of_one_kind_tell_their_rows_apart() -> None:
    rows = [
        ["Pathway", "Standard price (£)", "Intensive price (£)"],
        ["Antenatal", 1000, 2500],
        ["Postnatal", 250, "-"],
    ]
    found = book(sheet(rows, "3 Maternity")).further.items
    assert [(one.name, one.price.pence) for one in found] == [
        ("Antenatal: Standard price (£)", 1000_00),
        ("Postnatal: Standard price (£)", 250_00),
        ("Antenatal: Intensive price (£)", 2500_00),
    ]


def test_guide_prices_are_marked_by_sheet_or_column() -> None:
    rows = [["HRG code", "HRG name", "Guide price (£)"], ["RD01A", "Scan", 145]]
    (scan,) = book(sheet(rows, "Unbundled")).further.items
    assert scan.source is PriceSource.GUIDE_PRICE
    rows = [["Guide prices"], ["HRG code", "HRG name", "Price (£)"], ["RD01A", "Scan", 145]]
    assert book(sheet(rows, "x")).further.items[0].source is PriceSource.GUIDE_PRICE


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (["NZ30A", "Again", "delivery", 5], None),
        (["NZ30A", "Normal delivery with CC Score 2+", "", 5], "NZ30A stands in it twice"),
        (["not a code!", "Delivery", "", 5], "is not a code such as RD01A"),
        (["", "", "", 5], "without a code and a name"),
        (["NZ31A", "Delivery", "", "TBC"], "“TBC” is not a price"),
        (["Notes: see the guidance", "", "", ""], None),
        (["WF01A", "Clinic", "", 5], None),
    ],
)
def test_a_faulty_single_price_is_named(row: list[Any], says: str | None) -> None:
    rows = sheet([*OTHERS["3 Maternity"], row], "3 Maternity")
    if says is None:
        assert book(rows).found
    else:
        assert says in refusal(rows)


def test_a_clinic_of_no_function_is_refused_where_one_is_written() -> None:
    rows = [["TFC", "HRG code", "Price (£)"], ["x", "WF01A", 5]]
    assert "“x” is not a treatment function code" in refusal(sheet(rows, "OPATT"))


def test_codes_alone_tell_what_a_sheet_holds_and_without_them_it_is_left() -> None:
    rows = [["HRG code", "HRG name", "Price (£)"], ["XC01Z", "Critical care", 900]]
    assert book(sheet(rows, "x")).further.of(Kind.CRITICAL_CARE)
    rows = [["Item", "Price (£)"], ["Parking", 3]]
    left = book(sheet(admitted()), sheet(rows, "Car park"))
    assert [one.sheet for one in left.unused] == ["Car park"]
    blank = [["HRG code", "Price (£)"]]
    assert len(book(sheet(admitted()), sheet(blank, "Blank")).unused) == 1


def test_of_several_tables_of_hrgs_the_fullest_is_admitted_care() -> None:
    found = whole()
    assert found.found[0].holds == "admitted"
    alone = sheet(OTHERS["4b Other unit prices"], "4b Other unit prices")
    assert book(alone).found[0].holds == "other_unit_price"
    bare = sheet([["HRG code", "HRG name", "Something"], ["AA22C", "Stroke", 5]], "x")
    assert "Missing: “outpatient procedure”" in refusal(bare)


def test_a_column_known_to_be_missing_may_be() -> None:
    places = [at for at, cell in enumerate(ADMITTED_HEADER) if "Day case spell" not in cell]
    rows = [[row[at] for at in places] for row in (ADMITTED_HEADER, *ADMITTED_ROWS)]
    assert "Missing: “day case”" in refusal(sheet(rows))
    read = read_book([sheet(rows)], lacks=frozenset({Column.DAY_CASE}))
    assert read.currencies[2].day_case is None


def test_factors_keep_six_decimals_and_the_underlying_index_is_no_factor() -> None:
    factors = whole().factors
    assert factors["R1H"].factor == Decimal("1.148886")
    assert f"{factors['RK9'].factor:f}" == "1.000000"


def test_of_several_years_of_factors_that_of_the_list_counts() -> None:
    rows = [["Org code", "2024/25 MFF", "2025/26 MFF"], ["R1H", 1.1, 1.2]]
    read = book(sheet(admitted()), sheet(rows, "MFF"))
    assert read.factors["R1H"].factor == Decimal("1.200000")
    assert "Several columns hold factors" in refusal(sheet(rows, "MFF"))
    unnamed = [["Org code", "MFF old", "MFF new"], ["R1H", 1.1, 1.2]]
    assert "Several columns" in refusal(sheet(unnamed, "MFF"), year="2025/26")


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (["R1H", "Again", 1, 1.1], "R1H stands in the list twice"),
        (["!", "None", 1, 1.1], "“!” is not a provider code"),
        (["RXX", "High", 1, 3.1], "“3.1” is not a factor"),
        (["RXX", "Word", 1, "one"], "“one” is not a factor"),
        (["RXX", "Day", 1, date(2026, 4, 1)], "“2026-04-01” is not a factor"),
    ],
)
def test_a_faulty_factor_is_named(row: list[Any], says: str) -> None:
    assert says in refusal(sheet([*OTHERS["MFF"], row], "MFF"))


def test_two_sheets_of_factors_are_one_too_many() -> None:
    two = (sheet(OTHERS["MFF"], "MFF"), sheet(OTHERS["MFF"], "MFF 2"))
    assert "more than one sheet" in refusal(*two)


@pytest.mark.parametrize(
    ("titles", "hint", "years"),
    [
        ((), "", ()),
        ((), "25-26NHSPS-prices-pay-award.xlsx", ("2025/26",)),
        ((), "apc_oproc_2018_19.csv", ("2018/19",)),
        (("2023/25 NHS Payment Scheme", "2024-25 prices"), "", ("2024/25",)),
        (("2017/19 National Tariff",), "", ()),
        (("Changes from 2024/25 to 2025/26",), "", ("2024/25", "2025/26")),
    ],
)
def test_the_year_is_read_from_the_words_above_else_from_the_name(
    titles: tuple[str, ...], hint: str, years: tuple[str, ...]
) -> None:
    rows = [*([title] for title in titles), ADMITTED_HEADER, *ADMITTED_ROWS]
    found = book(sheet(rows), hint=hint)
    assert found.years == years
    assert found.tariff_year == (years[0] if len(years) == 1 else None)


def test_h9_a_file_of_another_year_is_refused() -> None:
    assert "of 2025/26, not of 2026/27" in refusal(
        sheet(admitted()), year="2026/27", code="wrong_year"
    )
    assert refusal(sheet(admitted()), year="2025", code="bad_tariff_year")
    rows = [("Year", *ADMITTED_HEADER), *((year, *row) for year, row in _two_years())]
    assert "“2024/25” is not 2025/26" in refusal(sheet(rows), year="2025/26")


def _two_years() -> list[tuple[str, Sequence[Any]]]:
    return list(zip(("2025/26", "2024/25"), ADMITTED_ROWS, strict=False))


def test_what_is_missing_is_said() -> None:
    short = [at for at, cell in enumerate(ADMITTED_HEADER) if "short stay" not in cell]
    rows = [[row[at] for at in short] for row in (ADMITTED_HEADER, *ADMITTED_ROWS)]
    missing = book(sheet(rows)).missing
    assert "the reduced price of a short emergency stay" in missing
    assert any("BZ34" in one for one in missing)
    assert any("any price of 1 HRGs, such as BZ34A" in one for one in missing)
    lacks = frozenset({Column.ELECTIVE_TRIM, Column.NON_ELECTIVE_TRIM, Column.PER_DAY})
    plain = [at for at, cell in enumerate(ADMITTED_HEADER) if "long stay" not in cell]
    rows = [[row[at] for at in plain] for row in (ADMITTED_HEADER, *ADMITTED_ROWS)]
    assert "trim points and long-stay payments" in read_book([sheet(rows)], lacks=lacks).missing
    assert whole().missing == ()


def test_hidden_sheets_are_left_and_faults_and_merged_rows_refuse() -> None:
    hidden = book(sheet(admitted()), sheet(OTHERS["MFF"], "MFF", hidden=True))
    assert [(one.sheet, one.why) for one in hidden.unused] == [("MFF", "hidden")]
    fault = Fault(6, "D6", "holds a fault of its formula, such as #REF!")
    assert "D6 holds a fault" in refusal(sheet(admitted(), faults=(fault,)))
    above = Fault(1, "A1", "holds a fault of its formula, such as #REF!")
    assert book(sheet(admitted(), faults=(above,), merged=((1, 2),))).currencies
    assert "cells are merged" in refusal(sheet(admitted(), merged=((5, 6),)))


@pytest.mark.parametrize(
    ("place", "cell", "says"),
    [
        (3, time(3, 4), "is a day or a time"),
        (3, datetime(2025, 4, 1, tzinfo=UTC), "“2025-04-01” is a day or a time"),
        (6, 1.5, "“1.5” is not a whole number of days"),
        (10, "maybe", "“maybe” is neither Yes nor No"),
        (11, "a lot", "“a lot” is not a percentage"),
        (11, 250, "“250” is not between 0 and 100 per cent"),
        (11, date(2025, 4, 1), "is not a percentage"),
        (11, "NaN", "is not between 0 and 100"),
        (3, "x" * 200, "xxx…”"),
    ],
)
def test_a_cell_of_another_kind_is_named_with_its_row(place: int, cell: Cell, says: str) -> None:
    row: list[Any] = list(ADMITTED_ROWS[0])
    row[0], row[place] = "AA99Z", cell
    message = refusal(sheet(admitted(row)))
    assert says in message
    assert "Row 9 of sheet “1 APC & OPROC”" in message


@pytest.mark.parametrize(
    ("cell", "percent"),
    [
        (0.25, "25"),
        (25, "25"),
        ("25%", "25"),
        (0, "0"),
        (1, "100"),
        ("-", None),
        ("12.5 %", "12.5"),
    ],
)
def test_a_percentage_is_read_however_it_is_written(cell: Cell, percent: str | None) -> None:
    row: list[Any] = list(ADMITTED_ROWS[0])
    row[0], row[11] = "AA99Z", cell
    read = book(sheet(admitted(row))).currencies[-1].short_stay_percent
    assert read == (None if percent is None else Decimal(percent))


def test_an_accepted_list_is_kept_as_it_was_and_the_same_text_each_time() -> None:
    read = whole()
    kept = KeptPrices(currencies=read.currencies, further=read.further, factors=read.factors)
    again = from_text(to_text(kept))
    assert again == kept
    assert to_text(again) == to_text(kept)
    assert kept.rows == sum(one.rows for one in read.found)


def test_true_does_not_pass_for_the_1_before_it_and_a_dash_is_no_trim_point() -> None:
    ones: list[Any] = list(ADMITTED_ROWS[0])
    ones[0], ones[3], ones[6] = "AA98Z", 1, "-"
    true = [*ones]
    true[0], true[3] = "AA99Z", True
    assert book(sheet(admitted(ones))).currencies[-1].elective_trim_days is None
    assert "“TRUE” is a true or false" in refusal(sheet(admitted(ones, true)))


_CELLS = st.one_of(
    st.sampled_from(["HRG code", "HRG name", "Price (£)", "AA22C", "-", "", "Yes", "MFF", "TFC"]),
    st.sampled_from(ADMITTED_HEADER),
    st.integers(-5, 300_000),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(),
    st.text(max_size=8),
)


@settings(deadline=None, max_examples=200)
@given(st.lists(st.lists(_CELLS, max_size=16), max_size=16), st.booleans())
def test_any_rows_are_read_or_refused_and_never_a_fault(
    rows: list[list[Cell]], below: bool
) -> None:
    cells = [*admitted(), *rows] if below else rows
    with suppress(BadInput):
        book(sheet(cells), year="2025/26")


@settings(deadline=None, max_examples=100)
@given(
    st.lists(
        st.tuples(st.integers(0, 20_000_000), st.integers(0, 9999)),
        min_size=1,
        max_size=30,
    )
)
def test_every_price_and_day_comes_out_as_it_went_in(rows: list[tuple[int, int]]) -> None:
    """By the pence, whether the workbook wrote a number or the text of one."""
    lines = []
    for at, (pence, days) in enumerate(rows):
        pounds = Money(pence).plain
        row: list[Any] = list(ADMITTED_ROWS[0])
        row[0], row[3], row[6], row[7] = f"AB{at:02d}Z", float(pounds), days, pounds
        lines.append(row)
    read = book(sheet([ADMITTED_HEADER, *lines]), year="2025/26").currencies
    assert [(one.combined, one.elective_trim_days) for one in read] == [
        (Money(pence), days) for pence, days in rows
    ]
    assert [one.non_elective for one in read] == [Money(pence) for pence, _ in rows]
