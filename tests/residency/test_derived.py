from __future__ import annotations

from datetime import date

import pytest

from app.library.law import load_countries
from app.residency.derived import Facts, born_after_service, work_out
from app.residency.facts import FactValue

ON = date(2025, 3, 10)


def worked_out(on: date = ON, **facts: FactValue | None) -> Facts:
    known: Facts = dict(facts)
    work_out(known, on, load_countries())
    return known


@pytest.mark.parametrize(
    ("code", "side"), [("GB", "UK"), ("CH", "EEA"), ("NO", "EEA"), ("NA", "NON_EEA")]
)
def test_the_side_follows_the_country_of_residence(code: str, side: str) -> None:
    assert worked_out(country_of_residence=code)["residence_charging_side"] == side


@pytest.mark.parametrize(
    ("code", "day", "listed"),
    [
        ("BB", date(2016, 9, 30), True),
        ("BB", date(2016, 10, 1), False),
        ("LI", date(2023, 12, 31), False),
        ("LI", date(2024, 1, 1), True),
        ("US", ON, False),
        ("NO", date(2020, 12, 30), False),
    ],
)
def test_an_agreement_holds_while_listed_and_in_operation(
    code: str, day: date, listed: bool
) -> None:
    assert worked_out(day, country_of_residence=code)["schedule2_listed"] is listed


def test_what_is_given_is_taken_as_given() -> None:
    facts = worked_out(
        country_of_residence="US",
        residence_charging_side="EEA",
        schedule2_listed=True,
        nationalities=("US",),
        ecsma_or_charter_national=True,
        is_eea_or_swiss_citizen=True,
        tca_entitlement=True,
        service_type="other",
        service_is_assisted_conception=True,
        earlier_exemption_in_course="protected",
    )
    assert facts["residence_charging_side"] == "EEA"
    assert facts["earlier_exemption_in_course"] == "protected"
    assert all(
        facts[name] is True
        for name in (
            "schedule2_listed",
            "ecsma_or_charter_national",
            "is_eea_or_swiss_citizen",
            "tca_entitlement",
            "service_is_assisted_conception",
        )
    )


def test_ages_always_follow_a_known_date_of_birth() -> None:
    facts = worked_out(date_of_birth=date(2007, 3, 11), age_years=40, age_months=480)
    assert (facts["age_years"], facts["age_months"]) == (17, 215)
    assert worked_out(age_years=40)["age_years"] == 40


def test_a_birth_after_the_service_leaves_no_age() -> None:
    facts = worked_out(date_of_birth=date(2025, 3, 11), age_years=40)
    assert facts["age_years"] is None
    assert born_after_service(facts)
    assert not born_after_service(worked_out(date_of_birth=ON))


@pytest.mark.parametrize(
    ("facts", "right"),
    [
        ({}, None),
        ({"entitlement_document": "none"}, False),
        ({"entitlement_document": "uk_ghic", "entitlement_document_issuer": "GB"}, False),
        ({"entitlement_document": "ehic"}, None),
        ({"entitlement_document": "ehic", "entitlement_document_issuer": "SE"}, True),
        ({"entitlement_document": "ehic", "entitlement_document_issuer": "NO"}, False),
        ({"entitlement_document": "s2", "entitlement_document_issuer": "CH"}, False),
        ({"entitlement_document_issuer": "AU"}, False),
        ({"entitlement_document_issuer": "SE"}, None),
    ],
)
def test_the_issuing_state_decides_a_european_right(
    facts: dict[str, FactValue], right: bool | None
) -> None:
    known: Facts = dict(facts)
    work_out(known, ON, load_countries())
    assert known["tca_entitlement"] is right


def test_nationalities_tell_of_europe_and_the_convention() -> None:
    swiss = worked_out(nationalities=("US", "CH"))
    assert swiss["is_eea_or_swiss_citizen"] is True
    assert swiss["ecsma_or_charter_national"] is False
    assert worked_out(nationalities=("BE",))["ecsma_or_charter_national"] is True
    assert worked_out().get("is_eea_or_swiss_citizen") is None


@pytest.mark.parametrize(
    ("service_type", "conception"), [(None, None), ("other", False), ("assisted_conception", None)]
)
def test_a_kind_of_service_rules_conception_out_and_never_in(
    service_type: str | None, conception: bool | None
) -> None:
    facts = worked_out(service_type=service_type)
    assert facts.get("service_is_assisted_conception") is conception


def test_a_history_that_holds_nothing_says_none() -> None:
    assert worked_out()["earlier_exemption_in_course"] == "none"


def test_a_passport_of_gb_makes_nobody_a_british_citizen() -> None:
    assert "is_british_citizen" not in worked_out(nationalities=("GB", "IE"))
