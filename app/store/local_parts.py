"""What hangs on a case on one machine alone, and goes with it when its time is over.

Paper forms with what was keyed from them, and that an emergency access was looked at elsewhere.
Money stays: a case with an invoice is not taken away.
"""

from __future__ import annotations

from app.store.database import Database

_FORMS = """
    SELECT form_id FROM forms WHERE registration_id = ?1
    UNION SELECT form_id FROM form_returns WHERE registration_id = ?1"""
_FILES = f"SELECT file_id FROM forms WHERE form_id IN ({_FORMS})"
_TAKE_AWAY = (
    f"DELETE FROM form_drafts WHERE form_id IN ({_FORMS})",
    f"DELETE FROM forms WHERE form_id IN ({_FORMS})",
    "DELETE FROM form_returns WHERE registration_id = ?1",
    "DELETE FROM emergency_looked_elsewhere WHERE registration_id = ?1",
)


def take_away(db: Database, registration_id: str) -> None:
    """Take away what is this machine's own of a case; within a transaction that lays down."""
    files = [row for row in db.tuples(_FILES, (registration_id,)) if row[0]]
    db.execute("INSERT INTO taking_away (one) VALUES (1)")
    for statement in _TAKE_AWAY:
        db.execute(statement, (registration_id,))
    db.execute_many("DELETE FROM files WHERE file_id = ?", files)
    db.execute("DELETE FROM taking_away")
