"""What is missing, which single answer would settle it, and what one change would do."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from app.residency.alternatives import FIXED, Alternatives, possible_values
from app.residency.case import Case, tests_of, verdict
from app.residency.conditions import Day
from app.residency.derived import SOURCES
from app.residency.facts import Fact, FactBook, FactValue
from app.residency.findings import (
    Category,
    Change,
    Charged,
    Outcome,
    Resident,
    Settles,
    Verdict,
)
from app.residency.law import Law
from app.residency.line import Line, LineTest
from app.residency.nearest import Search
from app.residency.rules import RulePack
from app.residency.tables import Look


class Basis(NamedTuple):
    """What a finding was made from, what that left open, and a way to ask "what if"."""

    case: Case
    law: Law
    on: date
    lines: Sequence[Line]
    tests: Sequence[LineTest]
    open: Sequence[tuple[LineTest, int]]  # every mask must be settled for the case to be
    outcome: Outcome

    @property
    def pack(self) -> RulePack:
        """The rules."""
        return self.law.pack

    @property
    def facts(self) -> FactBook:
        """What facts there are."""
        return self.law.facts

    @property
    def given(self) -> list[Mapping[str, FactValue | None]]:
        """The facts of each line before anything was worked out."""
        return [{**self.case.facts, **line.facts} for line in self.lines]

    def again(self, changes: Mapping[str, FactValue]) -> Sequence[LineTest]:
        """The same lines with some facts otherwise."""
        lines = [line.with_facts(changes) for line in self.lines]
        return tests_of(lines, self.case.with_facts(changes), self.pack, self.on)

    def verdict(self, changes: Mapping[str, FactValue]) -> Verdict:
        """What would be found of the case with some facts otherwise."""
        return verdict(self.case.with_facts(changes), self.pack, self.on)

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
            for value in told_apart(fact, basis.pack, basis.open[0][0].day):
                then = basis.verdict({fact.name: value}).outcome
                if then.category is not Category.P:
                    found.append(Settles(fact.name, value, then))
    return tuple(found)


def nearest_other_outcome(basis: Basis, fixed: Container[str] = FIXED) -> Change | None:
    """The fewest facts that, were they otherwise, would flip the case; see `nearest`.

    Of a case that waits, the fewest answers that would settle it, the first single one where there
    is one; what is known stays as it is unless no answers would do. `fixed` are never proposed.
    """
    if basis.outcome.category is not Category.P:
        return _search(basis, only_open=False, fixed=fixed).smallest()
    search = _search(basis, only_open=True, fixed=fixed)
    for one in would_settle(basis):
        change = {one.fact: one.value}
        if search.alternatives.movable(one.fact) and search.possible(change):
            return search.change(change)
    return search.smallest() or _search(basis, only_open=False, fixed=fixed).smallest()


def _search(basis: Basis, *, only_open: bool, fixed: Container[str]) -> Search:
    alternatives = Alternatives(basis.tests, basis.given, basis.pack, basis.facts, only_open, fixed)
    return Search(alternatives, basis.again, basis.verdict)


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


def told_apart(fact: Fact, pack: RulePack, day: Day) -> list[FactValue]:
    """One value for each thing the rules can make of the fact."""
    values = possible_values(fact, pack, day)
    if not pack.tables.bits_of(fact.name):
        return list(values)
    apart: dict[int, FactValue] = {}
    for value in values:
        apart.setdefault(pack.tables.kills(fact.name, value, day), value)
    return list(apart.values())


def _counted(masks: Iterable[int]) -> tuple[int, int]:
    """The bits seen at least once, and those seen more often."""
    once = twice = 0
    for mask in masks:
        twice |= once & mask
        once |= mask
    return once, twice
