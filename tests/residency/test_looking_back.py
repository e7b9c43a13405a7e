"""When a charge is dropped or repaid (charging-rules 6.3), and for which days of a stay.

The rows of 6.3 about advances (regs 3(4A)(b), 5(3)(b) and (c)) turn on money taken and not on a
person's status; they have no finding here.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from app.library.law import load_law
from app.residency.determination import Case, Determination, determine
from app.residency.facts import FactValue
from app.residency.findings import NOT_RETROSPECTIVE, Charged, Days
from app.residency.line import Line
from app.residency.spell import DatedFacts, Spells, Stay
from app.residency.telling import frees_charged_days
from tests.residency.given import TODAY, tourist

LAW = load_law()
ONE_DAY = timedelta(days=1)


def found_of(
    first: date,
    last: date,
    *changes: DatedFacts,
    charged: tuple[Days, ...] = (),
    **facts: FactValue | None,
) -> Determination:
    """A stay from the first day to the last; `charged` are days charged before."""
    line = Line("1", {"service_date": first})
    spells = Spells(changes=changes, stays={"1": Stay(last, charged=charged)})
    return determine(Case(tourist(**facts), (line,), True, spells=spells), LAW, TODAY)


def days(found: Determination) -> list[tuple[date, date]]:
    """The days of each part whose charges are dropped."""
    reached = []
    for line in found.lines:
        back = line.retrospective
        if back is not None:
            assert back.cancel
            assert back.since
            assert back.until
            assert line.charged is Charged.NO
            assert line.days == (back.since, back.until)
            reached.append((back.since, back.until))
    return reached


def regulation(found: Determination) -> str:
    """Where the case's look-back stands."""
    reason = found.retrospective.reason or ""
    return reason[reason.rfind(" reg ") + 5 : -1]


def test_reg_5_3_a_a_card_proved_late_drops_the_charge_made_for_its_days() -> None:
    """Lena Vogel showed her certificate after she had been charged for 2 to 5 March."""
    first, last = date(2026, 3, 2), date(2026, 3, 8)
    charged = (Days(first, date(2026, 3, 5)),)
    german: dict[str, FactValue | None] = {"country_of_residence": "DE"}
    proved = DatedFacts(
        first,
        {
            "entitlement_document": "prc",
            "entitlement_document_issuer": "DE",
            "entitlement_document_valid_on_service_date": True,
            "tca_entitlement": True,
            "medically_necessary_during_stay": True,
        },
    )
    before = found_of(first, last, charged=charged, **german)
    assert before.chargeable is Charged.YES
    assert not before.retrospective.cancel
    now = found_of(first, last, proved, charged=charged, **german)
    assert days(now) == [(first, date(2026, 3, 5))]
    assert regulation(now) == "5(3)(a)"
    assert now.retrospective.repay
    assert (now.retrospective.since, now.retrospective.until) == (first, date(2026, 3, 5))


def test_reg_5_a_day_found_free_that_nobody_charged_drops_nothing() -> None:
    found = found_of(TODAY, TODAY, war_pension=True, charged=(Days(date.min, TODAY - ONE_DAY),))
    assert found.chargeable is Charged.NO
    assert found.retrospective == NOT_RETROSPECTIVE


def test_reg_5_a_single_day_charged_before_is_told_for_that_day() -> None:
    charged = Spells(stays={"1": Stay(charged=(Days(TODAY, TODAY),))})
    facts = tourist(war_pension=True, service_date=TODAY)
    found = determine(Case(facts, (), True, spells=charged), LAW, TODAY)
    assert (found.retrospective.since, found.retrospective.until) == (TODAY, TODAY)
    assert found.lines[0].days is None


def test_reg_6_the_grant_of_protection_reaches_back_to_the_time_before_the_claim() -> None:
    """Yonas Tesfay, since granted asylum, was here to claim on 2 March and claimed on the 5th."""
    claimed = DatedFacts(
        date(2026, 3, 5),
        {"lookback_position_on_service_date": False, "asylum_application_undetermined": True},
    )
    found = found_of(
        date(2026, 3, 2),
        date(2026, 3, 8),
        claimed,
        became_exempt_later="refugee",
        lookback_position_on_service_date=True,
    )
    assert found.chargeable is Charged.NO
    assert days(found) == [(date(2026, 3, 2), date(2026, 3, 4))]
    assert regulation(found) == "6(1)-(3)"


def test_reg_6_a_claim_still_pending_reaches_back_over_nothing() -> None:
    claimed = DatedFacts(date(2026, 3, 5), {"asylum_application_undetermined": True})
    found = found_of(
        date(2026, 3, 2), date(2026, 3, 8), claimed, lookback_position_on_service_date=True
    )
    assert found.chargeable is Charged.PARTLY
    assert found.retrospective == NOT_RETROSPECTIVE


@pytest.mark.parametrize(
    ("became", "where"),
    [
        ("slavery_victim", "6(1)-(3)"),
        ("refugee_dependant", "6(1A), (2)-(3)"),
        ("slavery_family", "6(1A), (2)-(3)"),
    ],
)
def test_reg_6_victims_dependants_and_family_are_covered_while_in_that_position(
    became: str, where: str
) -> None:
    arrived = DatedFacts(date(2026, 3, 4), {"lookback_position_on_service_date": True})
    found = found_of(date(2026, 3, 2), date(2026, 3, 8), arrived, became_exempt_later=became)
    assert days(found) == [(date(2026, 3, 4), date(2026, 3, 8))]
    assert regulation(found) == where


def test_reg_6_1a_does_not_limit_how_old_the_care_is() -> None:
    found = found_of(
        date(2019, 5, 1),
        date(2019, 5, 3),
        became_exempt_later="refugee_dependant",
        lookback_position_on_service_date=True,
    )
    assert days(found) == [(date(2019, 5, 1), date(2019, 5, 3))]


def test_reg_13a_a_late_application_drops_charges_from_its_day_to_the_decision() -> None:
    """Piotr Nowak applied on 4 March and was refused for good on the 7th."""
    decided = DatedFacts(date(2026, 3, 7), {"euss_application_finally_determined": True})
    found = found_of(
        date(2026, 3, 1),
        date(2026, 3, 9),
        decided,
        overseas_visitor_by_s39=True,
        euss_eligible_to_apply=True,
        euss_application_valid=True,
        euss_application_date=date(2026, 3, 4),
        euss_application_finally_determined=False,
    )
    assert days(found) == [(date(2026, 3, 4), date(2026, 3, 6))]
    assert regulation(found) == "13A(5)"
    assert [line.charged.value for line in found.lines] == ["yes", "no", "yes"]


def test_reg_22a_ukraine_reaches_back_to_24_february_2022() -> None:
    """Oksana Bondar was on a ward from 22 February to 20 March 2022."""
    found = found_of(
        date(2022, 2, 22), date(2022, 3, 20), residence_is_ukraine=True, country_of_residence="UA"
    )
    assert [(line.charged.value, line.days) for line in found.lines] == [
        ("yes", (date(2022, 2, 22), date(2022, 2, 23))),
        ("no", (date(2022, 2, 24), date(2022, 3, 17))),
        ("no", (date(2022, 3, 18), date(2022, 3, 20))),
    ]
    assert days(found) == [(date(2022, 2, 24), date(2022, 3, 17))]
    assert regulation(found) == "22A(2)-(4)"


def test_reg_9_monkeypox_reaches_back_to_1_may_2022() -> None:
    found = found_of(date(2022, 4, 29), date(2022, 6, 10), condition_id="monkeypox")
    assert days(found) == [(date(2022, 5, 1), date(2022, 6, 7))]
    assert regulation(found) == "9(2)-(3)"
    assert [line.charged.value for line in found.lines] == ["yes", "no", "no"]


@pytest.mark.parametrize(
    "facts",
    [
        {"condition_caused_by_violence": "fgm"},
        {"asylum_application_rejected": True, "support_care_act_accommodation": True},
    ],
)
@pytest.mark.parametrize(("provider", "repay"), [("nhs_trust", True), ("other_provider", False)])
def test_reg_6a_reaches_to_31_january_2016_and_only_nhs_bodies_repay(
    facts: dict[str, Any], provider: str, repay: bool
) -> None:
    found = found_of(date(2016, 1, 29), date(2016, 2, 3), provider_type=provider, **facts)
    assert days(found) == [(date(2016, 1, 29), date(2016, 1, 31))]
    assert regulation(found) == "6A"
    assert found.retrospective.repay is repay


def test_a_surcharge_paid_after_the_treatment_drops_nothing() -> None:
    """Cover starts with the leave, so a charge for the days before it stands."""
    first, last = date(2026, 3, 1), date(2026, 3, 9)
    found = found_of(
        first,
        last,
        charged=(Days(first, date(2026, 3, 3)),),
        immigration_status="limited_leave",
        ihs_state="paid",
        leave_valid_from=date(2026, 3, 4),
        leave_valid_to=date(2027, 3, 3),
    )
    assert found.retrospective == NOT_RETROSPECTIVE


def test_becoming_a_resident_later_drops_nothing() -> None:
    settled = DatedFacts(
        date(2026, 3, 4), {"immigration_status": "ilr_ile", "residence_uk_settled_purpose": True}
    )
    first, last = date(2026, 3, 1), date(2026, 3, 9)
    found = found_of(first, last, settled, charged=(Days(first, date(2026, 3, 3)),))
    assert [line.charged.value for line in found.lines] == ["yes", "no"]
    assert found.retrospective == NOT_RETROSPECTIVE


def test_a_day_charged_before_and_free_now_is_noticed_on_its_own_line_alone() -> None:
    """On the day of a move to a ward the emergency line is free and only the ward is charged."""
    charged = Stay(TODAY, charged=(Days(TODAY, TODAY),))
    facts = tourist(service_type="a_and_e")
    emergency = Line("1", {"service_date": TODAY})
    ward = Line("2", {"service_date": TODAY, "service_type": "other"})
    for of, freed in (("2", False), ("1", True)):
        spells = Spells(stays={of: charged})
        found = determine(Case(facts, (emergency, ward), True, spells=spells), LAW, TODAY)
        assert frees_charged_days(found.lines, spells, found.on) is freed, of


def test_a_case_is_told_for_one_day_with_the_facts_of_that_day() -> None:
    claims = DatedFacts(date(2026, 3, 4), {"asylum_application_undetermined": True})
    spells = Spells(stays={"1": Stay(date(2026, 3, 9), (claims,))})
    for day, charged in ((date(2026, 3, 3), Charged.YES), (date(2026, 3, 20), Charged.NO)):
        line = Line("1", {"service_date": day})
        case = Case(tourist(), (line,), True, spells=spells.without_length())
        (found,) = determine(case, LAW, TODAY).lines
        assert (found.charged, found.days) == (charged, None)
