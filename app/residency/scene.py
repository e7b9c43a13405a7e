"""A case between two questions: what of its outcome is still open, line by line.

Outcome means: ordinarily resident or not; for each line charged or not and, if charged, at what
rate and who is liable.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.residency.board import LIABLE, Board
from app.residency.findings import Charged
from app.residency.line import LineTest

_AGE = "age_years"


class Stretch(NamedTuple):
    """One line: the clauses alive, the facts still open, and what is undecided."""

    place: int  # of its day on the board
    test: LineTest
    alive: int
    open: frozenset[str]
    undecided: int  # the clauses on which its outcome still turns
    hot: frozenset[str]  # the open facts that those clauses, or the payer, turn on
    latest: bool
    may_be_charged: bool
    payer_open: bool

    @property
    def settled(self) -> bool:
        """Whether nothing of its outcome is open."""
        waits = self.undecided or self.payer_open or self.test.charged is Charged.UNDETERMINED
        return not waits


class Scene(NamedTuple):
    """The lines of a case, and the board on which answers are marks."""

    board: Board
    stretches: tuple[Stretch, ...]

    @property
    def settled(self) -> bool:
        """Whether residence, charge, rate and payer are known for every line."""
        return all(stretch.settled for stretch in self.stretches)

    @property
    def hot(self) -> frozenset[str]:
        """The open facts on which something undecided turns; other answers change nothing."""
        if len(self.stretches) == 1:
            return self.stretches[0].hot
        return frozenset[str]().union(*(stretch.hot for stretch in self.stretches))


def set_out(
    tests: Sequence[LineTest], latest: Sequence[LineTest], board: Board, *, certified: bool
) -> Scene:
    """The case on a board made for the days of its lines; `latest` are those of the last day."""
    return Scene(
        board,
        tuple(_stretch(test, board, latest=test in latest, certified=certified) for test in tests),
    )


def _stretch(test: LineTest, board: Board, *, latest: bool, certified: bool) -> Stretch:
    bits = board.bits
    true, unknown = test.reading
    may_be_charged = test.charged is not Charged.NO
    undecided = 0
    if latest and not true & bits.resident:
        undecided |= unknown & bits.resident
    if test.charged is Charged.UNDETERMINED:
        undecided |= unknown & (bits.freeing | bits.conception)
    if may_be_charged and not true & board.lower_rate:
        undecided |= unknown & board.lower_rate
    payer_open = may_be_charged and _payer_open(test, certified=certified)
    known = board.open_facts(test.facts, certified=certified)
    asks = board.asks
    hot = {fact for fact in known if asks[fact] & undecided}
    if payer_open:
        hot.update(known.intersection(LIABLE))
    return Stretch(
        place=board.place(test.day),
        test=test,
        alive=true | unknown,
        open=known,
        undecided=undecided,
        hot=frozenset(hot),
        latest=latest,
        may_be_charged=may_be_charged,
        payer_open=payer_open,
    )


def _payer_open(test: LineTest, *, certified: bool) -> bool:
    """Whether who is liable may still change, in the order in which the law asks."""
    get = test.facts.get
    for fact in (*LIABLE[:-1], _AGE):
        value = get(fact)
        if value is True:
            return False
        if value is None and (fact == _AGE or not certified):
            return True
    return False
