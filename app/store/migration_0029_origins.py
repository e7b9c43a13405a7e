"""Step 29: who told a record, and what it was before its content went.

A row only where a record did not come from its writer (`origin` below 2, with the envelope that
brought it), or where some of it was let go of (`was`, the hashes it is known by since). What was
here before is believed as it was.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE record_origins (
        actor TEXT NOT NULL,
        number INTEGER NOT NULL,
        origin INTEGER NOT NULL DEFAULT 2 CHECK (origin IN (0, 1, 2)),
        brought_by TEXT NOT NULL DEFAULT '',
        brought_in INTEGER NOT NULL DEFAULT 0,
        was TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (actor, number)
    ) STRICT, WITHOUT ROWID""",
)
