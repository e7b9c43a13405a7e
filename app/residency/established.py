"""The groups a person is in on each of some days, for those whose cover hangs on that person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.residency.determination import Case
from app.residency.facts import FactValue
from app.residency.findings import Charged, Days
from app.residency.law import Law
from app.residency.line import Line, try_line
from app.residency.spell import Spells, Stay, split

_ANY_CARE: dict[str, FactValue] = {"service_type": "other", "service_is_assisted_conception": False}


@dataclass(frozen=True, slots=True)
class Established:
    """From a day on: the groups that are true, in file order, and whether care is charged."""

    since: date
    groups: tuple[str, ...]
    charged: Charged


def established(case: Case, law: Law, days: Days) -> tuple[Established, ...]:
    """What the person of a case is from day to day, whatever they came for themselves.

    Raises BadInput for days before the scheme began.
    """
    pack = law.pack
    line = Line("1", {**_ANY_CARE, "service_date": days.first})
    changes = case.spells.changes if case.spells is not None else ()
    spells = Spells(changes=changes, stays={line.id: Stay(days.last)})
    parts = split((line,), case.facts, spells, pack=pack, on=days.first)
    found: list[Established] = []
    for part in parts:
        test = try_line(part, case.facts, pack, on=days.last, certified=case.certified)
        groups = tuple(group.id for group in pack.groups_of(test.reading.true & pack.bits.freeing))
        now = Established(part.days.first, groups, test.charged)
        if not found or replace(now, since=found[-1].since) != found[-1]:
            found.append(now)
    return tuple(found)


def named_in_rules(fact: str, law: Law) -> frozenset[str]:
    """The words that rules compare a fact with, such as the groups that cover a family."""
    words: set[str] = set()
    for atom in law.pack.tables.atoms(fact):
        words |= {atom.value} if isinstance(atom.value, str) else set()
        words |= set(atom.value) if isinstance(atom.value, tuple) else set()
    return frozenset(words)
