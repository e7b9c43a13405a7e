"""What is missing, which single answer would settle it, and what one change would do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.residency.conditions import Day, Op
from app.residency.derived import SOURCES
from app.residency.facts import Fact, FactBook, FactType, FactValue
from app.residency.findings import (
    Category,
    Change,
    Charged,
    EvidenceWanted,
    Outcome,
    Resident,
    Settles,
)
from app.residency.line import LineTest, best_group
from app.residency.rules import RulePack
from app.residency.tables import Look

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a finding was made from: the tests, what they left open, and a way to ask "what if"."""

    tests: Sequence[LineTest]
    open: Sequence[tuple[LineTest, int]]  # every mask must be settled for the case to be
    pack: RulePack
    facts: FactBook
    outcome: Outcome
    again: Callable[[str, FactValue], Outcome]

    def looks(self, test: LineTest) -> dict[str, Look]:
        """What each fact did to the clauses of one line."""
        return self.pack.tables.looks(test.facts, test.day, certified=test.certified)


def open_clauses(
    tests: Sequence[LineTest],
    last: Sequence[LineTest],
    resident: Resident,
    letter: int,
    pack: RulePack,
) -> list[tuple[LineTest, int]]:
    """The clauses that keep the case waiting, one mask for each thing that waits."""
    bits = pack.bits
    waiting = []
    if resident is Resident.UNDETERMINED:
        waiting += [(test, test.reading.unknown & bits.resident) for test in last]
    for test in tests:
        if test.charged is Charged.UNDETERMINED:
            mask = test.might_free & test.reading.unknown
            if test.might_free & bits.except_conception:
                mask |= test.reading.unknown & bits.conception
            waiting.append((test, mask))
    if letter:
        waiting += [(test, test.reading.unknown & letter) for test in last]
    return waiting


def missing(basis: Basis) -> tuple[str, ...]:
    """The facts to ask for, in the order of the fact list; what is worked out names its sources."""
    if not basis.open:
        return ()
    wanted: set[str] = set()
    for test, mask in basis.open:
        tables, known = basis.pack.tables, test.facts
        for fact in tables.opened_by(known, test.day, mask, certified=test.certified):
            unknown = [one for one in SOURCES.get(fact, ()) if known.get(one) is None]
            wanted.update(unknown or [fact])
        if test.charged is Charged.UNDETERMINED and test.facts.get("service_is_relevant") is None:
            wanted.add("service_is_relevant")
    return tuple(fact.name for fact in basis.facts.all if fact.name in wanted)


def would_settle(basis: Basis) -> tuple[Settles, ...]:
    """Every single answer after which the case no longer waits, tried one by one."""
    if not basis.open:
        return ()
    settling = set.intersection(*(_may_settle(basis, test, mask) for test, mask in basis.open))
    found = []
    for fact in basis.facts.all:
        if fact.name in settling:
            for value in _values_told_apart(fact, basis.pack, basis.open[0][0].day):
                then = basis.again(fact.name, value)
                if then.category is not Category.P:
                    found.append(Settles(fact.name, value, then))
    return tuple(found)


def evidence_wanted(basis: Basis) -> tuple[EvidenceWanted, ...]:
    """The papers for every true group, and for an open one that something already speaks for."""
    pack = basis.pack
    bits = 0
    for test in basis.tests:
        bits |= test.reading.true & pack.bits.freeing
    for test, mask in basis.open:
        for fact, value in test.facts.items():
            if value is not None:
                bits |= mask & pack.tables.speaks_for(fact)
    return tuple(
        EvidenceWanted(group.id, group.label, group.evidence)
        for group in pack.groups_of(bits)
        if group.evidence
    )


def nearest_other_outcome(basis: Basis) -> Change | None:
    """One fact that, were it otherwise, would lead to another settled outcome; None if none would.

    Of a case that waits, the first answer that would settle it. Of a charged line, grounds that
    fail in one fact alone, those that need no private talk first. Of a free one, the facts that
    free it.
    """
    if basis.outcome.category is Category.P:
        settled = would_settle(basis)
        return Change(settled[0].fact, None, *settled[0][1:]) if settled else None
    test = next((one for one in basis.tests if one.charged is Charged.YES), basis.tests[-1])
    for fact, value in _turning_points(basis, test):
        then = basis.again(fact, value)
        if then != basis.outcome and then.category is not Category.P:
            return Change(fact, test.facts.get(fact), value, then)
    return None


def _may_settle(basis: Basis, test: LineTest, mask: int) -> set[str]:
    """Facts whose answer could end one wait: alone in the way of a clause, or part of every one."""
    looks = basis.looks(test)
    once, twice = _counted(look.open & mask for look in looks.values())
    alone = once & ~twice
    facts = {
        fact
        for fact, look in looks.items()
        if look.open & alone or (mask and not mask & ~look.open)
    }
    if test.facts.get("service_is_relevant") is None:
        facts.add("service_is_relevant")
    return facts


def _turning_points(basis: Basis, test: LineTest) -> Iterator[tuple[str, FactValue]]:
    """Single changes worth trying, in the order of the facts."""
    if test.charged is Charged.YES:
        return _ways_to_free(basis, test)
    return _ways_to_let_go(basis, test)


def _ways_to_free(basis: Basis, test: LineTest) -> Iterator[tuple[str, FactValue]]:
    """Changes that lift the one thing a ground fails in; sensitive grounds last."""
    pack = basis.pack
    looks = basis.looks(test)
    once, twice = _counted(look.dead for look in looks.values())
    in_force = pack.tables.in_force(test.day.service_date)
    alone = once & ~twice & pack.bits.freeing & in_force
    return (
        (fact.name, value)
        for mask in (alone & ~pack.bits.sensitive, alone & pack.bits.sensitive)
        for fact in basis.facts.all
        if fact.name in looks and looks[fact.name].dead & mask
        for value in _values_told_apart(fact, pack, test.day)
        if looks[fact.name].dead & mask & ~pack.tables.kills(fact.name, value, test.day)
    )


def _ways_to_let_go(basis: Basis, test: LineTest) -> Iterator[tuple[str, FactValue]]:
    """Changes that end what frees a line, or what its letter comes from."""
    tables = basis.pack.tables
    for fact in basis.facts.all:
        if tables.bits_of(fact.name) & test.frees:
            for value in _values_told_apart(fact, basis.pack, test.day):
                left = test.frees & ~tables.kills(fact.name, value, test.day)
                if left != test.frees and not _same_group(left, test.frees, basis.pack):
                    yield fact.name, value


def _same_group(left: int, before: int, pack: RulePack) -> bool:
    """Whether the person is still free in the same way, so that the letter cannot change."""
    persons = ~pack.bits.service
    if not left & persons or not before & persons:
        return bool(left) and not before & persons
    return best_group(left & persons, pack) is best_group(before & persons, pack)


def _values_told_apart(fact: Fact, pack: RulePack, day: Day) -> list[FactValue]:
    """One value for each thing the rules can make of the fact."""
    values = _values(fact, pack, day)
    if not pack.tables.bits_of(fact.name):
        return list(values)
    apart: dict[int, FactValue] = {}
    for value in values:
        apart.setdefault(pack.tables.kills(fact.name, value, day), value)
    return list(apart.values())


def _values(fact: Fact, pack: RulePack, day: Day) -> Iterable[FactValue]:
    if fact.name == "service_is_relevant" or fact.type is FactType.BOOL:
        return (True, False)
    if fact.values:
        return [one for one in fact.values if one not in fact.unknown_values]
    named = [
        value
        for atom in pack.tables.atoms(fact.name)
        for value in _near(atom.operand(day), atom.op)
    ]
    return [*named, "none"] if fact.type in (FactType.ENUM, FactType.STRING) else named


def _near(operand: object, op: Op) -> list[FactValue]:
    """The values around one that a rule compares with."""
    if isinstance(operand, date):
        return [operand, operand - _ONE_DAY, operand + _ONE_DAY]
    if isinstance(operand, frozenset | tuple):
        return sorted(operand)[:1] if op is Op.IN and isinstance(operand, frozenset) else [*operand]
    if isinstance(operand, int):
        return [operand - 1, operand, operand + 1]
    return [operand] if isinstance(operand, str) else []


def _counted(masks: Iterable[int]) -> tuple[int, int]:
    """The bits seen at least once, and those seen more often."""
    once = twice = 0
    for mask in masks:
        twice |= once & mask
        once |= mask
    return once, twice
