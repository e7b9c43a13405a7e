"""Many cases at once against one at a time."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from app.core.errors import BadInput
from app.library.law import load_law
from app.residency.batch import Found, evaluate
from app.residency.columns import Columns, Comparisons
from app.residency.conditions import NO_DAY, All, Any, Atom, Condition, Op, Truth, truth
from app.residency.determination import Case, determine
from app.residency.facts import FactValue
from app.residency.planes import Column, first_hit
from tests.residency.given import TODAY, by_chance, published, tourist
from tests.residency.likely import likely_case

LAW = load_law()


def one_by_one(cases: list[Case]) -> list[Found]:
    return [found_alone(case) for case in cases]


def found_alone(case: Case) -> Found:
    found = determine(case, LAW, TODAY)
    (line,) = found.lines
    return Found(
        found.ordinarily_resident,
        line.charged,
        found.charging_category,
        line.rate_percent,
        line.liable_party,
    )


def at_once(cases: list[Case]) -> list[Found]:
    columns = Columns.of([case.facts for case in cases], [case.certified for case in cases])
    return evaluate(columns, LAW, TODAY).all()


def drawn(seed: int, *, cases: int) -> list[Case]:
    chance = Random(seed)
    likely = [likely_case(chance) for _ in range(cases)]
    return [
        *(Case({**case.facts}, certified=case.certified) for case in likely),
        *(Case(by_chance(chance), certified=chance.random() < 0.5) for _ in range(cases)),
    ]


def test_the_worked_cases_come_out_the_same_at_once() -> None:
    cases = [one.case for one in published()]
    assert at_once(cases) == one_by_one(cases)


def test_cases_by_chance_come_out_the_same_at_once() -> None:
    cases = drawn(11, cases=300)
    found = at_once(cases)
    assert found == one_by_one(cases)
    assert {one.letter.value for one in found} == set("ABCDEFP")


@pytest.mark.slow
def test_ten_thousand_cases_come_out_the_same_at_once() -> None:
    for seed in range(5):
        cases = drawn(seed, cases=1_000)
        assert at_once(cases) == one_by_one(cases)


def test_a_case_is_found_by_its_place_and_those_that_changed_are_named() -> None:
    cases = [
        tourist(),
        tourist(uk_forces_member=True),
        tourist(asylum_application_undetermined=None),
    ]
    before = evaluate(Columns.of(cases), LAW, TODAY)
    assert [before.at(place).letter.value for place in range(3)] == ["F", "E", "P"]
    assert before.differing(evaluate(Columns.of(cases), LAW, TODAY)) == []
    cases[1] = tourist(uk_forces_member=False)
    assert before.differing(evaluate(Columns.of(cases), LAW, TODAY)) == [1]


def test_facts_may_be_put_in_as_codes() -> None:
    columns = Columns(3)
    for fact, value in tourist().items():
        columns.put(fact, [value] * 3)
    columns.put_codes("custody_status", [None, "none", "prison"], bytes([1, 2, 0]))
    found = evaluate(columns, LAW, TODAY)
    assert [one.letter.value for one in found.all()] == ["F", "E", "P"]


def test_a_service_before_the_scheme_is_refused_at_once_too() -> None:
    with pytest.raises(BadInput, match="service date"):
        evaluate(Columns.of([tourist(), tourist(service_date=date(2015, 4, 5))]), LAW, TODAY)


def test_more_different_values_than_a_byte_holds() -> None:
    born = [date(1990, 1, 1) + timedelta(days=days) for days in range(700)]
    column = Column.of(born)
    assert column.values() == born
    assert column.where(lambda day: day == born[-1]) == 1
    assert column.telling(lambda day: day.year).shortened().values() == [day.year for day in born]
    assert Column.of(born).shortened().values() == born


def test_the_first_rule_that_is_true_gives_the_outcome_and_an_open_one_before_it_waits() -> None:
    chance = Random(5)
    rules: list[tuple[Condition | None, str]] = [
        (All((Atom("age", Op.LT, 18), Atom("card", Op.IN, ("x", "y")))), "child"),
        (Any((Atom("age", Op.GTE, 66), Atom("card", Op.NE, "x"))), "either"),
        (Atom("crew", Op.IS_TRUE), "crew"),
    ]
    cases: list[dict[str, FactValue | None]] = [
        {
            "age": chance.choice((None, 10, 40, 70)),
            "card": chance.choice((None, "x", "y", "z")),
            "crew": chance.choice((None, True, False)),
        }
        for _ in range(200)
    ]

    def plainly(case: dict[str, FactValue | None]) -> str:
        def of(atom: Atom) -> Truth:
            value = case[atom.fact]
            if value is None:
                return Truth.UNKNOWN
            return Truth.TRUE if atom.holds(value, NO_DAY) else Truth.FALSE

        for condition, outcome in rules:
            assert condition is not None
            found = truth(condition, of)
            if found is not Truth.FALSE:
                return outcome if found is Truth.TRUE else "open"
        return "open"

    columns = Columns.of(cases)
    hits = first_hit(rules, Comparisons(columns).planes, open_="open", size=200)
    assert hits.values() == [plainly(case) for case in cases]
    last = first_hit([*rules, (None, "rest")], Comparisons(columns).planes, open_="open", size=200)
    assert {"rest", "open"} < set(last.values())
