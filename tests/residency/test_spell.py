"""A stay is told in parts, and each of its days has the answer it would have alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import BadInput
from app.library.law import load_law
from app.residency.determination import Case, Determination, determine
from app.residency.facts import FactValue
from app.residency.findings import Category, Charged, Days, Liable, LineFinding
from app.residency.line import Line
from app.residency.spell import LONGEST_STAY, MOST_PARTS, DatedFacts, Spells, Stay
from tests.residency.given import TODAY, Facts, by_chance, tourist, value_of
from tests.residency.likely import BEGUN, likely_case, turning_days

LAW = load_law()
SEEDS = st.integers(min_value=0, max_value=2**64)
ONE_DAY = timedelta(days=1)
Told = tuple[str, date, date, str, str | None]
WARD: dict[str, FactValue | None] = {"admitted_as_inpatient": True, "service_type": "other"}


def stay(
    first: date,
    last: date,
    facts: Facts,
    *changes: DatedFacts,
    certified: bool = True,
) -> Determination:
    """What is found of one stay of a person whose facts change."""
    line = Line("1", {"service_date": first})
    spells = Spells(changes=changes, stays={"1": Stay(last)})
    return determine(Case(facts, (line,), certified, spells=spells), LAW, TODAY)


def told(found: Determination) -> list[Told]:
    """Each part: its id, its days, charged or not, and the group or service that says so."""
    return [
        (line.id, *_days(line), line.charged.value, (*line.service_exemptions, line.group)[0])
        for line in found.lines
    ]


def _days(line: LineFinding) -> Days:
    assert line.days is not None
    return line.days


def test_a_stay_that_straddles_a_visa_grant_is_free_from_the_first_day_of_the_leave() -> None:
    """Mei Tan fell ill as a visitor; her surcharge-paid student leave began on 4 March."""
    facts = tourist(
        immigration_status="limited_leave",
        ihs_state="paid",
        leave_valid_from=date(2026, 3, 4),
        leave_valid_to=date(2027, 3, 3),
    )
    assert told(stay(date(2026, 3, 1), date(2026, 3, 9), facts)) == [
        ("1/1", date(2026, 3, 1), date(2026, 3, 3), "yes", "chargeable_visitor_non_eea"),
        ("1/2", date(2026, 3, 4), date(2026, 3, 9), "no", "ihs_paid"),
    ]
    over = stay(date(2027, 3, 2), date(2027, 3, 5), facts)
    assert told(over)[1] == (
        "1/2", date(2027, 3, 4), date(2027, 3, 5), "yes", "chargeable_visitor_non_eea"
    )  # fmt: skip


def test_a_stay_that_straddles_an_asylum_claim_is_free_from_the_claim() -> None:
    """Tesfay Haile claimed asylum from his hospital bed on 4 March."""
    claims = DatedFacts(
        date(2026, 3, 4),
        {"asylum_application_undetermined": True, "immigration_status": "asylum_pending"},
    )
    found = stay(date(2026, 3, 1), date(2026, 3, 9), tourist(country_of_residence="ER"), claims)
    assert told(found) == [
        ("1/1", date(2026, 3, 1), date(2026, 3, 3), "yes", "chargeable_visitor_non_eea"),
        ("1/2", date(2026, 3, 4), date(2026, 3, 9), "no", "asylum_seeker"),
    ]
    # A pending claim does not reach back; only the grant does (charging-rules 6.3).
    assert not found.retrospective.cancel
    assert found.chargeable is Charged.PARTLY


def test_a_stay_that_straddles_an_admission_from_a_and_e_is_charged_from_the_admission() -> None:
    """Carla Souza was seen in the emergency department, and moved to a ward two days later."""
    admitted = DatedFacts(date(2026, 3, 3), WARD)
    found = stay(date(2026, 3, 1), date(2026, 3, 6), tourist(service_type="a_and_e"), admitted)
    assert told(found) == [
        ("1/1", date(2026, 3, 1), date(2026, 3, 2), "no", "a_and_e"),
        ("1/2", date(2026, 3, 3), date(2026, 3, 6), "yes", "chargeable_visitor_non_eea"),
    ]


def test_a_stay_that_straddles_a_change_in_the_law_is_split_on_its_day() -> None:
    """Jean Martin of Lyon was on a ward over New Year 2021, when the European price ended."""
    facts = tourist(country_of_residence="FR", nationalities=("FR",), course_start_date=None)
    facts["course_start_date"] = date(2021, 1, 1)
    assert told(stay(date(2020, 12, 28), date(2021, 1, 4), facts)) == [
        ("1/1", date(2020, 12, 28), date(2020, 12, 31), "yes", "chargeable_visitor_eea_pre_2021"),
        ("1/2", date(2021, 1, 1), date(2021, 1, 4), "yes", "chargeable_visitor_eea"),
    ]


def test_a_stay_that_straddles_the_beginning_and_the_end_of_an_agreement_is_split() -> None:
    """Sigurd Jonsson of Iceland, whose agreement began in 2024, and Grace Clarke of Barbados."""
    facts = tourist(service_within_agreement_scope=True, schedule2_listed=None)
    for country, first, splits in (
        ("IS", date(2023, 12, 30), [("yes", date(2023, 12, 31)), ("no", date(2024, 1, 3))]),
        ("BB", date(2016, 9, 29), [("no", date(2016, 9, 30)), ("yes", date(2016, 10, 3))]),
    ):
        facts["country_of_residence"] = country
        found = stay(first, splits[-1][1], facts)
        assert [(line.charged.value, _days(line).last) for line in found.lines] == splits, country


def test_reg_4_4a_an_18th_birthday_on_the_ward_changes_who_owes() -> None:
    """Ada Nwosu came of age on her third day: each owes only for their own time."""
    found = stay(date(2026, 3, 1), date(2026, 3, 6), tourist(date_of_birth=date(2008, 3, 3)))
    assert [(line.days, line.liable_party) for line in found.lines] == [
        ((date(2026, 3, 1), date(2026, 3, 2)), Liable.PARENTAL_RESPONSIBILITY),
        ((date(2026, 3, 3), date(2026, 3, 6)), Liable.PATIENT),
    ]
    assert found.liable_party is Liable.PATIENT


def test_a_leap_day_child_comes_of_age_on_the_first_of_march() -> None:
    found = stay(date(2026, 2, 26), date(2026, 3, 2), tourist(date_of_birth=date(2008, 2, 29)))
    assert [line.days for line in found.lines] == [
        (date(2026, 2, 26), date(2026, 2, 28)),
        (date(2026, 3, 1), date(2026, 3, 2)),
    ]


def test_a_newborn_on_the_ward_is_free_to_the_day_before_four_months() -> None:
    """Baby Rao was born here on 10 November to a mother whose surcharge was paid."""
    facts = tourist(
        date_of_birth=date(2025, 11, 10),
        born_in_uk=True,
        left_uk_since_birth=False,
        parent_group="ihs_paid",
        family_link="child_parental_responsibility",
    )
    assert told(stay(date(2025, 11, 10), date(2026, 3, 14), facts)) == [
        ("1/1", date(2025, 11, 10), date(2026, 3, 9), "no", "child_born_uk_to_ihs_parent"),
        ("1/2", date(2026, 3, 10), date(2026, 3, 14), "yes", "chargeable_visitor_non_eea"),
    ]


def test_a_stay_with_one_answer_keeps_its_id_and_tells_its_days() -> None:
    found = stay(date(2026, 3, 1), date(2026, 3, 9), tourist())
    assert [(line.id, line.days) for line in found.lines] == [
        ("1", (date(2026, 3, 1), date(2026, 3, 9)))
    ]
    assert found.on == date(2026, 3, 9)


def test_a_line_of_a_single_day_beside_a_stay_is_told_as_ever() -> None:
    clinic, ward = Line("clinic", {}), Line("ward", {"service_date": date(2026, 3, 1)})
    spells = Spells(stays={"ward": Stay(date(2026, 3, 4))})
    found = determine(Case(tourist(), (clinic, ward), True, spells=spells), LAW, TODAY)
    alone = determine(Case(tourist(), (clinic,), True), LAW, TODAY)
    assert found.lines[0] == alone.lines[0]
    assert found.lines[0].as_json().keys() < found.lines[1].as_json().keys()


def test_the_letter_is_that_of_the_last_day_of_the_longest_stay() -> None:
    """The latest service date is a stay's last day, not the day its last part began."""
    claims = DatedFacts(date(2026, 3, 2), {"asylum_application_undetermined": True})
    lines = (Line("ward", {"service_date": date(2026, 3, 1)}), Line("clinic"))
    own = {"ward": Stay(date(2026, 3, 20), (claims,))}
    facts = tourist(service_date=date(2026, 3, 9))
    found = determine(Case(facts, lines, True, spells=Spells(stays=own)), LAW, TODAY)
    assert (found.on, found.charging_category) == (date(2026, 3, 20), Category.E)


def test_facts_taken_back_are_unknown_from_that_day() -> None:
    unsure = DatedFacts(date(2026, 3, 3), {"service_is_relevant": None})
    found = stay(date(2026, 3, 1), date(2026, 3, 4), tourist(), unsure)
    assert [line.charged.value for line in found.lines] == ["yes", "undetermined"]
    assert "service_is_relevant" in found.missing


def test_a_single_day_has_the_facts_of_that_day() -> None:
    claims = DatedFacts(TODAY, {"asylum_application_undetermined": True})
    for day, charged in ((TODAY - ONE_DAY, "yes"), (TODAY, "no")):
        case = Case(tourist(service_date=day), (), True, spells=Spells(changes=(claims,)))
        found = determine(case, LAW, TODAY)
        assert [(line.id, line.charged.value) for line in found.lines] == [("1", charged)]


def test_what_one_change_would_do_looks_at_the_whole_stay() -> None:
    facts = tourist(leave_valid_to=None)
    found = stay(date(2026, 3, 1), date(2026, 3, 9), facts, certified=False)
    change = found.nearest_other_outcome
    assert change is not None
    assert "service_date" not in change.values
    claims = DatedFacts(date(2026, 3, 4), {"asylum_application_undetermined": True})
    case = Case(facts, (), True, spells=Spells(changes=(claims,), stays={"1": Stay(TODAY)}))
    still = case.with_facts({"asylum_application_undetermined": False})
    assert still.spells is not None
    assert not still.spells.changes[0].facts
    assert case.with_facts({"service_date": TODAY}) == case


@pytest.mark.parametrize(
    ("last", "code", "words"),
    [
        (date(2026, 2, 28), "bad_value", "ends before it begins"),
        (date(2026, 3, 1) + LONGEST_STAY * ONE_DAY, "too_long", "ten years"),
    ],
)
def test_days_that_make_no_stay_are_refused(last: date, code: str, words: str) -> None:
    with pytest.raises(BadInput, match=words) as refused:
        stay(date(2026, 3, 1), last, tourist())
    assert (refused.value.code, refused.value.field) == (code, "service_date_to")


def test_a_case_of_too_many_parts_is_refused() -> None:
    lines = tuple(Line(str(n), {"service_date": date(2016, 4, 6)}) for n in range(100))
    stays = {line.id: Stay(date(2026, 4, 5)) for line in lines}
    with pytest.raises(BadInput, match=str(MOST_PARTS)):
        determine(Case(tourist(), lines, spells=Spells(stays=stays)), LAW, TODAY)


def test_a_stay_from_before_the_scheme_is_refused_by_its_first_day() -> None:
    with pytest.raises(BadInput) as refused:
        stay(BEGUN - ONE_DAY, BEGUN + ONE_DAY, tourist())
    assert refused.value.code == "date_out_of_range"


def test_the_last_days_there_are_make_a_stay_too() -> None:
    facts = tourist(leave_valid_to=date.max, date_of_birth=date(9990, 1, 1))
    assert stay(date.max - 3 * ONE_DAY, date.max, facts).lines


@settings(max_examples=150)
@given(seed=SEEDS)
def test_every_day_of_a_stay_belongs_to_one_part_and_has_the_answer_it_has_alone(
    seed: int,
) -> None:
    chance = Random(seed)
    case, days = _stay_by_chance(chance)
    found = determine(case, LAW, TODAY)
    assert [line.id for line in found.lines] == (
        ["1"] if len(found.lines) == 1 else [f"1/{n + 1}" for n in range(len(found.lines))]
    )
    settled = found.charging_category is not Category.P
    told = [(day, line) for line in found.lines for day in _each(_days(line))]
    assert [day for day, _ in told] == list(_each(days))
    for day, line in told:
        alone = determine(_alone(case, day), LAW, TODAY)
        # Asking to be paid first waits for the whole case, of which one day is not the whole.
        asks = line.may_ask_payment_first
        assert asks <= settled, day
        if settled and alone.charging_category is not Category.P:
            assert asks is alone.lines[0].may_ask_payment_first, day
        assert _bare(line) == _bare(alone.lines[0])._replace(may_ask_payment_first=asks), day
        back = alone.retrospective if alone.retrospective.cancel else None
        assert (line.retrospective and line.retrospective.reason) == (back and back.reason), day
    for before, after in zip(found.lines, found.lines[1:], strict=False):
        assert (_bare(before), before.retrospective) != (_bare(after), after.retrospective)
    last = determine(_alone(case, days.last), LAW, TODAY)
    assert found.ordinarily_resident is last.ordinarily_resident
    if Charged.UNDETERMINED not in (found.chargeable, last.chargeable):
        assert found.charging_category is last.charging_category


@settings(max_examples=100)
@given(seed=SEEDS)
def test_turning_days_are_all_that_is_looked_at_and_all_that_is_needed(seed: int) -> None:
    """A change that says nothing new splits nothing, on whatever day it is told."""
    chance = Random(seed)
    case, days = _stay_by_chance(chance)
    assert case.spells is not None
    name = chance.choice(sorted(case.facts) or ["war_pension"])
    idle = DatedFacts(days.first, {})
    again = DatedFacts(BEGUN - ONE_DAY, {name: case.facts.get(name)})
    same = replace(case, spells=replace(case.spells, changes=(again, *case.spells.changes, idle)))
    assert determine(same, LAW, TODAY) == determine(case, LAW, TODAY)


def _stay_by_chance(chance: Random) -> tuple[Case, Days]:
    """A stay about a day on which the law turns, of a person of whom much may change."""
    if chance.random() < 0.6:
        drawn = likely_case(chance)
        facts = dict(drawn.facts)
        middle = facts.pop("service_date")
        assert isinstance(middle, date)
    else:
        facts, middle = by_chance(chance), chance.choice(turning_days())
        facts.pop("service_date", None)
    first = max(BEGUN, middle - chance.randint(0, 8) * ONE_DAY)
    days = Days(first, first + chance.randint(0, 16) * ONE_DAY)
    if chance.random() < 0.5:
        facts = {**facts, **_dates_within(days, chance)}
    changes = tuple(_change(days, chance) for _ in range(chance.choice((0, 0, 1, 2, 3))))
    own = tuple(_change(days, chance) for _ in range(chance.choice((0, 0, 1))))
    line = Line("1", {"service_date": first})
    spells = Spells(changes=changes, stays={"1": Stay(days.last, own)})
    return Case(facts, (line,), chance.random() < 0.5, spells=spells), days


def _dates_within(days: Days, chance: Random) -> Facts:
    """Leave, application and birth on days of the stay, or an age reached in it."""
    some = [*_each(days)]
    names = ("leave_valid_from", "leave_valid_to", "euss_application_date")
    facts: Facts = {name: chance.choice(some) for name in names if chance.random() < 0.5}
    if chance.random() < 0.5:
        day = chance.choice(some)
        years = chance.choice((0, 18))
        facts["date_of_birth"] = day.replace(year=day.year - years, day=min(day.day, 28))
    return facts


def _change(days: Days, chance: Random) -> DatedFacts:
    names = [fact.name for fact in LAW.facts.all if fact.name not in ("service_date", "age_years")]
    facts: dict[str, FactValue | None] = {
        name: value_of(LAW.facts[name], chance) if chance.random() < 0.8 else None
        for name in chance.sample(names, chance.randint(1, 4))
    }
    return DatedFacts(days.first + chance.randint(-2, 18) * ONE_DAY, facts)


def _alone(case: Case, day: date) -> Case:
    """One day of the stay as a plain case, worked out the slow way."""
    assert case.spells is not None
    (line,) = case.lines
    known: dict[str, FactValue | None] = dict(case.facts)
    for layer in (case.spells.changes, case.spells.stays["1"].changes):
        for change in sorted(layer, key=lambda one: one.since):
            if change.since <= day:
                known |= change.facts
    return Case(
        {name: value for name, value in known.items() if value is not None},
        (Line(line.id, {"service_date": day}),),
        case.certified,
    )


def _each(days: Days) -> list[date]:
    return [days.first + n * ONE_DAY for n in range((days.last - days.first).days + 1)]


def _bare(line: LineFinding) -> LineFinding:
    return line._replace(id="", days=None, retrospective=None)
