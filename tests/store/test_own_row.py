"""What was worked on of a subject: its own row alone, or more; nothing of it is ever left out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.replica.record import Record, Subject, read_record
from app.services import identifiers, registration
from app.services.desk import Desk
from app.store import absorbing, journal, meta, patient_numbers, patients, placing, registrations
from app.store.database import Database, in_memory
from app.store.migrations import STORE
from app.store.replicated import KINDS
from tests.desks import add_visitor, make_desk, register_visitor

NOW = 1_770_000_000_000
# Added in the same act as a row that leaves a mark: a letter or estimate, a determination, a copy.
_COME_WITH_OTHERS = {"files", "determination_inputs", "document_pages"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "one", device="D01")
    yield made
    made.db.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "two", device="D02")
    yield made
    made.db.close()


def absorb(desk: Desk) -> list[Record]:
    """What is recorded now, without the people and the law of the store."""
    before = journal.last_number(desk.db, journal.actor(desk.db))
    with desk.db.atomic():
        absorbing.absorb(desk.db, now=NOW)
    written = journal.written_after(desk.db, journal.actor(desk.db), before)
    return [read_record(one.body) for one in written]


def bring(source: Desk, target: Desk) -> None:
    absorb(source)
    absorb(target)
    records = [(read_record(one.body), one.body) for _, one in journal.every(source.db)]
    with target.db.atomic():
        placing.take_in(target.db, records)


def marks(db: Database) -> dict[str, int]:
    found = db.each("SELECT subject, whole FROM touched WHERE subject IN ('case', 'patient')")
    return dict(found)


def test_each_row_that_travels_leaves_a_mark_that_more_than_the_own_row_was_worked_on() -> None:
    with in_memory(STORE) as db:
        triggers: dict[str, list[str]] = {}
        for table, sql in db.each("SELECT tbl_name, sql FROM sqlite_master WHERE type = 'trigger'"):
            triggers.setdefault(table, []).append(" ".join(str(sql).split()))
        for name in {table.name for kind in KINDS.values() for table in kind.tables}:
            of = triggers[name]
            wholly = re.compile(r"INSERT (OR IGNORE )?INTO touched \(subject, about\) ")
            added = any(f"AFTER INSERT ON {name} " in sql and wholly.search(sql) for sql in of)
            assert added != (name in _COME_WITH_OTHERS), name
            changed = any(f"AFTER UPDATE ON {name} " in sql and wholly.search(sql) for sql in of)
            kept = any(f"BEFORE UPDATE ON {name} " in sql and "RAISE" in sql for sql in of)
            assert changed or kept, name


def test_work_on_the_own_row_marks_it_alone_and_any_other_marks_all(desk: Desk) -> None:
    patient = add_visitor(desk)
    case = register_visitor(desk, patient)
    absorb(desk)
    with desk.db.atomic():
        patients.update(desk.db, replace(patient, email="a@b.example"))
        registrations.assign(desk.db, case, "u-colleague")
    assert marks(desk.db) == {"patient": 0, "case": 0}
    identifiers.note_number(desk, patient.patient_id, kind="passport", number="K123456")
    assert marks(desk.db) == {"patient": 1, "case": 0}
    with desk.db.atomic():
        patients.update(desk.db, replace(patient, email="b@b.example"))
    assert marks(desk.db) == {"patient": 1, "case": 0}
    written = {one.subject: one for one in absorb(desk)}
    assert written[Subject.CASE].cells == {"registrations": {"assigned_to": "u-colleague"}}
    assert written[Subject.PATIENT].cells == {"patients": {"email": "b@b.example"}}
    assert [row[1:3] for row in written[Subject.PATIENT].rows["patient_numbers"]] == [
        ("passport", "K123456")
    ]
    assert marks(desk.db) == {}


def test_a_draft_is_looked_at_as_a_whole_when_it_is_finished(desk: Desk) -> None:
    step = registration.begin(desk, add_visitor(desk).patient_id, "admission")
    registration.answer(desk, step.registration_id, "s1_residence_12m", "abroad")
    with desk.db.atomic():
        registrations.assign(desk.db, step.registration_id, "u-colleague")
    assert marks(desk.db)["case"] == 1


def test_looking_at_the_own_row_alone_finds_what_looking_at_everything_finds(
    desk: Desk, other: Desk
) -> None:
    """The same work on two machines; one of them looks at every row."""
    found = []
    for each in (desk, other):
        patient = add_visitor(each)
        case = register_visitor(each, patient)
        absorb(each)
        with each.db.atomic():
            patients.update(each.db, replace(patient, phone="+44 20 7946 0000", title="Dr"))
            registrations.set_category(each.db, case, category="F", basis="Seen the ticket")
            if each is other:
                each.db.execute("UPDATE touched SET whole = 1")
        found.append([(one.subject, one.rows, one.cells) for one in absorb(each)])
    assert found[0] == found[1] != []


def test_a_number_of_the_record_that_is_noted_from_a_paper_travels(desk: Desk, other: Desk) -> None:
    patient = add_visitor(desk)
    with desk.db.atomic():
        patients.update(desk.db, replace(patient, phone="+44 20 7946 0000"))
    register_visitor(desk, patient)
    bring(desk, other)
    identifiers.note_number(desk, patient.patient_id, kind="phone", number="+44 20 7946 0000")
    bring(desk, other)
    assert journal.unplaced(other.db) == ()
    assert patient_numbers.of(other.db, patient.patient_id) == patient_numbers.of(
        desk.db, patient.patient_id
    )


def test_a_number_noted_again_while_its_patient_waits_to_travel_is_kept(
    desk: Desk, other: Desk
) -> None:
    patient = add_visitor(desk)
    for issuer in ("", "Nigeria"):
        identifiers.note_number(
            desk, patient.patient_id, kind="passport", number="A01234567", issuer=issuer
        )
    register_visitor(desk, patient)
    bring(desk, other)
    kept = patient_numbers.of(other.db, patient.patient_id)
    assert [one.issuer for one in kept if one.kind == "passport"] == ["Nigeria"]


def test_one_that_does_not_fit_keeps_none_of_those_with_it_waiting(desk: Desk, other: Desk) -> None:
    people = [add_visitor(desk, family_name=name) for name in ("One", "Two", "Three")]
    for patient in people:
        register_visitor(desk, patient)
    absorb(desk)
    records = [read_record(one.body) for _, one in journal.every(desk.db)]
    odd = {one.dot: one for one in records}
    for one in records:
        if one.about == people[1].patient_id:
            cells = {"patients": {**one.cells["patients"], "born": "not a day"}}
            odd[one.dot] = replace(one, cells=cells)
    with other.db.atomic():
        placing.take_in(other.db, [(one, one.to_bytes()) for one in odd.values()])
    waiting = {one.about for one in journal.unplaced(other.db) if one.subject == Subject.PATIENT}
    assert waiting == {people[1].patient_id}
    here = {row[0] for row in other.db.each("SELECT patient_id FROM patients")}
    assert here == {people[0].patient_id, people[2].patient_id}
    assert not other.db.tuples("SELECT 1 FROM laying_down")


def test_what_waited_is_laid_down_with_others_and_waits_no_longer(desk: Desk, other: Desk) -> None:
    patient = add_visitor(desk)
    case = register_visitor(desk, patient)
    absorb(desk)
    records = [(read_record(one.body), one.body) for _, one in journal.every(desk.db)]
    for some in (
        [one for one in records if one[0].subject == Subject.CASE],
        [one for one in records if one[0].subject != Subject.CASE],
    ):
        with other.db.atomic():
            placing.take_in(other.db, some)
    assert journal.unplaced(other.db) == ()
    assert meta.get(other.db, f"laid_down_to case {case}") is None
    assert json.loads(str(registrations.get(other.db, case).number))
