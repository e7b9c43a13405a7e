"""The table with NumPy against the table with the standard library alone, in three values."""

from __future__ import annotations

from random import Random

import pytest

from app.residency.columns import Columns, Comparisons
from app.residency.conditions import All, Any, Atom, Condition, Op
from app.residency.planes import Column, first_hit
from benchmarks.eligibility import load_table

LEGENDS: dict[str, tuple[int | None, ...]] = {
    "a": (0, 1, 2, 3, 4, 5, 6),
    "b": (None, 0, 1, 2),
    "c": (5, None, 1, 9, 3),
}


def atom(chance: Random) -> Condition:
    fact = chance.choice(list(LEGENDS))
    op = chance.choice((Op.EQ, Op.NE, Op.IN, Op.LT, Op.LTE, Op.GT, Op.GTE))
    value = chance.randrange(10)
    return Atom(fact, op, tuple(chance.sample(range(10), 3)) if op is Op.IN else value)  # type: ignore[arg-type]


def condition(chance: Random, depth: int = 2) -> Condition:
    if depth == 0 or chance.random() < 0.3:
        return atom(chance)
    parts = tuple(condition(chance, depth - 1) for _ in range(chance.randint(1, 3)))
    return chance.choice((All, Any))(parts)


@pytest.mark.parametrize("size", [1, 100, 32_768, 32_769, 40_000])
def test_rules_by_chance_hit_the_same_cases(size: int) -> None:
    from app.hub import first_hit as hub

    chance = Random(size)
    codes = {
        name: bytes(chance.randrange(len(legend)) for _ in range(size))
        for name, legend in LEGENDS.items()
    }
    for _ in range(6):
        rules = [(condition(chance), f"R{place}") for place in range(chance.randint(1, 9))]
        last: list[tuple[Condition | None, str]] = [(None, "else")] if chance.random() < 0.5 else []
        columns = Columns(size)
        for name, legend in LEGENDS.items():
            columns.put_codes(name, legend, codes[name])
        wanted = first_hit([*rules, *last], Comparisons(columns).planes, open_="open", size=size)
        found = hub.first_hit(
            [*rules, *last],
            {name: Column(legend, codes[name]) for name, legend in LEGENDS.items()},
            open_="open",
            size=size,
        )
        assert found.values() == wanted.values()


def test_the_table_of_the_benchmarks_comes_out_as_it_says() -> None:
    from app.hub import first_hit as hub

    table = load_table()
    size = len(table.cases)
    columns = {
        name: Column(range(table.fields[name]), codes)
        for name, codes in table.columns(size).items()
    }
    assert hub.first_hit(table.rules, columns, open_="", size=size).values() == table.expected


def test_what_does_not_fit_in_a_byte_is_refused() -> None:
    from app.hub import first_hit as hub

    one = {"a": Column([1], b"\0")}
    rules = [(Atom("a", Op.EQ, 2), "no")] * 255
    with pytest.raises(ValueError, match="254"):
        hub.first_hit(rules, one, open_="", size=1)
    many = {"a": Column(range(300), [299])}
    with pytest.raises(ValueError, match="256"):
        hub.first_hit(rules[:1], many, open_="", size=1)
