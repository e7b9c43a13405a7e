"""The time inside a registration: stays, answers from a day, history, and the family's records."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.casework.review import Choice
from app.casework.urgency import Urgency
from app.core.errors import BadInput, Known, NotAllowed, NotFound
from app.machine import FixedClock
from app.residency.determination import Case
from app.residency.findings import Charged
from app.residency.questions import AnswerState
from app.services import estimating, redetermining, review, stays
from app.services.answers import case_of, find_out
from app.services.desk import Desk
from app.services.estimating import request_from
from app.services.replaying import replay
from app.store import audit, determinations, estimates, registrations
from app.store import stays as kept_stays
from tests.desks import add_visitor, register_visitor
from tests.services.work import (
    answer,
    chargeable,
    decide,
    estimate,
    form,
    interview,
    invoice,
    later,
    seated,
    visitor,
)

CLAIMED = ("claimed_pending",)


def stay(desk: Desk, case: str, first: str, last: str = "", ward: str = "") -> None:
    """The officer's record of when somebody is here."""
    later(desk)
    with seated(desk, "officer"):
        stays.set_stay(desk, case, first=first, last=last, ward=ward)


def claim(desk: Desk, case: str, since: str) -> None:
    """The patient claims asylum on the ward."""
    later(desk)
    with seated(desk, "officer"):
        stays.answer_from(desk, case, "s2_protection", CLAIMED, since=since)


def shown(desk: Desk, case: str) -> stays.TimeInside:
    """What the officer sees."""
    with seated(desk, "officer"):
        return stays.time_inside(desk, case)


def parts(desk: Desk, case: str) -> list[tuple[str, str, str]]:
    """The parts found now: id, last day, charged or not."""
    found = find_out(desk, case, certified=True)
    return [
        (line.id, str(line.days.last if line.days else found.on), line.charged.value)
        for line in found.lines
    ]


def course(case: Case, on: date) -> object:
    """What the history says of an earlier exemption on a day."""
    told = case.facts["earlier_exemption_in_course"]
    for change in case.spells.changes if case.spells else ():
        if change.since <= on:
            told = change.facts.get("earlier_exemption_in_course") or told
    return told


def student(desk: Desk, case: str) -> None:
    """Surcharge-paid leave from 1 March 2026 for a year."""
    with seated(desk, "officer"):
        answer(desk, case, "s2_permission", "visa_more_than_6_months")
        review.answer(desk, case, "s2_permission_dates", ("2026-03-01", "2027-02-28"))
        answer(desk, case, "s2_ihs", "paid")


def test_a_registration_without_a_stay_is_one_day_as_ever(desk: Desk) -> None:
    case = case_of(desk, visitor(desk))
    assert case.spells is None
    assert [dict(line.facts) for line in case.lines] == [{"service_date": desk.today}]


@pytest.mark.parametrize(("ward", "moved"), [("8/3/26", "2026-03-08"), ("6/3/26", "2026-03-06")])
def test_reg_9_an_admission_from_a_and_e_is_charged_from_its_day(
    desk: Desk, ward: str, moved: str
) -> None:
    """On the day of the move the emergency care stays free, and the ward is charged."""
    case = chargeable(desk, booking="emergency")
    stay(desk, case, "6/3/26", "9/3/26", ward)
    assert parts(desk, case) == [("1", moved, "no"), ("2", "2026-03-09", "yes")]
    stay(desk, case, "6/3/26", "9/3/26")
    assert parts(desk, case) == [("1", "2026-03-09", "no")]


def test_somebody_still_here_has_a_stay_that_grows(desk: Desk) -> None:
    case = chargeable(desk)
    stay(desk, case, "6/3/26")
    assert parts(desk, case) == [("1", "2026-03-09", "yes")]
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(desk.clock.now() + timedelta(days=3))
    assert parts(desk, case) == [("1", "2026-03-12", "yes")]
    assert shown(desk, case).still_here


def test_an_asylum_claim_on_the_ward_makes_the_days_from_it_free(desk: Desk) -> None:
    case = chargeable(desk)
    stay(desk, case, "1/3/26", "9/3/26")
    claim(desk, case, "4/3/26")
    assert parts(desk, case) == [("1/1", "2026-03-03", "yes"), ("1/2", "2026-03-09", "no")]
    (line,) = shown(desk, case).dated
    assert (line.question_id, line.shown, line.since) == (
        "s2_protection",
        "Claimed, not yet decided",
        date(2026, 3, 4),
    )
    with seated(desk, "officer"):
        stays.take_back_answer_from(desk, case, "s2_protection", since=date(2026, 3, 4))
    assert parts(desk, case) == [("1", "2026-03-09", "yes")]
    with seated(desk, "officer"), pytest.raises(Known):
        stays.take_back_answer_from(desk, case, "s2_protection", since=date(2026, 3, 4))


def test_the_booking_outweighs_a_dated_answer_and_one_that_says_nothing_new_splits_nothing(
    desk: Desk,
) -> None:
    case = chargeable(desk)
    stay(desk, case, "1/3/26", "9/3/26")
    with seated(desk, "officer"):
        stays.answer_from(desk, case, "s2_protection", ("none",), since="4/3/26")
        stays.answer_from(desk, case, "s2_dob", "2010-01-01", since="5/3/26")
    spells = case_of(desk, case).spells
    assert spells is not None
    assert spells.changes == ()


def test_an_answer_may_become_unknown_from_a_day(desk: Desk) -> None:
    case = chargeable(desk)
    stay(desk, case, "1/3/26", "9/3/26")
    with seated(desk, "officer"):
        stays.answer_from(
            desk, case, "s2_protection", None, since="4/3/26", state=AnswerState.REFUSED
        )
    spells = case_of(desk, case).spells
    assert spells is not None
    assert spells.changes[0].facts["asylum_application_undetermined"] is None


def test_h12_the_parts_are_hidden_until_somebody_has_decided(desk: Desk) -> None:
    case = chargeable(desk)
    stay(desk, case, "1/3/26", "9/3/26")
    claim(desk, case, "4/3/26")
    assert shown(desk, case).parts == ()
    decide(desk, case, Choice.EXEMPT)
    assert [(part.days, part.charged) for part in shown(desk, case).parts] == [
        ("01-Mar-2026 to 03-Mar-2026", "Charged"),
        ("04-Mar-2026 to 09-Mar-2026", "Free"),
    ]
    assert all("SI 2015/238" in part.why for part in shown(desk, case).parts)


def test_h9_a_determination_of_a_stay_is_made_again_to_the_same_bytes(desk: Desk) -> None:
    case = chargeable(desk)
    stay(desk, case, "1/3/26")
    claim(desk, case, "4/3/26")
    decide(desk, case, Choice.EXEMPT)
    with seated(desk, "auditor"):
        assert all(one.same for one in replay(desk))


def test_reg_5_a_charge_decided_before_is_dropped_for_the_days_found_free_now(desk: Desk) -> None:
    case = chargeable(desk)
    stay(desk, case, "1/3/26", "9/3/26")
    decide(desk, case)
    stored = determinations.latest(desk.db, case)
    assert stored is not None
    assert not stored.result["retrospective"]["cancel"]
    claim(desk, case, "4/3/26")
    decide(desk, case, Choice.EXEMPT)
    stored = determinations.latest(desk.db, case)
    assert stored is not None
    back = [part["retrospective"] for part in stored.result["lines"]]
    assert [(one["cancel"], one["from"], one["to"]) for one in back] == [
        (False, None, None),
        (True, "2026-03-04", "2026-03-09"),
    ]
    assert "reg 5(3)(a)" in back[1]["reason"]
    assert stored.result["retrospective"]["from"] == "2026-03-04"


def test_reg_5_a_reversed_charge_of_one_day_says_so(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case)
    later(desk)
    with seated(desk, "officer"):
        answer(desk, case, "s2_protection", "claimed_pending")
    decide(desk, case, Choice.EXEMPT)
    stored = determinations.latest(desk.db, case)
    assert stored is not None
    back = stored.result["retrospective"]
    assert (back["cancel"], back["from"], back["to"]) == (True, "2026-03-09", "2026-03-09")
    assert "from" not in stored.result["lines"][0]


def test_reg_3_5_an_exemption_decided_before_protects_the_course_it_began(desk: Desk) -> None:
    """Treatment begun as an asylum seeker goes on free after the refusal, if a clinician says it
    is one unfinished course."""
    patient = add_visitor(desk)
    first = register_visitor(desk, patient)
    form(desk, first)
    interview(desk, first, s2_protection="claimed_pending")
    decide(desk, first, Choice.EXEMPT)
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(desk.clock.now() + timedelta(days=30))
    with seated(desk, "clerk"):
        second = register_visitor(desk, patient)
    form(desk, second)
    interview(desk, second, s2_protection="refused_final")
    assert case_of(desk, second).facts["earlier_exemption_in_course"] == "protected"
    assert find_out(desk, second, certified=True).chargeable.value == "undetermined"
    with seated(desk, "clinician"):
        review.record_urgency(
            desk,
            second,
            urgency_value=Urgency.URGENT,
            clinician_name="",
            decided_on="today",
            clinical={"s2_c_same_course": "yes", "s2_c_course_complete": "no"},
        )
    found = find_out(desk, second, certified=True)
    assert [group.id for group in found.groups] == ["course_of_treatment_easement"]


def test_reg_3_5_a_surcharge_protects_no_course(desk: Desk) -> None:
    patient = add_visitor(desk)
    first = register_visitor(desk, patient)
    form(desk, first)
    interview(desk, first)
    student(desk, first)
    decide(desk, first, Choice.EXEMPT)
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(desk.clock.now() + timedelta(days=30))
    with seated(desk, "clerk"):
        second = register_visitor(desk, patient)
    assert case_of(desk, second).facts["earlier_exemption_in_course"] == "unprotected"
    with seated(desk, "clerk"):
        other = register_visitor(desk, add_visitor(desk, family_name="Adeyemi"))
    assert case_of(desk, other).facts["earlier_exemption_in_course"] == "none"


@pytest.mark.parametrize("choice", [Choice.EXEMPT, Choice.CHARGE])
def test_reg_3_5_an_exemption_that_ends_on_the_ward_is_history_from_its_second_day(
    desk: Desk, choice: Choice
) -> None:
    """A decision to charge the first days has found the later ones exempt as well."""
    case = chargeable(desk)
    stay(desk, case, "1/3/26", "9/3/26")
    claim(desk, case, "4/3/26")
    decide(desk, case, choice)
    found = case_of(desk, case)
    assert [course(found, date(2026, 3, day)) for day in (3, 4, 5, 9)] == [
        "none",
        "none",
        "protected",
        "protected",
    ]


def test_an_exemption_beyond_the_rules_is_taken_to_protect(desk: Desk) -> None:
    patient = add_visitor(desk)
    first = register_visitor(desk, patient)
    form(desk, first)
    interview(desk, first)
    decide(desk, first, Choice.EXEMPT)
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(desk.clock.now() + timedelta(days=30))
    with seated(desk, "clerk"):
        second = register_visitor(desk, patient)
    assert case_of(desk, second).facts["earlier_exemption_in_course"] == "protected"


def baby(desk: Desk, *, mother: str) -> str:
    """A baby born here on 2 March 2026, whose mother's record is linked."""
    later(desk)
    case = visitor(desk, given_names="Baby", born_years_ago=0)
    with seated(desk, "officer"):
        stays.link_family(desk, case, relation="parent", patient_id=mother)
    return case


def test_reg_25_3_a_babys_cover_comes_from_what_was_decided_of_the_mother(desk: Desk) -> None:
    mother = add_visitor(desk)
    hers = register_visitor(desk, mother)
    form(desk, hers)
    interview(desk, hers)
    student(desk, hers)
    case = baby(desk, mother=mother.patient_id)
    assert "parent_group" not in case_of(desk, case).facts, "suggested is not decided"
    decide(desk, hers, Choice.EXEMPT)
    assert case_of(desk, case).facts["parent_group"] == "ihs_paid"
    assert shown(desk, case).family == (stays.KinLine("parent", "Child of", mother.name),)
    with seated(desk, "officer"):
        stays.link_family(desk, case, relation="parent", patient_id=None)
    assert "parent_group" not in case_of(desk, case).facts
    assert shown(desk, case).family == ()


def test_a_decision_covers_the_days_on_which_its_ground_holds(desk: Desk) -> None:
    """The mother's leave began on 1 March: the baby's days before that are not known."""
    mother = add_visitor(desk)
    hers = register_visitor(desk, mother)
    form(desk, hers)
    interview(desk, hers)
    student(desk, hers)
    decide(desk, hers, Choice.EXEMPT)
    case = baby(desk, mother=mother.patient_id)
    stay(desk, case, "27/2/26", "3/3/26")
    found = case_of(desk, case)
    assert "parent_group" not in found.facts
    assert found.spells is not None
    (change,) = found.spells.changes
    assert (change.since, change.facts) == (date(2026, 3, 1), {"parent_group": "ihs_paid"})


def test_a_charged_principal_is_known_to_be_in_no_group(desk: Desk) -> None:
    principal = add_visitor(desk)
    theirs = register_visitor(desk, principal)
    form(desk, theirs)
    interview(desk, theirs)
    decide(desk, theirs)
    case = visitor(desk, family_name="Adeyemi")
    with seated(desk, "officer"):
        stays.link_family(desk, case, relation="principal", patient_id=principal.patient_id)
    assert case_of(desk, case).facts["family_principal_group"] == "none"


def test_a_principal_in_doubt_again_tells_nothing(desk: Desk) -> None:
    principal = add_visitor(desk)
    theirs = register_visitor(desk, principal)
    form(desk, theirs)
    interview(desk, theirs)
    decide(desk, theirs)
    with seated(desk, "officer"):
        answer(desk, theirs, "s2_protection", "claimed_pending")
    case = visitor(desk, family_name="Adeyemi")
    with seated(desk, "officer"):
        stays.link_family(desk, case, relation="principal", patient_id=principal.patient_id)
    assert "family_principal_group" not in case_of(desk, case).facts


def test_two_people_linked_to_each_other_are_no_circle(desk: Desk) -> None:
    one, other = add_visitor(desk), add_visitor(desk, family_name="Adeyemi")
    with seated(desk, "clerk"):
        first, second = register_visitor(desk, one), register_visitor(desk, other)
    with seated(desk, "officer"):
        stays.link_family(desk, first, relation="principal", patient_id=other.patient_id)
        stays.link_family(desk, second, relation="principal", patient_id=one.patient_id)
    assert case_of(desk, first).lines


@pytest.mark.parametrize(
    ("days", "field"),
    [
        (("5/4/2015", "9/4/2015", ""), "first"),
        (("9/3/26", "8/3/26", ""), "last"),
        (("1/3/2016", "9/3/26", ""), "last"),
        (("1/3/26", "9/3/26", "10/3/26"), "ward"),
        (("1/3/26", "", "28/2/26"), "ward"),
        (("soon", "", ""), "first"),
    ],
)
def test_days_that_make_no_stay_are_refused_and_nothing_is_kept(
    desk: Desk, days: tuple[str, str, str], field: str
) -> None:
    case = visitor(desk, booking="emergency")
    with pytest.raises(BadInput) as refused:
        stay(desk, case, *days)
    assert refused.value.field == field
    assert kept_stays.of(desk.db, case) is None


def test_only_an_emergency_visit_moves_to_a_ward(desk: Desk) -> None:
    case = visitor(desk, booking="outpatient")
    assert not shown(desk, case).moves_to_ward
    with pytest.raises(BadInput, match="Only an emergency visit"):
        stay(desk, case, "1/3/26", "9/3/26", "3/3/26")


def test_an_answer_from_a_day_needs_a_stay_and_a_day_of_it(desk: Desk) -> None:
    case = visitor(desk)
    with pytest.raises(Known, match="Enter the stay first"):
        claim(desk, case, "4/3/26")
    stay(desk, case, "1/3/26", "9/3/26")
    for day in ("1/3/26", "10/3/26"):
        with pytest.raises(BadInput) as refused:
            claim(desk, case, day)
        assert refused.value.field == "since"


def test_h3_a_clinicians_answer_is_the_clinicians_on_every_day(desk: Desk) -> None:
    case = visitor(desk)
    stay(desk, case, "1/3/26", "9/3/26")
    with seated(desk, "officer"), pytest.raises(NotAllowed):
        stays.answer_from(desk, case, "s2_c_condition", "malaria", since="4/3/26")


def test_a_family_link_is_to_another_patient_there_is(desk: Desk) -> None:
    patient = add_visitor(desk)
    with seated(desk, "clerk"):
        case = register_visitor(desk, patient)
    with seated(desk, "officer"):
        with pytest.raises(BadInput, match="same patient"):
            stays.link_family(desk, case, relation="parent", patient_id=patient.patient_id)
        with pytest.raises(BadInput, match="parent, principal"):
            stays.link_family(desk, case, relation="cousin", patient_id=patient.patient_id)
        with pytest.raises(NotFound):
            stays.link_family(desk, case, relation="parent", patient_id="nobody")


def test_a_stay_is_determined_again_under_the_law_of_another_day(desk: Desk) -> None:
    case = chargeable(desk)
    stay(desk, case, "1/3/26", "9/3/26")
    claim(desk, case, "4/3/26")
    decide(desk, case, Choice.EXEMPT)
    with seated(desk, "officer"):
        done = redetermining.redetermine(desk, desk.pack, on=date(2026, 3, 6))
        before = redetermining.redetermine(desk, desk.pack, on=date(2026, 3, 2))
    assert (done.not_determined, before.not_determined) == ((), ())
    (change,) = before.changed
    assert change.after.chargeable is Charged.YES


def test_a_ward_stay_after_a_free_emergency_is_priced_at_the_rate_of_the_ward(desk: Desk) -> None:
    case = chargeable(desk, booking="emergency")
    stay(desk, case, "6/3/26", "9/3/26", "7/3/26")
    decide(desk, case)
    assert find_out(desk, case, certified=True).lines[0].rate_percent == 0
    estimate(desk, case)
    stored = request_from(dict(estimates.of(desk.db, case)[-1].body))
    assert {line.rate_percent for line in stored.lines} == {150}
    invoice(desk, case)


def test_h1_payment_first_for_a_stay_rests_on_the_charged_days_alone(desk: Desk) -> None:
    case = chargeable(desk)
    stay(desk, case, "1/3/26", "9/3/26")
    claim(desk, case, "4/3/26")
    decide(desk, case)
    estimate(desk, case)
    with seated(desk, "officer"):
        assert estimating.payment_first_stands(desk, case)
    form(desk, case, Urgency.URGENT)
    with seated(desk, "officer"):
        assert not estimating.payment_first_stands(desk, case)


def test_h9_days_charged_at_two_rates_are_not_priced_at_one(desk: Desk) -> None:
    """A visitor from France, on a ward when the European price ended."""
    case = chargeable(desk)
    with seated(desk, "officer"):
        answer(desk, case, "s2_country_of_residence", "FR")
    stay(desk, case, "29/12/20", "2/1/21")
    decide(desk, case)
    rates = {line.rate_percent for line in find_out(desk, case, certified=True).lines}
    assert len(rates) == 2
    with pytest.raises(Known, match="more than one rate"):
        estimate(desk, case)


def test_every_act_stands_in_the_audit(desk: Desk) -> None:
    case = visitor(desk)
    stay(desk, case, "1/3/26", "9/3/26")
    claim(desk, case, "4/3/26")
    with seated(desk, "officer"):
        stays.link_family(desk, case, relation="parent", patient_id=add_visitor_as_clerk(desk))
    acts = [row.happening.act for row in audit.latest(desk.db, subject=case, limit=3)]
    assert sorted(acts) == ["answered_from", "family_linked", "stay_recorded"]


def test_h5_what_holds_from_a_day_puts_a_decided_charge_back_in_the_queue(desk: Desk) -> None:
    case = chargeable(desk)
    stay(desk, case, "1/3/26", "9/3/26")
    decide(desk, case)
    assert registrations.get(desk.db, case).review == "decided"
    claim(desk, case, "4/3/26")
    assert find_out(desk, case, certified=True).chargeable is Charged.PARTLY
    assert registrations.get(desk.db, case).review == "waiting"


def test_h5_a_ward_that_never_was_puts_its_charge_back_in_the_queue(desk: Desk) -> None:
    case = chargeable(desk, booking="emergency")
    stay(desk, case, "6/3/26", "9/3/26", "7/3/26")
    decide(desk, case)
    stored = determinations.latest(desk.db, case)
    assert stored is not None
    assert not stored.result["retrospective"]["cancel"], "the day of the move is charged once"
    later(desk)
    with seated(desk, "officer"):
        review.answer(desk, case, "s2_purpose", "holiday")
    assert registrations.get(desk.db, case).review == "decided"
    stay(desk, case, "6/3/26", "9/3/26")
    assert registrations.get(desk.db, case).review == "waiting"
    back = find_out(desk, case, certified=True).retrospective
    assert (back.since, back.until) == (date(2026, 3, 7), date(2026, 3, 9))


def add_visitor_as_clerk(desk: Desk) -> str:
    with seated(desk, "clerk"):
        return add_visitor(desk, family_name="Adeyemi").patient_id
