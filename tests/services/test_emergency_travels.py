"""Emergency accesses of every machine reach whoever reviews them, and the review comes back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

import pytest

from app.access.roles import Role
from app.core.errors import Known, NotAllowed
from app.replica.record import Record, Subject, read_record
from app.services import due_cases, emergency, meeting, registration, retention, signin
from app.services.desk import Desk
from app.services.timeline import timeline_of
from app.spool.hub_keys import HubKeys
from app.spool.roster import Duty
from app.store import disputes, journal, placing, quarantine, register
from tests.desks import add_visitor, make_desk, register_visitor
from tests.services.removing import approve, is_here
from tests.services.sealed import AT, MadeUpTrust, machine
from tests.services.sealed_hub import run as receipts
from tests.services.test_odd_records import say
from tests.services.test_removal_travels import decided, meet_all, two_years_on
from tests.services.test_ward import SOON, held, later
from tests.services.work import add_second_admin, ref_of, seated
from tests.store.test_replica import picture

WHY = "The ward asks whom to ring tonight."
FOUND = "The ward confirms that it rang."


@pytest.fixture
def other(trust: MadeUpTrust, officer: Desk) -> Iterator[Desk]:
    desk = machine(trust, "D03", Duty.OFFICER, user="officer")
    yield desk
    desk.db.close()


def opened(desk: Desk, case: str, *, by: str = "finance", why: str = WHY) -> str:
    with seated(desk, by):
        return emergency.open_in_emergency(desk, ref_of(desk, case), why).access_id


def looked(desk: Desk, access: str, note: str = FOUND, *, by: str = "auditor") -> None:
    with seated(desk, by):
        emergency.mark_looked_at(desk, access, note)


def waiting(desk: Desk) -> list[tuple[str, str, str]]:
    """Machine, reference and reason, as the auditor reads them."""
    with seated(desk, "auditor"):
        return [(one.device, one.ref, one.reason) for one in emergency.accesses_to_look_at(desk)]


def registered(trust: MadeUpTrust, clerk: Desk, *officers: Desk) -> str:
    case = register_visitor(clerk, add_visitor(clerk))
    meet_all(trust, clerk, *officers, rounds=1)
    return case


def test_section_2_an_auditor_sees_the_emergency_accesses_of_every_machine_and_which_it_was(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, other: Desk
) -> None:
    case = registered(trust, clerk, officer, other)
    ref = ref_of(clerk, case)
    opened(clerk, case)
    opened(other, case, why="Another reason at another machine.")
    meet_all(trust, clerk, other, officer)
    wanted = [("D01", ref, WHY), ("D03", ref, "Another reason at another machine.")]
    assert sorted(waiting(officer)) == sorted(waiting(other)) == wanted
    assert waiting(clerk) == wanted[:1]  # a desk is sent no cases, nor what was opened of them
    with seated(officer, "auditor"):
        assert emergency.count_to_look_at(officer) == 2
        assert {one.who for one in emergency.accesses_to_look_at(officer)} == {"F. Marsh"}
    words = [event.words for event in timeline_of(officer, case)]
    assert "Opened in an emergency, with a reason at D01" in words


def test_section_2_what_was_found_comes_back_to_the_machine_where_it_was_opened(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, other: Desk
) -> None:
    case = registered(trust, clerk, officer, other)
    access = opened(clerk, case)
    meet_all(trust, clerk, officer, rounds=1)
    looked(officer, access)
    meet_all(trust, officer, other, clerk)
    for desk in (officer, other, clerk):
        assert waiting(desk) == []
        assert quarantine.aside(desk.db) == ()
        with pytest.raises(Known, match="Somebody has looked at this already"):
            looked(desk, access)
    assert picture(officer, Subject.CASE, case) == picture(other, Subject.CASE, case)
    assert FOUND in picture(other, Subject.CASE, case)
    assert clerk.db.scalar("SELECT count(*) FROM emergency_looks") == 0, "desks are sent no notes"


def test_section_2_two_who_looked_without_knowing_of_each_other_both_stay(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, other: Desk
) -> None:
    case = registered(trust, clerk, officer, other)
    access = opened(clerk, case)
    meet_all(trust, clerk, officer, other, rounds=1)
    looked(officer, access)
    looked(other, access, "I asked the ward sister.")
    looked(clerk, access, "The clerk showed me the note.")
    meet_all(trust, officer, other, clerk)
    assert picture(officer, Subject.CASE, case) == picture(other, Subject.CASE, case)
    for desk in (officer, other):
        notes = {row[0] for row in desk.db.tuples("SELECT note FROM emergency_looks")}
        assert notes == {FOUND, "I asked the ward sister.", "The clerk showed me the note."}
        assert disputes.count(desk.db) == (0, 0)
        assert journal.unplaced(desk.db) == ()


def test_section_2_another_desk_keeps_nothing_of_an_access_that_is_not_its_own(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    bystander = machine(trust, "D04", Duty.DESK)
    case = registered(trust, clerk, officer)
    access = opened(clerk, case)
    meet_all(trust, clerk, officer, rounds=1)
    looked(officer, access)
    meet_all(trust, officer, bystander, clerk)
    for desk, kept in ((bystander, 0), (clerk, 1), (officer, 0)):
        count = desk.db.scalar("SELECT count(*) FROM emergency_looked_elsewhere")
        assert count == kept, desk.device
    bystander.db.close()


def test_section_2_who_has_the_same_name_at_another_machine_does_not_look_at_their_own(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    case = registered(trust, clerk, officer)
    access = opened(clerk, case)
    meet_all(trust, clerk, officer, rounds=1)
    with seated(officer, "admin"):
        signin.set_roles(officer, "finance", [Role.AUDITOR])
    with seated(officer, "finance"):
        (line,) = emergency.accesses_to_look_at(officer)
        assert line.own
    with pytest.raises(NotAllowed, match="opened this case yourself"):
        looked(officer, access, by="finance")


def test_security_5_an_emergency_access_keeps_no_registration_on_a_laptop_once_it_was_taken(
    hub: HubKeys, trust: MadeUpTrust, officer: Desk
) -> None:
    laptop = machine(trust, "D05", Duty.WARD)
    case = register_visitor(laptop, add_visitor(laptop))
    ref = ref_of(laptop, case)
    meeting.meet(laptop, trust.share)
    receipts(trust, hub)
    access = opened(laptop, case)
    later(laptop, SOON)
    meeting.meet(laptop, trust.share)
    assert held(laptop)[0] == 1, "nobody has said that they have the access"
    receipts(trust, hub)
    meeting.meet(laptop, trust.share)
    assert held(laptop) == (0, 0, 0)
    for table in ("emergency_accesses", "emergency_looks", "emergency_looked_elsewhere"):
        assert laptop.db.scalar(f"SELECT count(*) FROM {table}") == 0
    meeting.meet(officer, trust.share)
    assert waiting(officer) == [("D05", ref, WHY)]
    looked(officer, access)
    meet_all(trust, officer, laptop)
    assert quarantine.aside(laptop.db) == ()
    assert laptop.db.scalar("SELECT count(*) FROM emergency_looked_elsewhere") == 0
    laptop.db.close()


def test_retention_no_machine_removes_a_case_opened_at_another_until_somebody_has_looked(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, other: Desk
) -> None:
    add_second_admin(officer)
    case = decided(trust, clerk, officer, other)
    access = opened(clerk, case)
    meet_all(trust, clerk, officer, other, rounds=1)
    two_years_on(clerk, officer, other)
    with seated(officer, "admin"):
        (line,) = retention.retention(officer).cases
        assert line.held_for == due_cases.UNSEEN
    looked(other, access)
    meet_all(trust, other, officer, clerk)
    with seated(officer, "admin"):
        number = retention.propose_cases(officer)
    assert approve(officer, number).cases == 1
    meet_all(trust, officer, other, clerk)
    for desk in (clerk, officer, other):
        assert not is_here(desk, case)
        assert desk.db.scalar("SELECT count(*) FROM emergency_accesses") == 0
        assert desk.db.scalar("SELECT count(*) FROM emergency_looked_elsewhere") == 0
        assert desk.db.rows("PRAGMA foreign_key_check") == []


def test_retention_an_access_unknown_to_the_remover_brings_its_case_back(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, other: Desk
) -> None:
    add_second_admin(officer)
    case = decided(trust, clerk, officer, other)
    two_years_on(clerk, officer, other)
    with seated(officer, "admin"):
        number = retention.propose_cases(officer)
    assert approve(officer, number).cases == 1
    opened(other, case)
    meet_all(trust, officer, other, clerk)
    for desk in (officer, other):
        assert is_here(desk, case)
        assert [device for device, _, _ in waiting(desk)] == ["D03"]
        assert journal.unplaced(desk.db) == ()
    assert register.of_case(clerk.db, case) is not None


def test_h10_accesses_and_looks_stand_the_same_in_whatever_order_they_come(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, other: Desk
) -> None:
    case = registered(trust, clerk, officer, other)
    access = opened(clerk, case)
    meet_all(trust, clerk, officer, other, rounds=1)
    looked(officer, access)
    opened(other, case)
    meet_all(trust, clerk, officer, other)
    records = [(read_record(one.body), one.body) for _, one in journal.every(officer.db)]
    of_case = [one for one in records if one[0].subject is Subject.CASE]
    rest = [one for one in records if one not in of_case]
    pictures = {picture(officer, Subject.CASE, case)}
    assert len(of_case) == 4
    for at, order in enumerate(list(permutations(of_case))[::3]):
        pictures.add(_laid_down(trust, f"late-{at}", [*order, *rest], case))
    assert len(pictures) == 1


def _laid_down(
    trust: MadeUpTrust, name: str, records: Sequence[tuple[Record, bytes]], case: str
) -> str:
    desk = make_desk(trust.folder / name, device="D09", user="officer")
    for record in records:
        with desk.db.atomic():
            placing.take_in(desk.db, [record])
    assert journal.unplaced(desk.db) == ()
    found = picture(desk, Subject.CASE, case)
    desk.db.close()
    return found


def test_an_access_is_kept_in_its_draft_until_the_draft_is_finished(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    patient = add_visitor(clerk)
    with seated(clerk, "clerk"):
        draft = registration.begin(clerk, patient.patient_id, "outpatient").registration_id
    opened(clerk, draft)
    meet_all(trust, clerk, officer)
    assert waiting(officer) == []
    with seated(clerk, "clerk"):
        registration.could_not_ask(clerk, draft, "unconscious")
    meet_all(trust, clerk, officer)
    assert [device for device, _, _ in waiting(officer)] == ["D01"]


def test_h10_a_look_at_an_access_nobody_has_waits_and_holds_up_its_case_alone(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, other: Desk
) -> None:
    case = registered(trust, clerk, officer, other)
    lost = ("look-1", "an access of nobody", FOUND, "u-9", AT)
    say(other, case, rows={"emergency_looks": (lost,)})
    second = register_visitor(clerk, add_visitor(clerk, family_name="Adeleke"))
    meet_all(trust, clerk, other, officer)
    assert [(one.about, one.reason) for one in journal.unplaced(officer.db)] == [
        (case, placing.BROKEN)
    ]
    assert officer.db.scalar("SELECT count(*) FROM emergency_looks") == 0
    assert waiting(officer) == []
    # What comes later of another case is laid down, and so is this one once the access has come.
    opened(clerk, second)
    meet_all(trust, clerk, officer)
    assert [ref for _, ref, _ in waiting(officer)] == [ref_of(officer, second)]
    access = (lost[1], case, WHY, "u-8", AT, "D09")
    say(other, case, rows={"emergency_accesses": (access,)})
    meet_all(trust, other, officer)
    assert journal.unplaced(officer.db) == ()
    assert officer.db.tuples("SELECT access_id FROM emergency_looks") == [(lost[1],)]


def test_h10_an_access_to_a_case_that_is_not_there_waits_for_it_and_is_told_nobody_before(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, other: Desk
) -> None:
    registered(trust, clerk, officer, other)
    row = ("access-1", "no such case", WHY, "u-8", AT, "D09")
    say(other, "no such case", after=(), rows={"emergency_accesses": (row,)})
    meet_all(trust, other, officer, clerk)
    (waits,) = journal.unplaced(officer.db)
    assert waits.about == "no such case"
    assert waiting(officer) == []
    with seated(officer, "auditor"):
        assert emergency.count_to_look_at(officer) == 0
        with pytest.raises(Known):
            emergency.mark_looked_at(officer, "access-1", FOUND)


def test_h10_an_access_that_names_another_case_than_its_own_is_not_laid_down(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, other: Desk
) -> None:
    first, second = (registered(trust, clerk, officer, other) for _ in range(2))
    row = ("access-1", second, WHY, "u-8", AT, "D09")
    say(other, first, rows={"emergency_accesses": (row,)})
    meet_all(trust, other, officer)
    meet_all(trust, other, officer)
    assert [(one.about, one.reason) for one in journal.unplaced(officer.db)] == [
        (first, placing.OF_ANOTHER)
    ]
    assert waiting(officer) == []
