"""Whether the answer to a question can still change the outcome of a case, shown and not guessed.

A question bears on the outcome when two of its answers lead to different outcomes while everything
else that is unknown is answered alike. Such a pair differs in some clause of the rules that one
answer leaves true and the other lets die, so the search takes the clauses that ask for the
question's facts one by one: the rest of the clause is held true, and every other clause that would
settle the matter is to die of what is still unknown. Clauses are bits, answers are marks of the
bits that die (`board`), and most searches end at the first try, with the answers of most people;
the rest is tried out, so that a question without bearing is known to have none.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from itertools import product
from typing import NamedTuple

from app.core.dates import age_in_years
from app.residency.board import BIRTH, LIABLE, Board, Reply
from app.residency.marks import Marks
from app.residency.questions import Question
from app.residency.scene import Scene, Stretch

_CHILD_UNTIL = 18
_NOTHING: Mapping[str, Marks] = {}
Fixed = Mapping[str, Marks]
"""What is held of some open facts, for every answer alike."""


class Witness(NamedTuple):
    """Why a question bears on the outcome: the clause it can tip; 0 where it names the payer."""

    clause: int


class Side(NamedTuple):
    """One line under one answer, and the clauses that have to die there."""

    reply: Reply
    mask: int


def bearing(question: Question, scene: Scene) -> Witness | None:
    """What an answer can tip, or None where every answer leads to the same outcome."""
    replies = scene.board.replies(question)
    for stretch in scene.stretches:
        search = Search(scene.board, stretch)
        found = search.tipped(question, replies) or search.payer_named(question, replies)
        if found is not None:
            return found
    return None


class Search:
    """The search on one line. Facts that a line knows better than the case stay as they are."""

    def __init__(self, board: Board, stretch: Stretch) -> None:
        self._board = board
        self._line = stretch
        self._place = stretch.place
        self._plain = board.bits.freeing & ~board.bits.except_conception
        self._conceived = board.bits.conception & stretch.alive

    def tipped(self, question: Question, replies: Sequence[Reply]) -> Witness | None:
        """The first clause that the answer can tip from one outcome to another."""
        clauses = 0
        for fact in question.sets:
            if fact in self._line.open:
                clauses |= self._board.asks[fact]
        clauses &= self._line.undecided
        while clauses:
            clause = clauses & -clauses
            clauses ^= clause
            if self._covered(clause, question):
                continue
            for keeps, kills, apart in self._pairs(clause, replies):
                for held in self._held(clause, keeps):
                    fixed = {**held, **apart}
                    if any(
                        self._die(sides, {**fixed, **more})
                        for sides, more in self._duels(clause, keeps, kills, fixed)
                    ):
                        return Witness(clause)
        return None

    def _covered(self, clause: int, question: Question) -> bool:
        """Whether the clause cannot hold without another one that the question says nothing of, so
        that it tips nothing; most grounds that are asked for twice are known by that."""
        alive, open_ = self._line.alive, self._line.open
        if self._conceived and not clause & self._board.bits.except_conception:
            alive &= ~self._board.bits.except_conception  # they cover nothing of that
        for cover, within in self._board.covers(clause):
            if cover & alive and all(
                one in within and one not in question.sets
                for one in self._board.facts_of(cover)
                if one in open_
            ):
                return True
        return False

    def payer_named(self, question: Question, replies: Sequence[Reply]) -> Witness | None:
        """Whether two answers make different people liable for a charge that can still be."""
        line = self._line
        facts = [fact for fact in LIABLE if fact in question.sets and fact in line.open]
        if not line.payer_open or not facts:
            return None
        before = LIABLE[: LIABLE.index(facts[0])]
        if any(line.test.facts.get(fact) is True for fact in before):
            return None
        nobody = {fact: self._board.quiet(fact) for fact in before if fact in line.open}
        payers: dict[object, Reply] = {}
        for reply in replies:
            payers.setdefault(_payer(reply, facts, line), reply)
        first, *others = payers.values()
        for other in others:
            for more, mask in self._all_charged(first, nobody):
                sides = [Side(first, mask), Side(other, mask)]
                if self._die(sides, {**nobody, **more}):
                    return Witness(0)
        return None

    def _pairs(self, clause: int, replies: Sequence[Reply]) -> Iterator[tuple[Reply, Reply, Fixed]]:
        """Answers of which one leaves the clause standing and the other lets it die.

        It dies of what the other says, or of a fact that only the first one tells and that is
        otherwise in truth.
        """
        keeping: list[Reply] = []
        killing: list[Reply] = []
        for reply in replies:
            (killing if self._dead(reply) & clause else keeping).append(reply)
        # The answer that says most about the clause first: it leaves least to be imagined.
        keeping.sort(key=lambda reply: -len(reply.marks))
        yield from ((keeps, kills, _NOTHING) for keeps, kills in product(keeping, killing))
        for keeps, other in product(keeping, keeping):
            for fact in keeps.marks.keys() - other.marks.keys():
                if fact in self._line.open and self._board.asks[fact] & clause:
                    for marks in self._board.classes(fact):
                        if marks[self._place] & clause:
                            yield keeps, other, {fact: marks}

    def _held(self, clause: int, reply: Reply) -> Iterator[dict[str, Marks]]:
        """The ways in which the rest of a clause can hold beside an answer."""
        place, ways = self._place, []
        for fact in self._board.facts_of(clause):
            if fact in self._line.open and fact not in reply.marks:
                fitting = [c for c in self._board.classes(fact) if not c[place] & clause]
                ways.append([(fact, marks) for marks in fitting])
        return (dict(chosen) for chosen in product(*ways))

    def _duels(
        self, clause: int, keeps: Reply, kills: Reply, held: Fixed
    ) -> Iterator[tuple[list[Side], Fixed]]:
        """What must die, and what more must hold, for the clause to make the difference."""
        bits, lower = self._board.bits, self._board.lower_rate
        if clause & bits.resident and self._line.latest:
            yield [Side(kills, bits.resident)], _NOTHING
        if not self._line.may_be_charged:
            return
        if clause & bits.except_conception:
            yield [Side(kills, bits.freeing), Side(keeps, bits.conception)], _NOTHING
        elif clause & bits.freeing:
            for more, mask in self._all_charged(kills, held):
                yield [Side(kills, mask)], more
        if clause & bits.conception:
            yield from self._uncovered(keeps, kills, held)
        if clause & lower:
            for more, mask in self._all_charged(keeps, held):
                yield [Side(keeps, mask), Side(kills, mask | lower)], more

    def _all_charged(self, reply: Reply, held: Fixed) -> Iterator[tuple[Fixed, int]]:
        """The clauses that must die for the line to be charged: all that free it, or, in assisted
        conception, those that cover that too."""
        yield _NOTHING, self._board.bits.freeing
        if self._conceived:
            for more in self._held(self._conceived, reply):
                if _agree(held, more):
                    yield more, self._plain

    def _uncovered(
        self, keeps: Reply, kills: Reply, held: Fixed
    ) -> Iterator[tuple[list[Side], Fixed]]:
        """Cover for all but assisted conception, which frees the line unless it is that."""
        covers = self._line.alive & self._board.bits.except_conception & ~self._dead(kills)
        while covers:
            cover = covers & -covers
            covers ^= cover
            for more in self._held(cover, keeps):
                if _agree(held, more):
                    yield [Side(keeps, self._plain)], more

    def _dead(self, reply: Reply) -> int:
        """The clauses that die of an answer."""
        dead, place, open_ = 0, self._place, self._line.open
        for fact, marks in reply.marks.items():
            if fact in open_:
                dead |= marks[place]
        return dead

    def _die(self, sides: Sequence[Side], fixed: Fixed) -> bool:
        """Whether what is still unknown can be such that the clauses of every side die."""
        place, open_, asks = self._place, self._line.open, self._board.asks
        for side in sides:
            told = side.reply.marks
            loud, touched = self._line.alive & side.mask & ~self._dead(side.reply), 0
            for fact, marks in fixed.items():
                if fact not in told and fact in open_:
                    loud &= ~marks[place]
                    touched |= asks[fact]
            if not loud:
                continue
            if self._stands(loud & touched, told, fixed):
                return False
            for fact, marks in self._board.quietest:
                quiet = marks[place]
                if quiet & loud and fact in open_ and fact not in fixed and fact not in told:
                    loud &= ~quiet
                    if not loud:
                        break
            if loud:
                return self._tried(sides, fixed, side, loud & -loud)
        return True

    def _stands(self, clauses: int, told: Container[str], fixed: Fixed) -> bool:
        """Whether one of some clauses holds by what is fixed and told alone, so that nothing can
        kill it; grounds that take in another one's do."""
        open_, facts_of = self._line.open, self._board.facts_of
        while clauses:
            clause = clauses & -clauses
            clauses ^= clause
            if all(one in fixed or one in told or one not in open_ for one in facts_of(clause)):
                return True
        return False

    def _tried(self, sides: Sequence[Side], fixed: Fixed, side: Side, clause: int) -> bool:
        """The same, with each answer in turn that would kill one clause that is still alive."""
        for fact in self._board.facts_of(clause):
            if fact not in self._line.open or fact in fixed or fact in side.reply.marks:
                continue
            for marks in self._board.classes(fact):
                if marks[self._place] & clause and self._die(sides, {**fixed, fact: marks}):
                    return True
        return False


def _agree(one: Fixed, other: Fixed) -> bool:
    return all(other.get(fact, marks) == marks for fact, marks in one.items())


def _payer(reply: Reply, facts: Sequence[str], line: Stretch) -> object:
    """Who the answer makes liable, as far as it says."""
    for fact in facts:
        if reply.facts.get(fact) is True:
            return fact
    born, on = reply.facts.get(BIRTH), line.test.day.service_date
    if isinstance(born, date) and born <= on:
        return age_in_years(born, on) < _CHILD_UNTIL
    return None
