"""Regulation 2 (overseas visitor) and what stands behind it: who is ordinarily resident.

NHS Act 2006 s.175, Immigration Act 2014 s.39, Shah [1983] 2 AC 309 (charging-rules 2).
"""

from __future__ import annotations

import pytest

from app.residency.findings import Resident
from tests.residency.clauses import SETTLED, charged, found, free, overseas, resident, waits

BRITISH = {"is_british_citizen": True, "subject_to_immigration_control": False}


def test_reg_2_an_overseas_visitor_is_whoever_is_not_ordinarily_resident() -> None:
    resident("or_british", **BRITISH, **SETTLED)
    overseas(**BRITISH)


@pytest.mark.parametrize(
    "limb",
    ["residence_uk_settled_purpose", "residence_uk_voluntary", "residence_uk_lawful"],
)
def test_reg_2_every_limb_of_shah_is_needed_and_an_open_one_leaves_it_open(limb: str) -> None:
    resident("or_british", **BRITISH, **SETTLED)
    overseas(**{**BRITISH, **SETTLED, limb: False})
    assert waits(**{**BRITISH, **SETTLED, limb: None}).missing == (limb,)


def test_reg_2_residence_begins_on_the_day_of_arrival_with_no_waiting_time() -> None:
    home = {**BRITISH, **SETTLED, "returned_to_live": True, "date_arrived_uk": "2025-03-10"}
    resident("or_returning_british", **home, uk_12_months="abroad")
    overseas(**{**home, "residence_uk_settled_purpose": False})


def test_reg_2_no_nationality_or_stage_1_answer_makes_a_resident() -> None:
    for facts in (
        {"nationalities": ["GB"]},
        {"uk_12_months": "uk_all"},
        {"is_irish_citizen": True},
    ):
        assert found(**facts).ordinarily_resident is Resident.NO


def test_reg_2_an_irish_citizen_living_here_needs_no_leave() -> None:
    resident("or_irish", is_irish_citizen=True, **SETTLED)
    overseas(is_irish_citizen=False, **SETTLED)


def test_reg_2_a_person_who_needs_leave_must_hold_indefinite_leave() -> None:
    """Immigration Act 2014 s.39: years of limited leave do not do."""
    resident("or_ilr", immigration_status="ilr_ile", **SETTLED)
    overseas(immigration_status="limited_leave", **SETTLED)
    overseas(immigration_status="ilr_ile")


def test_reg_2_settled_and_pre_settled_status_count_whatever_date_is_printed() -> None:
    resident("or_euss_settled", immigration_status="euss_settled", **SETTLED)
    expired = {"leave_valid_to": "2024-01-01"}
    resident("or_euss_pre_settled", immigration_status="euss_pre_settled", **expired, **SETTLED)
    overseas(immigration_status="none", **SETTLED)


def test_reg_2_an_application_in_time_holds_until_it_is_finally_decided() -> None:
    pending = {
        "immigration_status": "euss_pending_in_time",
        "euss_application_date": "2021-06-30",
        "euss_application_valid": True,
        **SETTLED,
    }
    resident("or_euss_pending_in_time", **pending)
    overseas(**{**pending, "euss_application_finally_determined": True})
    overseas(**{**pending, "euss_application_date": "2021-07-01"})


def test_reg_2_european_citizens_needed_no_leave_until_the_deadline() -> None:
    spanish = {"nationalities": ["ES"], "is_eea_or_swiss_citizen": None, **SETTLED}
    resident("or_eea_free_movement", service_date="2020-12-31", **spanish)
    overseas(service_date="2021-01-01", **spanish)
    here = {**spanish, "lived_in_uk_before_2021": True}
    resident("or_eea_free_movement", service_date="2021-06-30", **here)
    overseas(service_date="2021-07-01", **here)


def test_reg_2_whoever_is_exempt_from_control_needs_no_leave_and_is_flagged() -> None:
    diplomat = resident("or_exempt_from_control", subject_to_immigration_control=False, **SETTLED)
    assert "exempt_from_control_only" in [flag.code for flag in diplomat.flags]
    overseas(subject_to_immigration_control=True, **SETTLED)


def test_reg_2_a_child_is_resident_in_its_own_right() -> None:
    child = {"age_years": 17, "immigration_status": "ilr_ile", **SETTLED}
    resident("or_child_of_resident", **child)
    assert "or_child_of_resident" not in {
        group.id for group in resident("or_ilr", **{**child, "age_years": 18}).groups
    }
    overseas(**{**child, "immigration_status": "limited_leave"})


def test_reg_2_a_british_citizen_who_lives_abroad_is_charged_on_a_visit() -> None:
    abroad = charged(**BRITISH, country_of_residence="CA")
    assert abroad.lines[0].group == "british_living_abroad"
    resident("or_british", **BRITISH, **SETTLED)


def test_reg_2_a_resident_with_a_foreign_card_stays_free_and_is_flagged() -> None:
    student = resident("or_irish", is_irish_citizen=True, entitlement_document="ehic", **SETTLED)
    assert student.flag_officer
    assert not resident("or_irish", is_irish_citizen=True, **SETTLED).flag_officer


def test_reg_2_care_outside_the_relevant_services_is_not_charged() -> None:
    """Primary care and private care (paras (a) to (d)); NHS bodies alone before 23 October 2017."""
    assert found(service_is_relevant=False).lines[0].reason.endswith("reg 2 (relevant services))")
    assert found(service_is_relevant=False).chargeable.value == "no"
    charged(service_is_relevant=True)
    waits(service_is_relevant=None)


def test_reg_2_a_child_is_a_person_under_18() -> None:
    child = {"family_link": "child_parental_responsibility", "family_principal_group": "uk_forces"}
    free("service_family", **child, age_years=17)
    charged(**child, age_years=18)
    waits(**child, age_years=None)


def test_reg_2_need_that_arose_during_the_visit_is_narrower_than_medically_necessary() -> None:
    """The reg 2 test is the clinician's, and no card's: needed promptly, new or acutely worse."""
    companion = {"is_authorised_companion": True, "medically_necessary_during_stay": True}
    free("authorised_companion_or_child", **companion, need_arose_during_visit=True)
    charged(**companion, need_arose_during_visit=False)
