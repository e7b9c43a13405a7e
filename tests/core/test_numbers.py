"""Numbers meet however they are spaced, dashed or dialled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.numbers import plain_number, plain_phone


@pytest.mark.parametrize(
    "typed", ["+44 7700 900123", "+44 (0)7700 900123", "0044 7700 900 123", "07700-900123"]
)
def test_a_uk_telephone_is_one_number_however_it_is_dialled(typed: str) -> None:
    assert plain_phone(typed) == "07700900123"


def test_a_telephone_abroad_keeps_its_country_and_too_few_digits_are_none() -> None:
    assert plain_phone("+33 1 23 45 67 89") == plain_phone("0033 123456789") == "33123456789"
    assert plain_phone("٠٧٧٠٠ ٩٠٠١٢٣") == "07700900123"
    assert plain_phone("ext. 12") == plain_phone("") == ""


def test_a_paper_has_one_number_however_it_is_written() -> None:
    assert plain_number("a 123-456") == plain_number("Ａ123456") == "A123456"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_a_plain_number_stays_as_it_is(text: str) -> None:
    assert plain_number(plain_number(text)) == plain_number(text)
    assert plain_phone(text).isdigit() or not plain_phone(text)
