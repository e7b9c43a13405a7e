"""What a laptop that may be lost lets go of: rows that others have, from this machine alone.

Nothing is recorded of it for others: their records stay as they are. Here the rows go, the
journal keeps the place of each record without its content, and what comes later of the same
subject stays away.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from app.replica.record import Subject
from app.store import absorbing, journal, placing, travelling
from app.store.bodies import DamagedRecord
from app.store.database import Database
from app.store.emergencies import NOBODY_LOOKED
from app.store.replicated import KINDS

_CASES = """
    SELECT r.registration_id FROM registrations r
    WHERE r.state = 'finished' AND (r.finished_at <= :before OR r.could_not_ask = :at_once)
      AND EXISTS (SELECT 1 FROM journal WHERE subject = 'case' AND about = r.registration_id)
      AND NOT EXISTS (SELECT 1 FROM touched WHERE subject = 'case' AND about = r.registration_id)
      AND NOT EXISTS (
        SELECT 1 FROM document_images i JOIN touched t
        ON t.subject = 'document' AND t.about = i.image_id
        WHERE i.registration_id = r.registration_id)
      AND NOT EXISTS (SELECT 1 FROM forms f WHERE f.registration_id = r.registration_id)
      AND NOT EXISTS (SELECT 1 FROM form_returns f WHERE f.registration_id = r.registration_id)
      AND NOT EXISTS (SELECT 1 FROM customers c WHERE c.registration_id = r.registration_id)
      AND NOT EXISTS (SELECT 1 FROM invoices v WHERE v.registration_id = r.registration_id)
      AND NOT EXISTS (SELECT 1 FROM record_holds h WHERE h.registration_id = r.registration_id)
    ORDER BY r.number"""
_MAY_GO = f"""
    SELECT 1 FROM registrations r
    WHERE r.registration_id = ?1 AND r.state = 'finished'
      AND NOT EXISTS (SELECT 1 FROM touched WHERE subject = 'case' AND about = ?1)
      AND NOT EXISTS (SELECT 1 FROM customers c WHERE c.registration_id = ?1)
      AND NOT EXISTS (SELECT 1 FROM invoices v WHERE v.registration_id = ?1)
      AND NOT EXISTS (
        SELECT 1 FROM emergency_accesses e WHERE e.registration_id = ?1 AND {NOBODY_LOOKED})"""
_COPIES = "SELECT image_id FROM document_images WHERE registration_id = ?"
_PATIENTS = """
    SELECT p.patient_id FROM patients p
    WHERE NOT EXISTS (SELECT 1 FROM registrations WHERE patient_id = p.patient_id)
      AND NOT EXISTS (SELECT 1 FROM family_links WHERE patient_id = p.patient_id)
      AND NOT EXISTS (SELECT 1 FROM customers WHERE patient_id = p.patient_id)
      AND NOT EXISTS (
        SELECT 1 FROM patient_merges
        WHERE patient_id = p.patient_id OR survivor_id = p.patient_id)
      AND NOT EXISTS (SELECT 1 FROM touched WHERE subject = 'patient' AND about = p.patient_id)
      AND EXISTS (SELECT 1 FROM journal WHERE subject = 'patient' AND about = p.patient_id)
    ORDER BY p.patient_id"""
_NOT_TAKEN = """
    SELECT count(*) FROM journal
    WHERE subject = ? AND about = ? AND actor = ? AND number >= ?"""
_NOTE = "INSERT OR IGNORE INTO let_go (subject, about, at) VALUES (?, ?, ?)"


def let_go(db: Database, *, before: str, at_once: str, at: str) -> int:
    """Let go of registrations finished at `before` or earlier, with their papers and patients.

    Those whose reason for not being asked is `at_once` go without that wait. Only what a receipt
    has come for, in whole, goes; what belongs to this machine alone (money, paper forms, a hold)
    keeps its registration here. Returns how many went; the caller owns the transaction.
    """
    if travelling.waits_of_earlier_lives(db):
        return 0
    untaken = travelling.first_record_untaken(db)
    found = [
        case
        for case in db.tuples(_CASES, {"before": before, "at_once": at_once})
        if _is_taken(db, Subject.CASE, case[0], untaken)
        and all(
            _is_taken(db, Subject.DOCUMENT, copy, untaken)
            for (copy,) in db.tuples(_COPIES, case[:1])
        )
    ]
    went = 0
    for case in found:
        with suppress(DamagedRecord), db.atomic():  # it stays, and is told
            _case(db, case[0], at)
            went += 1
    for (patient_id,) in db.tuples(_PATIENTS):
        if _is_taken(db, Subject.PATIENT, patient_id, untaken):
            with suppress(DamagedRecord), db.atomic():
                _let_go(db, Subject.PATIENT, patient_id, at)
    return went


def let_go_of_case(db: Database, registration_id: str, at: str) -> bool:
    """Let go of a case that the officers took away for its age; whether it could go.

    Money, a draft and what nobody has looked at keep it. The caller owns the transaction.
    """
    may = db.first(_MAY_GO, (registration_id,)) is not None
    if may:
        _case(db, registration_id, at)
    return may


def let_go_of_patient(db: Database, patient_id: str, at: str) -> bool:
    """Let go of a patient whom nothing here needs any more; whether they could go."""
    may = (patient_id,) in db.tuples(_PATIENTS)
    if may:
        _let_go(db, Subject.PATIENT, patient_id, at)
    return may


def _case(db: Database, registration_id: str, at: str) -> None:
    for (copy,) in db.tuples(_COPIES, (registration_id,)):
        _let_go(db, Subject.DOCUMENT, copy, at)
    _let_go(db, Subject.CASE, registration_id, at)


def _let_go(db: Database, subject: Subject, about: str, at: str) -> None:
    placing.take_away(db, KINDS[subject], about)
    for record in journal.records_of(db, subject, about):
        journal.leave(db, replace(record, rows={}, cells={}))
    journal.forget(db, subject, about)
    absorbing.forget_marks(db, subject, [about])
    db.execute(_NOTE, (subject.value, about, at))


def _is_taken(db: Database, subject: Subject, about: str, untaken: int) -> bool:
    own = journal.actor(db)
    return not db.scalar(_NOT_TAKEN, (subject.value, about, own, untaken))
