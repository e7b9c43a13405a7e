"""Putting documents of money on the books: snapshot, PDF, entries; and how an invoice stands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from app.billing.credit_note import CreditNote
from app.billing.invoice import Invoice
from app.billing.ledger import Account, Entry
from app.billing.payment import Receipt
from app.billing.postings import credit_entries, invoice_entries, receipt_entries, refund_entries
from app.billing.reference import document_number
from app.billing.standing import Standing, standing_of
from app.core.dates import financial_year_start, long
from app.core.errors import Known
from app.core.money import Money
from app.core.wording import Phrase
from app.services.desk import Desk
from app.store import entries, invoices, periods, receipts
from app.store.entries import StoredEntry
from app.store.invoices import StoredInvoice
from app.store.receipts import StoredReceipt


def number_of(desk: Desk, serial: int) -> str:
    """The document number of a serial of this device's block."""
    return document_number(desk.trust.reference_code, financial_year_start(desk.today), serial)


def keep_invoice(desk: Desk, invoice: Invoice, *, registration_id: str, file_id: str) -> None:
    """Keep an invoice for good, with its entries; the caller's transaction."""
    _keep(desk, invoice, registration_id=registration_id, file_id=file_id, due_on=invoice.due_on)
    post(desk, invoice_entries(invoice, closed_through=periods.closed_through(desk.db)))


def keep_credit_note(desk: Desk, note: CreditNote, *, registration_id: str, file_id: str) -> None:
    """Keep a credit note for good, with its entries; the caller's transaction."""
    before = standing(desk, note.related_doc_no)
    _keep(desk, note, registration_id=registration_id, file_id=file_id, due_on=note.issued_on)
    closed = periods.closed_through(desk.db)
    post(desk, credit_entries(note, standing=before, closed_through=closed))


def receipt_postings(desk: Desk, receipt: Receipt) -> tuple[Entry, ...]:
    """The entries of a receipt or refund as its document stands now.

    Money of a month that is closed is posted on the first day that is open; the receipt keeps
    the day it came.
    """
    on = first_open_day(desk, receipt.received_on)
    if receipt.is_refund:
        return refund_entries(receipt, on=on)
    return receipt_entries(receipt, standing=standing(desk, receipt.doc_no), on=on)


def keep_receipt(desk: Desk, receipt: Receipt, posted: Iterable[Entry], *, file_id: str) -> None:
    """Keep a receipt or refund for good, with its entries; the caller's transaction."""
    receipts.add(
        desk.db,
        StoredReceipt(
            receipt_no=receipt.receipt_no,
            receipt_type=receipts.REFUND if receipt.is_refund else receipts.RECEIPT,
            doc_no=receipt.doc_no,
            customer_ref=receipt.customer_ref,
            method=receipt.method.value,
            provider_ref=receipt.provider_ref,
            amount=receipt.amount,
            original_receipt_no=receipt.original_receipt_no,
            received_on=receipt.received_on,
            recorded_by=desk.person.user_id,
            recorded_at=desk.moment,
            file_id=file_id,
        ),
    )
    post(desk, posted)


def post(desk: Desk, posted: Iterable[Entry]) -> None:
    """Put entries on the books; the caller's transaction. Raises Known `period_closed`."""
    kept = tuple(posted)
    closed = periods.closed_through(desk.db)
    if closed is not None and any(entry.on <= closed for entry in kept):
        raise Known(
            "period_closed",
            Phrase("The books are closed up to {day}. Give this a later day.", day=long(closed)),
            "on",
        )
    entries.add_all(
        desk.db,
        [
            StoredEntry(
                on=entry.on,
                doc_no=entry.doc_no,
                source_no=entry.source_no,
                account=entry.account.value,
                debit=entry.debit,
                credit=entry.credit,
                made_at=desk.moment,
                recognised_on=entry.recognised_on,
            )
            for entry in kept
        ],
    )


def first_open_day(desk: Desk, day: date) -> date:
    """That day, or the first one after what is closed."""
    closed = periods.closed_through(desk.db)
    return day if closed is None or day > closed else closed + timedelta(days=1)


def entries_about(desk: Desk, doc_no: str) -> tuple[Entry, ...]:
    """The entries about one document."""
    return tuple(entry_from(row) for row in entries.of(desk.db, doc_no))


def entry_from(row: StoredEntry) -> Entry:
    """A stored entry as the books know it."""
    return Entry(
        account=Account(row.account),
        doc_no=row.doc_no,
        source_no=row.source_no,
        on=row.on,
        debit=row.debit,
        credit=row.credit,
        recognised_on=row.recognised_on,
    )


def standing(desk: Desk, doc_no: str) -> Standing:
    """How an invoice stands: the sum of its entries, never a figure kept beside them."""
    return standing_of(doc_no, entries_about(desk, doc_no))


def balance(desk: Desk, doc_no: str) -> Money:
    """What stands on the books of an invoice."""
    return standing(desk, doc_no).balance


def invoice_of(desk: Desk, doc_no: str) -> Invoice:
    """An invoice, cancelled or not; raises NotFound, or Known `not_an_invoice`."""
    kept = invoices.get(desk.db, doc_no)
    if kept.doc_type != invoices.INVOICE:
        raise Known("not_an_invoice", "This is a credit note. Give the invoice's number.", "doc_no")
    return Invoice.from_json(kept.body)


def open_invoice(desk: Desk, doc_no: str) -> Invoice:
    """An invoice that nothing has cancelled; raises NotFound, or Known `not_open`."""
    if not is_open(desk, doc_no):
        raise Known("not_open", "This document is a credit note or is credited already.", "doc_no")
    return Invoice.from_json(invoices.get(desk.db, doc_no).body)


def is_open(desk: Desk, doc_no: str) -> bool:
    """Whether a document is an invoice without a credit note; raises NotFound."""
    kept = invoices.get(desk.db, doc_no)
    return kept.doc_type == invoices.INVOICE and not invoices.credits_of(desk.db, doc_no)


def open_invoices_of(desk: Desk, registration_id: str) -> tuple[str, ...]:
    """The numbers of a registration's invoices that nothing has cancelled, oldest first."""
    kept = (row.doc_no for row in invoices.of(desk.db, registration_id))
    return tuple(doc_no for doc_no in kept if is_open(desk, doc_no))


def _keep(
    desk: Desk,
    document: Invoice | CreditNote,
    *,
    registration_id: str,
    file_id: str,
    due_on: date,
) -> None:
    note = document if isinstance(document, CreditNote) else None
    invoices.add(
        desk.db,
        StoredInvoice(
            doc_no=document.doc_no,
            doc_type=invoices.CREDIT_NOTE if note else invoices.INVOICE,
            related_doc_no=note.related_doc_no if note else None,
            registration_id=registration_id,
            customer_ref=document.payer.customer_ref,
            body=document.as_json(),
            total=document.total,
            issued_on=document.issued_on,
            due_on=due_on,
            issued_by=desk.person.user_id,
            file_id=file_id,
        ),
    )
