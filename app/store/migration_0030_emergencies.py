"""Step 30: emergency accesses travel with their case, and what was found of them comes back.

Each has an identity of its own and says at which machine it was made; whoever opened or looked may
be another machine's person. Two who looked without knowing of each other both stay. A desk, which
is sent no cases, is told by `emergency_looked_elsewhere` that somebody has looked.

What was made before gets an identity from what it says, so that a store and its restored copy name
it alike.
"""

from __future__ import annotations

from app.store.checks import append_only, moment

TRAVELS = ("emergency_accesses", "emergency_looks")

_OLD_ID = "a.registration_id || ':' || a.opened_at || ':' || a.opened_by || ':' || a.access_id"
_TABLES = (
    f"""CREATE TABLE emergency_accesses_of_all (
        access_id TEXT PRIMARY KEY CHECK (access_id <> ''),
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        reason TEXT NOT NULL CHECK (reason <> ''),
        opened_by TEXT NOT NULL,
        opened_at TEXT NOT NULL {moment("opened_at")},
        device TEXT NOT NULL
    ) STRICT""",
    f"""CREATE TABLE emergency_looks_of_all (
        look_id TEXT PRIMARY KEY CHECK (look_id <> ''),
        access_id TEXT NOT NULL REFERENCES emergency_accesses_of_all,
        note TEXT NOT NULL CHECK (note <> ''),
        looked_by TEXT NOT NULL,
        looked_at TEXT NOT NULL {moment("looked_at")}
    ) STRICT""",
    f"""INSERT INTO emergency_accesses_of_all
        SELECT {_OLD_ID}, a.registration_id, a.reason, a.opened_by, a.opened_at,
            ifnull((SELECT value FROM meta WHERE key = 'device_code'), '')
        FROM emergency_accesses a""",
    f"""INSERT INTO emergency_looks_of_all
        SELECT {_OLD_ID} || ':' || l.looked_by, {_OLD_ID}, l.note, l.looked_by, l.looked_at
        FROM emergency_looks l JOIN emergency_accesses a USING (access_id)""",
    "DROP TABLE emergency_looks",
    "DROP TABLE emergency_accesses",
    "ALTER TABLE emergency_accesses_of_all RENAME TO emergency_accesses",
    "ALTER TABLE emergency_looks_of_all RENAME TO emergency_looks",
    "CREATE INDEX emergency_accesses_by_registration ON emergency_accesses (registration_id)",
    "CREATE INDEX emergency_looks_by_access ON emergency_looks (access_id)",
    f"""CREATE TABLE emergency_looked_elsewhere (
        access_id TEXT PRIMARY KEY,
        registration_id TEXT NOT NULL,
        looked_at TEXT NOT NULL {moment("looked_at")}
    ) STRICT, WITHOUT ROWID""",
)
_TRIGGERS = (
    """CREATE TRIGGER emergency_looks_by_another BEFORE INSERT ON emergency_looks
       WHEN new.looked_by = (SELECT opened_by FROM emergency_accesses
                             WHERE access_id = new.access_id)
       BEGIN SELECT RAISE(ABORT, 'no one looks at their own emergency access'); END""",
    """CREATE TRIGGER emergency_accesses_touch_case_insert AFTER INSERT ON emergency_accesses BEGIN
        INSERT OR IGNORE INTO touched (subject, about) VALUES ('case', new.registration_id);
       END""",
    """CREATE TRIGGER emergency_looks_touch_case_insert AFTER INSERT ON emergency_looks BEGIN
        INSERT OR IGNORE INTO touched (subject, about)
            SELECT 'case', registration_id FROM emergency_accesses
            WHERE access_id = new.access_id;
       END""",
)

STATEMENTS: tuple[str, ...] = (
    *_TABLES,
    *_TRIGGERS,
    *(append_only(table)[0] for table in TRAVELS),
    *(
        f"""CREATE TRIGGER {table}_refuses_delete BEFORE DELETE ON {table}
            WHEN NOT EXISTS (SELECT 1 FROM laying_down)
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
        for table in TRAVELS
    ),
    """INSERT OR IGNORE INTO touched (subject, about)
       SELECT DISTINCT 'case', registration_id FROM emergency_accesses""",
)
