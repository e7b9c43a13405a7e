"""Giving a receipt for money that came or went: the slip, its entries, and finance's row."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from app.billing.ledger import Entry
from app.billing.payer import Payer
from app.billing.payment import Method, Receipt
from app.billing.reference import is_document_number, payment_reference
from app.documents.receipt_pdf import receipt_pdf
from app.services.desk import Desk
from app.services.filing import Issued, keep_pdf
from app.services.notifying import tell_finance_of_receipt
from app.services.payers import by_hand, large_print
from app.services.posting import keep_receipt, receipt_postings
from app.store import customers, estimates, invoices
from app.store.receipts import StoredReceipt


def give_receipt(
    desk: Desk,
    receipt: Receipt,
    *,
    posted: Iterable[Entry] | None = None,
    finance_knows: bool = False,
) -> Issued:
    """Keep a receipt or refund with its slip, which the law asks for (reg 3(4)).

    `posted` are its entries where they are not those of any receipt of its kind. Where
    `finance_knows` of it, having taken the money itself, its ledger is not told again. The caller
    owns the transaction.
    """
    registration_id = registration_of(desk, receipt)
    payer = Payer.from_json(customers.get(desk.db, receipt.customer_ref).body)
    pdf = desk.press.draw(
        partial(
            receipt_pdf,
            receipt,
            payer=payer,
            trust=desk.trust,
            mode=desk.mode,
            logo=desk.logo,
            by_hand=registration_id is not None and by_hand(desk, registration_id),
            large_print=registration_id is not None and large_print(desk, registration_id, payer),
        )
    )
    file_id = keep_pdf(desk, kind="receipt", name=f"{receipt.receipt_no}.pdf", pdf=pdf)
    on_the_books = receipt_postings(desk, receipt) if posted is None else posted
    keep_receipt(desk, receipt, on_the_books, file_id=file_id)
    if not finance_knows:
        tell_finance_of_receipt(desk, receipt)
    act = "refund_paid" if receipt.is_refund else "payment_taken"
    subject = registration_id or receipt.customer_ref
    desk.audit(act, subject, {"receipt_no": receipt.receipt_no})
    return Issued(receipt.receipt_no, receipt.amount, file_id, pdf)


def registration_of(desk: Desk, receipt: Receipt) -> str | None:
    """The case that money is for; None where nobody knows yet."""
    if is_document_number(receipt.doc_no):
        return invoices.get(desk.db, receipt.doc_no).registration_id
    if receipt.doc_no:
        return estimates.get(desk.db, receipt.doc_no).registration_id
    return customers.get(desk.db, receipt.customer_ref).registration_id


def receipt_from(kept: StoredReceipt) -> Receipt:
    """A stored receipt as the books know it."""
    invoiced = is_document_number(kept.doc_no)
    return Receipt(
        receipt_no=kept.receipt_no,
        received_on=kept.received_on,
        method=Method(kept.method),
        provider_ref=kept.provider_ref,
        customer_ref=kept.customer_ref,
        doc_no=kept.doc_no,
        amount=kept.amount,
        payment_reference=payment_reference(kept.doc_no) if invoiced else "",
        original_receipt_no=kept.original_receipt_no,
    )
