"""One step of the pen apart: found without comparing with everything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.spelling import pieces, spelled_nearly_so, steps_between

WORDS = st.text(st.sampled_from("abcd"), min_size=4, max_size=9)


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [
        ("smith", "smith", 0),
        ("smith", "smiht", 1),
        ("smith", "smit", 1),
        ("smith", "smithe", 1),
        ("smith", "smyth", 1),
        ("smith", "smythe", 2),
        ("", "abc", 3),
    ],
)
def test_steps_are_counted(one: str, other: str, steps: int) -> None:
    assert steps_between(one, other) == steps_between(other, one) == steps


@given(WORDS, WORDS)
def test_words_one_step_apart_share_a_piece(one: str, other: str) -> None:
    if steps_between(one, other) <= 1:
        assert not set(pieces(one)).isdisjoint(pieces(other))
    assert spelled_nearly_so(one, other) == (steps_between(one, other) == 1)


@given(WORDS, st.integers(0, 8), st.sampled_from("abcdxyz"))
def test_any_one_slip_is_near(word: str, place: int, letter: str) -> None:
    at = place % len(word)
    for slip in (
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    ):
        assert slip == word or len(slip) < 4 or spelled_nearly_so(word, slip)


def test_short_words_are_near_nobody() -> None:
    assert pieces("lee") == ()
    assert not spelled_nearly_so("lee", "les")
    assert pieces("a" * 40) == ()
