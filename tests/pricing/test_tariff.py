"""Price lists: the right column, the right edition, never another year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import BadInput, Known
from app.core.money import Money
from app.pricing.made_up import made_up_edition
from app.pricing.tariff import Admission, BasePrice, Currency, Shelf, tariff_year_of
from app.pricing.years import year_bounds
from tests.pricing.lists import NO_LONG_STAY, SHELF, edition

LIST = edition()


def _code(caught: pytest.ExceptionInfo[Known]) -> str:
    return caught.value.code


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2019, 3, 31), "2018/19"),
        (date(2019, 4, 1), "2019/20"),
        (date(2000, 1, 1), "1999/00"),
        (date(2025, 6, 27), "2025/26"),
    ],
)
def test_the_tariff_year_starts_on_the_first_of_april(day: date, year: str) -> None:
    assert tariff_year_of(day) == year


@settings(deadline=None)
@given(st.dates(date(2000, 4, 1), date(2099, 3, 31)))
def test_every_day_lies_within_its_tariff_year(day: date) -> None:
    first, last = year_bounds(tariff_year_of(day))
    assert first <= day <= last


@pytest.mark.parametrize(
    "written", ["2018", "2018/2019", "2018/20", "2018-19", "2018/19\n", "", "18/19"]
)
def test_a_year_written_otherwise_is_refused(written: str) -> None:
    with pytest.raises(BadInput) as caught:
        SHELF.edition(written)
    assert _code(caught) == "bad_tariff_year"


@pytest.mark.parametrize(
    ("code", "admission", "expected"),
    [
        ("AA10A", Admission.ELECTIVE, BasePrice(Money(800000), 20, Money(20000))),
        ("AA10A", Admission.NON_ELECTIVE, BasePrice(Money(900000), 30, Money(20000))),
        ("AA10A", Admission.DAY_CASE, BasePrice(Money(800000))),
        ("AA10D", Admission.OUTPATIENT_PROCEDURE, BasePrice(Money(15000))),
        ("AA11Z", Admission.DAY_CASE, BasePrice(Money(124300))),
        ("AA11Z", Admission.ELECTIVE, BasePrice(Money(112500), 7, Money(18000))),
    ],
)
def test_the_admission_picks_the_column(
    code: str, admission: Admission, expected: BasePrice
) -> None:
    assert LIST.price(code, admission) == expected


@pytest.mark.parametrize(
    ("code", "admission"),
    [
        ("AA12Z", Admission.ELECTIVE),
        ("AA12Z", Admission.NON_ELECTIVE),
        ("AA10A", Admission.OUTPATIENT_PROCEDURE),
        ("AA10A", Admission.OUTPATIENT_ATTENDANCE),
        ("ZZ99Z", Admission.ELECTIVE),
    ],
)
def test_a_price_the_list_does_not_hold_is_refused(code: str, admission: Admission) -> None:
    with pytest.raises(Known) as caught:
        LIST.price(code, admission)
    assert _code(caught) == "no_price"
    assert code in caught.value.message


def test_only_nights_beyond_the_trim_point_are_excess() -> None:
    price = BasePrice(Money(1), 98, Money(1))
    assert [price.excess_days(nights) for nights in (0, 98, 99, 110)] == [0, 0, 1, 12]


def test_a_list_without_long_stay_payments_adds_no_days() -> None:
    text = "hrg_code,hrg_name,combined_daycase_elective_price,non_elective_price,"
    text += "outpatient_procedure_price,day_case_price,ordinary_elective_price\n"
    bare = edition(text=text + "AA10A,Nerves,100,200,,,\n", lacks=NO_LONG_STAY)
    assert bare.price("AA10A", Admission.ELECTIVE).excess_days(400) == 0


def test_the_latest_published_edition_of_the_year_prices() -> None:
    shelf = SHELF.with_edition(edition(name="Pay award", published_on=date(2018, 8, 1)))
    assert shelf.edition("2018/19").edition == "Pay award"
    assert shelf.edition("2018/19", "First edition").edition == "First edition"
    assert shelf.for_day(date(2018, 4, 1)).edition == "Pay award"


def test_what_was_published_later_did_not_price_an_older_case() -> None:
    shelf = SHELF.with_edition(edition(name="Pay award", published_on=date(2018, 8, 1)))
    then = shelf.for_day(date(2018, 5, 1), known_on=date(2018, 7, 31))
    assert then.edition == "First edition"


def test_an_edition_for_part_of_a_year_prices_only_that_part() -> None:
    autumn = edition(name="Autumn", published_on=date(2018, 9, 1), effective_from=date(2018, 10, 1))
    shelf = SHELF.with_edition(autumn)
    assert shelf.for_day(date(2018, 9, 30)).edition == "First edition"
    assert shelf.for_day(date(2018, 10, 1)).edition == "Autumn"


@pytest.mark.parametrize(
    ("year", "name", "field"),
    [("2019/20", None, "tariff_year"), ("2018/19", "Second edition", "edition")],
)
def test_another_year_or_edition_is_never_used_instead(
    year: str, name: str | None, field: str
) -> None:
    with pytest.raises(Known) as caught:
        SHELF.edition(year, name)
    assert (_code(caught), caught.value.field) == ("no_price", field)


def test_a_day_outside_the_year_is_refused() -> None:
    with pytest.raises(Known) as caught:
        SHELF.edition("2018/19", on=date(2019, 4, 1))
    assert _code(caught) == "wrong_year"
    assert "2019/20" in caught.value.message


def test_an_empty_shelf_says_so() -> None:
    with pytest.raises(Known, match="Years at hand: none"):
        Shelf(()).for_day(date(2018, 5, 1))


def test_the_rows_are_read_once_and_only_when_asked_for() -> None:
    reads: list[str] = []
    whole = edition()

    def rows() -> Iterable[Currency]:
        reads.append("read")
        return whole.rows()

    counted = replace(whole, rows=rows)
    assert reads == []
    counted.currency("AA10A")
    counted.priced_under("AA10", Admission.ELECTIVE)
    assert reads == ["read"]


def test_made_up_prices_carry_their_label() -> None:
    invented = made_up_edition(LIST, "2026/27")
    assert invented.made_up
    assert invented.tariff_year in invented.edition
    assert "Made up" in invented.source
    assert invented.effective_to == date(2027, 3, 31)
    assert SHELF.with_edition(invented).years() == ("2018/19", "2026/27")
