"""The four lines of the accounts note; three recovery rates, never taken for each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.billing.ledger import Account, Entry
from app.billing.reports.accounts_note import NoteYear, in_thousands, note_year
from app.billing.reports.recovery import (
    Collected,
    DayOfIssue,
    Pooled,
    cohorts_by_month,
    cohorts_by_year,
    percent,
    pooled,
)
from app.billing.reports.sums import Sides, Sums
from app.billing.reports.tables import accounts_note, recovery, recovery_cohorts
from app.billing.reports.years import FinancialYear, Month
from app.core.errors import BadInput
from app.core.money import ZERO, Money
from tests.billing.histories import live
from tests.billing.reports.made_up import TERMS, Books

YEAR = FinancialYear(2024)
HORIZONS = TERMS.horizons


def pounds(text: str) -> Money:
    return Money.parse(text)


def sums_of(entries: Iterable[Entry], first: date = date.min, last: date = date.max) -> Sums:
    """Both sides of each account, made from the entries one by one."""
    debits: dict[Account, int] = defaultdict(int)
    credits: dict[Account, int] = defaultdict(int)
    for one in entries:
        if first <= one.on <= last:
            debits[one.account] += one.debit.pence
            credits[one.account] += one.credit.pence
    return Sums({name: Sides(Money(debits[name]), Money(credits[name])) for name in debits})


def note_of(books: Books, year: FinancialYear) -> NoteYear:
    recognised = Money.total(
        one.credit - one.debit
        for one in books.entries
        if one.recognised_on and year.first <= one.recognised_on <= year.last
    )
    return note_year(
        year, recognised=recognised, dated=sums_of(books.entries, year.first, year.last)
    )


def test_each_line_is_folded_by_itself_and_cash_may_exceed_income() -> None:
    books = Books(day=date(2024, 3, 20))
    old = books.bill(1_000)  # care of the year before
    books.day = date(2024, 4, 5)
    late = books.bill(2_000, care_days_ago=20)  # invoiced in the year, care before it
    books.pay(old.doc_no, old.total)
    books.pay("R1HE000009", pounds("300"))  # an advance is cash and no income
    books.pay("", pounds("50"))  # and so is money that nobody knows the invoice of
    lost = books.bill(100)
    books.write_off(lost.doc_no, lost.total)
    books.pay(lost.doc_no, pounds("10"))  # it comes after all: cash, and still written off
    books.allow(pounds("70"))
    books.allow(pounds("-30"))  # a release does not lower the line
    note = note_of(books, YEAR)
    assert note.income == lost.total
    assert note.cash == old.total + pounds("360")
    assert note.impairment == pounds("70")
    assert note.written_off == lost.total
    assert note_of(books, YEAR.before).income == old.total + late.total


def test_a_charge_found_not_due_is_neither_income_nor_a_loss() -> None:
    books = Books()
    one = books.bill(100)
    books.write_off(one.doc_no, one.total)
    books.credit(one)
    note = note_of(books, YEAR)
    assert (note.income, note.written_off) == (ZERO, ZERO)


def test_thousands_are_rounded_from_pence_each_line_by_itself() -> None:
    for pence, thousands in (
        (49_999, 0),
        (50_000, 1),
        (149_999, 1),
        (150_000, 2),
        (-49_999, 0),
        (-50_000, -1),
        (11_300_049_999, 113_000),
    ):
        assert in_thousands(Money(pence)) == thousands
    year = NoteYear(
        year=YEAR,
        income=pounds("1499.99"),
        cash=pounds("500"),
        impairment=pounds("499.99"),
        written_off=pounds("-1500"),
    )
    before = NoteYear(
        year=YEAR.before,
        income=pounds("87000000"),
        cash=pounds("30000000"),
        impairment=ZERO,
        written_off=pounds("27000000"),
    )
    table = accounts_note(year, before, TERMS, as_of=YEAR.last)
    assert [column.label for column in table.columns] == ["Line", "2024/25, £000", "2023/24, £000"]
    assert [row[1:] for row in table.rows] == [(1, 87_000), (1, 30_000), (0, 0), (-2, 27_000)]
    assert table.title.startswith("Overseas visitors (relating to patients charged directly")


def test_policy_exchange_s_figures_add_up_and_give_their_rate() -> None:
    found = Pooled(
        invoiced=pounds("384245201"),
        collected=pounds("131843335"),
        outstanding=pounds("167911874"),
        written_off=pounds("84489992"),
    )
    assert found.adds_up
    assert percent(found.collected, found.invoiced) == Decimal("34.3")


@pytest.mark.parametrize(
    ("part", "whole", "found"),
    [
        ("30", "87", "34.5"),
        ("35", "91", "38.5"),
        ("1", "3", "33.3"),
        ("0.05", "100", "0.1"),  # half a tenth goes up
        ("0.049", "100", None),
        ("-5", "10", "-50.0"),
    ],
)
def test_a_rate_is_exact_to_one_decimal(part: str, whole: str, found: str | None) -> None:
    if found is None:
        assert percent(Money(4), pounds(whole)) == Decimal("0.0")
    else:
        assert percent(pounds(part), pounds(whole)) == Decimal(found)


def test_there_is_no_rate_of_nothing() -> None:
    assert percent(pounds("5"), ZERO) is None
    assert percent(pounds("5"), pounds("-1")) is None


@given(st.integers(0, 2**32))
def test_pooled_adds_up_for_any_ledger_and_is_what_came_on_its_invoices(seed: int) -> None:
    history = live(seed, 60)
    sums = sums_of(history.entries)
    found = pooled(sums)
    standings = [history.standing(doc_no) for doc_no in history.invoices]
    assert sums.is_balanced
    assert found.adds_up
    assert found.collected == Money.total(one.received - one.refunded for one in standings)
    assert found.invoiced == Money.total(one.charged - one.credited for one in standings)
    assert found.written_off == Money.total(one.off_the_books for one in standings)


ISSUED = (
    DayOfIssue(issued_on=date(2025, 1, 31), charged=pounds("100")),
    DayOfIssue(issued_on=date(2025, 2, 1), charged=pounds("50")),
)
CAME = (
    Collected(issued_on=date(2025, 1, 31), on=date(2025, 1, 31), amount=pounds("10")),
    Collected(issued_on=date(2025, 1, 31), on=date(2025, 4, 30), amount=pounds("20")),
    Collected(issued_on=date(2025, 1, 31), on=date(2025, 5, 1), amount=pounds("-4")),
    Collected(issued_on=date(2025, 2, 1), on=date(2025, 6, 30), amount=pounds("50")),
)


def test_a_cohort_counts_months_from_each_invoice_and_tells_nothing_half() -> None:
    february, january = cohorts_by_month(ISSUED, CAME, horizons=HORIZONS, as_of=date(2025, 7, 31))
    assert (january.label, february.label) == ("2025-01", "2025-02")
    assert january.collected == (pounds("30"), pounds("26"), None, None)
    assert february.collected == (ZERO, None, None, None)  # 28 February is 5 months old
    table = recovery_cohorts((february, january), TERMS, as_of=date(2025, 7, 31))
    assert [column.label for column in table.columns][2:] == [
        f"{months} months" for months in HORIZONS
    ]
    assert table.rows[1][2:] == (Decimal("30.0"), Decimal("26.0"), "not yet", "not yet")
    nothing = cohorts_by_month(
        [DayOfIssue(issued_on=date(2020, 1, 1), charged=ZERO)], [], horizons=(3,), as_of=YEAR.last
    )
    table = recovery_cohorts(nothing, replace(TERMS, horizons=(3,)), as_of=YEAR.last)
    assert table.rows[0][2] == "nothing due"


def test_each_of_the_three_rates_says_which_it_is() -> None:
    years = cohorts_by_year(ISSUED, CAME, horizons=HORIZONS, as_of=date(2026, 3, 31))
    note = NoteYear(
        year=YEAR, income=pounds("100"), cash=pounds("37"), impairment=ZERO, written_off=ZERO
    )
    pool = Pooled(
        invoiced=pounds("150"),
        collected=pounds("76"),
        outstanding=pounds("60"),
        written_off=pounds("14"),
    )
    table = recovery(note, pool, years, TERMS, as_of=date(2026, 3, 31))
    named = {str(row[0]): row[1:] for row in table.rows}
    accounts = named["Accounts 2024/25: cash over income"]
    assert accounts == (pounds("37"), pounds("100"), Decimal("37.0"))
    assert named["Cohort 2024/25: cash within 12 months"][2] == Decimal("50.7")
    assert named["Cohort 2024/25: cash within 24 months"][2] == "not yet"
    whole = named["Pooled: all cash over all invoiced"]
    assert whole[2] == Decimal("50.7")
    assert "£14.00" in table.notes[0]


def test_a_year_with_nothing_invoiced_has_no_rate() -> None:
    note = NoteYear(year=YEAR, income=ZERO, cash=ZERO, impairment=ZERO, written_off=ZERO)
    pool = Pooled(invoiced=ZERO, collected=ZERO, outstanding=ZERO, written_off=ZERO)
    table = recovery(note, pool, (), TERMS, as_of=YEAR.last)
    assert [row[3] for row in table.rows] == ["no income", "no income"]


def test_years_and_months_are_read_and_shown_one_way() -> None:
    assert FinancialYear.parse("2025/26") == FinancialYear.parse(" 2025 ") == FinancialYear(2025)
    assert str(FinancialYear(1999)) == "1999/00"
    assert FinancialYear.of(date(2026, 3, 31)).last == date(2026, 3, 31)
    assert FinancialYear.of(date(2026, 4, 1)).first == date(2026, 4, 1)
    assert str(Month.parse("2026-02").next) == "2026-03"
    assert Month(2026, 4).words == "April 2026"
    assert Month.parse("2024-02").last == date(2024, 2, 29)
    assert Month.parse("2025-12").next.first == date(2026, 1, 1)
    for odd in ("2025/27", "25/26", "", "2025-26", "0000", "9999"):
        with pytest.raises(BadInput):
            FinancialYear.parse(odd)
    for odd in ("2025-13", "2025-00", "0000-01", "9999-12", "2025/01", "April"):
        with pytest.raises(BadInput):
            Month.parse(odd)
