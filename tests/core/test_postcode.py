"""UK postcodes: any spacing and case in, one form out, and a sentence for what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import BadInput
from app.core.postcode import clean_postcode


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ls97tf", "LS9 7TF"),
        (" LS9  7TF ", "LS9 7TF"),
        ("M1 1AE", "M1 1AE"),
        ("b33-8th", "B33 8TH"),
        ("CR26XH", "CR2 6XH"),
        ("DN55 1PT", "DN55 1PT"),
        ("W1A 1HQ", "W1A 1HQ"),
        ("ec1a1bb", "EC1A 1BB"),
        ("gir 0aa", "GIR 0AA"),
        ("BT1 5GS", "BT1 5GS"),
        ("ZZ99 3VZ", "ZZ99 3VZ"),  # no fixed abode
        ("JE2 3AB", "JE2 3AB"),
    ],
)
def test_every_form_is_written_one_way(typed: str, kept: str) -> None:
    assert clean_postcode(typed) == kept
    assert clean_postcode(kept) == kept


@pytest.mark.parametrize(
    "typed", ["", "LS9", "LS9 7T", "LS9 TF7", "7TF LS9", "LS9 7CF", "QX1 1AA", "100001"]
)
def test_what_is_no_postcode_says_what_to_enter(typed: str) -> None:
    with pytest.raises(BadInput, match="such as LS9 7TF") as caught:
        clean_postcode(typed, "postcode")
    assert caught.value.field == "postcode"


@given(st.text())
def test_any_text_is_a_postcode_or_refused(text: str) -> None:
    try:
        kept = clean_postcode(text)
    except BadInput:
        return
    assert clean_postcode(kept) == kept
