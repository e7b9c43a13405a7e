from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import BadInput
from app.library.law import load_law
from app.residency.facts import FactBook, FactValue, printable
from tests.core.attempt import attempt
from tests.residency.given import value_of

BOOK = load_law().facts


@pytest.mark.parametrize(
    ("name", "given_value", "kept"),
    [
        ("is_british_citizen", True, True),
        ("age_years", 0, 0),
        ("service_date", "2026-03-09", date(2026, 3, 9)),
        ("service_date", date(2026, 3, 9), date(2026, 3, 9)),
        ("service_type", "a_and_e", "a_and_e"),
        ("country_of_residence", "no", "NO"),
        ("country_of_residence", "NA", "NA"),
        ("nationalities", ["PL", "NO", "PL"], ("NO", "PL")),
        ("names", "  Zoe\u0308 ", "Zo\u00eb"),
        ("condition_id", "seasonal_influenza", "seasonal_influenza"),
        ("parent_group", "ihs_paid", "ihs_paid"),
        ("immigration_status", "unknown", None),
        ("condition_caused_by_violence", "not_disclosed", None),
        ("modern_slavery_decision", "referred", "referred"),
        ("is_british_citizen", None, None),
        ("country_of_residence", "", None),
        ("nationalities", [], None),
        ("names", "", None),
        ("condition_id", " ", None),
    ],
)
def test_a_value_is_kept_in_its_facts_own_type(
    name: str, given_value: object, kept: FactValue | None
) -> None:
    assert BOOK.normalise(name, given_value) == kept


@pytest.mark.parametrize(
    ("name", "given_value", "code"),
    [
        ("is_british_citizen", "yes", "bad_value"),
        ("is_british_citizen", 1, "bad_value"),
        ("age_years", True, "bad_value"),
        ("age_years", -1, "bad_value"),
        ("age_years", 151, "bad_value"),
        ("age_years", "40", "bad_value"),
        ("age_years", 40.0, "bad_value"),
        ("service_date", "2026-02-30", "bad_date"),
        ("service_date", "yesterday", "bad_date"),
        ("service_date", 20260309, "bad_date"),
        ("service_type", "hotel", "bad_value"),
        ("service_type", True, "bad_value"),
        ("country_of_residence", "UK", "bad_value"),
        ("country_of_residence", 44, "bad_value"),
        ("nationalities", "NO", "bad_value"),
        ("nationalities", ["XX"], "bad_value"),
        ("nationalities", [["NO"]], "bad_value"),
        ("names", 7, "bad_value"),
        ("names", "x" * 2001, "bad_value"),
        ("parent_group", ["ihs_paid"], "bad_value"),
    ],
)
def test_a_value_its_fact_cannot_hold_is_refused_by_name(
    name: str, given_value: object, code: str
) -> None:
    with pytest.raises(BadInput) as refused:
        BOOK.normalise(name, given_value)
    assert (refused.value.code, refused.value.field) == (code, name)


def test_reading_keeps_known_facts_and_names_the_rest() -> None:
    known, ignored = BOOK.read({"service_type": "sti", "names": None, "shoe_size": 43})
    assert known == {"service_type": "sti"}
    assert ignored == {"shoe_size"}


def test_the_first_fact_at_fault_is_named_whatever_the_order() -> None:
    wrong: dict[str, object] = {"service_type": "hotel", "age_years": -1}
    for given_facts in (wrong, dict(reversed(wrong.items()))):
        with pytest.raises(BadInput) as refused:
            BOOK.read(given_facts)
        assert refused.value.field == "age_years"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda some: st.lists(some, max_size=3) | st.dictionaries(st.text(), some, max_size=3),
    max_leaves=4,
)


@given(name=st.sampled_from(BOOK.all).map(lambda fact: fact.name), value=JSON)
def test_anything_at_all_is_read_or_refused_in_a_sentence(name: str, value: object) -> None:
    answer = attempt(lambda: BOOK.normalise(name, value))
    if isinstance(answer, BadInput):
        assert answer.message.endswith(".")
        assert answer.message.encode("utf-8")


@given(seed=st.integers(min_value=0, max_value=2**32))
def test_reading_again_changes_nothing(seed: int) -> None:
    chance = Random(seed)
    for fact in BOOK.all:
        kept = BOOK.normalise(fact.name, value_of(fact, chance))
        assert BOOK.normalise(fact.name, kept) == kept


def test_half_a_character_becomes_a_mark() -> None:
    assert printable("\ud800") == "?"
    assert BOOK.normalise("names", "Ada \ud800") == "Ada ?"
    assert len(printable("x" * 200)) == 60


def test_a_fact_prints_its_values_where_it_has_them() -> None:
    shown = {fact.name: fact.as_json() for fact in BOOK.all}
    assert list(shown["urgency"]) == ["name", "type", "values", "meaning", "decided_by"]
    assert "values" not in shown["condition_id"]
    assert "urgency" in BOOK
    assert isinstance(BOOK, FactBook)


@pytest.mark.parametrize(
    ("name", "given_value", "said"),
    [("nationalities", [None], "“null”"), ("names", True, "“true”"), ("names", 1, "“1”")],
)
def test_a_refused_value_is_shown_as_it_stands_in_the_file(
    name: str, given_value: object, said: str
) -> None:
    with pytest.raises(BadInput, match=said):
        BOOK.normalise(name, given_value)
