"""Credits that somebody proposed; approved means that the credit note exists."""

from __future__ import annotations

from dataclasses import dataclass

from app.store.database import Database

_ADD = """
    INSERT INTO credit_proposals (doc_no, reason, proposed_by, proposed_at)
    VALUES (:doc_no, :reason, :proposed_by, :proposed_at)"""
_OPEN = """
    SELECT p.doc_no, p.reason, p.proposed_by, p.proposed_at FROM credit_proposals p
    WHERE p.proposal_id = (SELECT max(proposal_id) FROM credit_proposals WHERE doc_no = p.doc_no)
      AND NOT EXISTS (SELECT 1 FROM invoices c WHERE c.related_doc_no = p.doc_no)
      AND (:doc_no IS NULL OR p.doc_no = :doc_no)
    ORDER BY p.proposal_id"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditProposal:
    """Who asked for which invoice to be credited, and why; `proposed_at` is a stamp."""

    doc_no: str
    reason: str
    proposed_by: str
    proposed_at: str


def propose(db: Database, proposal: CreditProposal) -> None:
    """Append a proposal; a later one for the same invoice takes its place."""
    db.execute(
        _ADD,
        {
            "doc_no": proposal.doc_no,
            "reason": proposal.reason,
            "proposed_by": proposal.proposed_by,
            "proposed_at": proposal.proposed_at,
        },
    )


def waiting(db: Database) -> tuple[CreditProposal, ...]:
    """Proposals for invoices that have no credit note, oldest first."""
    return tuple(CreditProposal(**row) for row in db.rows(_OPEN, {"doc_no": None}))


def waiting_for(db: Database, doc_no: str) -> CreditProposal | None:
    """The proposal that waits for one invoice, or None."""
    row = db.one(_OPEN, {"doc_no": doc_no})
    return None if row is None else CreditProposal(**row)
