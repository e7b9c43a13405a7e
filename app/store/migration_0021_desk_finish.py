"""Step 21: how a patient can be reached safely, and how the desk's part was finished.

A safe number and whom not to speak to belong to the patient. That the privacy notice was given,
how the form went out and who signed are rows that are only ever added; the last of each stands.
"""

from __future__ import annotations

from app.store.checks import append_only, json, moment, one_of

APPEND_ONLY = ("desk_finish",)

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE patients ADD COLUMN safe_number TEXT NOT NULL DEFAULT ''",
    f"""ALTER TABLE patients ADD COLUMN not_to TEXT NOT NULL DEFAULT ''
        {one_of("not_to", "", "partner", "family", "anyone")}""",
    f"""CREATE TABLE desk_finish (
        entry_id INTEGER PRIMARY KEY,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        step TEXT NOT NULL {one_of("step", "notice", "form", "signature")},
        how TEXT NOT NULL CHECK (how <> ''),
        detail TEXT NOT NULL {json("detail")},
        done_by TEXT NOT NULL,
        done_at TEXT NOT NULL {moment("done_at")}
    ) STRICT""",
    "CREATE INDEX desk_finish_by_registration ON desk_finish (registration_id, step, entry_id)",
    *append_only("desk_finish"),
)
