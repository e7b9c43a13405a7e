"""What a machine sent before it was taken off the list stays, for every officers' machine."""

from __future__ import annotations

import pytest

from app.services import meeting
from app.spool.roster import Duty
from app.store import registrations
from tests.desks import add_visitor, register_visitor
from tests.services.sealed import MadeUpTrust, machine
from tests.services.sealed_hub import run


@pytest.mark.parametrize("with_hub", [True, False])
def test_h10_what_a_machine_sent_before_it_was_lost_reaches_officers_who_were_away(
    trust: MadeUpTrust, *, with_hub: bool
) -> None:
    hub = trust.hub() if with_hub else None
    serving = machine(trust, "D01", Duty.OFFICER, user="officer")
    away = machine(trust, "D02", Duty.OFFICER, user="officer")
    lost = machine(trust, "D07", Duty.DESK)
    for one in (serving, away, lost):
        meeting.meet(one, trust.share)
    cases = [register_visitor(lost, add_visitor(lost)) for _ in range(2)]
    meeting.meet(lost, trust.share)
    meeting.meet(serving, trust.share)
    if hub is not None:
        run(trust, hub)
    trust.revoke("D07")
    assert meeting.meet(away, trust.share).put_aside == 1
    for _ in range(2):
        meeting.meet(serving, trust.share)
        if hub is not None:
            run(trust, hub)
        meeting.meet(away, trust.share)
    assert [registrations.get(away.db, case).review for case in cases] == ["waiting"] * 2
    if hub is not None:
        assert (run(trust, hub).again, run(trust, hub).sent) == (0, 0)
    assert meeting.meet(serving, trust.share).made == 0
    for one in (serving, away, lost):
        one.db.close()
