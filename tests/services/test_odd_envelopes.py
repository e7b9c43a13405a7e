"""Envelopes of a machine of the trust gone mad: put aside, and its next one is taken."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import pytest

from app.billing.records import Kind
from app.core.errors import Known
from app.services import meeting
from app.services import quarantine as put_by
from app.services.desk import Desk
from app.spool.acknowledgement import Answer, Status
from app.spool.names import Stem
from app.spool.roster import Duty
from app.spool.sealed import Content, Fault
from app.spool.travel_content import pack_files, pack_lines
from app.store import batches, quarantine, register
from tests.desks import add_visitor, register_visitor, sign_in
from tests.services.sealed import MadeUpTrust, machine, send_as
from tests.services.sealed_fixtures import clerk as clerk
from tests.services.sealed_fixtures import officer as officer
from tests.services.sealed_fixtures import trust as trust

_BATCH = "019c0000-0000-7000-8000-000000000000"


def put_aside(desk: Desk) -> list[str]:
    return [one.fault for one in quarantine.aside(desk.db)]


@pytest.mark.parametrize("subject", ["case", "document", "patient"])
@pytest.mark.parametrize("about", ["\ud800", 7, None, ["x"]])
def test_h10_a_removal_of_nothing_that_can_be_named_holds_up_no_exchange(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, subject: str, about: Any
) -> None:
    line = {"removed": {"subject": subject, "about": about, "stamp": 5, "seen": {}}}
    send_as(trust, officer, Content.REGISTER, pack_lines([json.dumps(line).encode()]), 1, clerk)
    meeting.meet(clerk, trust.share)
    assert put_aside(clerk) == [Fault.MISCOUNTED.value]
    send_as(trust, officer, Content.REGISTER, b"", 0, clerk)
    assert meeting.meet(clerk, trust.share).took[0].envelopes == 1


def put_of_an_older_program(_: object, lines: list[object]) -> None:
    if lines:
        raise ValueError("a line that this program does not know yet")


def test_h10_what_an_older_program_could_not_read_is_taken_once_it_is_judged_again(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    line: dict[str, object] = {one.name: "x" for one in fields(register.RegisterLine)}
    line |= {"standing": "decided", "registered_on": "2026-03-09", "born": None}
    line |= {"nhs_number": None, "ask_again_on": None, "told_stamp": 5}
    told = pack_lines([json.dumps(line).encode()])
    with monkeypatch.context() as before:
        before.setattr(register, "put", put_of_an_older_program)
        send_as(trust, officer, Content.REGISTER, told, 1, clerk)
        meeting.meet(clerk, trust.share)
        assert put_aside(clerk) == [Fault.MISCOUNTED.value]
        send_as(trust, officer, Content.REGISTER, b"", 0, clerk)  # its chain goes on meanwhile
        meeting.meet(clerk, trust.share)
        sign_in(clerk, "admin")
        (file,) = put_by.put_aside(clerk)
        put_by.mark_looked_at(clerk, file.name, "This machine is to be updated.")
        put_by.judge_again(clerk, file.name)
        (asked,) = put_by.put_aside(clerk)
        assert (asked.asked, asked.note) == (True, "This machine is to be updated.")
        meeting.meet(clerk, trust.share)
        (again,) = put_by.put_aside(clerk)
        assert (again.code, again.asked) == (Fault.MISCOUNTED.value, False)
        assert put_by.count_new(clerk) == 1, "it is told anew"
        put_by.judge_again(clerk, file.name)
    assert meeting.meet(clerk, trust.share).took[0].envelopes == 1
    assert put_by.put_aside(clerk) == ()
    assert register.of_case(clerk.db, "x") is not None
    send_as(trust, officer, Content.REGISTER, b"", 0, clerk)
    met = meeting.meet(clerk, trust.share)
    assert (met.took[0].envelopes, met.took[0].missing) == (1, ())


def test_h10_a_file_that_left_the_share_stays_listed_when_it_is_to_be_judged_again(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    register_visitor(clerk, add_visitor(clerk))
    meeting.meet(clerk, trust.share)
    (file,) = (trust.folder / "share").glob("*.env")
    file.write_bytes(b"altered")
    meeting.meet(officer, trust.share)
    put_by.judge_again(officer, file.name)
    file.unlink()
    meeting.meet(officer, trust.share)
    (one,) = put_by.put_aside(officer)
    assert (one.name, one.code, one.asked) == (file.name, Fault.DAMAGED.value, True)


def test_h10_what_no_exchange_can_judge_again_stays_listed_until_somebody_looked(
    clerk: Desk,
) -> None:
    sign_in(clerk, "admin")
    for fault in (Fault.CONTRADICTED, Fault.DAMAGED_HERE):
        aside = quarantine.Aside(
            name=fault.value, sha256="", fault=fault.value, device="D02", seen_at=clerk.moment
        )
        with clerk.db.atomic():
            quarantine.put_aside(clerk.db, aside)
        with pytest.raises(Known) as refused:
            put_by.judge_again(clerk, fault.value)
        assert refused.value.code == "nothing_to_judge"
    assert [(one.judgeable, one.asked) for one in put_by.put_aside(clerk)] == [(False, False)] * 2


def test_h10_an_answer_that_no_ledger_gives_holds_up_no_exchange(
    trust: MadeUpTrust, clerk: Desk
) -> None:
    """Two batches under one identifier, neither of them made here."""
    hub = machine(trust, "D09", Duty.HUB)
    for number in (1, 2):
        files = answered(number)
        send_as(trust, hub, Content.ANSWERS, pack_files(files), len(files), clerk)
    meeting.meet(clerk, trust.share)
    assert put_aside(clerk) == [Fault.MISCOUNTED.value]
    assert [one.sequence_no for one in batches.newest(clerk.db)] == [1]
    send_as(trust, hub, Content.ANSWERS, b"", 0, clerk)
    assert meeting.meet(clerk, trust.share).took[0].envelopes == 1
    hub.db.close()


def answered(number: int) -> tuple[tuple[str, bytes], ...]:
    answer = Answer(
        batch_id=_BATCH,
        sequence_no=number,
        manifest_sha256=f"{number}" * 64,
        status=Status.ACCEPTED,
        received_utc="2026-03-09T09:00:00Z",
        ledger_batch_no=None,
        accepted=dict.fromkeys(Kind, 1),
        rejected=dict.fromkeys(Kind, 0),
        accepted_pence=dict.fromkeys(Kind, 1),
    )
    return ((Stem("R1H", "D01", "20260309", number).acknowledgement, answer.ack_bytes()),)
