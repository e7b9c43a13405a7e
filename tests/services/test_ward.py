"""Laptops that may be lost: drafts and the last days only, and nothing lost by it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from app.library.backup import load_backup_terms
from app.machine import FixedClock
from app.replica.record import read_record
from app.services import desk_lists, meeting, registration
from app.services.desk import Desk
from app.spool.hub_keys import HubKeys
from app.spool.roster import Duty
from app.store import documents, journal, placing, registrations, removals, travelling
from app.store.actors import begin_new_life
from tests.desks import add_visitor, register_visitor
from tests.services.sealed import MadeUpTrust, machine
from tests.services.sealed_hub import run as receipts
from tests.store.whole_store import document, page

SOON = timedelta(hours=73)
pytestmark = pytest.mark.usefixtures("hub")  # finance's side is let in before any machine


@pytest.fixture
def laptop(trust: MadeUpTrust, hub: HubKeys) -> Iterator[Desk]:
    desk = machine(trust, "D01", Duty.WARD)
    yield desk
    desk.db.close()


def later(desk: Desk, by: timedelta) -> None:
    desk.clock = FixedClock(desk.clock.now() + by)


def held(desk: Desk) -> tuple[int, int, int]:
    """Registrations, patients and answers in the tables."""
    tables = ("registrations", "patients", "answers")
    registered, patients, answers = (
        int(desk.db.scalar(f"SELECT count(*) FROM {one}")) for one in tables
    )
    return registered, patients, answers


def anywhere(desk: Desk, word: str) -> list[str]:
    """The tables of the store in which a word is found."""
    found = []
    tables = desk.db.tuples("SELECT name FROM sqlite_master WHERE type = 'table'")
    for (table,) in tables:
        for row in desk.db.each(f"SELECT * FROM {table}"):
            if any(word.casefold() in _text(value).casefold() for value in row):
                found.append(table)
                break
    return found


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def test_security_5_a_ward_laptop_lets_go_of_what_was_taken_after_72_hours(
    trust: MadeUpTrust, hub: HubKeys, laptop: Desk, officer: Desk
) -> None:
    case = register_visitor(laptop, add_visitor(laptop, family_name="Quartzberry"))
    ref = registrations.get(laptop.db, case).ref
    meeting.meet(laptop, trust.share)
    later(laptop, SOON)
    meeting.meet(laptop, trust.share)
    assert held(laptop)[0] == 1  # its time is over, and nobody has said that they have it
    receipts(trust, hub)
    meeting.meet(laptop, trust.share)
    assert held(laptop) == (0, 0, 0)
    assert anywhere(laptop, "Quartzberry") == []
    meeting.meet(officer, trust.share)
    assert registrations.get(officer.db, case).ref == ref
    again = register_visitor(laptop, add_visitor(laptop, family_name="Adeleke"))
    assert registrations.get(laptop.db, again).number == int(ref[2:]) + 1
    acts = [row[0] for row in laptop.db.each("SELECT detail FROM audit WHERE act = 'let_go'")]
    assert acts == ['{"registrations":1}']


def test_a_ward_laptop_keeps_the_last_72_hours_and_their_patients(
    trust: MadeUpTrust, hub: HubKeys, laptop: Desk
) -> None:
    patient = add_visitor(laptop)
    register_visitor(laptop, patient)
    meeting.meet(laptop, trust.share)
    later(laptop, SOON)
    second = register_visitor(laptop, patient)
    meeting.meet(laptop, trust.share)
    receipts(trust, hub)
    meeting.meet(laptop, trust.share)
    assert [row[0] for row in laptop.db.each("SELECT registration_id FROM registrations")] == [
        second
    ]
    assert held(laptop)[1] == 1


def test_a_ward_laptop_lets_go_of_papers_and_never_of_what_is_its_own_alone(
    trust: MadeUpTrust, hub: HubKeys, laptop: Desk
) -> None:
    case = register_visitor(laptop, add_visitor(laptop))
    held_case = register_visitor(laptop, add_visitor(laptop, family_name="Adeleke"))
    copy = replace(document("0190-copy"), registration_id=case, added_at=laptop.moment)
    with laptop.db.atomic():
        documents.add(laptop.db, copy, [page()])
        removals.hold(
            laptop.db,
            held_case,
            "appeal",
            begins=True,
            by=laptop.person.user_id,
            at=laptop.moment,
        )
    meeting.meet(laptop, trust.share)
    receipts(trust, hub)
    later(laptop, SOON)
    meeting.meet(laptop, trust.share)
    assert held(laptop)[:2] == (1, 1)
    for table in ("document_pages", "document_images"):
        assert laptop.db.scalar(f"SELECT count(*) FROM {table}") == 0


def test_the_copy_an_upgrade_kept_goes_with_the_days(trust: MadeUpTrust, laptop: Desk) -> None:
    copies = [laptop.db.path.with_name(f"recoup.db.before-upgrade-{n}") for n in ("old", "new")]
    for copy, hours in zip(copies, (80, 10), strict=True):
        copy.write_bytes(b"anything")
        made = (laptop.clock.now() - timedelta(hours=hours)).timestamp()
        os.utime(copy, (made, made))
    meeting.meet(laptop, trust.share)
    assert [copy.exists() for copy in copies] == [False, True]


def test_a_store_that_began_again_lets_nothing_go_that_its_earlier_life_still_waits_for(
    trust: MadeUpTrust, hub: HubKeys, laptop: Desk
) -> None:
    case = register_visitor(laptop, add_visitor(laptop))
    meeting.meet(laptop, trust.share)
    number = registrations.get(laptop.db, case).number
    with laptop.db.atomic():
        begin_new_life(
            laptop.db,
            copied_at=laptop.clock.now(),
            now=laptop.clock.now(),
            terms=load_backup_terms(),
        )
    later(laptop, SOON)
    meeting.meet(laptop, trust.share)
    assert held(laptop)[0] == 1
    receipts(trust, hub)
    meeting.meet(laptop, trust.share)
    assert held(laptop)[0] == 0
    again = register_visitor(laptop, add_visitor(laptop))
    assert registrations.get(laptop.db, again).number > number + 500


def test_what_comes_later_of_something_let_go_does_not_bring_it_back(
    trust: MadeUpTrust, hub: HubKeys, laptop: Desk, officer: Desk
) -> None:
    case = register_visitor(laptop, add_visitor(laptop))
    meeting.meet(laptop, trust.share)
    receipts(trust, hub)
    meeting.meet(officer, trust.share)
    later(laptop, SOON)
    meeting.meet(laptop, trust.share)
    bodies = [one.body for _, one in journal.every(officer.db)]
    with laptop.db.atomic():
        placing.take_in(laptop.db, [(read_record(body), body) for body in bodies])
    assert held(laptop)[0] == 0
    assert [one.about for one in journal.unplaced(laptop.db)] == []
    assert registrations.get(officer.db, case)


def test_security_4_a_draft_left_for_72_hours_goes_sealed_to_be_completed_by_an_officer(
    trust: MadeUpTrust, hub: HubKeys, laptop: Desk, officer: Desk
) -> None:
    patient = add_visitor(laptop, family_name="Quartzberry")
    case = registration.begin(laptop, patient.patient_id, "admission").registration_id
    registration.answer(laptop, case, "s1_residence_12m", "abroad")
    meeting.meet(laptop, trust.share)
    assert registrations.get(laptop.db, case).state == "draft"
    later(laptop, timedelta(hours=70))
    registration.answer(laptop, case, "s1_countries_12m", ("NG",))
    later(laptop, timedelta(hours=70))
    meeting.meet(laptop, trust.share)  # somebody worked on it since
    assert registrations.get(laptop.db, case).state == "draft"
    later(laptop, timedelta(hours=3))
    meeting.meet(laptop, trust.share)
    meeting.meet(officer, trust.share)
    at_officers = registrations.get(officer.db, case)
    assert (at_officers.review, at_officers.could_not_ask) == ("waiting", "unfinished")
    assert registrations.queued_of(officer.db, [case]) == (case,)
    assert [one.words for one in desk_lists.ask_later(officer)] == ["Not asked: Begun and left"]
    assert held(laptop)[0] == 1
    receipts(trust, hub)
    meeting.meet(laptop, trust.share)
    assert held(laptop) == (0, 0, 0)
    assert anywhere(laptop, "Quartzberry") == []


def test_no_other_machine_lets_anything_go(trust: MadeUpTrust, hub: HubKeys, officer: Desk) -> None:
    register_visitor(officer, add_visitor(officer))
    meeting.meet(officer, trust.share)
    receipts(trust, hub)
    later(officer, 10 * SOON)
    meeting.meet(officer, trust.share)
    assert held(officer)[0] == 1
    assert travelling.untaken(officer.db) == ()
