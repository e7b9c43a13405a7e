"""What a principal or parent is from day to day, for the family whose cover hangs on them."""

from __future__ import annotations

from datetime import date

from app.library.law import load_law
from app.residency.determination import Case
from app.residency.established import Established, established, named_in_rules
from app.residency.findings import Charged, Days
from app.residency.line import Line
from app.residency.spell import DatedFacts, Spells
from tests.residency.given import tourist

LAW = load_law()
WEEK = Days(date(2026, 3, 1), date(2026, 3, 7))


def test_a_mothers_cover_begins_with_her_leave_whatever_she_came_for() -> None:
    facts = tourist(
        ihs_state="paid",
        leave_valid_from=date(2026, 3, 4),
        leave_valid_to=date(2027, 3, 3),
        service_type="assisted_conception",
        service_is_assisted_conception=True,
    )
    case = Case(facts, (Line("9", {"service_date": date(2026, 1, 1)}),), certified=True)
    assert established(case, LAW, WEEK) == (
        Established(date(2026, 3, 1), (), Charged.YES),
        Established(date(2026, 3, 4), ("ihs_paid",), Charged.NO),
    )


def test_what_changes_for_the_person_on_a_day_is_followed() -> None:
    served = DatedFacts(date(2026, 3, 3), {"uk_forces_member": True})
    case = Case(tourist(), certified=True, spells=Spells(changes=(served,)))
    assert [(one.since, one.groups) for one in established(case, LAW, WEEK)] == [
        (date(2026, 3, 1), ()),
        (date(2026, 3, 3), ("uk_forces",)),
    ]


def test_the_groups_that_cover_a_family_are_those_its_rules_name() -> None:
    named = named_in_rules("family_principal_group", LAW)
    assert {"uk_forces", "modern_slavery_victim", "ukraine_resident"} <= named
    assert "asylum_seeker" not in named
    assert "ihs_paid" in named_in_rules("parent_group", LAW)
    assert named_in_rules("war_pension", LAW) == frozenset()
