"""Giving up what is due and will not be collected: two people, within a limit, on a register.

A write-off does not cancel the debt: the debtor stays liable, and money that comes later is a
recovery (finance.md 4.1, 4.5).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.access.roles import Act
from app.billing.postings import write_off_entries
from app.core.errors import BadInput, Known, NotAllowed
from app.core.money import ZERO, Money
from app.core.wording import Phrase
from app.services import two_people
from app.services.desk import Desk, service
from app.services.posting import open_invoice, post, standing
from app.store import numbers, proposals, users, write_offs
from app.store.proposals import WRITE_OFF
from app.store.write_offs import StoredWriteOff


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """One line of the losses register."""

    write_off_no: str
    doc_no: str
    reason: str
    amount: Money
    on: date
    proposed_by: str
    approved_by: str
    evidence: str


@service(Act.PROPOSE_CREDIT)
def propose_write_off(desk: Desk, doc_no: str, *, reason_code: str, evidence: str) -> int:
    """Ask for what is left of an invoice to be written off; returns the proposal's id.

    Raises BadInput for a reason off the list or no word of evidence, Known `nothing_owed`.
    """
    open_invoice(desk, doc_no)
    desk.finance.write_off.require_reason(reason_code)
    if len(evidence.split()) < 2:
        raise BadInput("no_evidence", "Say what shows it, in a few words.", "evidence")
    left = standing(desk, doc_no).balance
    if left <= ZERO:
        raise Known("nothing_owed", "Nothing on this invoice is left to write off.", "doc_no")
    with desk.db.atomic():
        return two_people.propose(
            desk,
            WRITE_OFF,
            doc_no,
            amount=left,
            reason=evidence.strip(),
            body={"reason_code": reason_code},
            instead=True,
        )


@service(Act.APPROVE_CREDIT)
def approve_write_off(desk: Desk, proposal_id: int) -> str:
    """Write it off, within one's own limit; returns the number on the register.

    Raises NotAllowed for one's own proposal or a sum above one's limit, Known `changed` where
    another sum is left by now.
    """
    proposal = two_people.to_approve(desk, proposal_id, WRITE_OFF)
    _require_limit(desk, proposal.amount)
    doc_no = proposal.subject
    open_invoice(desk, doc_no)
    if standing(desk, doc_no).balance != proposal.amount:
        raise Known(
            "changed",
            "Another sum is left by now than was proposed. Decline it, and propose again.",
        )
    with desk.db.atomic():
        serial = numbers.take_next(desk.db, "write_off")
        number = f"{desk.trust.reference_code}W{serial:06d}"
        posted = write_off_entries(number, doc_no, amount=proposal.amount, on=desk.today)
        write_offs.add(
            desk.db,
            StoredWriteOff(
                write_off_no=number,
                doc_no=doc_no,
                reason_code=proposal.body["reason_code"],
                amount=proposal.amount,
                proposal_id=proposal_id,
                written_off_on=desk.today,
                recorded_at=desk.moment,
            ),
        )
        post(desk, posted)
        two_people.approved(desk, proposal, number)
    return number


@service(Act.INVOICE)
def losses(desk: Desk, first: date, last: date) -> tuple[Loss, ...]:
    """The losses register from one day to another, both in it."""
    return tuple(_loss(desk, row) for row in write_offs.between(desk.db, first, last))


@service(Act.ADMINISTER)
def set_approval_limit(desk: Desk, name: str, limit: Money) -> None:
    """Give a person a write-off limit of their own; never oneself. Raises NotFound, NotAllowed."""
    if limit < ZERO:
        raise BadInput("bad_amount", "A limit is nothing or more.", "limit")
    person = users.by_name(desk.db, name)
    if person.user_id == desk.person.user_id:
        raise NotAllowed("Nobody sets their own limit. Ask another administrator.")
    with desk.db.atomic():
        write_offs.set_limit(desk.db, person.user_id, limit, by=desk.person.user_id, at=desk.moment)
        desk.audit("limit_set", person.user_id, {"limit": limit.plain})


@service(Act.ADMINISTER)
def approval_limit(desk: Desk, name: str) -> Money:
    """Up to which sum a person may approve a write-off; nothing where they may approve none."""
    person = users.by_name(desk.db, name)
    if desk.matrix.extent(person.roles, Act.APPROVE_CREDIT) is None:
        return ZERO
    return _limit(desk, person.user_id, frozenset(person.roles))


def _limit(desk: Desk, user_id: str, roles: frozenset[str]) -> Money:
    return desk.finance.write_off.limit_of(roles, write_offs.limit_of(desk.db, user_id))


def _require_limit(desk: Desk, amount: Money) -> None:
    limit = _limit(desk, desk.person.user_id, frozenset(desk.person.roles))
    if amount > limit:
        raise NotAllowed(
            Phrase(
                "You may write off up to {limit}, and this is {amount}. Ask somebody whose limit "
                "reaches so far.",
                limit=limit,
                amount=amount,
            )
        )


def _loss(desk: Desk, row: StoredWriteOff) -> Loss:
    proposal = proposals.get(desk.db, row.proposal_id)
    ruling = proposals.ruling_of(desk.db, row.proposal_id)
    return Loss(
        write_off_no=row.write_off_no,
        doc_no=row.doc_no,
        reason=desk.finance.write_off.reasons[row.reason_code],
        amount=row.amount,
        on=row.written_off_on,
        proposed_by=users.get(desk.db, proposal.proposed_by).display_name,
        approved_by=users.get(desk.db, ruling.ruled_by).display_name if ruling else "",
        evidence=proposal.reason,
    )
