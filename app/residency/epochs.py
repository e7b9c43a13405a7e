"""The stretches of time in which the law says the same: every change of a pack begins a new one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.residency.conditions import Atom, Condition
from app.residency.rules import RulePack

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Epoch:
    """From one change to the day before the next; the last one is open."""

    since: date
    until: date | None


def epochs(pack: RulePack) -> tuple[Epoch, ...]:
    """Every legal epoch since the scheme began.

    A rule beginning or ending, a disease listed, a country or its agreement coming or going, the
    duty to ask first, every day that a condition names and the day after it begin one. Within an
    epoch a case's outcome turns on its facts and not on which of the days it is.
    """
    begun = pack.standing.valid_from
    starts = sorted({begun, *(day for day in _turns(pack) if day > begun)})
    ends = [day - _ONE_DAY for day in starts[1:]]
    return tuple(Epoch(*pair) for pair in zip(starts, [*ends, None], strict=True))


def comparisons(condition: Condition) -> Iterator[Atom]:
    """Every comparison a condition makes."""
    match condition:
        case Atom():
            yield condition
        case _:
            for part in condition.parts:
                yield from comparisons(part)


def _turns(pack: RulePack) -> Iterator[date]:
    yield pack.standing.payment_first_from
    for rule in pack.rules:
        yield rule.in_force_from
        if rule.in_force_to is not None:
            yield rule.in_force_to + _ONE_DAY
        for atom in comparisons(rule.when):
            if isinstance(atom.value, date):
                yield atom.value
                yield atom.value + _ONE_DAY
    for disease in pack.diseases:
        yield disease.in_force_from
    for country in pack.countries.values():
        for since, until in (country.listed, country.agreement) if country.listed else ():
            yield since
            if until < date.max:
                yield until + _ONE_DAY
