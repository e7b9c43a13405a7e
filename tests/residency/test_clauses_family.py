"""Regulations 20 to 25: service abroad, pensions, Ukraine, need without means, and families."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.residency.clauses import LAW, charged, found, free, holding, waits
from tests.residency.test_clauses_services import CONCEPTION


def test_reg_20_1_a_members_of_the_uk_forces_are_free() -> None:
    free("uk_forces", uk_forces_member=True)
    charged(uk_forces_member=False)


DUTY = {"qualifying_employee": True, "visiting_in_course_of_qualifying_employment": True}
FORMER = {"qualifying_employee": True, "ordinarily_resident_uk_before_a_qualifying_post": True}


def test_reg_20_1_b_a_crown_servant_here_on_duty_is_free() -> None:
    free("crown_servant_on_duty", **DUTY)
    charged(**{**DUTY, "visiting_in_course_of_qualifying_employment": False})


def test_reg_20_1_c_a_crown_servant_who_lived_here_before_the_post_is_free() -> None:
    free("crown_servant_former_resident", **FORMER)
    charged(**{**FORMER, "ordinarily_resident_uk_before_a_qualifying_post": False})


def test_reg_20_2_only_posts_recruited_for_in_the_uk_count() -> None:
    free("crown_servant_on_duty", **DUTY)
    charged(**{**DUTY, "qualifying_employee": False})


def test_reg_20_2_to_3_an_earlier_such_post_counts() -> None:
    free("crown_servant_former_resident", **FORMER)
    charged(**{**FORMER, "qualifying_employee": False})


def test_reg_21_nato_forces_are_free_where_forces_medicine_cannot_readily_give_it() -> None:
    nato = {"nato_article_ix_5": True}
    free("nato_forces", **nato, service_available_from_forces_medical=False)
    charged(**nato, service_available_from_forces_medical=True)
    waits(**nato, service_available_from_forces_medical=None)


def test_reg_22_a_war_pensioners_are_free() -> None:
    free("war_pensioner", war_pension=True)
    charged(war_pension=False)


def test_reg_22_b_those_paid_by_the_forces_compensation_scheme_are_free() -> None:
    free("afcs_recipient", afcs_payment=True)
    charged(afcs_payment=False)


UKRAINE = {"residence_is_ukraine": True, "lawfully_present": True}


def test_reg_22a_whoever_lives_in_ukraine_and_is_lawfully_here_is_free() -> None:
    ukrainian = free("ukraine_resident", **UKRAINE)
    assert ukrainian.charging_category.value == "E"
    assert "unconfirmed_rule" in [flag.code for flag in ukrainian.flags]  # whether it still runs
    charged(**{**UKRAINE, "lawfully_present": False})
    charged(**{**UKRAINE, "residence_is_ukraine": False}, nationalities=["UA"])


def test_reg_22a_5_assisted_conception_is_left_out() -> None:
    assert charged(**UKRAINE, **CONCEPTION).charging_category.value == "E"
    free("ukraine_resident", **UKRAINE)


def test_reg_22a_2_to_4_the_rule_reaches_back_to_24_february_2022() -> None:
    back = free("ukraine_resident", **UKRAINE, service_date="2022-02-24").retrospective
    assert (back.cancel, back.repay) == (True, True)
    assert "ukraine_resident" not in holding(found(**UKRAINE, service_date="2022-02-23"))
    assert not free("ukraine_resident", **UKRAINE, service_date="2022-03-18").retrospective.cancel


def test_reg_23_workers_on_uk_ships_were_free_until_20_august_2017() -> None:
    crew = {"ship_crew": True, "ship_uk_registered": True}
    old = free("uk_ship_worker_old", **crew, service_date="2017-08-20")
    assert "unconfirmed_rule" in [flag.code for flag in old.flags]  # reg 23 as made was not read
    charged(**crew, service_date="2017-08-21")
    charged(**{**crew, "ship_uk_registered": False}, service_date="2017-08-20")


MEANS: Mapping[str, object] = {
    "ecsma_or_charter_national": None,
    "nationalities": ["TR"],
    "lawfully_present": True,
    "without_sufficient_resources": True,
    "need_arose_during_visit": True,
    "travelled_to_uk_for_this_treatment": False,
}


def test_reg_24_1_a_a_national_of_a_convention_state_without_means_is_free() -> None:
    free("ecsma_charter_no_means", **MEANS)
    charged(**{**MEANS, "nationalities": ["US"]})
    charged(**{**MEANS, "lawfully_present": False})
    charged(**{**MEANS, "without_sufficient_resources": False})
    charged(**{**MEANS, "need_arose_during_visit": False})
    charged(**{**MEANS, "travelled_to_uk_for_this_treatment": True})


def test_reg_24_1_b_an_authorised_companion_or_child_is_free_for_needs_arising() -> None:
    arose = {"need_arose_during_visit": True}
    free("authorised_companion_or_child", is_authorised_companion=True, **arose)
    free("authorised_companion_or_child", is_authorised_child=True, age_years=17, **arose)
    charged(is_authorised_child=True, age_years=18, **arose)  # reg 2: a child is under 18
    charged(is_authorised_companion=True)
    charged(is_authorised_companion=True, travelled_to_uk_for_this_treatment=True, **arose)


GAMES: Mapping[str, object] = {
    "games_accreditation_pass": True,
    "games_workforce": False,
    "need_arose_during_visit": True,
}


def test_reg_24_2_to_3_games_participants_were_free_from_14_july_to_17_august_2022() -> None:
    for day in ("2022-07-14", "2022-08-17"):
        free("commonwealth_games_2022", **GAMES, service_date=day)
        charged(**{**GAMES, "games_workforce": True}, service_date=day)
    for day in ("2022-07-13", "2022-08-18"):
        charged(**GAMES, service_date=day)


FAMILIES = {
    "uk_s1_pensioner_family": ("uk_s1_pensioner", True, False),
    "service_family": ("uk_forces", True, False),
    "nato_family": ("nato_forces", True, False),
    "war_pensioner_family": ("afcs_recipient", True, True),
    "ukraine_family": ("ukraine_resident", True, False),
    "modern_slavery_family": ("modern_slavery_victim", False, False),
}
"""Family group: the group of the principal; whether lawful presence, and company, are needed."""


def family(of: str, **facts: object) -> Mapping[str, object]:
    """A wife or husband of somebody in a group."""
    link = {"family_link": "spouse_or_civil_partner", "family_principal_group": of}
    return {**link, "family_visiting_with_principal": True, **facts}


@pytest.mark.parametrize("group", FAMILIES)
def test_reg_25_1_family_is_a_spouse_civil_partner_or_child_under_18(group: str) -> None:
    of = FAMILIES[group][0]
    child = {"family_link": "child_parental_responsibility"}
    free(group, **family(of))
    free(group, **family(of, **child, age_years=17))
    charged(**family(of, **child, age_years=18))
    charged(**family(of, family_link="none"))  # an unmarried partner, say


@pytest.mark.parametrize("group", [name for name, needs in FAMILIES.items() if needs[1]])
def test_reg_25_2_family_must_be_lawfully_here(group: str) -> None:
    of = FAMILIES[group][0]
    free(group, **family(of))
    charged(**family(of, lawfully_present=False))


def test_reg_25_1a_slavery_family_need_not_be_lawfully_here_since_28_december_2022() -> None:
    unlawful = family("modern_slavery_victim", lawfully_present=False)
    free("modern_slavery_family", **unlawful, service_date="2022-12-28")
    charged(**unlawful, service_date="2022-12-27")


def test_reg_25_2_a_before_then_they_had_to_be_and_the_principal_could_be_trafficked() -> None:
    lawful = family("modern_slavery_victim")
    free("modern_slavery_family_pre_2022", **lawful, service_date="2022-12-27")
    charged(**{**lawful, "lawfully_present": False}, service_date="2022-12-27")
    trafficked = family("human_trafficking_victim_pre_2016")
    free("modern_slavery_family_pre_2022", **trafficked, service_date="2016-01-31")
    charged(**family("prisoner"), service_date="2016-01-31")


def test_reg_25_2_za_family_of_a_uk_s1_pensioner_need_not_travel_with_them() -> None:
    apart = family("uk_s1_pensioner", family_visiting_with_principal=False)
    free("uk_s1_pensioner_family", **apart)
    charged(**{**apart, "family_principal_group": "tca_s1"})


@pytest.mark.parametrize(
    "of", ["uk_forces", "crown_servant_on_duty", "crown_servant_former_resident"]
)
def test_reg_25_2_b_family_of_forces_and_crown_servants_is_free_without_them(of: str) -> None:
    free("service_family", **family(of, family_visiting_with_principal=False))
    charged(**family(of, lawfully_present=False))


def test_reg_25_2_c_family_of_nato_forces_is_free() -> None:
    free("nato_family", **family("nato_forces"))
    charged(**family("nato_forces", lawfully_present=False))


def test_reg_25_2_d_family_of_a_person_from_ukraine_is_free_since_24_february_2022() -> None:
    of = family("ukraine_resident")
    back = free("ukraine_family", **of, service_date="2022-02-24").retrospective
    assert (back.cancel, back.repay) == (True, True)
    charged(**of, service_date="2022-02-23")
    assert not free("ukraine_family", **of).retrospective.cancel


def test_reg_25_2a_their_assisted_conception_is_left_out() -> None:
    assert charged(**family("ukraine_resident"), **CONCEPTION).charging_category.value == "E"
    free("ukraine_family", **family("ukraine_resident"))


PARENTS = (
    "ihs_paid",
    "ihs_exempt",
    "ihs_waived",
    "ihs_reduced",
    "ihs_part_refunded",
    "ihs_full_refund_health_care_worker",
    "ihs_exempt_short_health_and_care",
    "pre_surcharge_leave",
    "ukraine_resident",
)


@pytest.mark.parametrize("parent", PARENTS)
def test_reg_25_3_a_baby_born_here_to_a_covered_parent_is_free_to_3_months(parent: str) -> None:
    born = {"born_in_uk": True, "parent_group": parent, "date_of_birth": "2024-11-11"}
    group = "child_born_uk_to_ihs_parent"
    free(group, **born)  # 3 months and 27 days: four months begin on 11 March
    charged(**{**born, "date_of_birth": "2024-11-10"})
    charged(**{**born, "left_uk_since_birth": True})
    charged(**{**born, "born_in_uk": False})
    charged(**{**born, "parent_group": "refugee"})
    assert "unconfirmed_rule" in [flag.code for flag in free(group, **born).flags]


def test_reg_25_3_no_course_of_the_baby_is_protected_after_it() -> None:
    assert not LAW.pack.group("child_born_uk_to_ihs_parent").course_of_treatment_protection
    assert LAW.pack.group("looked_after_child").course_of_treatment_protection


def test_reg_25_4_c_iii_family_of_a_war_pensioner_must_visit_together() -> None:
    for of in ("war_pensioner", "afcs_recipient"):
        free("war_pensioner_family", **family(of))
        charged(**family(of, family_visiting_with_principal=False))


WITHDRAWAL: Mapping[str, object] = {
    **family("wa_citizens_rights"),
    "country_of_residence": "ES",
    "family_not_recognised_reg883": True,
    "service_within_agreement_scope": True,
}


@pytest.mark.parametrize(
    "limb",
    [
        "lawfully_present",
        "family_visiting_with_principal",
        "family_not_recognised_reg883",
        "service_within_agreement_scope",
    ],
)
def test_reg_25_4_to_7_family_visiting_under_the_withdrawal_agreements(limb: str) -> None:
    assert free("wa_family", **WITHDRAWAL).charging_category.value == "C"
    charged(**{**WITHDRAWAL, limb: False})
