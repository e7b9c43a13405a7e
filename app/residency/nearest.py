"""The nearest other outcome: the fewest facts that, were they otherwise, would flip a case.

A case flips when the person is found resident instead of not, or a line charged instead of free,
or the other way round; the letter alone is no flip, and neither is who owes or at what rate. Only
a settled outcome counts, so a change that leaves the case waiting does not. Of a case that waits
it is the smallest set of answers that settles it, and what is known stays as it is.

The search goes by size: every set of one fact that could do it, then of two, and so on. It never
guesses. A line that is to be charged must lose every ground that frees it or might, so it branches
over the facts of one such ground; a line that is to be free must gain a ground, so it branches
over the grounds that fail in no more facts than there are left to change. Each set is tried by
determining the changed case. Grounds that need no private talk come first among equals.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.residency import letters
from app.residency.alternatives import Alternatives
from app.residency.findings import Altered, Change, Charged, Resident, Verdict
from app.residency.line import LineTest
from app.residency.moves import Aim, Changes, Goal, View, Wish
from app.residency.possible import new_clash


class Left(NamedTuple):
    """How many changes may still be made, and what they are about."""

    changes: int
    aim: Aim | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """A search from one case.

    `again` tests its lines with some facts otherwise, which shows the way; `verdict` determines
    the changed case, which decides. The two differ for a stay, which a change may split otherwise.
    """

    alternatives: Alternatives
    again: Callable[[Changes], Sequence[LineTest]]
    verdict: Callable[[Changes], Verdict]

    def smallest(self) -> Change | None:
        """The smallest change that flips or settles the case; None where none would."""
        movable = [
            fact.name
            for fact in self.alternatives.facts.all
            if self.alternatives.movable(fact.name)
        ]
        before = self.verdict({})
        for size in range(1, len(movable) + 1):
            for goal in self._goals():
                changes = self._reach(goal, before, {}, Left(size))
                if changes is not None:
                    return self.change(changes)
        return None

    def possible(self, changes: Changes) -> bool:
        """Whether the change brings together nothing that cannot be so together."""
        pairs = zip(self.alternatives.tests, self.again(changes), strict=True)
        return all(new_clash(before.facts, after.facts) is None for before, after in pairs)

    def change(self, changes: Changes) -> Change:
        """The changes as they are told, in the order of the fact list."""
        first = self.alternatives.tests[0].facts
        altered = [
            Altered(fact.name, first.get(fact.name), changes[fact.name])
            for fact in self.alternatives.facts.all
            if fact.name in changes
        ]
        return Change(tuple(altered), self.verdict(changes).outcome)

    def _goals(self) -> list[Goal]:
        standing = self._seen(self.alternatives.tests)
        if not standing.settled:
            return [Goal(Wish.SETTLED)]
        flips = [
            Goal(Wish.FREE if charged is Charged.YES else Wish.CHARGED, line)
            for line, charged in enumerate(standing.lines)
        ]
        resident = standing.resident is Resident.YES
        return [*flips, Goal(Wish.NOT_RESIDENT if resident else Wish.RESIDENT)]

    def _reach(self, goal: Goal, before: Verdict, changes: Changes, left: Left) -> Changes | None:
        """Some changes, at most so many more, after which the case is settled otherwise."""
        tests = self.again(changes) if changes else self.alternatives.tests
        seen = self._seen(tests)
        turned = changes and seen.settled and self.verdict(changes).flips(before)
        if turned and self.possible(changes):
            return changes
        if left.changes:
            view = View(self.alternatives, tests, seen, changes, left.changes)
            for move in view.moves(goal, left.aim):
                more = {**changes, move.fact: move.value}
                found = self._reach(goal, before, more, Left(left.changes - 1, move.aim))
                if found is not None:
                    return found
        return None

    def _seen(self, tests: Sequence[LineTest]) -> Verdict:
        return letters.verdict(tests, self.alternatives.pack)
