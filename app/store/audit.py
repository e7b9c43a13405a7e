"""Who did what, when and where: append-only, each row holding the hash of the one before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from app.store.database import Database
from app.store.values import from_json, to_json

BEGINNING = "0" * 64
_HEAD = "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"
_RECORD = """
    INSERT INTO audit (seq, at, user_id, user_name, device, act, subject, detail, previous_hash,
        hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_ALL = """
    SELECT seq, at, user_id, user_name, device, act, subject, detail, previous_hash, hash
    FROM audit ORDER BY seq"""
_LATEST = """
    SELECT seq, at, user_id, user_name, device, act, subject, detail FROM audit
    WHERE (:subject IS NULL OR subject = :subject) ORDER BY seq DESC LIMIT :limit"""


_PAPERS_READ = """
    SELECT DISTINCT json_extract(detail, '$.paper') FROM audit
    WHERE subject = ? AND user_id = ? AND act = 'document_viewed'"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One act of one person. `at` is a stamp; `subject` an identifier, never a name of a patient;
    `detail` holds old and new values and the reason, as JSON can hold them."""

    at: str
    user_id: str
    user_name: str
    device: str
    act: str
    subject: str
    detail: Any = None


@dataclass(frozen=True, slots=True)
class AuditRow:
    """A happening with its place in the chain."""

    seq: int
    happening: Happening


@dataclass(frozen=True, slots=True)
class AuditReport:
    """What a walk along the chain found; `first_bad_seq` is where it first breaks."""

    rows: int
    sound: bool
    first_bad_seq: int | None
    head: str


def record(db: Database, happening: Happening) -> str:
    """Append to the chain, in the same transaction as the act itself; returns the new head."""
    seq, previous = db.first(_HEAD) or (0, BEGINNING)
    row = (
        seq + 1,
        happening.at,
        happening.user_id,
        happening.user_name,
        happening.device,
        happening.act,
        happening.subject,
        to_json(happening.detail),
        previous,
    )
    head = _hash(row)
    db.execute(_RECORD, (*row, head))
    return head


def verify(db: Database, *, expected_head: str | None = None) -> AuditReport:
    """Walk the whole chain and recompute every hash.

    Rows cut off the end leave a chain that is whole but short: give `expected_head`, a head
    noted elsewhere, and the report is sound only where the chain still passes through it.
    """
    count, previous, met = 0, BEGINNING, expected_head in (None, BEGINNING)
    for row in db.each(_ALL):
        *hashed, kept = row
        count += 1
        if row[0] != count or row[8] != previous or _hash(tuple(hashed)) != kept:
            return AuditReport(count, False, count, previous)
        previous = kept
        met = met or kept == expected_head
    return AuditReport(count, met, None if met else count + 1, previous)


def head(db: Database) -> str:
    """The hash of the last row, to be noted elsewhere."""
    return str((db.first(_HEAD) or (0, BEGINNING))[1])


def latest(db: Database, *, subject: str | None = None, limit: int = 100) -> tuple[AuditRow, ...]:
    """The newest rows first, of everything or of one subject."""
    rows = db.rows(_LATEST, {"subject": subject, "limit": limit})
    return tuple(
        AuditRow(row.pop("seq"), Happening(**row | {"detail": from_json(row["detail"])}))
        for row in rows
    )


def papers_read(db: Database, subject: str, user_id: str) -> frozenset[str]:
    """Which papers of a registration somebody has looked at a page of."""
    return frozenset(str(row[0]) for row in db.each(_PAPERS_READ, (subject, user_id)))


def walk(db: Database) -> Iterator[tuple[Any, ...]]:
    """Every row as stored, oldest first, for export."""
    return db.each(_ALL)


def _hash(row: tuple[Any, ...]) -> str:
    return sha256(to_json(row).encode()).hexdigest()
