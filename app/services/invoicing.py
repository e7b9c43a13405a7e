"""Finance: invoices that never change, credit notes by two people, payments, receipts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.access.roles import Act
from app.billing.credit_note import CreditNote, credit_in_full
from app.billing.invoice import Invoice, Payer
from app.billing.invoice import issue as make_invoice
from app.billing.ledger import Account as LedgerAccount
from app.billing.ledger import Document, Entry, balance_of, entries_for
from app.billing.line import line_from
from app.billing.payment import Method, Receipt, receipt_number, receive
from app.billing.reference import document_number
from app.casework.review import Choice
from app.core.dates import financial_year_start
from app.core.errors import BadInput, Known, NotAllowed
from app.core.money import ZERO, Money
from app.documents.credit_note_pdf import credit_note_pdf
from app.documents.invoice_pdf import invoice_pdf
from app.documents.receipt_pdf import receipt_pdf
from app.pricing.estimate import estimate
from app.pricing.tariff import Admission
from app.services.desk import Desk, service
from app.services.estimating import request_from, require_decided_to_charge
from app.services.filing import keep_pdf
from app.services.notifying import (
    tell_finance_of_customer,
    tell_finance_of_document,
    tell_finance_of_receipt,
)
from app.services.payers import LIABLE, payer_of, with_reference
from app.store import (
    billable,
    credits,
    determinations,
    entries,
    estimates,
    invoices,
    numbers,
    receipts,
    registrations,
    users,
)
from app.store.credits import CreditProposal as StoredProposal
from app.store.entries import StoredEntry
from app.store.invoices import StoredInvoice
from app.store.receipts import StoredReceipt

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


@dataclass(frozen=True, slots=True)
class Issued:
    """A document given out."""

    doc_no: str
    total: Money
    file_id: str
    pdf: bytes


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


@dataclass(frozen=True, slots=True)
class CreditProposal:
    """A correction somebody proposed and somebody else may approve."""

    doc_no: str
    payer: str
    total: Money
    reason: str
    proposed_by: str
    own: bool


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
    return _invoice(desk, registration_id, payer, doc_no=_number(desk, 1))


@service(Act.INVOICE)
def issue(desk: Desk, registration_id: str, payer: Payer | None = None) -> Issued:
    """Issue an invoice, its entries, and the rows finance's ledger gets, in one transaction.

    `payer` is needed where the law makes another than the patient liable. Raises Known where no
    one decided to charge, a second check is due, there is no estimate, or one is out already.
    """
    with desk.db.atomic():
        doc_no = _number(desk, numbers.take_next(desk.db, "invoice"))
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
        )
        file_id = keep_pdf(desk, kind="invoice", name=f"{doc_no}.pdf", pdf=pdf)
        tell_finance_of_customer(desk, invoice.payer, known=not new)
        tell_finance_of_document(desk, invoice)
        _keep(desk, invoice, registration_id, file_id)
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
    kept = invoices.get(desk.db, doc_no)
    invoice = Invoice.from_json(kept.body)
    owed = _balance(desk, doc_no)
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
            provider_ref=provider_ref.strip(),
            payment_reference=invoice.payment_reference,
        )
        pdf = receipt_pdf(
            receipt,
            payer=invoice.payer,
            trust=desk.trust,
            mode=desk.mode,
            fonts=desk.press.fonts,
            words=desk.press.words,
        )
        file_id = keep_pdf(desk, kind="receipt", name=f"{receipt.receipt_no}.pdf", pdf=pdf)
        _keep_receipt(desk, receipt)
        tell_finance_of_receipt(desk, receipt)
        desk.audit("payment_taken", kept.registration_id, {"receipt_no": receipt.receipt_no})
    return Issued(receipt.receipt_no, amount, file_id, pdf)


@service(Act.PROPOSE_CREDIT)
def propose_credit(desk: Desk, doc_no: str, reason: str) -> None:
    """Ask for an invoice to be credited in full: the charge was not due."""
    invoices.get(desk.db, doc_no)
    _require_open(desk, doc_no)
    if len(reason.split()) < 2:
        raise BadInput("no_reason", "Say why the charge is not due.", "reason")
    with desk.db.atomic():
        credits.propose(
            desk.db,
            StoredProposal(
                doc_no=doc_no,
                reason=reason.strip(),
                proposed_by=desk.person.user_id,
                proposed_at=desk.moment,
            ),
        )
        desk.audit("credit_proposed", doc_no)


@service(Act.APPROVE_CREDIT)
def credits_to_approve(desk: Desk) -> tuple[CreditProposal, ...]:
    """Proposals waiting; one's own are shown and cannot be approved."""
    return tuple(_proposal(desk, row) for row in credits.waiting(desk.db))


@service(Act.APPROVE_CREDIT)
def approve_credit(desk: Desk, doc_no: str) -> Issued:
    """Issue the credit note; never by the person who proposed it. The invoice stays as it was."""
    proposal = credits.waiting_for(desk.db, doc_no)
    if proposal is None:
        raise Known("no_proposal", "Nobody has proposed to credit this invoice.")
    if proposal.proposed_by == desk.person.user_id:
        raise NotAllowed("You proposed this. Ask another senior officer to approve it.")
    _require_open(desk, doc_no)
    kept = invoices.get(desk.db, doc_no)
    with desk.db.atomic():
        serial = numbers.take_next(desk.db, "credit_note")
        note = credit_in_full(
            Invoice.from_json(kept.body), doc_no=_number(desk, serial), issued_on=desk.today
        )
        pdf = credit_note_pdf(
            note,
            trust=desk.trust,
            mode=desk.mode,
            fonts=desk.press.fonts,
            words=desk.press.words,
        )
        file_id = keep_pdf(desk, kind="credit_note", name=f"{note.doc_no}.pdf", pdf=pdf)
        tell_finance_of_document(desk, note)
        _keep(desk, note, kept.registration_id, file_id)
        desk.audit("credit_issued", kept.registration_id, {"doc_no": note.doc_no})
    return Issued(note.doc_no, note.total, file_id, pdf)


def _number(desk: Desk, serial: int) -> str:
    return document_number(desk.trust.reference_code, financial_year_start(desk.today), serial)


def _invoice(desk: Desk, registration_id: str, payer: Payer | None, *, doc_no: str) -> Invoice:
    require_decided_to_charge(desk, registration_id)
    registration = registrations.get(desk.db, registration_id)
    issued = estimates.of(desk.db, registration_id)
    if not issued:
        raise Known("no_estimate", "Make the estimate first: it holds what is charged and why.")
    if any(_is_open(desk, row.doc_no) for row in invoices.of(desk.db, registration_id)):
        raise Known("already_invoiced", "An invoice is out for this case. Credit it first.")
    found = determinations.latest(desk.db, registration_id)
    assert found is not None  # a decision is saved with the determination it rests on
    liable = found.result["liable_party"] or "patient"
    kept = issued[-1]
    priced = estimate(request_from(dict(kept.body)), desk.shelf, desk.forces)
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


def _keep(desk: Desk, document: Invoice | CreditNote, registration_id: str, file_id: str) -> None:
    credit = isinstance(document, CreditNote)
    invoices.add(
        desk.db,
        StoredInvoice(
            doc_no=document.doc_no,
            doc_type="CRN" if credit else "INV",
            related_doc_no=document.related_doc_no if isinstance(document, CreditNote) else None,
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


def _keep_receipt(desk: Desk, receipt: Receipt) -> None:
    receipts.add(
        desk.db,
        StoredReceipt(
            receipt_no=receipt.receipt_no,
            receipt_type="REFUND" if receipt.is_refund else "RECEIPT",
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


def _account(desk: Desk, row: StoredInvoice) -> Account:
    invoice = Invoice.from_json(row.body)
    balance = _balance(desk, row.doc_no)
    credited = Money.total(note.total for note in invoices.credits_of(desk.db, row.doc_no))
    paid = Money.total(one.amount for one in receipts.of(desk.db, row.doc_no))
    if credited != ZERO:
        state = "Cancelled"
    elif balance <= ZERO:
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
        balance=balance,
        state=state,
        file_id=row.file_id or "",
    )


def _require_open(desk: Desk, doc_no: str) -> None:
    if not _is_open(desk, doc_no):
        raise Known("not_open", "This document is a credit note or is credited already.", "doc_no")


def _is_open(desk: Desk, doc_no: str) -> bool:
    kept = invoices.get(desk.db, doc_no)
    return kept.doc_type == "INV" and not invoices.credits_of(desk.db, doc_no)


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


def _balance(desk: Desk, doc_no: str) -> Money:
    """What is owed on a document: the sum of its entries, never a figure kept beside them."""
    return balance_of(
        doc_no,
        (
            Entry(
                account=LedgerAccount(row.account),
                doc_no=row.doc_no,
                source_no=row.source_no,
                on=row.on,
                debit=row.debit,
                credit=row.credit,
            )
            for row in entries.of(desk.db, doc_no)
        ),
    )


def _proposal(desk: Desk, row: StoredProposal) -> CreditProposal:
    invoice = Invoice.from_json(invoices.get(desk.db, row.doc_no).body)
    return CreditProposal(
        row.doc_no,
        invoice.payer.name,
        invoice.total,
        row.reason,
        users.get(desk.db, row.proposed_by).display_name,
        row.proposed_by == desk.person.user_id,
    )
