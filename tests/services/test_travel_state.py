"""How far each record has come, and what was not believed: counts, words, no patient's name."""

from __future__ import annotations

import pytest

from app.core.errors import BadInput, Known, NotFound
from app.services import desk_lists, meeting, quarantine, registration, travel_state
from app.services.desk import Desk
from app.services.travel_state import Standing
from app.spool.roster import Duty
from app.spool.sealed import WORDS, Fault
from app.store import travelling
from tests.desks import add_visitor, register_visitor, sign_in
from tests.services.sealed import MadeUpTrust, machine


def receipt(desk: Desk) -> None:
    """The hub's word for everything that was sent."""
    with desk.db.atomic():
        for one in travelling.untaken(desk.db):
            travelling.mark_taken(desk.db, one.sequence, one.sha256, desk.moment)


def standing(desk: Desk, case: str) -> Standing:
    return travel_state.standings(desk, (case,))[case]


def test_h10_a_case_is_taken_only_when_a_receipt_came_for_every_record_of_it(
    trust: MadeUpTrust, clerk: Desk
) -> None:
    draft = registration.begin(clerk, add_visitor(clerk).patient_id, "outpatient").registration_id
    assert standing(clerk, draft) is Standing.DRAFT
    case = register_visitor(clerk, add_visitor(clerk, family_name="Lee"))
    assert standing(clerk, case) is Standing.HERE
    meeting.meet(clerk, trust.share)
    assert standing(clerk, case) is Standing.ON_SHARE
    assert travel_state.travel_state(clerk).cases.on_share == 1
    receipt(clerk)
    assert standing(clerk, case) is Standing.TAKEN
    assert travel_state.travel_state(clerk).all_taken
    assert travel_state.whereabouts(clerk).taken == 1
    with clerk.db.atomic():  # somebody works on it again
        clerk.db.execute(
            "UPDATE registrations SET due_on = '2026-04-01' WHERE registration_id = ?", (case,)
        )
    assert standing(clerk, case) is Standing.HERE
    assert not travel_state.travel_state(clerk).all_taken
    meeting.meet(clerk, trust.share)
    assert standing(clerk, case) is Standing.ON_SHARE, "of two envelopes one has no receipt"
    receipt(clerk)
    assert standing(clerk, case) is Standing.TAKEN


def test_a_case_that_came_from_elsewhere_has_nothing_to_send(
    trust: MadeUpTrust, clerk: Desk
) -> None:
    officer = machine(trust, "D02", Duty.OFFICER, user="officer")
    case = register_visitor(clerk, add_visitor(clerk))
    meeting.meet(clerk, trust.share)
    meeting.meet(officer, trust.share)
    assert standing(officer, case) is Standing.CAME
    assert travel_state.standings(officer, ("nobody",)) == {}
    officer.db.close()


def test_ux_5_every_file_that_was_not_believed_says_what_to_do() -> None:
    said = quarantine.DO.keys() | {Fault.DAMAGED_HERE}  # which says it in its own words
    assert said == set(Fault)
    assert "Restore the last backup" in WORDS[Fault.DAMAGED_HERE]


def test_h10_what_was_not_believed_is_listed_in_words_and_looked_at_once(
    trust: MadeUpTrust, clerk: Desk
) -> None:
    officer = machine(trust, "D02", Duty.OFFICER, user="officer")
    register_visitor(clerk, add_visitor(clerk))
    meeting.meet(clerk, trust.share)
    (file,) = (trust.folder / "share").glob("*.env")
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    meeting.meet(officer, trust.share)
    (one,) = quarantine.put_aside(officer)
    assert (one.code, one.words) == (Fault.DAMAGED.value, WORDS[Fault.DAMAGED])
    assert one.do == quarantine.DO[Fault.DAMAGED]
    assert (one.device, quarantine.count_new(officer)) == ("D01", 1)
    with pytest.raises(BadInput):
        quarantine.mark_looked_at(officer, one.name, " ")
    sign_in(officer, "admin")
    quarantine.mark_looked_at(officer, one.name, "Told IT of it.")
    assert quarantine.count_new(officer) == 0
    with pytest.raises(Known) as told:
        quarantine.mark_looked_at(officer, one.name, "Told IT again.")
    assert told.value.code == "looked_at"
    quarantine.judge_again(officer, one.name)
    (asked,) = quarantine.put_aside(officer)
    assert (asked.name, asked.asked) == (one.name, True)
    file.write_bytes(whole)
    sign_in(officer, "officer")
    meeting.meet(officer, trust.share)
    assert officer.db.scalar("SELECT count(*) FROM registrations") == 1
    assert quarantine.put_aside(officer) == ()
    with pytest.raises(NotFound):
        quarantine.judge_again(officer, one.name)
    officer.db.close()


def test_h10_who_is_to_be_asked_later_is_listed_with_where_the_record_is(
    trust: MadeUpTrust, clerk: Desk
) -> None:
    case = registration.begin(clerk, add_visitor(clerk).patient_id, "outpatient").registration_id
    registration.could_not_ask(clerk, case, "too_unwell")

    def told() -> list[Standing]:
        return [line.standing for line in desk_lists.ask_later(clerk)]

    assert told() == [Standing.HERE]
    meeting.meet(clerk, trust.share)
    assert told() == [Standing.ON_SHARE]
    receipt(clerk)
    assert told() == [Standing.TAKEN]
