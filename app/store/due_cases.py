"""Whole cases whose time has come, found a stretch at a time: which, since when, by which line.

Counted from the last thing that happened with a case. Money counts the longest, and a case with an
invoice at this machine is named here and never taken: its ledger has a schedule of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from app.store import removals
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
_UNTIL = f"""
    CASE r.line WHEN '{NOT_FOLLOWED}' THEN :not_followed WHEN '{NOT_CHARGED}' THEN :not_charged
        ELSE :invoices END"""
# In steps, each for those the one before left: most are ruled out by what costs least to look at.
_DUE = f"""
    WITH
    looked AS MATERIALIZED ({{looked}}),
    lined AS MATERIALIZED (
        SELECT r.*,
            CASE WHEN EXISTS (SELECT 1 FROM decisions d
                              WHERE d.registration_id = r.registration_id AND d.choice = 'charge')
                OR EXISTS (SELECT 1 FROM billing_requests b
                           WHERE b.registration_id = r.registration_id)
                OR {_INVOICED} THEN '{MONEY}'
              WHEN r.review = '' THEN '{NOT_FOLLOWED}' ELSE '{NOT_CHARGED}' END AS line
        FROM looked r),
    rested AS MATERIALIZED (
        SELECT r.* FROM lined r
        WHERE date(r.finished_at) <= {_UNTIL} AND NOT EXISTS (
            SELECT 1 FROM diary d WHERE d.registration_id = r.registration_id
              AND d.due_on > :today
              AND NOT EXISTS (SELECT 1 FROM diary_marks m WHERE m.entry_id = d.entry_id))),
    timed AS MATERIALIZED (
        SELECT r.*, max(({removals.FINAL}), r.finished_at, {_ANSWERED}, {_LATEST}) AS last_at
        FROM rested r)
    SELECT r.registration_id, r.ref, r.assigned_to, r.patient_id, r.line,
        date(r.last_at) AS last_on, {_INVOICED} AS invoiced,
        EXISTS (SELECT 1 FROM emergency_accesses e
                WHERE e.registration_id = r.registration_id AND {NOBODY_LOOKED}) AS unseen,
        EXISTS (SELECT 1 FROM journal j
                WHERE j.subject = 'case' AND j.about = r.registration_id
                  AND j.stamp >= CASE r.line WHEN '{NOT_FOLLOWED}' THEN :stamp_not_followed
                    WHEN '{NOT_CHARGED}' THEN :stamp_not_charged
                    ELSE :stamp_invoices END) AS written_since
    FROM timed r
    WHERE date(r.last_at) <= {_UNTIL}
    ORDER BY r.review, r.finished_at, r.number"""
_COLUMNS = "number, registration_id, ref, assigned_to, patient_id, state, review, finished_at"
# Each by its own key: SQLite would go along all settled cases to find a few.
AMONG = f"""
    SELECT {_COLUMNS} FROM json_each(:cases) CROSS JOIN registrations ON registration_id = value
    WHERE state = 'finished' AND review IN ('', 'decided')"""
# Word for word the condition of its index, or SQLite would not use it.
_STRETCH = """
    FROM registrations INDEXED BY registrations_settled
    WHERE state = 'finished' AND review IN ('', 'decided') AND review = :review
      AND (finished_at, number) > (:finished_at, :number) AND finished_at < :soonest
    ORDER BY finished_at, number"""
ALONG = f"SELECT {_COLUMNS} {_STRETCH} LIMIT :most"
_LAST = f"SELECT finished_at, number {_STRETCH} LIMIT 1 OFFSET :most - 1"
_KINDS = ("", "decided")  # nothing to follow up, and what an officer decided: one, then the other


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeCase:
    """A case whose time has come, by which line, and the day the last thing happened with it.

    `invoiced`: its money is in this machine's ledger. `unseen`: nobody has looked at an emergency
    access to it. `written_since`: a record of it is younger than its time, which may be one that
    says it is needed.
    """

    registration_id: str
    ref: str
    assigned_to: str | None
    patient_id: str
    line: str
    last_on: date
    invoiced: bool
    unseen: bool
    written_since: bool


@dataclass(frozen=True, slots=True)
class Place:
    """How far somebody has looked: a kind of case, and where among those."""

    review: str = _KINDS[0]
    finished_at: str = ""
    number: int = 0


START = Place()


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is due of a stretch, and where the next begins; None where all was looked at."""

    cases: tuple[WholeCase, ...]
    then: Place | None


def stretch(
    db: Database, before: Mapping[str, date], today: date, *, after: Place = START, most: int
) -> Stretch:
    """What is due among so many settled cases, finished the longest ago first.

    `before` has the day of each of `LINES` since when nothing happened with what is due. What it
    costs is bounded by `most`, however many cases there are.
    """
    # No case of a kind is due before the soonest of the lines it may be under.
    asked = along(after, soonest=_soonest(before, after.review), most=most)
    return Stretch(_cases(db, ALONG, _days(before, today) | asked), following(db, after, asked))


def along(after: Place, *, soonest: date, most: int) -> dict[str, Any]:
    """What `ALONG` asks for: so many settled cases of a kind, finished by the soonest day."""
    return {
        "review": after.review,
        "finished_at": after.finished_at,
        "number": after.number,
        "soonest": to_day(soonest + timedelta(days=1)),
        "most": most,
    }


def following(db: Database, after: Place, asked: Mapping[str, Any]) -> Place | None:
    """Where the stretch after that begins; None where all was looked at."""
    last = db.first(_LAST, asked)
    return _next_kind(after) if last is None else Place(after.review, *last)


def among(
    db: Database, before: Mapping[str, date], today: date, cases: Iterable[str]
) -> tuple[WholeCase, ...]:
    """Those of some cases that are due."""
    return _cases(db, AMONG, _days(before, today) | {"cases": json.dumps(list(cases))})


def _cases(db: Database, looked: str, asked: Mapping[str, Any]) -> tuple[WholeCase, ...]:
    return tuple(
        WholeCase(
            **row
            | {
                "last_on": date.fromisoformat(row["last_on"]),
                "invoiced": bool(row["invoiced"]),
                "unseen": bool(row["unseen"]),
                "written_since": bool(row["written_since"]),
            }
        )
        for row in db.rows(_DUE.format(looked=looked), asked)
    )


def _days(before: Mapping[str, date], today: date) -> dict[str, Any]:
    """The days as the statements ask for them, and the first moment after each as a stamp."""
    stamps = {
        f"stamp_{line}": int(
            datetime.combine(before[line] + timedelta(days=1), time(), UTC).timestamp() * 1000
        )
        for line in LINES
    }
    return {line: to_day(before[line]) for line in LINES} | stamps | {"today": to_day(today)}


def _soonest(before: Mapping[str, date], review: str) -> date:
    lines = LINES if review == _KINDS[0] else (NOT_CHARGED, MONEY)
    return max(before[line] for line in lines)


def _next_kind(after: Place) -> Place | None:
    return Place(_KINDS[1]) if after.review == _KINDS[0] else None
