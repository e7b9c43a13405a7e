"""Who knew of what: for each record of a subject all that its writer had seen of it by then.

A set of records is a whole number with a bit for each, by its place in the one order of all. So
what ten thousand records saw of one another fits into some megabytes, and sets are told apart in
the time of a glance.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.replica.record import Dot, Record

Some = int
"""A set of the records: bit `n` for the one at place `n`."""


class Sight:
    """What the writers of some records had seen; each of them comes after all it saw."""

    def __init__(self, ordered: Sequence[Record], *, seen_by_all: Dot | None = None) -> None:
        """Look at each record once; raises KeyError where one stands before what it saw.

        What was `seen_by_all` is none of them.
        """
        self.dots: list[Dot] = []
        self.seen: list[Some] = []  # by place: all that the record's writer knew of
        self._places: dict[Dot, int] = {}
        for place, record in enumerate(ordered):
            seen = 0
            for dot in record.after:
                if dot == seen_by_all:
                    continue
                other = self._places[dot]
                seen |= self.seen[other] | 1 << other
            self.dots.append(record.dot)
            self.seen.append(seen)
            self._places[record.dot] = place

    def some(self, dots: Iterable[Dot]) -> Some:
        """Records by their dots, leaving out those that are not here."""
        found = 0
        for dot in dots:
            if dot in self._places:
                found |= 1 << self._places[dot]
        return found

    def dots_of(self, some: Some) -> frozenset[Dot]:
        """The dots of a set."""
        return frozenset(dot for place, dot in enumerate(self.dots) if some >> place & 1)

    def newest(self, some: Some) -> list[int]:
        """Those of a set that no other of it knew of, by place, in order."""
        found = []
        while some:
            last = some.bit_length() - 1  # nobody knew of it: who did stands behind it
            found.append(last)
            some &= ~(self.seen[last] | 1 << last)
        return found[::-1]
