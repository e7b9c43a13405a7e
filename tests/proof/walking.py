"""Random walks through the interview; each state they come to is looked at once."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from random import Random

from app.residency.asking import Ending, Interview, Next, next_question
from app.residency.questions import Answer, Question
from tests.proof.judge import Judge, Standing
from tests.proof.personas import LAW, Persona, anything, counted, given

Answers = Mapping[str, Answer]


@dataclass(slots=True)
class State:
    """Where an interview stands, and where each answer given so far leads."""

    standings: tuple[Standing, ...]  # line by line
    next: Next
    after: dict[Hashable, State] = field(default_factory=dict)


@dataclass(slots=True)
class Tally:
    """What was walked, and whatever was found wrong on the way."""

    walks: int = 0
    questions: int = 0
    most: int = 0
    states: int = 0
    wrong: list[str] = field(default_factory=list)


class Walker:
    """Interviews of one kind of person."""

    def __init__(self, persona: Persona, judge: Judge) -> None:
        self._persona = persona
        self._judge = judge
        self._facts = persona.facts()
        self.tally = Tally()
        self._first = self._state({}, (judge.start(),) * len(persona.lines))

    def walk(self, chance: Random, *, odd: float) -> list[Question]:
        """One interview to its end, with odd answers as often as told; the questions asked."""
        state, path = self._first, [self._first]
        answers: dict[str, Answer] = {}
        while state.next.question is not None:
            question = state.next.question
            otherwise = chance.random() < odd
            value = anything(question, chance) if otherwise else self._persona.answer(question)
            answers[question.id] = given(question, value)
            key = answers[question.id]
            if key not in state.after:
                state.after[key] = self._state(answers, state.standings)
            state = state.after[key]
            path.append(state)
        self._check_left(path)
        asked = [state.next.question for state in path if state.next.question]
        self._count(asked)
        if chance.random() < 0.01:
            self._check_back(path, answers, chance)
        return asked

    def _state(self, answers: Answers, before: tuple[Standing, ...]) -> State:
        """A state not seen before, judged."""
        self.tally.states += 1
        found = self._next(answers)
        known = {**LAW.questions.facts_from(answers, self._facts), **self._facts}
        standings = tuple(
            self._judge.learned(one, {**known, **line.facts})
            for one, line in zip(before, self._persona.lines, strict=True)
        )
        question = found.question
        if question is not None and question.id in answers:
            self._wrong(f"{question.id} asked twice", answers)
        if question is not None and not self._may_be_put(question, standings):
            self._wrong(f"{question.id} could not have changed the outcome", answers)
        if found.ending is Ending.SETTLED and not all(one.rest.is_leaf for one in standings):
            self._wrong("ended while the outcome was open", answers)
        return State(standings, found)

    def _may_be_put(self, question: Question, standings: tuple[Standing, ...]) -> bool:
        """The opening questions are put to everyone; all others must be able to tell something."""
        told = set(question.sets)
        return question.stage == "1" or any(told & self._judge.turns_on(one) for one in standings)

    def _next(self, answers: Answers) -> Next:
        interview = Interview(answers=dict(answers), facts=self._facts, lines=self._persona.lines)
        return next_question(interview, LAW, self._persona.on)

    def _check_left(self, path: list[State]) -> None:
        """The questions left were told truly at every step."""
        for place, state in enumerate(path):
            left, came = state.next.left, len(path) - 1 - place
            if not left.at_least <= came <= left.at_most:
                self._wrong(f"{came} questions came, {left} were told at step {place}", {})

    def _check_back(self, path: list[State], answers: Answers, chance: Random) -> None:
        """Back any number of steps and forward again, in whatever order answers were kept."""
        kept = list(answers.items())
        place = chance.randrange(len(path))
        again = kept[:place]
        chance.shuffle(again)
        if self._next(dict(again)) != path[place].next:
            self._wrong(f"back at step {place} the interview stood otherwise", answers)

    def _count(self, asked: list[Question]) -> None:
        put = sum(map(counted, asked))
        self.tally.walks += 1
        self.tally.questions += put
        self.tally.most = max(self.tally.most, put)

    def _wrong(self, what: str, answers: Answers) -> None:
        said = {name: answer.value for name, answer in answers.items()}
        self.tally.wrong.append(f"{self._persona.name}: {what} after {said}")
