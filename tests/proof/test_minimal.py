"""Proof: the shortest fair interview. No question is asked that could not have changed the outcome.

On 100,000 random walks every state that is come to is put before the diagram of the law, which
shares nothing with the search for the next question. Every walk is also held to what was promised
on its way: no question twice, as many questions left as were told, back and forward alike.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from random import Random

import pytest

from tests.proof.judge import Judge
from tests.proof.personas import ADULT, CLINIC, PERSONAS, TODAY, Persona, counted
from tests.proof.walking import Walker

Print = Callable[[str], None]
WALKS = 100_000
each_persona = pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.name)


@cache
def judge(on: date) -> Judge:
    return Judge(on)


def put_to(name: str) -> list[str]:
    """What clerk and officer ask or find of somebody who answers as such people do."""
    (persona,) = (one for one in PERSONAS if one.name == name)
    walked = Walker(persona, judge(persona.on)).walk(Random(0), odd=0)
    return [question.id for question in walked if counted(question)]


def test_the_personas_make_up_all_walks() -> None:
    assert sum(persona.share for persona in PERSONAS) == 100
    assert len({persona.name for persona in PERSONAS}) == len(PERSONAS)


def test_a_plain_uk_resident_is_asked_two_questions() -> None:
    assert put_to("plain UK resident") == ["s1_residence_12m", "s1_document"]


def test_a_holiday_visitor_with_a_european_card_is_asked_at_most_six_questions() -> None:
    assert len(put_to("holiday visitor with a European card")) <= 6


@pytest.mark.slow
@each_persona
def test_no_question_is_asked_that_could_not_have_changed_the_outcome(
    persona: Persona, proof: Print
) -> None:
    chance = Random(persona.name)
    walker = Walker(persona, judge(persona.on).rested())
    usual = sum(map(counted, walker.walk(chance, odd=0)))
    for _ in range(WALKS * persona.share // 100):
        walker.walk(chance, odd=persona.odd)
    tally = walker.tally
    assert tally.wrong == []
    proof(
        f"{persona.name}: {usual} questions as a rule, mean {tally.questions / tally.walks:.2f},"
        f" worst {tally.most} of {tally.walks - 1} walks with odd answers;"
        f" {tally.states} states judged, 0 needless questions"
    )


def test_the_judge_sees_what_an_answer_settles() -> None:
    """It is no echo of the search: it is asked outright, about facts and not about questions."""
    today = judge(TODAY)
    known = {**CLINIC, **ADULT}
    open_ = today.turns_on(today.learned(today.start(), known))
    assert {"immigration_status", "uk_forces_member", "residence_uk_settled_purpose"} <= open_
    known |= {"immigration_status": "refugee"}
    assert today.turns_on(today.learned(today.start(), known)) >= {"residence_uk_lawful"}
    assert "uk_forces_member" not in today.turns_on(today.learned(today.start(), known))
    known |= {"residence_uk_settled_purpose": False}
    assert today.turns_on(today.learned(today.start(), known)) == frozenset()
