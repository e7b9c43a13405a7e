"""The conditions of all rules, turned once into bit tables, so that a case costs one look a fact.

Every rule becomes clauses (alternatives of atoms that must all hold), every clause a bit. For each
fact and value a table holds a mark: the clauses that die of it and, shifted up, those it leaves
open. A clause that nothing kills is true when nothing leaves it open, and unknown otherwise. That
is Kleene's three-valued logic, read for all rules at once; a test holds it against the trees.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from itertools import chain
from operator import getitem, or_
from typing import NamedTuple

from app.residency.conditions import NO_DAY, Atom, Clause, Day, Test
from app.residency.facts import Fact, FactBook, FactType, FactValue

Known = Mapping[str, FactValue | None]
Placed = Sequence[tuple[Atom, int]]  # an atom and the bit of its clause


class Look(NamedTuple):
    """What one fact does to the clauses: the bits that die and the bits left open."""

    dead: int
    open: int


class Reading(NamedTuple):
    """The clauses true and unknown for a line; the rest are false."""

    true: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Tested:
    """One rule as the tables see it: its alternatives and its dates, both days included."""

    clauses: tuple[Clause, ...]
    in_force_from: date
    in_force_to: date | None


class _Rows(dict[FactValue | None, int]):
    """The marks of one fact whose atoms turn on its value alone.

    A word that no rule names has a mark of its own; a number's is worked out when it first comes.
    """

    def __init__(self, fact: Fact, atoms: Placed, rows: Mapping[FactValue | None, int]) -> None:
        super().__init__(rows)
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
        self[values] = mark = _bits(map(getitem, self._rows, values))
        return mark


@dataclass(frozen=True, slots=True)
class _DayColumn:
    """A fact compared by order, or with something of the day: worked out when it is read."""

    tests: tuple[tuple[Test, int], ...]
    silent: int

    def mark(self, value: FactValue | None, day: Day) -> int:
        """What the value does; silence does what `silent` says."""
        return self.silent if value is None else _dead(self.tests, value, day)


class _Columns:
    """The marks of every fact: looked up alone or in blocks, or worked out on the day."""

    def __init__(
        self, by_value: Mapping[str, _Rows], by_day: Mapping[str, _DayColumn], facts: FactBook
    ) -> None:
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


class RuleTables:
    """All rules together; a rule is known by its place in the sequence given."""

    def __init__(self, rules: Sequence[Tested], facts: FactBook) -> None:
        self._owners = [place for place, rule in enumerate(rules) for _ in rule.clauses]
        self._width = len(self._owners)
        self._all = (1 << self._width) - 1
        self._atoms = _atoms_by_fact(rules)
        self._asking = {
            fact: _bits(bit for _, bit in placed) for fact, placed in self._atoms.items()
        }
        self._asked = {
            1 << place: tuple(dict.fromkeys(atom.fact for atom in clause))
            for place, clause in enumerate(clause for rule in rules for clause in rule.clauses)
        }
        self._speaking = {
            fact: _bits(bit for atom, bit in placed if not atom.holds_unclaimed())
            for fact, placed in self._atoms.items()
        }
        self._eras, self._in_force = _eras(rules)
        self._first_days = [date.min, *self._eras]
        self._plain = self._columns(facts, certified=False)
        self._certified = self._columns(facts, certified=True)

    def mask(self, places: Iterable[int]) -> int:
        """The bits of some rules."""
        wanted = set(places)
        return sum(1 << bit for bit, place in enumerate(self._owners) if place in wanted)

    def rules_of(self, bits: int) -> list[int]:
        """The places of the rules that own the bits, in order, each once."""
        places: list[int] = []
        while bits:
            lowest = bits & -bits
            place = self._owners[lowest.bit_length() - 1]
            if not places or places[-1] != place:
                places.append(place)
            bits ^= lowest
        return places

    def era(self, on: date) -> date:
        """The first day of those on which the same rules are in force as on this one."""
        return self._first_days[bisect_right(self._eras, on)]

    def in_force(self, on: date) -> int:
        """The bits of the rules in force that day."""
        return self._in_force[bisect_right(self._eras, on)]

    def read(self, known: Known, day: Day, *, certified: bool) -> Reading:
        """Every rule in force, tested on one line.

        `certified`: the officer certifies that no other ground is claimed, so that what clerk or
        officer could have been told, and was not, is "not claimed".
        """
        columns = self._certified if certified else self._plain
        marks = columns.marks(known, day)
        alive = self.in_force(day.service_date) & ~marks
        open_ = marks >> self._width
        return Reading(alive & ~open_, alive & open_)

    def looks(self, known: Known, day: Day, *, certified: bool) -> dict[str, Look]:
        """The same, told fact by fact; for explanations, which ask who left what open."""
        looks = self._certified if certified else self._plain
        told = {fact: looks.mark(fact, known.get(fact), day) for fact in self._atoms}
        return {fact: Look(mark & self._all, mark >> self._width) for fact, mark in told.items()}

    def opened_by(self, known: Known, day: Day, mask: int, *, certified: bool) -> list[str]:
        """The facts that leave some of these clauses open."""
        looks = self._certified if certified else self._plain
        opened = mask << self._width
        asked = dict.fromkeys(fact for bit in each_bit(mask) for fact in self._asked[bit])
        return [fact for fact in asked if looks.mark(fact, known.get(fact), day) & opened]

    def kills(self, fact: str, value: FactValue, day: Day) -> int:
        """The clauses that die of one value; none where no rule asks for the fact."""
        return self._plain.mark(fact, value, day) & self._all if fact in self._atoms else 0

    @property
    def asked(self) -> Iterable[str]:
        """Every fact that some rule asks for."""
        return self._atoms.keys()

    def atoms(self, fact: str) -> list[Atom]:
        """The comparisons made with a fact."""
        return [atom for atom, _ in self._atoms.get(fact, ())]

    def bits_of(self, fact: str) -> int:
        """The clauses that ask for a fact."""
        return self._asking.get(fact, 0)

    def asked_by(self, bit: int) -> tuple[str, ...]:
        """The facts that one clause asks for."""
        return self._asked[bit]

    def speaks_for(self, fact: str) -> int:
        """The clauses in which the fact, where it does not kill them, is an argument for."""
        return self._speaking.get(fact, 0)

    def _columns(self, facts: FactBook, *, certified: bool) -> _Columns:
        by_value: dict[str, _Rows] = {}
        by_day: dict[str, _DayColumn] = {}
        for name, atoms in self._atoms.items():
            fact = facts[name]
            claimed = not (certified and fact.lapses_unclaimed)
            silent = self._open(atoms) if claimed else _unclaimed(atoms)
            if fact.type is not FactType.INT and any(atom.turns_on_the_day for atom, _ in atoms):
                by_day[name] = _DayColumn(_tests(atoms), silent)
            else:
                rows = _rows(fact, atoms, silent)
                rows.update(dict.fromkeys(fact.pending_values, self._open(atoms)))
                by_value[name] = _Rows(fact, atoms, rows)
        return _Columns(by_value, by_day, facts)

    def _open(self, atoms: Placed) -> int:
        return _bits(bit for _, bit in atoms) << self._width


def _atoms_by_fact(rules: Sequence[Tested]) -> Mapping[str, Placed]:
    by_fact: dict[str, list[tuple[Atom, int]]] = {}
    bit = 1
    for rule in rules:
        for clause in rule.clauses:
            for atom in clause:
                by_fact.setdefault(atom.fact, []).append((atom, bit))
            bit <<= 1
    return by_fact


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
    return _bits(bit for atom, bit in atoms if not atom.holds_unclaimed())


def _rows(fact: Fact, atoms: Placed, silent: int) -> dict[FactValue | None, int]:
    rows: dict[FactValue | None, int] = {
        value: _bits(bit for atom, bit in atoms if not atom.holds(value, NO_DAY))
        for value in _values(fact, atoms)
    }
    return rows | dict.fromkeys((None, *fact.unknown_values), silent)


def _values(fact: Fact, atoms: Placed) -> Iterator[FactValue]:
    if fact.type is not FactType.INT:
        yield from (True, False) if fact.type is FactType.BOOL else (*fact.values, "none")
    for atom, _ in atoms:
        if isinstance(atom.value, tuple):
            yield from atom.value
        elif atom.value is not None:
            yield atom.value


def _eras(rules: Sequence[Tested]) -> tuple[list[date], list[int]]:
    turns = {rule.in_force_from for rule in rules}
    turns |= {rule.in_force_to + timedelta(days=1) for rule in rules if rule.in_force_to}
    eras = sorted(turns)
    return eras, [_in_force_on(rules, day) for day in [date.min, *eras]]


def _in_force_on(rules: Sequence[Tested], day: date) -> int:
    bits, bit = 0, 1
    for rule in rules:
        holds = rule.in_force_from <= day and (rule.in_force_to is None or day <= rule.in_force_to)
        for _ in rule.clauses:
            bits |= bit if holds else 0
            bit <<= 1
    return bits


def each_bit(mask: int) -> Iterator[int]:
    """The bits of a mask, one by one, the lowest first."""
    while mask:
        lowest = mask & -mask
        yield lowest
        mask ^= lowest


def _bits(some: Iterable[int]) -> int:
    gathered = 0
    for bit in some:
        gathered |= bit
    return gathered
