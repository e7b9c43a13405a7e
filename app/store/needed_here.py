"""Whether something here rests on what another machine took away for its age, unknown to it.

Somebody worked on it here meanwhile, a paper came to it, or it belongs to this machine alone: an
invoice, an emergency access nobody has looked at, a registration begun for a patient who came back.
"""

from __future__ import annotations

from app.replica.bringing_back import says_nothing
from app.replica.fold import State
from app.replica.record import Subject
from app.store import journal, travelling
from app.store.database import Database
from app.store.emergencies import NOBODY_LOOKED

_RESTS_ON_CASE = f"""
    SELECT 1 WHERE EXISTS (SELECT 1 FROM invoices WHERE registration_id = ?1)
      OR EXISTS (SELECT 1 FROM customers WHERE registration_id = ?1)
      OR EXISTS (SELECT 1 FROM emergency_accesses e
                 WHERE e.registration_id = ?1 AND {NOBODY_LOOKED})"""
_COPIES_OF_CASE = "SELECT image_id FROM document_images WHERE registration_id = ?"
_RESTS_ON_PATIENT = """
    SELECT 1 WHERE EXISTS (SELECT 1 FROM customers WHERE patient_id = ?1)
      OR EXISTS (SELECT 1 FROM patient_merges WHERE patient_id = ?1 OR survivor_id = ?1)"""
_CASES_OF_PATIENT = """
    SELECT registration_id FROM registrations WHERE patient_id = ?1
    UNION SELECT registration_id FROM family_links WHERE patient_id = ?1"""
_CASE_OF_COPY = """
    SELECT r.registration_id FROM document_images i JOIN registrations r USING (registration_id)
    WHERE i.image_id = ?"""


def is_needed(db: Database, subject: Subject, about: str, state: State) -> bool:
    """Whether a subject of which a removal took something must come back."""
    if _worked_on_here(db, subject, about, state):
        return True
    match subject:
        case Subject.CASE:
            return db.first(_RESTS_ON_CASE, (about,)) is not None or any(
                not journal.state_of(db, Subject.DOCUMENT, copy).gone
                for (copy,) in db.tuples(_COPIES_OF_CASE, (about,))
            )
        case Subject.PATIENT:
            return db.first(_RESTS_ON_PATIENT, (about,)) is not None or any(
                _case_lives(db, case) for (case,) in db.tuples(_CASES_OF_PATIENT, (about,))
            )
        case Subject.DOCUMENT:
            return any(_case_lives(db, case) for (case,) in db.tuples(_CASE_OF_COPY, (about,)))
        case _:
            return False


def _worked_on_here(db: Database, subject: Subject, about: str, state: State) -> bool:
    return not state.gone and any(
        record.dot not in state.taken
        and not record.gone
        and not says_nothing(record)
        and travelling.before(db, record.actor) is not None
        for record in journal.records_of(db, subject, about)
    )


def _case_lives(db: Database, registration_id: str) -> bool:
    """Whether a case is none that was taken away, or will come back."""
    state = journal.state_of(db, Subject.CASE, registration_id)
    return not state.gone or is_needed(db, Subject.CASE, registration_id, state)
