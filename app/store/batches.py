"""Batches as made, kept byte for byte, so that any of them can be written again unchanged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.core.errors import NotFound
from app.core.wording import Phrase
from app.store.database import Database, Row
from app.store.values import from_json, to_json

TAKEN, SENT = "taken", "sent"
ACKNOWLEDGED, PARTIAL, REJECTED = "acknowledged", "partial", "rejected"
NO_PREVIOUS = "0" * 64

_ADD = """
    INSERT INTO batches (sequence_no, batch_id, stem, manifest_sha256, previous_sha256, created_at)
    VALUES (?, ?, ?, ?, ?, ?)"""
_ADD_FILE = "INSERT INTO batch_files (sequence_no, position, name, content) VALUES (?, ?, ?, ?)"
_LAST = "SELECT sequence_no, manifest_sha256 FROM batches ORDER BY sequence_no DESC LIMIT 1"
_GET = "SELECT * FROM batches WHERE sequence_no = ?"
_IN_STATE = "SELECT * FROM batches WHERE state = ? ORDER BY sequence_no"
_WITHOUT_ENVELOPE = """
    SELECT * FROM batches b WHERE state = 'taken'
    AND NOT EXISTS (SELECT 1 FROM envelopes_out e WHERE e.batch = b.sequence_no)
    ORDER BY sequence_no"""
_ALL = "SELECT * FROM batches ORDER BY sequence_no DESC LIMIT ?"
_FILES = "SELECT name, content FROM batch_files WHERE sequence_no = ? ORDER BY position"
_SENT = """
    UPDATE batches SET state = 'sent', sent_at = ? WHERE sequence_no = ? AND state = 'taken'"""
_ANSWERED = "UPDATE batches SET state = ?, ack = ? WHERE sequence_no = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredBatch:
    """One batch: *taken* from the outbox, *sent* once read back, then as finance answered."""

    sequence_no: int
    batch_id: str
    stem: str
    manifest_sha256: str
    previous_sha256: str
    created_at: str
    state: str = TAKEN
    sent_at: str | None = None
    ack: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Where the next batch belongs in this device's chain."""

    sequence_no: int
    previous_sha256: str


def next_link(db: Database) -> Link:
    """The number and previous hash of the batch about to be made."""
    last = db.first(_LAST)
    return Link(1, NO_PREVIOUS) if last is None else Link(last[0] + 1, last[1])


def add(db: Database, batch: StoredBatch, files: Sequence[tuple[str, bytes]]) -> None:
    """Keep a new batch and its files (name, bytes), manifest last.

    In the same transaction the caller takes its records from the outbox. Raises RuntimeError
    where it is not the next link of the chain.
    """
    if next_link(db) != Link(batch.sequence_no, batch.previous_sha256):
        raise RuntimeError("a batch must follow the one before it")
    db.execute(
        _ADD,
        (
            batch.sequence_no,
            batch.batch_id,
            batch.stem,
            batch.manifest_sha256,
            batch.previous_sha256,
            batch.created_at,
        ),
    )
    db.execute_many(
        _ADD_FILE,
        [
            (batch.sequence_no, position, name, content)
            for position, (name, content) in enumerate(files)
        ],
    )


def get(db: Database, sequence_no: int) -> StoredBatch:
    """One batch; raises NotFound."""
    row = db.one(_GET, (sequence_no,))
    if row is None:
        raise NotFound(
            Phrase("There is no batch {number} here. Check the number.", number=sequence_no)
        )
    return _from_row(row)


def in_state(db: Database, state: str) -> tuple[StoredBatch, ...]:
    """The batches in one state, in order: `taken` are to be sent, `sent` await an answer."""
    return tuple(_from_row(row) for row in db.rows(_IN_STATE, (state,)))


def without_envelope(db: Database) -> tuple[StoredBatch, ...]:
    """The batches that were taken and are in no sealed envelope yet, in order."""
    return tuple(_from_row(row) for row in db.rows(_WITHOUT_ENVELOPE))


def newest(db: Database, limit: int = 50) -> tuple[StoredBatch, ...]:
    """The newest batches first."""
    return tuple(_from_row(row) for row in db.rows(_ALL, (limit,)))


def files_of(db: Database, sequence_no: int) -> tuple[tuple[str, bytes], ...]:
    """The very bytes of a batch's files, manifest last."""
    return tuple((str(name), bytes(content)) for name, content in db.each(_FILES, (sequence_no,)))


def mark_sent(db: Database, sequence_no: int, at: str) -> None:
    """Note that every file was read back from the share; a repeat changes nothing."""
    db.execute(_SENT, (at, sequence_no))


def answer(db: Database, sequence_no: int, *, state: str, ack: Mapping[str, Any]) -> None:
    """Keep finance's answer: `acknowledged`, `partial` or `rejected`; raises NotFound."""
    if db.execute(_ANSWERED, (state, to_json(ack), sequence_no)).rowcount != 1:
        raise NotFound(
            Phrase("There is no batch {number} here. Check the number.", number=sequence_no)
        )


def _from_row(row: Row) -> StoredBatch:
    ack = row["ack"]
    return StoredBatch(**row | {"ack": None if ack is None else from_json(ack)})
