"""Where a search for another outcome stands, and which facts to change next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from typing import NamedTuple

from app.residency import letters
from app.residency.alternatives import Alternatives
from app.residency.derived import SOURCES
from app.residency.facts import FactValue
from app.residency.findings import Charged, Resident, Verdict
from app.residency.line import LineTest
from app.residency.mark_sheet import each_bit
from app.residency.tables import Look

Changes = Mapping[str, FactValue]


class Wish(Enum):
    """What a search wants to bring about."""

    CHARGED = auto()
    FREE = auto()
    RESIDENT = auto()
    NOT_RESIDENT = auto()
    SETTLED = auto()


class Goal(NamedTuple):
    """A wish, for one line where it is one about a line."""

    wish: Wish
    line: int = 0


class Aim(NamedTuple):
    """A ground that is being made to hold on a line."""

    line: int
    ground: int


class Move(NamedTuple):
    """One fact to be otherwise, and the ground it is to bring about."""

    fact: str
    value: FactValue
    aim: Aim | None = None


class View:
    """Where a search stands: the case with some facts otherwise, and what could be done next."""

    def __init__(
        self,
        alternatives: Alternatives,
        tests: Sequence[LineTest],
        verdict: Verdict,
        changes: Changes,
        left: int,
    ) -> None:
        self._alternatives = alternatives
        self._pack = alternatives.pack
        self._tests, self._verdict = tests, verdict
        self._changes, self._left = changes, left
        self._looks: dict[int, Mapping[str, Look]] = {}

    def moves(self, goal: Goal, aim: Aim | None) -> Iterator[Move]:
        """What to change next. Whoever reaches the goal at all makes one of these changes."""
        bits = self._pack.bits
        test = self._tests[goal.line]
        if aim is not None and not self._tests[aim.line].reading.true & aim.ground:
            return self._lift(aim)
        if goal.wish is Wish.CHARGED and test.charged is not Charged.YES:
            return self._charge(goal.line)
        if goal.wish is Wish.FREE and test.charged is not Charged.NO:
            return self._free(goal.line)
        if goal.wish is Wish.RESIDENT and self._verdict.resident is not Resident.YES:
            return self._gain(self._last, bits.resident)
        if goal.wish is Wish.NOT_RESIDENT and self._verdict.resident is not Resident.NO:
            return self._lose_residence()
        return self._settle()

    @property
    def _last(self) -> list[int]:
        last = letters.latest(self._tests)
        return [line for line, test in enumerate(self._tests) if test in last]

    def _settle(self) -> Iterator[Move]:
        """Ways on from a case that waits: what is open must come to hold, or end."""
        bits = self._pack.bits
        if self._verdict.resident is Resident.UNDETERMINED:
            yield from self._lose_residence()
            yield from self._gain(self._last, bits.resident)
            return
        waiting = (test.charged is Charged.UNDETERMINED for test in self._tests)
        line = next((line for line, waits in enumerate(waiting) if waits), None)
        if line is not None:
            yield from self._free(line)
            yield from self._charge(line)
            return
        for line in self._last:  # the letter waits
            yield from self._gain([line], bits.exempt)
            yield from self._lose(line, self._tests[line].reading.unknown & bits.exempt)

    def _charge(self, line: int) -> Iterator[Move]:
        """Ways to take from a line what frees it, or might."""
        test = self._tests[line]
        if test.facts.get("service_is_relevant") is not True:
            yield from self._set("service_is_relevant", True)
            return
        standing = test.frees or test.might_free
        yield from self._lose(line, standing)
        if standing & self._pack.bits.except_conception:
            yield from self._gain([line], self._pack.bits.conception)

    def _free(self, line: int) -> Iterator[Move]:
        """Ways to free a line."""
        bits, true = self._pack.bits, self._tests[line].reading.true
        if true & bits.except_conception:  # it would, were this no assisted conception
            standing = self._tests[line].reading
            yield from self._lose(line, (standing.true | standing.unknown) & bits.conception)
        yield from self._gain([line], bits.freeing)
        yield from self._set("service_is_relevant", False)

    def _lose_residence(self) -> Iterator[Move]:
        readings = {line: self._tests[line].reading for line in self._last}
        standing = {
            line: (reading.true | reading.unknown) & self._pack.bits.resident
            for line, reading in readings.items()
        }
        line = next(line for line, grounds in standing.items() if grounds)
        yield from self._lose(line, standing[line])

    def _gain(self, lines: Iterable[int], pool: int) -> Iterator[Move]:
        """Ways towards each ground that could hold with the changes left, private ones last."""
        for line in lines:
            within = self._within_reach(line, pool & ~self._tests[line].reading.true)
            for some in (within & ~self._pack.bits.sensitive, within & self._pack.bits.sensitive):
                for ground in each_bit(some):
                    yield from self._lift(Aim(line, ground))

    def _within_reach(self, line: int, pool: int) -> int:
        """The grounds in force that fail in no more things than may still be changed."""
        test = self._tests[line]
        more_than = [pool & self._pack.tables.in_force(test.day.service_date)]
        more_than += [0] * (self._left + 1)  # grounds that fail in more than so many things
        failing: dict[object, int] = {}
        for fact, look in self._looks_at(line).items():
            thing = SOURCES.get(fact, fact)  # two ages are one birthday
            failing[thing] = failing.get(thing, 0) | look.dead | look.open
            if (look.dead | look.open) & more_than[0] and not self._turning(fact):
                more_than[0] &= ~(look.dead | look.open)
        for mask in failing.values():
            for count in range(self._left + 1, 0, -1):
                more_than[count] |= more_than[count - 1] & mask
        return more_than[0] & ~more_than[-1]

    def _lift(self, aim: Aim) -> Iterator[Move]:
        """Ways to mend the first fact in which a ground fails."""
        looks = self._looks_at(aim.line)
        fact = next(
            name
            for name in self._pack.tables.asked_by(aim.ground)
            if (looks[name].dead | looks[name].open) & aim.ground
        )
        for move in self._ways(fact):
            value = self._after(aim.line, move, fact)
            mends = value is not None and not self._kills(aim.line, fact, value) & aim.ground
            if mends or len(SOURCES.get(fact, ())) > 1:
                yield Move(move.fact, move.value, aim)

    def _lose(self, line: int, standing: int) -> Iterator[Move]:
        """Ways to end the ground, of several that must all end, that rests on the fewest facts."""
        if not standing or self._at_least(standing) > self._left:
            return
        tables = self._pack.tables
        ground = min(each_bit(standing), key=lambda one: len(tables.asked_by(one)))
        asked = tables.asked_by(ground)
        for fact in self._alternatives.facts.all:
            if fact.name in asked:
                for move in self._ways(fact.name):
                    value = self._after(line, move, fact.name)
                    ends = value is not None and self._kills(line, fact.name, value) & ground
                    if ends or len(SOURCES.get(fact.name, ())) > 1:
                        yield move

    def _at_least(self, standing: int) -> int:
        """So many facts must change at least to end some grounds: those that share none."""
        tables, used, count = self._pack.tables, set[str](), 0
        for ground in sorted(each_bit(standing), key=lambda one: len(tables.asked_by(one))):
            facts = {
                one for fact in tables.asked_by(ground) for one in (fact, *SOURCES.get(fact, ()))
            }
            if used.isdisjoint(facts):
                used |= facts
                count += 1
        return count

    def _looks_at(self, line: int) -> Mapping[str, Look]:
        """What each fact does to the grounds on a line."""
        if line not in self._looks:
            test = self._tests[line]
            tables = self._pack.tables
            self._looks[line] = tables.looks(test.facts, test.day, certified=test.certified)
        return self._looks[line]

    def _ways(self, fact: str) -> Iterator[Move]:
        for one in self._turning(fact):
            for value in self._alternatives.values(one):
                yield Move(one, value)

    def _set(self, fact: str, value: FactValue) -> Iterator[Move]:
        if fact in self._turning(fact):
            yield Move(fact, value)

    def _turning(self, fact: str) -> list[str]:
        """The facts to change for this one, those changed already left out."""
        return [one for one in self._alternatives.turning(fact) if one not in self._changes]

    def _after(self, line: int, move: Move, fact: str) -> FactValue | None:
        changes = {**self._changes, move.fact: move.value}
        return self._alternatives.worked_out(line, changes, fact)

    def _kills(self, line: int, fact: str, value: FactValue) -> int:
        return self._pack.tables.kills(fact, value, self._tests[line].day)
