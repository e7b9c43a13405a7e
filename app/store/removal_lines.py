"""What desks are told of cases, copies and patients that officers took away for their age.

A desk has what it registered itself and no other machine's records. So it is told what the removal
had seen of each subject: what the desk did beyond that is no part of it, and stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.replica.record import Dot, Record, Subject
from app.store import absorbing, journal, letting_go
from app.store.bodies import DamagedRecord
from app.store.database import Database

_TAKEN_AWAY = """
    SELECT DISTINCT subject, about FROM journal
    WHERE actor = ?1 AND number BETWEEN ?2 AND ?3 AND (
        subject = 'case' AND NOT EXISTS (SELECT 1 FROM registrations WHERE registration_id = about)
        OR subject = 'document' AND NOT EXISTS (
            SELECT 1 FROM document_images WHERE image_id = about)
        OR subject = 'patient' AND NOT EXISTS (SELECT 1 FROM patients WHERE patient_id = about))
    ORDER BY subject, about"""
_EVER_LISTED = "SELECT 1 FROM removals WHERE what = 'cases' LIMIT 1"
_OWN_LAST = """
    SELECT actor, max(number) FROM journal WHERE subject = ? AND about = ? GROUP BY actor"""
_COPIES_OF = "SELECT image_id FROM document_images WHERE registration_id = ?"
_IS_HERE = "SELECT 1 FROM patients WHERE patient_id = ?"


@dataclass(frozen=True, slots=True)
class Removed:
    """A subject that is gone: when that was said, and of each actor the last record it had seen."""

    subject: Subject
    about: str
    stamp: int
    seen: Mapping[str, int]


def removed(db: Database, actor: str, first: int, last: int) -> Iterator[Removed]:
    """What an actor took away by its records of these numbers, and is still gone.

    A machine where no removal was ever listed looks at none of its records for that.
    """
    if db.first(_EVER_LISTED) is None:
        return
    for subject, about in db.tuples(_TAKEN_AWAY, (actor, first, last)):
        try:
            records = {one.dot: one for one in journal.records_of(db, Subject(subject), about)}
        except DamagedRecord:
            continue  # it is told, and holds up no other
        said = [one for one in records.values() if one.gone and one.actor == actor]
        if said:
            newest = max(said, key=lambda one: one.number)
            yield Removed(Subject(subject), about, newest.stamp, _seen(records, newest))


def numbers_removed(db: Database, actor: str, first: int, last: int) -> frozenset[int]:
    """The numbers of all of an actor's records of what `removed` tells."""
    return frozenset(
        record.number
        for one in removed(db, actor, first, last)
        for record in journal.records_of(db, one.subject, one.about)
        if record.actor == actor
    )


def obey(db: Database, told: Sequence[Removed], *, at: str) -> tuple[str, ...]:
    """Let go of what is gone, as far as nothing was done here beyond it; returns the cases.

    A patient whom something here still needs is told anew: the officers' machines may have let go
    of them. The caller owns the transaction, and has recorded what people did here.
    """
    covered = {(one.subject, one.about) for one in told if _is_all(db, one)}
    cases = [one.about for one in told if one.subject is Subject.CASE]
    patients = {one.about for one in told if one.subject is Subject.PATIENT}
    gone = tuple(
        case
        for case in cases
        if {(Subject.CASE, case), *_copies(db, case)} <= covered
        and letting_go.let_go_of_case(db, case, at)
    )
    for patient_id in sorted(patients):
        free = (Subject.PATIENT, patient_id) in covered
        went = free and letting_go.let_go_of_patient(db, patient_id, at)
        if not went and db.first(_IS_HERE, (patient_id,)):
            absorbing.say_whole(db, Subject.PATIENT, patient_id)
    return gone


def _copies(db: Database, case: str) -> set[tuple[Subject, str]]:
    return {(Subject.DOCUMENT, copy) for (copy,) in db.tuples(_COPIES_OF, (case,))}


def _is_all(db: Database, one: Removed) -> bool:
    return all(
        number <= one.seen.get(actor, 0)
        for actor, number in db.tuples(_OWN_LAST, (one.subject.value, one.about))
    )


def _seen(records: Mapping[Dot, Record], removal: Record) -> dict[str, int]:
    seen: dict[str, int] = {}
    left = list(removal.after)
    known = set(left)
    while left:
        actor, number = left.pop()
        seen[actor] = max(number, seen.get(actor, 0))
        before = records.get((actor, number))
        for dot in before.after if before else ():
            if dot not in known:
                known.add(dot)
                left.append(dot)
    return seen
