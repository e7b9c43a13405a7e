"""Regulations 5, 6 and 6A and the other rules that reach back: every row of table 6.3."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from app.residency.determination import Determination
from tests.residency.clauses import charged, found, free, waits

PAST = {"lookback_position_on_service_date": True}


def dropped(result: Determination, regulation: str) -> None:
    """Charges made are dropped and repaid, by that regulation."""
    back = result.retrospective
    assert (back.cancel, back.repay) == (True, True)
    assert back.reason is not None
    assert back.reason.endswith(f"({regulation})")


def test_reg_5_3_a_proof_that_comes_late_frees_the_day_of_the_service() -> None:
    """The finding on the service date changes with the proof, whenever it comes; that a charge
    made for it is dropped is found when the case is determined again."""
    spanish = {"country_of_residence": "ES", "tca_entitlement": None}
    charged(**spanish)
    card = {
        "entitlement_document": "prc",
        "entitlement_document_issuer": "ES",
        "entitlement_document_valid_on_service_date": True,
        "medically_necessary_during_stay": True,
    }
    free("tca_ehic", **spanish, **card)


def test_reg_6_1_to_3_a_grant_of_protection_reaches_back_to_before_the_claim() -> None:
    refugee = {"became_exempt_later": "refugee"}
    dropped(free("refugee_lookback", **refugee, **PAST), "SI 2015/238 reg 6(1)-(3)")
    nothing = charged(**refugee, lookback_position_on_service_date=False)
    assert not nothing.retrospective.cancel
    waits(**refugee, lookback_position_on_service_date=None)


def test_reg_6_1_a_pending_claim_does_not_reach_back() -> None:
    pending = charged(became_exempt_later="none", **PAST)
    assert not pending.retrospective.cancel
    assert not free("asylum_seeker", asylum_application_undetermined=True).retrospective.cancel


def test_reg_6_2_a_victim_identified_later_was_one_before() -> None:
    victim = {"became_exempt_later": "slavery_victim"}
    dropped(free("modern_slavery_lookback", **victim, **PAST), "SI 2015/238 reg 6(1)-(3)")
    charged(**victim, lookback_position_on_service_date=False)


def test_reg_6_1a_dependants_and_family_are_reached_through_the_principal() -> None:
    for later, group in (
        ("refugee_dependant", "refugee_dependant_lookback"),
        ("slavery_family", "modern_slavery_family_lookback"),
    ):
        facts = {"became_exempt_later": later}
        dropped(free(group, **facts, **PAST), "SI 2015/238 reg 6(1A), (2)-(3)")
        charged(**facts, lookback_position_on_service_date=False)


DEPENDANT = {"became_exempt_later": "refugee_dependant", **PAST}
FAMILY = {"became_exempt_later": "slavery_family", **PAST}


def test_reg_6_1a_b_i_whoever_has_become_exempt_as_a_dependant() -> None:
    free("refugee_dependant_lookback", **DEPENDANT)
    charged(**{**DEPENDANT, "became_exempt_later": "none"})


def test_reg_6_1a_c_i_and_was_then_a_dependant_of_somebody_here_to_claim() -> None:
    free("refugee_dependant_lookback", **DEPENDANT)
    charged(**{**DEPENDANT, "lookback_position_on_service_date": False})


def test_reg_6_1a_b_ii_whoever_has_become_exempt_as_family_of_a_victim() -> None:
    free("modern_slavery_family_lookback", **FAMILY)
    charged(**{**FAMILY, "became_exempt_later": "none"})


def test_reg_6_1a_c_ii_and_was_then_family_of_a_victim_not_yet_identified() -> None:
    free("modern_slavery_family_lookback", **FAMILY)
    charged(**{**FAMILY, "lookback_position_on_service_date": False})


def test_reg_6_2_to_3_such_charges_are_not_made_not_recovered_or_repaid() -> None:
    for facts in (DEPENDANT, FAMILY):
        back = found(**facts).retrospective
        assert (back.cancel, back.repay) == (True, True)
    assert not charged(**{**FAMILY, "became_exempt_later": "none"}).retrospective.cancel


def test_reg_6_1a_does_not_limit_how_old_the_service_is() -> None:
    old = {"became_exempt_later": "refugee_dependant", "service_date": "2015-04-06", **PAST}
    dropped(free("refugee_dependant_lookback", **old), "SI 2015/238 reg 6(1A), (2)-(3)")
    charged(**{**old, "lookback_position_on_service_date": False})


MUTILATION: Mapping[str, object] = {"condition_caused_by_violence": "fgm"}
HOUSED: Mapping[str, object] = {
    "asylum_application_rejected": True,
    "support_care_act_accommodation": True,
}


@pytest.mark.parametrize(
    ("rule", "facts"), [("fgm", MUTILATION), ("refused_asylum_care_act", HOUSED)]
)
def test_reg_6a_reaches_back_to_6_april_2015_for_mutilation_and_council_support(
    rule: str, facts: Mapping[str, object]
) -> None:
    for day in ("2015-04-06", "2016-01-31"):
        dropped(free(rule, **facts, service_date=day), "SI 2015/238 reg 6A")
    assert not free(rule, **facts, service_date="2016-02-01").retrospective.cancel


@pytest.mark.parametrize("facts", [MUTILATION, HOUSED])
def test_reg_6a_other_providers_drop_the_charge_and_repay_nothing(
    facts: Mapping[str, object],
) -> None:
    for provider, repays in (
        ("nhs_trust", True),
        ("nhs_foundation_trust", True),
        ("other_provider", False),
    ):
        rule = "fgm" if facts is MUTILATION else "refused_asylum_care_act"
        back = free(rule, **facts, service_date="2015-06-01", provider_type=provider).retrospective
        assert (back.cancel, back.repay) == (True, repays)


def test_becoming_a_resident_later_reaches_back_to_nothing() -> None:
    """Table 6.3: none. The day of the service is tested as it was."""
    assert not charged(returned_to_live=True).retrospective.cancel
