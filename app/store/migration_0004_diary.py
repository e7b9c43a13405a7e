"""Step 4: what the calendar brings, what an officer certified, what was read from the record.

All of it is only ever added. An entry of the diary is over once a mark names it; a certificate
stands until a later row takes it back; a reading names the answers it gave by their places in the
history of its registration.
"""

from __future__ import annotations

from app.store.checks import day, flag, moment, one_of

_DIARY = (
    f"""CREATE TABLE diary (
        entry_id INTEGER PRIMARY KEY,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        kind TEXT NOT NULL CHECK (kind <> ''),
        about_on TEXT NOT NULL {day("about_on")},
        due_on TEXT NOT NULL {day("due_on")},
        noted_at TEXT NOT NULL {moment("noted_at")}
    ) STRICT""",
    "CREATE INDEX diary_by_registration ON diary (registration_id, entry_id)",
    "CREATE INDEX diary_by_day ON diary (due_on, entry_id)",
    f"""CREATE TABLE diary_marks (
        entry_id INTEGER PRIMARY KEY REFERENCES diary,
        mark TEXT NOT NULL {one_of("mark", "done", "lapsed")},
        marked_by TEXT NOT NULL,
        marked_at TEXT NOT NULL {moment("marked_at")}
    ) STRICT""",
)
_CERTIFICATES = (
    f"""CREATE TABLE certificates (
        entry_id INTEGER PRIMARY KEY,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        standing INTEGER NOT NULL {flag("standing")},
        statement TEXT NOT NULL,
        determination_id TEXT REFERENCES determinations,
        made_by TEXT NOT NULL,
        made_at TEXT NOT NULL {moment("made_at")},
        CHECK (standing = 0 OR (statement <> '' AND determination_id IS NOT NULL))
    ) STRICT""",
    "CREATE INDEX certificates_by_registration ON certificates (registration_id, entry_id)",
)
_READINGS = (
    f"""CREATE TABLE clinical_readings (
        entry_id INTEGER PRIMARY KEY,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        first_answer INTEGER NOT NULL CHECK (first_answer >= 1),
        last_answer INTEGER NOT NULL CHECK (last_answer >= first_answer),
        source TEXT NOT NULL CHECK (source <> ''),
        dated_on TEXT NOT NULL {day("dated_on")},
        read_by TEXT NOT NULL,
        read_at TEXT NOT NULL {moment("read_at")}
    ) STRICT""",
    "CREATE INDEX readings_by_registration ON clinical_readings (registration_id, entry_id)",
)
APPEND_ONLY = ("diary", "diary_marks", "certificates", "clinical_readings")


def _append_only(table: str) -> tuple[str, ...]:
    return tuple(
        f"""CREATE TRIGGER {table}_refuses_{act} BEFORE {act.upper()} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
        for act in ("update", "delete")
    )


STATEMENTS: tuple[str, ...] = (
    *_DIARY,
    *_CERTIFICATES,
    *_READINGS,
    *(statement for table in APPEND_ONLY for statement in _append_only(table)),
)
