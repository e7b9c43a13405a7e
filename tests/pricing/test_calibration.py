"""How good estimates were, and what that does to the next range."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.money import Money
from app.pricing.calibration import ENOUGH, NO_PAST, Outcome, Past, past_of, records
from app.pricing.estimate import EstimateRequest, LineRequest, estimate
from app.pricing.priced import Driver, PricedLine
from app.pricing.tariff import Admission
from tests.pricing.lists import FORCES, SHELF


def outcome(final: int, *, likely: int = 1_000_00, **more: Any) -> Outcome:
    known: dict[str, Any] = {
        "estimate_no": "R1HE000001",
        "specialty": "AA",
        "root": "AA10",
        "hrg": "AA10C",
        "length_of_stay": 3,
        "low": Money(likely * 8 // 10),
        "likely": Money(likely),
        "high": Money(likely * 12 // 10),
        "final": Money(final),
    }
    return Outcome(**(known | more))


def priced(past: Past, *, root: str | None = "AA10", hrg: str | None = None) -> PricedLine:
    line = LineRequest(
        id="1", admission=Admission.ELECTIVE, root=root, hrg=hrg, on=date(2018, 5, 1)
    )
    request = EstimateRequest(provider="R1H", tariff_year="2018/19", mff=Decimal(1), lines=(line,))
    return estimate(request, SHELF, FORCES, past).lines[0]


def test_a_report_by_specialty_says_how_often_the_range_held_and_the_mean_error() -> None:
    seen = [
        *(outcome(final) for final in (1_000_00, 1_100_00, 1_300_00)),
        outcome(700_00, specialty="HN"),
    ]
    nerves, hips = records(seen)
    assert (nerves.specialty, nerves.finals, nerves.held) == ("AA", 3, 2)
    assert (nerves.mean_error, nerves.mean_error_per_mille) == (Money(133_33), 133)
    assert (hips.held, hips.mean_error, hips.mean_error_per_mille) == (0, Money(-300_00), -300)
    assert not nerves.speaks
    assert records([]) == ()


def test_an_estimate_of_nothing_has_no_share_of_error() -> None:
    (one,) = records([outcome(5_00, likely=0)])
    assert (one.mean_error, one.mean_error_per_mille) == (Money(5_00), 0)
    assert past_of([outcome(5_00, likely=0)]).ratios == {}


def test_half_a_penny_of_a_mean_goes_away_from_zero() -> None:
    assert records([outcome(100_001), outcome(100_000)])[0].mean_error == Money(1)
    assert records([outcome(99_999), outcome(100_000)])[0].mean_error == Money(-1)


def test_the_range_is_not_widened_before_there_are_enough_finals() -> None:
    few = past_of([outcome(2_000_00)] * (ENOUGH - 1))
    line = priced(few)
    assert (line.low, line.high) == (priced(NO_PAST).low, priced(NO_PAST).high)
    assert Driver.EXPERIENCE not in line.drivers


def test_with_enough_finals_the_range_takes_in_the_middle_eighty_per_cent() -> None:
    ratios = [*range(1, 3), *[1_000] * 16, 5_000, 9_000]  # per mille; two of each side are left out
    past = past_of([outcome(ratio * 100) for ratio in ratios])
    line = priced(past, root=None, hrg="AA10C")
    likely = Money.parse("6000")
    assert line.likely == likely
    assert (line.low, line.high) == (likely, likely)
    wider = past_of([outcome(ratio * 100) for ratio in [500] * 3 + [1_000] * 14 + [2_000] * 3])
    line = priced(wider, root=None, hrg="AA10C")
    assert (line.low, line.high) == (Money.parse("3000"), Money.parse("12000"))
    assert line.drivers == (Driver.EXPERIENCE,)


def test_the_past_of_another_specialty_changes_nothing() -> None:
    hips = past_of([outcome(3_000_00, specialty="HN", root="HN12", hrg="HN12F")] * 30)
    assert priced(hips) == priced(NO_PAST)


def test_the_range_of_the_lists_is_never_narrowed() -> None:
    exact = past_of([outcome(1_000_00)] * 50)
    line, plain = priced(exact), priced(NO_PAST)
    assert (line.low, line.high) == (plain.low, plain.high)


@given(st.lists(st.integers(0, 5_000_00), min_size=ENOUGH, max_size=60))
def test_the_widened_range_holds_for_at_least_four_of_five_past_finals(finals: list[int]) -> None:
    past = past_of([outcome(final) for final in finals])
    low, high = past.range_of("AA", Money(1_000_00))
    assert low <= Money(1_000_00) <= high
    within = sum(low.pence <= final <= high.pence for final in finals)
    assert Fraction(within, len(finals)) >= Fraction(4, 5)


@pytest.mark.parametrize(
    ("seen", "likely"),
    [
        ((), "AA10C"),  # of four, the second cheapest
        (("AA10A",) * 3, "AA10A"),
        (("AA10A",) * 2, "AA10B"),
        (("AA10D",) * 3, "AA10D"),
        (("AA10B",), "AA10B"),
        (("AA10D",), "AA10C"),
    ],
)
def test_the_likely_code_of_a_root_is_the_middle_weighed_by_what_was_final_here(
    seen: tuple[str, ...], likely: str
) -> None:
    past = past_of([outcome(1_000_00, hrg=code) for code in seen])
    assert priced(past).hrg == likely


def test_finals_without_a_root_weigh_nothing() -> None:
    past = past_of([outcome(1_000_00, root="", hrg="WF01A", specialty="330")])
    assert past.finals_of_roots == {}
    with pytest.raises(ValueError, match="no HRG"):
        NO_PAST.middle("AA10", [])
