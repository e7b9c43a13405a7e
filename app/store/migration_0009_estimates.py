"""Step 9: what became of estimates, and who let a provisional price be billed.

Both are only ever added to. An outcome sets the estimate first given for a case beside its final
bill; where a case is billed again, the later outcome counts.
"""

from __future__ import annotations

from app.store.checks import moment

_ESTIMATES = (
    f"""CREATE TABLE estimate_outcomes (
        outcome_id INTEGER PRIMARY KEY,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        estimate_no TEXT NOT NULL REFERENCES estimates (estimate_no),
        specialty TEXT NOT NULL CHECK (specialty <> ''),
        root TEXT NOT NULL,
        hrg TEXT NOT NULL,
        length_of_stay INTEGER NOT NULL CHECK (length_of_stay >= 0),
        low_pence INTEGER NOT NULL CHECK (low_pence >= 0),
        likely_pence INTEGER NOT NULL CHECK (likely_pence >= low_pence),
        high_pence INTEGER NOT NULL CHECK (high_pence >= likely_pence),
        final_pence INTEGER NOT NULL CHECK (final_pence >= 0),
        recorded_at TEXT NOT NULL {moment("recorded_at")}
    ) STRICT""",
    "CREATE INDEX estimate_outcomes_by_registration ON estimate_outcomes (registration_id)",
    f"""CREATE TABLE provisional_prices_confirmed (
        estimate_no TEXT PRIMARY KEY REFERENCES estimates (estimate_no),
        note TEXT NOT NULL CHECK (note <> ''),
        confirmed_by TEXT NOT NULL,
        confirmed_at TEXT NOT NULL {moment("confirmed_at")}
    ) STRICT""",
    """CREATE TRIGGER provisional_prices_confirmed_by_another
       BEFORE INSERT ON provisional_prices_confirmed
       WHEN new.confirmed_by = (SELECT issued_by FROM estimates
                                WHERE estimate_no = new.estimate_no)
       BEGIN SELECT RAISE(ABORT, 'no one confirms their own estimate'); END""",
)
APPEND_ONLY = ("estimate_outcomes", "provisional_prices_confirmed")


def _append_only(table: str) -> tuple[str, ...]:
    return tuple(
        f"""CREATE TRIGGER {table}_refuses_{act} BEFORE {act.upper()} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
        for act in ("update", "delete")
    )


STATEMENTS: tuple[str, ...] = (
    *_ESTIMATES,
    *(statement for table in APPEND_ONLY for statement in _append_only(table)),
)
