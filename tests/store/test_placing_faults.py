"""A disk or file that fails while records are laid down is told as that, and nothing is kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlcipher3 import dbapi2

from app.core.errors import Known
from app.replica.record import Record, Subject, read_record
from app.services.desk import Desk
from app.store import absorbing, journal, placing
from tests.desks import add_visitor, register_visitor
from tests.store.machines import machines

NOW = 1_770_000_000_000
Brought = list[tuple[Record, bytes]]


def registered(desk: Desk) -> Brought:
    """What a machine would send of one visitor with a long address."""
    register_visitor(desk, add_visitor(desk, family_name="Okafor"))
    with desk.db.atomic():
        absorbing.absorb(desk.db, now=NOW)
    return [(read_record(one.body), one.body) for _, one in journal.every(desk.db)]


def larger(brought: Brought) -> Brought:
    """The same, with more in the patient's record than the free pages of a small file hold."""
    long = "Long street " * 40_000
    return [
        _as_read(replace(one, cells={"patients": {**one.cells["patients"], "email": long}}))
        if one.subject is Subject.PATIENT
        else (one, body)
        for one, body in brought
    ]


def _as_read(record: Record) -> tuple[Record, bytes]:
    return record, record.to_bytes()


@contextmanager
def a_full_disk(desk: Desk) -> Iterator[None]:
    """The file may not grow by another page, as on a disk without room."""
    before = desk.db.scalar("PRAGMA max_page_count")
    desk.db.scalar("PRAGMA max_page_count = 1")  # the least it takes is what the file has
    try:
        yield
    finally:
        desk.db.scalar(f"PRAGMA max_page_count = {before}")


def lay_down_on_a_full_disk(desk: Desk, brought: Brought) -> None:
    """What was kept has its room; what is laid down has none."""
    placing.keep(desk.db, brought)
    with a_full_disk(desk):
        for subject, about in sorted({(one.subject, one.about) for one, _ in brought}):
            placing.lay_down(desk.db, Subject(subject), about)


def test_h10_a_full_disk_is_no_misfit_and_keeps_nothing_by_halves() -> None:
    with machines(2) as (sender, desk):
        brought = larger(registered(sender))
        with pytest.raises(Known) as told, desk.db.atomic():
            lay_down_on_a_full_disk(desk, brought)
        assert told.value.code == "disk_full"
        assert (journal.unplaced(desk.db), desk.db.scalar("SELECT count(*) FROM patients")) == (
            (),
            0,
        )
        with desk.db.atomic():
            placing.take_in(desk.db, brought)
        assert journal.unplaced(desk.db) == ()
        assert desk.db.scalar("SELECT count(*) FROM registrations") == 1


def test_h10_a_file_that_another_program_holds_is_no_misfit() -> None:
    with machines(2) as (sender, desk):
        brought = registered(sender)
        with desk.db.atomic():
            placing.keep(desk.db, brought)
        (patient,) = (one.about for one, _ in brought if one.subject is Subject.PATIENT)
        desk.db.scalar("PRAGMA busy_timeout = 0")
        other = dbapi2.connect(str(desk.db.path), isolation_level=None)
        other.execute(f"PRAGMA key = \"x'{desk.db.key().hex()}'\"")
        other.execute("BEGIN IMMEDIATE")
        try:
            with pytest.raises(Known) as told, desk.db.atomic():
                placing.lay_down(desk.db, Subject.PATIENT, patient)
            assert told.value.code == "locked"
        finally:
            other.close()
        with desk.db.atomic():
            assert placing.lay_down(desk.db, Subject.PATIENT, patient)


def test_h10_texts_nested_without_end_are_a_misfit_of_their_own_patient_alone() -> None:
    with machines(2) as (sender, desk):
        brought = registered(sender)
        register_visitor(sender, add_visitor(sender, family_name="Adeleke"))
        with sender.db.atomic():
            absorbing.absorb(sender.db, now=NOW)
        every = [(read_record(one.body), one.body) for _, one in journal.every(sender.db)]
        (bent,) = (one for one, _ in brought if one.subject is Subject.PATIENT)
        deep = replace(bent, cells={"patients": {**bent.cells["patients"], "needs": "[" * 90_000}})
        with desk.db.atomic():
            placing.take_in(
                desk.db, [_as_read(deep) if one == bent else (one, body) for one, body in every]
            )
        assert {one.about for one in journal.unplaced(desk.db)} >= {bent.about}
        assert desk.db.tuples("SELECT family_name FROM patients") == [("Adeleke",)]
