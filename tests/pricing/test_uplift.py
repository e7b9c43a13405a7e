"""The charge: exact to the penny, rounded once."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.money import Money
from app.pricing.uplift import Rounding, charge, multiplier

PENCE, WHOLE_POUND = Rounding.PENCE, Rounding.WHOLE_POUND
prices = st.integers(0, 200_000_00).map(Money)
factors = st.integers(1_000_000, 1_300_000).map(lambda micro: Decimal(micro).scaleb(-6))
days = st.integers(0, 400)
rates = st.sampled_from((100, 150))
roundings = st.sampled_from(Rounding)


def _half_up(exact: Fraction) -> int:
    whole = exact.numerator // exact.denominator
    return whole + (exact - whole >= Fraction(1, 2))


@pytest.mark.parametrize(
    ("base", "mff", "rounding", "expected"),
    [
        ("7251", "1.148886", PENCE, "12495.86"),
        ("7251", "1.148886", WHOLE_POUND, "12496.50"),
        ("539", "1.072536", PENCE, "867.15"),
        ("539", "1.072536", WHOLE_POUND, "867.00"),
    ],
)
def test_the_worked_numbers_of_the_finance_rules_come_out(
    base: str, mff: str, rounding: Rounding, expected: str
) -> None:
    found = charge(
        base=Money.parse(base),
        excess_days=0,
        per_day=None,
        mff=Decimal(mff),
        rate_percent=150,
        rounding=rounding,
    )
    assert found == Money.parse(expected)


def test_a_half_penny_goes_up() -> None:
    found = charge(base=Money(1), excess_days=0, per_day=None, mff=Decimal(1), rate_percent=150)
    assert found == Money(2)  # 1.5 pence


def test_days_beyond_the_trim_point_are_charged_like_the_price() -> None:
    found = charge(
        base=Money.parse("9859"),
        excess_days=12,
        per_day=Money.parse("240"),
        mff=Decimal("1.148886"),
        rate_percent=150,
    )
    assert found == Money.parse("21953.49")  # 1.5 x 1.148886 x 12,739 = 21,953.4881...


def test_the_multiplier_reads_as_the_working_shows_it() -> None:
    assert (str(multiplier(150)), str(multiplier(100))) == ("1.50", "1.00")


@settings(deadline=None)
@given(prices, days, prices, factors, rates)
def test_the_charge_is_the_exact_fraction_rounded_once_half_up(
    base: Money, excess: int, per_day: Money, mff: Decimal, rate: int
) -> None:
    exact = Fraction(rate, 100) * Fraction(mff) * (base.pence + excess * per_day.pence)
    found = charge(base=base, excess_days=excess, per_day=per_day, mff=mff, rate_percent=rate)
    assert found.pence == _half_up(exact)


@settings(deadline=None)
@given(prices, days, prices, factors, rates)
def test_the_whole_pound_option_rounds_before_the_uplift(
    base: Money, excess: int, per_day: Money, mff: Decimal, rate: int
) -> None:
    pounds = _half_up(Fraction(mff) * (base.pence + excess * per_day.pence) / 100)
    found = charge(
        base=base,
        excess_days=excess,
        per_day=per_day,
        mff=mff,
        rate_percent=rate,
        rounding=WHOLE_POUND,
    )
    assert found.pence == pounds * rate


@settings(deadline=None)
@given(prices, days, prices, factors, rates, roundings)
def test_a_longer_stay_never_costs_less(
    base: Money, excess: int, per_day: Money, mff: Decimal, rate: int, rounding: Rounding
) -> None:
    shorter, longer = (
        charge(
            base=base,
            excess_days=nights,
            per_day=per_day,
            mff=mff,
            rate_percent=rate,
            rounding=rounding,
        )
        for nights in (excess, excess + 1)
    )
    assert shorter <= longer


@settings(deadline=None)
@given(prices, factors, rates)
def test_no_setting_of_the_decimal_context_changes_a_charge(
    base: Money, mff: Decimal, rate: int
) -> None:
    usual = charge(base=base, excess_days=0, per_day=None, mff=mff, rate_percent=rate)
    with localcontext() as context:
        context.prec = 3
        coarse = charge(base=base, excess_days=0, per_day=None, mff=mff, rate_percent=rate)
    assert usual == coarse
