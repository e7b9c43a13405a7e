"""Two contents under one name: every machine that sees both keeps the writer's, and says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.replica.bringing_back import CARRIED
from app.replica.record import Record, Subject, read_record
from app.services import meeting, taking_in
from app.services.desk import Desk
from app.spool.hub_keys import HubKeys
from app.spool.roster import Duty
from app.spool.sealed import Fault
from app.spool.travel import gather
from app.store import audit, journal, quarantine, registrations
from tests.desks import add_visitor, register_visitor
from tests.services.false_records import altered, hand_on, name_at, records_of
from tests.services.removing import anywhere, is_here
from tests.services.sealed import MadeUpTrust, machine
from tests.services.sealed_hub import run
from tests.services.test_odd_records import say
from tests.services.test_removal_travels import (
    decided,
    meet_all,
    remove_due,
    same,
    two_years_on,
)
from tests.services.work import add_second_admin

TRUE, FALSE = "Okafor", "Forged"


@pytest.fixture
def liar(trust: MadeUpTrust, officer: Desk) -> Iterator[Desk]:
    desk = machine(trust, "D03", Duty.OFFICER, user="officer")
    yield desk
    desk.db.close()


def told(desk: Desk) -> list[tuple[str, str]]:
    """What a machine put aside: file and code."""
    return [(one.name, one.fault) for one in quarantine.aside(desk.db)]


def registered(trust: MadeUpTrust, clerk: Desk, *knowing: Desk) -> str:
    """A case on the share, taken in by some who send nothing themselves yet."""
    case = register_visitor(clerk, add_visitor(clerk, family_name=TRUE))
    meeting.meet(clerk, trust.share)
    for desk in knowing:
        look = taking_in.where_we_stand(desk)
        taking_in.take(desk, gather(trust.share, look.receiver, look.roster, look.book))
    return case


def hidden(trust: MadeUpTrust, code: str) -> list[tuple[Path, bytes]]:
    """A share on which the envelopes of a machine have not arrived yet."""
    files = [(one, one.read_bytes()) for one in (trust.folder / "share").glob(f"*_{code}_*.env")]
    for file, _ in files:
        file.unlink()
    return files


def arrive(files: list[tuple[Path, bytes]]) -> None:
    for file, data in files:
        file.write_bytes(data)


def test_h10_what_contradicts_its_writer_is_not_taken_and_told_with_the_file_that_says_it(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, liar: Desk
) -> None:
    case = registered(trust, clerk, officer, liar)
    with liar.db.atomic():
        registrations.assign(liar.db, case, "u-liar")
    meeting.meet(liar, trust.share)
    file = hand_on(trust, liar, officer, altered(records_of(liar)))
    assert meeting.meet(officer, trust.share).put_aside == 1
    assert told(officer) == [(file, Fault.CONTRADICTED.value)]
    assert name_at(officer, case) == TRUE
    assert registrations.get(officer.db, case).assigned_to == "u-liar"  # the rest was taken
    assert same(case, officer, liar)
    assert meeting.meet(officer, trust.share).put_aside == 0
    (line,) = [one for one in audit.latest(officer.db) if one.happening.act == "put_aside"]
    assert "S113" in str(line)


def test_h10_the_writers_own_content_takes_the_place_of_what_was_told_before_it(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, liar: Desk
) -> None:
    case = registered(trust, clerk, liar)
    waiting = hidden(trust, "D01")
    file = hand_on(trust, liar, officer, altered(records_of(liar)))
    meeting.meet(officer, trust.share)
    assert (name_at(officer, case), told(officer)) == (FALSE, [])
    arrive(waiting)
    meeting.meet(officer, trust.share)
    assert name_at(officer, case) == TRUE
    assert told(officer) == [(file, Fault.CONTRADICTED.value)]
    assert same(case, officer, liar)
    assert journal.unplaced(officer.db) == ()


def test_h10_a_case_that_nobody_wrote_goes_when_its_record_proves_another(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, liar: Desk
) -> None:
    case = registered(trust, clerk, liar)
    waiting = hidden(trust, "D01")
    nobodys = f"{case[:-1]}{'0' if case[-1] != '0' else '1'}"
    bent = [
        read_record(one.to_bytes().replace(case.encode(), nobodys.encode()))
        for one in records_of(liar)
    ]
    hand_on(trust, liar, officer, bent)
    meeting.meet(officer, trust.share)
    assert is_here(officer, nobodys)
    arrive(waiting)
    meeting.meet(officer, trust.share)
    assert (is_here(officer, nobodys), is_here(officer, case)) == (False, True)
    assert same(case, officer, liar)
    assert [fault for _, fault in told(officer)] == [Fault.CONTRADICTED.value]


def test_h10_who_joined_later_believes_whose_part_it_is_to_hand_on(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, liar: Desk
) -> None:
    case = registered(trust, clerk, officer, liar)
    later = machine(trust, "D04", Duty.OFFICER, user="officer")
    file = hand_on(trust, liar, later, altered(records_of(liar)))
    meeting.meet(later, trust.share)
    assert name_at(later, case) == FALSE  # nobody told it better yet
    meeting.meet(officer, trust.share)
    meeting.meet(later, trust.share)
    assert name_at(later, case) == TRUE
    assert told(later) == [(file, Fault.CONTRADICTED.value)]
    assert same(case, officer, later)
    later.db.close()


def test_h10_finance_sees_what_was_falsely_handed_on_and_sets_it_right(
    trust: MadeUpTrust, hub: HubKeys, clerk: Desk, officer: Desk, liar: Desk
) -> None:
    case = registered(trust, clerk, officer, liar)
    run(trust, hub)
    later = machine(trust, "D04", Duty.OFFICER, user="officer")
    waiting = hidden(trust, "HUB")
    file = hand_on(trust, liar, later, altered(records_of(liar)))
    meeting.meet(later, trust.share)
    assert name_at(later, case) == FALSE
    arrive(waiting)
    report = run(trust, hub)
    assert [(one.name, one.fault) for one in report.put_aside] == [(file, Fault.CONTRADICTED)]
    assert run(trust, hub).put_aside == []
    meeting.meet(later, trust.share)
    assert name_at(later, case) == TRUE
    assert told(later) == [(file, Fault.CONTRADICTED.value)]
    assert same(case, officer, later)
    later.db.close()


def test_h10_finance_that_was_told_falsely_first_believes_the_writer_afterwards(
    trust: MadeUpTrust, hub: HubKeys, clerk: Desk, officer: Desk, liar: Desk
) -> None:
    case = registered(trust, clerk, officer, liar)
    waiting = hidden(trust, "D01")
    file = hand_on(trust, liar, officer, altered(records_of(liar)))
    assert run(trust, hub).put_aside == []
    arrive(waiting)
    assert [one.name for one in run(trust, hub).put_aside] == [file]
    later = machine(trust, "D04", Duty.OFFICER, user="officer")
    run(trust, hub)
    meeting.meet(later, trust.share)
    assert name_at(later, case) == TRUE
    later.db.close()


def test_h10_nobody_tells_a_machine_what_it_wrote_itself(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, liar: Desk
) -> None:
    case = registered(trust, clerk, officer, liar)
    own = journal.actor(officer.db)
    last = journal.last_number(officer.db, own)
    (first,) = (one for one in records_of(liar) if one.subject is Subject.CASE)
    word = {"registrations": {"assigned_to": "u-liar"}}
    forged = replace(first, actor=own, number=last + 9, after=(first.dot,), cells=word, rows={})
    file = hand_on(trust, liar, officer, [forged])
    meeting.meet(officer, trust.share)
    assert told(officer) == [(file, Fault.CONTRADICTED.value)]
    assert journal.last_number(officer.db, own) == last
    assert registrations.get(officer.db, case).assigned_to is None


def test_h10_of_two_contents_in_one_envelope_the_first_stands_and_it_is_told(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, liar: Desk
) -> None:
    case = registered(trust, clerk, liar)
    waiting = hidden(trust, "D01")
    records = records_of(liar)
    file = hand_on(trust, liar, officer, [*records, *altered(records)])
    meeting.meet(officer, trust.share)
    assert (name_at(officer, case), [one for one, _ in told(officer)]) == (TRUE, [file])
    arrive(waiting)
    meeting.meet(officer, trust.share)
    assert same(case, officer, liar)


def test_h10_what_is_told_again_as_it_was_or_emptied_is_no_contradiction(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, liar: Desk
) -> None:
    case = registered(trust, clerk, officer, liar)
    records = records_of(liar)
    hand_on(trust, liar, officer, records)
    hand_on(trust, liar, officer, [replace(one, rows={}, cells={}) for one in records])
    assert meeting.meet(officer, trust.share).put_aside == 0
    assert name_at(officer, case) == TRUE


def removed_everywhere(
    trust: MadeUpTrust, clerk: Desk, *officers: Desk
) -> tuple[str, list[Record]]:
    """A case whose time is over, and what its records were."""
    add_second_admin(officers[0])
    case = decided(trust, clerk, *officers, name=TRUE)
    before = records_of(officers[0])
    two_years_on(clerk, *officers)
    remove_due(officers[0])
    meet_all(trust, *officers, clerk)
    assert not any(is_here(desk, case) for desk in officers)
    return case, before


def test_h10_what_was_emptied_is_not_filled_with_another_content(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, liar: Desk
) -> None:
    case, before = removed_everywhere(trust, clerk, officer, liar)
    file = hand_on(trust, liar, officer, altered(before))
    meeting.meet(officer, trust.share)
    assert told(officer) == [(file, Fault.CONTRADICTED.value)]
    assert (is_here(officer, case), anywhere(officer, FALSE)) == (False, [])
    hand_on(trust, liar, officer, before)
    assert meeting.meet(officer, trust.share).put_aside == 0


def test_h10_what_is_brought_back_with_another_content_is_told_and_does_not_stand(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, liar: Desk
) -> None:
    case, before = removed_everywhere(trust, clerk, officer, liar)
    patient = next(one for one in before if one.subject is Subject.PATIENT)
    of_patient = [one for one in before if one.subject is Subject.PATIENT]
    carried = tuple((one.to_bytes().decode(),) for one in altered(of_patient))
    say(
        liar,
        patient.about,
        subject=Subject.PATIENT,
        after=journal.state_of(liar.db, Subject.PATIENT, patient.about).heads,
        rows={CARRIED: carried},
    )
    meeting.meet(liar, trust.share)
    meeting.meet(officer, trust.share)
    assert [fault for _, fault in told(officer)] == [Fault.CONTRADICTED.value]
    assert (
        officer.db.tuples("SELECT family_name FROM patients WHERE family_name = ?", (FALSE,)) == []
    )
    true = tuple((one.to_bytes().decode(),) for one in of_patient)
    say(
        liar,
        patient.about,
        subject=Subject.PATIENT,
        after=journal.state_of(liar.db, Subject.PATIENT, patient.about).heads,
        rows={CARRIED: true},
    )
    meet_all(trust, liar, officer)
    assert officer.db.tuples("SELECT family_name FROM patients") == [(TRUE,)]
    assert case
