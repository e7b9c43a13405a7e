"""Machines that meet over a share: cases to officers, the register to desks, nothing readable."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from app.casework.review import Choice
from app.core.errors import Known
from app.core.match import Reason
from app.services import (
    auditing,
    dispatching,
    disputes,
    feedback,
    finding,
    meeting,
    registration,
    taking_in,
)
from app.services.auditing import Compared
from app.services.desk import Desk
from app.services.dispatching import OnShare
from app.spool.roster import Duty
from app.spool.sealed import Fault
from app.spool.share import FolderShare, ShareUnavailable
from app.spool.travel import Arrived, Gathered, look
from app.store import audit, decisions, journal, patients, quarantine, register, travelling
from app.store import disputes as kept_disputes
from app.store.audit import Happening
from tests.desks import add_visitor, make_desk, register_visitor, sign_in
from tests.services.met_meanwhile import MetMeanwhile
from tests.services.sealed import MadeUpTrust, machine
from tests.services.work import decide, interview

PHONE = "+234 803 555 0142"


def test_an_officer_sees_every_clerks_case_and_desks_know_the_patient_again(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    patient = add_visitor(clerk)
    case = register_visitor(clerk, patient)
    assert meeting.meet(clerk, trust.share).sent == 1
    took = meeting.meet(officer, trust.share).took
    assert sum(one.cases for one in took) == 1
    assert officer.db.scalar("SELECT review FROM queue_cases") == "waiting"
    interview(officer, case)
    decide(officer, case, Choice.CANNOT_TELL)
    meeting.meet(officer, trust.share)
    meeting.meet(clerk, trust.share)
    told = register.of_case(clerk.db, case)
    assert told is not None
    assert (told.standing, told.family_name) == ("waiting", "Okafor")


def test_what_a_desk_sent_it_cannot_read_and_no_patient_shows_on_the_share(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    register_visitor(clerk, add_visitor(clerk, family_name="Quartzberry"))
    meeting.meet(clerk, trust.share)
    (file,) = (trust.folder / "share").glob("*.env")
    assert b"Quartzberry" not in file.read_bytes()
    from app.services import enrolling
    from app.spool.sealed import read

    envelope = read(file.read_bytes())
    assert not any(envelope.is_for(keys.public.seal) for keys in enrolling.own_keys(clerk))
    assert b"Quartzberry" in envelope.open(trust.keys.openers[0])


def test_a_repeat_changes_nothing(trust: MadeUpTrust, clerk: Desk, officer: Desk) -> None:
    register_visitor(clerk, add_visitor(clerk))
    meeting.meet(clerk, trust.share)
    meeting.meet(officer, trust.share)
    before = sorted(path.name for path in (trust.folder / "share").iterdir())
    for desk in (clerk, officer, clerk, officer):
        met = meeting.meet(desk, trust.share)
        assert (met.made, met.sent, met.put_aside) == (0, 0, 0)
    assert sorted(path.name for path in (trust.folder / "share").iterdir()) == before


class _Failing(FolderShare):
    """A share that goes away in the middle."""

    def __init__(self, folder: Path, takes: int) -> None:
        super().__init__(folder)
        self._takes = takes

    def write_new(self, name: str, data: bytes) -> None:
        if not self._takes:
            raise ShareUnavailable
        self._takes -= 1
        super().write_new(name, data)


def test_h10_what_reached_the_share_before_it_went_away_is_noted_and_the_rest_goes_later(
    trust: MadeUpTrust, clerk: Desk
) -> None:
    for name in ("Okafor", "Adeleke", "Silva"):
        register_visitor(clerk, add_visitor(clerk, family_name=name))
        dispatching.seal_waiting(clerk)
    waiting = dispatching.unsent(clerk)
    with pytest.raises(ShareUnavailable):
        meeting.send(clerk, _Failing(trust.folder / "share", takes=2))
    assert dispatching.unsent(clerk) == waiting[2:]
    assert len(list((trust.folder / "share").glob("*.env"))) == 2
    assert meeting.send(clerk, trust.share) == 1
    assert dispatching.unsent(clerk) == ()


class _GoneAfterwards(FolderShare):
    """A share that takes what is sent and is away from then on."""

    _is_gone = False

    def write_new(self, name: str, data: bytes) -> None:
        super().write_new(name, data)
        self._is_gone = True

    def list(self, prefix: str = "") -> tuple[str, ...]:
        if self._is_gone:
            raise ShareUnavailable
        return super().list(prefix)


def test_h10_what_was_sent_is_noted_where_the_share_is_away_right_afterwards(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    meeting.meet(clerk, trust.share)
    case = register_visitor(clerk, add_visitor(clerk))
    with pytest.raises(ShareUnavailable):
        meeting.meet(clerk, _GoneAfterwards(trust.folder / "share"))
    assert dispatching.unsent(clerk) == ()
    assert meeting.meet(clerk, trust.share).sent == 0
    meeting.meet(officer, trust.share)
    assert officer.db.scalar("SELECT registration_id FROM registrations") == case


def test_what_was_sent_is_noted_with_the_answer_of_the_share_where_nothing_came(
    trust: MadeUpTrust, clerk: Desk
) -> None:
    register_visitor(clerk, add_visitor(clerk))
    dispatching.seal_waiting(clerk)
    waiting = dispatching.unsent(clerk)
    assert waiting
    nothing = Gathered((), (), frozenset(), more=False)
    taking_in.take(clerk, nothing)
    assert dispatching.unsent(clerk) == waiting
    named = [one for one in map(partial(dispatching.to_send, clerk), waiting) if one is not None]
    taking_in.take(clerk, nothing, [OnShare(one.sequence, one.name) for one in named])
    assert dispatching.unsent(clerk) == ()


def test_two_who_meet_at_once_have_each_others_work_in_one_exchange(
    trust: MadeUpTrust, officer: Desk
) -> None:
    other = machine(trust, "D03", Duty.OFFICER, user="officer")
    meeting.meet(officer, trust.share)  # hears of the new list
    cases = [register_visitor(desk, add_visitor(desk)) for desk in (officer, other)]
    share = MetMeanwhile(trust.folder / "share", lambda: meeting.meet(other, trust.share))
    took = meeting.meet(officer, share).took
    assert sum(one.cases for one in took) == 1
    for desk in (officer, other):
        assert dispatching.unsent(desk) == ()
        here = [row[0] for row in desk.db.each("SELECT registration_id FROM registrations")]
        assert sorted(here) == sorted(cases)
    other.db.close()


def test_h10_a_few_are_looked_after_on_the_share_and_others_the_next_time(
    trust: MadeUpTrust, clerk: Desk
) -> None:
    for number in range(10):
        register_visitor(clerk, add_visitor(clerk, family_name=f"Visitor {chr(65 + number)}"))
        meeting.meet(clerk, trust.share)
    sent = list(range(1, travelling.latest(clerk.db, 1)[0].sequence + 1))
    dispatching.seal_waiting(clerk, dispatching.to_check(clerk)[-1:])
    seen = []
    for _ in range(4):
        some = dispatching.to_check(clerk)
        assert some == dispatching.to_check(clerk), "a crash before the end changes nothing"
        assert 0 < len(some) < len(sent)
        seen += [one.sequence for one in some]
        dispatching.seal_waiting(clerk, some)
    assert set(seen) == set(sent)


def test_what_was_taken_long_ago_is_passed_over_and_not_taken_for_a_replay(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    for name in ("Okafor", "Adeleke", "Bello"):
        register_visitor(clerk, add_visitor(clerk, family_name=name))
        meeting.meet(clerk, trust.share)
        assert meeting.meet(officer, trust.share).put_aside == 0
    assert meeting.meet(officer, trust.share).put_aside == 0
    assert quarantine.aside(officer.db) == ()


def test_an_altered_envelope_is_put_aside_and_blocks_nobody_else(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, tmp_path: Path
) -> None:
    register_visitor(clerk, add_visitor(clerk))
    meeting.meet(clerk, trust.share)
    (file,) = (trust.folder / "share").glob("*.env")
    whole = file.read_bytes()
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    other = machine(trust, "D03", Duty.DESK)
    register_visitor(other, add_visitor(other, family_name="Adeleke"))
    meeting.meet(other, trust.share)
    other.db.close()
    met = meeting.meet(officer, trust.share)
    assert met.put_aside == 1
    assert [one.fault for one in quarantine.aside(officer.db)] == [Fault.DAMAGED.value]
    assert officer.db.scalar("SELECT count(*) FROM registrations") == 1
    assert meeting.meet(clerk, trust.share).spoilt == 1  # the desk looks after what has no receipt
    meeting.meet(officer, trust.share)
    assert officer.db.scalar("SELECT count(*) FROM registrations") == 2


def test_h10_a_file_that_was_put_aside_and_is_whole_again_is_taken_after_all(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    """The share's own backup puts it back; its sender may long have had its receipt."""
    register_visitor(clerk, add_visitor(clerk))
    meeting.meet(clerk, trust.share)
    (file,) = (trust.folder / "share").glob("*.env")
    whole = file.read_bytes()
    for spoilt in (whole[:-9], whole[:-10]):
        file.write_bytes(spoilt)
        assert meeting.meet(officer, trust.share).put_aside == 1
        assert meeting.meet(officer, trust.share).put_aside == 0
    file.write_bytes(whole)
    assert meeting.meet(officer, trust.share).put_aside == 0
    assert quarantine.aside(officer.db) == ()
    assert officer.db.scalar("SELECT count(*) FROM registrations") == 1


def test_those_who_look_at_once_begin_with_different_machines(
    trust: MadeUpTrust, clerk: Desk
) -> None:
    other = machine(trust, "D03", Duty.DESK)
    officer = machine(trust, "D02", Duty.OFFICER, user="officer")
    for desk in (clerk, other):
        register_visitor(desk, add_visitor(desk))
        meeting.meet(desk, trust.share)
    stand = taking_in.where_we_stand(officer)

    def seen(begin: int) -> list[str]:
        found = look(trust.share, stand.receiver, stand.roster, stand.book, begin=begin)
        return [one.sender.code for one in found if isinstance(one, Arrived)]

    assert seen(0) == ["D01", "D03"]
    assert seen(1) == ["D03", "D01"]
    assert seen(2) == seen(0)
    other.db.close()
    officer.db.close()


def test_a_machine_that_has_not_joined_sends_nothing_and_says_so(
    trust: MadeUpTrust, tmp_path: Path
) -> None:
    stranger = make_desk(tmp_path / "stranger", device="D09")
    with pytest.raises(Known) as told:
        meeting.meet(stranger, trust.share)
    assert told.value.code == "not_joined"
    stranger.db.close()


def test_a_revoked_device_is_not_believed_any_more(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    register_visitor(clerk, add_visitor(clerk))
    meeting.meet(clerk, trust.share)
    trust.revoke("D01")
    met = meeting.meet(officer, trust.share)
    assert met.put_aside == 1
    assert [one.fault for one in quarantine.aside(officer.db)] == [Fault.REVOKED.value]
    assert journal.last_number(officer.db, journal.actor(clerk.db)) == 0


def test_h10_two_decisions_made_apart_show_both_sides_and_a_person_chooses(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    second = machine(trust, "D03", Duty.OFFICER, user="senior")
    case = register_visitor(clerk, add_visitor(clerk))
    meeting.meet(clerk, trust.share)
    for one in (officer, second):
        meeting.meet(one, trust.share)
        interview(one, case)
    decide(officer, case, Choice.CANNOT_TELL)
    decide(second, case, Choice.CANNOT_TELL, by="senior", note="Seen the ticket home.")
    for one in (officer, second, officer):
        meeting.meet(one, trust.share)
    shown = {one.device: disputes.open_conflicts(one) for one in (officer, second)}
    cards = {name: [(c.table, c.column) for c in cards] for name, cards in shown.items()}
    assert cards["D02"] == cards["D03"]
    (conflict,) = (c for c in shown["D02"] if c.table == "decisions")
    assert {side.device for side in conflict.sides} == {"D02", "D03"}
    assert any("Seen the ticket home." in str(side.value) for side in conflict.sides)
    with pytest.raises(Known) as told:
        disputes.require_undisputed(officer, case)
    assert told.value.code == "in_dispute"
    for card in shown["D02"]:
        disputes.choose(officer, card, card.sides[0].dot, "Both of us looked at it together.")
    for one in (officer, second):
        meeting.meet(one, trust.share)
    for one in (officer, second):
        assert disputes.open_conflicts(one) == ()
        assert {c.settled_by for c in disputes.settled_conflicts(one)} == {"M. Adeyemi"}
        disputes.require_undisputed(one, case)
    assert decisions.of(officer.db, case) == decisions.of(second.db, case)
    second.db.close()


def test_an_officer_who_joins_later_gets_all_from_another_where_there_is_no_hub(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    cases = {register_visitor(clerk, add_visitor(clerk))}
    meeting.meet(clerk, trust.share)
    meeting.meet(officer, trust.share)
    late = machine(trust, "D03", Duty.OFFICER, user="officer")
    dispatching.record(clerk)
    cases.add(register_visitor(clerk, add_visitor(clerk, family_name="Adeleke")))
    dispatching.seal_waiting(clerk)  # it has not seen the new list
    for one in (officer, clerk, officer, late):
        meeting.meet(one, trust.share)
    found = {row[0] for row in late.db.each("SELECT registration_id FROM registrations")}
    assert found == cases
    before = sorted(path.name for path in (trust.folder / "share").iterdir())
    for one in (officer, late, clerk, officer, late):
        assert meeting.meet(one, trust.share).put_aside == 0
    assert sorted(path.name for path in (trust.folder / "share").iterdir()) == before
    late.db.close()


def test_a_clerk_hears_that_their_case_was_decided_elsewhere_and_never_what(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    case = register_visitor(clerk, add_visitor(clerk))
    meeting.meet(clerk, trust.share)
    meeting.meet(officer, trust.share)
    interview(officer, case)
    decide(officer, case, Choice.EUROPEAN_CARD, certified=False)
    meeting.meet(officer, trust.share)
    assert feedback.became_of(clerk).lines == ()
    meeting.meet(clerk, trust.share)
    (line,) = feedback.became_of(clerk).lines
    assert line.words == clerk.terms.feedback[feedback.SEEN], "the plain sentence, whatever it was"
    feedback.mark_read(clerk, feedback.became_of(clerk).until)
    meeting.meet(officer, trust.share)
    meeting.meet(clerk, trust.share)
    assert feedback.became_of(clerk).lines == (), "once"


def test_security_7_the_end_of_the_chain_lies_on_the_share_and_a_chain_worked_out_anew_shows(
    trust: MadeUpTrust, clerk: Desk
) -> None:
    register_visitor(clerk, add_visitor(clerk))
    meeting.meet(clerk, trust.share)
    sign_in(clerk, "auditor")
    assert auditing.compare_with_share(clerk, trust.share) == Compared(1, ())
    with clerk.db.atomic():  # as whoever has the file and its key can
        rows = clerk.db.rows("SELECT * FROM audit ORDER BY seq")
        clerk.db.execute("DROP TRIGGER audit_refuses_delete")
        clerk.db.execute("DELETE FROM audit")
        for row in rows:
            detail = {} if row["act"] == "registered" else json.loads(row["detail"])
            audit.record(
                clerk.db,
                Happening(
                    at=row["at"],
                    user_id=row["user_id"],
                    user_name=row["user_name"],
                    device=row["device"],
                    act=row["act"],
                    subject=row["subject"],
                    detail=detail,
                ),
            )
    assert auditing.verify(clerk).sound
    compared = auditing.compare_with_share(clerk, trust.share)
    assert (compared.ends, len(compared.differ)) == (1, 1)


def test_a_returning_patient_is_known_again_at_a_desk_that_never_saw_them(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    first = add_visitor(clerk)
    register_visitor(clerk, first)
    meeting.meet(clerk, trust.share)
    meeting.meet(officer, trust.share)
    meeting.meet(officer, trust.share)
    other = machine(trust, "D03", Duty.DESK)
    assert finding.find(other, "Okafor 2/3/1990") == ()
    meeting.meet(officer, trust.share)
    meeting.meet(other, trust.share)
    if not register.of_patient(other.db, first.patient_id):  # let in after it was told
        registrations_again(officer)
        meeting.meet(officer, trust.share)
        meeting.meet(other, trust.share)
    assert finding.find(other, "Adeleke 2/3/1990") == ()
    assert finding.find(other, "Okafor 3/3/1990") == ()
    (match,) = finding.find(other, "Okafor 2/3/1990")
    assert (match.patient_id, match.reason) == (first.patient_id, Reason.KNOWN)
    assert finding.similar_to(other, first.patient_id) == ()
    registration.begin(other, first.patient_id, "outpatient")
    with other.db.atomic():  # the one thing the clerk has to ask for anew
        patients.update(other.db, replace(patients.get(other.db, first.patient_id), phone=PHONE))
    case = register_visitor(other, patients.get(other.db, first.patient_id))
    (here,) = finding.find(other, "Okafor 2/3/1990")
    assert (here.patient_id, here.reason) == (first.patient_id, Reason.NAME_AND_BIRTH)
    meeting.meet(other, trust.share)
    meeting.meet(officer, trust.share)
    found = officer.db.scalar(
        "SELECT patient_id FROM registrations WHERE registration_id = ?", (case,)
    )
    assert found == first.patient_id
    assert kept_disputes.told(officer.db, open_ones=True) == (), (
        "no word against what it never knew"
    )
    assert officer.db.scalar("SELECT title FROM patients") == "Mrs"
    other.db.close()


def registrations_again(officer: Desk) -> None:
    """The officer works on the case once more, so that the register tells of it."""
    case = officer.db.scalar("SELECT registration_id FROM registrations")
    interview(officer, case)
