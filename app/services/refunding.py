"""Money back to whoever paid it, the same way: drafted unasked, approved by a second person."""

from __future__ import annotations

from dataclasses import dataclass

from app.access.roles import Act
from app.billing.ledger import held_in_advance, unallocated
from app.billing.payment import receipt_number, refund
from app.casework.letter_kinds import LetterKind
from app.core.errors import Known
from app.core.money import ZERO, Money
from app.services import two_people
from app.services.desk import Desk, service
from app.services.filing import Issued
from app.services.letters import write_letter
from app.services.posting import entries_about, standing
from app.services.receipting import give_receipt, receipt_from
from app.store import invoices, numbers, proposals, receipts
from app.store.proposals import REFUND

UNASKED = "Paid more than the charge; paid back without being asked."


@dataclass(frozen=True, slots=True, kw_only=True)
class Refundable:
    """Money of one receipt that is to go back, and the document it lies on now."""

    receipt_no: str
    lies_on: str  # invoice or estimate; the receipt's own number where it is unallocated
    amount: Money


@service(Act.PROPOSE_CREDIT)
def refundable(desk: Desk, document: str) -> tuple[Refundable, ...]:
    """What can be paid back of an invoice, an estimate's advance, or a receipt not allocated."""
    return _refundable(desk, document)


@service(Act.PROPOSE_CREDIT)
def propose_refund(desk: Desk, document: str, reason: str) -> tuple[int, ...]:
    """Ask for all that can go back of a document to be paid back; the ids of the proposals.

    Raises Known `nothing_to_refund` where there is nothing, or a refund of it waits already.
    """
    tidy = two_people.require_reason(reason)
    if not (found := _refundable(desk, document)):
        raise Known("nothing_to_refund", "There is nothing to pay back here, or it waits already.")
    with desk.db.atomic():
        return tuple(_propose(desk, one, tidy) for one in found)


@service(Act.APPROVE_CREDIT)
def approve_refund(desk: Desk, proposal_id: int, provider_ref: str = "") -> Issued:
    """Pay back: the slip, a letter, the entries and finance's row, in one transaction.

    Raises NotAllowed for one's own proposal, Known `changed` where less is to go back by now.
    """
    proposal = two_people.to_approve(desk, proposal_id, REFUND)
    kept = receipts.get(desk.db, proposal.body["receipt_no"])
    lies_on = "" if proposal.subject == kept.receipt_no else proposal.subject
    with desk.db.atomic():
        if proposal.amount > _held(desk, proposal.subject):
            raise Known(
                "changed",
                "Less is to be paid back by now than was proposed. Decline it, and propose again.",
            )
        serial = numbers.take_next(desk.db, "receipt")
        back = refund(
            receipt_from(kept),
            receipt_no=receipt_number(desk.trust.reference_code, serial),
            refunded_on=desk.today,
            amount=proposal.amount,
            asked_by=proposal.proposed_by,
            approved_by=desk.person.user_id,
            lies_on=lies_on,
            provider_ref=provider_ref,
            already_refunded=receipts.given_back(desk.db, kept.receipt_no),
        )
        issued = give_receipt(desk, back)
        two_people.approved(desk, proposal, back.receipt_no)
        if invoices.exists(desk.db, lies_on):
            write_letter(desk, LetterKind.REFUND_LETTER, lies_on)
    return issued


def draft(desk: Desk, document: str, reason: str = UNASKED, *, by: str | None = None) -> None:
    """Propose what is to go back without anybody asking (reg 3(4A)); the caller's transaction.

    `by` is who proposed what it follows from: whoever approved that may approve this too.
    """
    for one in _refundable(desk, document):
        _propose(desk, one, reason, by)


def waits(desk: Desk, document: str) -> Money:
    """What of a document's money is proposed to be paid back, and not ruled on."""
    waiting = proposals.waiting(desk.db, REFUND, subject=document)
    return Money.total(one.amount for one in waiting)


def _propose(desk: Desk, back: Refundable, reason: str, by: str | None = None) -> int:
    return two_people.propose(
        desk,
        REFUND,
        back.lies_on,
        amount=back.amount,
        reason=reason,
        body={"receipt_no": back.receipt_no},
        by=by,
    )


def _refundable(desk: Desk, document: str) -> tuple[Refundable, ...]:
    """Spread over the receipts, the latest first, less what waits to be approved already."""
    waiting = proposals.waiting(desk.db, REFUND, subject=document)
    left = _held(desk, document) - Money.total(one.amount for one in waiting)
    here = receipts.put_on(desk.db, document)
    found: list[Refundable] = []
    for receipt in _receipts_of(desk, document):
        proposed = Money.total(
            one.amount for one in waiting if one.body["receipt_no"] == receipt.receipt_no
        )
        room = receipt.amount - receipts.given_back(desk.db, receipt.receipt_no) - proposed
        if receipt.receipt_no in here:  # the rest of it may lie on another invoice
            room = min(room, here[receipt.receipt_no] - proposed)
        if (amount := min(left, room)) > ZERO:
            left -= amount
            found.append(Refundable(receipt_no=receipt.receipt_no, lies_on=document, amount=amount))
    return tuple(found)


def _held(desk: Desk, document: str) -> Money:
    """What of a document's money is to go back: paid too much, in advance, or unallocated."""
    posted = entries_about(desk, document)
    if invoices.exists(desk.db, document):
        return standing(desk, document).to_pay_back
    return held_in_advance(document, posted) + unallocated(document, posted)


def _receipts_of(desk: Desk, document: str) -> tuple[receipts.StoredReceipt, ...]:
    if not invoices.exists(desk.db, document):
        own = receipts.find(desk.db, document)
        return (own,) if own else receipts.of(desk.db, document)[::-1]
    return receipts.lying_on(desk.db, document)
