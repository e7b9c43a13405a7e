"""The questions: wording, options, and how an answer becomes facts."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from app.core.errors import BadInput
from app.core.wording import Phrase
from app.residency.conditions import NO_DAY, All, Any, Atom, Condition, Op, Truth, clauses, truth
from app.residency.facts import FactValue, printable
from app.residency.first_hit import FirstHit
from app.residency.question import (
    Answer,
    AnswerState,
    Option,
    Question,
    QuestionType,
    Routing,
)
from app.residency.replies import checked
from app.residency.replies import said as told_by

__all__ = [
    "ASKED",
    "NOTHING",
    "VISITOR",
    "Answer",
    "AnswerState",
    "Known",
    "Option",
    "Question",
    "QuestionBook",
    "QuestionType",
    "Routing",
    "answered",
]

VISITOR = "visitor"
"""Where stage 1 leads when nothing says otherwise."""

ASKED = "answer:"
"""Before a question's id, in a condition that asks for an answer and not for a fact."""

Known = Mapping[str, FactValue | None]
"""Facts that openings turn on; None is not known."""

NOTHING: Known = MappingProxyType({})


class _Opener(NamedTuple):
    question: str
    options: frozenset[FactValue]


class QuestionBook:
    """Every question, its place in the order of asking, and what answers to it mean.

    Raises ValueError for ranks that are no order of asking: each its own, stage 1 before the rest,
    and no question before the answer that opens it.
    """

    def __init__(
        self,
        questions: tuple[Question, ...],
        routing: tuple[Routing, ...],
        countries: Container[str],
    ) -> None:
        self.all = questions
        self.routing = routing
        self.ranked = tuple(sorted(questions, key=lambda question: question.rank))
        """The same in the order of asking."""
        _check_order(self.ranked)
        self._place = {question.id: place for place, question in enumerate(questions)}
        self._said: dict[tuple[str, FactValue], dict[str, FactValue | None]] = {}
        self._by_id = {question.id: question for question in questions}
        self._countries = countries

    def __contains__(self, question_id: object) -> bool:
        return question_id in self._by_id

    def get(self, question_id: str) -> Question:
        """One question; raises BadInput with code `unknown_question`."""
        try:
            return self._by_id[question_id]
        except KeyError:
            raise BadInput(
                "unknown_question",
                Phrase(
                    "There is no question “{name}”. Check the name.", name=printable(question_id)
                ),
                "answers",
            ) from None

    @cached_property
    def stage_1(self) -> tuple[Question, ...]:
        """The opening questions, the same for everyone."""
        return tuple(question for question in self.all if question.stage == "1")

    @cached_property
    def sections(self) -> tuple[str, ...]:
        """The sections in order."""
        return tuple(dict.fromkeys(question.section for question in self.all))

    @cached_property
    def routes(self) -> FirstHit[str]:
        """Where the stage 1 answers lead, as a table over the ids of the opening questions."""
        rows = [
            (_by_question(entry.when), entry.route)
            for entry in (*self.routing, Routing(All(()), VISITOR))
        ]
        return FirstHit(rows, [question.id for question in self.stage_1])

    def section(self, name: str) -> tuple[Question, ...]:
        """The questions of one section, in order."""
        return tuple(question for question in self.all if question.section == name)

    def check(self, question_id: str, value: object) -> FactValue:
        """The value as it is kept; raises BadInput where the question cannot take it.

        A choice is its option's id, several are in the order of the options; two days are two
        texts `YYYY-MM-DD`, empty where not known.
        """
        return checked(self.get(question_id), value, self._countries)

    def facts_from(
        self, answers: Mapping[str, Answer], known: Known = NOTHING
    ) -> dict[str, FactValue]:
        """What the answers make known.

        Questions speak in the order they are written, whatever their rank, and the later word
        holds, so that the document looked at overrides the document told of. An answer left over
        from a question that the other answers have closed says nothing. `known` are facts that
        openings turn on.
        """
        closed = self.closed(answers, known)
        facts: dict[str, FactValue] = {}
        told = [name for name in answers if name in self._by_id and name not in closed]
        told.sort(key=self._place.__getitem__)
        for name in told:
            answer = answers[name]
            if answer.value is not None and answer.state is AnswerState.ANSWERED:
                self._settle(facts, self._by_id[name], answer.value)
        return facts

    def _settle(self, facts: dict[str, FactValue], question: Question, value: FactValue) -> None:
        """Write what one answer says over what was said before."""
        said = self._said.get((question.id, value)) if question.options else None
        if said is None:
            said = told_by(question, value)
            if question.options:  # what people tell in words of their own is not kept in memory
                self._said[question.id, value] = said
        for fact, word in said.items():
            if word is None:  # two ticks that disagree
                facts.pop(fact, None)
            else:
                facts[fact] = word

    def closed(self, answers: Mapping[str, Answer], known: Known = NOTHING) -> frozenset[str]:
        """The questions that the answers have closed, among those answered or asked about."""
        closed: set[str] = set()
        for question in self._opened_by_others:
            if (question.id in answers or question.id in self._asked_about) and self.shown(
                question, answers, known, closed
            ) is Truth.FALSE:
                closed.add(question.id)
        return frozenset(closed)

    @cached_property
    def _openers(self) -> Mapping[str, _Opener]:
        """Most questions are opened by one answer: its question, and the options that do it."""
        found = {}
        for question in self._opened_by_others:
            match question.show_when:
                case All((Atom(name) as only,)) if name.startswith(ASKED):
                    opener = self._by_id[name.removeprefix(ASKED)]
                    told = (option.value for option in opener.options)
                    opens = frozenset(value for value in told if only.holds(value, NO_DAY))
                    found[question.id] = _Opener(opener.id, opens)
        return found

    @cached_property
    def _opened_by_others(self) -> tuple[Question, ...]:
        return tuple(question for question in self.all if question.show_when is not None)

    @cached_property
    def _asked_about(self) -> frozenset[str]:
        return frozenset(name for question in self.all for name in _opened_by(question))

    def known_from(
        self, question: Question, values: Callable[[str], Iterable[FactValue]]
    ) -> Iterator[Mapping[str, FactValue]]:
        """Every set of facts that one answer can make known; `values` tells a fact's values.

        Of several boxes each is ticked by itself: two ticks say what each of them says.
        """
        match question.type:
            case QuestionType.YES_NO_UNKNOWN | QuestionType.CHOICE:
                said = [told_by(question, option.value) for option in question.options]
            case QuestionType.MULTI_CHOICE:
                said = [told_by(question, (option.value,)) for option in question.options]
            case QuestionType.DATE if question.is_range:
                since, until = question.sets
                said = [{since: one, until: two} for one in values(since) for two in values(until)]
                said += [{fact: one} for fact in question.sets for one in values(fact)]
            case _:
                said = [{fact: one} for fact in question.sets for one in values(fact)]
        for facts in said:
            known = {fact: value for fact, value in facts.items() if value is not None}
            if known:
                yield known

    def shown(
        self,
        question: Question,
        answers: Mapping[str, Answer],
        known: Known = NOTHING,
        closed: Container[str] = (),
    ) -> Truth:
        """Whether the question is open, as far as the answers so far tell."""
        if question.show_when is None:
            return Truth.TRUE
        opener = self._openers.get(question.id)
        if opener is not None and opener.question not in closed:
            answer = answers.get(opener.question, _SILENCE)
            if answer.state is not AnswerState.ANSWERED or answer.value is None:
                return Truth.UNKNOWN
            if not isinstance(answer.value, tuple):
                return Truth.TRUE if answer.value in opener.options else Truth.FALSE
        return truth(question.show_when, lambda atom: answered(atom, answers, known, closed))


def _check_order(ranked: tuple[Question, ...]) -> None:
    """Refuse ranks by which not everyone is asked the same, or an opening comes after its door."""
    for before, question in pairwise(ranked):
        if before.rank == question.rank:
            raise ValueError(f"{before.id} and {question.id} have the same rank.")
        if question.stage == "1" and before.stage != "1":
            raise ValueError(f"{question.id} is of stage 1 and ranks behind {before.id}.")
    asked: set[str] = set()
    for question in ranked:
        if early := _opened_by(question) - asked:
            raise ValueError(f"{question.id} ranks before {', '.join(sorted(early))}.")
        asked.add(question.id)


def _by_question(condition: Condition) -> Condition:
    """A condition on answers, with the questions' own ids as its fields."""
    match condition:
        case Atom(name, op, value):
            return Atom(name.removeprefix(ASKED), op, value)
        case All(parts):
            return All(tuple(_by_question(part) for part in parts))
        case _:
            return Any(tuple(_by_question(part) for part in condition.parts))


def _opened_by(question: Question) -> set[str]:
    """The questions whose answers open this one."""
    if question.show_when is None:
        return set()
    named = {atom.fact for clause in clauses(question.show_when) for atom in clause}
    return {name.removeprefix(ASKED) for name in named if name.startswith(ASKED)}


def answered(
    atom: Atom,
    answers: Mapping[str, Answer],
    known: Known = NOTHING,
    closed: Container[str] = (),
) -> Truth:
    """The truth of a comparison with an answer (or a fact); silence is unknown."""
    name = atom.fact
    if name.startswith(ASKED):
        name = name.removeprefix(ASKED)
        if name in closed:
            return Truth.FALSE
        answer = answers.get(name, _SILENCE)
        value = answer.value if answer.state is AnswerState.ANSWERED else None
    else:
        value = known.get(name)
    if value is None:
        return Truth.UNKNOWN
    return Truth.TRUE if _compares(atom, value) else Truth.FALSE


_SILENCE = Answer(AnswerState.NOT_ASKED)


def _compares(atom: Atom, value: FactValue) -> bool:
    if isinstance(value, tuple):  # several boxes: one of them is enough
        some = any(_compares(Atom(atom.fact, _positive(atom), atom.value), one) for one in value)
        return some is not (atom.op is Op.NE)
    return atom.holds(value, NO_DAY)


def _positive(atom: Atom) -> Op:
    return Op.EQ if atom.op is Op.NE else atom.op
