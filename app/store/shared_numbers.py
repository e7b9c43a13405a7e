"""NHS numbers that records of two machines both hold, though one number is one person's.

Here only one record can have it: on every machine the same one, whichever came first. The others
are remembered with it, so that neither loses it and an officer can look whether they are one
person.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from app.store.database import Database

_HOLDER = "SELECT patient_id FROM patients WHERE nhs_number = ? AND patient_id <> ?"
_SHARE = "INSERT OR IGNORE INTO shared_nhs_numbers (nhs_number, patient_id) VALUES (?, ?)"
_UNSHARE = "DELETE FROM shared_nhs_numbers WHERE nhs_number = ? AND patient_id = ?"
_SHARED_BY = "SELECT nhs_number FROM shared_nhs_numbers WHERE patient_id = ? AND nhs_number <> ?"
# What number the record `t` has, whoever shows it.
OWN_NUMBER = """ifnull(t.nhs_number, (
    SELECT s.nhs_number FROM shared_nhs_numbers s WHERE s.patient_id = t.patient_id))"""
_SHARERS = "SELECT patient_id FROM shared_nhs_numbers WHERE nhs_number = ? ORDER BY patient_id"
_SHARING = """
    SELECT patient_id FROM shared_nhs_numbers
    WHERE patient_id IN (SELECT value FROM json_each(?))"""
_LET_GO = "UPDATE patients SET nhs_number = NULL WHERE patient_id = ? AND nhs_number = ?"
_HAND_OVER = """
    UPDATE patients SET nhs_number = ?1 WHERE patient_id = ?2 AND nhs_number IS NOT ?1"""
_CHANGED_HERE = """
    SELECT t.about, p.nhs_number FROM touched t JOIN patients p ON p.patient_id = t.about
    WHERE t.subject = 'patient'
      AND t.about IN (SELECT patient_id FROM shared_nhs_numbers) ORDER BY t.about"""


def sharers(db: Database, number: str) -> tuple[str, ...]:
    """The records that hold a number together; the first of them shows it."""
    return tuple(str(row[0]) for row in db.tuples(_SHARERS, (number,)))


def sharing(db: Database, patients: Sequence[str]) -> frozenset[str]:
    """Those of some records that hold their number together with others."""
    return frozenset(str(row[0]) for row in db.tuples(_SHARING, (json.dumps(patients),)))


def admit(db: Database, patient_id: str, number: str | None) -> str | None:
    """A record says this number, or none; returns what its own row may show of it.

    The caller owns the transaction.
    """
    _leave(db, patient_id, but=number)
    other = db.scalar(_HOLDER, (number, patient_id)) if number else None
    if number is None or other is None:
        return number
    db.execute(_SHARE, (number, patient_id))
    db.execute(_SHARE, (number, other))
    if patient_id > other:
        return None
    db.execute(_LET_GO, (other, number))
    return number


def follow_changes_here(db: Database) -> None:
    """Somebody here gave a record another number, or took it away: the others may show theirs."""
    for patient_id, number in db.tuples(_CHANGED_HERE):
        for shared in (row[0] for row in db.tuples(_SHARED_BY, (patient_id, number or ""))):
            if number is not None or not _is_displaced(db, patient_id, shared):
                _hand_over(db, patient_id, shared)


def release(db: Database, patient_id: str) -> None:
    """A record is taken away; the caller owns the transaction."""
    _leave(db, patient_id, but=None)


def _is_displaced(db: Database, patient_id: str, number: str) -> bool:
    """Whether a record has a number though another shows it."""
    return patient_id in sharers(db, number)[1:]


def _leave(db: Database, patient_id: str, *, but: str | None) -> None:
    for (number,) in db.tuples(_SHARED_BY, (patient_id, but or "")):
        _hand_over(db, patient_id, number)


def _hand_over(db: Database, patient_id: str, number: str) -> None:
    db.execute(_LET_GO, (patient_id, number))
    db.execute(_UNSHARE, (number, patient_id))
    left = sharers(db, number)
    given = db.scalar(_HOLDER, (number, patient_id)) if left else None
    if given is not None and given not in left:
        # Somebody here gave it to one more record as soon as nobody showed it.
        db.execute(_SHARE, (number, given))
        left = sharers(db, number)
    if left:
        if given is not None and given != left[0]:
            db.execute(_LET_GO, (given, number))
        db.execute(_HAND_OVER, (number, left[0]))
    if len(left) == 1:
        db.execute(_UNSHARE, (number, left[0]))
