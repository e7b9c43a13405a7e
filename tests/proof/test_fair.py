"""Proof: who is asked what, and what is found, turns on legal facts and nothing else of a person.

10,000 made-up people are asked twice: as they are, and under one name, from one country of the same
legal kind and, unless they are babies, from one birthplace for all. Every question, every count of
questions left and the whole finding must be the same. Ethnicity, accent, language and religion can
change nothing: there is nowhere to write them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

import pytest

from app.hub.sqlite_steps import LEDGER
from app.residency.asking import Interview, Next, next_question
from app.residency.determination import Case, Determination, determine
from app.residency.facts import FactValue
from app.residency.questions import Answer
from app.residency.whole_law import WholeLaw
from app.store.database import in_memory
from app.store.migrations import STORE
from app.store.schema import Schema
from tests.proof.personas import LAW, PERSONAS, Persona, anything, given

Print = Callable[[str], None]
Facts = Mapping[str, FactValue]
PEOPLE = 10_000
NAMES = ("Jane Smith", "Adaọra Ọláìyá", "رامي حداد", "王小明", "प्रिया शर्मा", "Seán O'Brien")
OLD_ENOUGH = date(2015, 1, 1)  # born before: no rule looks at a birthplace
NO_FIELD = re.compile(r"ethnic|race|racial|accent|religio|skin|colour_of|mother_tongue|language")
INTERPRETER = {"patients.interpreter"}  # the language to book an interpreter for: read by no rule


@dataclass(frozen=True)
class Person:
    """Somebody as the desk knows them before the first question, and a seed for what they say."""

    persona: Persona
    seed: int
    facts: Facts

    def asked(self) -> Iterator[tuple[Next, dict[str, Answer]]]:
        """The interview, step by step; what is said hangs on the person and not on their name."""
        chance, answers = Random(self.seed), dict[str, Answer]()
        while True:
            step = self.next(answers)
            yield step, answers
            if step.question is None:
                return
            otherwise = chance.random() < self.persona.odd
            value = (
                anything(step.question, chance) if otherwise else self.persona.answer(step.question)
            )
            answers[step.question.id] = given(step.question, value)

    def next(self, answers: Mapping[str, Answer]) -> Next:
        """What they are asked now."""
        interview = Interview(answers=answers, facts=self.facts, lines=self.persona.lines)
        return next_question(interview, LAW, self.persona.on)

    def found(self, answers: Mapping[str, Answer]) -> Determination:
        """What the law makes of them."""
        facts = {**LAW.questions.facts_from(answers, self.facts), **self.facts}
        return determine(Case(facts, self.persona.lines), LAW, self.persona.on)


@cache
def kinds(on: date) -> tuple[tuple[str, ...], ...]:
    """The countries whose nationals the law of a day treats alike, kind by kind."""
    book = WholeLaw(LAW, on, certified=False).book
    apart: dict[int, list[str]] = {}
    for code in LAW.pack.countries:
        place = book.place("nationalities", (code,)) if "nationalities" in book.classes else 0
        apart.setdefault(place, []).append(code)
    return tuple(map(tuple, apart.values()))


def somebody(number: int) -> Person:
    chance = Random(number)
    (persona,) = chance.choices(PERSONAS, weights=[one.share for one in PERSONAS])
    facts: dict[str, FactValue] = {**persona.facts(), "names": chance.choice(NAMES)}
    facts["nationalities"] = (chance.choice(chance.choice(kinds(persona.on))),)
    born = facts["date_of_birth"]
    assert isinstance(born, date)
    if born < OLD_ENOUGH:
        facts["born_in_uk"] = chance.random() < 0.5
    return Person(persona, number, facts)


class Anybody(Person):
    """Somebody with the same legal facts, of whom the rest is always alike."""

    def next(self, answers: Mapping[str, Answer]) -> Next:
        """The same; what was asked before is remembered, for many differ only in the rest."""
        key = (self.persona.name, self.facts["nationalities"], tuple(answers.items()))
        if key not in _ASKED:
            _ASKED[key] = super().next(answers)
        return _ASKED[key]


_ASKED: dict[object, Next] = {}


def swapped(person: Person) -> Anybody:
    """The same person as anybody: one name, one country of each kind, one birthplace."""
    (code,) = _codes(person)
    first, *_ = next(kind for kind in kinds(person.persona.on) if code in kind)
    facts = {**person.facts, "names": "Anybody", "nationalities": (first,)}
    if "born_in_uk" in facts:
        facts["born_in_uk"] = True
    return Anybody(person.persona, person.seed, facts)


def _codes(person: Person) -> tuple[str, ...]:
    codes = person.facts["nationalities"]
    assert isinstance(codes, tuple)
    return codes


def interviewed(person: Person) -> tuple[list[Next], Determination]:
    steps = list(person.asked())
    _, answers = steps[-1]
    return [step for step, _ in steps], person.found(answers)


@pytest.mark.slow
def test_h7_name_nationality_and_birthplace_swapped_change_no_question_and_no_outcome(
    proof: Print,
) -> None:
    questions, from_elsewhere, born_elsewhere = 0, 0, 0
    for number in range(PEOPLE):
        person = somebody(number)
        other = swapped(person)
        steps, found = interviewed(person)
        steps_of_other, found_of_other = interviewed(other)
        assert steps_of_other == steps, (person, other)
        assert found_of_other == found, (person, other)
        questions += len(steps) - 1
        from_elsewhere += _codes(person) != _codes(other)
        born_elsewhere += person.facts.get("born_in_uk") is False
    proof(
        f"{PEOPLE} people asked {questions} questions, then again under another name,"
        f" {from_elsewhere} from another country, {born_elsewhere} born elsewhere:"
        " 0 asked or found otherwise"
    )


@pytest.mark.parametrize("on", sorted({persona.on for persona in PERSONAS}))
def test_h7_nationality_counts_by_two_legal_facts_alone(on: date) -> None:
    """Free movement while it ran, and the 1953 Convention or 1961 Charter: nothing finer."""
    for kind in kinds(on):
        some = [LAW.pack.countries[code] for code in kind]
        assert len({one.convention_or_charter for one in some}) == 1
        assert len({one.eea_or_swiss for one in some}) == 1 or on > date(2021, 6, 30)
    assert 2 <= len(kinds(on)) <= 4


def test_h7_birth_in_the_uk_is_a_legal_fact_for_a_baby_and_for_nobody_older() -> None:
    baby = next(one for one in PERSONAS if one.name.startswith("baby"))
    here, elsewhere = (
        interviewed(Person(baby, 1, {**baby.facts(), "born_in_uk": born})) for born in (True, False)
    )
    assert here != elsewhere
    older = {**baby.facts(), "date_of_birth": date(2025, 6, 1)}
    here, elsewhere = (
        interviewed(Person(baby, 1, {**older, "born_in_uk": born})) for born in (True, False)
    )
    assert here == elsewhere


def test_h7_ethnicity_accent_language_and_religion_are_no_fact_and_no_question() -> None:
    for fact in LAW.facts.all:
        assert not NO_FIELD.search(f"{fact.name} {fact.meaning} {fact.label}".casefold())
        assert not any(NO_FIELD.search(value) for value in fact.values)
    for question in LAW.questions.all:
        assert not NO_FIELD.search(f"{question.id} {question.text} {question.help}".casefold())
        assert not any(NO_FIELD.search(option.label.casefold()) for option in question.options)


TEXTS = {"translations.language"}  # of the language card's approved words: nobody's own language


@pytest.mark.parametrize("schema", [STORE, LEDGER], ids=["desk", "finance"])
def test_h7_ethnicity_accent_language_and_religion_have_no_column(schema: Schema) -> None:
    with in_memory(schema) as db:
        tables = [
            str(row["name"])
            for row in db.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ]
        columns = {
            f"{table}.{row['name']}"
            for table in tables
            for row in db.rows("SELECT name FROM pragma_table_info(?)", (table,))
        }
    assert len(columns) > 30
    of_people = columns - TEXTS
    assert {column for column in of_people if NO_FIELD.search(column)} == set()
    assert {column for column in columns if "interpreter" in column} <= INTERPRETER
