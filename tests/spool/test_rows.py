"""Row by row: what the ledger takes of a sound batch, and what comes back with which code."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.billing.records import Action, CustomerRecord, InvoiceRecord, ReceiptRecord
from app.billing.reference import payment_reference
from app.core.money import Money
from app.hub.ledger import Ledger
from app.spool.intake import Outcome
from app.spool.share import FolderShare
from tests.spool.made import (
    Sender,
    credit,
    credited_on,
    customer,
    customer_on,
    document_on,
    invoice,
    put,
    receipt,
    refund,
)
from tests.spool.test_intake import codes, take, the_only


def rows_refused(
    share: FolderShare,
    ledger: Ledger,
    customers: list[CustomerRecord],
    invoices: list[InvoiceRecord],
    receipts: list[ReceiptRecord],
) -> list[tuple[str, int | None, str, str]]:
    put(Sender().batch(customers, invoices, receipts), share)
    return [
        (reason.file_code, reason.record_no, reason.reason_code, reason.field)
        for reason in the_only(take(share, ledger)).reasons
    ]


def test_e201_an_unknown_customer_is_no_ground_for_a_bill(
    share: FolderShare, ledger: Ledger
) -> None:
    refused = rows_refused(
        share,
        ledger,
        [customer("P1"), customer("P2", action=Action.UPDATE)],
        [invoice(1, customer_ref="P3")],
        [receipt(1, customer_ref="P3")],
    )
    assert refused == [
        ("CUS", 2, "E201", "customer_ref"),
        ("INV", 1, "E201", "customer_ref"),
        ("RCP", 1, "E201", "customer_ref"),
    ]


def test_a_customer_is_updated_only_when_the_row_says_so(
    share: FolderShare, ledger: Ledger
) -> None:
    refused = rows_refused(
        share,
        ledger,
        [
            customer("P1"),
            customer("P1"),
            customer("P1", addr1="Elsewhere"),
            customer("P1", addr1="2 New Road", action=Action.UPDATE),
        ],
        [],
        [],
    )
    assert refused == [("CUS", 3, "E202", "customer_ref")]
    kept = customer_on(ledger, "P1")
    assert kept is not None
    assert kept.addr1 == "2 New Road"


def test_e202_a_number_in_use_with_other_content_comes_back(
    share: FolderShare, ledger: Ledger
) -> None:
    refused = rows_refused(
        share,
        ledger,
        [customer()],
        [invoice(1), invoice(1), invoice(2), invoice(3, line_no=1)],
        [receipt(1), receipt(1, pence=5), receipt(2)],
    )
    assert refused == [
        ("INV", 1, "E202", "line_no"),
        ("INV", 2, "E202", "line_no"),
        ("RCP", 2, "E202", "receipt_no"),
    ]


def test_e202_is_held_against_what_earlier_batches_brought(
    share: FolderShare, ledger: Ledger
) -> None:
    sender = Sender()
    put(sender.batch([customer()], [invoice(1), invoice(2)], [receipt(1)]), share)
    take(share, ledger)
    same_and_other = sender.batch(
        [customer()], [invoice(1), invoice(2, pence=1)], [receipt(1), receipt(2, pence=7)]
    )
    put(same_and_other, share)
    taken = take(share, ledger).taken[1]
    assert codes(taken) == ["E202"]
    assert taken.answer is not None
    assert dict(taken.answer.accepted_pence) == {"INV": 80_000, "RCP": 80_007}
    assert ledger.totals().charged_pence == 160_000  # what was there already is not doubled
    assert ledger.totals().received_pence == 80_007


def test_the_lines_of_a_document_stand_or_fall_together(share: FolderShare, ledger: Ledger) -> None:
    lines = [invoice(1), invoice(1, line_no=2, vat_amount=Money(5)), invoice(2)]
    refused = rows_refused(share, ledger, [customer()], lines, [])
    assert refused == [("INV", 1, "E203", "net_amount"), ("INV", 2, "E203", "net_amount")]
    assert document_on(ledger, lines[0].doc_no) == ()
    assert len(document_on(ledger, lines[2].doc_no)) == 1


def test_lines_in_any_order_are_the_same_document(share: FolderShare, ledger: Ledger) -> None:
    sender = Sender()
    lines = [invoice(1), invoice(1, line_no=2)]
    put(sender.batch([customer()], lines), share)
    put(sender.batch([], lines[::-1]), share)
    outcomes = [taken.outcome for taken in take(share, ledger).taken]
    assert outcomes == [Outcome.ACCEPTED, Outcome.ACCEPTED]
    assert ledger.totals().lines == 2


def test_e204_only_what_is_left_of_an_open_invoice_is_credited(
    share: FolderShare, ledger: Ledger
) -> None:
    part = {name: Money(-50_000) for name in ("unit_price", "net_amount", "gross_amount")}
    billed = invoice(1)
    refused = rows_refused(
        share,
        ledger,
        [customer(), customer("P2")],
        [
            credit(billed, 900_001, **part),  # ahead of its invoice in the file: no matter
            billed,
            credit(billed, 900_002, **part),
            credit(invoice(8), 900_003),
            credit(billed, 900_004, customer_ref="P2", **part),
        ],
        [],
    )
    assert [row[1:] for row in refused] == [
        (number, "E204", "related_doc_no") for number in (3, 4, 5)
    ]
    assert credited_on(ledger, billed.doc_no) == Money(-50_000)


def test_e204_a_credit_note_is_not_credited(share: FolderShare, ledger: Ledger) -> None:
    first = credit(invoice(1))
    on_credit = credit(invoice(1), 900_002, related_doc_no=first.doc_no)
    own = replace(on_credit, payment_reference=payment_reference(on_credit.doc_no))
    refused = rows_refused(share, ledger, [customer()], [invoice(1), first, own], [])
    assert refused == [("INV", 3, "E204", "related_doc_no")]


def test_e204_no_more_is_refunded_than_was_received(share: FolderShare, ledger: Ledger) -> None:
    paid = receipt(1)
    refused = rows_refused(
        share,
        ledger,
        [customer(), customer("P2")],
        [],
        [
            refund(paid, 11, amount=Money(-50_000)),  # ahead of its receipt: no matter
            paid,
            refund(paid, 12, amount=Money(-50_000)),
            refund(receipt(7), 13),
            refund(paid, 14, amount=Money(-1), customer_ref="P2"),
            refund(replace(paid, receipt_no="R1HR000011"), 15, amount=Money(-1)),
        ],
    )
    assert [row[1:] for row in refused] == [
        (number, "E204", "original_receipt_no") for number in (3, 4, 5, 6)
    ]


def test_e205_codes_are_those_of_the_ledgers_chart(share: FolderShare, ledger: Ledger) -> None:
    with ledger.atomic():
        ledger.allow_code("R1H", "gl_account", "4310")
        ledger.allow_code("R1H", "gl_cost_centre", "OVSX01")
    lines = [
        invoice(1),
        invoice(2, gl_account="9999"),
        invoice(3, gl_cost_centre="X"),
        invoice(4, gl_company="RJ1"),
    ]
    refused = rows_refused(share, ledger, [customer()], lines, [])
    assert refused == [
        ("INV", 2, "E205", "gl_account"),
        ("INV", 3, "E205", "gl_cost_centre"),
        ("INV", 4, "E205", "gl_company"),
    ]


def test_e206_days_lie_in_an_open_period(share: FolderShare, ledger: Ledger) -> None:
    with ledger.atomic():
        ledger.open_period("R1H", date(2026, 4, 1), date(2026, 4, 30))
    may = date(2026, 5, 1)
    refused = rows_refused(
        share,
        ledger,
        [customer()],
        [invoice(1), invoice(2, doc_date=may, due_date=may)],
        [receipt(1, receipt_date=may)],
    )
    assert refused == [("INV", 2, "E206", "doc_date"), ("RCP", 1, "E206", "receipt_date")]


def test_e206_without_periods_nothing_before_the_regulations_is_taken(
    share: FolderShare, ledger: Ledger
) -> None:
    early = date(2015, 4, 5)
    refused = rows_refused(
        share, ledger, [customer()], [invoice(1, doc_date=early), invoice(2)], []
    )
    assert [row[2] for row in refused] == ["E206"]


def test_e207_and_e208_come_back_row_by_row_and_the_rest_is_taken(
    share: FolderShare, ledger: Ledger
) -> None:
    refused = rows_refused(
        share,
        ledger,
        [customer()],
        [invoice(1, payment_reference="RF00R1H26OV000001"), invoice(2, currency="EUR"), invoice(3)],
        [receipt(1, currency="EUR"), receipt(2)],
    )
    assert [row[:3] for row in refused] == [
        *(("INV", 1, "E207"), ("INV", 2, "E208"), ("RCP", 1, "E208")),
    ]
    assert (ledger.totals().documents, ledger.totals().receipts) == (1, 1)


def test_a_rejected_row_comes_again_in_a_later_batch_with_its_number(
    share: FolderShare, ledger: Ledger
) -> None:
    sender = Sender()
    put(sender.batch([customer()], [invoice(1, vat_amount=Money(1))]), share)
    take(share, ledger)
    put(sender.batch([], [invoice(1)]), share)
    assert take(share, ledger).taken[1].outcome is Outcome.ACCEPTED
    assert len(document_on(ledger, invoice(1).doc_no)) == 1
