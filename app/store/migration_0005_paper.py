"""Step 5: paper forms as they were printed, and as they were keyed back.

A form keeps the questions it was printed with, so that its numbers mean the same for ever. One
printed before there was a case has no registration; the return that keys it back names it.
"""

from __future__ import annotations

from app.store.checks import day, flag, json, moment, one_of

STATEMENTS: tuple[str, ...] = (
    f"""CREATE TABLE forms (
        number INTEGER PRIMARY KEY,
        form_id TEXT NOT NULL UNIQUE CHECK (form_id <> ''),
        kind TEXT NOT NULL {one_of("kind", "pre_attendance", "clinician")},
        registration_id TEXT REFERENCES registrations (registration_id),
        rules_version TEXT NOT NULL,
        items TEXT NOT NULL {json("items")},
        leaving_date TEXT {day("leaving_date")},
        file_id TEXT NOT NULL REFERENCES files,
        printed_by TEXT NOT NULL,
        printed_at TEXT NOT NULL {moment("printed_at")},
        CHECK (kind = 'pre_attendance' OR registration_id IS NOT NULL)
    ) STRICT""",
    "CREATE INDEX forms_by_registration ON forms (registration_id)",
    f"""CREATE TABLE form_returns (
        return_id TEXT PRIMARY KEY,
        form_id TEXT NOT NULL REFERENCES forms (form_id),
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        received_on TEXT NOT NULL {day("received_on")},
        late INTEGER NOT NULL {flag("late")},
        signed TEXT NOT NULL {json("signed")},
        keyed TEXT NOT NULL {json("keyed")},
        kept TEXT NOT NULL {json("kept")},
        notes TEXT NOT NULL {json("notes")},
        keyed_by TEXT NOT NULL,
        keyed_at TEXT NOT NULL {moment("keyed_at")}
    ) STRICT""",
    "CREATE INDEX form_returns_by_form ON form_returns (form_id)",
    "CREATE INDEX form_returns_by_registration ON form_returns (registration_id)",
    *(
        f"""CREATE TRIGGER {table}_refuses_{act} BEFORE {act.upper()} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
        for table in ("forms", "form_returns")
        for act in ("update", "delete")
    ),
)
