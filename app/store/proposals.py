"""Acts of money that take two people: who proposed, and who ruled on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.core.errors import NotFound
from app.core.money import Money
from app.store.database import Database, Row
from app.store.values import from_json, to_json

CREDIT_NOTE, REFUND = "credit_note", "refund"
WRITE_OFF, DEBT_REPORT = "write_off", "debt_report"

_ADD = """
    INSERT INTO proposals (act, subject, amount_pence, body, reason, proposed_by, proposed_at)
    VALUES (:act, :subject, :amount_pence, :body, :reason, :proposed_by, :proposed_at)"""
_BY_ID = "SELECT * FROM proposals WHERE proposal_id = ?"
_OPEN = """
    SELECT p.* FROM proposals p
    WHERE NOT EXISTS (SELECT 1 FROM rulings r WHERE r.proposal_id = p.proposal_id)
      AND (:act IS NULL OR p.act = :act) AND (:subject IS NULL OR p.subject = :subject)
    ORDER BY p.proposal_id"""
_RULE = """
    INSERT INTO rulings (proposal_id, approved, note, result_no, ruled_by, ruled_at)
    VALUES (:proposal_id, :approved, :note, :result_no, :ruled_by, :ruled_at)"""
_RULING = "SELECT * FROM rulings WHERE proposal_id = ?"
_OF = "SELECT * FROM proposals WHERE subject = ? ORDER BY proposal_id"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredProposal:
    """Who asked for which act upon which document, why, and at what sum (zero or above)."""

    proposal_id: int = 0
    act: str
    subject: str
    amount: Money
    body: Mapping[str, Any]
    reason: str
    proposed_by: str
    proposed_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What another person said to it; `result_no` is the document that came of it."""

    proposal_id: int
    approved: bool
    note: str
    result_no: str
    ruled_by: str
    ruled_at: str


def propose(db: Database, proposal: StoredProposal) -> int:
    """Append a proposal; the caller owns the transaction. Returns its id."""
    values = {
        "act": proposal.act,
        "subject": proposal.subject,
        "amount_pence": proposal.amount.pence,
        "body": to_json(proposal.body),
        "reason": proposal.reason,
        "proposed_by": proposal.proposed_by,
        "proposed_at": proposal.proposed_at,
    }
    return int(db.execute(_ADD, values).lastrowid)


def get(db: Database, proposal_id: int) -> StoredProposal:
    """One proposal; raises NotFound."""
    row = db.one(_BY_ID, (proposal_id,))
    if row is None:
        raise NotFound("There is no such proposal. Look at the list again.")
    return _from_row(row)


def waiting(
    db: Database, act: str | None = None, *, subject: str | None = None
) -> tuple[StoredProposal, ...]:
    """Proposals nobody has ruled on, oldest first."""
    found = db.rows(_OPEN, {"act": act, "subject": subject})
    return tuple(_from_row(row) for row in found)


def of(db: Database, subject: str) -> tuple[StoredProposal, ...]:
    """Every proposal about one document, oldest first."""
    return tuple(_from_row(row) for row in db.rows(_OF, (subject,)))


def rule(db: Database, ruling: Ruling) -> None:
    """Append the ruling on a proposal: one each, and an approval never by who proposed."""
    db.execute(
        _RULE,
        {
            "proposal_id": ruling.proposal_id,
            "approved": int(ruling.approved),
            "note": ruling.note,
            "result_no": ruling.result_no,
            "ruled_by": ruling.ruled_by,
            "ruled_at": ruling.ruled_at,
        },
    )


def ruling_of(db: Database, proposal_id: int) -> Ruling | None:
    """What was said to a proposal, or None."""
    row = db.one(_RULING, (proposal_id,))
    return None if row is None else Ruling(**row | {"approved": bool(row["approved"])})


def _from_row(row: Row) -> StoredProposal:
    amount = Money(row.pop("amount_pence"))
    return StoredProposal(amount=amount, **row | {"body": from_json(row["body"])})
