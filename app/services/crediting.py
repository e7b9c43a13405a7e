"""Taking a charge back: one person proposes, another approves, the invoice stays as it was."""

from __future__ import annotations

from functools import partial

from app.access.roles import Act
from app.billing.credit_note import credit_in_full
from app.core.errors import BadInput, Known
from app.documents.credit_note_pdf import credit_note_pdf
from app.services import refunding, two_people
from app.services.debt_reporting import withdraw_for
from app.services.desk import Desk, service
from app.services.filing import Issued, keep_pdf
from app.services.letters import explain
from app.services.notifying import tell_finance_of_document
from app.services.payers import by_hand, large_print
from app.services.posting import keep_credit_note, number_of, open_invoice, open_invoices_of
from app.store import invoices, numbers, proposals
from app.store.proposals import CREDIT_NOTE, StoredProposal


@service(Act.PROPOSE_CREDIT)
def propose_credit(desk: Desk, doc_no: str, reason: str) -> None:
    """Ask for an invoice to be credited in full: the charge was not due."""
    open_invoice(desk, doc_no)
    if len(reason.split()) < 2:
        raise BadInput("no_reason", "Say why the charge is not due.", "reason")
    with desk.db.atomic():
        _propose(desk, doc_no, reason.strip())


@service(Act.APPROVE_CREDIT)
def approve_credit(desk: Desk, doc_no: str) -> Issued:
    """Issue the credit note; never by the person who proposed it. The invoice stays as it was.

    With it go the letter that explains it, a withdrawal where the debt was told to the Home Office
    (H5), and refunds of what was paid; these last two are approved on their own.
    """
    waiting = proposals.waiting(desk.db, CREDIT_NOTE, subject=doc_no)
    if not waiting:
        raise Known("no_proposal", "Nobody has proposed to credit this invoice.")
    proposal = two_people.to_approve(desk, waiting[0].proposal_id, CREDIT_NOTE)
    with desk.db.atomic():
        return _issue(desk, proposal)


def propose_after_reversal(desk: Desk, registration_id: str, reason: str) -> None:
    """Propose to credit every invoice of a case no longer charged (H5); caller's transaction."""
    for doc_no in open_invoices_of(desk, registration_id):
        _propose(desk, doc_no, reason)


def credit_after_reversal(desk: Desk, registration_id: str) -> None:
    """Credit what a reversal took the ground from, once a second person agrees with it (H5).

    The officer who decided proposed it and the senior who checked approves it: two people. The
    caller owns the transaction.
    """
    for doc_no in open_invoices_of(desk, registration_id):
        for waiting in proposals.waiting(desk.db, CREDIT_NOTE, subject=doc_no):
            _issue(desk, two_people.to_approve(desk, waiting.proposal_id, CREDIT_NOTE))


def _propose(desk: Desk, doc_no: str, reason: str) -> None:
    total = invoices.get(desk.db, doc_no).total
    two_people.propose(desk, CREDIT_NOTE, doc_no, amount=total, reason=reason, instead=True)


def _issue(desk: Desk, proposal: StoredProposal) -> Issued:
    doc_no = proposal.subject
    invoice = open_invoice(desk, doc_no)
    registration_id = invoices.get(desk.db, doc_no).registration_id
    serial = numbers.take_next(desk.db, "credit_note")
    note = credit_in_full(invoice, doc_no=number_of(desk, serial), issued_on=desk.today)
    pdf = desk.press.draw(
        partial(
            credit_note_pdf,
            note,
            trust=desk.trust,
            mode=desk.mode,
            logo=desk.logo,
            by_hand=by_hand(desk, registration_id),
            large_print=large_print(desk, registration_id, note.payer),
        )
    )
    file_id = keep_pdf(desk, kind="credit_note", name=f"{note.doc_no}.pdf", pdf=pdf)
    tell_finance_of_document(desk, note)
    keep_credit_note(desk, note, registration_id=registration_id, file_id=file_id)
    two_people.approved(desk, proposal, note.doc_no)
    refunding.draft(desk, doc_no, proposal.reason, by=proposal.proposed_by)
    reported = withdraw_for(desk, doc_no, "cancelled", by=proposal.proposed_by)
    explain(desk, doc_no, reported=reported)
    desk.audit("credit_issued", registration_id, {"doc_no": note.doc_no})
    return Issued(note.doc_no, note.total, file_id, pdf)
