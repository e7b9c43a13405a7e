"""The price lists that ship: whole, dated, sourced."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.core.errors import Known
from app.library import tariff_files
from app.library.tariffs import load_market_forces, load_names, load_shelf
from app.pricing.tariff import Admission


@pytest.mark.parametrize(("year", "rows"), [("2017/18", 2303), ("2018/19", 2303), ("2025/26", 184)])
def test_each_list_holds_the_published_number_of_hrgs(year: str, rows: int) -> None:
    assert len(load_shelf().edition(year).currencies) == rows


def test_every_list_names_its_source_and_licence() -> None:
    for edition in load_shelf().editions:
        assert edition.source
        assert edition.note
        assert "Open Government Licence v3.0" in edition.licence
        assert edition.published_on < date(2026, 1, 1)


def test_h9_the_mixed_years_of_the_long_stay_columns_are_said() -> None:
    assert "2017/18" in load_shelf().edition("2018/19").long_stay_note
    assert "2018/19" in load_shelf().edition("2017/18").long_stay_note


@pytest.mark.parametrize(
    ("day", "code", "admission", "base", "trim"),
    [
        (date(2018, 5, 1), "AA22C", Admission.NON_ELECTIVE, "9859.00", 98),
        (date(2018, 3, 31), "AA22C", Admission.NON_ELECTIVE, "9766.00", 98),
        (date(2018, 5, 1), "CA11A", Admission.DAY_CASE, "1243.00", None),
        (date(2018, 5, 1), "CA11A", Admission.ELECTIVE, "1125.00", 5),
        (date(2026, 3, 9), "HN12F", Admission.ELECTIVE, "7251.00", None),
        (date(2026, 3, 9), "HC50A", Admission.ELECTIVE, "39403.00", None),
    ],
)
def test_published_prices_come_out_for_their_day(
    day: date, code: str, admission: Admission, base: str, trim: int | None
) -> None:
    price = load_shelf().for_day(day).price(code, admission)
    assert price.base.plain == base
    assert price.trim_days == trim


def test_six_hrgs_of_2018_19_have_no_price_at_all() -> None:
    edition = load_shelf().edition("2018/19")
    bare = [
        row.code
        for row in edition.currencies.values()
        if all(row.price(admission) is None for admission in Admission)
    ]
    assert bare == ["AA27Z", "LA97A", "PB03Z", "SB97Z", "SC97Z", "UZ01Z"]


@pytest.mark.parametrize("day", [date(2019, 4, 1), date(2024, 5, 1), date(2026, 11, 22)])
def test_a_day_without_a_list_is_refused(day: date) -> None:
    with pytest.raises(Known) as caught:
        load_shelf().for_day(day)
    assert caught.value.code == "no_price"


def test_the_factors_of_2026_27_are_those_published() -> None:
    forces = load_market_forces()
    assert len(forces.providers("2026/27")) == 205
    assert forces.factor("R1H", "2026/27") == Decimal("1.148886")
    assert forces.factor("RK9", "2026/27") == Decimal("1.000000")
    assert forces.factor("RP4", "2026/27") == Decimal("1.179944")


@pytest.mark.parametrize(
    ("of", "count", "code", "name"),
    [
        ("treatment_functions", 152, "330", "Dermatology"),
        ("specialties", 86, "100", "General Surgery"),
        ("subchapters", 64, "AA", "Nervous System Procedures and Disorders"),
    ],
)
def test_codes_have_names(of: str, count: int, code: str, name: str) -> None:
    names = load_names(of)
    assert len(names) == count
    assert names[code] == name


def test_a_changed_price_file_is_refused() -> None:
    entry = {"file": "hrg_subchapters.csv", "sha256": "0" * 64}
    with pytest.raises(Known) as caught:
        tariff_files.read_file(entry)
    assert caught.value.code == "bad_tariff"
