"""The register of letters: what was written to whom, and how it reached them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.store.database import Database
from app.store.migration_0014_letters import HOW as WAYS

_ADD = """
    INSERT INTO letters (letter_id, kind, registration_id, doc_no, to_whom, file_id, made_by,
        made_at)
    VALUES (:letter_id, :kind, :registration_id, :doc_no, :to_whom, :file_id, :made_by, :made_at)"""
_OF = "SELECT * FROM letters WHERE registration_id = ? ORDER BY made_at, letter_id"
_MARK = """
    INSERT INTO letters_sent (file_id, how, sent_on, marked_by, marked_at)
    VALUES (?, ?, ?, ?, ?)"""
_SENT = """
    SELECT file_id, how, sent_on, marked_by, marked_at FROM letters_sent
    WHERE file_id = ? ORDER BY entry_id"""
PATIENT, DOCTOR = "patient", "doctor"
__all__ = ["DOCTOR", "PATIENT", "WAYS", "Sent", "StoredLetter", "add", "mark_sent", "of", "sent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredLetter:
    """One letter. `to_whom` is `patient`, `doctor`, or the account number of another payer."""

    letter_id: str
    kind: str
    registration_id: str
    doc_no: str | None
    to_whom: str
    file_id: str
    made_by: str
    made_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """That somebody posted, handed over or emailed a kept paper, on a day."""

    file_id: str
    how: str
    sent_on: date
    marked_by: str
    marked_at: str


def add(db: Database, letter: StoredLetter) -> None:
    """Append a letter; the caller owns the transaction."""
    db.execute(
        _ADD,
        {
            "letter_id": letter.letter_id,
            "kind": letter.kind,
            "registration_id": letter.registration_id,
            "doc_no": letter.doc_no,
            "to_whom": letter.to_whom,
            "file_id": letter.file_id,
            "made_by": letter.made_by,
            "made_at": letter.made_at,
        },
    )


def of(db: Database, registration_id: str) -> tuple[StoredLetter, ...]:
    """The letters of a case, oldest first."""
    return tuple(StoredLetter(**row) for row in db.rows(_OF, (registration_id,)))


def mark_sent(db: Database, sent: Sent) -> None:
    """Append how a paper went out; the caller owns the transaction."""
    day = sent.sent_on.isoformat()
    db.execute(_MARK, (sent.file_id, sent.how, day, sent.marked_by, sent.marked_at))


def sent(db: Database, file_id: str) -> tuple[Sent, ...]:
    """Every time a paper went out, oldest first."""
    return tuple(
        Sent(**row | {"sent_on": date.fromisoformat(row["sent_on"])})
        for row in db.rows(_SENT, (file_id,))
    )
