"""Why words typed are a name, or that they are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.likeness import name_reason, shares_a_word
from app.core.match import Reason

WORD = st.text(st.sampled_from("bcdfgk"), min_size=2, max_size=7)


@pytest.mark.parametrize(
    ("typed", "family", "first", "reason"),
    [
        (("okafor",), "okafor", "ada", Reason.SURNAME),
        (("okafor", "ada"), "okafor", "ada", Reason.SURNAME),
        (("ada", "okafor"), "okafor", "ada", Reason.TURNED),
        (("ada",), "okafor", "ada", Reason.GIVEN_NAME),
        (("marquez",), "garcia marquez", "luisa", Reason.ONE_NAME),
        (("garciamarquez",), "garcia marquez", "luisa", Reason.SURNAME),
        (("kim", "minjun"), "kim", "min jun", Reason.SURNAME),
        (("minjun", "kim"), "kim", "min jun", Reason.TURNED),
        (("hassan",), "al hassan", "", Reason.SURNAME),
        (("alhassan",), "hassan", "", Reason.SURNAME),
        (("kovalsky",), "kowalski", "", Reason.SURNAME_SOUNDS),
        (("ali", "mohamed"), "ali", "muhammad", Reason.GIVEN_SOUNDS),
        (("onafor",), "okafor", "ada", Reason.NEARLY),
        (("okafor", "bola"), "okafor", "ada", None),
        (("ada", "ada"), "okafor", "ada", None),
        ((), "okafor", "ada", None),
        (("x",), "", "", None),
    ],
)
def test_the_reason_of_a_name(
    typed: tuple[str, ...], family: str, first: str, reason: Reason | None
) -> None:
    assert name_reason(typed, family, first) is reason


def test_only_the_last_word_may_still_be_growing() -> None:
    assert name_reason(("okafor", "a"), "okafor", "ada", open_end=True) is Reason.SURNAME
    assert name_reason(("oka", "ada"), "okafor", "ada", open_end=True) is None
    assert name_reason(("oka",), "okafor", "ada") is None


@given(WORD, WORD)
def test_a_name_is_itself_in_either_order(family: str, first: str) -> None:
    assert name_reason((family, first), family, first) is not None
    assert name_reason((first, family), family, first) is not None


def test_a_word_is_shared_whatever_its_article() -> None:
    assert shares_a_word(("omar", "hassan"), "al hassan", "khalid")
    assert not shares_a_word(("omar", "hassan"), "okafor", "ada")
