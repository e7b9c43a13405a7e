"""The facts behind each reason, and where they come from."""

from __future__ import annotations

from datetime import date
from random import Random

from app.library.law import load_law
from app.residency.determination import Case, Determination, determine
from app.residency.grounds import Relied, Source, facts_behind
from tests.residency.given import TODAY, by_chance, finding, tourist
from tests.residency.likely import likely_case

LAW = load_law()


def behind(found: Determination, rule: str) -> dict[str, Relied]:
    (facts,) = [facts for reason, facts in facts_behind(found).items() if reason.rule == rule]
    return {one.fact: one for one in facts}


def test_a_reason_rests_on_the_facts_that_make_its_rule_true() -> None:
    found = finding(tourist(uk_forces_member=True))
    assert behind(found, "uk_forces") == {
        "uk_forces_member": Relied("uk_forces_member", True, Source.GIVEN)
    }


def test_findings_are_the_same_when_they_say_the_same() -> None:
    again = finding(tourist(uk_forces_member=True, names="Ada"))
    assert finding(tourist(uk_forces_member=True)) == again
    assert again != finding(tourist())


def test_what_was_worked_out_says_so() -> None:
    found = finding(
        tourist(
            tca_entitlement=None,
            entitlement_document="ehic",
            entitlement_document_issuer="FR",
            entitlement_document_valid_on_service_date=True,
            medically_necessary_during_stay=True,
        )
    )
    relied = behind(found, "tca_ehic")
    assert relied["tca_entitlement"] == Relied("tca_entitlement", True, Source.WORKED_OUT)
    assert relied["entitlement_document"].source is Source.GIVEN


def test_what_the_certificate_closed_was_not_claimed() -> None:
    facts = tourist(
        immigration_status="limited_leave",
        ihs_state="waived",
        leave_valid_from=date(2024, 1, 1),
        leave_valid_to=date(2027, 1, 1),
        s2_visa=None,
    )
    relied = behind(finding(facts, certified=True), "ihs_waived")
    assert relied["s2_visa"] == Relied("s2_visa", None, Source.NOT_CLAIMED)
    assert relied["s2_visa"].as_json() == {
        "fact": "s2_visa",
        "value": None,
        "source": "not_claimed",
    }


def test_care_outside_the_regulations_rests_on_just_that() -> None:
    found = finding(tourist(service_is_relevant=False))
    assert list(behind(found, "outside")) == ["service_is_relevant"]


def test_the_charge_that_follows_when_nothing_exempts_rests_on_no_fact_of_its_own() -> None:
    found = finding(tourist(country_of_residence=None, residence_charging_side=None))
    printed = found.as_json()["reasons"]
    assert isinstance(printed, list)
    assert all("facts" in reason for reason in printed)


def test_the_facts_behind_a_reason_are_enough_for_it() -> None:
    """Take every other answer away, and the rule still holds."""
    chance = Random(9)
    tried = 0
    for _ in range(150):
        case = likely_case(chance) if chance.random() < 0.6 else Case(by_chance(chance))
        case = Case(case.facts, certified=case.certified)
        found = determine(case, LAW, TODAY)
        for reason, facts in facts_behind(found).items():
            if reason.rule not in {group.id for group in found.groups}:
                continue
            kept = {one.fact: one.value for one in facts if one.value is not None}
            alone = Case({**kept, "service_date": found.on}, certified=case.certified)
            after = determine(alone, LAW, TODAY)
            assert reason.rule in {group.id for group in after.groups}
            tried += 1
    assert tried > 50
