"""The trust's settings: safe where nothing was set."""

from __future__ import annotations

from app.core.trust import Mode, Trust


def test_a_new_trust_invents_no_price_factor_and_no_bank_account() -> None:
    trust = Trust(name="Example NHS Trust", provider_code="RXX", reference_code="RXX")
    assert trust.market_forces_factor is None
    assert trust.payment_details == ()


def test_the_second_check_starts_at_five_thousand_pounds() -> None:
    trust = Trust(name="Example NHS Trust", provider_code="RXX", reference_code="RXX")
    assert trust.second_check_from_pence == 5_000 * 100


def test_a_store_is_live_demo_or_test() -> None:
    assert [str(mode) for mode in Mode] == ["live", "demo", "test"]
