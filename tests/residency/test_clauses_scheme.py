"""Regulations 3, 4 and 7: the duty to charge, who owes, at what rate, and the easement."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import pytest

from app.core.errors import BadInput
from app.residency.findings import Charged, Liable
from tests.residency.clauses import LAW, charged, found, free, holding, waits


def test_reg_3_1_whatever_nothing_frees_is_charged_and_nothing_is_charged_as_a_favour() -> None:
    visitor = charged()
    assert visitor.reasons[-1].regulation == "SI 2015/238 regs 3, 4, 7(3)"
    free("uk_forces", uk_forces_member=True)


def test_reg_3_2_reasonable_enquiries_come_before_a_charge() -> None:
    """While something that would free the care is open, the decision waits and care goes on."""
    assert "decision_pending" in [flag.code for flag in waits(uk_forces_member=None).flags]
    charged(uk_forces_member=False)


def test_reg_3_1a_payment_is_asked_first_for_care_that_can_wait_alone() -> None:
    assert charged(urgency="non_urgent").lines[0].may_ask_payment_first
    assert not charged(urgency="urgent").lines[0].may_ask_payment_first


def test_reg_3_1a_no_payment_is_asked_first_before_23_october_2017() -> None:
    assert charged(service_date="2017-10-23").lines[0].may_ask_payment_first
    assert not charged(service_date="2017-10-22").lines[0].may_ask_payment_first


def test_reg_3_1a_no_payment_is_asked_first_while_anything_in_the_case_waits() -> None:
    (hip, other) = found(
        {"id": "hip"}, {"id": "other", "service_is_relevant": None, "urgency": "non_urgent"}
    ).lines
    assert (hip.charged, hip.may_ask_payment_first) == (Charged.YES, False)
    assert (other.charged, other.may_ask_payment_first) == (Charged.UNDETERMINED, False)


PROTECTED: Mapping[str, object] = {
    "earlier_exemption_in_course": "protected",
    "same_course_as_exempt_line": True,
    "course_complete_when_exemption_ended": False,
    "left_uk_since_exempt": False,
    "exempt_by_misleading_information": False,
}


@pytest.mark.parametrize(
    ("fact", "lost"),
    [
        ("earlier_exemption_in_course", "none"),
        ("same_course_as_exempt_line", False),
        ("course_complete_when_exemption_ended", True),
        ("left_uk_since_exempt", True),
    ],
)
def test_reg_3_5_a_course_begun_while_exempt_goes_on_free_until_it_is_complete(
    fact: str, lost: object
) -> None:
    free("course_of_treatment_easement", **PROTECTED)
    charged(**{**PROTECTED, fact: lost})
    if fact != "earlier_exemption_in_course":  # worked out of the history, so never open
        waits(**{**PROTECTED, fact: None})


def test_reg_3_5_a_an_exemption_under_regs_10_11_14_or_25_3_protects_no_course() -> None:
    charged(**{**PROTECTED, "earlier_exemption_in_course": "unprotected"})
    free("course_of_treatment_easement", **PROTECTED)


def test_reg_3_6_an_exemption_got_by_misleading_information_protects_no_course() -> None:
    charged(**{**PROTECTED, "exempt_by_misleading_information": True})
    free("course_of_treatment_easement", **PROTECTED)


def test_reg_3_5_to_6_the_easement_frees_the_same_course_and_no_other_care() -> None:
    scan, hip = found(
        {"id": "scan"}, {"id": "hip", "same_course_as_exempt_line": False}, **PROTECTED
    ).lines
    assert (scan.group, hip.charged) == ("course_of_treatment_easement", Charged.YES)


def test_reg_3_7_maternity_care_is_always_immediately_necessary() -> None:
    birth = charged(service_type="maternity", urgency="non_urgent")
    assert not birth.lines[0].may_ask_payment_first
    assert birth.statement_for_staff.startswith("Book in as normal.")
    assert charged(service_type="other", urgency="non_urgent").lines[0].may_ask_payment_first


@pytest.mark.parametrize("urgency", ["immediately_necessary", "urgent", "not_assessed", None])
def test_reg_3_7_what_no_clinician_calls_non_urgent_is_never_paid_first(urgency: object) -> None:
    assert not charged(urgency=urgency).lines[0].may_ask_payment_first
    assert charged(urgency="non_urgent").lines[0].may_ask_payment_first


def test_reg_4_1_the_overseas_visitor_owes() -> None:
    assert charged().liable_party is Liable.PATIENT
    assert free("uk_forces", uk_forces_member=True).liable_party is None


def test_reg_4_2_for_ship_crew_the_shipowner_owes() -> None:
    assert charged(ship_crew=True).liable_party is Liable.SHIP_OWNER
    assert charged(ship_crew=False).liable_party is Liable.PATIENT
    assert charged(ship_crew=True, patient_deceased=True).liable_party is Liable.SHIP_OWNER


def test_reg_4_3_for_air_crew_the_employer_owes() -> None:
    assert charged(air_crew=True).liable_party is Liable.EMPLOYER
    assert charged(air_crew=False).liable_party is Liable.PATIENT


def test_reg_4_4_for_a_child_whoever_has_parental_responsibility_owes() -> None:
    assert charged(age_years=17).liable_party is Liable.PARENTAL_RESPONSIBILITY
    assert charged(age_years=18).liable_party is Liable.PATIENT
    assert charged(age_years=17, patient_deceased=True).liable_party is Liable.ESTATE


def test_reg_4_4a_who_owes_changes_with_an_18th_birthday_on_the_ward() -> None:
    before, after = found(
        {"id": "before", "service_date": "2025-03-10"},
        {"id": "after", "service_date": "2025-03-11"},
        date_of_birth="2007-03-11",
    ).lines
    assert (before.liable_party, after.liable_party) == (
        Liable.PARENTAL_RESPONSIBILITY,
        Liable.PATIENT,
    )


def test_reg_4_the_estate_owes_what_a_dead_patient_owed_and_never_a_relative() -> None:
    assert charged(patient_deceased=True).liable_party is Liable.ESTATE
    assert charged(patient_deceased=False).liable_party is Liable.PATIENT


def test_reg_7_3_a_charge_is_150_percent_wherever_the_visitor_lives() -> None:
    assert charged(country_of_residence="US").lines[0].rate_percent == 150
    assert charged(country_of_residence="ES").lines[0].rate_percent == 150


def test_reg_7_2_before_2021_a_visitor_from_the_european_side_paid_100_percent() -> None:
    old = charged(country_of_residence="ES", service_date="2020-12-31").lines[0]
    assert (old.rate_percent, old.group) == (100, "chargeable_visitor_eea_pre_2021")
    assert (
        charged(country_of_residence="ES", service_date="2021-01-01").lines[0].rate_percent == 150
    )
    assert (
        charged(country_of_residence="US", service_date="2020-12-31").lines[0].rate_percent == 150
    )


def test_reg_7_3a_a_course_begun_before_2021_keeps_the_old_rate() -> None:
    course = {"country_of_residence": "ES", "service_date": "2021-06-01"}
    assert charged(**course, course_start_date="2020-12-31").lines[0].rate_percent == 100
    assert charged(**course, course_start_date="2021-01-01").lines[0].rate_percent == 150
    open_ = charged(**course, course_start_date=None)
    assert "lower_rate_possible" in [flag.code for flag in open_.flags]


def test_reg_7_3a_b_the_old_rate_is_for_the_european_side_alone() -> None:
    course = {"service_date": "2021-06-01", "course_start_date": "2020-12-31"}
    line = charged(**course, country_of_residence="NO").lines[0]
    assert (line.rate_percent, line.group) == (100, "chargeable_visitor_eea_course_pre_2021")
    assert charged(**course, country_of_residence="US").lines[0].rate_percent == 150


@pytest.mark.parametrize(
    "abolished",
    ["former_resident_working_abroad_old", "missionary_old", "uk_pensioner_abroad_old"],
)
def test_reg_27_the_exemptions_of_2011_ended_with_the_day_before_the_scheme(abolished: str) -> None:
    group = LAW.pack.group(abolished)
    assert group.in_force_to == LAW.pack.standing.valid_from - timedelta(days=1)
    assert abolished not in holding(charged(service_date="2015-04-06"))
    with pytest.raises(BadInput, match="Enter a service date from"):
        found(service_date="2015-04-05")
