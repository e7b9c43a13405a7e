"""Payments that finance took: loaded once, numbered for good, told to the desk they concern."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.billing.records import Kind, ReceiptRecord
from app.billing.reference import payment_reference
from app.core.errors import BadInput
from app.core.money import Money
from app.hub.ledger import Ledger
from app.hub.payments import load_payments
from app.spool.envelope import to_csv
from app.spool.share import FolderShare
from tests.spool.made import Sender, customer, invoice, put, receipt, refund
from tests.spool.test_intake import take

BILL, OTHER = invoice(1), invoice(2)


def of_finance(number: int, **changes: Any) -> ReceiptRecord:
    return replace(receipt(number, pence=1_000), **changes)


def csv(*rows: ReceiptRecord) -> bytes:
    return to_csv(Kind.RECEIPTS, [replace(row, record_no=n) for n, row in enumerate(rows, 1)])


@pytest.fixture
def billed(ledger: Ledger, share: FolderShare) -> Ledger:
    """Two desks, a bill of each, and a payment that a desk took itself."""
    put(Sender(device="D07").batch([customer()], [BILL], [receipt(9)]), share)
    put(Sender(device="D08").batch([], [OTHER]), share)
    take(share, ledger)
    return ledger


def test_a_payment_reaches_the_desk_whose_bill_it_is_for(billed: Ledger) -> None:
    by_number = of_finance(101, doc_no=BILL.doc_no)
    by_reference = of_finance(102, payment_reference=payment_reference(OTHER.doc_no))
    for_nobody = of_finance(103)
    loaded = load_payments(billed, csv(by_number, by_reference, for_nobody))
    assert (loaded.new, loaded.known, loaded.refused) == (3, 0, ())
    first = billed.payments_for("R1H", "D07", 0)
    assert [(one.number, one.record.receipt_no) for one in first] == [
        *((1, by_number.receipt_no), (3, for_nobody.receipt_no))
    ]
    assert [one.number for one in billed.payments_for("R1H", "D08", 0)] == [2, 3]
    assert [one.number for one in billed.payments_for("R1H", "D07", 1)] == [3]
    assert first[0].record == replace(by_number, record_no=1)
    assert billed.payments_for("RJ1", "D07", 0) == ()


def test_a_file_loaded_twice_changes_nothing_and_what_a_desk_sent_is_known(billed: Ledger) -> None:
    once = csv(of_finance(101, doc_no=BILL.doc_no))
    load_payments(billed, once)
    before = billed.totals()
    again = load_payments(billed, once)
    assert (again.new, again.known) == (0, 1)
    grown = load_payments(
        billed, csv(of_finance(101, doc_no=BILL.doc_no), of_finance(104), receipt(9))
    )
    assert (grown.new, grown.known) == (1, 2)
    assert billed.totals().received_pence == before.received_pence + 1_000
    assert [one.number for one in billed.payments_for("R1H", "D07", 0)] == [1, 2]


def test_rows_that_do_not_hold_are_named_and_the_others_taken(billed: Ledger) -> None:
    load_payments(billed, csv(of_finance(101)))
    loaded = load_payments(
        billed,
        csv(
            of_finance(101, amount=Money(5)),
            of_finance(105, customer_ref="P9"),
            of_finance(106, currency="EUR"),
            refund(of_finance(101), 107, amount=Money(-1_001)),
            of_finance(108),
        ),
    )
    assert [(one.record_no, one.reason_code) for one in loaded.refused] == [
        *((1, "E202"), (2, "E201"), (3, "E208"), (4, "E204"))
    ]
    assert loaded.new == 1


@pytest.mark.parametrize("data", [b"", b"a,b\r\n1,2\r\n", b"\xff\xfe", b'"open'])
def test_a_file_of_another_kind_is_refused_whole(billed: Ledger, data: bytes) -> None:
    with pytest.raises(BadInput) as refused:
        load_payments(billed, data)
    assert refused.value.code == "bad_payments"


def test_where_trusts_share_a_ledger_a_file_says_whose_it_is(
    billed: Ledger, share: FolderShare
) -> None:
    put(Sender(provider="RJ1").batch([customer()]), share)
    take(share, billed)
    with pytest.raises(BadInput) as refused:
        load_payments(billed, csv(of_finance(101)))
    assert refused.value.code == "which_trust"
    assert load_payments(billed, csv(of_finance(101)), provider="RJ1").new == 1
    assert billed.payments_for("R1H", "D07", 0) == ()
