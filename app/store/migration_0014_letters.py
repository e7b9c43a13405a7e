"""Step 14: the register of letters, and what became of each paper that names somebody.

A paper is posted, handed over or emailed by a person, who says so here; it may be more than once.
All of it is only ever added.
"""

from __future__ import annotations

from app.store.checks import day, moment, one_of

HOW = ("posted", "handed", "emailed")
APPEND_ONLY = ("letters", "letters_sent")

STATEMENTS: tuple[str, ...] = (
    f"""CREATE TABLE letters (
        letter_id TEXT PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind <> ''),
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        doc_no TEXT REFERENCES invoices,
        to_whom TEXT NOT NULL CHECK (to_whom <> ''),
        file_id TEXT NOT NULL UNIQUE REFERENCES files,
        made_by TEXT NOT NULL,
        made_at TEXT NOT NULL {moment("made_at")}
    ) STRICT""",
    "CREATE INDEX letters_by_registration ON letters (registration_id, made_at)",
    f"""CREATE TABLE letters_sent (
        entry_id INTEGER PRIMARY KEY,
        file_id TEXT NOT NULL REFERENCES files,
        how TEXT NOT NULL {one_of("how", *HOW)},
        sent_on TEXT NOT NULL {day("sent_on")},
        marked_by TEXT NOT NULL,
        marked_at TEXT NOT NULL {moment("marked_at")}
    ) STRICT""",
    "CREATE INDEX letters_sent_by_file ON letters_sent (file_id)",
    *(
        f"""CREATE TRIGGER {table}_refuses_{act} BEFORE {act.upper()} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
        for table in APPEND_ONLY
        for act in ("update", "delete")
    ),
)
