"""Cash to come by month; and the figures others ask for, which lead to nobody."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.billing.debt.events import PlanAgreed, PromiseMade
from app.billing.debt.position import Position
from app.billing.reports.foi import Figure, FoiYear, InvoiceSums, foi, withheld
from app.billing.reports.forecast import ToCome, forecast, to_come_of
from app.billing.reports.ledger_tables import Publishing, foi_table
from app.billing.reports.tables import forecast_table
from app.billing.reports.years import FinancialYear, Month
from app.core.money import ZERO, Money
from tests.billing.debt.bills import bill, plan, pounds, stands
from tests.billing.debt.bills import on as day
from tests.billing.reports.made_up import TERMS

ON = date(2026, 3, 10)
YEAR = FinancialYear(2025)


def test_late_money_is_shown_and_not_counted_on() -> None:
    found = forecast(
        [
            ToCome(date(2026, 3, 9), Money(100)),
            ToCome(date(2026, 3, 10), Money(200)),
            ToCome(date(2026, 3, 31), Money(300)),
            ToCome(date(2026, 4, 1), Money(400)),
            ToCome(date(2027, 2, 28), Money(500)),
            ToCome(date(2027, 3, 1), Money(600)),
        ],
        as_of=ON,
        months=12,
    )
    assert found.late.amount == Money(100)
    assert [str(month) for month, one in found.months if one.count] == [
        *("2026-03", "2026-04", "2027-02")
    ]
    assert dict(found.months)[Month(2026, 3)].amount == Money(500)
    assert found.beyond.amount == Money(600)
    table = forecast_table(found, TERMS)
    assert table.rows[0] == ("Late, not counted on", 1, Money(100))
    assert table.totals == ("To come", 5, Money(2_000))
    assert len(table.rows) == 14


@given(
    st.lists(
        st.builds(
            ToCome,
            st.dates(date(2025, 1, 1), date(2029, 1, 1)),
            st.integers(1, 10**7).map(Money),
        )
    )
)
def test_no_payment_to_come_is_lost_or_counted_twice(payments: list[ToCome]) -> None:
    found = forecast(payments, as_of=ON, months=12)
    assert found.expected + found.late.amount == Money.total(one.amount for one in payments)


def agreed(one: Position) -> list[tuple[date, str]]:
    return [(part.due_on, str(part.amount)) for part in to_come_of(one)]


def test_instalments_that_money_does_not_cover_yet_are_to_come() -> None:
    made = PlanAgreed(on=day(0), plan=plan(300))
    assert agreed(stands(bill(), made, day=0)) == [
        (date(2026, 3, 19), "£300.00"),
        (date(2026, 4, 19), "£300.00"),
        (date(2026, 5, 19), "£300.00"),
        (date(2026, 6, 19), "£100.00"),
    ]
    assert agreed(stands(bill((5, 400)), made, day=5)) == [
        (date(2026, 4, 19), "£200.00"),
        (date(2026, 5, 19), "£300.00"),
        (date(2026, 6, 19), "£100.00"),
    ]


def test_a_plan_that_is_not_kept_brings_nothing_to_count_on() -> None:
    made = PlanAgreed(on=day(0), plan=plan(300))
    assert agreed(stands(bill(), made, day=60)) == []


def test_a_promise_is_to_come_until_it_is_kept_and_never_more_than_is_owed() -> None:
    made = PromiseMade(on=day(0), amount=pounds(600), by=day(10))
    assert agreed(stands(bill(), made, day=3)) == [(day(10), "£600.00")]
    assert agreed(stands(bill(), made, day=12)) == [(day(10), "£600.00")]  # broken: late
    assert agreed(stands(bill((4, 600)), made, day=5)) == []
    assert agreed(stands(bill((4, 500)), made, day=5)) == [(day(10), "£500.00")]
    assert agreed(stands(bill(), day=3)) == []


def sums(
    charged: int, *, credited: int = 0, off: int = 0, balance: int = 0, why: str = ""
) -> InvoiceSums:
    return InvoiceSums(
        year=YEAR,
        charged=Money(charged),
        credited=Money(credited),
        off_the_books=Money(off),
        balance=Money(balance),
        lost_for=why if off else "",
        revoked_for=why if credited else "",
    )


def test_what_became_of_the_invoices_comes_to_what_was_invoiced() -> None:
    invoices = [
        *[sums(100)] * 6,  # paid
        *[sums(100, balance=40)] * 7,  # part paid
        *[sums(100, off=100, why="destitute")] * 5,
        *[sums(100, off=100, why="untraceable")] * 6,
        *[sums(100, credited=100, why="exempt")] * 8,
    ]
    [year] = foi(invoices, {YEAR: 30})
    assert year.invoiced == Figure(32, Money(3_200))
    assert Money.total(part.amount for part in year.parts) == year.invoiced.amount
    assert year.received == Figure(13, Money(600 + 420))
    table = foi_table(
        [year], TERMS, Publishing({"destitute": "Has no means", "exempt": "Exempt"}), as_of=ON
    )
    assert [row[1:] for row in table.rows] == [
        ("People found chargeable", 30, ""),
        ("Invoices issued", 32, Money(3_200)),
        ("Received on them", 13, Money(1_020)),
        ("Outstanding", 7, Money(280)),
        ("Written off", 11, Money(1_100)),
        ("of which: Has no means", 5, Money(500)),
        ("of which: Another reason", 6, Money(600)),
        ("Revoked by credit note", 8, Money(800)),
        ("of which: Exempt", 8, Money(800)),
    ]


def test_a_small_number_is_withheld_with_its_amount_and_what_would_give_it_away() -> None:
    invoices = [
        *[sums(100)] * 20,
        *[sums(100, balance=100)] * 9,
        *[sums(100, off=100, why="destitute")] * 2,
        *[sums(100, off=100, why="untraceable")] * 7,
        *[sums(100, off=100, why="bankrupt")] * 8,
        *[sums(100, credited=100, why="exempt")] * 4,
    ]
    [year] = foi(invoices, {YEAR: 3})
    table = foi_table([year], TERMS, Publishing({}, below=5), as_of=ON)
    told = [(row[2], row[3]) for row in table.rows]
    assert told == [
        ("fewer than 5", ""),
        (50, Money(5_000)),
        (20, Money(2_000)),
        ("not published", "not published"),  # else 5,000 less the rest gave revoked away
        (17, Money(1_700)),
        (8, Money(800)),
        ("fewer than 5", "not published"),
        ("not published", "not published"),  # the smaller of the other two
        ("fewer than 5", "not published"),
        ("fewer than 5", "not published"),
    ]


def test_a_year_with_few_invoices_tells_no_amount() -> None:
    [year] = foi([sums(12_345, balance=12_345)], {})
    table = foi_table([year], TERMS, Publishing({}, below=5), as_of=ON)
    assert not any(cell == Money(12_345) for row in table.rows for cell in row)


@given(st.lists(st.integers(0, 20), min_size=2, max_size=6), st.integers(0, 10))
def test_no_withheld_part_can_be_worked_out_from_the_total(parts: list[int], below: int) -> None:
    hidden = withheld(parts, below=below)
    small = {place for place, number in enumerate(parts) if 0 < number < below}
    assert small <= hidden
    others = sum(number > 0 for number in parts) - len(small)
    assert len(hidden) != 1 or not others


def test_an_empty_year_is_all_nothing() -> None:
    assert FoiYear(year=YEAR).parts == (Figure(0, ZERO),) * 4
    assert Decimal(0) == FoiYear(year=YEAR).identified
