"""Step 19: what a case says beyond its decision: to the desk, to a second person, to finance.

What a second person returned stands first among the cases that are due (ux.md 3).

Feedback waits for the person who registered a patient until they have read it. A second person's
own choice, a rest from letters and a case handed to finance are only ever added to.
"""

from __future__ import annotations

from app.store.checks import append_only, flag, moment

APPEND_ONLY = ("second_choices", "case_rests", "billing_requests")

# Word for word as the query asks, or SQLite would not use the index. A rank has 60 bits.
DUE_RANK = "((flag_reason <> 'returned') << 61 | rank)"

STATEMENTS: tuple[str, ...] = (
    f"""CREATE TABLE feedback (
        registration_id TEXT NOT NULL PRIMARY KEY REFERENCES registrations (registration_id),
        for_user TEXT NOT NULL,
        told_at TEXT NOT NULL {moment("told_at")},
        read_at TEXT CHECK (read_at IS NULL OR read_at IS strftime('%Y-%m-%dT%H:%M:%SZ', read_at))
    ) STRICT""",
    "CREATE INDEX feedback_unread ON feedback (for_user, told_at) WHERE read_at IS NULL",
    f"""CREATE TABLE second_choices (
        entry_id INTEGER PRIMARY KEY,
        decision_id TEXT NOT NULL REFERENCES decisions,
        choice TEXT NOT NULL,
        chosen_by TEXT NOT NULL,
        chosen_at TEXT NOT NULL {moment("chosen_at")}
    ) STRICT""",
    "CREATE INDEX second_choices_by_decision ON second_choices (decision_id, chosen_by, entry_id)",
    """CREATE TRIGGER second_choices_by_another BEFORE INSERT ON second_choices
       WHEN new.chosen_by = (SELECT decided_by FROM decisions
                             WHERE decision_id = new.decision_id)
       BEGIN SELECT RAISE(ABORT, 'no one checks their own decision'); END""",
    f"""CREATE TABLE case_rests (
        entry_id INTEGER PRIMARY KEY,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        kind TEXT NOT NULL CHECK (kind <> ''),
        begins INTEGER NOT NULL {flag("begins")},
        reason TEXT NOT NULL CHECK (reason <> ''),
        made_by TEXT NOT NULL,
        made_at TEXT NOT NULL {moment("made_at")}
    ) STRICT""",
    "CREATE INDEX case_rests_by_registration ON case_rests (registration_id, entry_id)",
    f"""CREATE TABLE billing_requests (
        entry_id INTEGER PRIMARY KEY,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        asked_by TEXT NOT NULL,
        asked_at TEXT NOT NULL {moment("asked_at")}
    ) STRICT""",
    "CREATE INDEX billing_requests_by_registration ON billing_requests (registration_id)",
    "DROP INDEX queue_due",
    f"""CREATE INDEX queue_due ON queue_cases ({DUE_RANK})
       WHERE NOT snoozed AND lateness >= 1""",
    *(statement for table in APPEND_ONLY for statement in append_only(table)),
)
