"""A case whose time is over leaves every machine, and what was done unknowing of it is not lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from app.casework.review import Choice
from app.core.errors import Known
from app.machine import FixedClock
from app.replica.record import Subject
from app.services import (
    documents,
    enrolling,
    finding,
    meeting,
    record_holds,
    registration,
    retention,
    taking_in,
    trust_keys,
    whole_cases,
)
from app.services.desk import Desk
from app.services.documents import PaperShown
from app.spool.roster import Duty
from app.spool.travel import gather
from app.store import (
    customers,
    disputes,
    invoices,
    journal,
    patients,
    quarantine,
    register,
    registrations,
)
from tests.desks import add_visitor, register_visitor
from tests.services.removing import anywhere, approve, is_here
from tests.services.sealed import AT, MadeUpTrust, machine
from tests.services.work import (
    SIGNED_COPY,
    add_second_admin,
    decide,
    interview,
    seated,
)
from tests.store.test_replica import picture
from tests.store.whole_store import customer, invoice

TWO_YEARS = timedelta(days=731)


@pytest.fixture(autouse=True)
def another_administrator(officer: Desk) -> None:
    add_second_admin(officer)


@pytest.fixture
def other(trust: MadeUpTrust, officer: Desk) -> Iterator[Desk]:
    desk = machine(trust, "D03", Duty.OFFICER, user="officer")
    yield desk
    desk.db.close()


@pytest.fixture
def third(trust: MadeUpTrust, other: Desk) -> Iterator[Desk]:
    desk = machine(trust, "D04", Duty.OFFICER, user="officer")
    yield desk
    desk.db.close()


def meet_all(trust: MadeUpTrust, *desks: Desk, rounds: int = 3) -> None:
    for _ in range(rounds):
        for desk in desks:
            meeting.meet(desk, trust.share)


def two_years_on(*desks: Desk) -> None:
    for desk in desks:
        desk.clock = FixedClock(desk.clock.now() + TWO_YEARS)


def decided(trust: MadeUpTrust, clerk: Desk, *officers: Desk, name: str = "Quartzberry") -> str:
    """A case a clerk registered and an officer decided, with a copy, known to everybody."""
    case = register_visitor(clerk, add_visitor(clerk, family_name=name))
    meet_all(trust, clerk, *officers, rounds=1)
    first = officers[0]
    interview(first, case)
    with seated(first, "officer"):
        documents.note(first, case, PaperShown(type_code="passport"), SIGNED_COPY)
    decide(first, case, Choice.LIVES_HERE)
    meet_all(trust, *officers, clerk, rounds=2)
    return case


def remove_due(desk: Desk) -> retention.Certificate:
    with seated(desk, "admin"):
        number = retention.propose_cases(desk)
    return approve(desk, number)


def removed_at_one_of_three(trust: MadeUpTrust, clerk: Desk, *officers: Desk) -> str:
    """A case that the first officer removed, while two others have it and know of nothing."""
    first, second, third = officers
    case = decided(trust, clerk, first, second)
    meet_all(trust, first, third)
    two_years_on(*officers)
    remove_due(first)
    return case


def hold(desk: Desk, case: str, kind: str) -> None:
    with seated(desk, "officer"):
        record_holds.hold_records(desk, registrations.get(desk.db, case).ref, kind)


def is_sound(desk: Desk) -> bool:
    return desk.db.rows("PRAGMA foreign_key_check") == [] and journal.unplaced(desk.db) == ()


def same(case: str, *desks: Desk) -> bool:
    """Whether the case stands alike in the tables of all."""
    return len({picture(desk, Subject.CASE, case) for desk in desks}) == 1


def test_retention_a_removed_case_leaves_every_machine_its_papers_and_its_patient_too(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, other: Desk
) -> None:
    case = decided(trust, clerk, officer, other)
    assert register.of_case(clerk.db, case) is not None
    two_years_on(clerk, officer, other)
    assert remove_due(officer).cases == 1
    meet_all(trust, officer, other, clerk)
    for desk in (officer, other, clerk):
        assert not is_here(desk, case)
        assert is_sound(desk)
        assert anywhere(desk, "Quartzberry") == []
        assert register.of_case(desk.db, case) is None
        assert desk.db.scalar("SELECT count(*) FROM patients") == 0
        assert quarantine.aside(desk.db) == ()
    late = machine(trust, "D04", Duty.OFFICER, user="officer")
    meet_all(trust, officer, late)
    assert not is_here(late, case)
    assert anywhere(late, "Quartzberry") == []
    late.db.close()


def test_retention_a_hold_travels_and_no_machine_removes_what_is_held_at_another(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, other: Desk
) -> None:
    case = decided(trust, clerk, officer, other)
    hold(other, case, "litigation")
    meet_all(trust, other, officer, rounds=1)
    two_years_on(officer, other)
    with seated(officer, "admin"):
        (line,) = retention.retention(officer).cases
        assert line.held_for == "Legal action"
        with pytest.raises(Known, match="nothing to remove"):
            retention.propose_cases(officer)


def test_retention_a_hold_made_unknowing_of_the_removal_brings_all_of_the_case_back(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, other: Desk
) -> None:
    case = decided(trust, clerk, officer, other)
    two_years_on(clerk, officer, other)
    before = picture(other, Subject.CASE, case)
    (copy,) = (row[0] for row in other.db.tuples("SELECT image_id FROM document_images"))
    pages = picture(other, Subject.DOCUMENT, copy)
    remove_due(officer)
    hold(other, case, "appeal")
    held = picture(other, Subject.CASE, case)
    assert held != before
    meet_all(trust, officer, other, clerk)
    for desk in (officer, other):
        assert picture(desk, Subject.CASE, case) == held
        assert picture(desk, Subject.DOCUMENT, copy) == pages
        assert patients.get(desk.db, registrations.get(desk.db, case).patient_id)
        assert is_sound(desk)
        assert disputes.count(desk.db) == (0, 0)
        with seated(desk, "officer"):
            assert [one.kind for one in record_holds.held_cases(desk)] == ["appeal"]
    with seated(officer, "admin"):
        assert retention.retention(officer).cases == ()  # its time begins anew
    meet_all(trust, officer, clerk, rounds=1)
    assert register.of_case(clerk.db, case) is not None


def test_retention_work_of_two_machines_unknowing_of_a_removal_is_kept_once(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, other: Desk, third: Desk
) -> None:
    case = removed_at_one_of_three(trust, clerk, officer, other, third)
    for desk, kind in ((other, "appeal"), (third, "inquiry")):
        hold(desk, case, kind)
    meeting.meet(other, trust.share)
    meeting.meet(third, trust.share)
    meeting.meet(officer, trust.share)
    meet_all(trust, third, other, officer)
    assert same(case, officer, other, third)
    for desk in (officer, other, third):
        with seated(desk, "officer"):
            kinds = sorted(one.kind for one in record_holds.held_cases(desk))
        assert kinds == ["appeal", "inquiry"]
        assert is_sound(desk)
        assert disputes.count(desk.db) == (0, 0)


def test_retention_who_came_back_to_a_desk_unknowing_of_the_removal_is_not_lost(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, other: Desk
) -> None:
    case = decided(trust, clerk, officer, other)
    patient = patients.get(clerk.db, registrations.get(clerk.db, case).patient_id)
    two_years_on(clerk, officer, other)
    remove_due(officer)
    with seated(clerk, "clerk"):
        again = register_visitor(clerk, patient)
    meet_all(trust, clerk, officer, other)
    for desk in (clerk, officer, other):
        assert (is_here(desk, case), is_here(desk, again)) == (False, True)
        assert patients.get(desk.db, patient.patient_id) == patient
        assert is_sound(desk)


def test_retention_a_desk_keeps_what_it_did_beyond_the_removal(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    case = decided(trust, clerk, officer)
    two_years_on(clerk, officer)
    remove_due(officer)
    with seated(clerk, "clerk"), clerk.db.atomic():
        registrations.set_service(
            clerk.db, case, service_type="outpatient", admitted=False, service_date=None
        )
    meet_all(trust, clerk, officer)
    assert is_here(clerk, case)
    assert clerk.db.rows("PRAGMA foreign_key_check") == []
    assert [one.about for one in journal.unplaced(officer.db)] == [case]


def test_retention_an_invoice_at_another_machine_brings_its_case_back(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, other: Desk
) -> None:
    case = decided(trust, clerk, officer, other)
    two_years_on(officer, other)
    patient_id = registrations.get(other.db, case).patient_id
    with other.db.atomic():
        customers.put(other.db, replace(customer(), patient_id=patient_id), AT)
        invoices.add(other.db, replace(invoice(), registration_id=case, file_id=None))
    remove_due(officer)
    meet_all(trust, officer, other)
    assert same(case, officer, other)
    assert is_here(officer, case)
    assert is_sound(officer)
    assert is_sound(other)
    with seated(officer, "admin"):
        assert retention.retention(officer).cases == ()


def test_retention_an_officer_who_had_no_part_in_it_waits_for_what_is_brought_back(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, other: Desk, third: Desk
) -> None:
    """The removal and the work come in one armful, what brings it back in the next."""
    case = removed_at_one_of_three(trust, clerk, officer, other, third)
    hold(other, case, "appeal")
    meeting.meet(officer, trust.share)
    meeting.meet(other, trust.share)
    meeting.meet(third, trust.share)
    meet_all(trust, other, third, officer)
    assert same(case, officer, other, third)
    assert all(map(is_sound, (officer, other, third)))


def test_retention_a_desk_removes_no_whole_case(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    decided(trust, clerk, officer)
    two_years_on(clerk)
    with seated(clerk, "admin"):
        found = retention.retention(clerk)
        assert (found.cases, found.cases_go_elsewhere) == ((), True)
        with pytest.raises(Known, match="at an officer’s computer"):
            retention.propose_cases(clerk)
    assert whole_cases.goes_from_here(officer)


def test_retention_who_was_removed_and_comes_back_is_found_no_more_and_registered_anew(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    decided(trust, clerk, officer)
    two_years_on(clerk, officer)
    remove_due(officer)
    meet_all(trust, officer, clerk)
    with seated(clerk, "clerk"):
        assert finding.find(clerk, "Quartzberry 2/3/1990") == ()
        again = register_visitor(clerk, add_visitor(clerk, family_name="Quartzberry"))
    meet_all(trust, clerk, officer)
    assert is_here(officer, again)


def test_retention_no_older_line_of_the_register_comes_back(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    case = decided(trust, clerk, officer)
    told = register.of_case(clerk.db, case)
    assert told is not None
    two_years_on(clerk, officer)
    remove_due(officer)
    meet_all(trust, officer, clerk)
    with clerk.db.atomic():
        register.put(clerk.db, [told])
        assert register.of_case(clerk.db, case) is None
        register.put(clerk.db, [replace(told, told_stamp=told.told_stamp + 10**12)])
    assert register.of_case(clerk.db, case) is not None


def test_retention_a_desk_with_a_draft_for_the_patient_keeps_them(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    case = decided(trust, clerk, officer)
    patient = patients.get(clerk.db, registrations.get(clerk.db, case).patient_id)
    two_years_on(clerk, officer)
    with seated(clerk, "clerk"):
        draft = registration.begin(clerk, patient.patient_id, "outpatient").registration_id
    remove_due(officer)
    meet_all(trust, officer, clerk)
    assert (is_here(clerk, case), is_here(clerk, draft)) == (False, True)
    assert patients.get(clerk.db, patient.patient_id) == patient
    with seated(clerk, "clerk"):
        registration.could_not_ask(clerk, draft, "unconscious")
    meet_all(trust, clerk, officer)
    assert is_here(officer, draft)
    assert patients.get(officer.db, patient.patient_id) == patient
    assert is_sound(officer)


def test_retention_a_removal_taken_in_leaves_nothing_in_the_write_ahead_log(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, other: Desk
) -> None:
    decided(trust, clerk, officer, other)
    two_years_on(clerk, officer, other)
    remove_due(officer)
    meeting.meet(officer, trust.share)
    for desk in (other, clerk):
        look = taking_in.where_we_stand(desk)
        came = gather(trust.share, look.receiver, look.roster, look.book)
        assert taking_in.take(desk, came).removed
        assert desk.db.path.with_name(f"{desk.db.path.name}-wal").stat().st_size == 0


def demoted(trust: MadeUpTrust, desk: Desk) -> None:
    """An officer's machine is to be a desk from now on: new keys, another duty on the list."""
    with seated(desk, "admin"):
        asked = enrolling.renew_keys(desk, "Once an officer's")
    trust.roster = trust_keys.grant(
        trust.keys, trust.roster, asked, frozenset({Duty.DESK}), desk.moment
    )
    trust.publish()


def test_h10_what_brings_a_case_back_is_not_lost_where_its_machine_is_an_officers_no_more(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, other: Desk, third: Desk
) -> None:
    case = removed_at_one_of_three(trust, clerk, officer, other, third)
    hold(other, case, "appeal")
    meeting.meet(officer, trust.share)
    meeting.meet(third, trust.share)
    assert not is_here(third, case)
    demoted(trust, other)
    met = meeting.meet(other, trust.share)  # the list, the removal, and what brings it back
    assert met.made > 0
    after = register_visitor(other, add_visitor(other, family_name="Adeleke"))
    meet_all(trust, other, officer, third)
    assert same(case, officer, third)
    assert is_here(third, case)
    assert is_here(officer, after)
    assert all(map(is_sound, (officer, third)))
    assert quarantine.aside(officer.db) == quarantine.aside(third.db) == ()


def test_h10_what_was_removed_is_removed_everywhere_where_its_machine_is_an_officers_no_more(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, other: Desk
) -> None:
    case = decided(trust, clerk, officer, other)
    two_years_on(clerk, officer, other)
    remove_due(officer)
    demoted(trust, officer)
    meet_all(trust, officer, other, clerk)
    assert [is_here(desk, case) for desk in (officer, other, clerk)] == [False, False, False]
    assert quarantine.aside(other.db) == quarantine.aside(clerk.db) == ()


def test_security_4_a_desk_that_was_an_officers_takes_nothing_away_with_its_new_keys(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, other: Desk
) -> None:
    case = decided(trust, clerk, officer, other)
    demoted(trust, officer)
    meet_all(trust, officer, other)
    two_years_on(officer)
    with seated(officer, "admin"), pytest.raises(Known, match="at an officer’s computer"):
        retention.propose_cases(officer)
    assert is_here(other, case)
