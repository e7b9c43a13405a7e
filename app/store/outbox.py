"""Records on their way to finance, in the order they were put; none is ever removed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.core.errors import NotFound
from app.store.database import Database, Row
from app.store.values import from_json, to_json

WAITING, BATCHED, ACCEPTED = "waiting", "batched", "accepted"
REJECTED, CORRECTED = "rejected", "corrected"
STATES = (WAITING, BATCHED, ACCEPTED, REJECTED, CORRECTED)

_PUT = "INSERT INTO outbox (kind, record, put_at, corrects) VALUES (?, ?, ?, ?)"
_BY_STATE = "SELECT * FROM outbox WHERE state = ? ORDER BY outbox_id LIMIT ?"
_OF_BATCH = "SELECT * FROM outbox WHERE sequence_no = ? ORDER BY kind, record_no"
_COUNTS = "SELECT state, count(*) FROM outbox GROUP BY state"
_TAKE = """
    UPDATE outbox SET state = 'batched', sequence_no = ?, record_no = ?
    WHERE outbox_id = ? AND state = 'waiting'"""
_REJECT = """
    UPDATE outbox SET state = 'rejected', reason = :reason
    WHERE sequence_no = :sequence_no AND kind = :kind AND record_no = :record_no
      AND state = 'batched'"""
_ACCEPT_REST = "UPDATE outbox SET state = 'accepted' WHERE sequence_no = ? AND state = 'batched'"
_REPLACE = "UPDATE outbox SET state = 'corrected' WHERE outbox_id = ? AND state = 'rejected'"
_KIND = "SELECT kind FROM outbox WHERE outbox_id = ? AND state = 'rejected'"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxRow:
    """One record: `kind` CUS, INV (credit notes too) or RCP; `record_no` its row in its file."""

    outbox_id: int
    kind: str
    record: Mapping[str, Any]
    put_at: str
    state: str
    sequence_no: int | None
    record_no: int | None
    reason: str
    corrects: int | None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that finance refused, as REJ.csv names it, with the reason in words."""

    kind: str
    record_no: int
    reason: str


def put(db: Database, kind: str, record: Mapping[str, Any], at: str) -> int:
    """Append a record, in the same transaction as the act that made it; returns its id."""
    return int(db.execute(_PUT, (kind, to_json(record), at, None)).lastrowid)


def waiting(db: Database, limit: int = 10_000) -> tuple[OutboxRow, ...]:
    """What has not been batched, in order."""
    return in_state(db, WAITING, limit)


def in_state(db: Database, state: str, limit: int = 10_000) -> tuple[OutboxRow, ...]:
    """The records in one state, in the order they were put."""
    return tuple(_from_row(row) for row in db.rows(_BY_STATE, (state, limit)))


def of_batch(db: Database, sequence_no: int) -> tuple[OutboxRow, ...]:
    """The records of one batch."""
    return tuple(_from_row(row) for row in db.rows(_OF_BATCH, (sequence_no,)))


def counts(db: Database) -> dict[str, int]:
    """How many records are in each state, none left out."""
    return dict.fromkeys(STATES, 0) | dict(db.each(_COUNTS))


def take(db: Database, sequence_no: int, placed: Sequence[tuple[int, int]]) -> None:
    """Mark records (outbox_id, record_no) as part of a batch, in the transaction that makes it.

    Raises RuntimeError where one was not waiting: two batches would hold it.
    """
    for outbox_id, record_no in placed:
        if db.execute(_TAKE, (sequence_no, record_no, outbox_id)).rowcount != 1:
            raise RuntimeError(f"outbox record {outbox_id} is not waiting")


def settle(db: Database, sequence_no: int, refused: Sequence[Refusal]) -> None:
    """Mark a batch's records as its acknowledgement says; a repeat changes nothing."""
    for refusal in refused:
        values = {"sequence_no": sequence_no, "reason": refusal.reason}
        db.execute(_REJECT, values | {"kind": refusal.kind, "record_no": refusal.record_no})
    db.execute(_ACCEPT_REST, (sequence_no,))


def correct(db: Database, outbox_id: int, record: Mapping[str, Any], at: str) -> int:
    """Put a refused record right as a new one, for a later batch; raises NotFound."""
    kind = db.scalar(_KIND, (outbox_id,))
    if kind is None:
        raise NotFound("That record is not waiting for correction. Look at the list again.")
    db.execute(_REPLACE, (outbox_id,))
    return int(db.execute(_PUT, (kind, to_json(record), at, outbox_id)).lastrowid)


def _from_row(row: Row) -> OutboxRow:
    return OutboxRow(**row | {"record": from_json(row["record"])})
