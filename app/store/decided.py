"""Cases that are decided and wait for nobody, found by their reference or their patient's name."""

from __future__ import annotations

from collections.abc import Sequence

from app.store.database import Database
from app.store.listed import LISTED, ListedCase
from app.store.merges import reads_as
from app.store.values import from_day, to_json

_BY_NUMBER = f"""
    SELECT {LISTED}
    FROM registrations r JOIN patients p ON p.patient_id = {reads_as("r.patient_id")}
    WHERE r.number = :number AND r.review = 'decided'"""
# The first word finds few by the index of names; whoever was joined to another is read as them.
_BY_NAME = f"""
    SELECT {LISTED}
    FROM patients p CROSS JOIN registrations r ON r.patient_id IN (
        SELECT p.patient_id UNION ALL
        SELECT a.patient_id FROM patient_aliases a WHERE a.read_as = p.patient_id)
    WHERE p.family_key >= :first AND p.family_key < :first || char(1114111)
        AND instr(p.family_key || ' ' || p.given_key, :words) = 1
        AND NOT EXISTS (SELECT 1 FROM patient_aliases a WHERE a.patient_id = p.patient_id)
        AND r.review = 'decided'
    ORDER BY r.number DESC LIMIT :most"""

# The newest first; registrations made on a record that was joined to another are theirs.
_NUMBERS = """
    SELECT r.number FROM registrations r WHERE r.patient_id IN (
        SELECT value FROM json_each(:people)
        UNION ALL SELECT a.patient_id FROM patient_aliases a
        WHERE a.read_as IN (SELECT value FROM json_each(:people)))
    ORDER BY r.number DESC LIMIT 200"""


def numbers_of(db: Database, patient_ids: Sequence[str]) -> tuple[int, ...]:
    """The numbers of the cases of these patients, waiting or decided, the newest first."""
    if not patient_ids:
        return ()
    return tuple(int(row[0]) for row in db.tuples(_NUMBERS, {"people": to_json(patient_ids)}))


def of_number(db: Database, number: int) -> tuple[ListedCase, ...]:
    """The case of a reference; none where it waits, or was never one."""
    return _cases(db, _BY_NUMBER, {"number": number})


def of_name(db: Database, words: str, *, most: int) -> tuple[ListedCase, ...]:
    """Cases of those whose name, family name first, begins with folded words; the newest first."""
    first = words.partition(" ")[0]
    values = {"words": words, "first": first, "most": most}
    return _cases(db, _BY_NAME, values) if first else ()


def _cases(db: Database, sql: str, values: dict[str, object]) -> tuple[ListedCase, ...]:
    return tuple(
        ListedCase(**row | {"service_date": from_day(row["service_date"])})
        for row in db.rows(sql, values)
    )
