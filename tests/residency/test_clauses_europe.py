"""Regulations 12 to 14 and Schedule 2: European documents, the settlement scheme, agreements."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from app.residency.rules import Country
from tests.residency.clauses import LAW, charged, found, free, holding, waits

CARD: Mapping[str, object] = {
    "country_of_residence": "ES",
    "tca_entitlement": None,
    "entitlement_document": "ehic",
    "entitlement_document_issuer": "ES",
    "entitlement_document_valid_on_service_date": True,
    "medically_necessary_during_stay": True,
}
LISTED: Mapping[str, object] = {"schedule2_listed": None, "service_within_agreement_scope": True}


def test_reg_12_a_right_under_the_withdrawal_agreements_frees_what_it_gives() -> None:
    right = {"wa_entitlement": True, "country_of_residence": "ES"}
    document = {"entitlement_document_valid_on_service_date": True}
    free("wa_citizens_rights", **right, **document)
    free("wa_citizens_rights", **right, immigration_status="frontier_permit")
    charged(**right)
    charged(**{**right, "wa_entitlement": False}, **document)
    assert "wa_citizens_rights" not in holding(
        found(**right, **document, service_date="2020-12-30")
    )


@pytest.mark.parametrize("document", ["ehic", "prc"])
def test_reg_12a_a_card_or_certificate_of_an_eu_state_frees_needs_arising(document: str) -> None:
    holiday = {**CARD, "entitlement_document": document}
    found_ = free("tca_ehic", **holiday)
    assert (found_.charging_category.value, found_.status_classification) == ("C", 1)
    charged(**{**holiday, "medically_necessary_during_stay": False})
    charged(**{**holiday, "entitlement_document_valid_on_service_date": False})
    charged(**holiday, travelled_to_uk_for_this_treatment=True)
    charged(**holiday, planned_birth_visit=True)
    waits(**{**holiday, "medically_necessary_during_stay": None})


def test_reg_12a_the_issuing_state_decides_and_nationality_does_not() -> None:
    free("tca_ehic", **CARD, nationalities=["US"])
    charged(**{**CARD, "entitlement_document_issuer": "NO"}, nationalities=["ES"])
    waits(**{**CARD, "entitlement_document_issuer": None})


def test_reg_12a_an_s1_frees_everything_and_an_s2_the_named_treatment() -> None:
    s1 = {**CARD, "entitlement_document": "s1_non_uk", "medically_necessary_during_stay": False}
    free("tca_s1", **s1)
    charged(**{**s1, "entitlement_document_valid_on_service_date": False})
    for document in ("s2", "e112"):
        s2 = {**s1, "entitlement_document": document}
        free("tca_s2", **s2, treatment_matches_authorisation=True)
        charged(**s2, treatment_matches_authorisation=False)


def test_reg_12a_a_uk_card_proves_nothing_here() -> None:
    charged(**{**CARD, "entitlement_document": "uk_ghic", "entitlement_document_issuer": "GB"})
    free("tca_ehic", **CARD)


def test_reg_12_as_made_european_rights_ran_to_the_end_of_2020() -> None:
    old = {**CARD, "entitlement_document_issuer": "NO", "tca_entitlement": False}
    free("eu_rights_pre_2021", **old, service_date="2020-12-31")
    charged(**old, service_date="2021-01-01")
    charged(**old, service_date="2020-12-31", planned_birth_visit=True)


def test_reg_13_as_made_a_uk_s1_counted_before_2021() -> None:
    old = {**CARD, "entitlement_document": "uk_s1", "entitlement_document_issuer": "GB"}
    free("eu_rights_pre_2021", **old, service_date="2020-12-31")
    charged(**old, service_date="2021-01-01")


PENSIONER: Mapping[str, object] = {
    "country_of_residence": "ES",
    "resident_eea_ch_before_ip_completion": True,
    "receives_uk_state_pension": True,
    "entitlement_document": "uk_s1",
    "entitlement_document_valid_on_service_date": True,
}


@pytest.mark.parametrize(
    "limb",
    [
        "resident_eea_ch_before_ip_completion",
        "receives_uk_state_pension",
        "entitlement_document_valid_on_service_date",
    ],
)
def test_reg_13_a_uk_pensioner_in_europe_needs_all_four_limbs(limb: str) -> None:
    pensioner = free("uk_s1_pensioner", **PENSIONER)
    assert (pensioner.charging_category.value, pensioner.status_classification) == ("C", 2)
    charged(**{**PENSIONER, limb: False})
    charged(**{**PENSIONER, "entitlement_document": "none"})


LATE: Mapping[str, object] = {
    "overseas_visitor_by_s39": True,
    "euss_eligible_to_apply": True,
    "euss_application_valid": True,
    "euss_application_date": "2025-03-10",
    "euss_application_finally_determined": False,
}


def test_reg_13a_without_an_application_a_european_living_here_is_charged() -> None:
    none = charged(immigration_status="none", euss_eligible_to_apply=True)
    assert none.lines[0].group == "eu_resident_without_euss"
    assert "settlement_scheme_route" in [flag.code for flag in none.flags]
    free("euss_late_application", **LATE)


def test_reg_13a_1_to_2_a_valid_late_application_frees_from_its_own_day() -> None:
    free("euss_late_application", **LATE)
    charged(**{**LATE, "euss_application_date": "2025-03-11"})
    charged(**{**LATE, "euss_application_valid": False})
    charged(**{**LATE, "overseas_visitor_by_s39": False})
    charged(**{**LATE, "euss_eligible_to_apply": False})
    assert "euss_late_application" not in holding(
        found(**{**LATE, "euss_application_date": "2021-06-30"})
    )


def test_reg_13a_1_the_final_decision_ends_it() -> None:
    free("euss_late_application", **LATE)
    charged(**{**LATE, "euss_application_finally_determined": True})


AGAIN: Mapping[str, object] = {
    **LATE,
    "euss_eligible_to_apply": False,
    "euss_limited_leave_expired_before_application": True,
}


def test_reg_13a_3_an_application_after_pre_settled_status_ran_out_frees_too() -> None:
    free("euss_expired_pre_settled_reapply", **AGAIN)
    charged(**{**AGAIN, "euss_limited_leave_expired_before_application": False})
    charged(**{**AGAIN, "euss_application_date": "2025-03-11"})


@pytest.mark.parametrize("applied", [LATE, AGAIN], ids=["late", "again"])
def test_reg_13a_5_charges_made_while_the_application_is_open_are_dropped_or_repaid(
    applied: Mapping[str, object],
) -> None:
    back = found(**applied).retrospective
    assert (back.cancel, back.repay) == (True, True)
    assert (back.since, back.until) == (date(2025, 3, 10), None)  # to the decision, not made yet
    assert back.reason is not None
    assert "reg 13A(5)" in back.reason
    before = charged(**{**applied, "euss_application_date": "2025-03-11"})
    assert not before.retrospective.cancel


def test_reg_13a_5_to_6_a_refusal_charges_nothing_of_the_time_it_was_open() -> None:
    """Since 18 February 2023 (SI 2023/81): each service is tested on its own day."""
    waiting, after = found(
        {"id": "waiting", "service_date": "2025-03-10"},
        {"id": "after", "service_date": "2025-06-01", "euss_application_finally_determined": True},
        **LATE,
    ).lines
    assert (waiting.charged.value, after.charged.value) == ("no", "yes")


PLACES = tuple(place for place in LAW.pack.countries.values() if place.listed is not None)


def test_reg_14_care_within_the_terms_of_an_agreement_is_free() -> None:
    australian = free("healthcare_agreement", country_of_residence="AU", **LISTED)
    assert (australian.charging_category.value, australian.status_classification) == ("E", 1)
    charged(country_of_residence="US", **LISTED)
    charged(country_of_residence="AU", **{**LISTED, "service_within_agreement_scope": False})
    waits(country_of_residence="AU", **{**LISTED, "service_within_agreement_scope": None})


def test_reg_14_a_malta_quota_frees_the_treatment_it_names_from_28_december_2022() -> None:
    quota = {
        "entitlement_document": "malta_quota",
        "treatment_matches_authorisation": True,
        "country_of_residence": "MT",
    }
    free("malta_quota", **quota, service_date="2022-12-28")
    charged(**quota, service_date="2022-12-27")
    charged(**{**quota, "treatment_matches_authorisation": False})


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.alpha2)
def test_schedule_2_a_place_is_covered_while_listed_and_its_agreement_runs(
    place: Country,
) -> None:
    assert place.listed is not None
    first = max(place.listed[0], place.agreement[0])
    last = min(place.listed[1], place.agreement[1])
    lives = {"country_of_residence": place.alpha2, **LISTED}
    free("healthcare_agreement", **lives, service_date=first)
    if first > LAW.pack.standing.valid_from:
        day = first - timedelta(days=1)
        assert "healthcare_agreement" not in holding(found(**lives, service_date=day))
    if last < date.max:
        free("healthcare_agreement", **lives, service_date=last)
        day = last + timedelta(days=1)
        assert "healthcare_agreement" not in holding(found(**lives, service_date=day))


def test_schedule_2_holds_25_places_today() -> None:
    today = [place for place in PLACES if place.in_schedule_2(date(2026, 3, 9))]
    assert len(today) == 25
    charged(country_of_residence="BB", **LISTED)
    free("healthcare_agreement", country_of_residence="NZ", **LISTED)


def test_an_agreement_whose_scope_is_unconfirmed_is_shown_as_such_with_its_source() -> None:
    australian = free("healthcare_agreement", country_of_residence="AU", **LISTED)
    (flag,) = (flag for flag in australian.flags if flag.code == "unconfirmed_agreement")
    assert "UK-Australia reciprocal health agreement: residents of Australia" in flag.reason
    assert "https://www.legislation.gov.uk/uksi/2015/238/schedule/2" in flag.reason
    norwegian = free("healthcare_agreement", country_of_residence="NO", **LISTED)
    assert "unconfirmed_agreement" not in [flag.code for flag in norwegian.flags]
