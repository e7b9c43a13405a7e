"""Decision diagrams over facts with few values: a whole function of a case in one shared graph.

A function of many variables is a graph of tests: each inner node asks one variable and has one edge
for each of its values; a leaf is the result. Variables are always asked in one order, equal nodes
are made once and a node whose edges all lead to one place is left out, so two functions are equal
exactly when they are the same node (Bryant 1986, for variables of more than two values). That makes
questions about every combination at once cheap: what it depends on, how often each result comes,
an example of each. Nothing here knows the law.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial, reduce
from math import prod

Leaf = Hashable
Assignment = dict[str, int]
"""A value, by its place, for each variable named."""


@dataclass(frozen=True, slots=True)
class Variable:
    """One thing asked, with the number of its values."""

    name: str
    size: int


class Node:
    """A function: a leaf with its result, or a variable asked and a node for each of its values.

    Nodes are made by `Diagram` alone; within one diagram, identity is equality.
    """

    __slots__ = ("edges", "leaf", "level")

    def __init__(self, level: int, edges: tuple[Node, ...], leaf: Leaf) -> None:
        self.level = level  # the place of its variable in the order; a leaf lies below all
        self.edges = edges
        self.leaf = leaf

    @property
    def is_leaf(self) -> bool:
        """Whether nothing more is asked."""
        return not self.edges


class Diagram:
    """All functions over one order of variables, sharing their nodes."""

    def __init__(self, variables: Sequence[Variable]) -> None:
        self.variables = tuple(variables)
        self.levels = {variable.name: level for level, variable in enumerate(variables)}
        self._leaves: dict[Leaf, Node] = {}
        self._nodes: dict[tuple[int, tuple[int, ...]], Node] = {}
        self._kept: list[Node] = []  # holds every node, so that an address is never used again
        self._joined: dict[tuple[object, int, int], Node] = {}
        self._restricted: dict[tuple[int, int, int], Node] = {}
        self._asked: dict[int, int] = {}  # for every node the levels it asks, as bits

    def leaf(self, result: Leaf) -> Node:
        """The function that is this result whatever the case."""
        if result not in self._leaves:
            self._leaves[result] = self._keep(Node(len(self.variables), (), result))
        return self._leaves[result]

    def test(self, name: str, results: Sequence[Leaf]) -> Node:
        """The function of one variable that has these results for its values."""
        level = self.levels[name]
        assert len(results) == self.variables[level].size, name
        return self.node(level, tuple(self.leaf(result) for result in results))

    def node(self, level: int, edges: tuple[Node, ...]) -> Node:
        """Ask a variable, then go on; every edge must lie below it."""
        if all(edge is edges[0] for edge in edges):
            return edges[0]
        key = (level, tuple(map(id, edges)))
        if key not in self._nodes:
            self._nodes[key] = self._keep(Node(level, edges, None))
        return self._nodes[key]

    def join(self, how: Callable[[Leaf, Leaf], Leaf], left: Node, right: Node) -> Node:
        """The function whose result is `how` of the two results."""
        key = (how, id(left), id(right))
        found = self._joined.get(key)
        if found is None:
            found = self._joined[key] = self._join(how, left, right)
        return found

    def join_all(
        self, how: Callable[[Leaf, Leaf], Leaf], nodes: Sequence[Node], empty: Leaf
    ) -> Node:
        """`join` over many functions, the lowest first, which touches the fewest nodes twice; `how`
        must not mind the order. `empty` where there are none."""
        lowest_first = sorted(nodes, key=lambda node: -node.level)
        return reduce(partial(self.join, how), lowest_first) if nodes else self.leaf(empty)

    def turn(self, how: Callable[[Leaf], Leaf], node: Node) -> Node:
        """The function with every result turned into another."""
        return self.join(_Turned(how), node, node)

    def given(self, node: Node, name: str, value: int) -> Node:
        """The function once a variable is known to have a value."""
        return self._given(node, self.levels[name], value)

    def given_all(self, node: Node, known: Mapping[str, int]) -> Node:
        """The function once several are."""
        return reduce(lambda so_far, item: self.given(so_far, *item), known.items(), node)

    def support(self, node: Node) -> frozenset[str]:
        """The variables that can change the result; for every other one all values are alike."""
        levels = self._levels_asked(node)
        return frozenset(
            variable.name for level, variable in enumerate(self.variables) if levels >> level & 1
        )

    def results(self, node: Node) -> frozenset[Leaf]:
        """Every result that some combination leads to."""
        return frozenset(one.leaf for one in self.nodes(node) if one.is_leaf)

    def counts(self, node: Node) -> dict[Leaf, int]:
        """How many combinations of all variables lead to each result."""
        found = _Counter(self).below(node)
        above = prod(variable.size for variable in self.variables[: node.level])
        return {result: number * above for result, number in found.items()}

    def combinations(self) -> int:
        """How many combinations of all variables there are."""
        return prod(variable.size for variable in self.variables)

    def nodes(self, node: Node) -> list[Node]:
        """Every node of one function, each once, those above first."""
        seen: dict[int, Node] = {}
        waiting = [node]
        while waiting:
            one = waiting.pop()
            if id(one) not in seen:
                seen[id(one)] = one
                waiting.extend(one.edges)
        return sorted(seen.values(), key=lambda one: one.level)

    def at(self, node: Node, case: Mapping[str, int]) -> Leaf:
        """The result for one case; every variable that is asked must be in it."""
        while node.edges:
            node = node.edges[case[self.variables[node.level].name]]
        return node.leaf

    def example(self, node: Node, wanted: Leaf) -> Assignment | None:
        """What must be so for a result to come, or None where it never does."""
        leading: set[int] = set()
        for one in reversed(self.nodes(node)):
            if one.leaf == wanted if one.is_leaf else any(id(e) in leading for e in one.edges):
                leading.add(id(one))
        if id(node) not in leading:
            return None
        case: Assignment = {}
        while node.edges:
            value = next(v for v, edge in enumerate(node.edges) if id(edge) in leading)
            case[self.variables[node.level].name] = value
            node = node.edges[value]
        return case

    def walks(self, node: Node) -> Iterator[Assignment]:
        """Cases that between them walk every edge of the function at least once."""
        walked: set[tuple[int, int]] = set()
        way = self.ways(node)
        for one in self.nodes(node):
            for value in range(len(one.edges)):
                if (id(one), value) not in walked:
                    yield self._walk(one, value, dict(way[id(one)]), walked)

    def ways(self, node: Node) -> dict[int, Assignment]:
        """For every node of a function, by its identity, one way to it from the top."""
        ways: dict[int, Assignment] = {id(node): {}}
        for one in self.nodes(node):
            for value, edge in enumerate(one.edges):
                if id(edge) not in ways:
                    name = self.variables[one.level].name
                    ways[id(edge)] = {**ways[id(one)], name: value}
        return ways

    def _walk(
        self, node: Node, value: int, case: Assignment, walked: set[tuple[int, int]]
    ) -> Assignment:
        """Go on from a node by one edge, and below it by edges not walked before."""
        while node.edges:
            walked.add((id(node), value))
            case[self.variables[node.level].name] = value
            node = node.edges[value]
            fresh = (v for v in range(len(node.edges)) if (id(node), v) not in walked)
            value = next(fresh, 0)
        return case

    def _levels_asked(self, node: Node) -> int:
        if node.is_leaf:
            return 0
        found = self._asked.get(id(node))
        if found is None:
            found = 1 << node.level
            for edge in node.edges:
                found |= self._levels_asked(edge)
            self._asked[id(node)] = found
        return found

    def _join(self, how: Callable[[Leaf, Leaf], Leaf], left: Node, right: Node) -> Node:
        if left.is_leaf and right.is_leaf:
            return self.leaf(how(left.leaf, right.leaf))
        level = min(left.level, right.level)
        lefts = left.edges if left.level == level else (left,) * len(right.edges)
        rights = right.edges if right.level == level else (right,) * len(left.edges)
        pairs = zip(lefts, rights, strict=True)
        return self.node(level, tuple(self.join(how, one, other) for one, other in pairs))

    def _given(self, node: Node, level: int, value: int) -> Node:
        if node.level > level:
            return node
        if node.level == level:
            return node.edges[value]
        key = (id(node), level, value)
        found = self._restricted.get(key)
        if found is None:
            edges = tuple(self._given(edge, level, value) for edge in node.edges)
            found = self._restricted[key] = self.node(node.level, edges)
        return found

    def _keep(self, node: Node) -> Node:
        self._kept.append(node)
        return node


@dataclass(frozen=True, slots=True)
class _Turned:
    """A change of results, as `join` wants it; equal for equal changes."""

    how: Callable[[Leaf], Leaf]

    def __call__(self, one: Leaf, _: Leaf) -> Leaf:
        return self.how(one)


class _Counter:
    """Counts results below a node, each node once."""

    def __init__(self, diagram: Diagram) -> None:
        self._sizes = [variable.size for variable in diagram.variables]
        self._found: dict[int, dict[Leaf, int]] = {}

    def below(self, node: Node) -> dict[Leaf, int]:
        """How many combinations of the variables from this node's own on lead to each result."""
        if node.is_leaf:
            return {node.leaf: 1}
        if id(node) not in self._found:
            sums: dict[Leaf, int] = {}
            for edge in node.edges:
                skipped = prod(self._sizes[node.level + 1 : edge.level])
                for result, number in self.below(edge).items():
                    sums[result] = sums.get(result, 0) + number * skipped
            self._found[id(node)] = sums
        return self._found[id(node)]
