"""What a PIN must be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.access.pins import check_pin, is_pin
from app.core.errors import BadInput


@pytest.mark.parametrize("pin", ["482913", "900817", "112358"])
def test_six_digits_without_a_pattern_are_a_pin(pin: str) -> None:
    check_pin(pin)


@pytest.mark.parametrize(
    "pin",
    ["000000", "777777", "123456", "654321", "890123", "210987", "121212", "123123", "909090"],
)
def test_what_is_tried_first_is_refused(pin: str) -> None:
    with pytest.raises(BadInput, match="without a pattern"):
        check_pin(pin)


@pytest.mark.parametrize("text", ["", "12345", "1234567", "12 345", "١٢٣٤٥٦", "abcdef", "-12345"])
def test_nothing_but_six_digits_is_a_pin(text: str) -> None:
    assert not is_pin(text)
    with pytest.raises(BadInput, match="6 digits"):
        check_pin(text)


@given(st.text(max_size=12))
def test_any_text_is_a_pin_or_is_refused_in_words(text: str) -> None:
    if is_pin(text):
        assert len(text) == 6
        assert set(text) <= set("0123456789")
    else:
        with pytest.raises(BadInput) as refused:
            check_pin(text)
        assert refused.value.field == "pin"
