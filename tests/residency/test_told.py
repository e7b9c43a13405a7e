"""What can be told: each fact that a rule turns on has a question, a booking or a record."""

from __future__ import annotations

import pytest

from app.library.law import load_law
from app.residency.conditions import DISEASES, SERVICE_DATE
from app.residency.derived import SOURCES
from app.residency.facts import DecidedBy
from app.residency.questions import Question, QuestionType

LAW = load_law()
TURNS = sorted(fact.name for fact in LAW.facts.all if LAW.pack.tables.atoms(fact.name))
SETS = {fact for question in LAW.questions.all for fact in question.sets}
BOOKING = {
    "service_date",
    "service_type",
    "admitted_as_inpatient",
    "service_is_outpatient_appointment",
    "provider_type",
}
RECORD = {"family_principal_group", "parent_group", "earlier_exemption_in_course"}
"""From the record of the principal, of a parent, and from the stored history."""


@pytest.mark.parametrize("fact", TURNS)
def test_a_fact_that_a_rule_turns_on_can_become_known(fact: str) -> None:
    if LAW.facts[fact].decided_by is DecidedBy.SYSTEM:
        assert fact in BOOKING | RECORD | SOURCES.keys()
    else:
        assert fact in SETS, f"No question sets {fact}."


def test_no_question_sets_what_the_booking_or_a_record_says() -> None:
    assert not SETS & (BOOKING | RECORD)


@pytest.mark.parametrize("fact", [name for name in TURNS if LAW.facts[name].values])
def test_every_value_that_a_rule_names_can_be_answered(fact: str) -> None:
    if LAW.facts[fact].decided_by is DecidedBy.SYSTEM:
        return
    said = {
        option.sets[fact]
        for question in LAW.questions.all
        for option in question.options
        if fact in option.sets
    }
    for atom in LAW.pack.tables.atoms(fact):
        if atom.value not in (SERVICE_DATE, DISEASES):
            values = atom.value if isinstance(atom.value, tuple) else (atom.value,)
            assert {value for value in values if value not in LAW.facts[fact].unknown_values} <= (
                said
            ), atom


CHOICES = [
    question
    for question in LAW.questions.all
    if question.type in (QuestionType.CHOICE, QuestionType.MULTI_CHOICE)
]


@pytest.mark.parametrize("question", CHOICES, ids=lambda question: question.id)
def test_an_option_named_as_a_value_of_the_fact_sets_that_value(question: Question) -> None:
    for option in question.options:
        for fact in question.sets:
            known = LAW.facts[fact]
            if option.value in known.values and option.value not in known.unknown_values:
                assert option.sets[fact] == option.value


@pytest.mark.parametrize("question", LAW.questions.all, ids=lambda question: question.id)
def test_a_yes_or_no_sets_one_fact_to_true_or_false(question: Question) -> None:
    if question.type is QuestionType.YES_NO_UNKNOWN and question.sets:
        assert len(question.sets) == 1
        assert not any(option.sets for option in question.options)
        assert LAW.facts[question.sets[0]].type.value == "bool"


def test_a_declined_answer_sets_nothing() -> None:
    for question in CHOICES:
        for option in question.options:
            if option.value in ("not_given", "not_known", "not_disclosed"):
                assert not option.sets
                assert not option.unticked


def test_each_role_has_something_to_say() -> None:
    assert {question.asked_by for question in LAW.questions.all} == {
        "clerk",
        "officer",
        "clinician",
    }
