"""What is not confirmed law stays configuration and is shown as such (charging-rules 11)."""

from __future__ import annotations

import csv
import tomllib

import pytest

from app.library import resource
from app.library.law import load_diseases, load_law
from app.residency.determination import Determination
from tests.residency.clauses import charged, found, free

PACK = load_law().pack
UNCONFIRMED = {rule.id for rule in PACK.rules if not rule.confirmed}


def flags(result: Determination) -> dict[str, str]:
    return {flag.code: flag.reason for flag in result.flags}


@pytest.mark.parametrize(
    ("item", "rules"),
    [
        ("1 whether reg 22A still runs", {"ukraine_resident", "ukraine_family"}),
        ("3 quotas of agreements", {"malta_quota"}),
        ("3 lists of the 1953 Convention and 1961 Charter", {"ecsma_charter_no_means"}),
        ("4 s.39 and the settlement scheme", {"or_euss_settled", "or_euss_pre_settled"}),
        ("10 aged 3 months or less", {"child_born_uk_to_ihs_parent"}),
        ("10 further submissions after final refusal", {"asylum_seeker"}),
        ("10 family of a serving member who lives here", {"service_family"}),
        ("10 treatment under a court order", {"court_ordered_treatment"}),
        (
            "11 regs 12, 13, 16 and 23 as made",
            {"eu_rights_pre_2021", "human_trafficking_victim_pre_2016", "uk_ship_worker_old"},
        ),
    ],
)
def test_a_rule_that_rests_on_an_open_item_is_unconfirmed_with_a_note_and_a_source(
    item: str, rules: set[str]
) -> None:
    assert rules <= UNCONFIRMED, item
    for rule in PACK.rules:
        if rule.id in rules:
            assert rule.confirmation_note
            assert rule.source.startswith("http")


def test_the_officer_is_told_which_rule_is_unconfirmed_why_and_where_to_read_it() -> None:
    told = flags(free("ukraine_resident", residence_is_ukraine=True))["unconfirmed_rule"]
    assert "Ordinarily resident in Ukraine, lawfully here: " in told
    assert "an amending instrument after 2024 cannot be excluded" in told
    assert "(https://www.legislation.gov.uk/uksi/2015/238)" in told
    assert "unconfirmed_rule" not in flags(free("uk_forces", uk_forces_member=True))


def test_a_place_whose_agreement_is_unconfirmed_is_named_with_what_the_list_says() -> None:
    listed = {"schedule2_listed": None, "service_within_agreement_scope": True}
    zealander = free("healthcare_agreement", country_of_residence="NZ", **listed)
    assert "exact class unconfirmed" in flags(zealander)["unconfirmed_agreement"]  # item 10
    swiss = free("healthcare_agreement", country_of_residence="CH", **listed)
    assert "date and inserting instrument unconfirmed" in flags(swiss)["unconfirmed_agreement"]
    irish = free("healthcare_agreement", country_of_residence="IE", **listed)
    assert "unconfirmed_agreement" not in flags(irish)
    assert "unconfirmed_agreement" not in flags(charged(country_of_residence="NZ"))


def test_item_9_a_letter_that_is_a_reading_is_told_and_changes_no_charge() -> None:
    emergency = found(service_type="a_and_e")
    assert (emergency.charging_category.value, emergency.chargeable.value) == ("F", "no")
    assert "unconfirmed_letter" in flags(emergency)
    assert "unconfirmed_letter" in flags(charged(country_of_residence="CH"))
    for plain in (charged(), charged(country_of_residence="ES")):
        assert "unconfirmed_letter" not in flags(plain)


def test_item_10_a_payment_with_a_pending_switch_is_told() -> None:
    pending = charged(leave_extended_by_3c_3d=True, leave_valid_to="2025-03-01")
    assert "pending_switch" in flags(pending)


def test_item_7_an_instrument_that_was_not_found_is_said_so_on_its_rules() -> None:
    for group in ("ihs_full_refund_health_care_worker", "ihs_exempt_short_health_and_care"):
        assert "Inserting instrument not found" in PACK.group(group).confirmation_note


def test_diseases_and_rates_say_whether_they_are_confirmed() -> None:
    assert all(disease.confirmed for disease in load_diseases())
    rates = csv.DictReader(resource("rules", "surcharge_rates.csv").read_text("utf-8").splitlines())
    said = [row["confirmed"] for row in rates]
    assert all(said)
    assert any(one != "1" for one in said)
    pack = tomllib.loads(resource("rules", "pack.toml").read_text("utf-8"))
    assert pack["not_excluded"]  # item 1: an instrument of 2024 to 2026


def test_no_flag_of_doubt_reaches_the_patient() -> None:
    doubted = free("ukraine_resident", residence_is_ukraine=True)
    plain = free("uk_forces", uk_forces_member=True)
    assert doubted.statement_for_patient == plain.statement_for_patient
