"""A closed month keeps its figures: what comes later counts later, and nobody opens it again."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.billing.ledger import Account
from app.billing.payment import Method
from app.billing.reports.years import FinancialYear, Month
from app.core.errors import BadInput, Known
from app.core.money import ZERO, Money
from app.machine import FixedClock
from app.services import closing, receiving
from app.services.closing import ClosedMonth
from app.services.desk import Desk
from app.services.ledger_figures import note_of
from app.store import audit, entries
from tests.services.work import credit, invoiced, seated


def on(desk: Desk, day: date) -> None:
    """Morning of another day."""
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC))


def close(desk: Desk, month: str) -> ClosedMonth:
    with seated(desk, "finance"):
        return closing.close_month(desk, month)


def balance(desk: Desk, account: Account, until: date | None = None) -> Money:
    return entries.balances(desk.db, until=until).get(account.value, ZERO)


def test_a_close_posts_the_allowance_once_and_locks_the_month(desk: Desk) -> None:
    _, bill = invoiced(desk)
    on(desk, date(2026, 4, 3))
    with seated(desk, "finance"):
        assert closing.next_to_close(desk) == Month(2026, 3)
        found = closing.preview_close(desk, "2026-03")
        assert not found.problems
        assert found.receivables == bill.total
        assert balance(desk, Account.ALLOWANCE) == ZERO  # a preview keeps nothing
    closed = close(desk, "2026-03")
    assert closed.closed_by == "F. Marsh"
    assert found.allowance.required == Money.rounded(
        bill.total.pounds * found.allowance.lines[1].share
    )
    assert balance(desk, Account.ALLOWANCE) == -found.allowance.required
    assert balance(desk, Account.IMPAIRMENT, date(2026, 3, 31)) == found.allowance.required
    with seated(desk, "finance"):
        assert closing.last_closed(desk) == closed
        assert closing.next_to_close(desk) is None
        with pytest.raises(Known) as refused:
            closing.close_month(desk, "2026-03")
        assert refused.value.code == "already_closed"
    assert found.year == note_of(desk, FinancialYear(2025), desk.today)
    (kept,) = audit.latest(desk.db, subject="2026-03")
    assert kept.happening.act == "month_closed"
    assert (
        kept.happening.detail["receivables"]
        == kept.happening.detail["2025/26 income"]
        == bill.total.plain
    )


def test_money_of_a_closed_month_is_posted_on_the_first_open_day(desk: Desk) -> None:
    _, bill = invoiced(desk)
    on(desk, date(2026, 4, 3))
    close(desk, "2026-03")
    before = balance(desk, Account.CASH, date(2026, 3, 31))
    with seated(desk, "finance"):
        receiving.take_payment(
            desk,
            bill.doc_no,
            amount=Money(5_000),
            method=Method.BACS,
            received_on=date(2026, 3, 30),
        )
    assert balance(desk, Account.CASH, date(2026, 3, 31)) == before
    assert balance(desk, Account.CASH, date(2026, 4, 1)) == before + Money(5_000)


def test_a_credit_note_after_the_year_is_closed_counts_in_its_own_year(desk: Desk) -> None:
    _, bill = invoiced(desk)
    on(desk, date(2026, 4, 3))
    close(desk, "2026-03")
    fixed = note_of(desk, FinancialYear(2025), desk.today)
    assert fixed.income == bill.total
    credit(desk, bill.doc_no)
    assert note_of(desk, FinancialYear(2025), desk.today) == fixed
    assert note_of(desk, FinancialYear(2026), desk.today).income == -bill.total
    on(desk, date(2026, 5, 2))
    close(desk, "2026-04")  # the debt is gone, so is what was expected to be lost of it
    assert balance(desk, Account.ALLOWANCE) == ZERO
    assert note_of(desk, FinancialYear(2025), desk.today) == fixed
    assert note_of(desk, FinancialYear(2026), desk.today).impairment == ZERO


def test_months_are_closed_in_order_and_after_they_end(desk: Desk) -> None:
    invoiced(desk)
    with seated(desk, "finance"):
        assert closing.next_to_close(desk) is None
    on(desk, date(2026, 6, 10))
    for month, code in (("2026-06", "not_ended"), ("2027-01", "not_ended")):
        with pytest.raises(Known) as refused:
            close(desk, month)
        assert refused.value.code == code
    with pytest.raises(BadInput):
        close(desk, "June")
    close(desk, "2026-03")
    with pytest.raises(Known, match="2026-04 first") as refused:
        close(desk, "2026-05")
    assert refused.value.code == "out_of_order"
    close(desk, "2026-04")
    close(desk, "2026-05")


def test_a_document_that_is_not_on_the_books_stands_in_the_way(desk: Desk) -> None:
    _, bill = invoiced(desk)
    with desk.db.atomic():  # as a fault would leave it: an invoice that was never posted
        desk.db.execute(
            "INSERT INTO invoices (doc_no, doc_type, registration_id, customer_ref, body,"
            " total_pence, issued_on, due_on, issued_by)"
            " SELECT 'R1H25OV000999', 'INV', registration_id, customer_ref, body, total_pence,"
            " issued_on, due_on, issued_by FROM invoices WHERE doc_no = ?",
            (bill.doc_no,),
        )
    on(desk, date(2026, 4, 3))
    with seated(desk, "finance"):
        assert "R1H25OV000999" in closing.preview_close(desk, "2026-03").problems[0]
    with pytest.raises(Known) as refused:
        close(desk, "2026-03")
    assert refused.value.code == "cannot_close"
    assert balance(desk, Account.ALLOWANCE) == ZERO


def test_debits_that_are_not_the_credits_stand_in_the_way(desk: Desk) -> None:
    invoiced(desk)
    with desk.db.atomic():
        desk.db.execute(
            "INSERT INTO entries (on_date, doc_no, source_no, account, debit_pence, credit_pence,"
            " made_at) VALUES (?, 'stray', 'stray', 'cash', 7, 0, ?)",
            (desk.today.isoformat(), desk.moment),
        )
    on(desk, date(2026, 4, 3))
    with seated(desk, "finance"):
        problems = closing.preview_close(desk, "2026-03").problems
    assert len(problems) == 2


def test_nothing_else_opens_a_month_again(desk: Desk) -> None:
    invoiced(desk)
    on(desk, date(2026, 4, 3))
    close(desk, "2026-03")
    for attack in (
        "UPDATE closed_periods SET closed_through = '2026-01-31'",
        "DELETE FROM closed_periods",
    ):
        with pytest.raises(Exception, match="append-only"), desk.db.atomic():
            desk.db.execute(attack)
