"""The law for many cases of one line each, at once and to the outcome alone.

For going through a store of cases again: no sentences, reasons, flags or missing facts, only what
`determine` would find of residence, charge, letter, rate and who is liable. A case with several
lines, or one whose reasons are wanted, goes to `determine`.

    columns = Columns.of([case.facts, ...], certified=[case.certified, ...])
    found = evaluate(columns, law, on)          # on: the day of cases without a service date
    found.letter[17], found.at(17)              # one case
    found.letter.values()                       # all of them
    found.differing(evaluate(columns, other_law, on))   # the places of cases that changed

Facts are as FactBook reads them. Columns may also be filled fact by fact (`put`, `put_codes`),
which is far quicker than case by case. Some 50,000 cases a batch keep the memory small.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import NamedTuple

from app.residency.columns import Columns, Comparisons
from app.residency.findings import Category, Charged, Liable, Resident
from app.residency.law import Law
from app.residency.letters import category_of
from app.residency.line import LIABLE_BY, liable
from app.residency.planes import Column, Planes, any_of, coded, every, of_condition, side_by_side
from app.residency.rules import Group, Rule, Side, percent, precedence


class Found(NamedTuple):
    """What is found of one case."""

    resident: Resident
    charged: Charged
    letter: Category
    rate_percent: int | None
    liable: Liable | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes:
    """What is found of every case, a column each."""

    resident: Column[Resident]
    charged: Column[Charged]
    letter: Column[Category]
    rate_percent: Column[int | None]
    liable: Column[Liable | None]

    def at(self, case: int) -> Found:
        """One case, by its place."""
        return Found(
            self.resident[case],
            self.charged[case],
            self.letter[case],
            self.rate_percent[case],
            self.liable[case],
        )

    def all(self) -> list[Found]:
        """Every case in order."""
        columns = (self.resident, self.charged, self.letter, self.rate_percent, self.liable)
        return [Found(*row) for row in zip(*(one.values() for one in columns), strict=True)]

    def differing(self, other: Outcomes) -> list[int]:
        """The places of the cases that another evaluation finds otherwise."""
        planes = (getattr(self, one.name).unlike(getattr(other, one.name)) for one in fields(self))
        digits = format(any_of(planes), f"0{len(self.letter)}b")
        return [case for case, digit in enumerate(digits) if digit == "1"]


def evaluate(columns: Columns, law: Law, on: date) -> Outcomes:
    """What `determine` finds of each case, were it determined alone.

    Raises BadInput `date_out_of_range` where a service date lies before 6 April 2015.
    """
    known = columns.worked_out(law.pack, on)
    return _Read(known, law).outcomes()


class _Read:
    """Every rule of a pack, tested on every case (charging-rules 10.3 and 10.4)."""

    def __init__(self, columns: Columns, law: Law) -> None:
        self._columns, self._pack = columns, law.pack
        self._all = every(columns.size)
        self._comparisons = Comparisons(columns, law.facts, law.pack.day)
        self._eras = columns["service_date"].telling(self._era).shortened()
        self._in_force: dict[tuple[date, date | None], int] = {}
        bits = law.pack.bits
        self.resident = self._either(law.pack.rules_of(bits.resident))
        self.service = self._either(law.pack.rules_of(bits.service))
        self.exempt = {group: self._rule(group) for group in law.pack.groups_of(bits.exempt)}
        self.covering = self._covering()

    def outcomes(self) -> Outcomes:
        """What follows from the rules for each case."""
        charged = self._charged()
        size = self._columns.size
        resident = {
            Resident.YES: self.resident.true,
            Resident.UNDETERMINED: self.resident.unknown,
        }
        return Outcomes(
            resident=coded(resident, Resident.NO, size),
            charged=coded(charged, Charged.YES, size),
            letter=coded(self._letters(charged[Charged.UNDETERMINED]), Category.F, size),
            rate_percent=coded(self._rates(charged), None, size),
            liable=coded(self._liable(charged), None, size),
        )

    def _charged(self) -> dict[Charged, int]:
        ways = (self.resident, self.service, *self.covering.values())
        relevant = self._columns["service_is_relevant"]
        free = any_of(way.true for way in ways) | relevant.having(False)
        open_ = any_of(way.may for way in ways) | relevant.having(None)
        return {Charged.NO: free, Charged.UNDETERMINED: open_ & ~free}

    def _letters(self, undetermined: int) -> dict[Category, int]:
        """Where each letter but F stands; F is what is left."""
        letters = dict.fromkeys(Category, 0)
        letters[Category.P] = undetermined | self.resident.unknown
        letters[Category.A] = self.resident.true & ~letters[Category.P]
        left = self._all & ~(letters[Category.P] | letters[Category.A])
        eea = self._columns["residence_charging_side"].having(Side.EEA)
        for standing in (self.covering, self.exempt):
            for group in sorted(standing, key=precedence):
                named = left & standing[group].true
                letters[category_of(group.charging_category, eea=True)] |= named & eea
                letters[category_of(group.charging_category, eea=False)] |= named & ~eea
                left &= ~named
        open_ = left & any_of(planes.may for planes in self.exempt.values())
        letters[Category.P] |= open_
        letters[Category.D] |= left & ~open_ & eea
        del letters[Category.F]
        return letters

    def _rates(self, charged: Mapping[Charged, int]) -> dict[int | None, int]:
        left = self._owed(charged)
        rates: dict[int | None, int] = {0: charged[Charged.NO]}
        for group in sorted(self._pack.groups_of(self._pack.bits.chargeable), key=percent):
            named = left & self._rule(group).true
            rates[percent(group)] = rates.get(percent(group), 0) | named
            left &= ~named
        default = self._pack.standing.default_rate_percent
        return rates | {default: rates.get(default, 0) | left}

    def _liable(self, charged: Mapping[Charged, int]) -> dict[Liable | None, int]:
        owed = self._owed(charged)
        rows = side_by_side([self._columns[fact] for fact in LIABLE_BY])
        who = rows.telling(lambda row: liable(dict(zip(LIABLE_BY, row, strict=True))))
        return {one: owed & who.having(one) for one in Liable}

    def _owed(self, charged: Mapping[Charged, int]) -> int:
        return self._all & ~any_of(charged.values())

    def _covering(self) -> dict[Group, Planes]:
        """The exempt groups where they cover the line: some leave out assisted conception."""
        conception = self._either(self._pack.rules_of(self._pack.bits.conception))
        limited = set(self._pack.groups_of(self._pack.bits.except_conception))
        return {
            group: Planes(planes.true & ~conception.may, planes.may & ~conception.true)
            if group in limited
            else planes
            for group, planes in self.exempt.items()
        }

    def _either(self, rules: Iterable[Rule]) -> Planes:
        planes = [self._rule(rule) for rule in rules]
        return Planes(any_of(one.true for one in planes), any_of(one.may for one in planes))

    def _rule(self, rule: Rule) -> Planes:
        era = self._era_of(rule)
        planes = of_condition(rule.when, self._comparisons.planes)
        return Planes(planes.true & era, planes.may & era)

    def _era(self, day: object) -> date:
        assert isinstance(day, date)
        return self._pack.tables.era(day)

    def _era_of(self, rule: Rule) -> int:
        dates = rule.in_force_from, rule.in_force_to
        if dates not in self._in_force:
            self._in_force[dates] = self._eras.where(rule.holds_on)
        return self._in_force[dates]
