"""Money: exact pence in, exact pence out, rounded once and half up."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import BadInput
from app.core.money import CURRENCY, ZERO, Money
from tests.core.attempt import attempt

LARGEST = 10**17 - 1  # 15 digits of pounds
amounts = st.integers(-LARGEST, LARGEST).map(Money)


def half_up(pounds: Fraction) -> int:
    """Whole pence by school arithmetic, away from zero."""
    pence = floor(abs(pounds) * 100 + Fraction(1, 2))
    return -pence if pounds < 0 else pence


@settings(deadline=None)
@given(amounts)
def test_an_amount_reads_back_from_its_file_form(amount: Money) -> None:
    assert Money.parse(amount.plain) == amount


@settings(deadline=None)
@given(amounts)
def test_an_amount_reads_back_from_its_letter_form(amount: Money) -> None:
    assert Money.parse(str(amount)) == amount


@settings(deadline=None)
@given(amounts)
def test_the_file_form_is_digits_and_two_decimals(amount: Money) -> None:
    whole, _, pence = amount.plain.removeprefix("-").partition(".")
    assert whole.isdigit()
    assert len(pence) == 2
    assert int(whole) * 100 + int(pence) == abs(amount.pence)


@settings(deadline=None, max_examples=500)
@given(st.decimals("-1e12", "1e12", allow_nan=False, allow_infinity=False))
def test_rounding_is_half_up_against_exact_fractions(pounds: Decimal) -> None:
    assert Money.rounded(pounds).pence == half_up(Fraction(pounds))


@settings(deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 60))
def test_a_hair_under_half_a_penny_rounds_down_however_fine(pence: int, digits: int) -> None:
    hair_under = Decimal(f"{pence}.4{'9' * digits}E-2")
    assert Money.rounded(hair_under).pence == pence


@settings(deadline=None)
@given(st.integers(0, 10**9))
def test_half_a_penny_rounds_away_from_zero_either_way(pence: int) -> None:
    half = Decimal(f"{pence}.5E-2")
    assert Money.rounded(half) == Money(pence + 1)
    assert Money.rounded(-half) == Money(-pence - 1)


@settings(deadline=None)
@given(
    st.integers(0, 10_000_000),
    st.decimals("0.8", "1.4", places=6),
    st.integers(0, 400),
    st.integers(0, 100_000),
)
def test_a_charge_of_one_and_a_half_tariffs_is_exact(
    base: int, factor: Decimal, days: int, per_day: int
) -> None:
    pounds = Money(base).pounds + days * Money(per_day).pounds
    exact = Fraction(3, 2) * Fraction(factor) * Fraction(base + days * per_day, 100)
    assert Money.rounded(Decimal("1.5") * factor * pounds).pence == half_up(exact)


@settings(deadline=None)
@given(st.lists(amounts, max_size=30))
def test_a_total_is_the_sum_of_its_lines(lines: list[Money]) -> None:
    total = ZERO
    for line in lines:
        total = total + line
    assert Money.total(lines) == total


@settings(deadline=None)
@given(amounts, amounts)
def test_taking_away_undoes_adding(one: Money, other: Money) -> None:
    assert one + other - other == one
    assert one - other == -(other - one)
    assert (one < other) == (one.pence < other.pence)


@settings(deadline=None)
@given(st.text())
def test_any_text_is_an_amount_or_a_sentence(text: str) -> None:
    found = attempt(lambda: Money.parse(text, "paid"))
    if isinstance(found, BadInput):
        assert (found.code, found.field) == ("bad_amount", "paid")
        assert found.message == f"Enter an amount such as 1,234.50, not “{text}”."
    else:
        assert Money.parse(found.plain) == found


@pytest.mark.parametrize(
    ("text", "pence"),
    [
        ("1234.5", 123_450),
        ("1,234.50", 123_450),
        ("£1,234.50", 123_450),
        (" 0 ", 0),
        ("-12.34", -1_234),
        ("-£12.34", -1_234),
        ("£0.05", 5),
        ("999,999,999,999,999.99", 99_999_999_999_999_999),
    ],
)
def test_amounts_read_as_people_write_them(text: str, pence: int) -> None:
    assert Money.parse(text) == Money(pence)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "£",
        "12,5",
        "12,50",
        "1,23,456.00",
        "1234,567",
        "1£2",
        "£-5",
        "1.234",
        "1.",
        ".5",
        "1e3",
        "NaN",
        "inf",
        "+5",
        "5 GBP",
        "1 000",
        "١٢",
        "1\n2",
        "9" * 16,
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match=r"Enter an amount such as 1,234\.50"):
        Money.parse(text)


def test_money_is_shown_with_pounds_and_thousands() -> None:
    assert str(Money(123_450)) == "£1,234.50"
    assert str(Money(-5)) == "-£0.05"
    assert Money(-123_450).plain == "-1234.50"
    assert Money(7).pounds == Decimal("0.07")
    assert CURRENCY == "GBP"
