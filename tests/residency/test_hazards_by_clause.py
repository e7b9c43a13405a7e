"""H1, H5 and H6 tried by construction: over every clause of the law, not over chosen cases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from app.library.law import load_law
from app.residency.conditions import DISEASES, SERVICE_DATE, Atom, Clause, Op, clauses
from app.residency.determination import Case, Determination, determine
from app.residency.facts import DecidedBy, FactType, FactValue
from app.residency.findings import Category, Charged
from app.residency.law import Law
from app.residency.line import Line
from app.residency.questions import Answer, AnswerState
from app.residency.rules import Kind, Rule, RulePack
from tests.residency.given import TODAY, Facts, finding, published, tourist

LAW = load_law()
ASKED = (DecidedBy.CLERK, DecidedBy.OVM, DecidedBy.CLINICIAN)
URGENCIES = (*LAW.facts["urgency"].values, None)
FREEING = tuple(
    rule
    for rule in LAW.pack.rules
    if getattr(rule, "kind", None) not in (Kind.CHARGEABLE, Kind.PENDING)
    and rule.in_force_to != LAW.pack.standing.valid_from - timedelta(days=1)
)
DAYS = (date(2015, 4, 6), date(2017, 10, 22), date(2017, 10, 23), date(2020, 12, 31), TODAY)


def asks_first(found: Determination) -> bool:
    return any(line.may_ask_payment_first for line in found.lines)


def test_h1_no_kind_of_care_place_or_day_is_paid_first_without_a_non_urgent_record() -> None:
    """3,000 combinations, with the tourist in each."""
    facts = LAW.facts
    may, tried = 0, 0
    for urgency, kind, admitted, outpatient, day, certified in product(
        URGENCIES,
        facts["service_type"].values,
        (True, False, None),
        (True, False),
        DAYS,
        (True, False),
    ):
        told = tourist(
            urgency=urgency,
            service_type=kind,
            admitted_as_inpatient=admitted,
            service_is_outpatient_appointment=outpatient,
            service_date=day,
        )
        found = finding(told, certified=certified)
        tried += 1
        if asks_first(found):
            may += 1
            assert urgency == "non_urgent"
            assert kind != "maternity"
            assert day >= date(2017, 10, 23)
            assert found.chargeable is Charged.YES
    assert tried == 5 * 10 * 3 * 2 * 5 * 2
    assert 0 < may < tried / 10


def every_value() -> Iterator[tuple[str, FactValue]]:
    """Every fact with each value that it can hold, or a few where it can hold any."""
    for fact in LAW.facts.all:
        match fact.type:
            case FactType.BOOL:
                values: tuple[FactValue, ...] = (True, False)
            case FactType.ENUM:
                values = fact.values or ("none", "tuberculosis", "broken_leg")
            case FactType.DATE:
                values = (date(2015, 4, 6), date(2020, 12, 31), TODAY)
            case FactType.INT:
                values = (0, 3, 17, 18)
            case FactType.ALPHA2:
                values = ("GB", "ES", "CH", "AU", "US")
            case FactType.ALPHA2_LIST:
                values = (("ES",), ("US",), ("GB", "TR"))
            case _:
                values = ("none", "ihs_paid", "uk_forces")
        yield from ((fact.name, value) for value in values)


@pytest.mark.parametrize("urgency", ["immediately_necessary", "urgent", "not_assessed", None])
def test_h1_no_other_fact_takes_the_place_of_the_clinicians_record(urgency: str | None) -> None:
    for name, value in every_value():
        if name != "urgency":
            for certified in (False, True):
                assert not asks_first(
                    finding(tourist(**{"urgency": urgency, name: value}), certified=certified)
                ), (name, value)


def test_h1_no_setting_of_a_pack_takes_the_place_of_the_clinicians_record() -> None:
    """A trust may install a pack with another first day, rate or words; not with another duty."""
    standing = replace(
        LAW.pack.standing, payment_first_from=date.min, default_rate_percent=100, flag_words={}
    )
    pack = RulePack(
        standing,
        LAW.facts,
        groups=LAW.pack.groups,
        services=LAW.pack.services,
        diseases=LAW.pack.diseases,
        countries=LAW.pack.countries,
    )
    law = Law(
        facts=lambda: LAW.facts,
        questions=lambda: LAW.questions,
        pack=lambda _: pack,
        outcomes=lambda: LAW.outcomes,
    )
    for urgency in URGENCIES:
        case = Case(tourist(urgency=urgency, service_date=date(2016, 1, 1)))
        assert asks_first(determine(case, law, TODAY)) is (urgency == "non_urgent")


def held(rule: Rule, clause: Clause) -> Facts:
    """The tourist with every comparison of that clause true, on a day on which it is in force."""
    day = min(rule.in_force_to or date.max, max(rule.in_force_from, tourist_day()))
    for atom in clause:
        if atom.fact == "service_date":
            named = _value(atom, day)
            assert isinstance(named, date)
            day = named
    told: dict[str, FactValue | None] = {"service_date": day}
    for atom in clause:
        if atom.fact not in told or atom.op is not Op.NE:
            told[atom.fact] = _value(atom, day)
    return tourist(**{**told, "service_date": day})


def tourist_day() -> date:
    day = tourist()["service_date"]
    assert isinstance(day, date)
    return day


def _value(atom: Atom, day: date) -> FactValue:
    """A value of which the comparison is true."""
    value = atom.value
    if value == SERVICE_DATE:
        value = day
    if value == DISEASES:
        return "tuberculosis"
    match atom.op:
        case Op.IS_TRUE:
            return True
        case Op.IS_FALSE:
            return False
        case Op.IN:
            assert isinstance(value, tuple)
            return value[0]
        case Op.EQ | Op.LTE | Op.GTE:
            assert value is not None
            return value
        case Op.LT:
            return value - timedelta(days=1) if isinstance(value, date) else int(str(value)) - 1
        case Op.GT:
            return value + timedelta(days=1) if isinstance(value, date) else int(str(value)) + 1
        case Op.NE:
            return "other"


CLAUSES = [
    pytest.param(rule, clause, id=f"{rule.id}-{number}")
    for rule in FREEING
    for number, clause in enumerate(clauses(rule.when))
]


@pytest.mark.parametrize(("rule", "clause"), CLAUSES)
def test_h6_every_clause_that_frees_does_free(rule: Rule, clause: Clause) -> None:
    assert finding(held(rule, clause)).chargeable is Charged.NO


@pytest.mark.parametrize(("rule", "clause"), CLAUSES)
def test_h5_an_answer_missing_from_a_ground_never_charges(rule: Rule, clause: Clause) -> None:
    facts = held(rule, clause)
    for atom in clause:
        if LAW.facts[atom.fact].decided_by in ASKED:
            without = {name: value for name, value in facts.items() if name != atom.fact}
            found = finding(without)
            assert found.chargeable is not Charged.YES, atom.fact
            assert found.charging_category not in (Category.D, Category.F), atom.fact
            assert not asks_first(found)


@pytest.mark.parametrize(("rule", "clause"), CLAUSES)
def test_h5_no_certificate_charges_over_a_clinicians_missing_word(
    rule: Rule, clause: Clause
) -> None:
    facts = held(rule, clause)
    for atom in clause:
        if LAW.facts[atom.fact].decided_by is DecidedBy.CLINICIAN:
            without = {name: value for name, value in facts.items() if name != atom.fact}
            assert finding(without, certified=True).chargeable is not Charged.YES, atom.fact


def test_h5_one_thing_known_and_nothing_else_never_charges() -> None:
    for name, value in every_value():
        found = finding({name: value})
        assert found.chargeable is not Charged.YES, (name, value)
        assert not asks_first(found)


def test_h5_no_answers_to_stage_1_charge_or_exempt_anybody_on_any_booking() -> None:
    questions = [question for question in LAW.questions.stage_1 if question.options]
    given = [
        (*(Answer(AnswerState.ANSWERED, option.value) for option in question.options), None)
        for question in questions
    ]
    for said in product(*given):
        answers = {
            question.id: answer
            for question, answer in zip(questions, said, strict=True)
            if answer is not None
        }
        told = LAW.questions.facts_from(answers)
        for kind in ("other", "a_and_e", "maternity"):
            booking: Mapping[str, FactValue] = {
                "service_is_relevant": True,
                "service_type": kind,
                "admitted_as_inpatient": False,
                "service_is_outpatient_appointment": False,
                "provider_type": "nhs_trust",
            }
            found = finding({**told, **booking})
            assert found.charging_category is Category.P
            assert not asks_first(found)


def test_h5_each_answer_left_out_of_a_case_that_is_not_charged_keeps_it_so() -> None:
    for one in published():
        if one.expect["line_charged"] or one.case.certified:
            continue
        for name in one.case.facts:
            if LAW.facts[name].decided_by in ASKED:
                kept = {fact: value for fact, value in one.case.facts.items() if fact != name}
                found = determine(Case(kept), LAW, TODAY)
                assert found.chargeable is not Charged.YES, (one.id, name)


def test_h5_two_lines_never_lend_each_other_an_answer() -> None:
    """An answer known of one line alone is unknown of the other, which then waits."""
    known, open_ = determine(
        Case(
            tourist(condition_id=None),
            (Line("known", {"condition_id": "none"}), Line("open", {})),
        ),
        LAW,
        TODAY,
    ).lines
    assert (known.charged, open_.charged) == (Charged.YES, Charged.UNDETERMINED)
    assert not known.may_ask_payment_first
