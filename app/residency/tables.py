"""The conditions of all rules, turned once into bit tables, so that a case costs one look a fact.

Every rule becomes clauses (alternatives of atoms that must all hold), every clause a bit. For each
fact and value a table holds a mark: the clauses that die of it and, shifted up, those it leaves
open. A clause that nothing kills is true when nothing leaves it open, and unknown otherwise. That
is Kleene's three-valued logic, read for all rules at once; a test holds it against the trees.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from app.residency.conditions import Atom, Clause, Day
from app.residency.facts import FactBook, FactValue
from app.residency.mark_sheet import Known, MarkSheet, Placed, each_bit, gathered


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


class RuleTables:
    """All rules together; a rule is known by its place in the sequence given."""

    def __init__(self, rules: Sequence[Tested], facts: FactBook) -> None:
        self._owners = [place for place, rule in enumerate(rules) for _ in rule.clauses]
        self._width = len(self._owners)
        self._all = (1 << self._width) - 1
        self._atoms = _atoms_by_fact(rules)
        self._asking = {
            fact: gathered(bit for _, bit in placed) for fact, placed in self._atoms.items()
        }
        self._asked = {
            1 << place: tuple(dict.fromkeys(atom.fact for atom in clause))
            for place, clause in enumerate(clause for rule in rules for clause in rule.clauses)
        }
        self._speaking = {
            fact: gathered(bit for atom, bit in placed if not atom.holds_unclaimed())
            for fact, placed in self._atoms.items()
        }
        self._eras, self._in_force = _eras(rules)
        self._first_days = [date.min, *self._eras]
        self._plain = MarkSheet(self._atoms, facts, self._width, certified=False)
        self._certified = MarkSheet(self._atoms, facts, self._width, certified=True)

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


def _atoms_by_fact(rules: Sequence[Tested]) -> Mapping[str, Placed]:
    by_fact: dict[str, list[tuple[Atom, int]]] = {}
    bit = 1
    for rule in rules:
        for clause in rule.clauses:
            for atom in clause:
                by_fact.setdefault(atom.fact, []).append((atom, bit))
            bit <<= 1
    return by_fact


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
