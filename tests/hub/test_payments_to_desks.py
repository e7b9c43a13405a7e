"""Money that finance took, all the way: loaded, sealed to the desk, settled there by a person."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.billing.payment import Method
from app.billing.records import Kind, ReceiptRecord, ReceiptType
from app.core.money import ZERO, Money
from app.hub.payments import load_payments
from app.services import from_finance, meeting, payments_waiting, receiving
from app.services.desk import Desk
from app.services.filing import Issued
from app.services.posting import standing
from app.spool.envelope import to_csv
from app.spool.hub_keys import HubKeys
from app.spool.sealed import Refused
from app.store import invoices, outbox, receipts
from tests.services.sealed import MadeUpTrust
from tests.services.sealed_hub import ledger_of
from tests.services.sealed_hub import run as intake
from tests.services.statements import bank_csv, reference_of, take_in
from tests.services.work import invoiced, seated


@pytest.fixture
def bill(trust: MadeUpTrust, hub: HubKeys, desk: Desk) -> Issued:
    """An invoice that finance has on its ledger."""
    _, issued = invoiced(desk)
    meeting.meet(desk, trust.share)
    intake(trust, hub)
    meeting.meet(desk, trust.share)
    return issued


def paid(desk: Desk, bill: Issued, number: int = 1, **changes: Any) -> ReceiptRecord:
    record = ReceiptRecord(
        record_no=1,
        receipt_type=ReceiptType.RECEIPT,
        receipt_no=f"FIN{number:06d}",
        receipt_date=desk.today,
        method=Method.BACS,
        customer_ref=invoices.get(desk.db, bill.doc_no).customer_ref,
        doc_no=bill.doc_no,
        amount=bill.total,
    )
    return replace(record, **changes)


def tell(trust: MadeUpTrust, hub: HubKeys, desk: Desk, *records: ReceiptRecord) -> None:
    """Finance loads payments; the desk hears of them."""
    with ledger_of(trust) as ledger:
        found = load_payments(ledger, to_csv(Kind.RECEIPTS, records), provider=hub.trust)
    assert found.refused == ()
    intake(trust, hub)
    meeting.meet(desk, trust.share)


def test_a_payment_that_finance_took_waits_at_the_desk_that_invoiced(
    trust: MadeUpTrust, hub: HubKeys, desk: Desk, bill: Issued
) -> None:
    tell(trust, hub, desk, paid(desk, bill))
    with seated(desk, "finance"):
        (found,) = payments_waiting.waiting(desk)
    assert found.said == f"From finance FIN000001: {reference_of(bill.doc_no)}"
    assert found.amount == bill.total
    assert [one.to for one in found.suggestions] == [bill.doc_no]
    assert standing(desk, bill.doc_no).owed == bill.total


def test_h10_settled_it_keeps_finances_number_and_is_not_told_back(
    trust: MadeUpTrust, hub: HubKeys, desk: Desk, bill: Issued
) -> None:
    tell(trust, hub, desk, paid(desk, bill))
    before = outbox.counts(desk.db)
    with seated(desk, "finance"):
        (found,) = payments_waiting.waiting(desk)
        payments_waiting.match_by_hand(desk, found.fingerprint, bill.doc_no)
        assert payments_waiting.waiting(desk) == ()
    assert standing(desk, bill.doc_no).owed == ZERO
    assert [one.receipt_no for one in receipts.of(desk.db, bill.doc_no)] == ["FIN000001"]
    assert outbox.counts(desk.db) == before
    meeting.meet(desk, trust.share)
    with ledger_of(trust) as ledger:
        was = ledger.totals().received_pence
    intake(trust, hub)
    with ledger_of(trust) as ledger:
        assert ledger.totals().received_pence == was == bill.total.pence


def test_h10_told_again_under_its_number_it_is_one_payment(
    trust: MadeUpTrust, hub: HubKeys, desk: Desk, bill: Issued
) -> None:
    record = paid(desk, bill)
    tell(trust, hub, desk, record)
    file = to_csv(Kind.RECEIPTS, [record])
    with desk.db.atomic():
        assert from_finance.keep(desk, file) == 0
    with seated(desk, "finance"):
        (found,) = payments_waiting.waiting(desk)
        payments_waiting.match_by_hand(desk, found.fingerprint, bill.doc_no)
    with desk.db.atomic():
        assert from_finance.keep(desk, file) == 0
        assert from_finance.keep(desk, None) == 0
    with seated(desk, "finance"):
        assert payments_waiting.waiting(desk) == ()


def test_h10_the_same_money_in_a_statement_of_the_bank_is_the_same_payment(
    trust: MadeUpTrust, hub: HubKeys, desk: Desk, bill: Issued
) -> None:
    tell(trust, hub, desk, paid(desk, bill))
    with seated(desk, "finance"):
        raw = bank_csv([(desk.today, reference_of(bill.doc_no), bill.total)])
        assert [one.state for one in take_in(desk, raw).payments] == ["known"]
        assert len(payments_waiting.waiting(desk)) == 1


def test_money_given_back_later_names_the_receipt_that_finance_knows(
    trust: MadeUpTrust, hub: HubKeys, desk: Desk, bill: Issued
) -> None:
    tell(trust, hub, desk, paid(desk, bill))
    with seated(desk, "finance"):
        (found,) = payments_waiting.waiting(desk)
        payments_waiting.match_by_hand(desk, found.fingerprint, bill.doc_no)
        receiving.payment_returned(desk, "FIN000001")
    meeting.meet(desk, trust.share)
    report = intake(trust, hub)
    assert [one.outcome.value for one in report.taken] == ["ACCEPTED"]
    with ledger_of(trust) as ledger:
        assert ledger.totals().refunded_pence == -bill.total.pence


def test_money_that_finance_gave_back_undoes_the_receipt_it_names(
    trust: MadeUpTrust, hub: HubKeys, desk: Desk, bill: Issued
) -> None:
    back = paid(
        desk,
        bill,
        2,
        receipt_type=ReceiptType.REFUND,
        amount=-bill.total,
        original_receipt_no="FIN000001",
    )
    tell(trust, hub, desk, paid(desk, bill), back)
    with seated(desk, "finance"):
        came, went = sorted(payments_waiting.waiting(desk), key=lambda one: -one.amount.pence)
        payments_waiting.match_by_hand(desk, came.fingerprint, bill.doc_no)
        before = outbox.counts(desk.db)
        payments_waiting.match_by_hand(desk, went.fingerprint, "FIN000001")
    assert outbox.counts(desk.db) == before
    assert standing(desk, bill.doc_no).owed == bill.total


@pytest.mark.parametrize("odd", [b"no table", b"\xff"])
def test_a_file_of_payments_that_cannot_be_read_keeps_nothing(desk: Desk, odd: bytes) -> None:
    with pytest.raises(Refused), desk.db.atomic():
        from_finance.keep(desk, odd)


def test_a_row_that_is_not_whole_keeps_nothing(desk: Desk, bill: Issued) -> None:
    wrong = paid(desk, bill, amount=Money(-1))
    with pytest.raises(Refused), desk.db.atomic():
        from_finance.keep(desk, to_csv(Kind.RECEIPTS, [wrong]))
