"""Regulations 8, 9 and 9A and Schedule 1: services that are free for everybody, and one that is
not free even for those who are covered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from app.residency.findings import Charged
from app.residency.rules import Disease
from tests.residency.clauses import LAW, charged, found, free, waits

BAR = {"travelled_to_uk_for_this_treatment": True}


def test_reg_9_1_a_emergency_care_is_free_until_admission() -> None:
    here = {"service_type": "a_and_e"}
    free("a_and_e", **here)
    charged(**here, admitted_as_inpatient=True)
    charged(**here, service_is_outpatient_appointment=True)
    waits(**here, admitted_as_inpatient=None)


def test_reg_9_1_aa_nhs_111_is_free_since_21_august_2017() -> None:
    free("nhs_111", service_type="nhs_111", service_date="2017-08-21")
    charged(service_type="nhs_111", service_date="2017-08-20")


def test_reg_9_b_care_outside_hospitals_was_free_until_20_august_2017() -> None:
    community = {"service_type": "non_hospital_community"}
    free("non_hospital_services_pre_2017", **community, service_date="2017-08-20")
    charged(**community, service_date="2017-08-21")


def test_reg_9_1_c_family_planning_is_free_and_termination_is_none() -> None:
    free("family_planning", service_type="family_planning")
    charged(service_type="family_planning", service_is_termination=True)
    waits(service_type="family_planning", service_is_termination=None)


def test_reg_9_1_d_a_listed_disease_is_free_to_diagnose_and_treat() -> None:
    free("schedule_1_condition", condition_id="tuberculosis", **BAR)  # came for it: no bar here
    charged(condition_id="seasonal_influenza")
    waits(condition_id=None)


def test_reg_9_1_d_a_negative_test_stays_free_and_what_is_found_instead_is_charged() -> None:
    tests, treatment = found(
        {"id": "tests", "condition_id": "tuberculosis"},  # looked for, not found
        {"id": "treatment", "condition_id": "pneumonia"},  # found instead
    ).lines
    assert tests.service_exemptions == ("schedule_1_condition",)
    assert (tests.charged, treatment.charged) == (Charged.NO, Charged.YES)
    assert LAW.questions.get("s2_c_condition").help.startswith("Name the disease looked for")


def test_reg_9_1_d_a_stay_is_free_until_the_result_and_charged_from_it() -> None:
    stay = {
        "id": "ward",
        "service_date": "2025-03-01",
        "service_date_to": "2025-03-09",
        "condition_id": "tuberculosis",
        "changes": [{"from": "2025-03-04", "facts": {"condition_id": "pneumonia"}}],
    }
    looked_for, found_instead = found(stay).lines
    assert looked_for.days is not None
    assert found_instead.days is not None
    assert (looked_for.charged, looked_for.days.last) == (Charged.NO, date(2025, 3, 3))
    assert (found_instead.charged, found_instead.days.first) == (Charged.YES, date(2025, 3, 4))


def test_reg_9_1_e_sexually_transmitted_infections_are_free_in_any_setting() -> None:
    for setting in ("nhs_trust", "local_authority_public_health", "other_provider"):
        free("sti", service_type="sti", provider_type=setting)
    charged(service_type="other")


def test_reg_9_1_e_an_sti_test_that_comes_back_negative_stays_free() -> None:
    test, other = found(
        {"id": "test", "service_type": "sti"}, {"id": "found instead", "service_type": "other"}
    ).lines
    assert (test.charged, other.charged) == (Charged.NO, Charged.YES)


def violence(cause: str, **facts: object) -> Mapping[str, object]:
    return {"condition_caused_by_violence": cause, **facts}


def test_reg_9_1_f_i_what_torture_caused_is_treated_free() -> None:
    free("torture", **violence("torture"))
    charged(**violence("none"))


def test_reg_9_1_f_ii_what_female_genital_mutilation_caused_is_treated_free() -> None:
    free("fgm", **violence("fgm"), service_type="maternity")
    charged(**violence("none"), service_type="maternity")


def test_reg_9_1_f_iii_what_domestic_abuse_caused_is_treated_free_since_28_december_2022() -> None:
    free("domestic_abuse", **violence("domestic_abuse", service_date="2022-12-28"))
    charged(**violence("domestic_abuse", service_date="2022-12-27"))


def test_reg_9_1_f_iii_domestic_violence_is_domestic_abuse() -> None:
    """Domestic Abuse Act 2021 Part 1: violence counts, as it did before."""
    free("domestic_abuse", **violence("domestic_violence", service_date="2022-12-28"))
    charged(**violence("domestic_violence", service_date="2022-12-28", **BAR))


def test_reg_9_f_iii_domestic_violence_was_the_old_term() -> None:
    old = {"service_date": "2022-12-27"}
    free("domestic_violence_pre_2022", **violence("domestic_violence", **old))
    charged(**violence("domestic_abuse", **old))


def test_reg_9_1_f_iv_what_sexual_violence_caused_is_treated_free() -> None:
    free("sexual_violence", **violence("sexual_violence"))
    charged(**violence("none"))


def test_reg_9_1_f_whether_violence_caused_it_is_a_clinicians_word() -> None:
    for unknown in (None, "not_disclosed"):
        assert waits(condition_caused_by_violence=unknown).missing == (
            "condition_caused_by_violence",
        )
    assert waits(certified=True, condition_caused_by_violence=None)


def test_reg_8_1_torture_and_mutilation_have_the_meaning_of_their_acts() -> None:
    for cause in ("torture", "fgm"):
        (rule,) = (rule for rule in LAW.pack.services if rule.id == cause)
        assert "reg 8(1)" in rule.regulation
        free(cause, **violence(cause))
        charged(**violence("none"))


@pytest.mark.parametrize("cause", ["torture", "fgm", "domestic_abuse", "sexual_violence"])
def test_reg_8_2_a_whoever_came_to_the_uk_for_that_treatment_is_charged(cause: str) -> None:
    free(cause, **violence(cause))
    charged(**violence(cause), **BAR)
    waits(**violence(cause), travelled_to_uk_for_this_treatment=None)


def test_reg_8_1_to_2_the_bar_holds_for_mutilation_too() -> None:
    free("fgm", **violence("fgm"))
    charged(**violence("fgm"), **BAR)


def test_reg_9_1_g_palliative_care_by_a_charity_or_interest_company_is_free() -> None:
    hospice = {"service_type": "palliative", "service_date": "2017-10-23"}
    for provider in ("palliative_care_charity", "community_interest_company"):
        free("palliative_charity", **hospice, provider_type=provider)
        charged(**{**hospice, "service_date": "2017-10-22"}, provider_type=provider)
    charged(**hospice, provider_type="nhs_trust")
    waits(**hospice, provider_type=None)


def test_reg_9_2_to_3_mpox_care_since_1_may_2022_is_relieved() -> None:
    mpox = {"condition_id": "monkeypox"}
    charged(**mpox, service_date="2022-04-30")
    relieved = free("monkeypox_retro", **mpox, service_date="2022-05-01")
    assert relieved.retrospective.cancel
    assert relieved.retrospective.repay
    listed = free("schedule_1_condition", **mpox, service_date="2022-06-08")
    assert not listed.retrospective.cancel


@pytest.mark.parametrize("disease", LAW.pack.diseases, ids=lambda disease: disease.id)
def test_schedule_1_each_disease_is_free_from_the_day_it_is_listed(disease: Disease) -> None:
    listed = {"condition_id": disease.id, "service_date": disease.in_force_from}
    free("schedule_1_condition", **listed)
    free("schedule_1_condition", condition_id=disease.id)
    if disease.in_force_from > LAW.pack.standing.valid_from:
        before = found(**{**listed, "service_date": disease.in_force_from - timedelta(days=1)})
        assert "schedule_1_condition" not in before.lines[0].service_exemptions


def test_schedule_1_holds_36_diseases_and_no_seasonal_influenza() -> None:
    assert len(LAW.pack.diseases) == 36
    charged(condition_id="seasonal_influenza")
    free("schedule_1_condition", condition_id="pandemic_influenza")


IHS: Mapping[str, object] = {
    "immigration_status": "limited_leave",
    "ihs_state": "paid",
    "country_of_residence": "GB",
    "residence_uk_settled_purpose": True,
}
CONCEPTION: Mapping[str, object] = {
    "service_type": "assisted_conception",
    "service_is_assisted_conception": True,
}


def test_reg_9a_assisted_conception_is_charged_although_the_person_is_covered() -> None:
    line = charged(**IHS, **CONCEPTION)
    assert line.charging_category.value == "B"
    assert line.lines[0].group == "assisted_conception_chargeable"
    free("ihs_paid", **IHS)


def test_reg_9a_a_forces_route_is_no_chargeable_assisted_conception() -> None:
    route = {**CONCEPTION, "service_is_assisted_conception": False}
    free("ihs_paid", **IHS, **route)
    waits(**IHS, **{**CONCEPTION, "service_is_assisted_conception": None})


def test_reg_9a_a_course_begun_before_21_august_2017_stays_free() -> None:
    free("ihs_paid", **IHS, **CONCEPTION, course_start_date="2017-08-20")
    charged(**IHS, **CONCEPTION, course_start_date="2017-08-21")
    waits(**IHS, **CONCEPTION, course_start_date=None)
