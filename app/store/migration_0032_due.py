"""Step 32: what is due for its age is found, and taken away, without going through whole tables.

Whoever deletes a row has SQLite look for rows that rest on it, and without an index it reads all of
their table: a case took longer to remove the more others there were. `registrations_settled` holds
the finished cases in which nothing waits for anybody, the longest ago first.
"""

from __future__ import annotations

# The table, and the column by which its rows rest on one that may go.
_RESTS_ON = (
    ("certificates", "determination_id"),
    ("customers", "registration_id"),
    ("decisions", "determination_id"),
    ("estimate_outcomes", "estimate_no"),
    ("family_links", "patient_id"),
    ("patient_merges", "survivor_id"),
    ("patient_name_ways", "patient_id"),
    ("shared_nhs_numbers", "patient_id"),
)

STATEMENTS: tuple[str, ...] = (
    *(
        f"CREATE INDEX {table}_by_{column.removesuffix('_id')} ON {table} ({column})"
        for table, column in _RESTS_ON
    ),
    """CREATE INDEX registrations_settled ON registrations (review, finished_at, number)
       WHERE state = 'finished' AND review IN ('', 'decided')""",
)
