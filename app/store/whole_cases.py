"""Whole cases whose time has come: which, since when, by which line of the terms; and taking them.

Counted from the last thing that happened with a case. Money counts the longest, and a case with an
invoice at this machine is named here and never taken: its ledger has a schedule of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.replica.record import HIGHEST_STAMP, Subject
from app.store import absorbing, disputes, journal, placing, removals
from app.store.bodies import DamagedRecord
from app.store.database import Database
from app.store.emergencies import NOBODY_LOOKED
from app.store.values import to_day

NOT_FOLLOWED, NOT_CHARGED, MONEY = "not_followed", "not_charged", "invoices"
LINES = (NOT_FOLLOWED, NOT_CHARGED, MONEY)

# What happens with a case after its final word, and begins its time anew.
_HAPPENED = (
    ("evidence", "recorded_at"),
    ("document_images", "added_at"),
    ("letters", "made_at"),
    ("urgency_records", "recorded_at"),
    ("case_rests", "made_at"),
    ("billing_requests", "asked_at"),
    ("estimates", "issued_on"),
    ("claim_entitlements", "entered_at"),
    ("claim_treatments", "entered_at"),
    ("claim_reports", "reported_at"),
    ("dispute_rulings", "ruled_at"),
)
_LATEST = ", ".join(
    f"ifnull((SELECT max({column}) FROM {table} t WHERE t.registration_id = r.registration_id), '')"
    for table, column in _HAPPENED
)
_ANSWERED = """
    ifnull((SELECT max(answered_at) FROM answers
            WHERE answer_id BETWEEN r.number << 16 AND r.number << 16 | 65535), '')"""
_INVOICED = """
    (EXISTS (SELECT 1 FROM invoices v WHERE v.registration_id = r.registration_id)
     OR EXISTS (SELECT 1 FROM customers c WHERE c.registration_id = r.registration_id))"""
_DUE = f"""
    SELECT registration_id, ref, assigned_to, patient_id, line, date(last_at) AS last_on,
        invoiced, unseen
    FROM (
        SELECT r.number, r.registration_id, r.ref, r.assigned_to, r.patient_id,
            CASE WHEN {_INVOICED}
                OR EXISTS (SELECT 1 FROM decisions d
                           WHERE d.registration_id = r.registration_id AND d.choice = 'charge')
                OR EXISTS (SELECT 1 FROM billing_requests b
                           WHERE b.registration_id = r.registration_id) THEN '{MONEY}'
              WHEN r.review = '' THEN '{NOT_FOLLOWED}' ELSE '{NOT_CHARGED}' END AS line,
            max(({removals.FINAL}), r.finished_at, {_ANSWERED}, {_LATEST}) AS last_at,
            {_INVOICED} AS invoiced,
            EXISTS (SELECT 1 FROM emergency_accesses e
                    WHERE e.registration_id = r.registration_id AND {NOBODY_LOOKED}) AS unseen
        FROM registrations r
        WHERE r.state = 'finished' AND r.review IN ('', 'decided')
          AND date(r.finished_at) <= :soonest AND NOT EXISTS (
            SELECT 1 FROM diary d WHERE d.registration_id = r.registration_id
              AND d.due_on > :today
              AND NOT EXISTS (SELECT 1 FROM diary_marks m WHERE m.entry_id = d.entry_id)))
    WHERE date(last_at) <= CASE line WHEN '{NOT_FOLLOWED}' THEN :not_followed
        WHEN '{NOT_CHARGED}' THEN :not_charged ELSE :invoices END
    ORDER BY last_at, number"""
_DOTS = """
    SELECT actor, number FROM journal
    WHERE subject = 'case' AND about = ?1 OR subject = 'document' AND about IN (
        SELECT image_id FROM document_images WHERE registration_id = ?1)
    ORDER BY actor, number"""
_UNPLACED = "SELECT 1 FROM unplaced WHERE about = ?"
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


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeCase:
    """A case whose time has come, by which line, and the day the last thing happened with it.

    `invoiced`: its money is in this machine's ledger. `unseen`: nobody has looked at an emergency
    access to it.
    """

    registration_id: str
    ref: str
    assigned_to: str | None
    patient_id: str
    line: str
    last_on: date
    invoiced: bool
    unseen: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """What went with a case."""

    copies: int
    pages: int
    patients: int


def due(db: Database, before: Mapping[str, date], today: date) -> tuple[WholeCase, ...]:
    """Cases with which nothing happened since the day of their line, the longest ago first."""
    days = {line: to_day(day) for line, day in before.items()}
    days |= {"today": to_day(today), "soonest": to_day(max(before.values()))}
    rows = db.rows(_DUE, days)
    return tuple(
        WholeCase(
            **row
            | {
                "last_on": date.fromisoformat(row["last_on"]),
                "invoiced": bool(row["invoiced"]),
                "unseen": bool(row["unseen"]),
            }
        )
        for row in rows
    )


def is_settled(db: Database, case: WholeCase) -> bool:
    """Whether no two machines differ about a case or its patient, and none of it waits."""
    return not any(
        disputes.open_of(db, about) or db.first(_UNPLACED, (about,))
        for about in (case.registration_id, case.patient_id)
    )


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
    rows cannot go, of which no other machine is told; then it stays. The caller owns the
    transaction, and has recorded what people did here.
    """
    try:
        with db.atomic():
            return _take_away(db, registration_id, now=now)
    except _StaysHere:
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
