"""The losses register: debts given up as not collectable, and who may give up how much."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.core.money import Money
from app.store.database import Database, Row

_ADD = """
    INSERT INTO write_offs (write_off_no, doc_no, reason_code, amount_pence, proposal_id,
        written_off_on, recorded_at)
    VALUES (:write_off_no, :doc_no, :reason_code, :amount_pence, :proposal_id, :written_off_on,
        :recorded_at)"""
_ALL = "SELECT * FROM write_offs WHERE written_off_on BETWEEN ? AND ? ORDER BY write_off_no"
_OF = "SELECT * FROM write_offs WHERE doc_no = ? ORDER BY write_off_no"
_LIMIT = """
    SELECT limit_pence FROM approval_limits WHERE user_id = ? ORDER BY limit_id DESC LIMIT 1"""
_SET_LIMIT = """
    INSERT INTO approval_limits (user_id, limit_pence, set_by, set_at) VALUES (?, ?, ?, ?)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredWriteOff:
    """One entry of the register; who asked and who approved stand with its proposal."""

    write_off_no: str
    doc_no: str
    reason_code: str
    amount: Money
    proposal_id: int
    written_off_on: date
    recorded_at: str


def add(db: Database, write_off: StoredWriteOff) -> None:
    """Append an entry; the caller owns the transaction."""
    db.execute(
        _ADD,
        {
            "write_off_no": write_off.write_off_no,
            "doc_no": write_off.doc_no,
            "reason_code": write_off.reason_code,
            "amount_pence": write_off.amount.pence,
            "proposal_id": write_off.proposal_id,
            "written_off_on": write_off.written_off_on.isoformat(),
            "recorded_at": write_off.recorded_at,
        },
    )


def between(db: Database, first: date, last: date) -> tuple[StoredWriteOff, ...]:
    """The register from one day to another, both in it."""
    return tuple(_from_row(row) for row in db.rows(_ALL, (first.isoformat(), last.isoformat())))


def of(db: Database, doc_no: str) -> tuple[StoredWriteOff, ...]:
    """What was written off of one invoice."""
    return tuple(_from_row(row) for row in db.rows(_OF, (doc_no,)))


def limit_of(db: Database, user_id: str) -> Money | None:
    """A person's own limit, or None where that of their role holds."""
    pence = db.scalar(_LIMIT, (user_id,))
    return None if pence is None else Money(pence)


def set_limit(db: Database, user_id: str, limit: Money, *, by: str, at: str) -> None:
    """Give a person a limit of their own from now on; the caller owns the transaction."""
    db.execute(_SET_LIMIT, (user_id, limit.pence, by, at))


def _from_row(row: Row) -> StoredWriteOff:
    amount = Money(row.pop("amount_pence"))
    day = date.fromisoformat(row["written_off_on"])
    return StoredWriteOff(amount=amount, **row | {"written_off_on": day})
