"""What could be otherwise in a case: which facts, and one value for each thing they could say."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.core.dates import add_months
from app.residency.conditions import Day, Op
from app.residency.derived import PARTS, SOURCES, Facts
from app.residency.facts import Fact, FactBook, FactType, FactValue
from app.residency.line import LineTest
from app.residency.rules import Country, RulePack

_ONE_DAY = timedelta(days=1)
_AGES = {"age_years": 12, "age_months": 1}  # in months
FIXED = ("service_date",)
"""The day of care is what a line is tested on, not a fact of the person: it is never proposed."""


@dataclass(frozen=True, slots=True)
class Alternatives:
    """The facts of a case that could be otherwise.

    `given` are the facts of each line before anything was worked out. What is worked out is never
    proposed where its source is known: the source is. `only_open` leaves what is known alone, for
    a case that waits for answers. `fixed` are never proposed.
    """

    tests: Sequence[LineTest]
    given: Sequence[Mapping[str, FactValue | None]]
    pack: RulePack
    facts: FactBook
    only_open: bool
    fixed: Container[str] = FIXED
    _told: dict[str, list[FactValue]] = field(default_factory=dict)

    def movable(self, fact: str) -> bool:
        """Whether the fact itself may be proposed otherwise."""
        if fact in self.fixed:
            return False
        if fact in SOURCES and not self._stands_alone(fact):
            return False
        return not self.only_open or any(self._is_open(fact, test) for test in self.tests)

    def turning(self, fact: str) -> list[str]:
        """The facts that may be proposed so that this one, which the rules read, is otherwise."""
        return [one for one in (fact, *SOURCES.get(fact, ())) if self.movable(one)]

    def values(self, fact: str) -> list[FactValue]:
        """One value for each thing that the rules can make of the fact on these lines."""
        if fact not in self._told:
            self._told[fact] = self._told_apart(fact)
        return self._told[fact]

    def _told_apart(self, fact: str) -> list[FactValue]:
        told: dict[object, FactValue] = {}
        for test in self.tests:
            for value in possible_values(self.facts[fact], self.pack, test.day):
                told.setdefault(self._sign(fact, value), value)
        now = {test.facts.get(fact) for test in self.tests}
        return [value for value in told.values() if now != {value}]

    def worked_out(
        self, place: int, changes: Mapping[str, FactValue], fact: str
    ) -> FactValue | None:
        """What a fact that the rules read is on one line after some changes."""
        if fact not in SOURCES:
            return changes.get(fact, self.given[place].get(fact))
        facts: Facts = {**self.given[place], **changes}
        for part in PARTS:
            if fact in part.gives:
                part.work(facts, self.tests[place].day.service_date, self.pack.countries)
        return facts.get(fact)

    def _stands_alone(self, fact: str) -> bool:
        """Whether a fact that could be worked out is told by itself: given without a source, or
        not to be had from the sources that are known."""
        for given, test in zip(self.given, self.tests, strict=True):
            known = [given.get(source) is not None for source in SOURCES[fact]]
            told = given.get(fact) is not None
            if (told and not any(known)) or (all(known) and test.facts.get(fact) is None):
                return True
        return False

    def _is_open(self, fact: str, test: LineTest) -> bool:
        value, read = test.facts.get(fact), self.facts[fact]
        return value is None or value in read.unknown_values or value in read.pending_values

    def _sign(self, fact: str, value: FactValue) -> object:
        """What tells a value from others: the clauses it kills, by itself and by what follows."""
        days = [test.day for test in self.tests]
        itself = tuple(self.pack.tables.kills(fact, value, day) for day in days)
        countries = [value] if isinstance(value, str) else value
        match self.facts[fact].type:
            case FactType.ALPHA2 | FactType.ALPHA2_LIST if isinstance(countries, list | tuple):
                read = [_read_of(self.pack.countries[code], days) for code in countries]
                return itself, tuple(read)
            case _ if fact == "date_of_birth":
                return tuple(self._ages(value, day) for day in days)
            case _:
                derived = fact in ("entitlement_document", "service_type")
                return itself, value if derived else None

    def _ages(self, born: FactValue, day: Day) -> object:
        facts: Facts = {"date_of_birth": born}
        PARTS[0].work(facts, day.service_date, self.pack.countries)
        years, months = facts["age_years"], facts["age_months"]
        if years is None or months is None:
            return None
        kills = self.pack.tables.kills
        return kills("age_years", years, day), kills("age_months", months, day)


def _read_of(country: Country, days: Iterable[Day]) -> object:
    """Everything that is worked out of a country."""
    listed = tuple(country.in_schedule_2(day.service_date) for day in days)
    return (
        country.side,
        country.eu_member,
        country.eea_or_swiss,
        country.convention_or_charter,
        listed,
    )


def possible_values(fact: Fact, pack: RulePack, day: Day) -> Iterable[FactValue]:
    """Values of a fact, at least one for each thing a rule could make of it that day."""
    if fact.name == "service_is_relevant" or fact.type is FactType.BOOL:
        return (True, False)
    if fact.values:
        silent = fact.unknown_values + fact.pending_values
        return [one for one in fact.values if one not in silent]
    if fact.type is FactType.ALPHA2:
        return list(pack.countries)
    if fact.type is FactType.ALPHA2_LIST:
        return [(code,) for code in pack.countries]
    if fact.name == "date_of_birth":
        return _birthdays(pack, day)
    named = [
        value
        for atom in pack.tables.atoms(fact.name)
        for value in _near(atom.operand(day), atom.op)
    ]
    return [*named, "none"] if fact.type in (FactType.ENUM, FactType.STRING) else named


def _birthdays(pack: RulePack, day: Day) -> list[FactValue]:
    """The days of birth around every age that a rule compares with."""
    return [
        add_months(day.service_date, -age * months)
        for fact, months in _AGES.items()
        for atom in pack.tables.atoms(fact)
        for age in _near(atom.operand(day), atom.op)
        if isinstance(age, int) and age >= 0
    ]


def _near(operand: object, op: Op) -> list[FactValue]:
    """The values around one that a rule compares with."""
    if isinstance(operand, date):
        return [operand, operand - _ONE_DAY, operand + _ONE_DAY]
    if isinstance(operand, frozenset | tuple):
        return sorted(operand)[:1] if op is Op.IN and isinstance(operand, frozenset) else [*operand]
    if isinstance(operand, int):
        return [near for near in (operand - 1, operand, operand + 1) if near >= 0]
    return [operand] if isinstance(operand, str) else []
