"""The values of a fact that the law of a day tells apart.

A case has far too many values to try them all, yet the rules ask little of each: of a country
only its side and its agreement, of a birth date two ages. Values that answer every comparison
alike are one class, and one of them stands for all. Facts that follow from others (charging-rules
10.1) are no variables of their own, so that only what can really occur together is looked at: the
class of a home country is a side *and* a listing that some country has. Unknown is a class too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, product

from app.core.dates import add_months
from app.residency.conditions import Atom, Truth
from app.residency.derived import SOURCES, Facts, work_out
from app.residency.facts import Fact, FactType, FactValue
from app.residency.law import Law

Value = FactValue | None
ANOTHER = "another"
"""A word that no rule names, where any word may be given."""

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ValueClass:
    """Values that no comparison tells apart: one that stands for them, and all that were tried.

    `mark` is what every comparison that hears of the fact makes of them.
    """

    stands: Value
    values: tuple[Value, ...]
    mark: tuple[Truth, ...]


class ClassBook:
    """For each fact that is given, its classes on a day; and what comparisons make of them.

    `told`: facts that follow from others are told outright, as an officer may correct them.
    """

    def __init__(self, law: Law, atoms: Iterable[Atom], on: date, *, told: bool = False) -> None:
        self._law = law
        self._day = law.pack.day(on)
        self._on = on
        self._worked: dict[tuple[str, tuple[Value, ...]], Value] = {}
        self.atoms = tuple(dict.fromkeys(atoms))
        self._asked = {atom.fact for atom in self.atoms} - {"service_date"}
        follows: Mapping[str, tuple[str, ...]] = {} if told else SOURCES
        self.sources = {fact: follows.get(fact, (fact,)) for fact in sorted(self._asked)}
        self.sources |= {fact: (*self.sources[fact], fact) for fact in self._never_follow()}
        given = dict.fromkeys(name for names in self.sources.values() for name in names)
        self.classes = {name: self._classes(name) for name in given}

    def truth(self, atom: Atom, values: Sequence[Value], *, certified: bool) -> Truth:
        """What a comparison makes of the values of its fact's sources (charging-rules 10.2)."""
        if atom.fact == "service_date":
            return Truth.TRUE if atom.holds(self._on, self._day) else Truth.FALSE
        fact = self._law.facts[atom.fact]
        value = self._value(atom.fact, tuple(values))
        if value in fact.pending_values:
            return Truth.UNKNOWN
        if value is None or value in fact.unknown_values:
            if certified and fact.lapses_unclaimed:
                return Truth.TRUE if atom.holds_unclaimed() else Truth.FALSE
            return Truth.UNKNOWN
        return Truth.TRUE if atom.holds(value, self._day) else Truth.FALSE

    def place(self, name: str, value: Value) -> int:
        """The class a value of a fact belongs to, whether it was tried or not."""
        for place, one in enumerate(self.classes[name]):
            if value in one.values:
                return place
        return [one.mark for one in self.classes[name]].index(self._mark(name, value))

    def _value(self, fact: str, values: tuple[Value, ...]) -> Value:
        key = fact, values
        if key not in self._worked:
            facts: Facts = dict(zip(self.sources[fact], values, strict=True))
            work_out(facts, self._on, self._law.pack.countries)
            self._worked[key] = facts.get(fact)
        return self._worked[key]

    def _never_follow(self) -> list[str]:
        """The facts that follow from others but are never true by those alone: they are given."""
        return [
            fact
            for fact in self.sources
            if self.sources[fact] != (fact,)
            and self._law.facts[fact].type is FactType.BOOL
            and not any(
                self._value(fact, values) is True
                for values in product(*(self._tried(one) for one in self.sources[fact]))
            )
        ]

    def _classes(self, name: str) -> tuple[ValueClass, ...]:
        gathered: dict[tuple[Truth, ...], list[Value]] = {}
        for value in self._tried(name):
            gathered.setdefault(self._mark(name, value), []).append(value)
        return tuple(
            ValueClass(values[0], tuple(values), mark) for mark, values in gathered.items()
        )

    def _mark(self, name: str, value: Value) -> tuple[Truth, ...]:
        """What every comparison that hears of the fact makes of the value, whatever else is so."""
        marks = []
        for atom in self.atoms:
            sources = self.sources.get(atom.fact, ())
            if name in sources:
                others = [[value] if one == name else self._tried(one) for one in sources]
                for values in product(*others):
                    marks += [self.truth(atom, values, certified=said) for said in (False, True)]
        return tuple(marks)

    def _tried(self, name: str) -> list[Value]:
        fact = self._law.facts[name]
        operands = [
            atom.operand(self._day)
            for atom in self.atoms
            if name in self.sources.get(atom.fact, ())
        ]
        match fact.type:
            case FactType.BOOL:
                return [None, True, False]
            case FactType.INT:
                named = [one for one in operands if isinstance(one, int)]
                return [None, *sorted({one + step for one in named for step in (-1, 0, 1)})]
            case FactType.ALPHA2:
                return [None, *self._law.pack.countries]
            case FactType.ALPHA2_LIST:
                return [None, *self._nationalities()]
            case FactType.DATE:
                return [None, *self._days(operands)]
            case _:
                return [None, *self._words(fact, operands)]

    def _nationalities(self) -> list[FactValue]:
        """One country of each kind, and every set of kinds."""
        kinds = {
            (one.eea_or_swiss, one.convention_or_charter): one.alpha2
            for one in self._law.pack.countries.values()
        }
        codes = sorted(kinds.values())
        sizes = range(1, len(codes) + 1)
        return [some for size in sizes for some in combinations(codes, size)]

    def _days(self, operands: Sequence[object]) -> list[FactValue]:
        """The days about every day compared with, and about every age."""
        turning = {self._on, *(one for one in operands if isinstance(one, date))}
        ages = [one for one in operands if isinstance(one, int)]
        for age in ages:
            turning |= {add_months(self._on, -months) for months in (age, age + 1, 12 * age)}
        return sorted({day + _ONE_DAY * step for day in turning for step in (-1, 0, 1)})

    def _words(self, fact: Fact, operands: Sequence[object]) -> list[FactValue]:
        if fact.values:
            return [value for value in fact.values if value not in fact.unknown_values]
        named: dict[str, None] = {}
        for operand in operands:
            several = operand if isinstance(operand, tuple | frozenset) else (operand,)
            named |= dict.fromkeys(sorted(one for one in several if isinstance(one, str)))
        return [ANOTHER, *named]
