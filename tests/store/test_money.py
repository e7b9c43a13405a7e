"""Files, payers, estimates, invoices, receipts, entries and the numbers they bear."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import BadInput, Known, NotFound
from app.core.money import ZERO, Money
from app.store import (
    billable,
    customers,
    entries,
    estimates,
    files,
    invoices,
    numbers,
    receipts,
    registrations,
)
from app.store.database import Database
from app.store.driver import IntegrityError
from tests.store.samples import ADA, AT, fresh_store
from tests.store.whole_store import customer, fill, invoice, receipt


@pytest.fixture
def billed(db: Database) -> Database:
    fill(db)
    return db


def credit_note(**changes: Any) -> invoices.StoredInvoice:
    note = replace(
        invoice("R1H26OV900001"),
        doc_type=invoices.CREDIT_NOTE,
        related_doc_no="R1H26OV000123",
        total=Money(-631_000),
    )
    return replace(note, **changes)


def test_a_file_comes_out_byte_for_byte(billed: Database) -> None:
    found = files.get(billed, "f-1")
    assert (found.content, found.media_type) == (b"%PDF", "application/pdf")
    assert billed.scalar("SELECT sha256 FROM files WHERE file_id = 'f-1'") == found.sha256
    with pytest.raises(NotFound):
        files.get(billed, "f-2")


def test_an_estimate_comes_out_as_issued(billed: Database) -> None:
    found = estimates.get(billed, "E-1")
    assert (found.total, found.body) == (Money(631_000), {"total": "6310.00"})
    assert estimates.of(billed, "r-1") == (found,)
    with pytest.raises(NotFound):
        estimates.get(billed, "E-2")


def test_an_invoice_comes_out_as_issued(billed: Database) -> None:
    assert invoices.get(billed, "R1H26OV000123") == invoice()
    assert invoices.newest(billed) == (invoice(),)
    with pytest.raises(NotFound):
        invoices.get(billed, "R1H26OV000124")


def test_a_correction_is_a_credit_note_beside_the_invoice(billed: Database) -> None:
    with billed.atomic():
        invoices.add(billed, credit_note())
    assert invoices.credits_of(billed, "R1H26OV000123") == (credit_note(),)
    assert len(invoices.of(billed, "r-1")) == 2


@pytest.mark.parametrize(
    "wrong",
    [
        credit_note(related_doc_no=None),
        credit_note(total=Money(1)),
        credit_note(related_doc_no="nothing"),
        replace(invoice("R1H26OV000125"), total=Money(-1)),
        replace(invoice("R1H26OV000125"), related_doc_no="R1H26OV000123"),
        replace(invoice("R1H26OV000125"), customer_ref="nobody"),
        invoice(),
    ],
)
def test_documents_that_cannot_be_are_refused(
    billed: Database, wrong: invoices.StoredInvoice
) -> None:
    with pytest.raises(IntegrityError), billed.atomic():
        invoices.add(billed, wrong)


def test_receipts_and_refunds_stand_in_order(billed: Database) -> None:
    refund = replace(receipt("R1HR000552", -50_000), original_receipt_no="R1HR000551")
    with billed.atomic():
        receipts.add(billed, refund)
    assert receipts.of(billed, "R1H26OV000123") == (receipt(), refund)
    for wrong in (receipt("x", 0), replace(receipt("x", -1), receipt_type=receipts.RECEIPT)):
        with pytest.raises(IntegrityError), billed.atomic():
            receipts.add(billed, wrong)


def test_a_payer_is_added_once_and_then_brought_up_to_date(billed: Database) -> None:
    with billed.atomic():
        assert customers.put(billed, customer("Roy"), AT) is False
        other = replace(customer(), customer_ref="P000001235", patient_id=None)
        assert customers.put(billed, other, AT) is True
    assert customers.get(billed, "P000001234") == customer("Roy")
    assert customers.of_patient(billed, ADA.patient_id) == (customer("Roy"),)
    with pytest.raises(NotFound):
        customers.get(billed, "P000000000")


def test_entries_of_a_document_come_in_order_and_balance(billed: Database) -> None:
    bank, debtors = entries.of(billed, "R1H26OV000123")
    assert (bank.debit, bank.credit) == (debtors.credit, debtors.debit) == (Money(50_000), ZERO)
    assert entries.balances(billed) == {"bank": Money(50_000), "debtors": Money(-50_000)}
    with pytest.raises(ValueError, match="balance"), billed.atomic():
        entries.add_all(billed, [bank])


def test_a_case_is_ready_to_bill_until_it_is_billed(billed: Database) -> None:
    with billed.atomic():
        registrations.flag(billed, "r-1", reason="Visitor", due_on=None)
        registrations.set_review(billed, "r-1", "decided")
    assert billable.ready(billed, "charge") == ()
    with billed.atomic():
        invoices.add(billed, credit_note())
    (ready,) = billable.ready(billed, "charge")
    assert (ready.registration_id, ready.total) == ("r-1", Money(631_000))
    assert billable.ready(billed, "exempt") == ()


@settings(deadline=None, max_examples=40)
@given(
    sizes=st.lists(st.integers(1, 5), min_size=1, max_size=4),
    undone=st.lists(st.booleans(), max_size=30),
)
def test_numbers_leave_no_gap_inside_a_block(sizes: list[int], undone: list[bool]) -> None:
    with fresh_store() as db:
        granted: list[int] = []
        with db.atomic():
            for place, size in enumerate(sizes):
                first = 1 + place * 1000
                numbers.grant(db, "INV", first=first, last=first + size - 1)
                granted += range(first, first + size)
        taken = [number for fails in undone if (number := _take(db, fails=fails))]
        assert taken == granted[: len(taken)]
        assert numbers.left(db, "INV") == len(granted) - len(taken)
        assert (numbers.left(db, "INV") == 0) == (_take(db, fails=True) is None)


def _take(db: Database, *, fails: bool) -> int | None:
    """The number an act took; 0 where the act was undone, None where none was left."""
    try:
        with db.atomic():
            number = numbers.take_next(db, "INV")
            if fails:
                raise ZeroDivisionError
            return number
    except ZeroDivisionError:
        return 0
    except Known as known:
        return None if known.code == "numbers_exhausted" else -1


def test_a_block_may_not_overlap_or_be_empty(db: Database) -> None:
    with db.atomic():
        numbers.grant(db, "INV", first=1001, last=2000)
        numbers.grant(db, "CRN", first=1001, last=2000)
    for first, last in ((2000, 3000), (1, 1001), (1500, 1600), (1, 5000), (5, 4), (0, 10)):
        with pytest.raises(BadInput) as refused, db.atomic():
            numbers.grant(db, "INV", first=first, last=last)
        assert refused.value.code == "bad_block"
    assert numbers.blocks(db)[1] == numbers.Block("INV", 1001, 2000, 1001)
