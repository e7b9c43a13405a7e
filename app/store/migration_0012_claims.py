"""Step 12: what is reported to the state, as versions: the later row stands, the earlier stays.

The fields of a document and the lines of a treatment are kept as JSON: which there are is data
(resources/claims.toml), and an old version keeps the fields it was entered with.
"""

from __future__ import annotations

from app.store.checks import day, json, moment

APPEND_ONLY = ("claim_entitlements", "claim_treatments", "claim_reports")

STATEMENTS: tuple[str, ...] = (
    f"""CREATE TABLE claim_entitlements (
        version INTEGER PRIMARY KEY,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        type TEXT NOT NULL CHECK (type <> ''),
        body TEXT NOT NULL {json("body")},
        entered_by TEXT NOT NULL,
        entered_at TEXT NOT NULL {moment("entered_at")}
    ) STRICT""",
    f"""CREATE TABLE claim_treatments (
        version INTEGER PRIMARY KEY,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        started_on TEXT NOT NULL {day("started_on")},
        ended_on TEXT {day("ended_on")},
        cost_pence INTEGER NOT NULL CHECK (cost_pence >= 0),
        body TEXT NOT NULL {json("body")},
        entered_by TEXT NOT NULL,
        entered_at TEXT NOT NULL {moment("entered_at")}
    ) STRICT""",
    f"""CREATE TABLE claim_reports (
        report INTEGER PRIMARY KEY,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        portal_id TEXT NOT NULL CHECK (portal_id <> ''),
        entitlement_version INTEGER NOT NULL REFERENCES claim_entitlements (version),
        treatment_version INTEGER NOT NULL REFERENCES claim_treatments (version),
        reported_by TEXT NOT NULL,
        reported_at TEXT NOT NULL {moment("reported_at")}
    ) STRICT""",
    *(
        f"CREATE INDEX {table}_by_registration ON {table} (registration_id)"
        for table in APPEND_ONLY
    ),
    *(
        f"""CREATE TRIGGER {table}_refuses_{act} BEFORE {act.upper()} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
        for table in APPEND_ONLY
        for act in ("update", "delete")
    ),
)
