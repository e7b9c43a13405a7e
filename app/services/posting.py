"""Putting documents of money on the books: snapshot, PDF, entries; and how an invoice stands."""

from __future__ import annotations

from app.billing.credit_note import CreditNote
from app.billing.invoice import Invoice
from app.billing.ledger import Account, Document, Entry, balance_of, entries_for
from app.billing.payment import Receipt
from app.billing.reference import document_number
from app.core.dates import financial_year_start
from app.core.errors import Known
from app.core.money import Money
from app.services.desk import Desk
from app.store import entries, invoices, receipts
from app.store.entries import StoredEntry
from app.store.invoices import StoredInvoice
from app.store.receipts import StoredReceipt


def number_of(desk: Desk, serial: int) -> str:
    """The document number of a serial of this device's block."""
    return document_number(desk.trust.reference_code, financial_year_start(desk.today), serial)


def keep_document(
    desk: Desk, document: Invoice | CreditNote, *, registration_id: str, file_id: str
) -> None:
    """Keep an invoice or credit note for good, with its entries; the caller's transaction."""
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
            due_on=document.issued_on if isinstance(document, CreditNote) else document.due_on,
            issued_by=desk.person.user_id,
            file_id=file_id,
        ),
    )
    _post(desk, document)


def keep_receipt(desk: Desk, receipt: Receipt) -> None:
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
        ),
    )
    _post(desk, receipt)


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
    """The numbers of a registration's invoices that nothing has cancelled."""
    kept = (row.doc_no for row in invoices.of(desk.db, registration_id))
    return tuple(doc_no for doc_no in kept if is_open(desk, doc_no))


def balance(desk: Desk, doc_no: str) -> Money:
    """What is owed on a document: the sum of its entries, never a figure kept beside them."""
    return balance_of(
        doc_no,
        (
            Entry(
                account=Account(row.account),
                doc_no=row.doc_no,
                source_no=row.source_no,
                on=row.on,
                debit=row.debit,
                credit=row.credit,
            )
            for row in entries.of(desk.db, doc_no)
        ),
    )


def _post(desk: Desk, document: Document) -> None:
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
            )
            for entry in entries_for(document)
        ],
    )
