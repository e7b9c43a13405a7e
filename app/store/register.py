"""The register: of patients whom the overseas team knows, as much as a desk must know again.

A case that was taken away for its age leaves it, and no older line of it comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date

from app.store import meta
from app.store.database import Database
from app.store.driver import DriverError

_LINES = """
    SELECT r.registration_id, r.patient_id, p.family_name, p.given_names, p.born, p.nhs_number,
        p.hospital_number, r.ref, r.review AS standing,
        substr(r.finished_at, 1, 10) AS registered_on,
        (SELECT min(d.due_on) FROM diary d
         WHERE d.registration_id = r.registration_id
           AND NOT EXISTS (SELECT 1 FROM diary_marks m WHERE m.entry_id = d.entry_id)
        ) AS ask_again_on
    FROM registrations r JOIN patients p USING (patient_id)
    WHERE r.review <> '' AND r.finished_at IS NOT NULL AND r.registration_id IN (
        SELECT DISTINCT about FROM journal
        WHERE actor = ?1 AND subject = 'case' AND number BETWEEN ?2 AND ?3)
    ORDER BY r.registration_id"""
_TOLD_TO = "register_told_to {actor}"
_FORGET = "DELETE FROM register WHERE registration_id = ? AND told_stamp <= ?"
_REMEMBER = """
    INSERT INTO register_removed (registration_id, told_stamp) VALUES (?, ?)
    ON CONFLICT (registration_id) DO UPDATE SET told_stamp = max(told_stamp, excluded.told_stamp)"""
_OF = "SELECT * FROM register WHERE registration_id = ?"
_OF_PATIENT = "SELECT * FROM register WHERE patient_id = ? ORDER BY registered_on DESC"

# Of each patient who is not of this machine, what was told of the newest case.
_KNOWN = """
    SELECT * FROM register r WHERE (nhs_number = :nhs_number OR born = :born)
        AND NOT EXISTS (SELECT 1 FROM patients p WHERE p.patient_id = r.patient_id)
        AND NOT EXISTS (SELECT 1 FROM register n WHERE n.patient_id = r.patient_id
                        AND (n.registered_on, n.registration_id)
                          > (r.registered_on, r.registration_id))
    ORDER BY family_name, given_names, patient_id LIMIT 20"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLine:
    """One known case: who, and where it stands; `standing` is waiting, second_check or decided.

    `ask_again_on` is the next day on which something about it is to be asked; days are ISO.
    """

    registration_id: str
    patient_id: str
    family_name: str
    given_names: str
    born: str | None
    nhs_number: str | None
    hospital_number: str
    ref: str
    standing: str
    registered_on: str
    ask_again_on: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(RegisterLine):
    """A line with who told it last: the actor, and the stamp of what it rests on."""

    told_by: str
    told_stamp: int


_NAMES = tuple(field.name for field in fields(Told))
_DAYS = ("born", "registered_on", "ask_again_on")
_PUT = (
    f"INSERT INTO register ({', '.join(_NAMES)}) SELECT {', '.join(f':{n}' for n in _NAMES)} "
    "WHERE NOT EXISTS (SELECT 1 FROM register_removed "
    "WHERE registration_id = :registration_id AND told_stamp >= :told_stamp) "
    "ON CONFLICT (registration_id) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in _NAMES[1:])
    + " WHERE (excluded.told_stamp, excluded.told_by) > (told_stamp, told_by)"
)


def told_to(db: Database, actor: str) -> int:
    """The last of an actor's records that was looked at for lines; 0 where none was."""
    return int(meta.get(db, _TOLD_TO.format(actor=actor)) or 0)


def note_told(db: Database, actor: str, number: int) -> None:
    """Lines of all records up to that number are sealed, or there was nothing to tell of them."""
    meta.put(db, _TOLD_TO.format(actor=actor), str(number))


def lines(db: Database, actor: str, first: int, last: int) -> tuple[RegisterLine, ...]:
    """The cases an actor's records of these numbers are about, as they stand now."""
    return tuple(RegisterLine(**row) for row in db.rows(_LINES, (actor, first, last)))


def put(db: Database, told: Iterable[Told]) -> None:
    """Take lines in; an older telling never replaces a newer one.

    Raises ValueError where a line is none that could be kept; the caller owns the transaction.
    """
    rows: Sequence[dict[str, object]] = [
        {name: getattr(line, name) for name in _NAMES} for line in told
    ]
    for day in filter(None, (row[name] for row in rows for name in _DAYS)):
        date.fromisoformat(str(day))  # it will be read again, and nobody asks then whose it was
    try:
        db.execute_many(_PUT, rows)
    except (DriverError, OverflowError) as odd:
        raise ValueError(f"no line of a register: {odd}") from None


def remove(db: Database, registration_id: str, stamp: int) -> None:
    """A case was taken away for its age: no line up to that stamp stays, or comes back.

    Raises ValueError where that is no case or stamp; the caller owns the transaction.
    """
    try:
        db.execute(_FORGET, (registration_id, stamp))
        db.execute(_REMEMBER, (registration_id, stamp))
    except (DriverError, OverflowError) as odd:
        raise ValueError(f"no case that was taken away: {odd}") from None


def of_case(db: Database, registration_id: str) -> Told | None:
    """What the officers said last of a case."""
    row = db.one(_OF, (registration_id,))
    return None if row is None else Told(**row)


def of_patient(db: Database, patient_id: str) -> tuple[Told, ...]:
    """What is known of a patient, the newest first."""
    return tuple(Told(**row) for row in db.rows(_OF_PATIENT, (patient_id,)))


def known_elsewhere(db: Database, *, nhs_number: str | None, born: str | None) -> tuple[Told, ...]:
    """Patients of this number or day of birth whom this machine has no record of."""
    rows = db.rows(_KNOWN, {"nhs_number": nhs_number, "born": born})
    return tuple(Told(**row) for row in rows)
