"""Debt by age: every day has one bucket, and the buckets come to the control account."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.billing.ledger import Account
from app.billing.reports.ageing import OpenDebt, Waiting, ageing
from app.billing.reports.allowance import allowance
from app.billing.reports.report import Report
from app.billing.reports.tables import OpenInvoice, aged_debt, aged_debt_list, allowance_table
from app.billing.reports.terms import Bucket
from app.core.errors import Known
from app.core.money import ZERO, Money
from tests.billing.histories import live, sum_of
from tests.billing.reports.made_up import TERMS

ON = date(2026, 3, 31)
LABELS = [bucket.label for bucket in TERMS.buckets]


def owed(days: int, pounds: str = "100", invoices: int = 1) -> OpenDebt:
    """Debt that fell due so many days before."""
    return OpenDebt(
        due_on=ON - timedelta(days=days), invoices=invoices, balance=Money.parse(pounds)
    )


def test_each_age_begins_and_ends_on_its_day() -> None:
    edges = {
        -1: "Not due yet",
        0: "0 to 30 days",
        30: "0 to 30 days",
        31: "31 to 60 days",
        60: "31 to 60 days",
        61: "61 to 90 days",
        90: "61 to 90 days",
        91: "91 to 180 days",
        180: "91 to 180 days",
        181: "181 to 365 days",
        365: "181 to 365 days",
        366: "1 to 3 years",
        1095: "1 to 3 years",
        1096: "3 to 6 years",
        2190: "3 to 6 years",
        2191: "Over 6 years",
    }
    for days, label in edges.items():
        found = ageing([owed(days)], [], TERMS, as_of=ON, control=Money(10_000), unallocated=ZERO)
        assert [one.bucket.label for one in found.aged if one.owed != ZERO] == [label], days


def test_credits_and_unallocated_money_stand_in_columns_of_their_own() -> None:
    found = ageing(
        [owed(5, "100", 2), owed(5, "-30"), owed(40, "20")],
        [Waiting(received_on=ON - timedelta(days=70), amount=Money.parse("7.50"))],
        TERMS,
        as_of=ON,
        control=Money.parse("90"),
        unallocated=Money.parse("7.50"),
    )
    table = aged_debt(found, TERMS)
    by_age = {row[0]: [str(cell) for cell in row[1:]] for row in table.rows}
    assert by_age["0 to 30 days"] == ["2", "£100.00", "-£30.00", "£0.00", "£70.00"]
    assert by_age["61 to 90 days"] == ["0", "£0.00", "£0.00", "-£7.50", "-£7.50"]
    assert [str(cell) for cell in table.totals[1:]] == [
        *("3", "£120.00", "-£30.00", "-£7.50", "£82.50")
    ]
    assert "£90.00" in table.notes[0]


def test_a_penny_apart_from_the_control_account_is_refused() -> None:
    for control, waiting in (("100.01", "0"), ("99.99", "0"), ("100", "0.01")):
        with pytest.raises(Known) as refused:
            ageing(
                [owed(3)],
                [],
                TERMS,
                as_of=ON,
                control=Money.parse(control),
                unallocated=Money.parse(waiting),
            )
        assert refused.value.code == "not_reconciled"


@given(st.integers(0, 2**32))
def test_the_columns_of_any_ledger_come_to_their_totals(seed: int) -> None:
    history = live(seed, 60)
    found = ageing(
        [
            OpenDebt(due_on=one.due_on, invoices=1, balance=history.standing(doc_no).balance)
            for doc_no, one in history.invoices.items()
        ],
        [
            Waiting(received_on=one.receipt.received_on, amount=history.lying(receipt_no))
            for receipt_no, one in history.paid.items()
        ],
        TERMS,
        as_of=history.day,
        control=sum_of(history.entries, Account.RECEIVABLES),
        unallocated=-sum_of(history.entries, Account.UNALLOCATED),
    )
    table = aged_debt(found, TERMS)
    for place in range(2, 6):
        cells = [row[place] for row in table.rows]
        assert Money.total(one for one in cells if isinstance(one, Money)) == table.totals[place]
    allowed = allowance(found, standing=-sum_of(history.entries, Account.ALLOWANCE))
    assert allowance(found, standing=allowed.required).change == ZERO


def test_the_allowance_is_a_share_of_each_age_to_the_half_penny() -> None:
    found = ageing(
        [owed(-3, "0.05"), owed(10, "0.10"), owed(10, "-500"), owed(4000, "33.33")],
        [],
        TERMS,
        as_of=ON,
        control=Money.parse("-466.52"),
        unallocated=ZERO,
    )
    table = allowance_table(allowance(found, standing=Money.parse("40")), TERMS, as_of=ON)
    shares = {row[0]: (row[2], str(row[3])) for row in table.rows}
    assert shares["Not due yet"] == (Decimal(10), "£0.01")  # half a penny goes up
    assert shares["0 to 30 days"] == (Decimal(15), "£0.02")
    assert shares["Over 6 years"] == (Decimal(100), "£33.33")
    assert table.totals[3] == Money.parse("33.36")
    assert "£40.00" in table.notes[0]
    assert "-£6.64" in table.notes[0]


def test_the_list_names_payers_by_reference_and_comes_to_the_same_total() -> None:
    table = aged_debt_list(
        [
            OpenInvoice(
                customer_ref="P02",
                doc_no="R1H26OV000002",
                due_on=ON,
                balance=Money(500),
            ),
            OpenInvoice(
                customer_ref="P01",
                doc_no="R1H26OV000001",
                due_on=ON - timedelta(days=400),
                balance=Money(700),
            ),
        ],
        TERMS,
        as_of=ON,
    )
    assert table.rows[0] == (
        "P01",
        "R1H26OV000001",
        ON - timedelta(days=400),
        400,
        "1 to 3 years",
        Money(700),
    )
    assert table.totals[-1] == Money(1_200)


def test_buckets_that_leave_a_day_out_are_refused() -> None:
    whole = TERMS.buckets
    for broken in (
        whole[1:],
        whole[:-1],
        (*whole[:2], *whole[3:]),
        (replace(whole[0], share=Decimal("1.01")), *whole[1:]),
        (),
    ):
        with pytest.raises(ValueError, match=r"bucket|share"):
            replace(TERMS, buckets=broken)
    assert Bucket("all", None, None, Decimal(0)).holds(-99_999)


def test_a_row_as_wide_as_the_columns_is_part_of_being_a_report() -> None:
    with pytest.raises(ValueError, match="wide"):
        Report(name="x", title="", sentence="", as_of=ON, columns=(), rows=(("more",),), totals=())
