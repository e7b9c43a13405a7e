"""Who did what, when and where: append-only, each row holding the hash of the one before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from app.store.database import Database, Row
from app.store.values import from_json, to_day, to_json

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


# A reader's own cases are those assigned to them and those they decided.
_SOUGHT = """
    SELECT seq, at, user_id, user_name, device, act, subject, detail FROM audit
    WHERE (:user_id = '' OR user_id = :user_id) AND (:act = '' OR act = :act)
      AND (:subject = '' OR subject = :subject)
      AND (:since IS NULL OR at >= :since) AND (:until IS NULL OR at < date(:until, '+1 day'))
      AND (:cases_of = '' OR subject IN (
            SELECT registration_id FROM registrations WHERE assigned_to = :cases_of
            UNION SELECT registration_id FROM decisions WHERE decided_by = :cases_of))
      AND (:before IS NULL OR seq < :before)
    ORDER BY seq DESC LIMIT :limit"""
_ACTS = "SELECT DISTINCT act FROM audit ORDER BY act"
_REF_OF = "SELECT ref FROM registrations WHERE registration_id = ?"
_FROM = """
    SELECT seq, at, user_id, user_name, device, act, subject, detail, previous_hash, hash
    FROM audit WHERE seq > ? ORDER BY seq LIMIT ?"""
_HOW_MANY = "SELECT count(*) FROM audit"
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


@dataclass(frozen=True, slots=True)
class Walked:
    """How far a walk along the chain has come: rows that hold, of how many, and the last hash."""

    rows: int = 0
    of: int = 0
    head: str = BEGINNING
    first_bad_seq: int | None = None
    is_done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What narrows the audit; empty or None where nothing does. `cases_of` is an officer whose own
    cases alone are read."""

    user_id: str = ""
    act: str = ""
    subject: str = ""
    since: date | None = None
    until: date | None = None
    cases_of: str = ""


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
        count, kept = count + 1, row[-1]
        if not _holds(row, count, previous):
            return AuditReport(count, False, count, previous)
        previous = kept
        met = met or kept == expected_head
    return AuditReport(count, met, None if met else count + 1, previous)


def verify_on(db: Database, walked: Walked, *, limit: int) -> Walked:
    """The next links of the chain, at most `limit` of them; what is added meanwhile counts too."""
    of = int(db.scalar(_HOW_MANY))
    count, previous = walked.rows, walked.head
    for row in db.tuples(_FROM, (count, limit)):
        if not _holds(row, count + 1, previous):
            return Walked(count, of, previous, first_bad_seq=count + 1, is_done=True)
        count, previous = count + 1, row[-1]
    if count - walked.rows < limit and count < of:  # the rows that are there do not follow on
        return Walked(count, of, previous, first_bad_seq=count + 1, is_done=True)
    return Walked(count, of, previous, is_done=count >= of)


def head(db: Database) -> str:
    """The hash of the last row, to be noted elsewhere."""
    return str((db.first(_HEAD) or (0, BEGINNING))[1])


def end(db: Database) -> str:
    """Row and hash of the end of the chain, as an envelope carries them away: `412:ab12…`."""
    seq, digest = db.first(_HEAD) or (0, BEGINNING)
    return f"{seq}:{digest}"


def is_at(db: Database, end_then: str) -> bool:
    """Whether the chain still holds the row that an envelope carried away, under its hash."""
    seq, _, digest = end_then.partition(":")
    if seq == "0":
        return digest == BEGINNING
    return bool(db.scalar("SELECT 1 FROM audit WHERE seq = ? AND hash = ?", (int(seq), digest)))


def latest(db: Database, *, subject: str | None = None, limit: int = 100) -> tuple[AuditRow, ...]:
    """The newest rows first, of everything or of one subject."""
    rows = db.rows(_LATEST, {"subject": subject, "limit": limit})
    return tuple(_row(row) for row in rows)


def sought(db: Database, wanted: Sought, *, before: int | None, limit: int) -> tuple[AuditRow, ...]:
    """The newest rows of what is sought, older than the row `before` where there is one."""
    rows = db.rows(
        _SOUGHT,
        {
            "user_id": wanted.user_id,
            "act": wanted.act,
            "subject": wanted.subject,
            "since": to_day(wanted.since),
            "until": to_day(wanted.until),
            "cases_of": wanted.cases_of,
            "before": before,
            "limit": limit,
        },
    )
    return tuple(_row(row) for row in rows)


def acts(db: Database) -> tuple[str, ...]:
    """Every kind of act there is in the audit."""
    return tuple(str(row[0]) for row in db.each(_ACTS))


def ref_of(db: Database, subject: str) -> str:
    """The reference of a case, where a row is about one; else nothing."""
    return str(db.scalar(_REF_OF, (subject,)) or "")


def papers_read(db: Database, subject: str, user_id: str) -> frozenset[str]:
    """Which papers of a registration somebody has looked at a page of."""
    return frozenset(str(row[0]) for row in db.each(_PAPERS_READ, (subject, user_id)))


def walk(db: Database) -> Iterator[tuple[Any, ...]]:
    """Every row as stored, oldest first, for export."""
    return db.each(_ALL)


def _row(row: Row) -> AuditRow:
    return AuditRow(row.pop("seq"), Happening(**row | {"detail": from_json(row["detail"])}))


def _holds(row: tuple[Any, ...], count: int, previous: str) -> bool:
    """Whether a row has its number, follows the one before, and holds its own hash."""
    return bool(row[0] == count and row[8] == previous and _hash(row[:-1]) == row[-1])


def _hash(row: tuple[Any, ...]) -> str:
    return sha256(to_json(row).encode()).hexdigest()
