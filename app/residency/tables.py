"""The conditions of all rules, turned once into bit tables, so that a case costs one look a fact.

Every rule becomes clauses (alternatives of atoms that must all hold), every clause a bit. For each
fact and value a table says which clauses die of it and which it leaves open. A clause that nothing
kills is true when nothing leaves it open, and unknown otherwise. That is Kleene's three-valued
logic, read for all rules at once; a test holds it against the trees themselves.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from app.residency.conditions import NO_DAY, Atom, Clause, Day
from app.residency.facts import Fact, FactBook, FactType, FactValue

Known = Mapping[str, FactValue | None]
Placed = Sequence[tuple[Atom, int]]  # an atom and the bit of its clause


class Look(NamedTuple):
    """What one fact does to the clauses: the bits that die and the bits left open."""

    dead: int
    open: int


class Reading(NamedTuple):
    """The clauses true and unknown for a line (the rest are false), and who left them open."""

    true: int
    unknown: int
    open_by_fact: list[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Tested:
    """One rule as the tables see it: its alternatives and its dates, both days included."""

    clauses: tuple[Clause, ...]
    in_force_from: date
    in_force_to: date | None


@dataclass(frozen=True, slots=True)
class _DayColumn:
    """A fact compared by order, or with something of the day: worked out when it is read."""

    fact: str
    atoms: Placed
    silent: Look

    def look(self, value: FactValue | None, day: Day) -> Look:
        """What the value does; silence does what `silent` says."""
        if value is None:
            return self.silent
        dead = 0
        for atom, bit in self.atoms:
            if not atom.holds(value, day):
                dead |= bit
        return Look(dead, 0)


class RuleTables:
    """All rules together; a rule is known by its place in the sequence given."""

    def __init__(self, rules: Sequence[Tested], facts: FactBook) -> None:
        self._owners = [place for place, rule in enumerate(rules) for _ in rule.clauses]
        self._atoms = _atoms_by_fact(rules)
        self._eras, self._in_force = _eras(rules)
        self._plain = _columns(self._atoms, facts, certified=False)
        self._certified = _columns(self._atoms, facts, certified=True)

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

    def in_force(self, on: date) -> int:
        """The bits of the rules in force that day."""
        return self._in_force[bisect_right(self._eras, on)]

    def read(self, known: Known, day: Day, *, certified: bool) -> Reading:
        """Every rule in force, tested on one line.

        `certified`: the officer certifies that no other ground is claimed, so that what clerk or
        officer could have been told, and was not, is "not claimed".
        """
        dead = open_ = 0
        open_by_fact: list[tuple[str, int]] = []
        get = known.get
        by_value, by_day = self._certified if certified else self._plain
        for fact, rows, other in by_value:
            kills, opens = rows.get(get(fact), other)
            dead |= kills
            if opens:
                open_ |= opens
                open_by_fact.append((fact, opens))
        for column in by_day:
            kills, opens = column.look(get(column.fact), day)
            dead |= kills
            if opens:
                open_ |= opens
                open_by_fact.append((column.fact, opens))
        alive = self.in_force(day.service_date) & ~dead
        return Reading(alive & ~open_, alive & open_, open_by_fact)

    def looks(self, known: Known, day: Day, *, certified: bool) -> dict[str, Look]:
        """The same, told fact by fact; for explanations, which ask what one change would do."""
        by_value, by_day = self._certified if certified else self._plain
        told = {fact: rows.get(known.get(fact), other) for fact, rows, other in by_value}
        for column in by_day:
            told[column.fact] = column.look(known.get(column.fact), day)
        return told

    def look(self, fact: str, value: FactValue, day: Day) -> Look:
        """What one value does to the clauses; nothing where no rule asks for the fact."""
        dead = 0
        for atom, bit in self._atoms.get(fact, ()):
            dead |= 0 if atom.holds(value, day) else bit
        return Look(dead, 0)

    def atoms(self, fact: str) -> list[Atom]:
        """The comparisons made with a fact."""
        return [atom for atom, _ in self._atoms.get(fact, ())]

    def bits_of(self, fact: str) -> int:
        """The clauses that ask for a fact."""
        return _bits(bit for _, bit in self._atoms.get(fact, ()))

    def speaks_for(self, fact: str) -> int:
        """The clauses in which the fact, where it does not kill them, is an argument for."""
        atoms = self._atoms.get(fact, ())
        return _bits(bit for atom, bit in atoms if not atom.holds_unclaimed())


_Columns = tuple[list[tuple[str, dict[FactValue | None, Look], Look]], list[_DayColumn]]


def _atoms_by_fact(rules: Sequence[Tested]) -> Mapping[str, Placed]:
    by_fact: dict[str, list[tuple[Atom, int]]] = {}
    bit = 1
    for rule in rules:
        for clause in rule.clauses:
            for atom in clause:
                by_fact.setdefault(atom.fact, []).append((atom, bit))
            bit <<= 1
    return by_fact


def _columns(by_fact: Mapping[str, Placed], facts: FactBook, *, certified: bool) -> _Columns:
    by_value, by_day = [], []
    for name, atoms in by_fact.items():
        fact = facts[name]
        silent = _silence(atoms, claimed=not (certified and fact.lapses_unclaimed))
        if any(atom.turns_on_the_day for atom, _ in atoms):
            by_day.append(_DayColumn(name, atoms, silent))
        else:
            by_value.append((name, _rows(fact, atoms, silent), _otherwise(atoms)))
    return by_value, by_day


def _silence(atoms: Placed, *, claimed: bool) -> Look:
    if claimed:
        return Look(0, _bits(bit for _, bit in atoms))
    return Look(_bits(bit for atom, bit in atoms if not atom.holds_unclaimed()), 0)


def _rows(fact: Fact, atoms: Placed, silent: Look) -> dict[FactValue | None, Look]:
    rows: dict[FactValue | None, Look] = {None: silent}
    for value in _values_told_apart(fact, atoms):
        rows[value] = Look(_bits(bit for atom, bit in atoms if not atom.holds(value, NO_DAY)), 0)
    rows |= dict.fromkeys(fact.unknown_values, silent)
    rows |= dict.fromkeys(fact.pending_values, _silence(atoms, claimed=True))
    return rows


def _otherwise(atoms: Placed) -> Look:
    """What a value that no atom names does: equality fails, inequality holds."""
    return Look(_bits(bit for atom, bit in atoms if not atom.holds_unclaimed()), 0)


def _values_told_apart(fact: Fact, atoms: Placed) -> Iterator[FactValue]:
    if fact.type is FactType.BOOL:
        yield from (True, False)
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


def _bits(some: Iterable[int]) -> int:
    gathered = 0
    for bit in some:
        gathered |= bit
    return gathered
