"""Step 2: the time inside a registration: its stay, answers that hold from a day, its family.

Each is only ever added to; the latest row is the one relied on, and the rest is history.
"""

from __future__ import annotations

from app.store.checks import day, json, moment, one_of

_STAYS = (
    f"""CREATE TABLE stays (
        entry_id INTEGER PRIMARY KEY,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        first_day TEXT NOT NULL {day("first_day")},
        last_day TEXT {day("last_day")},
        ward_day TEXT {day("ward_day")},
        recorded_by TEXT NOT NULL,
        recorded_at TEXT NOT NULL {moment("recorded_at")},
        CHECK (last_day IS NULL OR last_day >= first_day),
        CHECK (ward_day IS NULL OR ward_day >= first_day),
        CHECK (ward_day IS NULL OR last_day IS NULL OR ward_day <= last_day)
    ) STRICT""",
    "CREATE INDEX stays_by_registration ON stays (registration_id, entry_id)",
)

_DATED_ANSWERS = (
    f"""CREATE TABLE dated_answers (
        entry_id INTEGER PRIMARY KEY,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        question_id TEXT NOT NULL,
        holds_from TEXT NOT NULL {day("holds_from")},
        state TEXT NOT NULL
            {one_of("state", "answered", "unknown", "refused", "not_asked", "withdrawn")},
        value TEXT NOT NULL {json("value")},
        answered_by TEXT NOT NULL,
        answered_at TEXT NOT NULL {moment("answered_at")}
    ) STRICT""",
    "CREATE INDEX dated_answers_by_registration ON dated_answers (registration_id, entry_id)",
)

_FAMILY = (
    f"""CREATE TABLE family_links (
        entry_id INTEGER PRIMARY KEY,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        relation TEXT NOT NULL {one_of("relation", "principal", "parent")},
        patient_id TEXT REFERENCES patients,
        linked_by TEXT NOT NULL,
        linked_at TEXT NOT NULL {moment("linked_at")}
    ) STRICT""",
    "CREATE INDEX family_links_by_registration ON family_links (registration_id, entry_id)",
)

_APPEND_ONLY = ("stays", "dated_answers", "family_links")

STATEMENTS: tuple[str, ...] = (
    *_STAYS,
    *_DATED_ANSWERS,
    *_FAMILY,
    *(
        f"""CREATE TRIGGER {table}_refuses_{act} BEFORE {act.upper()} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
        for table in _APPEND_ONLY
        for act in ("update", "delete")
    ),
)
