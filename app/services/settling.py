"""Posting one payment of a file: the receipt it gives, or the one it is (behind `remitting`)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.billing.payment import Method
from app.core.errors import BadInput, Known
from app.core.money import ZERO
from app.core.wording import Phrase
from app.services import receiving
from app.services.desk import Desk
from app.services.filing import Issued
from app.services.posting import invoice_of, standing
from app.store import customers, invoices, payment_lines, receipts
from app.store.payment_lines import StoredPayment
from app.store.receipts import StoredReceipt


def settle(desk: Desk, payment: StoredPayment, to: str) -> str:
    """Post a payment to an invoice, estimate or customer, or find it in a receipt; its receipt.

    Several invoices are paid in their order, each what it owes; what is over waits under the
    receipt. Money that went out is found in its refund, or undoes the receipt it names. The caller
    owns the transaction. Raises NotFound, Known `not_the_same` or `taken_already`, BadInput
    `bad_number`.
    """
    several = to.split()
    if len(several) > 1:
        return _spread(desk, payment, several)
    kept = receipts.find(desk.db, to)
    if kept is not None:
        return _receipt_of(desk, payment, kept)
    _require_came(payment)
    if invoices.exists(desk.db, to):
        take = partial(receiving.take_payment, desk, to, more_than_owed=True)
    elif customers.exists(desk.db, to):
        take = partial(receiving.take_unallocated, desk, to)
    else:
        take = partial(receiving.take_advance, desk, to)
    return _taken(take, payment)


def _spread(desk: Desk, payment: StoredPayment, doc_nos: list[str]) -> str:
    _require_came(payment)
    customer_ref = invoices.get(desk.db, doc_nos[0]).customer_ref
    receipt_no = _taken(partial(receiving.take_unallocated, desk, customer_ref), payment)
    left = payment.amount
    for doc_no in doc_nos:
        share = min(standing(desk, invoice_of(desk, doc_no).doc_no).owed, left)
        if share > ZERO:
            receiving.allocate(desk, receipt_no, doc_no, share)
            left -= share
    return receipt_no


def _taken(take: Callable[..., Issued], payment: StoredPayment) -> str:
    issued = take(
        amount=payment.amount,
        method=Method(payment.method),
        provider_ref=next(iter(_references(payment)), ""),
        received_on=payment.on_date,
        finance_no=_finance_no(payment),
    )
    return issued.doc_no


def _finance_no(payment: StoredPayment) -> str:
    return payment.provider_refs[0] if payment.of_finance else ""


def _references(payment: StoredPayment) -> tuple[str, ...]:
    return payment.provider_refs[1:] if payment.of_finance else payment.provider_refs


def _require_came(payment: StoredPayment) -> None:
    if payment.amount < ZERO:
        raise BadInput(
            "bad_number",
            "This money went out or came back. Give the number of the receipt it undoes.",
            "to",
        )


def _receipt_of(desk: Desk, payment: StoredPayment, kept: StoredReceipt) -> str:
    if kept.amount == payment.amount:
        if payment_lines.stands(desk.db, kept.receipt_no):
            raise Known(
                "taken_already",
                Phrase(
                    "Another payment of a file is receipt {number} already.", number=kept.receipt_no
                ),
                "to",
            )
        return kept.receipt_no
    if kept.amount == -payment.amount and payment.amount < ZERO:
        back = receiving.payment_returned(
            desk,
            kept.receipt_no,
            returned_on=payment.on_date,
            finance_no=_finance_no(payment),
        )
        return back.doc_no
    raise Known(
        "not_the_same",
        Phrase(
            "Receipt {number} is for {amount}, this payment for {paid}. Choose another, or set it "
            "aside.",
            number=kept.receipt_no,
            amount=kept.amount,
            paid=payment.amount,
        ),
        "to",
    )
