"""Taking away whole cases whose time has come (`app.store.due_cases`), on every machine."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from app.replica.record import HIGHEST_STAMP, Subject
from app.store import absorbing, journal, placing
from app.store.bodies import DamagedRecord
from app.store.database import Database

_DOTS = """
    SELECT actor, number FROM journal
    WHERE subject = 'case' AND about = ?1 OR subject = 'document' AND about IN (
        SELECT image_id FROM document_images WHERE registration_id = ?1)
    ORDER BY actor, number"""
_UNSETTLED = """
    SELECT about FROM disputes WHERE settled_by IS NULL UNION SELECT about FROM unplaced"""
_COPIES = """
    SELECT i.image_id, CASE WHEN m.image_id IS NULL THEN i.page_count ELSE 0 END
    FROM document_images i LEFT JOIN image_removals m USING (image_id)
    WHERE i.registration_id = ?"""
_IS_HERE = "SELECT patient_id FROM registrations WHERE registration_id = ?"
_IS_FREE = """
    SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM registrations WHERE patient_id = ?1)
      AND NOT EXISTS (SELECT 1 FROM family_links WHERE patient_id = ?1)
      AND NOT EXISTS (SELECT 1 FROM customers WHERE patient_id = ?1)
      AND NOT EXISTS (
        SELECT 1 FROM patient_merges WHERE patient_id = ?1 OR survivor_id = ?1)"""


@dataclass(frozen=True, slots=True)
class Taken:
    """What went with a case."""

    copies: int
    pages: int
    patients: int


def unsettled(db: Database) -> frozenset[str]:
    """Cases and patients of which two machines differ, or something waits."""
    return frozenset(str(about) for (about,) in db.tuples(_UNSETTLED))


def brought_back_at(db: Database, registration_id: str) -> int:
    """When another machine said that a case is needed there, in milliseconds; 0 for never."""
    try:
        return journal.state_of(db, Subject.CASE, registration_id).brought_back
    except DamagedRecord:
        return HIGHEST_STAMP  # nobody can tell: it stays


def likeness(db: Database, registration_id: str) -> str:
    """What tells whether anything was recorded of a case or its papers since."""
    dots = db.tuples(_DOTS, (registration_id,))
    return hashlib.sha256(repr(dots).encode()).hexdigest()[:16]


def take_away(db: Database, registration_id: str, *, now: int) -> Taken | None:
    """Take a case away on every machine, with its papers and a patient who has no other case.

    `now` is the clock in milliseconds. None where something here needs it after all, or where its
    rows cannot go or its records not be read, of which no other machine is told; then it stays.
    The caller owns the transaction, and has recorded what people did here.
    """
    try:
        with db.atomic():
            return _take_away(db, registration_id, now=now)
    except (_StaysHere, DamagedRecord):
        return None


class _StaysHere(Exception):
    """Rows of what is to go could not be taken away."""


def _take_away(db: Database, registration_id: str, *, now: int) -> Taken | None:
    patient_id = str(db.scalar(_IS_HERE, (registration_id,)))
    copies = db.tuples(_COPIES, (registration_id,))
    for copy, _ in copies:
        absorbing.take_away(db, Subject.DOCUMENT, copy, now=now)
    absorbing.take_away(db, Subject.CASE, registration_id, now=now)
    for copy, _ in copies:
        _lay_down(db, Subject.DOCUMENT, copy)
    _lay_down(db, Subject.CASE, registration_id)
    if db.first(_IS_HERE, (registration_id,)):
        return None
    alone = db.first(_IS_FREE, (patient_id,)) is not None
    if alone:
        absorbing.take_away(db, Subject.PATIENT, patient_id, now=now)
        _lay_down(db, Subject.PATIENT, patient_id)
    pages = sum(pages for _, pages in copies)
    return Taken(copies=sum(1 for _, p in copies if p), pages=pages, patients=int(alone))


def _lay_down(db: Database, subject: Subject, about: str) -> None:
    if not placing.lay_down(db, subject, about):
        raise _StaysHere
