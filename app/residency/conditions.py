"""Conditions of the law: a closed vocabulary, three truth values, trees of all and any.

Unknown never means false. The words are those of the rule files: `all`, `any`, and atoms
`{fact, op, value}`; `@service_date` compares with the day of the service, `@diseases` with the
diseases listed that day. Cleverer logic is a named fact, never a new word here.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from itertools import product
from typing import Any as Anything

from app.residency.facts import FactValue

SERVICE_DATE = "@service_date"
DISEASES = "@diseases"
Operand = FactValue | tuple[str, ...]


class Truth(Enum):
    """What is known of a statement."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"


class Op(StrEnum):
    """The closed vocabulary."""

    IS_TRUE = "is_true"
    IS_FALSE = "is_false"
    EQ = "eq"
    NE = "ne"
    IN = "in"
    LT = "lt"
    LTE = "lte"
    GT = "gt"
    GTE = "gte"


_ORDERED: dict[Op, Callable[[Anything, Anything], bool]] = {
    Op.LT: operator.lt,
    Op.LTE: operator.le,
    Op.GT: operator.gt,
    Op.GTE: operator.ge,
}
_NOT_CLAIMED_HOLDS = (Op.IS_FALSE, Op.NE)  # charging-rules 10.2: silence under the certificate


@dataclass(frozen=True, slots=True)
class Day:
    """The day a line is tested on: its service date and the diseases listed then."""

    service_date: date
    diseases: frozenset[str] = frozenset()


NO_DAY = Day(date.min)
"""For comparisons that do not look at the day."""


Test = Callable[[FactValue, Day], bool]


@dataclass(frozen=True, slots=True)
class Atom:
    """One comparison of one fact."""

    fact: str
    op: Op
    value: Operand | None = None

    @property
    def turns_on_the_day(self) -> bool:
        """Whether the answer needs the service date, or an ordering, and not the value alone."""
        return self.op in _ORDERED or self.value in (SERVICE_DATE, DISEASES)

    def holds(self, value: FactValue, day: Day) -> bool:
        """Whether the comparison is true of a known value on that day."""
        if self.op is Op.IS_TRUE:
            return value is True
        if self.op is Op.IS_FALSE:
            return value is False
        operand = self.operand(day)
        if self.op in _ORDERED:
            return _ORDERED[self.op](value, operand)
        if self.op is Op.IN:
            assert isinstance(operand, tuple | frozenset)
            return value in operand
        return (value == operand) is (self.op is Op.EQ)

    def compiled(self) -> Test:
        """`holds` as a plain function, for the comparisons made in every case."""
        if self.value == SERVICE_DATE and self.op in _ORDERED:
            order = _ORDERED[self.op]
            return lambda value, day: order(value, day.service_date)
        if self.value != DISEASES and self.op in _ORDERED:
            order, fixed = _ORDERED[self.op], self.value
            return lambda value, _: order(value, fixed)
        if self.value == DISEASES and self.op is Op.IN:
            return lambda value, day: value in day.diseases
        if self.op is Op.EQ and self.value != SERVICE_DATE:
            fixed = self.value
            return lambda value, _: value == fixed
        return self.holds

    def holds_unclaimed(self) -> bool:
        """Whether it is true of an answer never given, once the officer has certified."""
        return self.op in _NOT_CLAIMED_HOLDS

    def operand(self, day: Day) -> object:
        """What the value is compared with on that day."""
        if self.value == SERVICE_DATE:
            return day.service_date
        return day.diseases if self.value == DISEASES else self.value


@dataclass(frozen=True, slots=True)
class All:
    """True when every part is."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """True when one part is."""

    parts: tuple[Condition, ...]


Condition = Atom | All | Any
Clause = tuple[Atom, ...]


def parse(tree: Mapping[str, object]) -> Condition:
    """A condition from a rule file; raises ValueError for a word outside the vocabulary."""
    if tree.keys() == {"all"}:
        return All(_parts(tree["all"]))
    if tree.keys() == {"any"}:
        return Any(_parts(tree["any"]))
    if not {"fact", "op"} <= tree.keys() <= {"fact", "op", "value"}:
        raise ValueError(f"not a condition: {dict(tree)}")
    fact, op, value = tree["fact"], Op(str(tree["op"])), tree.get("value")
    if not isinstance(fact, str) or (value is None) != (op in (Op.IS_TRUE, Op.IS_FALSE)):
        raise ValueError(f"not a comparison: {dict(tree)}")
    if isinstance(value, list):
        return Atom(fact, op, tuple(str(one) for one in value))
    if value is not None and not isinstance(value, bool | int | str | date):
        raise ValueError(f"not a value to compare with: {value!r}")
    return Atom(fact, op, value)


def clauses(condition: Condition) -> tuple[Clause, ...]:
    """The condition as alternatives, each a list of atoms that must all hold.

    The same in three values as in two: all and any distribute over each other there as well.
    """
    match condition:
        case Atom():
            return ((condition,),)
        case Any(parts):
            return tuple(clause for part in parts for clause in clauses(part))
        case _:
            choices = product(*(clauses(part) for part in condition.parts))
            return tuple(tuple(atom for part in chosen for atom in part) for chosen in choices)


def truth(condition: Condition, of: Callable[[Atom], Truth]) -> Truth:
    """The condition's truth from its atoms' truths."""
    match condition:
        case Atom():
            return of(condition)
        case All(parts):
            return all_of(truth(part, of) for part in parts)
        case _:
            return any_of(truth(part, of) for part in condition.parts)


def all_of(truths: Iterable[Truth]) -> Truth:
    """False if one is false, else unknown if one is unknown, else true."""
    found = Truth.TRUE
    for one in truths:
        if one is Truth.FALSE:
            return one
        if one is Truth.UNKNOWN:
            found = one
    return found


def any_of(truths: Iterable[Truth]) -> Truth:
    """True if one is true, else unknown if one is unknown, else false."""
    found = Truth.FALSE
    for one in truths:
        if one is Truth.TRUE:
            return one
        if one is Truth.UNKNOWN:
            found = one
    return found


def _parts(trees: object) -> tuple[Condition, ...]:
    if not isinstance(trees, list):
        raise ValueError(f"all and any take a list, not {trees!r}")
    return tuple(parse(tree) for tree in trees)
