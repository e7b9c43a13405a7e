"""Stores of so many flagged cases for `benchmarks.queue`, made once in the benchmarks' cache.

The rows are laid down as an older edition of the program left them, and the store is upgraded, so
the queue is worked out as it would be at a trust. A plain copy holds the same rows for peers.
"""

from __future__ import annotations

import csv
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from app.store.database import Database, open_file
from app.store.migrations import STORE
from app.store.queue import Looking, Order
from app.store.schema import Schema
from benchmarks.made_store import KEY, made_store

TODAY = date(2026, 3, 9)
LOOKING = Looking(today=TODAY, user_id="u-3")
ORDER = Order(soon_days=3, prompts=4, urgency=2, soon=1)
_EDITION = 5
_PATIENTS = 20_000
_PATIENT = """
    INSERT INTO patients (patient_id, family_name, given_names, family_key, given_key, title,
        gender, born, hospital_number, address_lines, postcode, country, abroad_lines,
        abroad_postcode, abroad_country, phone, email, interpreter, needs, safe_contact)
    VALUES (?, ?, 'Ada', ?, 'ada', '', '', ?, '', '[]', '', '', '[]', '', '', '', '', '', '[]',
        '')"""
_CASE = """
    INSERT INTO registrations (number, registration_id, patient_id, opened_at, opened_by, desk,
        site, service_type, admitted, service_date, state, route, outcome, category, finished_at,
        flagged, flag_reason, review, assigned_to, due_on)
    VALUES (?, ?, ?, ?, 'u-1', 'Desk 3', ?, 'admission', 1, ?, 'finished', ?, 'team_will_call',
        'P', ?, 1, 'visitor', ?, ?, ?)"""
_FORM = """
    INSERT INTO urgency_records (registration_id, urgency, clinician_name, decided_at,
        transcribed, document_ref, recorded_by, recorded_at)
    VALUES (?, 'urgent', 'Dr A. Roy', '2026-03-01', 0, '', 'u-9', '2026-03-01T09:00:00Z')"""
_PLAIN = """
    SELECT q.number, q.registration_id, p.family_name, p.given_names, q.treated_on, q.due_on,
        r.flag_reason, q.route, r.outcome, q.review, q.assigned_to, q.urgency_missing, q.snoozed,
        q.lateness, q.finished_on, q.rank
    FROM queue_cases q JOIN registrations r USING (number) JOIN patients p USING (patient_id)
    ORDER BY q.number"""


def store(count: int) -> Path:
    """An encrypted store with so many flagged cases, upgraded and brought to `TODAY`."""
    return made_store(f"queue-{_EDITION}-{count}", partial(_fill, count=count))


def opened(count: int) -> Database:
    """The store, open."""
    return open_file(store(count), KEY, STORE)


def plain(count: int) -> Path:
    """The same rows as comma-separated text, for peers."""
    path = store(count).with_name("plain.csv")
    if not path.exists():
        beside = path.with_suffix(".part")
        with opened(count) as db, beside.open("w", newline="", encoding="utf-8") as file:
            rows = db.rows(_PLAIN)
            writer = csv.DictWriter(file, fieldnames=list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        beside.replace(path)
    return path


def _fill(db: Database, count: int) -> None:
    older = tuple(step for step in STORE.steps if step.name < "0018")
    patients = min(count, _PATIENTS)
    with db.atomic():
        Schema(STORE.name, older).apply(db.tools)
        db.tools.conn.execute("PRAGMA cache_size = -600000")  # a million rows at once want room
        db.execute_many(_PATIENT, [_patient(number) for number in range(patients)])
        db.execute_many(_CASE, [_case(number, count) for number in range(count)])
        db.execute_many(_FORM, [(f"r-{number}",) for number in range(count) if number % 3])
        STORE.apply(db.tools)


def _patient(number: int) -> tuple[str, str, str, str]:
    born = date(1930, 1, 1) + timedelta(days=number)
    return f"p-{number}", f"Visitor{number}", f"visitor{number}", born.isoformat()


def _case(number: int, count: int) -> tuple[object, ...]:
    """Spread as at a trust: one in 200 new today, one in 20 a card, a few with a second check."""
    opened = TODAY - timedelta(days=number % 400)
    return (
        1001 + number,
        f"r-{number}",
        f"p-{number % min(count, _PATIENTS)}",
        f"{opened}T{number % 24:02}:{number % 60:02}:00Z",
        f"Site {number % 4}",
        (TODAY + timedelta(days=number % 90 - 30)).isoformat() if number % 7 else None,
        "document" if number % 20 == 0 else "visitor",
        f"{TODAY - timedelta(days=number % 200)}T10:00:00Z",
        "second_check" if number % 50 == 0 else "waiting",
        f"u-{number % 12}" if number % 2 else None,
        (TODAY + timedelta(days=number % 45 - 15)).isoformat(),
    )
