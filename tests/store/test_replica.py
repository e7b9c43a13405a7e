"""Two machines and an officer's: what one records, another lays down the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.replica.record import Subject, read_record
from app.services.desk import Desk
from app.store import absorbing, journal, placing
from app.store.local_rows import cells_of, rows_of
from app.store.replicated import KINDS
from tests.desks import add_visitor, make_desk, register_visitor

NOW = 1_770_000_000_000


def absorb(desk: Desk, now: int = NOW) -> int:
    with desk.db.atomic():
        return absorbing.absorb(desk.db, now=now)


def bring(source: Desk, target: Desk) -> tuple[tuple[Subject, str], ...]:
    """Everything one machine knows, to another."""
    absorb(source)
    absorb(target)
    records = [(read_record(w.body), w.body) for _, w in journal.every(source.db)]
    with target.db.atomic():
        return placing.take_in(target.db, records)


def picture(desk: Desk, subject: Subject, about: str) -> str:
    """All that stands of a subject in the tables, without the numbers of this machine."""
    kind = KINDS[subject]
    here = rows_of(desk.db, kind, about)
    tables = {
        table.name: [row.values for row in here[table.name]]
        for table in kind.tables
        if not table.points_to
    }
    rows = {row.name: cells_of(desk.db, kind, row, about) for row in kind.rows}
    return json.dumps([tables, rows], sort_keys=True)


@pytest.fixture
def clerk(tmp_path: Path) -> Iterator[Desk]:
    desk = make_desk(tmp_path / "one", device="D01")
    yield desk
    desk.db.close()


@pytest.fixture
def officer(tmp_path: Path) -> Iterator[Desk]:
    desk = make_desk(tmp_path / "two", device="D02", user="officer")
    yield desk
    desk.db.close()


def test_a_finished_registration_stands_the_same_on_the_officers_machine(
    clerk: Desk, officer: Desk
) -> None:
    patient = add_visitor(clerk)
    case = register_visitor(clerk, patient)
    changed = bring(clerk, officer)
    assert (Subject.CASE, case) in changed
    assert journal.unplaced(officer.db) == ()
    assert picture(officer, Subject.CASE, case) == picture(clerk, Subject.CASE, case)
    assert picture(officer, Subject.PATIENT, patient.patient_id) == picture(
        clerk, Subject.PATIENT, patient.patient_id
    )
    assert absorb(officer) == 0  # what came from elsewhere is nobody's work here
    assert bring(clerk, officer) == ()


def test_a_draft_stays_where_it_is(clerk: Desk) -> None:
    from app.services import registration

    patient = add_visitor(clerk)
    step = registration.begin(clerk, patient.patient_id, "admission")
    registration.answer(clerk, step.registration_id, "s1_residence_12m", "abroad")
    absorb(clerk)
    assert {read_record(w.body).subject for _, w in journal.every(clerk.db)} <= {
        Subject.PERSON,
        Subject.PACK,
    }
