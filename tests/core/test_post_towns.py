"""Post towns as a person looks for them: by a beginning, or by a postcode."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.post_towns import PostTowns, town_key

TOWNS = PostTowns(
    {
        "King's Lynn": ("PE30",),
        "St Albans": ("AL1", "AL2"),
        "Stoke-on-Trent": ("ST1",),
        "Ty Croes": ("LL63",),
        "Leeds": ("LS9",),
        "Leek": ("ST13",),
        "Lee-on-the-Solent": ("PO13",),
        "Gosport": ("PO13",),
        "Newport": ("NP10",),
        "Newport Pagnell": ("MK16",),
        **{f"Aber {letter}": ("AB1",) for letter in "abcdefghijkl"},
    }
)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("kings l", "King's Lynn"),
        ("KING’S", "King's Lynn"),
        ("saint al", "St Albans"),
        ("St. Al", "St Albans"),
        ("stoke on", "Stoke-on-Trent"),
        ("tŷ cr", "Ty Croes"),
        ("lynn", "King's Lynn"),
        ("newport", "Newport"),
    ],
)
def test_a_town_is_found_by_how_it_begins_however_it_is_written(typed: str, first: str) -> None:
    assert TOWNS.like(typed)[0] == first


def test_at_most_eight_are_offered_and_none_for_a_letter_or_for_what_stands_there_whole() -> None:
    assert len(TOWNS.like("aber")) == 8
    assert TOWNS.like("l") == TOWNS.like("  ") == TOWNS.like("zz") == ()
    assert TOWNS.like("Leeds") == ()
    assert TOWNS.like("leeds") == ("Leeds",)  # in the town's own spelling
    assert TOWNS.like("Newport") == ("Newport", "Newport Pagnell")


def test_a_town_of_the_postcode_comes_first() -> None:
    assert TOWNS.like("lee")[0] == "Lee-on-the-Solent"
    assert TOWNS.like("lee", first=("Leek",))[0] == "Leek"


def test_a_whole_postcode_has_the_towns_of_its_district() -> None:
    assert TOWNS.of("ls97tf") == ("Leeds",)
    assert TOWNS.of(" po13 9aa ") == ("Gosport", "Lee-on-the-Solent")


@pytest.mark.parametrize("typed", ["", "LS9", "LS9 7", "ZZ99 3VZ", "ZZ99 3CZ", "LS10 1AA", "none"])
def test_half_a_postcode_one_of_no_place_and_one_that_is_not_listed_have_none(typed: str) -> None:
    assert TOWNS.of(typed) == ()


@given(st.text())
def test_anything_typed_is_read_without_a_word_and_offers_only_towns_that_answer(
    typed: str,
) -> None:
    assert TOWNS.of(typed) in ((), *(TOWNS.of(one) for one in ("LS9 7TF", "PO13 9AA", "ST1 1AA")))
    for town in TOWNS.like(typed):
        assert town_key(typed) in town_key(town)
