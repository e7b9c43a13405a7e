"""What `recoup determine` promises of every output, tried on fact sets by chance."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.library.law import load_law
from app.residency.contract import read_case
from app.residency.determination import Case, Determination, determine
from app.residency.facts import FactValue
from app.residency.findings import Category, Charged, Resident
from app.residency.line import Line
from tests.residency.given import TODAY, Facts, by_chance, leave_out_answers, value_of

LAW = load_law()
SEEDS = st.integers(min_value=0, max_value=2**64)
LETTERS = {category.value for category in Category}
DIGIT = {Category.A: {8}, Category.D: {4}, Category.F: {4}, Category.P: {9}}


def _case(chance: Random, *, certified: bool) -> Case:
    lines: tuple[Line, ...] = ()
    if chance.random() < 0.2:
        lines = tuple(_line(str(number), chance) for number in range(chance.randint(1, 3)))
    return Case(by_chance(chance), lines, certified)


def _line(line_id: str, chance: Random) -> Line:
    names = ("service_type", "service_date", "urgency", "condition_id", "admitted_as_inpatient")
    facts = {name: value_of(LAW.facts[name], chance) for name in names if chance.random() < 0.6}
    return Line(line_id, facts)


def _urgency(case: Case, line_id: str) -> tuple[FactValue | None, FactValue | None]:
    facts: dict[str, FactValue | None] = dict(case.facts)
    for line in case.lines:
        if line.id == line_id:
            facts |= line.facts
    return facts.get("urgency"), facts.get("service_type")


def check_promises(case: Case, found: Determination) -> None:
    undetermined = found.chargeable is Charged.UNDETERMINED
    asks = [line for line in found.lines if line.may_ask_payment_first]
    for line in asks:
        urgency, service_type = _urgency(case, line.id)
        assert urgency == "non_urgent"
        assert service_type != "maternity"
        assert line.charged is Charged.YES
    if undetermined or found.ordinarily_resident is Resident.UNDETERMINED:
        assert found.charging_category is Category.P
    if found.charging_category is Category.P:
        assert not asks
        assert found.status_classification == 9
        assert found.missing or any(flag.code == "referral_pending" for flag in found.flags)
    for line in found.lines:
        check_line(found, line.id)
    assert (found.charging_category is Category.A) <= (found.ordinarily_resident is Resident.YES)
    if found.charging_category in (Category.B, Category.C, Category.E):
        assert found.ordinarily_resident is Resident.NO
    if found.charging_category in DIGIT:
        assert found.status_classification in DIGIT[found.charging_category]
    assert (found.liable_party is None) == all(
        line.charged is not Charged.YES for line in found.lines
    )


def check_line(found: Determination, line_id: str) -> None:
    (line,) = [line for line in found.lines if line.id == line_id]
    if line.charged is Charged.YES:
        assert "SI 2015/238" in line.reason
        assert line.rate_percent in (100, 150)
        assert line.liable_party is not None
        assert found.flag_officer
    else:
        assert line.rate_percent == (0 if line.charged is Charged.NO else None)
        assert line.liable_party is None
    if line.service_exemptions or line.group in {group.id for group in found.groups}:
        assert line.charged is Charged.NO


def check_printed(found: Determination) -> None:
    printed = json.loads(json.dumps(found.as_json()))
    assert list(printed) == [
        "contract_version",
        "rules_version",
        "on",
        "ordinarily_resident",
        "groups",
        "lines",
        "chargeable",
        "charging_category",
        "status_classification",
        "liable_party",
        "statement_for_staff",
        "statement_for_patient",
        "flag_officer",
        "flags",
        "missing",
        "would_settle",
        "evidence_wanted",
        "reasons",
        "nearest_other_outcome",
        "retrospective",
        "ignored",
    ]
    assert printed["charging_category"] in LETTERS
    assert all(name in LAW.facts for name in printed["missing"])
    for reason in printed["reasons"]:
        assert reason["regulation"]
    for settles in printed["would_settle"]:
        assert settles["then"]["charging_category"] != "P"


def less_certain_only(before: Determination, after: Determination) -> None:
    """Leaving out answers moves every part of the finding towards undetermined, or not at all."""
    resident = (before.ordinarily_resident, Resident.UNDETERMINED)
    assert after.ordinarily_resident in resident
    for was, became in zip(before.lines, after.lines, strict=True):
        assert became.charged in (was.charged, Charged.UNDETERMINED)
    assert after.chargeable in (before.chargeable, Charged.UNDETERMINED)
    if after.charging_category in (Category.D, Category.F):
        assert before.charging_category in (Category.D, Category.F)
    if before.charging_category is Category.P:
        assert after.charging_category is not Category.A


def _try(seed: int, *, sets: int) -> Counter[str]:
    chance = Random(seed)
    letters: Counter[str] = Counter()
    for number in range(sets):
        case = _case(chance, certified=chance.random() < 0.3)
        found = determine(case, LAW, TODAY)
        letters[found.charging_category.value] += 1
        check_promises(case, found)
        if number % 10 == 0:
            check_printed(found)
        if not case.certified and number % 2 == 0:
            fewer = Case(leave_out_answers(dict(case.facts), chance), case.lines)
            less_certain_only(found, determine(fewer, LAW, TODAY))
    return letters


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS)
def test_the_promises_hold_for_fact_sets_by_chance(seed: int) -> None:
    _try(seed, sets=20)


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(seed=SEEDS)
def test_the_promises_hold_for_twenty_thousand_fact_sets(seed: int) -> None:
    _try(seed, sets=100)


def test_the_fact_sets_by_chance_reach_every_letter() -> None:
    assert set(_try(2015, sets=1500)) == LETTERS


def _document(facts: Facts) -> dict[str, object]:
    return {
        name: value.isoformat()
        if isinstance(value, date)
        else list(value)
        if isinstance(value, tuple)
        else value
        for name, value in facts.items()
    }


@settings(max_examples=60, deadline=None)
@given(seed=SEEDS)
def test_the_order_of_facts_and_keys_nobody_knows_change_nothing(seed: int) -> None:
    chance = Random(seed)
    facts = _document(by_chance(chance))
    turned = dict(sorted(facts.items(), key=lambda _: chance.random()))
    plain = determine(read_case({"facts": facts}, LAW), LAW, TODAY)
    noisy = read_case({"facts": {**turned, "shoe_size": 43}, "colour": "blue"}, LAW)
    with_noise = determine(noisy, LAW, TODAY)
    assert with_noise.ignored == ("colour", "shoe_size")
    assert with_noise.as_json() | {"ignored": []} == plain.as_json()


@settings(max_examples=60, deadline=None)
@given(seed=SEEDS)
def test_an_answer_of_unknown_is_the_same_as_no_answer(seed: int) -> None:
    chance = Random(seed)
    facts = _document(by_chance(chance))
    absent = {fact.name: None for fact in LAW.facts.all if fact.name not in facts}
    assert (
        determine(read_case({"facts": {**absent, **facts}}, LAW), LAW, TODAY).as_json()
        == determine(read_case({"facts": facts}, LAW), LAW, TODAY).as_json()
    )


@settings(max_examples=60, deadline=None)
@given(seed=SEEDS, certified=st.booleans())
@example(seed=159, certified=False)  # a silent answer once closed the questions behind it
def test_questions_unknown_refused_or_left_out_say_the_same(seed: int, *, certified: bool) -> None:
    chance = Random(seed)
    answers: dict[str, object] = {}
    silent: dict[str, object] = {}
    for question in LAW.questions.all:
        if question.options and chance.random() < 0.5:
            option = chance.choice(question.options).value
            answers[question.id] = [option] if question.type == "multi_choice" else option
        else:
            silent[question.id] = chance.choice(
                (None, {"state": "unknown"}, {"state": "refused"}, {"value": None})
            )
    said = {"answers": answers, "certified": certified}
    more = {"answers": {**silent, **answers}, "certified": certified}
    assert (
        determine(read_case(said, LAW), LAW, TODAY).as_json()
        == determine(read_case(more, LAW), LAW, TODAY).as_json()
    )
