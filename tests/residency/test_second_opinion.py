"""The engine against a plain reading of the rules, on cases that aim at every ground."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.library.law import load_law
from app.residency.determination import Case, Determination, determine
from app.residency.findings import Category
from tests.residency.given import TODAY
from tests.residency.likely import likely_case
from tests.residency.whole_case import LineOpinion, Opinion, groups, second_opinion

LAW = load_law()
SEEDS = st.integers(min_value=0, max_value=2**64)
NEVER = {"former_resident_working_abroad_old", "missionary_old", "uk_pensioner_abroad_old"}


def as_opinion(found: Determination) -> Opinion:
    return Opinion(
        resident=found.ordinarily_resident.value,
        chargeable=found.chargeable.value,
        letter=found.charging_category.value,
        digit=found.status_classification,
        groups=[group.id for group in found.groups],
        flagged=found.flag_officer,
        lines=[
            LineOpinion(
                charged=line.charged.value,
                services=list(line.service_exemptions),
                rate=line.rate_percent,
                liable=line.liable_party.value if line.liable_party else None,
                asks_first=line.may_ask_payment_first,
            )
            for line in found.lines
        ],
    )


def compare(case: Case) -> Determination:
    found = determine(case, LAW, TODAY)
    plain = second_opinion(
        dict(case.facts),
        [dict(line.facts) for line in case.lines],
        certified=case.certified,
        on=TODAY,
    )
    assert as_opinion(found) == plain
    return found


def compared(seed: int, *, cases: int) -> Counter[str]:
    chance = Random(seed)
    seen: Counter[str] = Counter()
    for _ in range(cases):
        found = compare(likely_case(chance))
        seen.update(group.id for group in found.groups)
        seen[found.charging_category.value] += 1
        seen[found.chargeable.value] += 1
    return seen


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS)
def test_two_readings_of_the_rules_agree(seed: int) -> None:
    compared(seed, cases=10)


@pytest.mark.slow
def test_two_readings_agree_on_every_group_and_letter_in_five_thousand_cases() -> None:
    seen = compared(2015, cases=5_000)
    naming = [g["id"] for g in groups().values() if g["kind"] in ("resident", "exempt", "historic")]
    assert {name for name in naming if name not in seen} == NEVER
    assert set("ABCDEFP") | {"yes", "no", "partly", "undetermined"} <= set(seen)


def check_what_is_foretold(case: Case, found: Determination) -> None:
    """Every answer said to settle, and the nearest other outcome, come true when they happen."""
    for settles in found.would_settle:
        then = determine(case.with_facts({settles.fact: settles.value}), LAW, TODAY)
        assert then.outcome == settles.then
        assert then.charging_category is not Category.P
    change = found.nearest_other_outcome
    if change is not None:
        other = determine(case.with_facts(change.values), LAW, TODAY)
        assert other.outcome == change.then
        assert (other.outcome, flips(other)) != (found.outcome, flips(found))


def flips(found: Determination) -> tuple[object, ...]:
    """What a change may turn besides the letter: who lives here, and which line is charged."""
    return (found.ordinarily_resident, *(line.charged for line in found.lines))


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS)
def test_what_is_foretold_comes_true(seed: int) -> None:
    chance = Random(seed)
    for _ in range(3):
        case = likely_case(chance)
        check_what_is_foretold(case, determine(case, LAW, TODAY))
