"""Proof: no rule that can never apply, no fact that never matters, no question never asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from app.library.law import load_law
from app.library.soundness import load_exceptions
from app.residency.conditions import All, Atom, Op
from app.residency.facts import DecidedBy, Fact, FactBook, FactType
from app.residency.law import Law
from app.residency.questions import ASKED, Option, Question, QuestionBook, QuestionType
from app.residency.rules import Group, RulePack
from app.residency.soundness import Idle, Never, Soundness, Subsumed, examine

LAW = load_law()
Print = Callable[[str], None]
FORCES = LAW.pack.group("uk_forces")
SHOE = Fact(
    name="shoe_size",
    type=FactType.BOOL,
    meaning="Nothing",
    decided_by=DecidedBy.CLERK,
)


@cache
def shipped() -> Soundness:
    return examine(LAW)


@pytest.mark.slow
def test_whatever_changes_no_outcome_is_listed_with_its_reason(proof: Print) -> None:
    found, excused = shipped(), load_exceptions()
    assert [idle for idle in found.idle if idle not in excused] == []
    assert [idle for idle in excused if idle not in found.idle] == []
    assert all(excused.values())
    rules, facts, questions = LAW.pack.rules, LAW.facts.all, LAW.questions.all
    proof(f"legal epochs since {found.epochs[0].since}: {len(found.epochs)}")
    proof(
        f"rules {len(rules)}: {len(found.never_applies)} never apply,"
        f" {len(found.subsumed)} are subsumed by others, each with its reason"
    )
    proof(f"facts {len(facts)}: {len(found.never_matters)} never matter, each with its reason")
    proof(
        f"questions {len(questions)}: {len(found.never_asked)} change no outcome"
        " (opening ladder, particulars, evidence, money), each with its reason"
    )


@pytest.mark.slow
def test_the_rules_that_others_make_idle_are_named_with_those_others() -> None:
    assert shipped().subsumed == (
        Subsumed("or_returning_british", ("or_british",)),
        Subsumed("eu_resident_without_euss", ("overstayer_or_undocumented",)),
    )


def law_of(
    *groups: Group, facts: tuple[Fact, ...] = (), questions: tuple[Question, ...] = ()
) -> Law:
    """A small law: these groups alone, with the shipped facts and a few more."""
    book = FactBook((*LAW.facts.all, *facts), LAW.pack.countries)
    pack = RulePack(
        LAW.pack.standing,
        book,
        groups=groups,
        services=(),
        diseases=(),
        countries=LAW.pack.countries,
    )
    ranked = tuple(replace(one, rank=rank) for rank, one in enumerate(questions))
    asked = QuestionBook(ranked, (), LAW.pack.countries)
    return Law(
        facts=lambda: book,
        questions=lambda: asked,
        pack=lambda _: pack,
        outcomes=lambda: LAW.outcomes,
    )


def group(name: str, *atoms: Atom, since: date = date(2015, 4, 6), **changed: str) -> Group:
    when = All(atoms)
    return replace(FORCES, id=name, when=when, in_force_from=since, **changed)  # type: ignore[arg-type]


def yes_no(name: str, fact: str) -> Question:
    return Question(
        id=name,
        rank=1,
        stage="2",
        section="test",
        asked_by="clerk",
        text="?",
        type=QuestionType.YES_NO_UNKNOWN,
        options=(Option("yes", "Yes"), Option("no", "No")),
        sets=(fact,),
    )


CHILD = Atom("age_years", Op.LT, 18)
GROWN = Atom("age_years", Op.GTE, 18)
HERE = Atom("lawfully_present", Op.IS_TRUE)
FORCED = Atom("uk_forces_member", Op.IS_TRUE)


def test_a_rule_that_contradicts_itself_never_applies() -> None:
    found = examine(law_of(group("never", CHILD, GROWN), group("ever", CHILD)))
    assert found.never_applies == ("never",)
    assert Idle(Never.APPLIES, "never") in found.idle


def test_a_rule_that_ended_before_the_scheme_began_never_applies() -> None:
    old = group("old", HERE, since=date(2011, 8, 1))
    found = examine(law_of(replace(old, in_force_to=date(2015, 4, 5)), group("now", HERE)))
    assert found.never_applies == ("old",)


def test_facts_worked_out_from_one_source_are_tried_only_as_they_can_occur_together() -> None:
    """No birth date makes a person both under 18 and four hundred months old."""
    months = Atom("age_months", Op.GT, 400)
    assert examine(law_of(group("none", CHILD, months))).never_applies == ("none",)


def test_a_rule_is_subsumed_by_one_that_asks_less() -> None:
    found = examine(law_of(group("wide", HERE), group("narrow", HERE, FORCED)))
    assert found.subsumed == (Subsumed("narrow", ("wide",)),)
    assert "uk_forces_member" in found.never_matters


def test_a_rule_is_subsumed_by_several_that_share_its_cases() -> None:
    adult, child = group("adult", GROWN, HERE), group("child", CHILD, HERE)
    found = examine(law_of(adult, child, group("both", HERE, Atom("age_years", Op.LTE, 150))))
    assert Subsumed("both", ("adult", "child")) in found.subsumed


def test_a_rule_is_not_subsumed_by_one_that_covers_less() -> None:
    narrow = group("narrow", HERE, scope="all_except_assisted_conception")
    assert examine(law_of(narrow, group("wide", HERE, FORCED))).subsumed == ()


def test_a_rule_is_not_subsumed_where_the_other_began_later() -> None:
    later = group("wide", HERE, since=date(2020, 1, 1))
    assert examine(law_of(later, group("narrow", HERE, FORCED))).subsumed == ()


def test_a_fact_that_no_rule_asks_never_matters() -> None:
    found = examine(law_of(group("one", HERE), facts=(SHOE,)))
    assert "shoe_size" in found.never_matters
    assert "lawfully_present" not in found.never_matters


def test_a_fact_matters_through_what_is_worked_out_from_it() -> None:
    found = examine(law_of(group("one", Atom("schedule2_listed", Op.IS_TRUE))))
    assert not {"schedule2_listed", "country_of_residence"} & set(found.never_matters)


def test_a_question_that_no_answer_opens_is_never_asked() -> None:
    first = yes_no("first", "lawfully_present")
    shut = replace(
        yes_no("shut", "uk_forces_member"), show_when=Atom(ASKED + "first", Op.EQ, "perhaps")
    )
    open_ = replace(shut, id="open", show_when=Atom(ASKED + "first", Op.EQ, "yes"))
    groups = group("one", HERE), group("two", FORCED)
    found = examine(law_of(groups[0], groups[1], questions=(first, shut, open_)))
    assert found.never_asked == ("shut", "open")  # after "yes" the person is free already
    apart = examine(law_of(group("one", HERE, FORCED), questions=(first, shut, open_)))
    assert apart.never_asked == ("shut",)


def test_a_question_whose_answer_changes_nothing_is_never_asked() -> None:
    found = examine(
        law_of(group("one", HERE), facts=(SHOE,), questions=(yes_no("shoe", "shoe_size"),))
    )
    assert found.never_asked == ("shoe",)


def test_a_question_opened_by_another_that_is_opened_itself_is_reached() -> None:
    first = yes_no("first", "lawfully_present")
    second = replace(
        yes_no("second", "uk_forces_member"), show_when=Atom(ASKED + "first", Op.EQ, "no")
    )
    third = replace(yes_no("third", "war_pension"), show_when=Atom(ASKED + "second", Op.EQ, "no"))
    groups = [group(fact, Atom(fact, Op.IS_TRUE)) for fact in ("war_pension", "uk_forces_member")]
    found = examine(law_of(*groups, group("one", HERE), questions=(first, second, third)))
    assert found.never_asked == ()


def test_a_question_open_only_before_a_day_is_reached_on_the_epochs_before_it() -> None:
    early = replace(
        yes_no("early", "uk_forces_member"),
        show_when=Atom("service_date", Op.LT, date(2017, 8, 21)),
    )
    late = replace(
        yes_no("late", "uk_forces_member"),
        show_when=Atom("service_date", Op.LT, date(2014, 1, 1)),
    )
    found = examine(law_of(group("one", FORCED), questions=(early, late)))
    assert found.never_asked == ("late",)
