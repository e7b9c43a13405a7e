"""Everything a determination and a desk need of the law, shelf by shelf."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from app.residency.board import Board
from app.residency.conditions import Day
from app.residency.facts import FactBook
from app.residency.outcomes import Outcomes
from app.residency.questions import QuestionBook
from app.residency.rules import RulePack

_MOST_BOARDS = 64


class Law:
    """The shelves a determination needs, each read when it is first asked for."""

    def __init__(
        self,
        *,
        facts: Callable[[], FactBook],
        questions: Callable[[], QuestionBook],
        pack: Callable[[FactBook], RulePack],
        outcomes: Callable[[], Outcomes],
    ) -> None:
        self._read = facts, questions, pack, outcomes
        self._boards: dict[tuple[Day, ...], Board] = {}

    def board(self, days: tuple[Day, ...]) -> Board:
        """What answers can do to the rules on some days; the latest few boards are kept."""
        if days not in self._boards:
            if len(self._boards) >= _MOST_BOARDS:
                self._boards.pop(next(iter(self._boards)))
            self._boards[days] = Board(self.pack, self.facts, self.questions, days)
        return self._boards[days]

    @cached_property
    def facts(self) -> FactBook:
        """Every fact by name."""
        return self._read[0]()

    @cached_property
    def questions(self) -> QuestionBook:
        """Every question, in the order of asking."""
        return self._read[1]()

    @cached_property
    def pack(self) -> RulePack:
        """The rules, ready to be tested."""
        return self._read[2](self.facts)

    @cached_property
    def outcomes(self) -> Outcomes:
        """What the clerk sees at the end."""
        return self._read[3]()
