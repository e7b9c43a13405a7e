"""How good estimates were, and what that says of the next one. Whole numbers and exact ratios.

The rule: once a specialty has 20 final bills, the range of its next estimates takes in the middle
80 per cent of the ratios of final to likely that were seen there. It widens a range and never
narrows one: the lowest and highest prices of the list stay inside. Which HRG of a root is the
likely one is the middle by charge, each weighed by one plus how often it was the final one here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from app.core.money import Money

ENOUGH = 20  # final bills of a specialty before its past speaks
LEFT_OUT_ON_EACH_SIDE = Fraction(1, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """An estimate as first given, and the final bill of the same care."""

    estimate_no: str
    specialty: str  # subchapter of the HRG, or treatment function
    root: str  # first four characters; empty where the care has no HRG
    hrg: str  # as billed
    length_of_stay: int
    low: Money
    likely: Money
    high: Money
    final: Money

    @property
    def held(self) -> bool:
        """Whether the final bill lay within the range."""
        return self.low <= self.final <= self.high

    @property
    def error(self) -> Money:
        """Final less likely: positive where the patient was told too little."""
        return self.final - self.likely


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What the estimates of one specialty were worth."""

    specialty: str
    finals: int
    held: int
    mean_error: Money  # signed; of a penny's part, half up
    mean_error_per_mille: int  # of the likely sums, signed

    @property
    def speaks(self) -> bool:
        """Whether there are enough finals for the past to widen the next range."""
        return self.finals >= ENOUGH


def records(outcomes: Iterable[Outcome]) -> tuple[Record, ...]:
    """One record a specialty, those with most finals first."""
    groups: dict[str, list[Outcome]] = {}
    for one in outcomes:
        groups.setdefault(one.specialty, []).append(one)
    found = (_record(specialty, group) for specialty, group in groups.items())
    return tuple(sorted(found, key=lambda one: (-one.finals, one.specialty)))


@dataclass(frozen=True, slots=True)
class Past:
    """What final bills say of estimates to come."""

    finals_of_roots: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    ratios: Mapping[str, tuple[Fraction, ...]] = field(default_factory=dict)  # ascending

    def middle(self, root: str, codes: Sequence[str]) -> int:
        """The place of the likely HRG among those of a root, cheapest first: the weighted middle,
        of two the cheaper."""
        seen = self.finals_of_roots.get(root, {})
        weights = [1 + seen.get(code, 0) for code in codes]
        half, upto = sum(weights), 0
        for place, weight in enumerate(weights):
            upto += weight
            if 2 * upto >= half:
                return place
        raise ValueError("no HRG to choose from")

    def range_of(self, specialty: str, likely: Money) -> tuple[Money, Money]:
        """Between which sums past bills of the specialty would put the final one."""
        ratios = self.ratios.get(specialty, ())
        if len(ratios) < ENOUGH:
            return likely, likely
        left_out = int(len(ratios) * LEFT_OUT_ON_EACH_SIDE)
        low, high = ratios[left_out], ratios[-1 - left_out]
        return _times(likely, min(low, Fraction(1))), _times(likely, max(high, Fraction(1)))


NO_PAST = Past()


def past_of(outcomes: Iterable[Outcome]) -> Past:
    """The past as estimates to come use it; a likely sum of nothing has no ratio."""
    roots: dict[str, Counter[str]] = {}
    ratios: dict[str, list[Fraction]] = {}
    for one in outcomes:
        if one.root:
            roots.setdefault(one.root, Counter())[one.hrg] += 1
        if one.likely.pence > 0:
            ratio = Fraction(one.final.pence, one.likely.pence)
            ratios.setdefault(one.specialty, []).append(ratio)
    return Past(roots, {name: tuple(sorted(found)) for name, found in ratios.items()})


def _record(specialty: str, group: Sequence[Outcome]) -> Record:
    error = sum(one.error.pence for one in group)
    likely = sum(one.likely.pence for one in group)
    return Record(
        specialty=specialty,
        finals=len(group),
        held=sum(one.held for one in group),
        mean_error=Money(_half_up(Fraction(error, len(group)))),
        mean_error_per_mille=_half_up(Fraction(1000 * error, likely)) if likely else 0,
    )


def _times(amount: Money, ratio: Fraction) -> Money:
    return Money(_half_up(amount.pence * ratio))


def _half_up(number: Fraction) -> int:
    """To the nearest whole number, a half away from zero."""
    rounded = int(abs(number) + Fraction(1, 2))
    return rounded if number >= 0 else -rounded
