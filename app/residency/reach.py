"""Whether a question can come up at all, and whether an answer to it can change an outcome."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from app.residency.conditions import Truth
from app.residency.epochs import Epoch, comparisons
from app.residency.facts import FactValue
from app.residency.law import Law
from app.residency.questions import ASKED, Answer, AnswerState, Question
from app.residency.whole_law import WholeLaw

Answers = dict[str, Answer]
Facts = dict[str, FactValue]


class Reach:
    """The questions on one epoch."""

    def __init__(self, law: Law, whole: WholeLaw, epoch: Epoch) -> None:
        self._law = law
        self._whole = whole
        self._days = (epoch.since, epoch.until or epoch.since)

    def matters(self, question: Question) -> bool:
        """Whether something opens the question and its own answer can then change an outcome.

        The outcome is looked at with everything known that opening the question made known.
        """
        book = self._whole.book
        own = {name for name in question.sets if name in book.classes}
        if not own:
            return False
        for answers, facts in self._openings(question):
            said = self._law.questions.facts_from(answers, facts) | facts
            known = {
                n: book.place(n, v) for n, v in said.items() if n in book.classes and n not in own
            }
            if own & self._whole.turns_on(known):
                return True
        return False

    def _openings(self, question: Question) -> Iterator[tuple[Answers, Facts]]:
        """The ways to open a question: answers to those it hangs on, and facts."""
        if question.show_when is None:
            yield {}, {}
            return
        atoms = tuple(comparisons(question.show_when))
        asked = dict.fromkeys(a.fact.removeprefix(ASKED) for a in atoms if a.fact.startswith(ASKED))
        told = dict.fromkeys(atom.fact for atom in atoms if not atom.fact.startswith(ASKED))
        for earlier in product(*(self._answers(name) for name in asked)):
            answers = {
                name: Answer(AnswerState.ANSWERED, value)
                for name, value in zip(asked, earlier, strict=True)
            }
            for values in product(*(self._values(name) for name in told)):
                facts = dict(zip(told, values, strict=True))
                if self._law.questions.shown(question, answers, facts) is Truth.TRUE:
                    for before, more in self._before(asked):
                        yield {**before, **answers}, {**more, **facts}

    def _before(self, asked: Mapping[str, None]) -> Iterator[tuple[Answers, Facts]]:
        """What opened the questions that this one hangs on."""
        ways = [list(self._openings(self._law.questions.get(name))) for name in asked]
        for chosen in product(*ways):
            answers: Answers = {}
            facts: Facts = {}
            for more, known in chosen:
                answers |= more
                facts |= known
            yield answers, facts

    def _answers(self, name: str) -> list[FactValue]:
        return [option.value for option in self._law.questions.get(name).options]

    def _values(self, name: str) -> list[FactValue]:
        if name == "service_date":
            return list(self._days)
        return list(self._law.facts[name].values)
