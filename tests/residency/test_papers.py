"""Which documents are asked for: those for what is true, and the fewest that would settle."""

from __future__ import annotations

from itertools import islice
from random import Random

import pytest

from app.library.law import load_law
from app.residency.determination import Case, Determination, determine
from app.residency.facts import FactValue
from app.residency.findings import Category
from app.residency.line import Line
from app.residency.mark_sheet import each_bit
from tests.residency.brute import plenty
from tests.residency.given import TODAY, by_chance, finding, finding_of, tourist
from tests.residency.likely import likely_case

LAW = load_law()
TABLES = LAW.pack.tables


def wanted(found: Determination) -> list[str]:
    return [one.code for one in found.evidence_wanted]


def open_ones(found: Determination) -> list[str]:
    """The grounds asked about that are not true yet."""
    true = {group.id for group in found.groups}
    return [code for code in wanted(found) if code not in true]


def proof(found: Determination, codes: list[str]) -> dict[str, FactValue]:
    """Answers under which each of some open grounds holds, wherever it is open."""
    answers: dict[str, FactValue] = {}
    for code in codes:
        for test, mask in found.basis.open:
            mine = [bit for bit in each_bit(mask) if LAW.pack.rules_of(bit)[0].id == code]
            for bit in mine[:1]:
                for fact in TABLES.opened_by(test.facts, test.day, bit, certified=test.certified):
                    proving = (
                        value
                        for value in plenty(LAW.facts[fact], found.on)
                        if not TABLES.kills(fact, value, test.day) & bit
                    )
                    answers.update((fact, value) for value in islice(proving, 1))
    return answers


def after(case: Case, found: Determination, codes: list[str]) -> Determination:
    return determine(case.with_facts(proof(found, codes)), LAW, TODAY)


def check_smallest(case: Case) -> bool:
    """Whether the papers asked for settle the case; if so, none of them could be left out.

    One paper may prove a ground nobody asked about, under older law on another line.
    """
    found = determine(case, LAW, TODAY)
    codes = open_ones(found)
    if found.charging_category is not Category.P:
        assert not codes
        return False
    if not codes or after(case, found, codes).charging_category is Category.P:
        return False
    known = {group.id for group in found.groups}
    for code in codes:
        rest = [one for one in codes if one != code]
        fewer = after(case, found, rest)
        beside = {group.id for group in fewer.groups} - known - set(rest)
        assert fewer.charging_category is Category.P or beside
    return True


def drawn(chance: Random) -> Case:
    case = likely_case(chance) if chance.random() < 0.7 else Case(by_chance(chance))
    return Case(case.facts, case.lines)


def test_no_paper_asked_for_could_be_left_out() -> None:
    chance = Random(21)
    assert sum(check_smallest(drawn(chance)) for _ in range(300)) > 20


@pytest.mark.slow
def test_no_paper_asked_for_could_be_left_out_in_five_thousand_cases() -> None:
    chance = Random(22)
    assert sum(check_smallest(drawn(chance)) for _ in range(5_000)) > 300


def test_the_ground_that_needs_the_fewest_answers_is_the_one_asked_about() -> None:
    found = finding(tourist(is_british_citizen=True, residence_uk_settled_purpose=None))
    assert open_ones(found) == ["or_british"]
    both = finding(
        tourist(
            is_british_citizen=True,
            residence_uk_settled_purpose=None,
            residence_uk_voluntary=None,
            residence_uk_lawful=None,
            uk_forces_member=None,
            war_pension=None,
        )
    )
    assert open_ones(both) == ["or_british"]


def test_a_ground_that_nothing_speaks_for_is_not_asked_about() -> None:
    assert open_ones(finding(tourist(asylum_application_undetermined=None))) == []
    assert open_ones(finding({})) == []


def test_an_age_or_a_marriage_speaks_for_no_ground_that_needs_a_private_talk() -> None:
    child = finding(tourist(age_years=9, looked_after_child=None))
    assert child.charging_category is Category.P
    assert open_ones(child) == []
    married = tourist(family_link="spouse_or_civil_partner", is_dependant_of_protected=None)
    assert "refugee_dependant" not in wanted(finding(married))


def test_a_true_ground_keeps_its_papers_beside_what_is_open() -> None:
    found = finding(tourist(uk_forces_member=True, residence_uk_settled_purpose=None))
    assert "uk_forces" in wanted(found)


def test_each_line_that_waits_has_a_ground_and_one_ground_may_serve_several() -> None:
    waiting: dict[str, FactValue | None] = {
        "immigration_status": "limited_leave",
        "ihs_state": "paid",
        "leave_valid_to": None,
    }
    found = finding_of(Line("1"), Line("2", {"urgency": "urgent"}), **waiting)
    assert open_ones(found) == ["ihs_paid"]


def test_a_ground_without_assisted_conception_does_not_settle_what_may_be_it() -> None:
    found = finding_of(
        Line("1", {"service_type": "assisted_conception", "service_is_assisted_conception": None}),
        immigration_status="limited_leave",
        ihs_state="paid",
        leave_valid_to=None,
    )
    assert "ihs_paid" not in open_ones(found)
