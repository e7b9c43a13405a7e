"""Market forces factors by year and provider."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.core.errors import BadInput, Known
from app.pricing.market_forces import read_factors
from tests.pricing.lists import FORCES

HEADER = "provider_code,provider_name,mff_factor\n"


def test_a_provider_has_the_factor_of_its_year() -> None:
    assert FORCES.factor("R1H", "2018/19") == Decimal("1.148886")


@pytest.mark.parametrize(("provider", "year"), [("R1H", "2026/27"), ("RZZ", "2018/19")])
def test_a_factor_of_another_year_is_never_used(provider: str, year: str) -> None:
    with pytest.raises(Known) as caught:
        FORCES.factor(provider, year)
    assert (caught.value.code, caught.value.field) == ("no_mff", "mff")
    assert year in caught.value.message


def test_the_list_serves_as_the_list_of_providers() -> None:
    assert [one.name for one in FORCES.providers("2018/19")] == ["Barts Health"]
    assert FORCES.providers("2026/27") == ()


def test_zeros_dropped_at_the_end_are_kept_again() -> None:
    read = read_factors(HEADER + "RGT,Cambridge,1.05679\nG6V2S,Five,1\n")
    assert str(read["RGT"].factor) == "1.056790"
    assert read["G6V2S"].factor == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "code,name,factor\n",
        HEADER + "R1H,Barts\n",
        HEADER + "R1H,Barts,1.1\nR1H,Barts,1.1\n",
        HEADER + "r1h,Barts,1.1\n",
        HEADER + "R1H,Barts,0.9\n",
        HEADER + "R1H,Barts,1.1234567\n",
    ],
)
def test_a_faulty_list_of_factors_is_refused(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_factors(text)
    assert caught.value.code == "bad_mff"
