"""Step 31: a mark on a subject tells whether more than its own row was worked on.

Most work on a case or patient that travelled before sets columns of its own row: a telephone
number, an officer, a due day. Then its rows in other tables need no look. `whole` is 1 unless that
is known, and a mark that says so is never taken back by one that says less.

A number of a patient that stood there without a moment and is noted from a paper travels from now
on by itself; until now it waited for the next work on that patient. Its trigger leaves no conflict
to be ignored: a number comes ON CONFLICT DO UPDATE, and SQLite then heeds no OR IGNORE within.
"""

from __future__ import annotations

from app.store.checks import flag


def _own_row(table: str, subject: str, about: str, act: str, whole: str = "0") -> tuple[str, str]:
    name = f"{table}_touch_{subject}_{act.lower()}"
    return (
        f"DROP TRIGGER {name}",
        f"""CREATE TRIGGER {name} AFTER {act} ON {table} BEGIN
            INSERT OR IGNORE INTO touched (subject, about, whole)
                VALUES ('{subject}', new.{about}, {whole});
            END""",
    )


_WORKED_THROUGH = "old.state <> 'finished' OR new.state <> 'finished'"

STATEMENTS: tuple[str, ...] = (
    f"ALTER TABLE touched ADD COLUMN whole INTEGER NOT NULL DEFAULT 1 {flag('whole')}",
    """CREATE TRIGGER touched_wholly BEFORE INSERT ON touched WHEN new.whole BEGIN
        UPDATE touched SET whole = 1 WHERE subject = new.subject AND about = new.about;
       END""",
    # Answers of a draft leave no mark of their own.
    *_own_row("registrations", "case", "registration_id", "UPDATE", _WORKED_THROUGH),
    *_own_row("feedback", "case", "registration_id", "INSERT"),
    *_own_row("feedback", "case", "registration_id", "UPDATE"),
    *_own_row("patients", "patient", "patient_id", "UPDATE"),
    """CREATE TRIGGER patient_numbers_touch_patient_update AFTER UPDATE ON patient_numbers
       WHEN new.added_at IS NOT NULL BEGIN
        UPDATE touched SET whole = 1 WHERE subject = 'patient' AND about = new.patient_id;
        INSERT INTO touched (subject, about) SELECT 'patient', new.patient_id
            WHERE NOT EXISTS (SELECT 1 FROM touched
                              WHERE subject = 'patient' AND about = new.patient_id);
       END""",
)
