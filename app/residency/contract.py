"""A case as the command line takes it: facts, answers and lines in one JSON object."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from app.core.errors import BadInput
from app.core.wording import Phrase, listed
from app.residency.asking import Interview
from app.residency.dated import CHANGES, NO_FACTS, read_spells
from app.residency.determination import Case
from app.residency.facts import FactBook, FactValue, printable
from app.residency.law import Law
from app.residency.line import Line
from app.residency.printed import CONTRACT_VERSION
from app.residency.questions import Answer, AnswerState, QuestionBook
from app.residency.spell import Spells

_KEYS = {"contract_version", "facts", "answers", "certified", "lines", CHANGES}
_MOST_LINES = 1000


def read_case(document: Mapping[str, object], law: Law) -> Case:
    """The case a document tells of; raises BadInput naming what it cannot take.

    A fact given outweighs an answer that would set it. Keys that nothing asks for are ignored
    and named in the finding.
    """
    told = _read(document, law)
    facts = told.facts
    if told.answers:
        facts = {**law.questions.facts_from(told.answers, facts), **facts}
    ignored = tuple(sorted(map(printable, told.ignored)))
    return Case(facts, told.lines, told.certified, ignored, told.spells)


def read_interview(document: Mapping[str, object], law: Law) -> Interview:
    """The interview a document tells of, as a case with `could_not_ask`; raises BadInput."""
    reason = document.get("could_not_ask")
    if not isinstance(reason, str | None):
        raise BadInput("bad_value", "could_not_ask takes the reason as text.", "could_not_ask")
    told = _read(document, law)
    return Interview(
        answers=told.answers,
        facts=told.facts,
        lines=told.lines,
        could_not_ask=reason or "",
        certified=told.certified,
        spells=told.spells,
    )


class _Told(NamedTuple):
    facts: dict[str, FactValue]
    answers: dict[str, Answer]
    lines: tuple[Line, ...]
    certified: bool
    spells: Spells | None
    ignored: set[str]


def _read(document: Mapping[str, object], law: Law) -> _Told:
    version = document.get("contract_version", CONTRACT_VERSION)
    if version != CONTRACT_VERSION or isinstance(version, bool):
        raise BadInput(
            "bad_value",
            Phrase("This program reads contract_version {version}.", version=CONTRACT_VERSION),
            "contract_version",
        )
    certified = document.get("certified")
    if not isinstance(certified, bool | None):
        raise BadInput("bad_value", "certified takes true or false.", "certified")
    facts, ignored = law.facts.read(_table(document, "facts"))
    given = _table(document, "answers")
    lines, more = read_lines(document.get("lines"), law.facts)
    spells, others = read_spells(document, lines, law.facts)
    ignored |= more | others | (document.keys() - _KEYS)
    answers: dict[str, Answer] = {}
    if given:
        answers = read_answers(given, law.questions)
        ignored |= given.keys() - answers.keys()
    return _Told(facts, answers, lines, bool(certified), spells, ignored)


def read_answers(given: Mapping[str, object], questions: QuestionBook) -> dict[str, Answer]:
    """The answers to questions there are; raises BadInput for a value a question cannot take."""
    return {
        name: _answer(name, given[name], questions) for name in sorted(given) if name in questions
    }


def read_lines(given: object, facts: FactBook) -> tuple[tuple[Line, ...], set[str]]:
    """The service lines and the keys among them that are no facts; raises BadInput."""
    if given is None:
        return (), set()
    if not isinstance(given, list) or len(given) > _MOST_LINES:
        raise BadInput(
            "bad_value",
            Phrase("lines takes a list of at most {most} lines.", most=_MOST_LINES),
            "lines",
        )
    lines: list[Line] = []
    ignored: set[str] = set()
    for number, entry in enumerate(given, start=1):
        if not isinstance(entry, dict):
            raise BadInput(
                "bad_value",
                Phrase("Line {number} must be an object in braces.", number=number),
                "lines",
            )
        line_id = entry.get("id", str(number))
        if isinstance(line_id, int) and not isinstance(line_id, bool):
            line_id = str(line_id)
        if not isinstance(line_id, str) or not line_id:
            raise BadInput(
                "bad_value", Phrase("Line {number} takes text as its id.", number=number), "id"
            )
        known, unknown = facts.read({key: entry[key] for key in entry.keys() - NO_FACTS})
        hidden = {key: None for key in entry if key in facts and key not in known}
        lines.append(Line(printable(line_id), {**hidden, **known}))
        ignored |= unknown
    if len({line.id for line in lines}) < len(lines):
        raise BadInput("bad_value", "Two lines have the same id. Give each its own.", "lines")
    return tuple(lines), ignored


def _answer(name: str, given: object, questions: QuestionBook) -> Answer:
    state, value = AnswerState.ANSWERED, given
    if isinstance(given, dict):
        value = given.get("value")
        state = _state(name, given.get("state", AnswerState.ANSWERED))
    if state is not AnswerState.ANSWERED:
        return Answer(state)
    if value is None:
        return Answer(AnswerState.UNKNOWN)
    return Answer(state, questions.check(name, value))


def _state(name: str, given: object) -> AnswerState:
    try:
        return AnswerState(str(given))
    except ValueError:
        states = listed(state.value for state in AnswerState)
        raise BadInput(
            "bad_value",
            Phrase("{name}: state takes one of {states}.", name=name, states=states),
            name,
        ) from None


def _table(document: Mapping[str, object], key: str) -> dict[str, object]:
    table = document.get(key)
    if table is None:
        return {}
    if not isinstance(table, dict):
        raise BadInput("bad_value", Phrase("{name} takes an object in braces.", name=key), key)
    return table
