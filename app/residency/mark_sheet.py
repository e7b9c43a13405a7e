"""What the value of a fact does to the clauses of the rules: a mark for each value.

A mark holds the clauses that die of the value and, shifted up, those that it leaves open. Most are
looked up; a comparison by order, or with something of the day, is made when it is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import chain
from operator import getitem, or_

from app.residency.conditions import NO_DAY, Atom, Day, Test
from app.residency.facts import Fact, FactBook, FactType, FactValue

Known = Mapping[str, FactValue | None]
Placed = Sequence[tuple[Atom, int]]  # an atom and the bit of its clause


class _Rows(dict[FactValue | None, int]):
    """The marks of one fact whose atoms turn on its value alone.

    A word that no rule names has a mark of its own; a number's is worked out when it first comes.
    """

    def __init__(self, fact: Fact, atoms: Placed, *, silent: int, pending: int) -> None:
        super().__init__((value, _killed_by(value, atoms)) for value in _values(fact, atoms))
        self.update(dict.fromkeys((None, *fact.unknown_values), silent))
        self.update(dict.fromkeys(fact.pending_values, pending))
        self._other = _unclaimed(atoms)
        self._tests = _tests(atoms) if fact.type is FactType.INT else ()

    def __missing__(self, value: FactValue) -> int:
        if not self._tests:
            return self._other
        self[value] = mark = _dead(self._tests, value, NO_DAY)
        return mark


class _Block(dict[tuple[FactValue | None, ...], int]):
    """The marks of several yes-or-no facts together, each combination put together when it first
    comes: one look instead of several."""

    def __init__(self, rows: Sequence[_Rows]) -> None:
        super().__init__()
        self._rows = rows

    def __missing__(self, values: tuple[FactValue | None, ...]) -> int:
        self[values] = mark = gathered(map(getitem, self._rows, values))
        return mark


@dataclass(frozen=True, slots=True)
class _DayColumn:
    """A fact compared by order, or with something of the day: worked out when it is read."""

    tests: tuple[tuple[Test, int], ...]
    silent: int

    def mark(self, value: FactValue | None, day: Day) -> int:
        """What the value does; silence does what `silent` says."""
        return self.silent if value is None else _dead(self.tests, value, day)


class MarkSheet:
    """The marks of every fact, with the officer's certificate or without: looked up alone or in
    blocks, or worked out on the day.

    `width` is how far the bits of what is left open are shifted up.
    """

    def __init__(
        self, atoms: Mapping[str, Placed], facts: FactBook, width: int, *, certified: bool
    ) -> None:
        by_value: dict[str, _Rows] = {}
        by_day: dict[str, _DayColumn] = {}
        for name, placed in atoms.items():
            fact, open_ = facts[name], gathered(bit for _, bit in placed) << width
            silent = _unclaimed(placed) if certified and fact.lapses_unclaimed else open_
            if fact.type is not FactType.INT and any(atom.turns_on_the_day for atom, _ in placed):
                by_day[name] = _DayColumn(_tests(placed), silent)
            else:
                by_value[name] = _Rows(fact, placed, silent=silent, pending=open_)
        self._by_value, self._by_day = by_value, by_day
        yes_or_no = [name for name in by_value if facts[name].type is FactType.BOOL]
        self._in_blocks = tuple(yes_or_no)
        self._blocks = tuple(
            _Block([by_value[name] for name in yes_or_no[first : first + _IN_A_BLOCK]])
            for first in range(0, len(yes_or_no), _IN_A_BLOCK)
        )
        self._fill = (None,) * _IN_A_BLOCK  # asked of the last block beyond its facts, and unread
        alone = {name: rows for name, rows in by_value.items() if name not in yes_or_no}
        self._alone, self._rows = tuple(alone), tuple(alone.values())
        self._days = tuple((name, column.silent, column.tests) for name, column in by_day.items())

    def mark(self, fact: str, value: FactValue | None, day: Day) -> int:
        """What one value of one fact does."""
        rows = self._by_value.get(fact)
        return self._by_day[fact].mark(value, day) if rows is None else rows[value]

    def marks(self, known: Known, day: Day) -> int:
        """What all facts of a line do together."""
        get = known.get
        values = [chain(map(get, self._in_blocks), self._fill)] * _IN_A_BLOCK
        marks = reduce(or_, map(getitem, self._blocks, zip(*values, strict=False)), 0)
        marks = reduce(or_, map(getitem, self._rows, map(get, self._alone)), marks)
        for fact, silent, tests in self._days:
            value = get(fact)
            if value is None:
                marks |= silent
                continue
            for holds, bits in tests:
                if not holds(value, day):
                    marks |= bits
        return marks


_IN_A_BLOCK = 6  # three values each: at most 729 combinations


def _tests(atoms: Placed) -> tuple[tuple[Test, int], ...]:
    """Each different comparison once, with every clause that makes it."""
    bits: dict[Atom, int] = {}
    for atom, bit in atoms:
        bits[atom] = bits.get(atom, 0) | bit
    return tuple((atom.compiled(), mask) for atom, mask in bits.items())


def _dead(tests: Iterable[tuple[Test, int]], value: FactValue, day: Day) -> int:
    """The bits whose comparison fails."""
    dead = 0
    for holds, bits in tests:
        if not holds(value, day):
            dead |= bits
    return dead


def _unclaimed(atoms: Placed) -> int:
    """What an answer never given does under the certificate, and so does a word no rule names:
    every comparison fails but those that ask for its absence."""
    return gathered(bit for atom, bit in atoms if not atom.holds_unclaimed())


def _killed_by(value: FactValue, atoms: Placed) -> int:
    return gathered(bit for atom, bit in atoms if not atom.holds(value, NO_DAY))


def _values(fact: Fact, atoms: Placed) -> Iterator[FactValue]:
    if fact.type is not FactType.INT:
        yield from (True, False) if fact.type is FactType.BOOL else (*fact.values, "none")
    for atom, _ in atoms:
        if isinstance(atom.value, tuple):
            yield from atom.value
        elif atom.value is not None:
            yield atom.value


def each_bit(mask: int) -> Iterator[int]:
    """The bits of a mask, one by one, the lowest first."""
    while mask:
        lowest = mask & -mask
        yield lowest
        mask ^= lowest


def gathered(some: Iterable[int]) -> int:
    """Some bits as one mask."""
    mask = 0
    for bit in some:
        mask |= bit
    return mask
