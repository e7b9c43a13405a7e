"""What a fact can do to the rules: its values, told apart by the clauses that die of them.

A clause of the rules dies of a fact that contradicts it. Where the question is what still matters,
a fact is therefore no more than its classes: values that kill the same clauses on the days in
question. A country is told by its side and its agreement, a date of birth by the ages the rules
ask for. What is worked out from a fact is part of that fact's mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations

from app.core.dates import add_months
from app.residency.conditions import Day
from app.residency.derived import SOURCES, Facts, work_out
from app.residency.facts import FactBook, FactType, FactValue
from app.residency.rules import RulePack

Marks = tuple[int, ...]
"""The clauses that die, for each of the days."""

DRIVES: Mapping[str, tuple[str, ...]] = {
    source: tuple(fact for fact, sources in SOURCES.items() if source in sources)
    for source in dict.fromkeys(one for sources in SOURCES.values() for one in sources)
}
"""What is worked out from a fact."""

_ISSUER = "entitlement_document_issuer"
_A_CARD: Mapping[str, FactValue] = {"entitlement_document": "ehic"}
_ONE_DAY = timedelta(days=1)


class FactMarks:
    """The values of every fact on some days, and the marks they leave; each worked out once."""

    def __init__(self, pack: RulePack, facts: FactBook, days: tuple[Day, ...]) -> None:
        self.days = days
        self._pack = pack
        self._facts = facts
        self._marks: dict[tuple[str, FactValue], Marks] = {}
        self._values: dict[str, tuple[FactValue, ...]] = {}
        self._classes: dict[str, tuple[Marks, ...]] = {}

    def marks(self, fact: str, value: FactValue) -> Marks:
        """What dies on each day when the fact has that value, what follows from it included."""
        key = (fact, value)
        found = self._marks.get(key)
        if found is None:
            found = self._marks[key] = tuple(self._mark(fact, value, day) for day in self.days)
        return found

    def classes(self, fact: str) -> tuple[Marks, ...]:
        """The marks a fact can leave, each once."""
        found = self._classes.get(fact)
        if found is None:
            told = (self.marks(fact, value) for value in self.values(fact))
            found = self._classes[fact] = tuple(dict.fromkeys(told))
        return found

    def values(self, fact: str) -> tuple[FactValue, ...]:
        """One value for each thing that the rules can make of the fact; both of yes and no."""
        found = self._values.get(fact)
        if found is None:
            apart: dict[tuple[Marks, FactValue | None], FactValue] = {}
            for value in self._candidates(fact):
                itself = value if isinstance(value, bool) else None
                apart.setdefault((self.marks(fact, value), itself), value)
            found = self._values[fact] = tuple(apart.values())
        return found

    def _mark(self, fact: str, value: FactValue, day: Day) -> int:
        tables = self._pack.tables
        dead = tables.kills(fact, value, day)
        if fact in DRIVES:
            # Two facts together give a European right: an issuer is tried with a card.
            known: Facts = {**_A_CARD, fact: value} if fact == _ISSUER else {fact: value}
            work_out(known, day.service_date, self._pack.countries)
            for driven in DRIVES[fact]:
                follows = known.get(driven)
                if follows is not None:
                    dead |= tables.kills(driven, follows, day)
        return dead

    def _candidates(self, name: str) -> Iterable[FactValue]:
        fact = self._facts[name]
        match fact.type:
            case FactType.BOOL:
                return (True, False)
            case FactType.ALPHA2:
                return self._pack.countries
            case FactType.ALPHA2_LIST:
                return self._nationalities(name)
            case FactType.DATE if name in DRIVES:
                return self._births()
            case _ if fact.values:
                unsaid = (*fact.unknown_values, *fact.pending_values)
                return [value for value in fact.values if value not in unsaid]
            case FactType.ENUM | FactType.STRING:
                return [*self._named(name), "none"]
            case FactType.DATE | FactType.INT:
                return self._named(name)
            case _:
                return ()

    def _nationalities(self, name: str) -> Iterator[tuple[str, ...]]:
        """One country of each kind, and two where both kinds count."""
        kinds: dict[Marks, str] = {}
        for code in self._pack.countries:
            kinds.setdefault(self.marks(name, (code,)), code)
        yield from ((code,) for code in kinds.values())
        yield from combinations(sorted(kinds.values()), 2)

    def _births(self) -> Iterator[date]:
        """Days of birth on both sides of every age that a rule asks for."""
        tables = self._pack.tables
        for day in self.days:
            yield day.service_date
            for atom in tables.atoms("age_years"):
                if isinstance(atom.value, int):
                    yield from _around(add_months(day.service_date, -12 * atom.value))
            for atom in tables.atoms("age_months"):
                if isinstance(atom.value, int):
                    yield from _around(add_months(day.service_date, -atom.value - 1))

    def _named(self, name: str) -> Iterator[FactValue]:
        """The values that rules compare the fact with, and those beside them."""
        for day in self.days:
            for atom in self._pack.tables.atoms(name):
                operand = atom.operand(day)
                if isinstance(operand, date):
                    yield from _around(operand)
                elif isinstance(operand, int) and not isinstance(operand, bool):
                    yield from (max(0, operand - 1), operand, operand + 1)
                elif isinstance(operand, tuple | frozenset):
                    yield from sorted(operand)
                elif isinstance(operand, str):
                    yield operand


def _around(day: date) -> tuple[date, date, date]:
    return day, day - _ONE_DAY, day + _ONE_DAY
