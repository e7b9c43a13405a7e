"""Step 23: cases opened in an emergency, and copies of papers whose time has come.

Each emergency access says why, and another person looks at it afterwards. What is removed because
its time has come was listed by one person and approved by another, and its certificate holds
figures alone. All of it is only ever added to.
"""

from __future__ import annotations

from app.store.checks import append_only, flag, json, moment

APPEND_ONLY = (
    "emergency_accesses",
    "emergency_looks",
    "record_holds",
    "removals",
    "removal_rulings",
)

_EMERGENCIES = (
    f"""CREATE TABLE emergency_accesses (
        access_id INTEGER PRIMARY KEY,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        reason TEXT NOT NULL CHECK (reason <> ''),
        opened_by TEXT NOT NULL REFERENCES users (user_id),
        opened_at TEXT NOT NULL {moment("opened_at")}
    ) STRICT""",
    f"""CREATE TABLE emergency_looks (
        access_id INTEGER PRIMARY KEY REFERENCES emergency_accesses,
        note TEXT NOT NULL CHECK (note <> ''),
        looked_by TEXT NOT NULL REFERENCES users (user_id),
        looked_at TEXT NOT NULL {moment("looked_at")}
    ) STRICT""",
    """CREATE TRIGGER emergency_looks_by_another BEFORE INSERT ON emergency_looks
       WHEN new.looked_by = (SELECT opened_by FROM emergency_accesses
                             WHERE access_id = new.access_id)
       BEGIN SELECT RAISE(ABORT, 'no one looks at their own emergency access'); END""",
)
_TIME_HAS_COME = (
    f"""CREATE TABLE record_holds (
        entry_id INTEGER PRIMARY KEY,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        kind TEXT NOT NULL CHECK (kind <> ''),
        begins INTEGER NOT NULL {flag("begins")},
        made_by TEXT NOT NULL REFERENCES users (user_id),
        made_at TEXT NOT NULL {moment("made_at")}
    ) STRICT""",
    "CREATE INDEX record_holds_by_registration ON record_holds (registration_id, kind, entry_id)",
    f"""CREATE TABLE removals (
        removal_id INTEGER PRIMARY KEY,
        cases TEXT NOT NULL {json("cases")},
        proposed_by TEXT NOT NULL REFERENCES users (user_id),
        proposed_at TEXT NOT NULL {moment("proposed_at")}
    ) STRICT""",
    f"""CREATE TABLE removal_rulings (
        removal_id INTEGER PRIMARY KEY REFERENCES removals,
        approved INTEGER NOT NULL {flag("approved")},
        note TEXT NOT NULL,
        certificate TEXT NOT NULL {json("certificate")},
        ruled_by TEXT NOT NULL REFERENCES users (user_id),
        ruled_at TEXT NOT NULL {moment("ruled_at")}
    ) STRICT""",
    """CREATE TRIGGER removals_approved_by_another BEFORE INSERT ON removal_rulings
       WHEN new.approved AND new.ruled_by = (SELECT proposed_by FROM removals
                                             WHERE removal_id = new.removal_id)
       BEGIN SELECT RAISE(ABORT, 'no one approves their own list'); END""",
)

STATEMENTS: tuple[str, ...] = (
    *_EMERGENCIES,
    *_TIME_HAS_COME,
    *(statement for table in APPEND_ONLY for statement in append_only(table)),
)
