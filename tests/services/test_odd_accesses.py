"""Emergency accesses of another machine with values that nobody types there."""

from __future__ import annotations

import pytest

from app.core.dates import clock_time, parse_iso, show
from app.services import emergency
from app.services.desk import Desk
from app.services.timeline import timeline_of
from app.store import emergencies
from app.store.emergencies import NewAccess
from tests.services.sealed import MadeUpTrust
from tests.services.test_emergency_travels import looked, registered, waiting
from tests.services.test_removal_travels import meet_all
from tests.services.work import seated

EVERYDAY = {
    "reason": "The ward asks whom to ring tonight.",
    "opened_by": "u-gone",
    "opened_at": "2026-03-09T09:00:00Z",
    "device": "D01",
}


@pytest.mark.parametrize(
    "odd",
    [
        {"opened_by": "", "device": ""},
        {"opened_at": "9999-12-31T23:59:59Z"},
        {"opened_at": "0001-01-01T00:00:00Z"},
        {"opened_at": "0000-01-01T00:00:00Z"},
        {"opened_at": "-4713-11-24T12:00:00Z"},
        {"reason": "long " * 20_000},
        {"reason": "\x1b[31m\x00\u202e\n<b>%s{0}</b>", "device": "\x07\n"},
    ],
    ids=lambda odd: ",".join(odd),
)
def test_h10_an_access_with_odd_values_is_shown_and_looked_at_like_any_other(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, odd: dict[str, str]
) -> None:
    case = registered(trust, clerk, officer)
    with clerk.db.atomic():
        emergencies.add(
            clerk.db,
            NewAccess(access_id="odd-1", registration_id=case, **(EVERYDAY | odd)),
        )
    meet_all(trust, clerk, officer, rounds=1)
    with seated(officer, "auditor"):
        (line,) = emergency.accesses_to_look_at(officer)
    event = next(one for one in timeline_of(officer, case) if "emergency" in one.words)
    for at in (line.at, event.at):
        assert show(parse_iso(at[:10]))
        assert clock_time(at)
    assert line.who == "Somebody at that machine"
    assert not event.words.endswith(" at ")
    assert line.reason == (EVERYDAY | odd)["reason"]
    looked(officer, "odd-1")
    meet_all(trust, officer, clerk, rounds=1)
    assert waiting(officer) == []
    with seated(clerk, "auditor"):
        assert emergency.count_to_look_at(clerk) == 0
