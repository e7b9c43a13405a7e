"""A store of so many finished registrations for `benchmarks.retention`, made once in the cache.

Spread as at a trust some years on that works its lists off once a year: most had nothing to follow
up and are of this year, some were decided and not charged, some charged and kept for six years; one
in twenty has had its time. Of those some are held, in dispute, opened in emergency, or rest; some
were handed to somebody since; a few came back because another machine needed them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from shutil import copy

from app.replica.bringing_back import CARRIED
from app.replica.record import Record, Subject
from app.store import journal
from app.store.database import Database, open_file
from app.store.migrations import STORE
from benchmarks.made_store import KEY, made_store

TODAY = date(2026, 3, 9)
_EDITION = 2
_ACTOR = "a" * 16
_WORKED = range(4)  # answers of a case, by their place
_PATIENT = """
    INSERT INTO patients (patient_id, family_name, given_names, family_key, given_key, title,
        gender, born, hospital_number, address_lines, postcode, country, abroad_lines,
        abroad_postcode, abroad_country, phone, email, interpreter, needs, safe_contact)
    VALUES (?, ?, 'Ada', ?, 'ada', '', '', '1970-01-01', '', '[]', '', '', '[]', '', '', '', '',
        '', '[]', '')"""
_CASE = """
    INSERT INTO registrations (number, registration_id, patient_id, opened_at, opened_by, desk,
        site, service_type, admitted, state, route, outcome, category, finished_at, flagged, review)
    VALUES (?, ?, ?, ?, 'u-1', 'Desk 3', 'Site 1', 'admission', 1, 'finished', 'visitor',
        'nothing_more', 'A', ?, ?, ?)"""
_ANSWER = """
    INSERT INTO answers (answer_id, question_id, state, value, answered_by, answered_at)
    VALUES (?, ?, 'answered', '"yes"', 'u-1', ?)"""
_DECISION = """
    INSERT INTO decisions (decision_id, registration_id, seq, choice, category, reason_code, note,
        suggested, agreed, second_check, certified, decided_by, decided_at)
    VALUES (?, ?, 1, ?, 'A', '', '', '', 1, 0, 1, 'u-2', ?)"""
_EVIDENCE = """
    INSERT INTO evidence (evidence_id, registration_id, type_code, detail, seen_by, relied_on,
        recorded_at)
    VALUES (?, ?, 'passport', '', 'u-2', 1, ?)"""
_ASKED = "INSERT INTO billing_requests (registration_id, asked_by, asked_at) VALUES (?, 'u-2', ?)"
_CUSTOMER = """
    INSERT INTO customers (customer_ref, patient_id, registration_id, body, created_at, updated_at)
    VALUES (?, ?, ?, '{}', ?, ?)"""
_HELD = """
    INSERT INTO record_holds (registration_id, kind, begins, made_by, made_at)
    VALUES (?, 'appeal', 1, 'u-2', ?)"""
_RESTS = """
    INSERT INTO case_rests (registration_id, kind, begins, reason, made_by, made_at)
    VALUES (?, 'dispute', 1, 'They asked for a review.', 'u-2', ?)"""
_OPENED = """
    INSERT INTO emergency_accesses (access_id, registration_id, reason, opened_by, opened_at,
        device)
    VALUES (?, ?, 'The ward rang.', 'u-1', ?, 'D01')"""
_DIFFER = """
    INSERT INTO disputes (subject, about, about_table, about_column, sides)
    VALUES ('case', ?, 'registrations', 'site', '[]')"""


def store(count: int) -> Path:
    """An encrypted store with so many finished registrations, a twentieth of them due."""
    return made_store(f"retention-{_EDITION}-{count}", partial(_made, count=count))


def _made(db: Database, count: int) -> None:
    STORE.apply(db.tools)
    db.tools.conn.execute("PRAGMA foreign_keys = OFF")  # who worked here is nobody's row
    with db.atomic():
        _fill(db, [_Case(number) for number in range(count)])


def opened(count: int, folder: Path) -> Database:
    """A copy of the store in a folder of its own, open: one program holds a store at a time."""
    return open_file(Path(copy(store(count), folder)), KEY, STORE)


class _Case:
    """One case by its number: of twenty, fourteen need no follow-up, three are free, three charged.

    The oldest of each kind are due: every twentieth case has had its time.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        kind, turn = number % 20, number // 20
        self.due = kind in {0, 14, 17} and turn % 3 == {0: 0, 14: 1, 17: 2}[kind]
        self.decided, self.charged = kind >= 14, kind >= 17
        keep = 2191 if self.charged else 730 if self.decided else 365
        days = keep + turn % 300 if self.due else 1 + turn % (keep - 1)
        self.day = TODAY - timedelta(days=days)

    @property
    def name(self) -> str:
        """Its identifier: like a real one, it says nothing of when it was made."""
        return f"{self.number * 2_654_435_761 % 2**32:08x}-{self.number:07}"

    def at(self, hour: int = 10) -> str:
        """A moment of the day it was finished and decided."""
        return f"{self.day}T{hour:02}:00:00Z"

    @property
    def stamp(self) -> int:
        """The same as a record has it, in milliseconds."""
        return (self.day - date(1970, 1, 1)).days * 86_400_000


def _fill(db: Database, cases: list[_Case]) -> None:
    decided = [one for one in cases if one.decided]
    charged = [one for one in cases if one.charged]
    due = [one for one in cases if one.due]
    many = db.execute_many
    many(_PATIENT, [(f"p-{one.name}", f"Visitor{one.number}", one.name) for one in cases])
    many(
        _CASE,
        [
            (
                1001 + one.number,
                one.name,
                f"p-{one.name}",
                one.at(9),
                one.at(),
                int(one.decided),
                "decided" * one.decided,
            )
            for one in cases
        ],
    )
    many(
        _ANSWER,
        [
            ((1001 + one.number << 16) + 1 + place, f"q{place}", one.at(9))
            for one in cases
            for place in _WORKED
        ],
    )
    many(
        _DECISION,
        [
            (f"d-{one.name}", one.name, "charge" if one.charged else "lives_here", one.at(12))
            for one in decided
        ],
    )
    many(_EVIDENCE, [(f"e-{one.name}", one.name, one.at(11)) for one in decided])
    many(_ASKED, [(one.name, one.at(13)) for one in charged])
    many(
        _CUSTOMER,
        [
            (f"c-{one.name}", f"p-{one.name}", one.name, one.at(13), one.at(13))
            for one in charged
            if one.number // 20 % 2
        ],
    )
    many(_HELD, [(one.name, one.at(14)) for one in due[::100]])
    many(_RESTS, [(one.name, one.at(14)) for one in due[1::200]])
    many(_OPENED, [(f"x-{one.name}", one.name, one.at(14)) for one in due[2::200]])
    many(_DIFFER, [(one.name,) for one in due[3::500]])
    numbers = iter(range(1, 10 * len(cases)))
    journal.add_rows(db, [_row(one) for case in cases for one in _records(case, numbers)])
    journal.add_rows(db, [_row(one) for case in due[4::50] for one in _handed_on(case, numbers)])
    journal.add_rows(db, [_row(one) for case in due[5::250] for one in _came_back(case, numbers)])
    db.execute("DELETE FROM touched")


def _records(case: _Case, numbers: Iterator[int]) -> Iterator[Record]:
    """What the registration wrote, and the decision."""
    site = {"registrations": {"site": "Site 1", "outcome": "nothing_more"}}
    answers = tuple((f"q{place}", "answered", '"yes"', "u-1", case.at(9)) for place in _WORKED)
    yield _record(case, next(numbers), rows={"answers": answers}, cells=site)
    if case.decided:
        decision = (f"d-{case.name}", "lives_here", "A", case.at(12))
        yield _record(case, next(numbers), rows={"decisions": (decision,)})


def _handed_on(case: _Case, numbers: Iterator[int]) -> Iterator[Record]:
    """Somebody was given the case since: no word on it, and its time goes on."""
    cells = {"registrations": {"assigned_to": "u-3"}}
    yield _record(case, next(numbers), cells=cells, days_later=1_000)


def _came_back(case: _Case, numbers: Iterator[int]) -> Iterator[Record]:
    """Another machine took it away last week, and one that needed it brought it back."""
    rows = {"answers": (("q1", "answered", '"no"', "u-1", case.at(9)),)}
    kept = _record(case, next(numbers), rows=rows)
    gone = _record(case, next(numbers), gone=True, after=kept, days_later=7_000)
    carried = {CARRIED: ((kept.to_bytes().decode(),),)}
    yield from (kept, gone)
    yield _record(case, next(numbers), rows=carried, after=gone, days_later=7_000)


def _record(
    case: _Case,
    number: int,
    *,
    rows: Mapping[str, tuple[tuple[str, ...], ...]] | None = None,
    cells: Mapping[str, Mapping[str, str]] | None = None,
    gone: bool = False,
    after: Record | None = None,
    days_later: int = 0,
) -> Record:
    day = min(case.day + timedelta(days=days_later), TODAY - timedelta(days=7))
    return Record(
        actor=_ACTOR,
        number=number,
        stamp=max(case.stamp, (day - date(1970, 1, 1)).days * 86_400_000) + number % 1000,
        subject=Subject.CASE,
        about=case.name,
        after=() if after is None else (after.dot,),
        schema=journal.SCHEMA,
        rows=rows or {},
        cells=cells or {},
        gone=gone,
    )


def _row(one: Record) -> tuple[str, int, int, str, str, int, bytes]:
    said = one.to_bytes()
    return one.actor, one.number, one.stamp, str(one.subject), one.about, one.schema, said
