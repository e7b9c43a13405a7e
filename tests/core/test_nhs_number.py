"""NHS numbers: a slip of one key never passes as another person."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.core.errors import BadInput
from app.core.nhs_number import NHSNumber, check_digit
from tests.core.attempt import attempt

first_nine = st.text("0123456789", min_size=9, max_size=9)


@st.composite
def numbers(draw: st.DrawFn) -> str:
    """Ten digits whose last is right."""
    nine = draw(first_nine)
    check = check_digit(nine)
    assume(check is not None)
    return f"{nine}{check}"


@settings(deadline=None)
@given(numbers())
def test_every_single_digit_fault_is_refused(digits: str) -> None:
    for place, right in enumerate(digits):
        for wrong in "0123456789":
            if wrong != right:
                with pytest.raises(BadInput, match="mistyped digit"):
                    NHSNumber.parse(digits[:place] + wrong + digits[place + 1 :])


@settings(deadline=None)
@given(numbers())
def test_every_swap_of_neighbours_is_refused(digits: str) -> None:
    for place in range(9):
        swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
        if swapped != digits:
            with pytest.raises(BadInput, match="mistyped digit"):
                NHSNumber.parse(swapped)


@settings(deadline=None)
@given(numbers())
def test_a_number_is_shown_three_three_four_and_reads_back(digits: str) -> None:
    shown = str(NHSNumber.parse(digits))
    assert [len(part) for part in shown.split(" ")] == [3, 3, 4]
    assert NHSNumber.parse(shown).digits == digits


@settings(deadline=None)
@given(
    numbers(), st.lists(st.sampled_from(["", " ", "-", "\u00a0", "  "]), min_size=11, max_size=11)
)
def test_any_spacing_is_read(digits: str, gaps: list[str]) -> None:
    typed = "".join(gap + digit for gap, digit in zip(gaps, digits, strict=False)) + gaps[10]
    assert NHSNumber.parse(typed).digits == digits


@settings(deadline=None)
@given(st.text() | st.text("0123456789 -", min_size=8, max_size=14))
def test_any_text_is_a_number_or_a_sentence(text: str) -> None:
    found = attempt(lambda: NHSNumber.parse(text))
    if isinstance(found, BadInput):
        assert (found.code, found.field) == ("bad_nhs_number", "nhs_number")
        assert found.message.endswith(".")
    else:
        assert check_digit(found.digits[:9]) == int(found.digits[9])


@pytest.mark.parametrize("text", ["AB123456C", "ab 12 34 56 c", "AB123456"])
def test_a_national_insurance_number_is_told_apart(text: str) -> None:
    with pytest.raises(BadInput, match="That is a National Insurance number"):
        NHSNumber.parse(text)


@pytest.mark.parametrize(
    "text", ["", "123", "12345678901", "٩٩٩١٢٣٤٥٦٧", "999123456²", "99912345 6X"]
)
def test_what_is_not_ten_digits_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="Enter the NHS number as 10 digits"):
        NHSNumber.parse(text)


def test_the_data_dictionary_examples_hold() -> None:
    assert check_digit("943476591") == 9
    assert check_digit("401023213") == 7
    assert str(NHSNumber.parse("9434765919")) == "943 476 5919"


def test_a_sum_that_leaves_ten_has_no_number() -> None:
    assert check_digit("000000006") is None
    for last in "0123456789":
        with pytest.raises(BadInput, match="mistyped digit"):
            NHSNumber.parse(f"000000006{last}")


def test_a_sum_that_leaves_eleven_ends_in_nought() -> None:
    assert check_digit("000000000") == 0


def test_only_the_999_range_is_made_up() -> None:
    assert NHSNumber.parse("999 000 0018").is_made_up
    assert not NHSNumber.parse("943 476 5919").is_made_up
