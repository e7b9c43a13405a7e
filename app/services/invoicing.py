"""Finance: invoices that never change, payments, receipts; corrections are in `crediting`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.access.roles import Act
from app.billing.invoice import Invoice, Payer
from app.billing.invoice import issue as make_invoice
from app.billing.line import line_from
from app.billing.payment import Method, receipt_number, receive
from app.casework.review import Choice
from app.core.errors import BadInput, Known
from app.core.money import ZERO, Money
from app.core.people import clean_line
from app.documents.invoice_pdf import invoice_pdf
from app.documents.receipt_pdf import receipt_pdf
from app.pricing.estimate import estimate
from app.pricing.tariff import Admission
from app.residency.findings import charged_lines
from app.services.crediting import (
    CreditProposal,
    approve_credit,
    credits_to_approve,
    propose_credit,
)
from app.services.desk import Desk, service
from app.services.estimating import charge_that_stands, request_from
from app.services.filing import Issued, keep_pdf
from app.services.notifying import (
    tell_finance_of_customer,
    tell_finance_of_document,
    tell_finance_of_receipt,
)
from app.services.payers import LIABLE, by_hand, payer_of, with_reference
from app.services.posting import (
    balance,
    keep_document,
    keep_receipt,
    number_of,
    open_invoice,
    open_invoices_of,
)
from app.store import billable, estimates, invoices, numbers, receipts, registrations
from app.store.invoices import StoredInvoice

__all__ = [
    "Account",
    "CreditProposal",
    "Issued",
    "ToInvoice",
    "accounts",
    "approve_credit",
    "credits_to_approve",
    "issue",
    "preview",
    "propose_credit",
    "take_payment",
    "to_invoice",
]

_CARE = {
    Admission.ELECTIVE: "ELEC",
    Admission.DAY_CASE: "DAYC",
    Admission.NON_ELECTIVE: "NELC",
    Admission.OUTPATIENT_PROCEDURE: "OUTP",
    Admission.OUTPATIENT_ATTENDANCE: "OUTP",
}
MOST_SHOWN = 500
_CHARGE = {"D": "EEA_DIRECT", "F": "NONEEA"}


@dataclass(frozen=True, slots=True)
class ToInvoice:
    """A case decided and estimated that has no open invoice."""

    registration_id: str
    ref: str
    patient: str
    estimate_no: str
    total: Money
    second_check_wanted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One invoice and how it stands."""

    doc_no: str
    payer: str
    issued_on: date
    due_on: date
    total: Money
    paid: Money
    credited: Money
    balance: Money
    state: str
    file_id: str


@service(Act.INVOICE)
def to_invoice(desk: Desk) -> tuple[ToInvoice, ...]:
    """What finance can bill now: decided, checked, estimated, not yet invoiced."""
    return tuple(
        ToInvoice(
            row.registration_id,
            row.ref,
            f"{row.family_name.upper()}, {row.given_names}".rstrip(", "),
            row.estimate_no,
            row.total,
            row.review == "second_check",
        )
        for row in billable.ready(desk.db, Choice.CHARGE.value)
    )


@service(Act.INVOICE)
def preview(desk: Desk, registration_id: str, payer: Payer | None = None) -> Invoice:
    """The invoice as it would be issued, for the check page; nothing is kept, no number taken."""
    return _invoice(desk, registration_id, payer, doc_no=number_of(desk, _next_serial(desk)))


@service(Act.INVOICE)
def issue(desk: Desk, registration_id: str, payer: Payer | None = None) -> Issued:
    """Issue an invoice, its entries, and the rows finance's ledger gets, in one transaction.

    `payer` is needed where the law makes another than the patient liable. Raises Known where no
    one decided to charge, a second check is due, there is no estimate, or one is out already.
    """
    with desk.db.atomic():
        doc_no = number_of(desk, numbers.take_next(desk.db, "invoice"))
        registration = registrations.get(desk.db, registration_id)
        invoice = _invoice(desk, registration_id, payer, doc_no=doc_no)
        kept, new = with_reference(desk, invoice.payer, registration)
        invoice = replace(invoice, payer=kept)
        pdf = invoice_pdf(
            invoice,
            trust=desk.trust,
            mode=desk.mode,
            fonts=desk.press.fonts,
            words=desk.press.words,
            by_hand=by_hand(desk, registration_id),
        )
        file_id = keep_pdf(desk, kind="invoice", name=f"{doc_no}.pdf", pdf=pdf)
        tell_finance_of_customer(desk, invoice.payer, known=not new)
        tell_finance_of_document(desk, invoice)
        keep_document(desk, invoice, registration_id=registration_id, file_id=file_id)
        desk.audit("invoice_issued", registration_id, {"doc_no": doc_no})
    return Issued(doc_no, invoice.balance, file_id, pdf)


@service(Act.INVOICE)
def accounts(desk: Desk) -> tuple[Account, ...]:
    """Every invoice with what was paid and credited, newest first."""
    rows = invoices.newest(desk.db, limit=MOST_SHOWN)
    return tuple(_account(desk, row) for row in rows if row.doc_type == invoices.INVOICE)


@service(Act.INVOICE)
def take_payment(
    desk: Desk, doc_no: str, *, amount: Money, method: Method, provider_ref: str = ""
) -> Issued:
    """Record money received for an invoice and give the receipt the law asks for (reg 3(4))."""
    invoice = open_invoice(desk, doc_no)
    registration_id = invoices.get(desk.db, doc_no).registration_id
    owed = balance(desk, doc_no)
    if amount > owed:
        raise BadInput("too_much", f"{owed} is owed on this invoice. Enter that or less.", "amount")
    with desk.db.atomic():
        serial = numbers.take_next(desk.db, "receipt")
        receipt = receive(
            receipt_no=receipt_number(desk.trust.reference_code, serial),
            received_on=desk.today,
            method=method,
            customer_ref=invoice.payer.customer_ref,
            doc_no=doc_no,
            amount=amount,
            provider_ref=clean_line(provider_ref, "provider_ref"),
            payment_reference=invoice.payment_reference,
        )
        pdf = receipt_pdf(
            receipt,
            payer=invoice.payer,
            trust=desk.trust,
            mode=desk.mode,
            fonts=desk.press.fonts,
            words=desk.press.words,
            by_hand=by_hand(desk, registration_id),
        )
        file_id = keep_pdf(desk, kind="receipt", name=f"{receipt.receipt_no}.pdf", pdf=pdf)
        keep_receipt(desk, receipt)
        tell_finance_of_receipt(desk, receipt)
        desk.audit("payment_taken", registration_id, {"receipt_no": receipt.receipt_no})
    return Issued(receipt.receipt_no, amount, file_id, pdf)


def _invoice(desk: Desk, registration_id: str, payer: Payer | None, *, doc_no: str) -> Invoice:
    found = charge_that_stands(desk, registration_id)
    registration = registrations.get(desk.db, registration_id)
    issued = estimates.of(desk.db, registration_id)
    if not issued:
        raise Known("no_estimate", "Make the estimate first: it holds what is charged and why.")
    if open_invoices_of(desk, registration_id):
        raise Known("already_invoiced", "An invoice is out for this case. Credit it first.")
    kept = issued[-1]
    request = request_from(dict(kept.body))
    priced = estimate(request, desk.shelf, desk.forces)
    rates = {line.rate_percent for line in request.lines}
    found_rates = {line.rate_percent for line in charged_lines(found.lines)}
    if rates != found_rates or priced.total != kept.total:
        raise Known(
            "estimate_outdated",
            "The rate or price of this case is another than when it was estimated. "
            "Make the estimate again.",
        )
    liable = found.liable_party.value if found.liable_party else "patient"
    on = registration.service_date or desk.today
    return make_invoice(
        doc_no=doc_no,
        issued_on=desk.today,
        payer=payer_of(desk, registration, payer, LIABLE[liable]),
        patient_ref=registration.ref,
        lines=tuple(
            line_from(
                line,
                line_no=number,
                service_from=line.on or on,
                service_to=line.on or on,
                analysis1=_CHARGE.get(registration.category, "OTHER"),
                analysis2=_CARE[line.admission],
            )
            for number, line in enumerate(priced.lines, start=1)
        ),
        estimate_no=kept.estimate_no,
    )


def _next_serial(desk: Desk) -> int:
    blocks = (row for row in numbers.blocks(desk.db) if row.kind == "invoice")
    return next((row.next for row in blocks if row.next <= row.last), 1)


def _account(desk: Desk, row: StoredInvoice) -> Account:
    invoice = Invoice.from_json(row.body)
    owed = balance(desk, row.doc_no)
    credited = Money.total(note.total for note in invoices.credits_of(desk.db, row.doc_no))
    paid = Money.total(one.amount for one in receipts.of(desk.db, row.doc_no))
    if credited != ZERO:
        state = "Cancelled"
    elif owed <= ZERO:
        state = "Paid"
    else:
        state = "Part paid" if paid > ZERO else "To pay"
    return Account(
        doc_no=row.doc_no,
        payer=invoice.payer.name,
        issued_on=row.issued_on,
        due_on=row.due_on,
        total=invoice.total,
        paid=paid,
        credited=-credited,
        balance=owed,
        state=state,
        file_id=row.file_id or "",
    )
