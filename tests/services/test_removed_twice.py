"""The copy of a paper taken out at two machines that did not know of each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from app.machine import FixedClock
from app.replica.record import Subject
from app.services import documents
from app.services.desk import Desk
from app.spool.roster import Duty
from app.store import journal
from tests.services.sealed import MadeUpTrust, machine
from tests.services.test_removal_travels import decided, meet_all
from tests.services.work import seated
from tests.store.test_replica import picture


@pytest.fixture
def other(trust: MadeUpTrust, officer: Desk) -> Iterator[Desk]:
    desk = machine(trust, "D03", Duty.OFFICER, user="officer")
    yield desk
    desk.db.close()


def take_out(desk: Desk, case: str, reason: str) -> None:
    with seated(desk, "officer"):
        evidence_id = str(desk.db.scalar("SELECT evidence_id FROM document_images"))
        documents.remove_copy(desk, case, evidence_id, reason)


@pytest.mark.parametrize("first_at", [0, 1])
def test_h10_a_copy_taken_out_at_two_machines_is_gone_and_its_first_reason_stands_on_all(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, other: Desk, first_at: int
) -> None:
    case = decided(trust, clerk, officer, other)
    desks = (officer, other)
    for desk, reason in zip(
        (desks[first_at], desks[1 - first_at]), ("asked", "wrong_patient"), strict=True
    ):
        desk.clock = FixedClock(
            desk.clock.now() + timedelta(minutes=10 if reason == "asked" else 50)
        )
        take_out(desk, case, reason)
    meet_all(trust, *desks, clerk)
    copy = str(officer.db.scalar("SELECT image_id FROM document_images"))
    assert picture(officer, Subject.DOCUMENT, copy) == picture(other, Subject.DOCUMENT, copy)
    for desk in desks:
        assert desk.db.tuples("SELECT reason FROM image_removals") == [("asked",)]
        assert desk.db.scalar("SELECT count(*) FROM document_pages") == 0
        assert journal.unplaced(desk.db) == ()
        records = journal.records_of(desk.db, Subject.DOCUMENT, copy)
        told = [row[1] for one in records for row in one.rows.get("image_removals", ())]
        assert sorted(map(str, told)) == ["asked", "wrong_patient"]
        with seated(desk, "officer"):
            paper = next(one for one in documents.shown(desk, case) if one.removed)
            assert paper.removed == "The patient asked for it"
