"""Step 28: whole cases go when their time is over, on every machine; holds travel with a case.

What is one machine's own of a case (paper forms, emergency accesses) goes with it: while
`taking_away` has a row, inside that one transaction, and never otherwise. Nothing but
`app.store.local_parts` puts a row there. A hold may be another machine's, so its maker need not be
known here. `register_removed` keeps an older line of the register from coming back.
"""

from __future__ import annotations

from app.store.checks import append_only, flag, moment, one_of

OWN_OF_A_CASE = ("forms", "form_returns", "emergency_accesses", "emergency_looks")

_HOLDS = (
    f"""CREATE TABLE record_holds_of_all (
        entry_id INTEGER PRIMARY KEY,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        kind TEXT NOT NULL CHECK (kind <> ''),
        begins INTEGER NOT NULL {flag("begins")},
        made_by TEXT NOT NULL,
        made_at TEXT NOT NULL {moment("made_at")}
    ) STRICT""",
    """INSERT INTO record_holds_of_all (entry_id, registration_id, kind, begins, made_by, made_at)
       SELECT entry_id, registration_id, kind, begins, made_by, made_at FROM record_holds""",
    "DROP TABLE record_holds",
    "ALTER TABLE record_holds_of_all RENAME TO record_holds",
    "CREATE INDEX record_holds_by_registration ON record_holds (registration_id, kind, entry_id)",
    append_only("record_holds")[0],
    """CREATE TRIGGER record_holds_refuses_delete BEFORE DELETE ON record_holds
       WHEN NOT EXISTS (SELECT 1 FROM laying_down)
       BEGIN SELECT RAISE(ABORT, 'record_holds is append-only'); END""",
    """CREATE TRIGGER record_holds_touch_case_insert AFTER INSERT ON record_holds BEGIN
        INSERT OR IGNORE INTO touched (subject, about) VALUES ('case', new.registration_id);
       END""",
    """INSERT OR IGNORE INTO touched (subject, about)
       SELECT DISTINCT 'case', registration_id FROM record_holds""",
)
_GO_WITH_A_CASE = tuple(
    statement
    for table in OWN_OF_A_CASE
    for statement in (
        f"DROP TRIGGER {table}_refuses_delete",
        f"""CREATE TRIGGER {table}_refuses_delete BEFORE DELETE ON {table}
            WHEN NOT EXISTS (SELECT 1 FROM taking_away)
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""",
    )
)

STATEMENTS: tuple[str, ...] = (
    "CREATE TABLE taking_away (one INTEGER PRIMARY KEY CHECK (one = 1)) STRICT",
    *_HOLDS,
    *_GO_WITH_A_CASE,
    f"""ALTER TABLE removals ADD COLUMN what TEXT NOT NULL DEFAULT 'copies'
        {one_of("what", "copies", "cases")}""",
    """CREATE TABLE register_removed (
        registration_id TEXT PRIMARY KEY,
        told_stamp INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
)
