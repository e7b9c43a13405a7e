"""The next question, and how many are left: shortest fair interview (charging-rules 7.2, 10).

Stage 1 is put to everyone first, in its own order, and with nothing to follow up it ends the
interview. After that the next question is the lowest-ranked one whose answer can still change the
outcome (`bearing`). Which rule wins is the rules' matter; rank is the order of asking alone, so
that intrusive questions come last. Unknown, refused and "could not ask" are answers: they leave
a rule undecided and are not asked again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.residency import letters
from app.residency.bearing import bearing
from app.residency.conditions import Truth
from app.residency.determination import Case, tested
from app.residency.facts import FactValue
from app.residency.law import Law
from app.residency.line import Line
from app.residency.questions import Answer, AnswerState, Question
from app.residency.remaining import NONE_LEFT, Left, left_at_least
from app.residency.scene import Scene, set_out
from app.residency.spell import Spells
from app.residency.walk import Route, next_stage_1, route_stage_1


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """What is known when the next question is chosen.

    `facts` come from the booking, the record and the history, and outweigh answers; `lines` and
    `spells` are those of a case. `could_not_ask` holds the reason where nobody could be asked:
    every question put to the patient then counts as unknown. `certified`: the officer certifies
    that no other ground is claimed, so that only a clinician's word is still open.
    """

    answers: Mapping[str, Answer]
    facts: Mapping[str, FactValue] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    could_not_ask: str = ""
    certified: bool = False
    spells: Spells | None = None


class Ending(StrEnum):
    """How an interview stands."""

    OPEN = "open"  # a question is next
    STAGE_1 = "stage_1"  # stage 1 left nothing to follow up: its own routing, no finding of law
    SETTLED = "settled"  # the outcome is known
    WAITS = "waits"  # nobody is left to ask; an answer already given is not known


class Wait(NamedTuple):
    """Who must still say what: a role, and the questions that are that role's to answer."""

    role: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """The next question with its reason, or how the interview ended.

    `still` are the questions that may yet be put, or whose answers the case waits for; `opening`
    bounds those of stage 1 that are still to come.
    """

    question: Question | None
    why: str
    settled: bool
    ending: Ending
    still: tuple[Question, ...] = ()
    opening: Left = NONE_LEFT
    scene: Scene | None = field(default=None, repr=False, compare=False)

    @property
    def left(self) -> Left:
        """How many questions are still to come, this one included."""
        if self.question is None:
            return NONE_LEFT
        if self.scene is None:  # stage 1 alone may end it
            return Left(self.opening.at_least, self.opening.at_most + len(self.still))
        return Left(left_at_least(self.scene, self.still), len(self.still))

    @property
    def waits_for(self) -> tuple[Wait, ...]:
        """Who must still say what, role by role."""
        roles: dict[str, list[str]] = {}
        for question in self.still:
            roles.setdefault(question.asked_by, []).append(question.id)
        return tuple(Wait(role, tuple(names)) for role, names in roles.items())


def next_question(interview: Interview, law: Law, on: date) -> Next:
    """What to ask next; `on` is the service date of lines without one.

    Raises BadInput `date_out_of_range` as `determine` does.
    """
    words = law.pack.standing.asking_words
    scene = _scene(interview, law, on)
    stage_1 = None if interview.could_not_ask else _next_stage_1(interview, scene, law)
    if stage_1 is not None:
        still = _open_questions(interview, scene, law)
        return Next(
            question=stage_1,
            why=words["stage_1"],
            settled=False,
            ending=Ending.OPEN,
            still=tuple(still),
            opening=_left_of_stage_1(interview, law),
        )
    if not interview.could_not_ask and _ended_by_stage_1(interview, law):
        return _end(Ending.STAGE_1, words["ended_by_stage_1"], settled=True)
    if scene.settled:
        return _end(Ending.SETTLED, words["settled"], settled=True)
    still = _open_questions(interview, scene, law)
    for place, question in enumerate(still):
        witness = bearing(question, scene)
        if witness is not None:
            return Next(
                question=question,
                why=_why(witness.clause, law),
                settled=False,
                ending=Ending.OPEN,
                still=tuple(still[place:]),
                scene=scene,
            )
    return Next(
        question=None,
        why=words["waits"],
        settled=False,
        ending=Ending.WAITS,
        still=_unanswered(interview, scene),
    )


def _scene(interview: Interview, law: Law, on: date) -> Scene:
    said = law.questions.facts_from(interview.answers, interview.facts)
    case = Case(
        {**said, **interview.facts}, interview.lines, interview.certified, (), interview.spells
    )
    tests = tested(case, law.pack, on)
    days = tuple(dict.fromkeys(test.day for test in tests))
    return set_out(tests, letters.latest(tests), law.board(days), certified=interview.certified)


def _next_stage_1(interview: Interview, scene: Scene, law: Law) -> Question | None:
    """The next opening question; a case told in facts alone has been through it where it settles
    the outcome."""
    if not interview.answers and scene.settled:
        return None
    return next_stage_1(_with_facts(interview, law), law)


def _with_facts(interview: Interview, law: Law) -> Mapping[str, Answer]:
    """The answers, and for opening questions those that the facts given stand for."""
    known = {
        question.id: Answer(AnswerState.ANSWERED, interview.facts[question.sets[0]])
        for question in law.questions.stage_1
        if question.sets and question.sets[0] in interview.facts
    }
    return {**known, **interview.answers}


def _ended_by_stage_1(interview: Interview, law: Law) -> bool:
    """Whether stage 1 was answered and its routing leaves nothing to follow up."""
    later = any(
        law.questions.get(name).stage != "1" and answer.state is AnswerState.ANSWERED
        for name, answer in interview.answers.items()
        if name in law.questions
    )
    return not later and route_stage_1(interview.answers, law) is Route.STANDARD


def _left_of_stage_1(interview: Interview, law: Law) -> Left:
    """The opening questions still to come: those that are sure, and those an answer may open."""
    answers = _with_facts(interview, law)
    shown = [
        law.questions.shown(question, answers)
        for question in law.questions.stage_1
        if question.id not in answers
    ]
    return Left(shown.count(Truth.TRUE), len(shown) - shown.count(Truth.FALSE))


def _open_questions(interview: Interview, scene: Scene, law: Law) -> list[Question]:
    """Questions of stage 2 and the clinician's not put yet that ask for something open."""
    book = law.questions
    hot, asked = scene.hot, interview.answers
    facts = scene.stretches[-1].test.facts
    closed = book.closed(asked, facts)
    return [
        question
        for question in _telling(scene, hot)
        if question.id not in asked
        and not (interview.could_not_ask and question.asked_by != "clinician")
        and (
            question.show_when is None
            or book.shown(question, asked, facts, closed) is not Truth.FALSE
        )
    ]


def _telling(scene: Scene, hot: frozenset[str]) -> list[Question]:
    """The questions that tell one of some facts, in the order of asking."""
    return [one.question for one in scene.board.questions if not one.tells.isdisjoint(hot)]


def _unanswered(interview: Interview, scene: Scene) -> tuple[Question, ...]:
    """Who could still make a difference though every question was put: the answers not known."""
    return tuple(
        question
        for question in _telling(scene, scene.hot)
        if question.id in interview.answers or interview.could_not_ask
    )


def _why(clause: int, law: Law) -> str:
    """The ground that the answer can tip, in words; a protected one is not named."""
    words = law.pack.standing.asking_words
    if not clause:
        return words["payer"]
    (rule,) = law.pack.rules_of(clause)
    if rule.sensitive:
        return words["protected"]
    return words["ground"].format(label=rule.label, regulation=rule.regulation)


def _end(ending: Ending, why: str, *, settled: bool) -> Next:
    return Next(question=None, why=why, settled=settled, ending=ending)
