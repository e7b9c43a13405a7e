"""Everything a determination and a desk need of the law, shelf by shelf."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from app.residency.facts import FactBook
from app.residency.outcomes import Outcomes
from app.residency.questions import QuestionBook
from app.residency.rules import RulePack


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
