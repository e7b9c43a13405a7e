"""Double entry: everything posted comes to nothing, and every balance can be told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.billing.credit_note import credit_in_full
from app.billing.invoice import Invoice
from app.billing.ledger import Account, Entry, held_in_advance, is_balanced, unallocated
from app.billing.payment import Method, Receipt, receive, refund
from app.billing.postings import (
    advance_carried_entries,
    allocation_entries,
    allowance_entries,
    credit_entries,
    invoice_entries,
    receipt_entries,
    refund_entries,
    returned_entries,
    write_off_entries,
)
from app.billing.standing import Standing, standing_of
from app.core.money import ZERO, Money
from tests.billing.bills import ISSUED, invoice, invoices, line, pounds

INVOICE_NO, ESTIMATE_NO, RECEIPT_NO = "R1H26OV000123", "R1HE000007", "R1HR000551"
CARE = date(2026, 3, 28)


def _paid(amount: Money, doc_no: str = INVOICE_NO) -> Receipt:
    return receive(
        receipt_no=RECEIPT_NO,
        received_on=ISSUED,
        method=Method.BACS,
        customer_ref="P000001235",
        doc_no=doc_no,
        amount=amount,
    )


def _back(original: Receipt, amount: Money, lies_on: str | None = None) -> Receipt:
    return refund(
        original,
        receipt_no="R1HR000552",
        refunded_on=ISSUED,
        amount=amount,
        asked_by="sam",
        approved_by="kim",
        lies_on=lies_on,
    )


class Books:
    """Entries as they come, and how the one invoice stands on them."""

    def __init__(self, *entries: Iterable[Entry]) -> None:
        self.entries: list[Entry] = [entry for some in entries for entry in some]

    @property
    def standing(self) -> Standing:
        return standing_of(INVOICE_NO, self.entries)

    def add(self, entries: Iterable[Entry]) -> Books:
        self.entries += entries
        assert is_balanced(self.entries)
        return self

    def pay(self, amount: Money) -> Books:
        return self.add(receipt_entries(_paid(amount), standing=self.standing))

    def write_off(self) -> Books:
        left = self.standing.balance
        return self.add(write_off_entries("R1HW000001", INVOICE_NO, amount=left, on=ISSUED))

    def credit(self, found: Invoice) -> Books:
        note = credit_in_full(found, doc_no="R1H26OV900001", issued_on=ISSUED)
        return self.add(credit_entries(note, standing=self.standing))

    def on(self, account: Account) -> Money:
        return Money.total(one.debit - one.credit for one in self.entries if one.account is account)


@settings(deadline=None, max_examples=50)
@given(invoices, pounds, st.integers(1, 100))
def test_the_postings_of_every_document_balance(found: Invoice, amount: Money, share: int) -> None:
    paid = _paid(amount)
    back = _back(paid, Money(amount.pence * share // 100))
    note = credit_in_full(found, doc_no="R1H26OV900001", issued_on=ISSUED)
    for posted in (
        invoice_entries(found),
        receipt_entries(paid),
        refund_entries(back),
        credit_entries(note),
    ):
        assert is_balanced(posted)
        assert all(entry.on == ISSUED for entry in posted)


@settings(deadline=None, max_examples=50)
@given(invoices)
def test_an_invoice_posts_its_balance(found: Invoice) -> None:
    stands = standing_of(found.doc_no, invoice_entries(found))
    assert stands.balance == found.balance
    assert (stands.charged, stands.received) == (found.total, found.advance_deducted)


def test_a_receipt_lowers_the_balance_and_a_refund_raises_it_again() -> None:
    found, paid = invoice(), _paid(Money.parse("5000"))
    books = Books(invoice_entries(found)).pay(Money.parse("5000"))
    assert books.standing.balance == Money.parse("7495.86")
    books.add(refund_entries(_back(paid, Money.parse("5000"))))
    assert books.standing.balance == found.balance
    assert books.standing.refunded == Money.parse("5000")


def test_h5_a_credited_and_repaid_invoice_leaves_nothing_on_any_account() -> None:
    found, paid = invoice(), _paid(Money.parse("12495.86"))
    books = Books(invoice_entries(found)).pay(found.total).credit(found)
    assert books.standing.to_pay_back == found.total
    assert books.standing.owed == ZERO
    books.add(refund_entries(_back(paid, found.total)))
    assert [books.on(account) for account in Account] == [ZERO] * len(Account)


def test_an_advance_is_held_until_invoiced_and_is_no_income_before() -> None:
    advance = Money.parse("10000")
    books = Books(receipt_entries(_paid(advance, ESTIMATE_NO)))
    assert held_in_advance(ESTIMATE_NO, books.entries) == advance
    assert all(entry.account is not Account.INCOME for entry in books.entries)
    books.add(invoice_entries(invoice(advance=advance)))
    assert held_in_advance(ESTIMATE_NO, books.entries) == ZERO
    assert books.standing.balance == Money.parse("2495.86")


def test_an_advance_may_be_paid_back_before_any_invoice() -> None:
    paid = _paid(Money.parse("10000"), ESTIMATE_NO)
    books = Books(receipt_entries(paid), refund_entries(_back(paid, Money.parse("4000"))))
    assert held_in_advance(ESTIMATE_NO, books.entries) == Money.parse("6000")


def test_an_advance_follows_the_estimate_to_its_next_version() -> None:
    books = Books(receipt_entries(_paid(Money(500), ESTIMATE_NO)))
    books.add(advance_carried_entries(ESTIMATE_NO, "R1HE000008", amount=Money(500), on=ISSUED))
    assert held_in_advance(ESTIMATE_NO, books.entries) == ZERO
    assert held_in_advance("R1HE000008", books.entries) == Money(500)


def test_what_an_advance_is_more_than_the_charge_goes_back_out_of_the_invoice() -> None:
    found = invoice(advance=Money.parse("13000"))
    paid = _paid(Money.parse("13000"), ESTIMATE_NO)
    books = Books(receipt_entries(paid), invoice_entries(found))
    over = books.standing.to_pay_back
    assert over == Money.parse("504.14")
    books.add(refund_entries(_back(paid, over, lies_on=INVOICE_NO)))
    assert books.standing.balance == ZERO
    assert books.on(Account.CASH) == books.on(Account.ADVANCES) + found.total


def test_an_invoice_after_an_estimate_without_advance_posts_only_the_charge() -> None:
    found = replace(invoice(), estimate_no=ESTIMATE_NO)
    assert len(invoice_entries(found)) == 2
    assert standing_of(INVOICE_NO, invoice_entries(found)).balance == found.total


def test_income_is_recognised_on_the_day_of_the_care_unless_that_period_is_closed() -> None:
    found = invoice()
    note = credit_in_full(found, doc_no="R1H26OV900001", issued_on=ISSUED)
    for closed, day in ((None, CARE), (date(2026, 3, 27), CARE), (CARE, ISSUED)):
        for posted in (
            invoice_entries(found, closed_through=closed),
            credit_entries(note, closed_through=closed),
        ):
            (income,) = (one for one in posted if one.account is Account.INCOME)
            assert income.recognised_on == day


def test_money_beyond_what_is_owed_waits_under_its_receipt() -> None:
    books = Books(invoice_entries(invoice())).pay(Money.parse("12500"))
    assert books.standing.balance == ZERO
    assert unallocated(RECEIPT_NO, books.entries) == Money.parse("4.14")
    assert books.on(Account.UNALLOCATED) == -Money.parse("4.14")


def test_money_for_nobody_knows_what_is_put_on_an_invoice_later() -> None:
    books = Books(invoice_entries(invoice()))
    books.add(receipt_entries(_paid(Money(1_000), "")))
    assert unallocated(RECEIPT_NO, books.entries) == Money(1_000)
    books.add(
        allocation_entries(
            RECEIPT_NO, INVOICE_NO, amount=Money(900), on=ISSUED, standing=books.standing
        )
    )
    assert unallocated(RECEIPT_NO, books.entries) == Money(100)
    assert books.standing.received == Money(900)
    paid = _paid(Money(1_000), "")
    books.add(refund_entries(_back(paid, Money(100))))
    assert unallocated(RECEIPT_NO, books.entries) == ZERO


@pytest.mark.parametrize("pence", [0, -1, 1_249_587])
def test_no_more_is_allocated_than_is_owed(pence: int) -> None:
    books = Books(invoice_entries(invoice()))
    with pytest.raises(ValueError, match="up to what is owed"):
        allocation_entries(
            RECEIPT_NO, INVOICE_NO, amount=Money(pence), on=ISSUED, standing=books.standing
        )


def test_money_on_a_cancelled_invoice_can_go_to_the_one_that_takes_its_place() -> None:
    found = invoice()
    books = Books(invoice_entries(found)).pay(Money(5_000)).credit(found)
    books.add(invoice_entries(invoice(doc_no="R1H26OV000124")))
    new = standing_of("R1H26OV000124", books.entries)
    books.add(
        allocation_entries(
            RECEIPT_NO,
            "R1H26OV000124",
            amount=Money(5_000),
            on=ISSUED,
            standing=new,
            lies_on=INVOICE_NO,
        )
    )
    assert books.standing.balance == ZERO
    assert standing_of("R1H26OV000124", books.entries).received == Money(5_000)


def test_a_write_off_leaves_the_books_and_not_the_debtor() -> None:
    found = invoice()
    books = Books(invoice_entries(found)).pay(Money(100)).write_off()
    stands = books.standing
    assert (stands.balance, stands.owed) == (ZERO, found.total - Money(100))
    assert stands.off_the_books == books.on(Account.WRITE_OFFS) == found.total - Money(100)
    assert books.on(Account.INCOME) == -found.total, "it was due, and stays income"


def test_money_that_comes_after_a_write_off_is_a_recovery() -> None:
    books = Books(invoice_entries(invoice())).write_off().pay(Money(700))
    assert books.standing.balance == ZERO
    assert books.standing.recovered == -books.on(Account.RECOVERIES) == Money(700)
    assert books.standing.owed == invoice().total - Money(700)


def test_a_debt_written_off_and_then_found_not_due_leaves_no_loss() -> None:
    found, paid = invoice(), _paid(Money(700))
    books = Books(invoice_entries(found)).write_off().pay(Money(700)).credit(found)
    assert (books.standing.owed, books.standing.to_pay_back) == (ZERO, Money(700))
    books.add(refund_entries(_back(paid, Money(700))))
    assert [books.on(account) for account in Account] == [ZERO] * len(Account)


def test_a_payment_the_bank_takes_back_is_undone_as_it_was_posted() -> None:
    books = Books(invoice_entries(invoice())).write_off()
    before = [books.on(account) for account in Account]
    posted = receipt_entries(_paid(Money.parse("20000")), standing=books.standing)
    books.add(posted).add(returned_entries(posted, returned_no="R1HR000552", on=ISSUED))
    assert [books.on(account) for account in Account] == before


def test_the_allowance_rises_and_falls_by_its_change() -> None:
    books = Books(allowance_entries("2026-04", on=ISSUED, change=Money(900)))
    books.add(allowance_entries("2026-05", on=ISSUED, change=Money(-200)))
    books.add(allowance_entries("2026-06", on=ISSUED, change=ZERO))
    assert -books.on(Account.ALLOWANCE) == books.on(Account.IMPAIRMENT) == Money(700)


def test_one_document_never_shows_in_the_standing_of_another() -> None:
    assert standing_of("R1H26OV000999", invoice_entries(invoice())) == Standing()
    assert held_in_advance("other", receipt_entries(_paid(Money(1), ESTIMATE_NO))) == ZERO


def test_a_receipt_is_not_posted_as_a_refund_nor_the_other_way_round() -> None:
    paid = _paid(Money(5))
    with pytest.raises(ValueError, match="refund_entries"):
        receipt_entries(_back(paid, Money(5)))
    with pytest.raises(ValueError, match="receipt_entries"):
        refund_entries(paid)


def test_an_interim_invoice_leaves_the_rest_to_the_next() -> None:
    whole = line()
    first = replace(whole, net=whole.net)
    rest = line(excess_days=3, per_day=Money.parse("250"))
    rest = replace(rest, billed_before=first.net, net=rest.worked_out - first.net)
    assert rest.net == Money.parse("1292.50")
    assert replace(rest).from_json(rest.as_json()) == rest
    with pytest.raises(ValueError, match="never takes anything back"):
        replace(whole, billed_before=whole.net + Money(1), net=Money(-1))


@pytest.mark.parametrize(
    ("debit", "credit"), [(ZERO, ZERO), (Money(1), Money(1)), (Money(-1), ZERO), (ZERO, Money(-5))]
)
def test_an_entry_is_one_sided(debit: Money, credit: Money) -> None:
    with pytest.raises(ValueError, match="either a debit or a credit"):
        _entry(Account.CASH, debit, credit)


def test_only_income_is_recognised_on_a_day() -> None:
    for account, day in ((Account.CASH, ISSUED), (Account.INCOME, None)):
        with pytest.raises(ValueError, match="recognised"):
            _entry(account, Money(1), ZERO, day)


def _entry(account: Account, debit: Money, credit: Money, day: date | None = None) -> Entry:
    return Entry(
        account=account,
        doc_no="d",
        source_no="s",
        on=date(2026, 4, 15),
        debit=debit,
        credit=credit,
        recognised_on=day,
    )
