"""A reader told from a person by time alone: fed moments, not a clock."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.burst import FEWEST, GAP, LINE_GAP, Burst, Reading, belongs

PASSPORT = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\n"
)


def feed(text: str, gap: float, *, in_text: bool = True) -> tuple[list[Reading], list[str]]:
    """What comes out of characters this far apart: bursts, and what was let through at once."""
    burst, ended, through, moment = Burst(), [], [], 0.0
    for character in text:
        moment += gap
        if not burst.goes_on_at(moment) and not burst.is_new:
            ended.append(burst.end())
        if not belongs(character, burst):
            if not burst.is_new:
                ended.append(burst.end())
            through.append(character)
        elif not burst.take(character, moment, in_text=in_text):
            through.append(character)
    if not burst.is_new:
        ended.append(burst.end())
    return ended, through


def test_a_reader_is_held_back_from_its_second_character_on() -> None:
    (reading,), through = feed(PASSPORT, 0.004)
    assert reading.text == PASSPORT
    assert through == ["P"]
    assert reading.let_through == 1
    assert reading.held == PASSPORT[1:]


def test_twenty_in_a_row_are_no_person_even_without_a_filler() -> None:
    (reading,), through = feed("A" * (FEWEST + 3), GAP - 0.001)
    assert len(through) == FEWEST - 1
    assert reading.held == "A" * 4


def test_where_a_key_acts_little_is_let_through() -> None:
    _, through = feed("9993177423", 0.005, in_text=False)
    assert through == ["9", "9", "9"]


def test_nobody_who_types_is_held_back() -> None:
    for in_text in (True, False):
        ended, through = feed("OKAFOR 02/03/1990 P<GB", GAP + 0.001, in_text=in_text)
        assert "".join(through) == "OKAFOR 02/03/1990 P<GB"
        assert all(one.held == "" for one in ended)


def test_a_reader_may_rest_at_the_end_of_a_line() -> None:
    burst = Burst()
    burst.take("A", 0.0, in_text=True)
    assert belongs("\n", burst)
    burst.take("\n", 0.01, in_text=True)
    assert burst.goes_on_at(0.01 + LINE_GAP - 0.001)
    assert not burst.goes_on_at(0.01 + LINE_GAP)


def test_enter_alone_and_small_letters_are_a_persons() -> None:
    burst = Burst()
    assert not belongs("\n", burst)
    assert not belongs("a", burst)
    assert not belongs(" ", burst)
    assert not burst.goes_on_at(0.0)


@given(
    st.lists(st.tuples(st.sampled_from("AZ09<\n a"), st.floats(0, 0.2)), max_size=120),
    st.booleans(),
)
def test_no_character_is_ever_lost(typed: list[tuple[str, float]], in_text: bool) -> None:
    """What is let through and what is held are together what was typed, in its order."""
    burst, moment, out = Burst(), 0.0, ""
    for character, gap in typed:
        moment += gap
        if not burst.goes_on_at(moment):
            out += burst.end().held
        if not belongs(character, burst):
            out += burst.end().held + character
        elif not burst.take(character, moment, in_text=in_text):
            out += character
    out += burst.end().held
    assert out == "".join(character for character, _ in typed)
    assert not burst.is_holding
