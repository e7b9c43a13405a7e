"""What is known of a case, and its lines against the rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.residency import letters
from app.residency.facts import FactValue
from app.residency.findings import Verdict
from app.residency.line import Line, LineTest, try_line
from app.residency.rules import RulePack
from app.residency.spell import Part, Spells, split


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of a case. Facts are as FactBook reads them; `certified`: an officer certifies
    that the grounds were put and no other is claimed; `spells` where a line lasts for days."""

    facts: Mapping[str, FactValue]
    lines: tuple[Line, ...] = ()
    certified: bool = False
    ignored: tuple[str, ...] = ()
    spells: Spells | None = None

    def with_facts(self, facts: Mapping[str, FactValue]) -> Case:
        """The same case, were these facts so on every line; the days of a stay stay as they are."""
        if self.spells is not None:
            facts = {name: facts[name] for name in facts if name != "service_date"}
        lines = tuple(line.with_facts(facts) for line in self.lines)
        spells = self.spells.without(facts) if self.spells is not None else None
        return replace(self, facts={**self.facts, **facts}, lines=lines, spells=spells)


def tested(case: Case, pack: RulePack, on: date) -> list[LineTest]:
    """Every line, or part of a stay, against the rules of its own day.

    Raises BadInput `date_out_of_range` for a service before the scheme began.
    """
    return tests_of(lines_of(case, pack, on), case, pack, on)


def lines_of(case: Case, pack: RulePack, on: date) -> Sequence[Line]:
    """The lines of a case as they are tested: every line, or every part of its stay."""
    lines = case.lines or (Line("1"),)
    return lines if case.spells is None else split(lines, case.facts, case.spells, pack=pack, on=on)


def verdict(case: Case, pack: RulePack, on: date) -> Verdict:
    """What is found of a case and no more; a stay is one line, however many parts it has."""
    lines = lines_of(case, pack, on)
    tests = tests_of(lines, case, pack, on)
    found = letters.verdict(tests, pack)
    stays: dict[str, list[LineTest]] = {}
    for line, test in zip(lines, tests, strict=True):
        stays.setdefault(line.of if isinstance(line, Part) else line.id, []).append(test)
    return found._replace(lines=tuple(letters.chargeable(stay) for stay in stays.values()))


def tests_of(lines: Sequence[Line], case: Case, pack: RulePack, on: date) -> list[LineTest]:
    """Some lines of a case, each against the rules of its own day."""
    return [try_line(line, case.facts, pack, on=on, certified=case.certified) for line in lines]
