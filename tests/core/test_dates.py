"""Dates: every form a clerk types, one form back, and a sentence for anything else."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.dates import (
    FIRST_SHOWN,
    add_months,
    age_in_months,
    age_in_years,
    clock_time,
    days_after,
    financial_year_start,
    london_day,
    long,
    parse_date,
    parse_iso,
    show,
    working_days_after,
)
from app.core.errors import BadInput
from tests.core.attempt import attempt

TODAY = date(2026, 7, 2)
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
near = st.dates(date(1977, 1, 1), date(2075, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "14/7/26",
        "140726",
        "14/07/2026",
        "14072026",
        "14-7-26",
        "14.7.26",
        "14 7 26",
        "14-Jul-2026",
        "14 July 2026",
        "14 jul 26",
        "14 JUL. 2026",
        "14th July 2026",
        "14th of July, 2026",
        "14Jul26",
        "14/Jul/2026",
        "14.7.2026.",
        "2026-07-14",
        "2026/07/14",
        "2026 7 14",
        "2026-7-14",
        " 14/7/26\n",
        "+12d",
    ],
)
def test_the_leaving_date_reads_in_every_form_a_clerk_types(text: str) -> None:
    assert parse_date(text, TODAY) == date(2026, 7, 14)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("+3w", date(2026, 7, 23)),
        ("+3 W", date(2026, 7, 23)),
        ("+0d", date(2026, 7, 2)),
        ("+6m", date(2027, 1, 2)),
        ("+1y", date(2027, 7, 2)),
        ("July 2026", date(2026, 7, 31)),
        ("feb 2028", date(2028, 2, 29)),
        ("Sept  2026", date(2026, 9, 30)),
        ("today", date(2026, 7, 2)),
        ("T", date(2026, 7, 2)),
    ],
)
def test_a_date_reads_as_said_from_today(text: str, day: date) -> None:
    assert parse_date(text, TODAY) == day


def test_six_months_from_the_last_of_august_is_the_last_of_february() -> None:
    assert parse_date("+6m", date(2026, 8, 31)) == date(2027, 2, 28)


@settings(deadline=None)
@given(days, days)
def test_what_is_shown_reads_back(day: date, today: date) -> None:
    assert parse_date(show(day), today) == day
    assert parse_date(long(day), today) == day
    assert parse_iso(day.isoformat()) == day


@settings(deadline=None)
@given(near)
def test_two_figures_name_a_year_of_our_time(day: date) -> None:
    for text in (day.strftime("%d/%m/%y"), day.strftime("%d%m%y"), day.strftime("%d-%m-%y")):
        assert parse_date(text, TODAY) == day


@settings(deadline=None)
@given(days, st.integers(0, 99))
def test_two_figures_mean_the_nearest_such_year(today: date, figures: int) -> None:
    read = parse_date(f"1/6/{figures:02d}", today)
    assert read.year % 100 == figures
    assert abs(read.year - today.year) <= 50


@settings(deadline=None)
@given(days, st.integers(0, 99), st.integers(1, 12), st.integers(1, 28))
def test_a_birth_of_two_figures_never_lies_ahead(
    today: date, figures: int, month: int, day: int
) -> None:
    read = parse_date(f"{day}/{month}/{figures:02d}", today, past=True)
    assert read.year % 100 == figures
    assert read <= today < add_months(read, 1200)


def test_a_centenarian_to_be_is_not_read_as_unborn() -> None:
    assert parse_date("31/12/26", TODAY, past=True) == date(1926, 12, 31)
    assert parse_date("2/7/26", TODAY, past=True) == TODAY


@pytest.mark.parametrize(
    "text",
    [
        "31/2/26",
        "29/2/2026",
        "0/7/26",
        "14/13/26",
        "310426",
        "2026-02-30",
        "32 May 2026",
        "1/1/0000",
        "20260714",
    ],
)
def test_an_impossible_day_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(BadInput, match=f"There is no such day as “{text}”") as refused:
        parse_date(text, TODAY, field="leaving_date")
    assert (refused.value.code, refused.value.field) == ("bad_date", "leaving_date")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "14",
        "14/7",
        "14 Julember 2026",
        "Julember 2026",
        "July",
        "July 0000",
        "+3",
        "+w",
        "-3w",
        "+9999d",
        "7/14/2026/1",
        "14/7/026",
        "1407206",
    ],
)
def test_what_is_no_date_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(BadInput, match=r"Enter a date such as 14/7/26"):
        parse_date(text, TODAY)


@pytest.mark.parametrize("text", ["+999y", "+999m", "+999w", "+999d"])
def test_a_day_past_the_end_of_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="Enter a date such as"):
        parse_date(text, date(9999, 12, 31))


@settings(deadline=None, max_examples=1000)
@given(
    st.text(st.characters()) | st.text("0123456789/-. +dwmyjulfebt", max_size=14),
    st.dates(),
    st.booleans(),
)
def test_any_text_is_a_date_or_a_sentence(text: str, today: date, past: bool) -> None:
    found = attempt(lambda: parse_date(text, today, past=past, field="born"))
    if isinstance(found, BadInput):
        assert (found.code, found.field) == ("bad_date", "born")
        assert found.message.endswith(".")
    else:
        assert type(found) is date


@settings(deadline=None)
@given(st.text(st.characters(), max_size=12) | st.text("0123456789-W", min_size=10, max_size=10))
def test_an_iso_date_is_exact_or_refused(text: str) -> None:
    found = attempt(lambda: parse_iso(text))
    if isinstance(found, BadInput):
        assert found.code == "bad_date"
    else:
        assert found.isoformat() == text


@pytest.mark.parametrize("text", ["2026-W47-7", "20261122", "2026-1-2", "2026-02-30", "٢٠٢٦-١١-٢٢"])
def test_other_iso_forms_are_refused(text: str) -> None:
    with pytest.raises(BadInput, match="Enter a real day as YYYY-MM-DD"):
        parse_iso(text, "on")


@pytest.fixture
def german_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The standard library's month names as a German desktop would give them."""
    months = ["", "Januar", "Februar", "März", "April", "Mai", "Juni"]
    months += ["Juli", "August", "September", "Oktober", "November", "Dezember"]
    monkeypatch.setattr(calendar, "month_name", months)
    monkeypatch.setattr(calendar, "month_abbr", [name[:3] for name in months])


@pytest.mark.usefixtures("german_machine")
def test_months_keep_their_english_names_on_any_machine() -> None:
    shown = [show(date(2026, month, 1))[3:6] for month in range(1, 13)]
    assert " ".join(shown) == "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
    assert long(date(2026, 3, 4)) == "4 March 2026"
    assert parse_date("4 Oct 2026", TODAY) == date(2026, 10, 4)


def test_dates_are_shown_one_way() -> None:
    assert show(date(2026, 7, 4)) == "04-Jul-2026"
    assert long(date(2026, 7, 4)) == "4 July 2026"


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2024, 2, 29), -48, date(2020, 2, 29)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 1, 1), -1, date(2025, 12, 1)),
        (date(2026, 5, 5), 0, date(2026, 5, 5)),
    ],
)
def test_months_are_added_as_the_calendar_does(day: date, months: int, then: date) -> None:
    assert add_months(day, months) == then


@settings(deadline=None)
@given(days, st.integers(-1200, 1200))
def test_adding_months_keeps_the_day_or_ends_the_month(day: date, months: int) -> None:
    then = add_months(day, months)
    assert (then.year * 12 + then.month) - (day.year * 12 + day.month) == months
    assert then.day == day.day or (then.day < day.day and (then + timedelta(days=1)).day == 1)


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2008, 2, 29), date(2028, 2, 28), 19),
        (date(2008, 2, 29), date(2028, 2, 29), 20),
        (date(2008, 7, 2), date(2026, 7, 1), 17),
        (date(2008, 7, 2), date(2026, 7, 2), 18),
        (date(2026, 7, 2), date(2026, 7, 2), 0),
    ],
)
def test_age_is_in_completed_years(born: date, on: date, years: int) -> None:
    assert age_in_years(born, on) == years


@pytest.mark.parametrize(
    ("born", "on", "months"),
    [
        (date(2026, 1, 31), date(2026, 2, 27), 0),
        (date(2026, 1, 31), date(2026, 2, 28), 1),
        (date(2024, 2, 29), date(2024, 3, 28), 0),
        (date(2024, 2, 29), date(2024, 3, 29), 1),
        (date(2024, 2, 29), date(2025, 2, 28), 12),
        (date(2025, 12, 31), date(2026, 1, 1), 0),
    ],
)
def test_age_is_in_completed_months(born: date, on: date, months: int) -> None:
    assert age_in_months(born, on) == months


@settings(deadline=None)
@given(days, days)
def test_the_months_of_an_age_are_the_most_that_fit(born: date, on: date) -> None:
    months = age_in_months(born, on)
    assert add_months(born, months) <= on < add_months(born, months + 1)


@settings(deadline=None)
@given(days)
def test_the_financial_year_begins_on_the_first_of_april(day: date) -> None:
    start = date(financial_year_start(day), 4, 1)
    assert start <= day < add_months(start, 12)


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        (date(2026, 7, 3), 0, date(2026, 7, 3)),
        (date(2026, 7, 2), 1, date(2026, 7, 3)),
        (date(2026, 7, 3), 1, date(2026, 7, 6)),
        (date(2026, 7, 3), 2, date(2026, 7, 7)),
        (date(2026, 7, 4), 2, date(2026, 7, 7)),
        (date(2026, 7, 6), 10, date(2026, 7, 20)),
    ],
)
def test_weekends_are_no_working_days(day: date, count: int, then: date) -> None:
    assert working_days_after(day, count) == then


@settings(deadline=None)
@given(days, st.integers(1, 60))
def test_a_working_day_after_is_the_last_of_so_many_weekdays(day: date, count: int) -> None:
    then = working_days_after(day, count)
    between = [day + timedelta(days=ahead) for ahead in range(1, (then - day).days + 1)]
    assert sum(one.weekday() < 5 for one in between) == count
    assert then.weekday() < 5


def test_the_clock_on_the_wall_is_londons() -> None:
    assert clock_time("2026-03-09T09:14:00Z") == "09:14"
    assert clock_time("2026-07-09T09:14:59Z") == "10:14"


def test_calendars_end_and_nothing_falls_over_their_ends() -> None:
    assert days_after(date(2026, 3, 9), 3) == date(2026, 3, 12)
    assert days_after(date(2026, 3, 9), -9) == date(2026, 2, 28)
    assert days_after(date(9999, 12, 1), 90) == date.max
    assert days_after(date(1, 1, 9), -90) == date.min
    assert clock_time("9999-12-31T23:59:59Z") == "23:59"
    for moment in ("0001-01-01T00:00:00Z", "0000-01-01T00:00:00Z"):
        assert clock_time(moment) == clock_time(FIRST_SHOWN)
        assert london_day(moment) == date(1, 1, 1)
