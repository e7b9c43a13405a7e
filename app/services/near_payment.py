"""Gathering what the books hold around one payment, so that it can be matched (behind `remitting`).

`Expected` remembers what a preview would already have matched: the second payment of a file for
one invoice meets what the first would leave.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from app.billing.invoice import Invoice
from app.billing.matching import Around, Debt, Incoming, Quote, Reason, Recorded
from app.billing.named import names_in
from app.core.errors import NotFound
from app.core.money import ZERO, Money
from app.services.desk import Desk
from app.services.posting import is_open, standing
from app.services.receiving import held
from app.store import estimates, invoices, near_payments, patients, payment_lines, registrations
from app.store.near_payments import ReceiptNear
from app.store.payment_lines import StoredPayment


@dataclass(slots=True)
class Expected:
    """What would have been matched before, in a preview; empty where everything is posted."""

    paid: dict[str, Money] = field(default_factory=lambda: defaultdict(lambda: ZERO))
    claimed: set[str] = field(default_factory=set)


def incoming(payment: StoredPayment) -> Incoming:
    """A stored payment as far as matching goes."""
    return Incoming(
        on=payment.on_date,
        amount=payment.amount,
        text=payment.said,
        payer=payment.payer,
        provider_refs=payment.provider_refs,
        held=Reason(payment.held) if payment.held else None,
    )


def around(
    desk: Desk,
    payment: StoredPayment,
    *,
    equal: Iterable[str] = (),
    expected: Expected | None = None,
) -> Around:
    """What the books hold around a payment; `equal` are the invoices known to owe its amount."""
    seen = expected or Expected()
    named = names_in(f"{payment.said} {payment.payer}", desk.trust.reference_code)
    numbers = (*named.checked, *named.offered, *named.bare)
    debts = [_debt(desk, doc_no, seen) for doc_no in numbers]
    quotes = [_quote(desk, estimate_no, seen) for estimate_no in named.estimates]
    of_customers = _open_debts(desk, named.customers, seen)
    payers = payment_lines.payers_of(desk.db, payment.payer_account)
    of_account = _open_debts(desk, payers, seen)
    said = (*named.checked, *named.estimates, *named.receipts)
    meant = (*said, *(debt.doc_no for debt in (*of_customers, *of_account)))
    return Around(
        named=named,
        debts={debt.doc_no: debt for debt in debts if debt is not None},
        quotes={quote.estimate_no: quote for quote in quotes if quote is not None},
        of_customers=of_customers,
        of_account=of_account,
        equal=tuple(
            debt for doc_no in equal if (debt := _debt(desk, doc_no, seen)) and debt.owed > ZERO
        ),
        recorded=tuple(
            one for one in _recorded(desk, payment, meant) if one.receipt_no not in seen.claimed
        ),
    )


def _debt(desk: Desk, doc_no: str, expected: Expected) -> Debt | None:
    if not invoices.exists(desk.db, doc_no):
        return None
    kept = invoices.get(desk.db, doc_no)
    if kept.doc_type != invoices.INVOICE:
        return None
    invoice = Invoice.from_json(kept.body)
    return Debt(
        doc_no=doc_no,
        customer_ref=kept.customer_ref,
        payer=invoice.payer.name,
        issued_on=kept.issued_on,
        owed=standing(desk, doc_no).owed - expected.paid[doc_no],
        cancelled=not is_open(desk, doc_no),
    )


def _open_debts(desk: Desk, customer_refs: tuple[str, ...], expected: Expected) -> tuple[Debt, ...]:
    if not customer_refs:
        return ()
    numbers = near_payments.invoices_of(desk.db, customer_refs)
    debts = (_debt(desk, doc_no, expected) for doc_no in numbers)
    return tuple(debt for debt in debts if debt and debt.owed > ZERO and not debt.cancelled)


def _quote(desk: Desk, estimate_no: str, expected: Expected) -> Quote | None:
    try:
        kept = estimates.get(desk.db, estimate_no)
    except NotFound:
        return None
    registration = registrations.get(desk.db, kept.registration_id)
    patient = patients.get(desk.db, registration.patient_id)
    missing = kept.total - held(desk, estimate_no) - expected.paid[estimate_no]
    return Quote(estimate_no=estimate_no, payer=patient.banner_name, missing=max(missing, ZERO))


def _recorded(desk: Desk, payment: StoredPayment, numbers: Iterable[str]) -> list[Recorded]:
    """Receipts that may be this payment: by the provider's number, or of the same sum and number.

    For money that went out or came back also the receipts of that sum which it may undo.
    """
    near = timedelta(days=desk.payments.near_days)
    found: list[ReceiptNear] = []
    if payment.provider_refs:
        found += near_payments.by_provider(
            desk.db,
            payment.provider_refs,
            method=payment.method,
            first=payment.on_date - near,
            last=payment.on_date + near,
        )
    found += near_payments.unclaimed(desk.db, numbers, payment.amount)
    if payment.amount < ZERO:
        found += near_payments.whole_receipts(desk.db, -payment.amount, until=payment.on_date)
    by_number = {one.receipt_no: one for one in found}
    return [
        Recorded(
            receipt_no=one.receipt_no,
            doc_no=one.doc_no,
            on=one.received_on,
            amount=one.amount,
            provider_ref=one.provider_ref,
        )
        for one in by_number.values()
    ]
