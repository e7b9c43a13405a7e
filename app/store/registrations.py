"""Registrations: one visit's questions, from opening at the desk to its outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.core.errors import NotFound
from app.core.wording import Phrase
from app.store.database import Database, Row
from app.store.merges import records_of
from app.store.values import from_day, to_day, to_json

_OPEN = """
    INSERT INTO registrations (number, registration_id, patient_id, opened_at, opened_by, desk,
        site, service_type, admitted, service_date)
    SELECT max(
        ifnull((SELECT max(number) + 1 FROM registrations
                WHERE number BETWEEN first AND (first / 100000) * 100000 + 100999), first),
        ifnull((SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'next_reference'), 0)),
        :registration_id, :patient_id, :opened_at, :opened_by, :desk, :site, :service_type,
        :admitted, :service_date
    FROM (SELECT ifnull((SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'first_reference'),
                        1001) AS first)"""
_NEVER_AGAIN = """
    INSERT INTO meta (key, value)
    SELECT 'next_reference', r.number + 1 FROM registrations r JOIN (
        SELECT ifnull((SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'first_reference'),
                      1001) AS first)
    WHERE r.registration_id = ? AND r.number BETWEEN first AND (first / 100000) * 100000 + 100999
    ON CONFLICT (key) DO UPDATE
    SET value = max(CAST(value AS INTEGER), CAST(excluded.value AS INTEGER))"""
_SERVICE = """
    UPDATE registrations SET service_type = ?, admitted = ?, service_date = ?
    WHERE registration_id = ?"""
_PARK = "UPDATE registrations SET state = 'parked', parked_at = ? WHERE registration_id = ?"
_RESUME = "UPDATE registrations SET state = 'draft', parked_at = NULL WHERE registration_id = ?"
_FINISH = """
    UPDATE registrations SET state = 'finished', parked_at = NULL, finished_at = :finished_at,
        could_not_ask = :could_not_ask, route = :route, outcome = :outcome, category = :category,
        basis = :basis
    WHERE registration_id = :registration_id"""
_FLAG = """
    UPDATE registrations SET flagged = 1, flag_reason = ?, due_on = ?, review = 'waiting'
    WHERE registration_id = ?"""
_REVIEW = "UPDATE registrations SET review = ? WHERE registration_id = ?"
_BRING_BACK = """
    UPDATE registrations SET flagged = 1, flag_reason = :reason,
        due_on = min(ifnull(due_on, :due_on), :due_on),
        review = CASE WHEN review = 'second_check' THEN review ELSE 'waiting' END
    WHERE registration_id = :registration_id"""
_LOOKED_AT = """
    UPDATE registrations SET flag_reason = CASE WHEN flag_reason = ? THEN flag_reason ELSE '' END
    WHERE registration_id = ?"""
_CATEGORY = "UPDATE registrations SET category = ?, basis = ? WHERE registration_id = ?"
_ASSIGN = "UPDATE registrations SET assigned_to = ? WHERE registration_id = ?"
_BY_ID = "SELECT * FROM registrations WHERE registration_id = ?"
_BY_NUMBER = "SELECT * FROM registrations WHERE number = ?"
_BY_PATIENT = f"""
    SELECT * FROM registrations WHERE patient_id IN {records_of("?1")} ORDER BY number"""
_PARKED = """
    SELECT * FROM registrations
    WHERE state = 'parked' AND opened_by = :opened_by AND (:desk IS NULL OR desk = :desk)
    ORDER BY parked_at, number"""


_DRAFTS = """
    SELECT * FROM registrations WHERE state = 'draft' AND opened_by = ? ORDER BY number"""
_LEFT = """
    SELECT * FROM registrations
    WHERE state <> 'finished' AND finished_at IS NULL AND (:before IS NULL OR (
        max(opened_at, ifnull(parked_at, '')) <= :before AND NOT EXISTS (
            SELECT 1 FROM answers WHERE answer_id BETWEEN number << 16 AND number << 16 | 65535
            AND answered_at > :before)))
    ORDER BY number"""
_NOT_ASKED = """
    SELECT * FROM registrations WHERE could_not_ask <> '' AND review IN ('waiting', 'second_check')
    ORDER BY number"""
_QUEUED_OF = """
    SELECT registration_id FROM json_each(?1) JOIN registrations ON registration_id = value
    WHERE review IN ('waiting', 'second_check') ORDER BY number"""
_CATEGORIES = """
    SELECT category, count(*) FROM registrations WHERE state = 'finished'
    GROUP BY category ORDER BY category"""
_EVER_FINISHED = """
    SELECT registration_id, ref FROM registrations
    WHERE finished_at IS NOT NULL AND (NOT :flagged OR flagged) ORDER BY number"""
_FINISHED_ON = """
    SELECT * FROM registrations
    WHERE desk = :desk AND finished_at >= :day AND finished_at < date(:day, '+1 day')
    ORDER BY number"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What is known when a registration is begun; `opened_at` is a stamp."""

    registration_id: str
    patient_id: str
    opened_at: str
    opened_by: str
    desk: str = ""
    site: str = ""
    service_type: str
    admitted: bool = False
    service_date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finish:
    """How a registration ended at the desk; `finished_at` is a stamp.

    `could_not_ask` is the reason code where the questions could not be put, else empty.
    """

    finished_at: str
    outcome: str
    category: str
    basis: str
    route: str = ""
    could_not_ask: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """A registration as stored."""

    number: int
    registration_id: str
    ref: str
    patient_id: str
    opened_at: str
    opened_by: str
    desk: str
    site: str
    service_type: str
    admitted: bool
    service_date: date | None
    state: str
    parked_at: str | None
    could_not_ask: str
    route: str
    outcome: str
    category: str
    basis: str
    finished_at: str | None
    flagged: bool
    flag_reason: str
    review: str
    assigned_to: str | None
    due_on: date | None


def queued_of(db: Database, registration_ids: Sequence[str]) -> tuple[str, ...]:
    """Those of some registrations that wait for an officer."""
    return tuple(row[0] for row in db.tuples(_QUEUED_OF, (to_json(list(registration_ids)),)))


def never_again(db: Database, registration_id: str) -> None:
    """Keep the number of a registration that is about to leave from being given again."""
    db.execute(_NEVER_AGAIN, (registration_id,))


def open_new(db: Database, opening: Opening) -> str:
    """Begin a registration; returns its reference, such as `R-1001`."""
    cursor = db.execute(
        _OPEN,
        {
            "registration_id": opening.registration_id,
            "patient_id": opening.patient_id,
            "opened_at": opening.opened_at,
            "opened_by": opening.opened_by,
            "desk": opening.desk,
            "site": opening.site,
            "service_type": opening.service_type,
            "admitted": opening.admitted,
            "service_date": to_day(opening.service_date),
        },
    )
    return f"R-{cursor.lastrowid}"


def get(db: Database, registration_id: str) -> Registration:
    """One registration; raises NotFound."""
    row = db.one(_BY_ID, (registration_id,))
    if row is None:
        raise NotFound("There is no such registration here. Search for the patient again.")
    return _from_row(row)


def by_ref(db: Database, ref: str) -> Registration:
    """One registration by its reference, in any case and with or without `R-`; raises NotFound."""
    digits = ref.strip().upper().removeprefix("R").lstrip("-")
    number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 19 else 0
    row = db.one(_BY_NUMBER, (number,))
    if row is None:
        called = Phrase("R-{number}", number=number) if number else Phrase("of that reference")
        raise NotFound(
            Phrase("There is no registration {name} here. Check the reference.", name=called), "ref"
        )
    return _from_row(row)


def of_patient(db: Database, patient_id: str) -> tuple[Registration, ...]:
    """A patient's registrations, oldest first."""
    return tuple(_from_row(row) for row in db.rows(_BY_PATIENT, (patient_id,)))


def parked(db: Database, opened_by: str, desk: str | None = None) -> tuple[Registration, ...]:
    """What one person has parked, at one desk or at any, longest wait first."""
    rows = db.rows(_PARKED, {"opened_by": opened_by, "desk": desk})
    return tuple(_from_row(row) for row in rows)


def drafts(db: Database, opened_by: str) -> tuple[Registration, ...]:
    """What somebody began and neither parked nor finished, oldest first."""
    return tuple(_from_row(row) for row in db.rows(_DRAFTS, (opened_by,)))


def left_since(db: Database, before: str | None) -> tuple[Registration, ...]:
    """Registrations that were never finished and nobody worked on since a moment; None: all."""
    return tuple(_from_row(row) for row in db.rows(_LEFT, {"before": before}))


def not_asked(db: Database) -> tuple[Registration, ...]:
    """Registrations whose questions could not be put and that still wait for somebody."""
    return tuple(_from_row(row) for row in db.rows(_NOT_ASKED))


def finished_on(db: Database, day: date, *, desk: str) -> tuple[Registration, ...]:
    """What one desk finished on one day (UTC)."""
    return tuple(
        _from_row(row) for row in db.rows(_FINISHED_ON, {"desk": desk, "day": to_day(day)})
    )


def ever_finished(db: Database, *, flagged: bool = False) -> tuple[tuple[str, str], ...]:
    """Id and reference of all that a desk has finished, or of those with something to follow up."""
    return tuple(
        (str(registration_id), str(ref))
        for registration_id, ref in db.each(_EVER_FINISHED, {"flagged": flagged})
    )


def categories(db: Database) -> dict[str, int]:
    """How many finished registrations hold each charging category, in the order of the letters."""
    return {str(letter): int(count) for letter, count in db.each(_CATEGORIES)}


def set_service(
    db: Database,
    registration_id: str,
    *,
    service_type: str,
    admitted: bool,
    service_date: date | None,
) -> None:
    """Correct what the visit is for."""
    _change(db, _SERVICE, (service_type, admitted, to_day(service_date), registration_id))


def park(db: Database, registration_id: str, at: str) -> None:
    """Set aside, to be resumed by the same person."""
    _change(db, _PARK, (at, registration_id))


def resume(db: Database, registration_id: str) -> None:
    """Take up again, whether it was parked or finished."""
    _change(db, _RESUME, (registration_id,))


def finish(db: Database, registration_id: str, finish: Finish) -> None:
    """Record the outcome of the desk's part."""
    _change(
        db,
        _FINISH,
        {
            "registration_id": registration_id,
            "finished_at": finish.finished_at,
            "could_not_ask": finish.could_not_ask,
            "route": finish.route,
            "outcome": finish.outcome,
            "category": finish.category,
            "basis": finish.basis,
        },
    )


def flag(db: Database, registration_id: str, *, reason: str, due_on: date | None) -> None:
    """Put a case in the officer's queue, with the words of why and the day to look by."""
    _change(db, _FLAG, (reason, to_day(due_on), registration_id))


def set_review(db: Database, registration_id: str, review: str) -> None:
    """Move a case in the queue: `waiting`, `second_check`, or `decided`, which takes it out."""
    _change(db, _REVIEW, (review, registration_id))


def bring_back(db: Database, registration_id: str, *, reason: str, due_on: date) -> None:
    """Put a case before an officer again; one that waits for a second check goes on waiting."""
    _change(
        db,
        _BRING_BACK,
        {"registration_id": registration_id, "reason": reason, "due_on": to_day(due_on)},
    )


def looked_at(db: Database, registration_id: str, *, unless: str) -> None:
    """Forget why a case came back, now that somebody has decided; not a reason that stays."""
    _change(db, _LOOKED_AT, (unless, registration_id))


def set_category(db: Database, registration_id: str, *, category: str, basis: str) -> None:
    """Record the category a later decision gave, and on what basis."""
    _change(db, _CATEGORY, (category, basis, registration_id))


def assign(db: Database, registration_id: str, user_id: str | None) -> None:
    """Give a case to an officer, or to nobody."""
    _change(db, _ASSIGN, (user_id, registration_id))


def _change(db: Database, sql: str, values: Any) -> None:
    if db.execute(sql, values).rowcount != 1:
        raise NotFound("There is no such registration here. Search for the patient again.")


def _from_row(row: Row) -> Registration:
    return Registration(
        **row
        | {
            "admitted": bool(row["admitted"]),
            "flagged": bool(row["flagged"]),
            "service_date": from_day(row["service_date"]),
            "due_on": from_day(row["due_on"]),
        }
    )
