"""Statements of the hazard table, at the level of the law."""

from __future__ import annotations

import re
import tomllib
from random import Random

import pytest

from app.library import resource
from app.library.law import load_law
from app.residency.determination import Case, determine
from app.residency.findings import Category, Charged
from app.residency.line import Line
from app.residency.outcomes import DeskOutcome, words
from app.residency.questions import Answer, AnswerState
from app.residency.walk import next_stage_1, route_stage_1
from tests.residency.given import TODAY, by_chance, finding, finding_of, published, tourist

LAW = load_law()
MONEY = re.compile(r"\bcharge|£|pound|price|cost|bill|invoice|pay(?!ment now)", re.IGNORECASE)
HOLDS_BACK = re.compile(
    r"\b(stop|hold|refuse|withhold|deny|cancel|delay|turn away)\b", re.IGNORECASE
)


@pytest.mark.parametrize("outcome", DeskOutcome)
def test_h1_every_outcome_begins_book_in_as_normal(outcome: DeskOutcome) -> None:
    assert words(outcome, LAW).sentence.startswith("Book in as normal.")


@pytest.mark.parametrize("outcome", DeskOutcome)
def test_h1_no_outcome_tells_anyone_to_hold_care_back_or_judges_money(
    outcome: DeskOutcome,
) -> None:
    said = words(outcome, LAW)
    text = f"{said.title} {said.sentence}"
    assert not HOLDS_BACK.search(text)
    assert not MONEY.search(text.replace("You do not discuss money.", ""))
    assert not HOLDS_BACK.search(outcome.value.replace("_", " "))


def test_h1_no_sentence_to_the_patient_holds_care_back() -> None:
    for text in LAW.pack.standing.patient_words.values():
        assert not HOLDS_BACK.search(text)


def test_h1_words_never_say_please_invalid_or_oops() -> None:
    for parts in (("rules", "statements.toml"), ("questions", "outcomes.toml")):
        assert not re.search(r"please|invalid|oops", resource(*parts).read_text("utf-8"), re.I)


@pytest.mark.parametrize("urgency", ["immediately_necessary", "urgent", "not_assessed", None])
def test_h1_payment_is_never_asked_first_unless_a_clinician_says_it_can_wait(
    urgency: str | None,
) -> None:
    (line,) = finding(tourist(urgency=urgency)).lines
    assert line.charged is Charged.YES
    assert not line.may_ask_payment_first


def test_h5_missing_answers_never_charge() -> None:
    chance = Random(5)
    for one in published():
        if one.expect["line_charged"] or one.case.certified:
            continue
        answers = [name for name in one.case.facts if LAW.facts[name].decided_by != "system"]
        for _ in range(40):
            dropped = set(chance.sample(answers, k=chance.randint(1, len(answers))))
            kept = {name: v for name, v in one.case.facts.items() if name not in dropped}
            found = determine(Case(kept), LAW, TODAY)
            assert found.chargeable is not Charged.YES, dropped
            if one.expect["category"] not in "DF":
                assert found.charging_category not in (Category.D, Category.F), dropped


def test_h5_a_case_with_no_facts_is_pending() -> None:
    found = finding({})
    assert (found.chargeable, found.charging_category) == (Charged.UNDETERMINED, Category.P)


def test_h5_a_free_service_does_not_make_an_unasked_person_chargeable() -> None:
    found = finding(tourist(service_type="a_and_e", asylum_application_undetermined=None))
    assert (found.chargeable, found.charging_category) == (Charged.NO, Category.P)
    assert found.missing == ("asylum_application_undetermined",)
    assert found.flags[0].code == "letter_waiting"


def test_h6_maternity_never_holds_a_payment_first_request() -> None:
    chance = Random(6)
    for _ in range(500):
        facts = {**by_chance(chance), "service_type": "maternity", "urgency": "non_urgent"}
        found = finding(facts, certified=chance.random() < 0.5)
        assert not any(line.may_ask_payment_first for line in found.lines)
    assert not finding(tourist(service_type="maternity")).lines[0].may_ask_payment_first


def test_h6_maternity_on_one_line_leaves_the_other_lines_their_own_urgency() -> None:
    birth, hip = finding_of(
        Line("birth", {"service_type": "maternity"}), Line("hip", {"service_type": "other"})
    ).lines
    assert (birth.may_ask_payment_first, hip.may_ask_payment_first) == (False, True)


def test_h6_a_slavery_referral_keeps_a_case_open_even_under_the_certificate() -> None:
    found = finding(tourist(modern_slavery_decision="referred"), certified=True)
    assert found.charging_category is Category.P
    assert "referral_pending" in [flag.code for flag in found.flags]


NAMES = ("Ada Okafor", "Jane Smith", "李明", "محمد", "Ọláyínká", "Søren")
COUNTRIES = ("GB", "NG", "NO", "NA", "CN", "UA")


def test_h7_name_language_or_birthplace_change_no_opening_question() -> None:
    chance = Random(7)
    stage_1 = LAW.questions.stage_1
    for _ in range(1000):
        given = {
            question.id: Answer(AnswerState.ANSWERED, chance.choice(question.options).value)
            for question in stage_1
            if question.options and chance.random() < 0.5
        }
        asked = next_stage_1(given, LAW)
        route = route_stage_1(given, LAW)
        swapped = {
            **given,
            "s2_names": Answer(AnswerState.ANSWERED, chance.choice(NAMES)),
            "s2_nationalities": Answer(AnswerState.ANSWERED, (chance.choice(COUNTRIES),)),
            "s2_country_of_residence": Answer(AnswerState.ANSWERED, chance.choice(COUNTRIES)),
        }
        assert next_stage_1(swapped, LAW) == asked
        assert route_stage_1(swapped, LAW) == route


def test_h7_no_rule_turns_on_a_name() -> None:
    assert not LAW.pack.tables.atoms("names")


def test_h9_every_result_carries_the_version_of_its_rules() -> None:
    shipped = tomllib.loads(resource("rules", "pack.toml").read_text("utf-8"))
    assert finding({}).rules_version == shipped["rules_version"]


def test_stage_1_answers_alone_decide_nothing() -> None:
    chance = Random(1)
    for _ in range(200):
        answers = {
            question.id: Answer(AnswerState.ANSWERED, chance.choice(question.options).value)
            for question in LAW.questions.stage_1
            if question.options
        }
        found = finding(LAW.questions.facts_from(answers))
        assert found.charging_category is Category.P
        assert found.chargeable is Charged.UNDETERMINED


def test_a_protected_ground_is_never_named_to_clerk_or_patient() -> None:
    for fact in (
        "asylum_application_undetermined",
        "support_section_95",
        "court_ordered_treatment",
    ):
        found = finding(tourist(**{fact: True}))
        plain = finding(tourist(uk_forces_member=True))
        assert found.statement_for_patient == plain.statement_for_patient
        assert found.statement_for_staff == plain.statement_for_staff
