"""Many cases at once: a column for each fact, a plane of bits for each comparison.

A plane is one whole number with one bit a case, so that `&` and `|` test a million cases in one
step. Conditions are read in three values, as everywhere: a pair of planes says of which cases a
condition is true, and of which it may be. The first case is the highest bit.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import reduce
from operator import and_, or_
from typing import Generic, NamedTuple, TypeVar

from app.residency.conditions import All, Atom, Condition

T = TypeVar("T", bound=Hashable)
S = TypeVar("S", bound=Hashable)
_NARROW = 256  # so many different values fit in one byte a case


class Planes(NamedTuple):
    """Of which cases something is true, and of which it may be: true or not known."""

    true: int
    may: int

    @property
    def unknown(self) -> int:
        """The cases that leave it open."""
        return self.may & ~self.true


class Column(Generic[T]):
    """One value a case, kept as codes that point into a legend."""

    def __init__(self, legend: Sequence[T], codes: Sequence[int]) -> None:
        self.legend = legend
        self.codes = codes

    @classmethod
    def of(cls, values: Sequence[T]) -> Column[T]:
        """The column of some values, in the order of the cases."""
        legend = list(dict.fromkeys(values))
        place = {value: code for code, value in enumerate(legend)}
        return cls(legend, _short(map(place.__getitem__, values), legend))

    @classmethod
    def same(cls, value: T, size: int) -> Column[T]:
        """One value for every case."""
        return cls([value], bytes(size))

    def __getitem__(self, case: int) -> T:
        return self.legend[self.codes[case]]

    def __len__(self) -> int:
        return len(self.codes)

    def values(self) -> list[T]:
        """The value of every case."""
        return list(map(self.legend.__getitem__, self.codes))

    def shortened(self) -> Column[T]:
        """The same with each value once in its legend."""
        legend = list(dict.fromkeys(self.legend))
        if len(legend) == len(self.legend):
            return self
        place = {value: code for code, value in enumerate(legend)}
        again = [place[value] for value in self.legend]
        if isinstance(self.codes, bytes):
            return Column(legend, self.codes.translate(bytes(again).ljust(_NARROW, b"\0")))
        return Column(legend, _short(map(again.__getitem__, self.codes), legend))

    def telling(self, told: Callable[[T], S]) -> Column[S]:
        """The column of what is told of each value."""
        return Column([told(value) for value in self.legend], self.codes)

    def having(self, value: T) -> int:
        """The plane of the cases with that value."""
        return self.where(lambda one: one == value)

    def unlike(self, other: Column[T]) -> int:
        """The plane of the cases that have another value in the other column."""
        return any_of(self.having(one) & ~other.having(one) for one in set(self.legend))

    def where(self, holds: Callable[[T], bool]) -> int:
        """The plane of the cases whose value is such; asked once for each different value."""
        digits = ["1" if holds(value) else "0" for value in self.legend]
        if "1" not in digits:
            return 0
        if "0" not in digits:
            return every(len(self.codes))
        if isinstance(self.codes, bytes):
            table = "".join(digits).encode().ljust(_NARROW, b"0")
            return int(self.codes.translate(table), 2)
        return int("".join(map(digits.__getitem__, self.codes)), 2)


def every(size: int) -> int:
    """The plane of all cases."""
    return (1 << size) - 1


def any_of(planes: Iterable[int]) -> int:
    """The cases on one plane at least."""
    return reduce(or_, planes, 0)


def side_by_side(columns: Sequence[Column[T]]) -> Column[tuple[T, ...]]:
    """Several columns as one of tuples."""
    if all(len(column.legend) == 1 for column in columns):
        return Column.same(tuple(column.legend[0] for column in columns), len(columns[0]))
    return Column.of(list(zip(*(column.values() for column in columns), strict=True)))


def of_condition(condition: Condition, of: Callable[[Atom], Planes]) -> Planes:
    """The planes of a condition from those of its atoms (Kleene's and / or, case by case)."""
    if isinstance(condition, Atom):
        return of(condition)
    parts = [of_condition(part, of) for part in condition.parts]
    fold = and_ if isinstance(condition, All) else or_
    true = reduce(fold, [part.true for part in parts])
    if all(part.true is part.may for part in parts):
        return Planes(true, true)  # nothing unknown: one plane says both
    return Planes(true, reduce(fold, [part.may for part in parts]))


def coded(planes: Mapping[T, int], rest: T, size: int) -> Column[T]:
    """The column of which each plane gives one value; cases on no plane have `rest`."""
    legend = [rest, *planes]
    digits = (len(legend) - 1).bit_length()
    gathered = 0
    for digit in range(digits):
        weight = 1 << digit
        plane = any_of(p for code, p in enumerate(planes.values(), start=1) if code & weight)
        if plane:
            shown = format(plane, f"0{size}b").encode().translate(_weighing(weight))
            gathered |= int.from_bytes(shown, "big")
    return Column(legend, gathered.to_bytes(size, "big"))


def first_hit(
    rules: Iterable[tuple[Condition | None, T]],
    of: Callable[[Atom], Planes],
    *,
    open_: T,
    size: int,
) -> Column[T]:
    """The outcome of the first rule that is true of each case; a rule without condition always is.

    A case is `open_` where a rule that may be true stands before the first that is, or no rule is
    true.
    """
    hits: dict[T, int] = {}
    left = every(size)
    for condition, outcome in rules:
        planes = of_condition(condition, of) if condition else Planes(left, left)
        hits[outcome] = hits.get(outcome, 0) | (left & planes.true)
        left &= ~planes.may
    return coded(hits, open_, size)


def _short(codes: Iterable[int], legend: Sequence[object]) -> Sequence[int]:
    return bytes(codes) if len(legend) <= _NARROW else list(codes)


def _weighing(weight: int) -> bytes:
    table = bytearray(256)
    table[ord("1")] = weight
    return bytes(table)
