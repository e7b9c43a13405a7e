"""Double entry: everything posted comes to nothing, and every balance can be told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.billing.credit_note import credit_in_full
from app.billing.invoice import Invoice
from app.billing.ledger import (
    Account,
    Document,
    Entry,
    balance_of,
    entries_for,
    held_in_advance,
    is_balanced,
)
from app.billing.payment import Method, Receipt, receive, refund
from app.core.money import ZERO, Money
from tests.billing.bills import ISSUED, invoice, invoices, pounds

INVOICE_NO, ESTIMATE_NO = "R1H26OV000123", "R1HE000007"


def _posted(*documents: Document) -> tuple[Entry, ...]:
    return tuple(entry for document in documents for entry in entries_for(document))


def _paid(amount: Money, doc_no: str = INVOICE_NO) -> Receipt:
    return receive(
        receipt_no="R1HR000551",
        received_on=ISSUED,
        method=Method.BACS,
        customer_ref="P000001235",
        doc_no=doc_no,
        amount=amount,
    )


def _back(original: Receipt, amount: Money) -> Receipt:
    return refund(
        original,
        receipt_no="R1HR000552",
        refunded_on=ISSUED,
        amount=amount,
        asked_by="sam",
        approved_by="kim",
    )


@settings(deadline=None, max_examples=50)
@given(invoices, pounds, st.integers(1, 100))
def test_the_postings_of_every_document_balance(found: Invoice, amount: Money, share: int) -> None:
    paid = _paid(amount)
    back = _back(paid, Money(amount.pence * share // 100))
    note = credit_in_full(found, doc_no="R1H26OV900001", issued_on=ISSUED)
    for document in (found, paid, back, note):
        assert is_balanced(entries_for(document))
        assert all(entry.on == ISSUED for entry in entries_for(document))


@settings(deadline=None, max_examples=50)
@given(invoices)
def test_an_invoice_posts_its_balance(found: Invoice) -> None:
    assert balance_of(found.doc_no, _posted(found)) == found.balance


def test_a_receipt_lowers_the_balance_and_a_refund_raises_it_again() -> None:
    found, paid = invoice(), _paid(Money.parse("5000"))
    assert balance_of(INVOICE_NO, _posted(found, paid)) == Money.parse("7495.86")
    assert balance_of(INVOICE_NO, _posted(found, paid, _back(paid, Money.parse("5000")))) == (
        found.balance
    )


def test_h5_a_credited_and_repaid_invoice_leaves_nothing_on_any_account() -> None:
    found, paid = invoice(), _paid(Money.parse("12495.86"))
    note = credit_in_full(found, doc_no="R1H26OV900001", issued_on=ISSUED)
    entries = _posted(found, paid, note)
    assert balance_of(INVOICE_NO, entries) == -found.total  # to be paid back
    entries += entries_for(_back(paid, Money.parse("12495.86")))
    for account in Account:
        assert (
            Money.total(one.debit - one.credit for one in entries if one.account is account) == ZERO
        )


def test_an_advance_is_held_until_invoiced_and_is_no_income_before() -> None:
    advance = Money.parse("10000")
    paid = _paid(advance, ESTIMATE_NO)
    assert held_in_advance(ESTIMATE_NO, _posted(paid)) == advance
    assert all(entry.account is not Account.INCOME for entry in _posted(paid))
    entries = _posted(paid, invoice(advance=advance))
    assert held_in_advance(ESTIMATE_NO, entries) == ZERO
    assert balance_of(INVOICE_NO, entries) == Money.parse("2495.86")


def test_an_advance_may_be_paid_back_before_any_invoice() -> None:
    paid = _paid(Money.parse("10000"), ESTIMATE_NO)
    entries = _posted(paid, _back(paid, Money.parse("4000")))
    assert held_in_advance(ESTIMATE_NO, entries) == Money.parse("6000")


def test_an_invoice_after_an_estimate_without_advance_posts_only_the_charge() -> None:
    found = replace(invoice(), estimate_no=ESTIMATE_NO)
    assert len(entries_for(found)) == 2
    assert balance_of(INVOICE_NO, entries_for(found)) == found.total


def test_one_document_never_shows_in_the_balance_of_another() -> None:
    assert balance_of("R1H26OV000999", _posted(invoice())) == ZERO
    assert held_in_advance("other", _posted(_paid(Money(1), ESTIMATE_NO))) == ZERO


@pytest.mark.parametrize(
    ("debit", "credit"), [(ZERO, ZERO), (Money(1), Money(1)), (Money(-1), ZERO), (ZERO, Money(-5))]
)
def test_an_entry_is_one_sided(debit: Money, credit: Money) -> None:
    with pytest.raises(ValueError, match="either a debit or a credit"):
        Entry(
            account=Account.CASH,
            doc_no="d",
            source_no="s",
            on=date(2026, 4, 15),
            debit=debit,
            credit=credit,
        )
