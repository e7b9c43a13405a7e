from __future__ import annotations

from datetime import date
from random import Random

from app.library.law import load_law
from app.residency.determination import Case, determine
from app.residency.findings import Category, Charged
from app.residency.line import Line
from tests.residency.given import TODAY, by_chance, finding, finding_of, tourist

LAW = load_law()


def test_what_is_worked_out_is_asked_for_by_its_sources() -> None:
    found = finding(
        tourist(
            tca_entitlement=None,
            entitlement_document="ehic",
            entitlement_document_valid_on_service_date=True,
            medically_necessary_during_stay=True,
        )
    )
    assert found.missing == ("entitlement_document_issuer",)


def test_an_age_is_asked_for_as_a_date_of_birth() -> None:
    found = finding(tourist(age_years=None, looked_after_child=True))
    assert "date_of_birth" in found.missing


def test_a_fact_whose_sources_are_known_is_asked_for_itself() -> None:
    found = finding_of(
        Line("1", {"service_type": "assisted_conception", "service_is_assisted_conception": None}),
        immigration_status="limited_leave",
        ihs_state="paid",
    )
    assert found.missing == ("service_is_assisted_conception",)


def test_a_settled_case_misses_nothing() -> None:
    assert finding(tourist()).missing == ()
    assert finding(tourist()).would_settle == ()


def test_each_answer_that_would_settle_a_case_is_named_with_what_follows() -> None:
    found = finding(tourist(asylum_application_undetermined=None))
    told = {one.value: one.then for one in found.would_settle}
    assert told[True] == (Charged.NO, Category.E)
    assert told[False] == (Charged.YES, Category.F)


def test_whether_the_service_is_a_relevant_one_settles_a_case_both_ways() -> None:
    found = finding(tourist(service_is_relevant=None))
    told = {one.value: one.then.chargeable for one in found.would_settle}
    assert told == {True: Charged.YES, False: Charged.NO}


def test_every_answer_said_to_settle_a_case_does() -> None:
    chance = Random(3)
    tried = 0
    for _ in range(300):
        case = Case(by_chance(chance), certified=chance.random() < 0.5)
        for one in determine(case, LAW, TODAY).would_settle:
            after = determine(case.with_facts({one.fact: one.value}), LAW, TODAY)
            assert after.outcome == one.then
            assert after.charging_category is not Category.P
            tried += 1
    assert tried > 50


def test_a_change_said_to_lead_elsewhere_does() -> None:
    chance = Random(4)
    tried = 0
    for _ in range(300):
        case = Case(by_chance(chance), certified=True)
        found = determine(case, LAW, TODAY)
        change = found.nearest_other_outcome
        if change is not None:
            after = determine(case.with_facts(change.values), LAW, TODAY)
            assert after.outcome == change.then != found.outcome
            tried += 1
    assert tried > 50


def test_a_change_on_a_line_is_tried_on_that_line() -> None:
    case = Case(tourist(), (Line("1", {"service_type": "sti"}), Line("2")))
    changed = case.with_facts({"service_type": "nhs_111"})
    assert [line.facts.get("service_type") for line in changed.lines] == ["nhs_111", None]
    assert determine(changed, LAW, TODAY).chargeable is Charged.NO


def test_grounds_that_need_a_private_talk_come_last() -> None:
    change = finding(tourist(service_type="non_hospital_community")).nearest_other_outcome
    assert change is not None
    assert set(change.values) <= {"service_type", "condition_id"}


def test_a_resident_is_told_what_their_residence_turns_on() -> None:
    found = finding(
        tourist(
            is_british_citizen=True,
            subject_to_immigration_control=False,
            country_of_residence="GB",
            residence_uk_settled_purpose=True,
        )
    )
    change = found.nearest_other_outcome
    assert change is not None
    assert change.values == {"residence_uk_lawful": False}


def test_a_waiting_case_points_to_the_first_answer_that_would_settle_it() -> None:
    found = finding(tourist(custody_status=None))
    change = found.nearest_other_outcome
    assert change is not None
    assert [(one.fact, one.before) for one in change.facts] == [("custody_status", None)]


def test_dates_around_the_limit_are_tried() -> None:
    found = finding(
        tourist(
            immigration_status="limited_leave",
            ihs_state="paid",
            leave_valid_from=date(2025, 3, 1),
            leave_valid_to=None,
            country_of_residence="GB",
        )
    )
    told = {one.value: one.then.category for one in found.would_settle}
    assert told == {date(2025, 3, 10): Category.B, date(2025, 3, 9): Category.F}


def test_papers_are_wanted_for_true_groups_and_for_those_something_speaks_for() -> None:
    forces = {one.code: one for one in finding(tourist(uk_forces_member=True)).evidence_wanted}
    assert forces["uk_forces"].any_of == ("forces_id",)
    waiting = finding(tourist(is_british_citizen=True, residence_uk_settled_purpose=None))
    assert "or_british" in {one.code for one in waiting.evidence_wanted}
    assert "asylum_seeker" not in {
        one.code for one in finding(tourist(asylum_application_undetermined=None)).evidence_wanted
    }
