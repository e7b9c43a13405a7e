"""Regulations 15 to 19: protection, slavery, humanitarian decisions, detention and custody."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from app.residency.findings import Category
from tests.residency.clauses import charged, found, free, holding, waits


@pytest.mark.parametrize("status", ["refugee", "humanitarian_protection", "temporary_protection"])
def test_reg_15_a_whoever_was_granted_protection_is_free(status: str) -> None:
    free("refugee", immigration_status=status)
    charged(immigration_status="limited_leave")


def test_reg_15_aa_a_dependant_of_that_person_is_free_since_21_august_2017() -> None:
    dependant = {"is_dependant_of_protected": True}
    free("refugee_dependant", **dependant, service_date="2017-08-21")
    charged(**dependant, service_date="2017-08-20")
    charged(is_dependant_of_protected=False)


def test_reg_15_b_an_application_not_finally_decided_frees() -> None:
    free("asylum_seeker", asylum_application_undetermined=True)
    charged(asylum_application_undetermined=False, asylum_application_rejected=True)
    waits(asylum_application_undetermined=None)  # further submissions: the Home Office answers


def test_reg_15_ba_a_dependant_on_that_application_is_free_since_21_august_2017() -> None:
    dependant = {"is_treated_as_dependant_on_asylum_claim": True}
    free("asylum_dependant", **dependant, service_date="2017-08-21")
    charged(**dependant, service_date="2017-08-20")


def test_reg_15_c_support_under_section_95_frees_whatever_became_of_the_claim() -> None:
    free("section_95_support", support_section_95=True, asylum_application_rejected=True)
    charged(support_section_95=False, asylum_application_rejected=True)


def test_reg_15_d_i_support_under_section_4_2_frees_a_refused_applicant() -> None:
    free("refused_asylum_section_4", asylum_application_rejected=True, support_section_4_2=True)
    charged(asylum_application_rejected=False, support_section_4_2=True)
    refused = charged(asylum_application_rejected=True)
    assert refused.lines[0].group == "refused_asylum_unsupported"


def test_reg_15_d_iii_care_act_accommodation_frees_a_refused_applicant() -> None:
    housed = {"asylum_application_rejected": True, "support_care_act_accommodation": True}
    free("refused_asylum_care_act", **housed)
    charged(**{**housed, "support_care_act_accommodation": False})
    charged(**{**housed, "asylum_application_rejected": False})


def test_reg_15_da_a_dependant_for_that_support_is_free_since_21_august_2017() -> None:
    free("refused_asylum_dependant", is_dependant_for_support=True, service_date="2017-08-21")
    charged(is_dependant_for_support=True, service_date="2017-08-20")


def test_reg_15_e_a_looked_after_child_is_free_until_18() -> None:
    free("looked_after_child", looked_after_child=True, age_years=17)
    charged(looked_after_child=True, age_years=18)
    charged(looked_after_child=False, age_years=17)


@pytest.mark.parametrize("decision", ["positive_reasonable_grounds", "positive_conclusive"])
def test_reg_16_a_positive_decision_frees_a_victim_of_slavery(decision: str) -> None:
    free("modern_slavery_victim", modern_slavery_decision=decision)
    for negative in ("none", "negative_reasonable_grounds", "negative_conclusive"):
        charged(modern_slavery_decision=negative)


def test_reg_16_a_referral_alone_does_not_free_and_holds_the_charge_back() -> None:
    for certified in (False, True):
        referred = waits(modern_slavery_decision="referred", certified=certified)
        assert referred.charging_category is Category.P
        assert not any(line.may_ask_payment_first for line in referred.lines)


def test_reg_16_before_1_february_2016_it_spoke_of_human_trafficking() -> None:
    victim = {"modern_slavery_decision": "positive_conclusive"}
    assert holding(found(**victim, service_date="2016-01-31")) == {
        "human_trafficking_victim_pre_2016"
    }
    assert holding(found(**victim, service_date="2016-02-01")) == {"modern_slavery_victim"}


MINISTER: Mapping[str, object] = {
    "leave_outside_rules": True,
    "humanitarian_determination": True,
    "treatment_matches_authorisation": True,
}


@pytest.mark.parametrize("limb", sorted(MINISTER))
def test_reg_17_the_minister_frees_one_course_given_on_leave_outside_the_rules(limb: str) -> None:
    free("exceptional_humanitarian", **MINISTER)
    charged(**{**MINISTER, limb: False})


@pytest.mark.parametrize(
    "status", ["liable_to_be_detained", "guardianship", "community_treatment_order"]
)
def test_reg_18_a_the_mental_health_act_frees_every_service_while_it_lasts(status: str) -> None:
    free("mental_health_act", mha_status=status)
    charged(mha_status="none", service_type="mental_health")
    waits(mha_status=None, certified=True)


def test_reg_18_b_an_authorised_deprivation_of_liberty_frees() -> None:
    free("deprivation_of_liberty", deprivation_of_liberty_authorised=True)
    charged(deprivation_of_liberty_authorised=False)


def test_reg_18_c_detention_in_hospital_under_another_enactment_frees() -> None:
    free("detained_other_enactment", detained_in_hospital_other_enactment=True)
    charged(detained_in_hospital_other_enactment=False)


def test_reg_18_d_treatment_that_a_court_orders_frees_and_is_shown_as_unconfirmed() -> None:
    ordered = free("court_ordered_treatment", court_ordered_treatment=True)
    (flag,) = (flag for flag in ordered.flags if flag.code == "unconfirmed_rule")
    assert "practice may be narrower" in flag.reason
    assert "https://www.legislation.gov.uk/uksi/2015/238" in flag.reason
    charged(court_ordered_treatment=False)


@pytest.mark.parametrize("held", ["prison", "young_offender_or_remand"])
def test_reg_19_1_a_prisoners_are_free(held: str) -> None:
    free("prisoner", custody_status=held)
    charged(custody_status="none")


def test_reg_19_1_b_immigration_detainees_are_free() -> None:
    free("immigration_detainee", custody_status="immigration_detention")
    charged(custody_status="none")


def test_reg_15_to_19_a_protected_ground_is_not_named_to_the_patient() -> None:
    plain = free("uk_forces", uk_forces_member=True).statement_for_patient
    for ground in (
        {"immigration_status": "refugee"},
        {"modern_slavery_decision": "positive_conclusive"},
        {"custody_status": "prison"},
        {"mha_status": "guardianship"},
    ):
        assert found(**ground).statement_for_patient == plain
