"""Envelopes of a machine of the trust gone mad: put aside, and its next one is taken."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.billing.records import Kind
from app.services import meeting
from app.services.desk import Desk
from app.spool.acknowledgement import Answer, Status
from app.spool.names import Stem
from app.spool.roster import Duty
from app.spool.sealed import Content, Fault
from app.spool.travel_content import pack_files, pack_lines
from app.store import batches, quarantine
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
