"""Money in: on an invoice, in advance on an estimate, or waiting for somebody to say for what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.access.roles import Act
from app.billing.ledger import held_in_advance, unallocated
from app.billing.payer import Payer
from app.billing.payment import Method, receipt_number, receive
from app.billing.postings import allocation_entries, returned_entries
from app.billing.reference import is_document_number
from app.core.errors import BadInput, Known
from app.core.money import ZERO, Money
from app.core.people import clean_line
from app.core.wording import Phrase
from app.services import refunding
from app.services.debt_reporting import withdraw_if_settled
from app.services.desk import Desk, service
from app.services.estimate_standing import to_pay_against
from app.services.filing import Issued
from app.services.notifying import tell_finance_of_customer
from app.services.payers import LIABLE, payer_of, with_reference
from app.services.posting import (
    entries_about,
    entry_from,
    first_open_day,
    invoice_of,
    is_open,
    post,
    standing,
)
from app.services.receipting import give_receipt, receipt_from
from app.store import customers, entries, invoices, numbers, receipts, registrations


@dataclass(frozen=True, slots=True, kw_only=True)
class Unallocated:
    """Money of a receipt that is on no invoice; of `refund_waits` a refund waits for approval.

    `ref` is the case it came for, or else the payer's; empty where there is none.
    """

    receipt_no: str
    received_on: date
    payer: str
    ref: str
    amount: Money
    refund_waits: Money


@service(Act.INVOICE)
def take_payment(
    desk: Desk,
    doc_no: str,
    *,
    amount: Money,
    method: Method,
    provider_ref: str = "",
    received_on: date | None = None,
    more_than_owed: bool = False,
    finance_no: str = "",
) -> Issued:
    """Record money received for an invoice and give the receipt the law asks for (reg 3(4)).

    A debt that was written off or an invoice that was cancelled takes money too where it came
    all the same: with `more_than_owed`, what is not owed waits under the receipt, and its refund
    is drafted. Otherwise more than is owed is a slip of the hand: raises BadInput `too_much`.
    With `finance_no`, here and below, finance took the money and has it on its ledger under that
    number: the receipt keeps the number, and finance is not told of it again.
    """
    invoice = invoice_of(desk, doc_no)
    if not more_than_owed:
        _require_owed(desk, doc_no, amount)
    with desk.db.atomic():
        issued = _receive(
            desk,
            customer_ref=invoice.payer.customer_ref,
            doc_no=doc_no,
            reference=invoice.payment_reference,
            amount=amount,
            method=method,
            provider_ref=provider_ref,
            received_on=received_on,
            finance_no=finance_no,
        )
        refunding.draft(desk, issued.doc_no)
        withdraw_if_settled(desk, doc_no)
    return issued


@service(Act.INVOICE)
def take_advance(
    desk: Desk,
    estimate_no: str,
    *,
    amount: Money,
    method: Method,
    provider_ref: str = "",
    received_on: date | None = None,
    payer: Payer | None = None,
    finance_no: str = "",
) -> Issued:
    """Record money paid before the care against its estimate; it is held, and is no income yet.

    `payer` is whoever pays where that is not the patient. Raises BadInput `too_much` beyond the
    estimate, NotFound.
    """
    kept = to_pay_against(desk, estimate_no)
    left = kept.total - held(desk, estimate_no)
    if amount > left:
        raise BadInput(
            "too_much",
            Phrase("{left} of this estimate is left. Enter that or less.", left=left),
            "amount",
        )
    registration = registrations.get(desk.db, kept.registration_id)
    with desk.db.atomic():
        found = payer_of(desk, registration, payer, LIABLE["patient"])
        known, new = with_reference(desk, found, registration)
        tell_finance_of_customer(desk, known, known=not new)
        return _receive(
            desk,
            customer_ref=known.customer_ref,
            doc_no=estimate_no,
            reference="",
            amount=amount,
            method=method,
            provider_ref=provider_ref,
            received_on=received_on,
            finance_no=finance_no,
        )


@service(Act.INVOICE)
def take_unallocated(
    desk: Desk,
    customer_ref: str,
    *,
    amount: Money,
    method: Method,
    provider_ref: str = "",
    received_on: date | None = None,
    finance_no: str = "",
) -> Issued:
    """Record money of a known payer that names nothing it is for; it waits under its receipt."""
    customers.get(desk.db, customer_ref)
    with desk.db.atomic():
        return _receive(
            desk,
            customer_ref=customer_ref,
            doc_no="",
            reference="",
            amount=amount,
            method=method,
            provider_ref=provider_ref,
            received_on=received_on,
            finance_no=finance_no,
        )


@service(Act.INVOICE)
def allocate(desk: Desk, receipt_no: str, doc_no: str, amount: Money) -> None:
    """Put money of a receipt on an invoice: what is unallocated, or lies on a cancelled one.

    Raises BadInput `too_much` beyond what the receipt has left or the invoice is owed.
    """
    kept = receipts.get(desk.db, receipt_no)
    _require_owed(desk, doc_no, amount)
    waits = unallocated(receipt_no, entries_about(desk, receipt_no))
    lies_on = "" if waits >= amount else kept.doc_no
    free = waits if not lies_on else standing(desk, lies_on).to_pay_back
    if not ZERO < amount <= free:
        raise BadInput(
            "too_much",
            Phrase("{free} of this receipt is free. Enter that or less.", free=free),
            "amount",
        )
    with desk.db.atomic():
        posted = allocation_entries(
            receipt_no,
            doc_no,
            amount=amount,
            on=desk.today,
            standing=standing(desk, doc_no),
            lies_on=lies_on,
        )
        post(desk, posted)
        desk.audit("allocated", doc_no, {"receipt_no": receipt_no, "amount": amount.plain})
        withdraw_if_settled(desk, doc_no)


@service(Act.INVOICE)
def unallocated_money(desk: Desk) -> tuple[Unallocated, ...]:
    """Receipts with money on no invoice, oldest first."""
    return tuple(
        Unallocated(
            receipt_no=kept.receipt_no,
            received_on=kept.received_on,
            payer=Payer.from_json(customers.get(desk.db, kept.customer_ref).body).name,
            ref=_ref_of(desk, kept),
            amount=waits,
            refund_waits=refunding.waits(desk, kept.receipt_no),
        )
        for kept, waits in receipts.unallocated(desk.db)
    )


@service(Act.INVOICE)
def payment_returned(
    desk: Desk,
    receipt_no: str,
    *,
    provider_ref: str = "",
    returned_on: date | None = None,
    finance_no: str = "",
) -> Issued:
    """Record that the bank took a payment back: a cheque that bounced, a card charged back.

    What it paid is owed again. Raises Known `not_whole` where some of it went back already.
    """
    kept = receipts.get(desk.db, receipt_no)
    original = receipt_from(kept)
    if original.is_refund or receipts.given_back(desk.db, receipt_no) > ZERO:
        raise Known("not_whole", "Some of this payment went back already. Ask finance to look.")
    if (
        original.doc_no
        and not is_document_number(original.doc_no)
        and held(desk, original.doc_no) < original.amount
    ):
        raise Known(
            "deducted",
            "This advance is deducted from an invoice. Credit the invoice first.",
            "receipt_no",
        )
    with desk.db.atomic():
        day = returned_on or desk.today
        back = replace(
            original,
            receipt_no=finance_no or _next_number(desk),
            received_on=day,
            amount=-original.amount,
            provider_ref=clean_line(provider_ref, "provider_ref"),
            original_receipt_no=receipt_no,
        )
        posted = [entry_from(row) for row in entries.by_source(desk.db, receipt_no)]
        undone = returned_entries(
            posted,
            returned_no=back.receipt_no,
            on=first_open_day(desk, day),
            cancelled={one.doc_no for one in posted if invoices.credits_of(desk.db, one.doc_no)},
        )
        return give_receipt(desk, back, posted=undone, finance_knows=bool(finance_no))


def held(desk: Desk, estimate_no: str) -> Money:
    """What was paid in advance against an estimate and is neither invoiced nor paid back."""
    return held_in_advance(estimate_no, entries_about(desk, estimate_no))


def _ref_of(desk: Desk, kept: receipts.StoredReceipt) -> str:
    if invoices.exists(desk.db, kept.doc_no):
        case = invoices.get(desk.db, kept.doc_no).registration_id
    else:
        case = customers.get(desk.db, kept.customer_ref).registration_id or ""
    return registrations.get(desk.db, case).ref if case else ""


def _require_owed(desk: Desk, doc_no: str, amount: Money) -> None:
    if not is_open(desk, doc_no):
        raise Known("not_open", "This document is a credit note or is credited already.", "doc_no")
    owed = standing(desk, doc_no).owed
    if amount > owed:
        raise BadInput(
            "too_much",
            Phrase("{owed} is owed on this invoice. Enter that or less.", owed=owed),
            "amount",
        )


def _receive(
    desk: Desk,
    *,
    customer_ref: str,
    doc_no: str,
    reference: str,
    amount: Money,
    method: Method,
    provider_ref: str,
    received_on: date | None,
    finance_no: str,
) -> Issued:
    if received_on is not None and received_on > desk.today:
        raise BadInput("bad_date", "Money is received today or before. Correct the day.", "on")
    return give_receipt(
        desk,
        receive(
            receipt_no=finance_no or _next_number(desk),
            received_on=received_on or desk.today,
            method=method,
            customer_ref=customer_ref,
            doc_no=doc_no,
            amount=amount,
            provider_ref=clean_line(provider_ref, "provider_ref"),
            payment_reference=reference,
        ),
        finance_knows=bool(finance_no),
    )


def _next_number(desk: Desk) -> str:
    return receipt_number(desk.trust.reference_code, numbers.take_next(desk.db, "receipt"))
