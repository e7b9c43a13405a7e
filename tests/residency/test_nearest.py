"""The fewest facts that, were they otherwise, would flip a case."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random

import pytest

from app.library.law import load_law
from app.residency.alternatives import Alternatives
from app.residency.determination import Case, Determination, determine
from app.residency.facts import FactValue
from app.residency.findings import Category, Change, Charged
from app.residency.line import Line
from app.residency.possible import CLASHES, new_clash
from tests.residency.brute import flipping, flips, may_move
from tests.residency.given import TODAY, by_chance, finding, finding_of, tourist
from tests.residency.likely import likely_case

LAW = load_law()
RESIDENCE = (
    "residence_uk_settled_purpose", "residence_uk_lawful", "is_british_citizen",
    "immigration_status", "uk_forces_member", "custody_status", "service_type",
)  # fmt: skip


def nearest(found: Determination) -> Change:
    change = found.nearest_other_outcome
    assert change is not None
    return change


def drawn(chance: Random) -> Case:
    if chance.random() < 0.7:
        return likely_case(chance)
    return Case(by_chance(chance), certified=chance.random() < 0.5)


def check_no_smaller_change_flips(case: Case) -> int:
    """Hold the search against trying everything; the size of the change found."""
    found = determine(case, LAW, TODAY)
    change = nearest(found)
    waits = found.charging_category is Category.P
    after = determine(case.with_facts(change.values), LAW, TODAY)
    assert after.outcome == change.then
    assert after.charging_category is not Category.P
    if waits and any(one.before is not None for one in change.facts):
        return 0  # no answers would settle it, so something known was changed
    assert flips(found, change.values)
    one = next(flipping(found, may_move(found), size=1), None)
    assert (len(change.facts) == 1) == (one is not None)
    if len(change.facts) > 2:
        few = [name for name in may_move(found) if name in (*RESIDENCE, *change.values)]
        assert next(flipping(found, few, size=2), None) is None
    return len(change.facts)


def test_no_smaller_change_flips_a_case() -> None:
    chance = Random(8)
    sizes = Counter(check_no_smaller_change_flips(drawn(chance)) for _ in range(60))
    assert {1, 2, 3} <= set(sizes)


@pytest.mark.slow
def test_no_smaller_change_flips_any_of_a_thousand_cases() -> None:
    chance = Random(2015)
    sizes = Counter(check_no_smaller_change_flips(drawn(chance)) for _ in range(1_000))
    assert {1, 2, 3, 4} <= set(sizes)


def test_a_case_free_on_two_grounds_turns_on_both_or_on_residence() -> None:
    found = finding(tourist(uk_forces_member=True, war_pension=True))
    assert nearest(found).values == {"uk_forces_member": False, "war_pension": False}
    assert nearest(found).then == (Charged.YES, Category.F)
    third = finding(tourist(uk_forces_member=True, war_pension=True, afcs_payment=True))
    assert nearest(third).then == (Charged.NO, Category.A)
    assert len(nearest(third).facts) == 2


def test_a_case_that_waits_for_several_answers_is_told_the_fewest() -> None:
    found = finding({})
    change = nearest(found)
    assert [one.before for one in change.facts] == [None, None]
    assert change.then.category is not Category.P


def test_what_is_known_is_changed_only_where_no_answers_would_settle_a_case() -> None:
    unborn = tourist(age_years=None, looked_after_child=True, date_of_birth=date(2026, 1, 1))
    found = finding({**unborn, "service_date": date(2025, 3, 10)})
    assert found.charging_category is Category.P
    assert all(one.before is not None for one in nearest(found).facts)


def test_an_age_nobody_told_is_answered_by_a_day_of_birth() -> None:
    found = finding(tourist(age_years=None, looked_after_child=True))
    assert {one.fact for one in found.would_settle} == {"age_years"}
    (turned,) = nearest(found).facts
    assert (turned.fact, turned.before) == ("date_of_birth", None)


def test_an_age_is_changed_by_the_day_of_birth() -> None:
    found = finding(
        tourist(
            age_years=None,
            looked_after_child=True,
            date_of_birth=date(2010, 1, 1),
        )
    )
    assert found.chargeable is Charged.NO
    assert "age_years" not in may_move(found)
    assert {"date_of_birth": date(1990, 3, 10)} in [
        {name: value}
        for name, value in (("date_of_birth", date(1990, 3, 10)),)
        if flips(found, {name: value})
    ]


def test_a_right_by_document_is_changed_by_the_document_or_its_issuer() -> None:
    found = finding(
        tourist(
            tca_entitlement=None,
            entitlement_document="ehic",
            entitlement_document_issuer="FR",
            entitlement_document_valid_on_service_date=True,
            medically_necessary_during_stay=True,
        )
    )
    assert found.chargeable is Charged.NO
    moved = may_move(found)
    assert "tca_entitlement" not in moved
    assert {"entitlement_document", "entitlement_document_issuer"} <= set(moved)


def alternatives(**facts: FactValue | None) -> Alternatives:
    basis = finding(tourist(**facts)).basis
    return Alternatives(basis.tests, basis.given, basis.pack, basis.facts, False)


def test_what_is_worked_out_moves_only_where_it_was_told_without_a_source() -> None:
    assert alternatives(age_years=40, date_of_birth=None).movable("age_years")
    assert not alternatives(age_years=None, date_of_birth=date(1980, 1, 1)).movable("age_years")
    told = alternatives(service_type="assisted_conception", service_is_assisted_conception=None)
    assert told.movable("service_is_assisted_conception")
    assert not alternatives().movable("service_date")


def test_countries_and_days_of_birth_are_told_apart_by_what_is_read_of_them() -> None:
    assert 4 <= len(alternatives().values("country_of_residence")) < 30
    assert 2 <= len(alternatives().values("nationalities")) < 20
    born = alternatives(date_of_birth=date(1980, 1, 1)).values("date_of_birth")
    assert len(born) == 3
    assert all(isinstance(day, date) for day in born)


def test_what_cannot_be_so_together_is_not_proposed() -> None:
    for clash in CLASHES:
        assert clash.happens({}) is False
    subject = {"subject_to_immigration_control": True}
    both = {**subject, "is_british_citizen": True}
    assert new_clash(subject, both) is not None
    assert new_clash(both, both) is None
    visitor = {"immigration_status": "visitor"}
    assert new_clash(visitor, {**visitor, "is_british_citizen": True}) is not None
    settled = {"immigration_status": "ilr_ile"}
    assert new_clash(settled, {**settled, "is_british_citizen": True}) is None
    early = {"leave_valid_from": date(2025, 1, 2), "leave_valid_to": date(2025, 1, 1)}
    assert new_clash({}, early) is not None


def test_a_line_that_waits_beside_a_settled_one_settles_too() -> None:
    found = finding_of(
        Line("1", {"service_type": "sti"}),
        Line("2", {"service_is_relevant": None}),
    )
    assert nearest(found).values == {"service_is_relevant": True}


def test_a_letter_that_waits_for_two_grounds_is_told_an_answer_for_each() -> None:
    found = finding(
        tourist(
            service_type="sti",
            qualifying_employee=None,
            visiting_in_course_of_qualifying_employment=None,
            nato_article_ix_5=None,
            service_available_from_forces_medical=None,
        )
    )
    assert (found.chargeable, found.charging_category) == (Charged.NO, Category.P)
    assert found.would_settle == ()
    assert len(nearest(found).facts) == 2


def test_a_birth_between_two_lines_is_no_age_on_the_first() -> None:
    found = finding_of(
        Line("1", {"service_date": date(2024, 12, 10)}),
        Line("2", {"service_date": date(2025, 3, 10)}),
        age_years=None,
        age_months=None,
        date_of_birth=date(1980, 1, 1),
    )
    basis = found.basis
    could = Alternatives(basis.tests, basis.given, basis.pack, basis.facts, False)
    assert len(could.values("date_of_birth")) > 2


def test_assisted_conception_is_let_go_by_the_service() -> None:
    paid: dict[str, FactValue | None] = {
        "immigration_status": "limited_leave",
        "ihs_state": "paid",
        "leave_valid_from": date(2024, 1, 1),
        "leave_valid_to": date(2027, 1, 1),
        "service_type": "assisted_conception",
        "service_is_assisted_conception": True,
    }
    found = finding(tourist(**paid))
    assert found.chargeable is Charged.YES
    assert len(nearest(found).facts) == 1
    free = finding(tourist(**paid | {"service_is_assisted_conception": False}))
    assert free.chargeable is Charged.NO
    assert nearest(free).then.chargeable is Charged.YES
