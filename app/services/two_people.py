"""Acts of money that take two people: one proposes, another approves or declines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.access.roles import Act
from app.billing.invoice import Invoice
from app.billing.payer import Payer
from app.core.errors import BadInput, Known, NotAllowed
from app.core.money import Money
from app.services.desk import Desk, service
from app.store import customers, debt_reports, invoices, proposals, receipts, registrations, users
from app.store.proposals import CREDIT_NOTE, DEBT_REPORT, REFUND, WRITE_OFF, Ruling, StoredProposal

__all__ = ["CREDIT_NOTE", "DEBT_REPORT", "REFUND", "WRITE_OFF", "Proposal", "decline", "waiting"]

# Who may rule on which act (the matrix of who may do what).
_RULERS: Mapping[str, Act] = {
    CREDIT_NOTE: Act.APPROVE_CREDIT,
    REFUND: Act.APPROVE_CREDIT,
    WRITE_OFF: Act.APPROVE_CREDIT,
    DEBT_REPORT: Act.APPROVE_DEBT_REPORT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What somebody asked for; `own` where the person at the desk did, and may not approve it.

    `payer` is whose account it is about, `ref` the case; empty where it is about neither. `listed`
    are the invoices on a list for the Home Office, each with who is named there.
    """

    proposal_id: int
    act: str
    subject: str
    amount: Money
    reason: str
    body: Mapping[str, Any]
    proposed_by: str
    proposed_at: str
    own: bool
    payer: str = ""
    ref: str = ""
    listed: tuple[tuple[str, str], ...] = ()


@service(Act.APPROVE_DEBT_REPORT)
def waiting(desk: Desk) -> tuple[Proposal, ...]:
    """Everything that waits for the person's approval; one's own are shown too."""
    return tuple(
        _shown(desk, row) for row in proposals.waiting(desk.db) if desk.may(_RULERS[row.act])
    )


@service(Act.APPROVE_DEBT_REPORT)
def decline(desk: Desk, proposal_id: int, note: str) -> None:
    """Say no, and why; nothing was done. Raises BadInput, NotAllowed, NotFound, Known."""
    if len(note.split()) < 2:
        raise BadInput("no_note", "Say why not, in a few words.", "note")
    kept = _open(desk, proposal_id)
    desk.extent(_RULERS[kept.act])
    with desk.db.atomic():
        _rule_out(desk, kept, note.strip())
        desk.audit("declined", kept.subject, {"act": kept.act, "proposal": proposal_id})


def propose(
    desk: Desk,
    act: str,
    subject: str,
    *,
    amount: Money,
    reason: str,
    body: Mapping[str, Any] | None = None,
    instead: bool = False,
    by: str | None = None,
) -> int:
    """Put an act before a second person; the caller's transaction. Returns the proposal's id.

    `instead`: it takes the place of one that still waits for the same act upon the same document.
    `by` is whose act it follows from, where that is not the person at the desk.
    """
    for earlier in proposals.waiting(desk.db, act, subject=subject) if instead else ():
        _rule_out(desk, earlier, "A later proposal takes its place.")
    proposal_id = proposals.propose(
        desk.db,
        StoredProposal(
            act=act,
            subject=subject,
            amount=amount,
            body=body or {},
            reason=reason,
            proposed_by=by or desk.person.user_id,
            proposed_at=desk.moment,
        ),
    )
    desk.audit("proposed", subject, {"act": act, "proposal": proposal_id})
    return proposal_id


def to_approve(desk: Desk, proposal_id: int, act: str) -> StoredProposal:
    """A proposal the person may approve now; raises NotAllowed for their own, Known, NotFound."""
    kept = _open(desk, proposal_id)
    if kept.act != act:
        raise Known("another_act", "This proposal is for something else. Look at the list again.")
    if kept.proposed_by == desk.person.user_id:
        raise NotAllowed("You proposed this. Ask another senior officer to approve it.")
    return kept


def approved(desk: Desk, proposal: StoredProposal, result_no: str, note: str = "") -> None:
    """Keep who approved what, and the document that came of it; the caller's transaction."""
    proposals.rule(
        desk.db,
        Ruling(
            proposal_id=proposal.proposal_id,
            approved=True,
            note=note.strip(),
            result_no=result_no,
            ruled_by=desk.person.user_id,
            ruled_at=desk.moment,
        ),
    )
    desk.audit("approved", proposal.subject, {"act": proposal.act, "result": result_no})


def require_reason(reason: str) -> str:
    """The reason, tidied; raises BadInput for fewer than two words."""
    if len(reason.split()) < 2:
        raise BadInput("no_reason", "Say why, in a few words.", "reason")
    return reason.strip()


def require_finding(note: str, *, looked_at: bool) -> str:
    """What somebody found who looked, tidied; raises BadInput without words, Known if looked at."""
    if looked_at:
        raise Known("looked_at", "Somebody has looked at this already. Look at the list again.")
    if len(note.split()) < 2:
        raise BadInput("no_note", "Say what you found, in a few words.", "note")
    return note.strip()


def _open(desk: Desk, proposal_id: int) -> StoredProposal:
    kept = proposals.get(desk.db, proposal_id)
    if proposals.ruling_of(desk.db, proposal_id) is not None:
        raise Known("ruled_on", "Somebody has ruled on this already. Look at the list again.")
    return kept


def _rule_out(desk: Desk, proposal: StoredProposal, note: str) -> None:
    proposals.rule(
        desk.db,
        Ruling(
            proposal_id=proposal.proposal_id,
            approved=False,
            note=note,
            result_no="",
            ruled_by=desk.person.user_id,
            ruled_at=desk.moment,
        ),
    )


def _shown(desk: Desk, row: StoredProposal) -> Proposal:
    payer, ref = _whose(desk, row)
    return Proposal(
        proposal_id=row.proposal_id,
        act=row.act,
        subject=row.subject,
        amount=row.amount,
        reason=row.reason,
        body=row.body,
        proposed_by=users.get(desk.db, row.proposed_by).display_name,
        proposed_at=row.proposed_at,
        own=row.proposed_by == desk.person.user_id,
        payer=payer,
        ref=ref,
        listed=_listed(desk, row.subject) if row.act == DEBT_REPORT else (),
    )


def _listed(desk: Desk, report_id: str) -> tuple[tuple[str, str], ...]:
    """Who is on a list that has not gone out."""
    return tuple(
        (one.doc_no, one.body["full_name"])
        for report in debt_reports.not_exported(desk.db)
        if report.report_id == report_id
        for one in report.rows
    )


def _whose(desk: Desk, row: StoredProposal) -> tuple[str, str]:
    """Whose account a proposal is about, and of which case: who approves reads it."""
    if invoices.exists(desk.db, row.subject):
        kept = invoices.get(desk.db, row.subject)
        case = registrations.get(desk.db, kept.registration_id)
        return Invoice.from_json(kept.body).payer.name, case.ref
    receipt = receipts.find(desk.db, str(row.body.get("receipt_no", "")))
    if receipt is None:
        return "", ""
    return Payer.from_json(customers.get(desk.db, receipt.customer_ref).body).name, ""
