"""Step 6: what has been typed from a paper form and is not saved yet.

The one table of the forms that changes: a draft is replaced as it grows, and goes when its form is
keyed. It is the typist's own, and no answer of anybody until then.
"""

from __future__ import annotations

from app.store.checks import json, moment

STATEMENTS: tuple[str, ...] = (
    f"""CREATE TABLE form_drafts (
        form_id TEXT NOT NULL REFERENCES forms (form_id),
        typed_by TEXT NOT NULL,
        typed TEXT NOT NULL {json("typed")},
        typed_at TEXT NOT NULL {moment("typed_at")},
        PRIMARY KEY (form_id, typed_by)
    ) STRICT, WITHOUT ROWID""",
)
