"""Care is found while it is typed: by code, by name, by what people call it, and misspelt."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.library.lay_words import load_lay_words
from app.library.tariffs import load_shelf
from app.pricing.care import Care, all_care, care_named, common_name, find_care
from app.pricing.lay_words import LayWord, LayWords
from app.pricing.search import Entry, SearchIndex
from app.pricing.tariff import Admission

ROWS = (
    ("AA10A", "Procedure on Nerves, with CC Score 4+"),
    ("AA10B", "Procedure on Nerves, with CC Score 2-3"),
    ("HN12F", "Very Major Hip Procedures for Non-Trauma"),
    ("BZ34A", "Phacoemulsification Cataract Extraction"),
    ("CA60A", "Tonsillectomy, 19 years and over"),
    ("ENT01", "Enteral Feeding"),
    ("CA98Z", "Minor Ear Procedures"),
)
LAY = LayWords(
    (
        LayWord(("hip replacement", "new hip"), codes=("HN12",)),
        LayWord(("tonsils out",), names=(frozenset({"tonsillectomy"}),)),
        LayWord(("ent",), codes=("CA",)),
    )
)
INDEX = SearchIndex.of(
    (Entry(code, name, code, "Orthopaedic" if code == "HN12F" else "") for code, name in ROWS), LAY
)
SHELF = load_shelf()
LIST_2018 = SHELF.edition("2018/19")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("aa10", ("AA10A", "AA10B")),
        ("AA10 2-3", ("AA10B",)),
        ("nerv score 4", ("AA10A",)),
        ("cataract", ("BZ34A",)),
        ("catarct", ("BZ34A",)),
        ("cataracct", ("BZ34A",)),
        ("actaract", ("BZ34A",)),
        ("catarakt", ("BZ34A",)),
        ("hip replacement", ("HN12F",)),
        ("hip repl", ("HN12F",)),
        ("new h", ("HN12F",)),
        ("left hip replacement", ("HN12F",)),
        ("hip nerves", ("AA10A", "AA10B")),
        ("orthop", ("HN12F",)),
        ("tonsils", ("CA60A",)),
        ("lectomy", ("CA60A",)),
        ("ent", ("ENT01", "CA60A", "CA98Z")),
        ("Tonsillectomý", ("CA60A",)),
        ("zzz", ()),
        ("hpi", ()),
        ("  ", ()),
        ("--", ()),
        ("x" * 500, ()),
    ],
)
def test_typing_finds(typed: str, found: tuple[str, ...]) -> None:
    assert INDEX.find(typed, 10)[: len(found) or 10] == found


def test_no_more_are_found_than_are_wanted() -> None:
    assert INDEX.find("procedure", 2) == ("AA10A", "AA10B")
    assert INDEX.find("procedure", 0) == ()


@given(st.text(max_size=60))
def test_any_text_is_searched_and_finds_each_row_once(typed: str) -> None:
    found = INDEX.find(typed, 50)
    assert len(set(found)) == len(found)


@given(st.sampled_from(ROWS), st.integers(4, 12))
def test_every_word_of_a_name_finds_it_as_it_is_typed(row: tuple[str, str], typed: int) -> None:
    for word in row[1].replace(",", " ").split():
        assert row[0] in INDEX.find(word[:typed], 50)


def _codes(typed: str) -> list[str]:
    return [one.code for one in find_care(SHELF, LIST_2018, typed, 50)]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("cataract", "BZ34"),
        ("catarct", "BZ34A"),
        ("hip replacement", "HN12"),
        ("hip repl", "HN12F"),
        ("knee replacement", "HN22"),
        ("heart attack", "EB10"),
        ("gallbladder removal", "GA10K"),
        ("heart bypass", "ED28C"),
        ("orthopaedics", "110"),
        ("orthopedic", "110"),
        ("330", "330"),
        ("HN12F", "HN12F"),
    ],
)
def test_people_find_the_care_of_the_published_list(typed: str, code: str) -> None:
    assert code in _codes(typed)


def test_the_group_of_a_root_stands_before_its_codes() -> None:
    first, *rest = find_care(SHELF, LIST_2018, "hip replacement", 7)
    assert (first.code, first.group) == ("HN12", True)
    assert first.name == "Very Major Hip Procedures for Non-Trauma"
    assert [one.code for one in rest] == [f"HN12{letter}" for letter in "ABCDEF"]
    assert Admission.ELECTIVE in first.ways


def test_specialties_are_found_though_no_list_prices_them_and_by_no_list_at_all() -> None:
    bare = replace(SHELF, lists=())
    (clinic,) = find_care(bare, None, "dermatology", 1)
    assert (clinic.tfc, clinic.ways) == (True, ())
    assert find_care(bare, None, "hip replacement", 5) == ()


def test_what_no_list_of_the_day_prices_is_found_by_its_average_cost_and_marked_so() -> None:
    (hip, *_) = find_care(SHELF, None, "hip replacement", 5)
    assert hip.ways
    assert hip.provisional == {*hip.ways}


def test_h1_care_as_it_is_picked_holds_no_price() -> None:
    fields = set(Care.__dataclass_fields__)
    assert fields == {"code", "name", "ways", "provisional", "group", "tfc", "item"}
    assert not any("£" in one.name for one in all_care(SHELF, LIST_2018))


def test_every_lay_phrase_finds_something_where_its_care_is_listed() -> None:
    named = {one.code for one in all_care(SHELF, LIST_2018)}
    for entry in load_lay_words().entries:
        if any(code.startswith(entry.codes) for code in named if entry.codes):
            assert _codes(entry.phrases[0]), entry.phrases[0]


@pytest.mark.parametrize(
    ("names", "common"),
    [
        (["Hip Work, with CC Score 4+", "Hip Work, with CC Score 0-3"], "Hip Work"),
        (["Hip Work with Stay", "Hip Work without Stay"], "Hip Work"),
        (["Open Work", "Closed Work"], "Open Work"),
    ],
)
def test_a_group_is_called_what_its_names_have_in_common(names: list[str], common: str) -> None:
    assert common_name(names) == common


def test_care_is_named_by_its_code_or_as_a_field_shows_it() -> None:
    hip = care_named(SHELF, LIST_2018, "hn12f")
    assert hip is not None
    assert hip.words.startswith("HN12F Very Major Hip Procedures")
    assert care_named(SHELF, LIST_2018, f" {hip.words} ") == hip
    assert care_named(SHELF, LIST_2018, "hip") is None
    assert Care(code="Surgery", name="Surgery", ways=()).words == "Surgery"
