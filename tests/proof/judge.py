"""A judge of the interview that shares nothing with it: the diagram of the law.

A question may be put where two of its answers lead to different outcomes while everything else that
is still unknown is answered alike, in whatever way. For the diagram that is one look: with what is
known put in and every unknown left out, does the outcome still turn on what the question tells?
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date

from app.library.law import load_law
from app.residency.derived import Facts, work_out
from app.residency.diagram import Diagram, Node
from app.residency.facts import FactValue
from app.residency.whole_law import WholeLaw

LAW = load_law()
Known = Mapping[str, FactValue | None]


@dataclass(frozen=True, slots=True)
class Standing:
    """An interview as the judge sees it: the classes known, and what is left of the law."""

    places: Mapping[str, int]
    rest: Node


class Judge:
    """The law of one day, over answers that are known."""

    def __init__(self, on: date) -> None:
        self._whole = WholeLaw(LAW, on, certified=False)
        self._on = on
        self._graph = self._whole.diagram
        self._law = self._known_only(self._whole.outcome, {})
        self._places: dict[tuple[str, FactValue], int] = {}

    def start(self) -> Standing:
        """Nothing known yet."""
        return Standing({}, self._law)

    def learned(self, before: Standing, known: Known) -> Standing:
        """What the outcome turns on once these facts are known, coming from an earlier standing."""
        places = self._known_places(known)
        if not before.places.items() <= places.items():  # an answer was taken back or overruled
            before = self.start()
        new = {name: place for name, place in places.items() if name not in before.places}
        return Standing(places, self._graph.given_all(before.rest, new))

    def turns_on(self, standing: Standing) -> frozenset[str]:
        """The facts on which the outcome of a line can still turn."""
        return self._graph.support(standing.rest)

    def _known_places(self, known: Known) -> dict[str, int]:
        facts: Facts = dict(known)
        work_out(facts, self._on, LAW.pack.countries)
        classes = self._whole.book.classes
        return {
            name: self._place(name, value)
            for name, value in facts.items()
            if value is not None and name in classes and not self._open(name, value)
        }

    def _open(self, name: str, value: FactValue) -> bool:
        return value in LAW.facts[name].pending_values

    def _place(self, name: str, value: FactValue) -> int:
        if (name, value) not in self._places:
            self._places[name, value] = self._whole.book.place(name, value)
        return self._places[name, value]

    def rested(self) -> Judge:
        """The same judge without the memory of what was looked at before."""
        other = copy(self)
        other._graph = Diagram(self._graph.variables)
        other._law = _copied(self._law, other._graph, {})
        return other

    def _known_only(self, node: Node, done: dict[int, Node]) -> Node:
        """The function with nothing unknown: the classes of no answer do as another does."""
        if node.is_leaf:
            return node
        if id(node) not in done:
            edges = [self._known_only(edge, done) for edge in node.edges]
            name = self._graph.variables[node.level].name
            classes = self._whole.book.classes[name]
            for place, one in enumerate(classes):
                if _tells_nothing(name, one.values):
                    edges[place] = edges[-1]
            done[id(node)] = self._graph.node(node.level, tuple(edges))
        return done[id(node)]


def _copied(node: Node, graph: Diagram, done: dict[int, Node]) -> Node:
    if node.is_leaf:
        return graph.leaf(node.leaf)
    if id(node) not in done:
        edges = tuple(_copied(edge, graph, done) for edge in node.edges)
        done[id(node)] = graph.node(node.level, edges)
    return done[id(node)]


def _tells_nothing(name: str, values: tuple[FactValue | None, ...]) -> bool:
    """Whether a class stands for no answer: nothing said, or said and still pending."""
    pending = LAW.facts[name].pending_values
    if name == "date_of_birth":
        return None in values
    return all(value is None or value in pending for value in values)
