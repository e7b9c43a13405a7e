"""Days and moments from before all calendars, or from their end, in records of other machines."""

from __future__ import annotations

from typing import Any

import pytest

from app.access.roles import Role
from app.replica.record import Subject
from app.services import finding, meeting, queue, signin
from app.services.desk import SERVICES, Desk
from app.store import calendars, journal, registrations
from app.store.replicated import KINDS
from tests.desks import add_visitor, register_visitor
from tests.services.calls import CALLS, World
from tests.services.sealed import MadeUpTrust
from tests.services.test_access import _try as try_it
from tests.services.test_access import world
from tests.services.test_odd_records import registered, say
from tests.services.work import seated

__all__ = ["world"]  # a fixture

FIRST, LAST = ("0001-01-01", "T00:00:00Z"), ("9999-12-31", "T23:59:59Z")


@pytest.mark.parametrize(
    "said",
    [
        {"cells": {"registrations": {"service_date": "0000-02-03"}}},
        {"cells": {"registrations": {"finished_at": "0000-12-31T23:59:59Z"}}},
        {"rows": {"case_rests": (("{case}", "dispute", 1, "Why", "u-1", "0000-01-01T00:00:00Z"),)}},
        {"subject": Subject.PATIENT, "cells": {"patients": {"born": "0000-01-01"}}},
    ],
)
def test_h10_a_day_that_no_calendar_holds_is_told_and_holds_up_its_own_record_alone(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, said: dict[str, Any]
) -> None:
    case = registered(clerk, trust)
    about, after = case, journal.state_of(clerk.db, Subject.CASE, case).heads
    if said.get("subject") is Subject.PATIENT:
        about = registrations.get(clerk.db, case).patient_id
        after = journal.state_of(clerk.db, Subject.PATIENT, about).heads
    rows = {
        table: tuple(tuple(case if one == "{case}" else one for one in row) for row in added)
        for table, added in said.get("rows", {}).items()
    }
    meeting.meet(officer, trust.share)
    say(clerk, about, after=after, **said | {"rows": rows})
    other = register_visitor(clerk, add_visitor(clerk, family_name="Adeleke"))
    meeting.meet(clerk, trust.share)
    assert meeting.meet(officer, trust.share).put_aside == 0
    waits = [(one.about, one.reason) for one in journal.unplaced(officer.db)]
    assert waits == [(about, calendars.OUTSIDE)]
    assert registrations.get(officer.db, other).review == "waiting"
    with seated(officer, "officer"):
        assert len(queue.page(officer, queue.Wanted())) == 2
        assert {one.family_name for one in finding.find(officer, "okafor")} == {"Okafor"}


@pytest.mark.parametrize("day", [FIRST, LAST], ids=["first", "last"])
def test_h10_cases_of_the_first_and_the_last_day_of_all_travel_and_are_listed(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, day: tuple[str, str]
) -> None:
    case = registered(clerk, trust)
    moment = "".join(day)
    cells = {"finished_at": moment, "opened_at": moment, "service_date": day[0], "due_on": day[0]}
    say(clerk, case, cells={"registrations": cells})
    meeting.meet(clerk, trust.share)
    meeting.meet(officer, trust.share)
    assert journal.unplaced(officer.db) == ()
    with seated(officer, "officer"):
        for sort in queue.SORTS:
            (row,) = queue.page(officer, queue.Wanted(sort=sort))
            assert (row.registration_id, str(row.treatment)) == (case, day[0])
        assert queue.queue_counts(officer)


@pytest.mark.slow
@pytest.mark.parametrize("day", [FIRST, LAST], ids=["first", "last"])
def test_h10_every_service_reads_sorts_and_prints_the_first_and_the_last_day_of_all(
    world: World, day: tuple[str, str]
) -> None:
    """Whatever travels says that day and moment: what came so must block nothing and nobody."""
    desk = world.desk
    with desk.db.atomic():
        for (trigger,) in desk.db.tuples("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            desk.db.execute(f"DROP TRIGGER {trigger}")
        for kind in KINDS.values():
            if kind.subject is not Subject.PACK:  # which has to be signed
                for table in kind.tables:
                    _date(desk, table.name, table.names, day)
                for row in kind.rows:
                    _date(desk, row.name, row.names, day)
    for name in sorted(SERVICES):
        role = next(role for role in Role if desk.matrix.extent([role], SERVICES[name]))
        signin.act_as(desk, f"only_{role}")
        try_it(world, CALLS[name.removeprefix("app.services.")])


def _date(desk: Desk, table: str, names: tuple[str, ...], day: tuple[str, str]) -> None:
    """Set every day and moment of a table that is one."""
    for at in calendars.dated(names):
        said = "".join(day) if names[at].endswith("_at") else day[0]
        desk.db.execute(
            f"UPDATE {table} SET {names[at]} = ? "
            f"WHERE {names[at]} <> '' AND typeof({names[at]}) = 'text'",
            (said,),
        )
