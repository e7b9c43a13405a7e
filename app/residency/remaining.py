"""How many questions an interview still takes, at least and at most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.residency.bearing import bearing
from app.residency.findings import Charged
from app.residency.questions import Question
from app.residency.scene import Scene, Stretch


class Left(NamedTuple):
    """Bounds on the questions still to come, the next one included."""

    at_least: int
    at_most: int


NONE_LEFT = Left(0, 0)


def left_at_least(scene: Scene, questions: Sequence[Question]) -> int:
    """The fewest questions after which the outcome can be known; one where nothing better shows.

    `questions` are those that may bear on it, the first of which does. To settle a matter one
    ground must be shown whole, or every ground denied. Questions that can set the same fact count
    as one. An answer of "not known" takes its question off the list as well, so no more are
    promised than bear on the outcome now.
    """
    fewest = max(
        (
            _fewest(clauses, _families(scene, stretch))
            for stretch in scene.stretches
            for clauses in _matters(scene, stretch)
        ),
        default=1,
    )
    sure = 1
    for question in questions[1:]:
        if sure >= fewest:
            break
        sure += bearing(question, scene) is not None
    return sure


def _families(scene: Scene, stretch: Stretch) -> list[int]:
    """The clauses that ask for what is still open, a mask for each family of facts."""
    masks: list[int] = []
    last, hot = None, stretch.hot
    for fact, family, clauses in scene.board.by_family:
        if fact in hot:
            if family == last:
                masks[-1] |= clauses
            else:
                masks.append(clauses)
                last = family
    return masks


def _matters(scene: Scene, stretch: Stretch) -> Iterator[int]:
    """The clauses on which each undecided matter of a line turns."""
    bits = scene.board.bits
    if stretch.latest and stretch.undecided & bits.resident:
        yield stretch.undecided & bits.resident
    if stretch.test.charged is Charged.UNDETERMINED:
        yield stretch.undecided & bits.freeing


def _fewest(clauses: int, families: Sequence[int]) -> int:
    """The lesser of showing the cheapest clause and denying all of them.

    A family is the clauses that ask for what one set of questions can tell.
    """
    one = two = 0  # the clauses that ask some family, and those that ask two or more
    masks = [family & clauses for family in families]
    for mask in masks:
        two |= one & mask
        one |= mask
    if one & ~two or not one:
        return 1
    shown = min(sum(1 for mask in masks if mask & clause) for clause in _each(one))
    return min(shown, _to_deny(one, masks, enough=shown))


def _to_deny(clauses: int, families: Sequence[int], *, enough: int) -> int:
    """A number of clauses no two of which one family can deny together, up to `enough`."""
    count = 0
    while clauses and count < enough:
        clause = clauses & -clauses
        clauses ^= clause
        count += 1
        for family in families:
            if family & clause:
                clauses &= ~family
    return max(1, count)


def _each(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest
        bits ^= lowest
