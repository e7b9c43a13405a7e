from __future__ import annotations

import csv
import tomllib
from datetime import date

import pytest

from app.library import resource
from app.library.law import load_countries, load_diseases, load_law
from app.residency.conditions import clauses
from app.residency.derived import SOURCES
from app.residency.questions import Question
from app.residency.rules import Group, Kind, Rule, ServiceExemption, Side

LAW = load_law()
PACK = LAW.pack


def test_every_group_service_and_disease_is_there() -> None:
    assert (len(PACK.groups), len(PACK.services), len(PACK.diseases)) == (89, 13, 36)
    assert len({rule.id for rule in PACK.rules}) == 102
    assert len(LAW.facts.all) == 109


@pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.id)
def test_a_rule_carries_its_regulation_dates_source_and_day_of_checking(rule: Rule) -> None:
    assert rule.regulation
    assert rule.label
    assert rule.text
    assert rule.source.startswith("http")
    assert date(2011, 1, 1) < rule.in_force_from <= (rule.in_force_to or date.max)
    assert date(2022, 1, 1) < rule.checked < date(2026, 11, 23)
    assert rule.confirmed or rule.confirmation_note


@pytest.mark.parametrize("group", PACK.groups, ids=lambda group: group.id)
def test_a_group_says_how_the_person_is_recorded(group: Group) -> None:
    letters = set(PACK.standing.category_codes) | {"rule:exempt", "rule:chargeable", "rule:person"}
    assert group.charging_category in letters
    assert str(group.status_classification) in PACK.standing.status_codes
    assert (group.rate_percent is None) == (group.kind is Kind.PENDING)
    assert set(group.evidence) <= PACK.standing.evidence.keys()
    assert {PACK.group(family).id for family in group.covers_family_through} == set(
        group.covers_family_through
    )


def test_kinds_and_scopes_agree() -> None:
    for group in PACK.groups:
        assert (group.scope == "not_an_overseas_visitor") == (group.kind is Kind.RESIDENT)
        if group.kind is Kind.CHARGEABLE:
            assert group.scope == "none"


def test_protected_grounds_are_marked_sensitive() -> None:
    sensitive = {rule.id for rule in PACK.rules if rule.sensitive}
    assert {"asylum_seeker", "modern_slavery_victim", "torture", "fgm", "prisoner"} <= sensitive
    assert "ihs_paid" not in sensitive


def test_service_exemptions_cite_regulation_9() -> None:
    for service in PACK.services:
        assert isinstance(service, ServiceExemption)
        assert service.regulation.startswith("SI 2015/238 reg 9")


def test_every_condition_names_known_facts_and_allowed_values() -> None:
    for name in (fact for rule in PACK.rules for fact in _facts_of(rule)):
        assert name in LAW.facts
    for fact in LAW.facts.all:
        if fact.values:
            for atom in PACK.tables.atoms(fact.name):
                values = atom.value if isinstance(atom.value, tuple) else (atom.value,)
                assert set(values) <= set(fact.values), atom


def _facts_of(rule: Rule) -> set[str]:
    from app.residency.conditions import clauses

    return {atom.fact for clause in clauses(rule.when) for atom in clause}


def test_groups_named_as_values_are_groups() -> None:
    ids = {group.id for group in PACK.groups}
    for fact in ("family_principal_group", "parent_group"):
        for atom in PACK.tables.atoms(fact):
            assert set(atom.value if isinstance(atom.value, tuple) else (atom.value,)) <= ids


def test_norway_and_namibia_are_countries() -> None:
    assert load_countries()["NO"].name == "Norway"
    assert load_countries()["NA"].name == "Namibia"
    assert len(load_countries()) == 250


def test_the_agreement_places_are_the_twenty_five_of_schedule_2() -> None:
    listed = [c for c in load_countries().values() if c.in_schedule_2(date(2026, 1, 1))]
    assert len(listed) == 25


def test_charging_sides_follow_the_list() -> None:
    sides = {code: load_countries()[code].side for code in ("GB", "CH", "IE", "NO", "GI", "US")}
    assert sides == {
        "GB": Side.UK,
        "CH": Side.EEA,
        "IE": Side.EEA,
        "NO": Side.EEA,
        "GI": Side.NON_EEA,
        "US": Side.NON_EEA,
    }


@pytest.mark.parametrize("question", LAW.questions.all, ids=lambda question: question.id)
def test_what_a_question_sets_is_a_value_its_fact_allows(question: Question) -> None:
    for name in question.sets:
        assert name in LAW.facts
    for option in question.options:
        assert option.label
        for fact, value in {**option.sets, **option.unticked}.items():
            assert fact in question.sets
            assert LAW.facts.normalise(fact, value) == value


@pytest.mark.parametrize("question", LAW.questions.all, ids=lambda question: question.id)
def test_a_question_has_human_words(question: Question) -> None:
    assert question.text[0].isupper()
    for words in (question.text, question.help, *(option.label for option in question.options)):
        assert "_" not in words
        assert ".csv" not in words
        assert ".md" not in words
    labels = [option.label for option in question.options]
    assert len(set(labels)) == len(labels)


def test_the_three_openings_come_first_with_the_common_answer_first() -> None:
    first = {question.id: question.options[0].label for question in LAW.questions.stage_1[::2]}
    assert first == {"s1_residence_12m": "In the UK all the time", "s1_document": "No"}
    banner = LAW.questions.get("s1_existing_banner")
    assert [option.label for option in banner.options] == ["No", "Yes", "Not sure"]


def test_every_listed_disease_can_be_ticked_by_the_clinician() -> None:
    options = {option.value for option in LAW.questions.get("s2_c_condition").options}
    assert options == {"none"} | {disease.id for disease in load_diseases()}


def test_the_form_asks_questions_that_exist() -> None:
    form = tomllib.loads(resource("questions", "forms.toml").read_text("utf-8"))
    sections = form["pre_attendance_form"]["section"]
    assert len(sections) == 7
    for section in sections:
        for question_id in section.get("from", ()):
            assert LAW.questions.get(question_id)
    assert len(form["pre_attendance_form"]["declaration_must_say"]) == 8


@pytest.mark.parametrize("name", ["amendments", "surcharge_rates"])
def test_tables_beside_the_rules_can_be_read(name: str) -> None:
    lines = resource("rules", f"{name}.csv").read_text("utf-8").splitlines()
    rows = list(csv.DictReader(lines))
    assert len(rows) > 3
    assert all(None not in row and None not in row.values() for row in rows)


def test_shelves_are_read_once() -> None:
    assert load_law() is load_law()
    assert load_law().pack is PACK


def test_every_kind_of_paper_speaks_for_facts_that_there_are() -> None:
    standing = PACK.standing
    assert standing.supports.keys() == standing.evidence.keys()
    assert all(fact in LAW.facts for facts in standing.supports.values() for fact in facts)


def test_what_a_person_is_freed_by_can_rest_on_the_papers_of_the_group() -> None:
    for group in PACK.groups:
        asked = {atom.fact for clause in clauses(group.when) for atom in clause}
        for code in group.evidence:
            sources = {source for fact in asked for source in SOURCES.get(fact, ())}
            assert not (asked | sources).isdisjoint(PACK.standing.supports[code]), (group.id, code)
