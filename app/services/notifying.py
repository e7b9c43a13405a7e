"""What finance's ledger is told: rows put in the outbox in the same transaction as the act."""

from __future__ import annotations

from app.billing.credit_note import CreditNote
from app.billing.invoice import Invoice, Payer
from app.billing.payment import Receipt
from app.billing.records import (
    Action,
    CustomerRecord,
    DocType,
    InvoiceRecord,
    Kind,
    ReceiptRecord,
    ReceiptType,
    Record,
    columns,
)
from app.core.errors import BadInput
from app.core.wording import Phrase
from app.services.desk import Desk
from app.store import outbox


def tell_finance_of_customer(desk: Desk, payer: Payer, *, known: bool) -> None:
    """Put the payer's name and address in the outbox: no date of birth, no NHS number."""
    lines = _four(payer.address.lines)
    _put(
        desk,
        Kind.CUSTOMERS,
        CustomerRecord(
            record_no=1,
            action=Action.UPDATE if known else Action.ADD,
            customer_ref=payer.customer_ref,
            payer_type=payer.payer_type,
            title=payer.title,
            given_names=payer.given_names,
            family_name=payer.family_name,
            addr1=lines[0],
            addr2=lines[1],
            addr3=lines[2],
            addr4=lines[3],
            postcode=payer.address.postcode,
            country=payer.address.country,
            email=payer.email,
            phone=payer.phone,
        ),
    )


def tell_finance_of_document(desk: Desk, document: Invoice | CreditNote) -> None:
    """Put each line of an invoice or credit note in the outbox; never a clinical word."""
    note = document if isinstance(document, CreditNote) else None
    due = document.issued_on if isinstance(document, CreditNote) else document.due_on
    for line in document.lines:
        _put(
            desk,
            Kind.INVOICES,
            InvoiceRecord(
                record_no=1,
                doc_type=DocType.CREDIT_NOTE if note else DocType.INVOICE,
                doc_no=document.doc_no,
                line_no=line.line_no,
                doc_date=document.issued_on,
                due_date=due,
                customer_ref=document.payer.customer_ref,
                related_doc_no=note.related_doc_no if note else "",
                description=line.description,
                service_from=line.service_from,
                service_to=line.service_to,
                unit_price=line.net,
                net_amount=line.net,
                gross_amount=line.net,
                gl_company=desk.trust.provider_code,
                gl_account=desk.trust.gl_account,
                gl_cost_centre=desk.trust.gl_cost_centre,
                gl_analysis1=line.analysis1,
                gl_analysis2=line.analysis2,
                payment_reference=document.payment_reference,
            ),
        )


def tell_finance_of_receipt(desk: Desk, receipt: Receipt) -> None:
    """Put a receipt or refund in the outbox."""
    _put(
        desk,
        Kind.RECEIPTS,
        ReceiptRecord(
            record_no=1,
            receipt_type=ReceiptType.REFUND if receipt.is_refund else ReceiptType.RECEIPT,
            receipt_no=receipt.receipt_no,
            receipt_date=receipt.received_on,
            method=receipt.method,
            provider_ref=receipt.provider_ref,
            customer_ref=receipt.customer_ref,
            doc_no=receipt.doc_no,
            amount=receipt.amount,
            original_receipt_no=receipt.original_receipt_no or "",
            payment_reference=receipt.payment_reference,
        ),
    )


def _four(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The ledger has four lines for an address; what is more goes into the last."""
    return (*lines[:3], ", ".join(lines[3:]), "", "", "")[:4]


def _put(desk: Desk, kind: Kind, record: Record) -> None:
    """Raises BadInput where the ledger could not read the row: it would hold up all that follow."""
    cells = record.to_row()
    read = type(record).from_row(cells)
    faults = read if isinstance(read, tuple) else read.faults()
    if faults:
        raise BadInput(
            "ledger_cannot_read",
            Phrase(
                "Finance's ledger cannot read this: {field} {what}. Correct it, then try again.",
                field=faults[0].field,
                what=faults[0].message,
            ),
            faults[0].field,
        )
    outbox.put(desk.db, kind.value, dict(zip(columns(record), cells, strict=True)), at=desk.moment)
