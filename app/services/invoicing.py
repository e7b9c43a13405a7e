"""Finance: invoices that never change, and how each stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from app.access.roles import Act
from app.billing.invoice import Invoice, Payer
from app.billing.postings import advance_carried_entries
from app.casework.review import Choice
from app.core.money import ZERO, Money
from app.core.wording import Phrase
from app.documents.invoice_pdf import invoice_pdf
from app.services import calibrating, refunding
from app.services.desk import Desk, service
from app.services.drawing_up import draw_up
from app.services.estimating import request_from
from app.services.filing import Issued, keep_pdf
from app.services.notifying import tell_finance_of_customer, tell_finance_of_document
from app.services.payers import by_hand, large_print, with_reference
from app.services.posting import (
    invoice_of,
    keep_invoice,
    number_of,
    open_invoices_of,
    post,
    standing,
)
from app.services.receiving import held
from app.store import billable, estimates, invoices, numbers, registrations
from app.store.invoices import StoredInvoice

__all__ = [
    "Account",
    "Issued",
    "ToInvoice",
    "accounts",
    "case_of",
    "invoice",
    "issue",
    "issue_interim",
    "preview",
    "to_invoice",
]

MOST_SHOWN = 500


@dataclass(frozen=True, slots=True)
class ToInvoice:
    """A case decided and estimated that has no open invoice, but perhaps interim ones.

    `billed` is what these ask for, `in_advance` what was paid before and is not deducted yet.
    """

    registration_id: str
    ref: str
    patient: str
    estimate_no: str
    total: Money
    second_check_wanted: bool
    overnight: bool
    billed: Money
    in_advance: Money


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
    return tuple(_to_invoice(desk, row) for row in billable.ready(desk.db, Choice.CHARGE.value))


@service(Act.INVOICE)
def case_of(desk: Desk, ref: str) -> str:
    """The registration of a case reference such as `R-1001`; raises NotFound."""
    return registrations.by_ref(desk.db, ref).registration_id


@service(Act.INVOICE)
def invoice(desk: Desk, doc_no: str) -> Invoice:
    """An invoice as issued; raises NotFound, or Known `not_an_invoice`."""
    return invoice_of(desk, doc_no)


@service(Act.INVOICE)
def preview(
    desk: Desk, registration_id: str, payer: Payer | None = None, *, through: date | None = None
) -> Invoice:
    """The invoice as it would be issued, for the check page; nothing is kept, no number taken."""
    doc_no = number_of(desk, _next_serial(desk))
    return draw_up(desk, registration_id, payer, doc_no=doc_no, through=through)


@service(Act.INVOICE)
def issue(desk: Desk, registration_id: str, payer: Payer | None = None) -> Issued:
    """Issue an invoice, its entries, and the rows finance's ledger gets, in one transaction.

    What was paid in advance is deducted; what of it is more than the charge is drafted as a
    refund. `payer` is needed where the law makes another than the patient liable. Raises Known
    where no one decided to charge, a second check is due, there is no estimate, or one is out.
    """
    return _issue(desk, registration_id, payer, through=None)


@service(Act.INVOICE)
def issue_interim(
    desk: Desk, registration_id: str, *, through: date, payer: Payer | None = None
) -> Issued:
    """Bill a long stay up to a day while it goes on; the next invoice asks for the rest.

    Raises as `issue` does, and BadInput `not_yet` before the interval is over.
    """
    return _issue(desk, registration_id, payer, through=through)


@service(Act.INVOICE)
def accounts(desk: Desk) -> tuple[Account, ...]:
    """Every invoice with what was paid and credited, newest first."""
    rows = invoices.newest(desk.db, limit=MOST_SHOWN)
    return tuple(_account(desk, row) for row in rows if row.doc_type == invoices.INVOICE)


def account_of(desk: Desk, doc_no: str) -> Account:
    """One invoice and how it stands; raises NotFound."""
    return _account(desk, invoices.get(desk.db, doc_no))


def _to_invoice(desk: Desk, row: billable.Billable) -> ToInvoice:
    issued = estimates.of(desk.db, row.registration_id)
    lines = request_from(dict(issued[-1].body)).lines
    out = open_invoices_of(desk, row.registration_id)
    return ToInvoice(
        row.registration_id,
        row.ref,
        f"{row.family_name.upper()}, {row.given_names}".rstrip(", "),
        row.estimate_no,
        row.total,
        row.review == "second_check",
        overnight=any(line.admission.stays_overnight for line in lines),
        billed=Money.total(invoices.get(desk.db, doc_no).total for doc_no in out),
        in_advance=Money.total(held(desk, one.estimate_no) for one in issued),
    )


def _issue(
    desk: Desk, registration_id: str, payer: Payer | None, *, through: date | None
) -> Issued:
    with desk.db.atomic():
        doc_no = number_of(desk, numbers.take_next(desk.db, "invoice"))
        registration = registrations.get(desk.db, registration_id)
        drawn = draw_up(desk, registration_id, payer, doc_no=doc_no, through=through)
        kept, new = with_reference(desk, drawn.payer, registration)
        billed = replace(drawn, payer=kept)
        pdf = desk.press.draw(
            partial(
                invoice_pdf,
                billed,
                trust=desk.trust,
                mode=desk.mode,
                logo=desk.logo,
                by_hand=by_hand(desk, registration_id),
                large_print=large_print(desk, registration_id, billed.payer),
            )
        )
        file_id = keep_pdf(desk, kind="invoice", name=f"{doc_no}.pdf", pdf=pdf)
        tell_finance_of_customer(desk, billed.payer, known=not new)
        tell_finance_of_document(desk, billed)
        _carry_advances(desk, registration_id)
        keep_invoice(desk, billed, registration_id=registration_id, file_id=file_id)
        refunding.draft(desk, doc_no)
        if through is None:
            calibrating.record(desk, registration_id)
        desk.audit("invoice_issued", registration_id, {"doc_no": doc_no})
    return Issued(doc_no, billed.balance, file_id, pdf)


def _carry_advances(desk: Desk, registration_id: str) -> None:
    """Bring what was paid against earlier versions of the estimate to the one billed."""
    *earlier, latest = estimates.of(desk.db, registration_id)
    for old in earlier:
        carried = advance_carried_entries(
            old.estimate_no,
            latest.estimate_no,
            amount=held(desk, old.estimate_no),
            on=desk.today,
        )
        post(desk, carried)


def _next_serial(desk: Desk) -> int:
    blocks = (row for row in numbers.blocks(desk.db) if row.kind == "invoice")
    return next((row.next for row in blocks if row.next <= row.last), 1)


def _account(desk: Desk, row: StoredInvoice) -> Account:
    issued = Invoice.from_json(row.body)
    found = standing(desk, row.doc_no)
    if found.credited != ZERO:
        state = Phrase("Cancelled")
    elif found.off_the_books > ZERO:
        state = Phrase("Written off")
    elif found.balance <= ZERO:
        state = Phrase("Paid")
    else:
        state = Phrase("Part paid" if found.received > found.refunded else "To pay")
    return Account(
        doc_no=row.doc_no,
        payer=issued.payer.name,
        issued_on=row.issued_on,
        due_on=row.due_on,
        total=issued.total,
        paid=found.received - found.refunded,
        credited=found.credited,
        balance=found.balance,
        state=state,
        file_id=row.file_id or "",
    )
