"""Money that came in and is on no invoice, put on one: what is offered, checked, and done."""

from __future__ import annotations

from dataclasses import dataclass

from app.access.roles import Act
from app.billing.ledger import unallocated
from app.billing.payer import Payer
from app.billing.reference import check
from app.core.errors import BadInput, Known
from app.core.money import ZERO, Money
from app.core.wording import Phrase
from app.services import receiving, refunding
from app.services.desk import Desk, service
from app.services.posting import entries_about, invoice_of, is_open, open_invoices_of, standing
from app.store import customers, invoices, patients, receipts, registrations
from app.store.receipts import StoredReceipt


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An open invoice of the same patient; `same_payer` where whoever paid owes it too."""

    doc_no: str
    payer: str
    ref: str
    owed: Money
    same_payer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Money of a receipt for one invoice; `lay` and `owed` are as they stand before it."""

    receipt_no: str
    paid_by: str
    doc_no: str
    payer: str
    ref: str
    amount: Money
    lay: Money
    owed: Money
    refund_waits: Money  # of a refund of this money, proposed and not ruled on

    @property
    def left(self) -> Money:
        """What is on no invoice afterwards."""
        return self.lay - self.amount

    @property
    def still_owed(self) -> Money:
        """What is owed on the invoice afterwards."""
        return self.owed - self.amount


@service(Act.INVOICE)
def places(desk: Desk, receipt_no: str) -> tuple[Place, ...]:
    """The invoices of the receipt's patient that are owed on; those of its payer come first."""
    kept = receipts.get(desk.db, receipt_no)
    patient_id = _patient_of_receipt(desk, kept)
    cases = registrations.of_patient(desk.db, patient_id) if patient_id else ()
    found = [
        _place(desk, doc_no, kept)
        for case in cases
        for doc_no in open_invoices_of(desk, case.registration_id)
    ]
    owing = (one for one in found if one.owed > ZERO)
    return tuple(sorted(owing, key=lambda one: (not one.same_payer, one.doc_no)))


@service(Act.INVOICE)
def look(desk: Desk, receipt_no: str, number: str, amount: Money | None = None) -> Placement:
    """What putting money of a receipt on an invoice would do; nothing is kept.

    `number` is the invoice's or its payment reference, in any spacing. Without an amount it is
    the smaller of what lies there and what is owed. Raises NotFound, Known `nothing_waits`,
    `not_open`, `other_patient`, `nothing_owed`, BadInput `no_number`, `bad_amount`, `too_much`.
    """
    return _look(desk, receipt_no, number, amount)


@service(Act.INVOICE)
def place(desk: Desk, receipt_no: str, number: str, amount: Money | None = None) -> Placement:
    """Put money of a receipt on an invoice of the same patient; raises what `look` raises."""
    with desk.db.atomic():
        found = _look(desk, receipt_no, number, amount)
        receiving.allocate(desk, receipt_no, found.doc_no, found.amount)
    return found


def _look(desk: Desk, receipt_no: str, number: str, amount: Money | None) -> Placement:
    kept = receipts.get(desk.db, receipt_no)
    lies = unallocated(receipt_no, entries_about(desk, receipt_no))
    if lies <= ZERO:
        raise Known(
            "nothing_waits",
            Phrase("Nothing of receipt {number} is free by now.", number=receipt_no),
            "receipt_no",
        )
    onto = _place(desk, _require_place(desk, kept, number), kept)
    paid_by = customers.get(desk.db, kept.customer_ref)
    return Placement(
        receipt_no=receipt_no,
        paid_by=Payer.from_json(paid_by.body).name,
        doc_no=onto.doc_no,
        payer=onto.payer,
        ref=onto.ref,
        amount=_require_amount(amount, lies=lies, owed=onto.owed),
        lay=lies,
        owed=onto.owed,
        refund_waits=refunding.waits(desk, receipt_no),
    )


def _require_place(desk: Desk, kept: StoredReceipt, typed: str) -> str:
    """The number of an open invoice of the same patient that is owed on."""
    number = "".join(typed.upper().split())
    if not number:
        raise BadInput("no_number", "Choose the invoice, or enter its number.", "doc_no")
    doc_no = number[4:] if check(number) else number
    case = registrations.get(desk.db, invoices.get(desk.db, doc_no).registration_id)
    patient = patients.get(desk.db, case.patient_id)
    if patient.patient_id != _patient_of_receipt(desk, kept):
        raise Known(
            "other_patient",
            Phrase(
                "Invoice {number} is another patient’s. Choose one of this patient.", number=doc_no
            ),
            "doc_no",
        )
    invoice_of(desk, doc_no)
    if not is_open(desk, doc_no):
        raise Known(
            "not_open",
            Phrase("Invoice {number} is cancelled. Choose another.", number=doc_no),
            "doc_no",
        )
    if standing(desk, doc_no).owed <= ZERO:
        raise Known(
            "nothing_owed",
            Phrase("Nothing is owed on invoice {number}. Choose another.", number=doc_no),
            "doc_no",
        )
    return doc_no


def _require_amount(amount: Money | None, *, lies: Money, owed: Money) -> Money:
    most = min(lies, owed)
    if amount is None:
        return most
    if amount <= ZERO:
        raise BadInput("bad_amount", "Enter an amount above zero.", "amount")
    if amount > most:
        words = (
            Phrase("{most} is on no invoice. Enter that or less.", most=most)
            if lies < owed
            else Phrase("{most} is owed on this invoice. Enter that or less.", most=most)
        )
        raise BadInput("too_much", words, "amount")
    return amount


def _place(desk: Desk, doc_no: str, kept: StoredReceipt) -> Place:
    invoice = invoice_of(desk, doc_no)
    registration_id = invoices.get(desk.db, doc_no).registration_id
    return Place(
        doc_no=doc_no,
        payer=invoice.payer.name,
        ref=registrations.get(desk.db, registration_id).ref,
        owed=standing(desk, doc_no).owed,
        same_payer=invoice.payer.customer_ref == kept.customer_ref,
    )


def _patient_of_receipt(desk: Desk, kept: StoredReceipt) -> str:
    """The patient whose care the payer pays, as their records read today; empty: nobody's."""
    payer = customers.get(desk.db, kept.customer_ref)
    patient_id = payer.patient_id
    if patient_id is None and payer.registration_id is not None:
        patient_id = registrations.get(desk.db, payer.registration_id).patient_id
    return patients.get(desk.db, patient_id).patient_id if patient_id else ""
