"""What people wrote, kept outside the program: against it the program is judged at the end.

Each value of a cell is written once in the whole run, so that it can be told where it went. With it
is kept what its writer saw in that place: whoever wrote over something that stood before them on
the screen did so knowingly.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

Cell = tuple[str, str, str]  # subject, about, column


@dataclass(slots=True)
class Book:
    """Every value and row that was written to the end."""

    seen_under: dict[Cell, dict[str, str]] = field(default_factory=dict)  # value: what stood there
    rows: dict[str, dict[str, str]] = field(default_factory=dict)  # table: mark: about
    decisions: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict)
    twins: list[tuple[str, str]] = field(default_factory=list)  # one person, put in twice
    counts: Counter[str] = field(default_factory=Counter)

    def wrote(self, cell: Cell, value: str, over: str) -> None:
        """A value was written over another that its writer saw."""
        self.seen_under.setdefault(cell, {})[value] = over

    def added(self, table: str, mark: str, about: str) -> None:
        """A row was added, known again by its mark."""
        self.rows.setdefault(table, {})[mark] = about

    def decided(self, case: str, decision_id: str, seen: frozenset[str]) -> None:
        """A case was decided by somebody who saw those decisions of it."""
        self.decisions.setdefault(case, {})[decision_id] = seen

    def superseded(self, cell: Cell) -> frozenset[str]:
        """The values of a cell that somebody wrote over with them in sight."""
        return frozenset(self.seen_under[cell].values())

    def untold(self, case: str, told: set[str]) -> frozenset[str]:
        """The decisions of a case that were made beside another, neither knowing of the other,
        and that are not told, nor followed by one told that was made with them in sight."""
        made = self.decisions.get(case, {})
        above = {one: self._above(made, one) for one in made}
        apart = {
            one
            for one in made
            if any(
                other != one and other not in above[one] and one not in above[other]
                for other in made
            )
        }
        return frozenset(apart - told).difference(*(above[one] for one in told if one in above))

    @staticmethod
    def _above(made: dict[str, frozenset[str]], one: str) -> frozenset[str]:
        found: set[str] = set()
        waiting = [one]
        while waiting:
            for seen in made.get(waiting.pop(), frozenset()):
                if seen not in found:
                    found.add(seen)
                    waiting.append(seen)
        return frozenset(found)
