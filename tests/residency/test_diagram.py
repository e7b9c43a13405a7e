"""Diagrams against the plain way: trying every combination."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from itertools import product
from random import Random

import pytest

from app.residency.diagram import Assignment, Diagram, Leaf, Node, Variable
from app.residency.ordering import near_each_other

SIZES = {"a": 2, "b": 3, "c": 2, "d": 4}


def diagram() -> Diagram:
    return Diagram([Variable(name, size) for name, size in SIZES.items()])


def cases() -> Iterator[Assignment]:
    for values in product(*(range(size) for size in SIZES.values())):
        yield dict(zip(SIZES, values, strict=True))


def least(one: Leaf, other: Leaf) -> Leaf:
    assert isinstance(one, int)
    assert isinstance(other, int)
    return min(one, other)


def total(one: Leaf, other: Leaf) -> Leaf:
    assert isinstance(one, int)
    assert isinstance(other, int)
    return one + other


def by_chance(graph: Diagram, chance: Random) -> tuple[Node, Callable[[Assignment], Hashable]]:
    """A function as a diagram, and the same as plain Python."""
    chosen = chance.sample(sorted(SIZES), k=chance.randint(1, 4))
    tables = {name: [chance.randint(0, 2) for _ in range(SIZES[name])] for name in chosen}
    how = chance.choice((least, total))
    node = graph.join_all(how, [graph.test(name, row) for name, row in tables.items()], 0)
    plain = min if how is least else sum
    return node, lambda case: plain([row[case[name]] for name, row in tables.items()])


@pytest.mark.parametrize("seed", range(30))
def test_a_diagram_is_the_function_it_was_made_from(seed: int) -> None:
    graph = diagram()
    node, plain = by_chance(graph, Random(seed))
    results = Counter(plain(case) for case in cases())
    assert all(graph.at(node, case) == plain(case) for case in cases())
    assert graph.counts(node) == results
    assert graph.results(node) == set(results)
    assert sum(results.values()) == graph.combinations() == 48


@pytest.mark.parametrize("seed", range(30))
def test_the_support_is_what_can_change_the_result(seed: int) -> None:
    graph = diagram()
    node, plain = by_chance(graph, Random(seed))
    changing = {
        name
        for name, size in SIZES.items()
        for case in cases()
        for value in range(size)
        if plain(case) != plain({**case, name: value})
    }
    assert graph.support(node) == changing


@pytest.mark.parametrize("seed", range(30))
def test_what_is_known_narrows_the_function(seed: int) -> None:
    graph, chance = diagram(), Random(seed)
    node, plain = by_chance(graph, chance)
    known = {name: chance.randrange(size) for name, size in SIZES.items() if chance.random() < 0.5}
    narrowed = graph.given_all(node, known)
    assert graph.given_all(node, dict(reversed(known.items()))) is narrowed
    assert not graph.support(narrowed) & known.keys()
    assert all(graph.at(narrowed, case) == plain({**case, **known}) for case in cases())


@pytest.mark.parametrize("seed", range(30))
def test_walks_walk_every_edge(seed: int) -> None:
    graph = diagram()
    node, _ = by_chance(graph, Random(seed))
    walked = set()
    for case in graph.walks(node):
        at = node
        while not at.is_leaf:
            value = case[graph.variables[at.level].name]
            walked.add((id(at), value))
            at = at.edges[value]
    edges = {(id(one), value) for one in graph.nodes(node) for value in range(len(one.edges))}
    assert walked == edges


def test_equal_functions_are_one_node() -> None:
    graph = diagram()
    one, other = graph.test("a", [0, 1]), graph.test("b", [0, 1, 2])
    assert graph.join(least, one, other) is graph.join(least, other, one)
    assert graph.test("a", [7, 7]) is graph.leaf(7)
    assert graph.turn(bool, graph.test("b", [0, 1, 2])) is graph.test("b", [False, True, True])


def test_an_example_leads_to_the_result_wanted_and_none_to_a_result_that_never_comes() -> None:
    graph = diagram()
    node = graph.join_all(total, [graph.test(n, range(size)) for n, size in SIZES.items()], 0)
    found = graph.example(node, 7)
    assert found == {"a": 1, "b": 2, "c": 1, "d": 3}
    assert graph.example(node, 99) is None


def test_joining_nothing_gives_the_empty_result() -> None:
    graph = diagram()
    assert graph.join_all(total, [], 0) is graph.leaf(0)


def test_variables_asked_together_stand_together() -> None:
    clusters = (("a", "z"), ("b", "y"), ("a", "z"), ())
    order = near_each_other(("a", "b", "c", "y", "z"), clusters, late=("b",))
    assert sorted(order) == ["a", "b", "c", "y", "z"]
    assert abs(order.index("a") - order.index("z")) == 1
    assert abs(order.index("b") - order.index("y")) == 1
    assert order.index("b") > order.index("a")
