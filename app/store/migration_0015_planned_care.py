"""Step 15: the care somebody booked a patient for, by the code of its currency.

Only ever added to: the last row of a registration stands, and an empty code takes the plan back.
"""

from __future__ import annotations

from app.store.checks import moment

APPEND_ONLY = ("planned_care",)

STATEMENTS: tuple[str, ...] = (
    f"""CREATE TABLE planned_care (
        entry_id INTEGER PRIMARY KEY,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        code TEXT NOT NULL,
        picked_by TEXT NOT NULL,
        picked_at TEXT NOT NULL {moment("picked_at")}
    ) STRICT""",
    "CREATE INDEX planned_care_by_registration ON planned_care (registration_id, entry_id)",
    *(
        f"""CREATE TRIGGER planned_care_refuses_{act} BEFORE {act.upper()} ON planned_care
            BEGIN SELECT RAISE(ABORT, 'planned_care is append-only'); END"""
        for act in ("update", "delete")
    ),
)
