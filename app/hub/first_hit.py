"""A first-hit table over very many cases with NumPy: the same answers, many times as fast.

`app.residency.planes.first_hit` needs the standard library alone and is what this is held against.
A comparison is one look at a byte a case, made for a part of the cases that fits in the
processor's cache. A case counts the rules that pass it by until one hits: that is its outcome.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple, TypeAlias, TypeVar

import numpy as np

from app.residency.conditions import NO_DAY, All, Atom, Condition
from app.residency.facts import FactValue
from app.residency.planes import Column

T = TypeVar("T", bound=Hashable)
Array: TypeAlias = Any  # of bytes, or of yes and no; the tools are without NumPy and its types
Step: TypeAlias = Callable[[], object]
PART = 32_768
MOST_RULES = 254  # what a byte counts, less one for a case that stays open
_OPEN = 255


def first_hit(
    rules: Sequence[tuple[Condition | None, T]],
    columns: Mapping[str, Column[Any]],
    *,
    open_: T,
    size: int,
) -> Column[T]:
    """The outcome of the first rule that is true of each case; a rule without condition always is.

    A case is `open_` where a rule that may be true stands before the first that is, or no rule is
    true. Raises ValueError past 254 rules, or for a fact of more than 256 different values.
    """
    if len(rules) > MOST_RULES:
        raise ValueError(f"at most {MOST_RULES} rules, not {len(rules)}")
    whole = {name: np.frombuffer(bytes(one.codes), np.uint8) for name, one in columns.items()}
    plan = _Plan(rules, columns, min(PART, size))
    passed = np.empty(size, np.uint8)
    for start in range(0, size, PART):
        plan.run(whole, start, passed[start : start + PART])
    legend = [outcome for _, outcome in rules]
    return Column(legend + [open_] * (256 - len(legend)), passed.tobytes())


class _Truths(NamedTuple):
    """Of which cases something is true, and of which it may be; one array where both agree."""

    true: Array
    may: Array


class _Plan:
    """What is done to each part of the cases, laid out once: steps over arrays kept for them."""

    def __init__(
        self,
        rules: Sequence[tuple[Condition | None, T]],
        columns: Mapping[str, Column[Any]],
        size: int,
    ) -> None:
        self._columns, self._size = columns, size
        self._passed, self._spare = np.empty(size, np.uint8), np.empty(size, np.uint8)
        self._left, self._stuck = self._flags(), self._flags()
        self._made: dict[Atom, _Truths] = {}
        self._lent: list[Array] = []  # arrays that a rule needs no longer than itself
        self._in_use = 0
        self._may_stick = False
        self._looks: list[tuple[str, Callable[[Array], object]]] = []
        self._steps: list[Step] = []
        for condition, _ in rules:
            self._try(condition)

    def run(self, whole: Mapping[str, Array], start: int, passed: Array) -> None:
        """How many rules pass each case by, from `start` on."""
        count = len(passed)
        for name, look in self._looks:
            codes = whole[name][start : start + count]
            look(codes if count == self._size else np.resize(codes, self._size))
        self._passed.fill(0)
        self._left.fill(True)
        self._stuck.fill(False)
        for step in self._steps:
            step()
        passed[:] = self._passed[:count]
        if self._may_stick:
            passed[self._stuck[:count]] = _OPEN

    def _try(self, condition: Condition | None) -> None:
        """One more rule passes by the cases left, but for those it hits or might."""
        left, self._in_use = self._left, 0
        if condition is None:
            self._do(np.logical_and, left, np.False_, left)
            return
        found = self._of(condition)
        if found.may is not found.true:
            self._may_stick, stuck = True, self._lend()
            self._do(np.greater, found.may, found.true, stuck)
            self._do(np.logical_and, left, stuck, stuck)
            self._do(np.logical_or, self._stuck, stuck, self._stuck)
        self._do(np.greater, left, found.may, left)
        self._do(np.add, self._passed, left.view(np.uint8), self._passed)

    def _of(self, condition: Condition) -> _Truths:
        """All and any, in three values, case by case."""
        if isinstance(condition, Atom):
            if condition not in self._made:
                self._made[condition] = self._compare(condition)
            return self._made[condition]
        fold = np.logical_and if isinstance(condition, All) else np.logical_or
        parts = [self._of(part) for part in condition.parts]
        true = self._fold(fold, [part.true for part in parts])
        if all(part.true is part.may for part in parts):
            return _Truths(true, true)
        return _Truths(true, self._fold(fold, [part.may for part in parts]))

    def _compare(self, atom: Atom) -> _Truths:
        legend = self._columns[atom.fact].legend
        if len(legend) > 256:
            raise ValueError(f"{atom.fact} has more than 256 values")
        true = self._among(atom.fact, _codes_where(legend, lambda one: _holds(atom, one)))
        silent = _codes_where(legend, lambda one: one is None)
        if not silent:
            return _Truths(true, true)
        may = self._among(atom.fact, silent)
        self._do(np.logical_or, may, true, may)
        return _Truths(true, may)

    def _among(self, fact: str, wanted: Sequence[int]) -> Array:
        """Which codes are among some: each run of neighbours is one comparison."""
        found = self._flags()
        most = len(self._columns[fact].legend) - 1
        for place, (first, last) in enumerate(_runs(wanted)):
            flags = self._flags() if place else found
            self._looks.append((fact, self._within(first, last, most, flags)))
            if place:
                self._do(np.logical_or, found, flags, found)
        return found

    def _within(self, first: int, last: int, most: int, flags: Array) -> Callable[[Array], object]:
        low, high, span = np.uint8(first), np.uint8(last), np.uint8(last - first)
        if first == last:
            return lambda codes: np.equal(codes, low, flags)
        if last == most:
            return lambda codes: np.greater_equal(codes, low, flags)
        if first == 0:
            return lambda codes: np.less_equal(codes, high, flags)
        spare = self._spare  # below the first, the difference wraps round to more than any code
        return lambda codes: np.less_equal(np.subtract(codes, low, spare), span, flags)

    def _fold(self, fold: Any, parts: Sequence[Array]) -> Array:
        if len(parts) == 1:
            return parts[0]
        flags, before = self._lend(), parts[0]
        for part in parts[1:]:
            self._do(fold, before, part, flags)
            before = flags
        return flags

    def _lend(self) -> Array:
        if self._in_use == len(self._lent):
            self._lent.append(self._flags())
        self._in_use += 1
        return self._lent[self._in_use - 1]

    def _flags(self) -> Array:
        return np.zeros(self._size, np.bool_)

    def _do(self, operation: Any, one: Array, other: Array, into: Array) -> None:
        self._steps.append(partial(operation, one, other, into))


def _holds(atom: Atom, value: FactValue | None) -> bool:
    return value is not None and atom.holds(value, NO_DAY)


def _codes_where(
    legend: Sequence[FactValue | None], wanted: Callable[[FactValue | None], bool]
) -> list[int]:
    return [code for code, value in enumerate(legend) if wanted(value)]


def _runs(codes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of neighbours."""
    first = last = None
    for code in codes:
        if first is None or last is None:
            first = last = code
        elif code == last + 1:
            last = code
        else:
            yield first, last
            first = last = code
    if first is not None and last is not None:
        yield first, last
