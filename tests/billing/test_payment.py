"""Receipts and refunds."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.billing.payment import Method, Receipt, receipt_number, receive, refund
from app.core.errors import BadInput, Known
from app.core.money import Money

ON = date(2026, 4, 15)
PAID = receive(
    receipt_no=receipt_number("R1H", 551),
    received_on=ON,
    method=Method.CARD_TERMINAL,
    provider_ref="TID12345678-0099",
    customer_ref="P000001234",
    doc_no="R1H26OV000123",
    amount=Money.parse("5000"),
    payment_reference="RF53R1H26OV000123",
)


def _refund(**change: Any) -> Receipt:
    given: dict[str, Any] = {
        "receipt_no": "R1HR000552",
        "refunded_on": ON,
        "amount": Money.parse("928.87"),
        "asked_by": "sam",
        "approved_by": "kim",
    }
    return refund(PAID, **{**given, **change})


def test_a_receipt_is_numbered_and_reads_back() -> None:
    assert PAID.receipt_no == "R1HR000551"
    assert not PAID.is_refund
    for one in (PAID, _refund()):
        assert Receipt.from_json(json.loads(json.dumps(one.as_json()))) == one


def test_a_refund_is_a_negative_receipt_to_the_same_payer_and_method() -> None:
    back = _refund()
    assert back.is_refund
    assert back.amount == Money.parse("-928.87")
    assert back.original_receipt_no == PAID.receipt_no
    assert (back.method, back.customer_ref) == (PAID.method, PAID.customer_ref)
    assert (back.doc_no, back.payment_reference) == (PAID.doc_no, PAID.payment_reference)


def test_the_whole_may_be_paid_back_in_parts_and_no_more() -> None:
    rest = _refund(amount=Money.parse("4000"), already_refunded=Money.parse("1000"))
    assert rest.amount == Money.parse("-4000")
    with pytest.raises(Known) as caught:
        _refund(amount=Money.parse("4000.01"), already_refunded=Money.parse("1000"))
    assert caught.value.code == "too_much"
    assert "£4,000.00" in caught.value.message


def test_a_refund_needs_two_people() -> None:
    with pytest.raises(Known) as caught:
        _refund(approved_by="sam")
    assert caught.value.code == "second_person"


def test_a_refund_is_not_refunded() -> None:
    with pytest.raises(Known) as caught:
        refund(
            _refund(),
            receipt_no="R1HR000553",
            refunded_on=ON,
            amount=Money(1),
            asked_by="sam",
            approved_by="kim",
        )
    assert caught.value.code == "not_a_receipt"


@pytest.mark.parametrize("amount", [Money(0), Money(-1)])
def test_nothing_is_neither_received_nor_refunded(amount: Money) -> None:
    with pytest.raises(BadInput):
        _refund(amount=amount)


def test_gov_uk_pay_takes_at_most_its_limit() -> None:
    def pay(amount: Money) -> Receipt:
        return receive(
            receipt_no="R1HR000554",
            received_on=ON,
            method=Method.GOVUK_PAY,
            customer_ref="P1",
            doc_no="R1H26OV000123",
            amount=amount,
        )

    assert pay(Money(10_000_000)).amount == Money(10_000_000)
    with pytest.raises(BadInput, match="Split the payment"):
        pay(Money(10_000_001))


@pytest.mark.parametrize(
    "change",
    [
        {"amount": Money(0)},
        {"amount": Money(-1)},
        {"original_receipt_no": "R1HR000001"},
    ],
)
def test_sign_and_original_always_agree(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="above zero"):
        replace(PAID, **change)
