"""Countries by demonym, former name and the codes of passports."""

from __future__ import annotations

import pytest

from app.library.law import load_countries
from app.library.places import load_places

PLACES, COUNTRIES = load_places(), load_countries()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        *(("Dutch", "NL"), ("Ivorian", "CI"), ("british overseas citizen", "GB"), ("Burma", "MM")),
        *(("Swaziland", "SZ"), ("Ivory Coast", "CI"), ("Nigerien", "NE"), ("holland", "NL")),
    ],
)
def test_people_and_former_names_find_a_country(words: str, code: str) -> None:
    assert PLACES.meant_by(words) == (code,)


def test_a_word_of_several_peoples_means_them_all() -> None:
    assert set(PLACES.meant_by("Congolese")) == {"CG", "CD"}
    assert PLACES.meant_by("Utopian") == ()


def test_every_country_of_the_law_has_its_row_and_no_other() -> None:
    assert set(PLACES.demonyms) == set(PLACES.other_names) == set(COUNTRIES)
    inhabited = [
        code for code in COUNTRIES if code not in ("AQ", "BV", "HM", "TF", "GS", "UM", "SJ")
    ]
    assert [code for code in inhabited if not PLACES.also(code)] == []


def test_codes_of_passports_name_countries_of_the_law_or_none() -> None:
    assert {one.country for one in PLACES.travel.values()} <= {*COUNTRIES, ""}
    iso = {one.alpha3 for one in COUNTRIES.values()}
    assert not iso & set(PLACES.travel)
    assert [code for code, one in PLACES.travel.items() if one.stateless] == ["XXA"]
