"""Tables in which the first row that holds wins, read as a diagram that grows where it is walked.

Rows stand in order of precedence; fields are asked in an order of their own. A node is all that is
known so far: the row that has won, or the field to ask next, which is the first one, in the order
of asking, that the earliest rows still open turn on. Neighbours with the same outcome are as one
row, for any of them will do. Nodes are made when they are first reached and kept, so that finding
the outcome, and the next question after an answer, is following a pointer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Generic, TypeVar

from app.residency.conditions import NO_DAY, Atom, Condition, clauses
from app.residency.facts import FactValue

Outcome = TypeVar("Outcome")
Reasons = tuple[tuple[Atom, FactValue | None], ...]
DONE = -1


@dataclass(frozen=True, slots=True)
class Row(Generic[Outcome]):
    """One way to an outcome: comparisons that must all hold. Silence never holds."""

    when: tuple[Atom, ...]
    places: tuple[int, ...]  # of the fields compared, in the order of asking
    outcome: Outcome

    def holds(self, name: str, value: FactValue | None) -> bool:
        """Whether the row survives one answer."""
        return all(
            value is not None and atom.holds(value, NO_DAY)
            for atom in self.when
            if atom.fact == name
        )


class Node(dict[FactValue | None, "Node[Outcome]"], Generic[Outcome]):
    """What is known after some answers; look up the next answer to go on.

    `place` is the field to ask, as a place in the order of asking, or DONE; `row` the row that
    has won then, with its reasons, else the first one still open.
    """

    __slots__ = ("_grow", "_live", "_open", "place", "row")

    def __init__(self, table: FirstHit[Outcome], live: int, open_: int) -> None:
        super().__init__()
        self._grow, self._live, self._open = table, live, open_
        self.place, self.row = table.look(live, open_)

    def __missing__(self, value: FactValue | None) -> Node[Outcome]:
        table, place = self._grow, self.place
        live = self._live & table.survivors(place, value)
        found = self[value] = table.node(live, self._open & ~(1 << place))
        return found


class FirstHit(Generic[Outcome]):
    """A table of rows over fields; `fields` in the order of asking. Its last row always holds."""

    def __init__(self, rows: Iterable[tuple[Condition, Outcome]], fields: Sequence[str]) -> None:
        self.fields = tuple(fields)
        self.rows = tuple(
            Row(clause, tuple(self.fields.index(atom.fact) for atom in clause), outcome)
            for when, outcome in rows
            for clause in clauses(when)
        )
        self._asks = [
            sum(1 << place for place, name in enumerate(self.fields) if _asks_for(row, name))
            for row in self.rows
        ]
        self._survivors: list[dict[FactValue | None, int]] = [{} for _ in self.fields]
        self._nodes: dict[tuple[int, int], Node[Outcome]] = {}
        self.start = self.node((1 << len(self.rows)) - 1, (1 << len(self.fields)) - 1)

    def find(self, values: Sequence[FactValue | None]) -> Row[Outcome]:
        """The row that wins, from the values of all fields in the order of asking."""
        node = self.start
        while (place := node.place) >= 0:
            node = node[values[place]]
        return node.row

    @staticmethod
    def because(row: Row[Outcome], values: Sequence[FactValue | None]) -> Reasons:
        """The comparisons that made a row win, each with the value it held of."""
        return tuple(zip(row.when, [values[place] for place in row.places], strict=True))

    def node(self, live: int, open_: int) -> Node[Outcome]:
        """What is known when some rows are live and some fields open; each state once."""
        key = (live, open_ & self._fields_of(live))
        if key not in self._nodes:
            self._nodes[key] = Node(self, *key)
        return self._nodes[key]

    def survivors(self, place: int, value: FactValue | None) -> int:
        """The rows that one answer leaves standing."""
        column = self._survivors[place]
        if value not in column:
            name = self.fields[place]
            column[value] = sum(
                1 << number for number, row in enumerate(self.rows) if row.holds(name, value)
            )
        return column[value]

    def look(self, live: int, open_: int) -> tuple[int, Row[Outcome]]:
        """The field to ask, or DONE, with the row that wins or could first."""
        before: list[int] = []
        for number in _places(live):
            if not self._asks[number] & open_:
                won = self.rows[number]
                if all(self.rows[one].outcome == won.outcome for one in before):
                    return DONE, won
                break
            before.append(number)
        first = self.rows[before[0]]
        asked = 0
        for number in takewhile(lambda one: self.rows[one].outcome == first.outcome, before):
            asked |= self._asks[number] & open_
        return (asked & -asked).bit_length() - 1, first

    def _fields_of(self, live: int) -> int:
        fields = 0
        for number in _places(live):
            fields |= self._asks[number]
        return fields


def _asks_for(row: Row[Outcome], name: str) -> bool:
    return any(atom.fact == name for atom in row.when)


def _places(bits: int) -> Iterable[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
