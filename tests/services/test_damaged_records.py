"""A record of the journal that cannot be read any more: it is told, and holds up no other."""

from __future__ import annotations

import pytest

from app.replica.record import Subject
from app.services import dispatching, meeting, travel_state
from app.services.desk import Desk
from app.spool.roster import Duty
from app.spool.sealed import WORDS, Fault
from app.store import journal, quarantine, registrations, travel_counts
from app.store.bodies import DamagedRecord
from app.store.travel_counts import Standing
from tests.desks import add_visitor, register_visitor
from tests.services.sealed import MadeUpTrust, machine


def damage(desk: Desk, case: str) -> None:
    """The packed bytes of a case's first record here are altered."""
    rows = "subject = 'case' AND about = ?"
    number, body = desk.db.tuples(f"SELECT place, body FROM journal WHERE {rows}", (case,))[0]
    with desk.db.atomic():
        bent = body[:20] + bytes(12) + body[32:]
        desk.db.execute("UPDATE journal SET body = ? WHERE place = ?", (bent, number))


def register(desk: Desk, name: str) -> str:
    return register_visitor(desk, add_visitor(desk, family_name=name))


def needing_attention(desk: Desk) -> list[tuple[str, str]]:
    return [(one.name, one.fault) for one in quarantine.aside(desk.db)]


def test_h10_a_damaged_record_stays_and_is_told_and_all_others_travel(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    first, bad = register(clerk, "Okafor"), register(clerk, "Adeleke")
    dispatching.record_all(clerk)
    damage(clerk, bad)
    last = register(clerk, "Silva")
    for _ in range(2):
        meeting.meet(clerk, trust.share)
        meeting.meet(officer, trust.share)
    for case in (first, last):
        assert registrations.get(officer.db, case).review == "waiting"
    assert officer.db.scalar("SELECT count(*) FROM registrations") == 2
    assert needing_attention(clerk) == [(f"case {bad}", Fault.DAMAGED_HERE.value)]
    assert "Restore the last backup" in WORDS[Fault.DAMAGED_HERE]
    assert travel_counts.standings(clerk.db, [bad])[bad] is Standing.HERE
    assert travel_state.travel_state(clerk).waiting > 0
    with pytest.raises(DamagedRecord, match="Restore the last backup"):
        journal.records_of(clerk.db, Subject.CASE, bad)


def test_h10_what_comes_of_a_damaged_case_waits_and_holds_up_no_other(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    bad = register(clerk, "Okafor")
    meeting.meet(clerk, trust.share)
    meeting.meet(officer, trust.share)
    damage(officer, bad)
    for site in ("East wing", "West wing"):
        with clerk.db.atomic():
            clerk.db.execute("UPDATE registrations SET site = ?", (site,))
        other = register(clerk, site)
        meeting.meet(clerk, trust.share)
        met = meeting.meet(officer, trust.share)
        assert met.put_aside == 0
        assert registrations.get(officer.db, other).review == "waiting"
    assert [one.about for one in journal.unplaced(officer.db)] == [bad]
    assert needing_attention(officer) == [(f"case {bad}", Fault.DAMAGED_HERE.value)]
    with officer.db.atomic():
        registrations.assign(officer.db, bad, "u-officer")
        registrations.assign(officer.db, other, "u-officer")
    meeting.meet(officer, trust.share)
    colleague = machine(trust, "D03", Duty.OFFICER, user="officer")
    for desk in (officer, colleague, officer, colleague):
        meeting.meet(desk, trust.share)
    assert registrations.get(colleague.db, other).assigned_to == "u-officer"
    # What is damaged here comes again from whoever has it whole.
    assert registrations.get(officer.db, bad).assigned_to == "u-officer"
    colleague.db.close()


def test_h10_a_damaged_record_is_whole_again_once_it_comes_again(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    bad = register(clerk, "Okafor")
    meeting.meet(clerk, trust.share)
    colleague = machine(trust, "D03", Duty.OFFICER, user="officer")
    for desk in (officer, colleague):
        meeting.meet(desk, trust.share)
    damage(officer, bad)
    with clerk.db.atomic():
        clerk.db.execute("UPDATE registrations SET site = 'East wing'")
    for desk in (clerk, officer):  # which the colleague, met for the first time, sent all it had
        meeting.meet(desk, trust.share)
    assert (journal.unplaced(officer.db), needing_attention(officer)) == ((), [])
    assert registrations.get(officer.db, bad).site == "East wing"
    colleague.db.close()
