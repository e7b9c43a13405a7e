"""A machine that removed whole cases while it stood by itself, and then joins as a desk."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.casework.review import Choice
from app.core.errors import Known
from app.services import meeting, retention
from app.services.desk import Desk
from app.spool.roster import Duty
from app.store import quarantine, removals
from tests.desks import make_desk
from tests.services.removing import is_here
from tests.services.sealed import MadeUpTrust
from tests.services.test_removal_travels import is_sound, remove_due, two_years_on
from tests.services.test_whole_cases import free
from tests.services.work import SECOND_ADMIN, add_second_admin, decide, interview, seated, visitor


@pytest.fixture
def alone(trust: MadeUpTrust) -> Iterator[Desk]:
    desk = make_desk(trust.folder / "D07", device="D07", user="clerk")
    add_second_admin(desk)
    yield desk
    desk.db.close()


def recent(desk: Desk) -> str:
    case = visitor(desk, family_name="Newcomer")
    interview(desk, case)
    decide(desk, case, Choice.LIVES_HERE)
    return case


def test_retention_what_a_desk_removed_before_it_joined_keeps_none_of_its_cases_from_the_officers(
    trust: MadeUpTrust, alone: Desk, officer: Desk
) -> None:
    old = free(alone)
    two_years_on(alone, officer)
    kept = recent(alone)
    assert remove_due(alone).cases == 1
    trust.let_in(alone, Duty.DESK)
    for desk in (alone, officer, alone):
        meeting.meet(desk, trust.share)
    assert quarantine.aside(officer.db) == ()
    assert is_here(officer, kept)
    assert not is_here(officer, old)
    assert is_sound(officer)


def test_retention_a_list_made_before_a_desk_joined_removes_nothing_once_it_has(
    trust: MadeUpTrust, alone: Desk
) -> None:
    old = free(alone)
    two_years_on(alone)
    with seated(alone, "admin"):
        number = retention.propose_cases(alone)
    trust.let_in(alone, Duty.DESK)
    with seated(alone, SECOND_ADMIN), pytest.raises(Known, match="at an officer’s computer"):
        retention.approve_removal(alone, number)
    assert is_here(alone, old)
    assert [one.removal_id for one in removals.waiting(alone.db)] == [number]
    with seated(alone, SECOND_ADMIN):
        retention.decline_removal(alone, number, "It is done at an officer’s computer.")
    assert removals.waiting(alone.db) == ()
