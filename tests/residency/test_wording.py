"""Every fact and every value of it has words that a person reads."""

from __future__ import annotations

from datetime import date

import pytest

from app.library.law import load_law
from app.residency.facts import FactValue
from app.residency.wording import fact_label, plain, value_words

LAW = load_law()


def test_every_fact_has_a_label_of_its_own_that_is_no_variable_name() -> None:
    labels = [fact.label for fact in LAW.facts.all]
    assert all(label and "_" not in label and label[0].isupper() for label in labels)
    assert len(set(labels)) == len(labels)


def test_every_value_of_a_fact_has_words() -> None:
    for fact in LAW.facts.all:
        assert set(fact.values) <= set(fact.words), fact.name
        assert all("_" not in words for words in fact.words.values()), fact.name


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("is_british_citizen", True, "Yes"),
        ("is_british_citizen", False, "No"),
        ("is_british_citizen", None, "Not known"),
        ("leave_valid_to", date(2026, 3, 3), "3 March 2026"),
        ("nationalities", ("NA", "NO"), "Namibia, Norway"),
        ("country_of_residence", "NO", "Norway"),
        ("ihs_state", "paid", "Paid"),
        ("condition_id", "anthrax", "Anthrax"),
        ("condition_id", "none", "None of these"),
        ("condition_id", "broken_leg", "broken leg"),
        ("family_principal_group", "uk_forces", "UK regular or reserve forces"),
        ("age_years", 40, "40"),
    ],
)
def test_a_value_is_read_in_words(name: str, value: FactValue | None, words: str) -> None:
    assert value_words(name, value, LAW) == words


def test_a_name_that_is_no_fact_is_read_without_its_underscores() -> None:
    assert fact_label("is_british_citizen", LAW) == "British citizen"
    assert fact_label("shoe_size", LAW) == "shoe size"


def test_a_note_names_facts_and_rules_by_their_labels() -> None:
    note = "See ihs_exempt in countries.csv: no condition on leave_valid_to, nor shoe_size."
    assert plain(note, LAW) == (
        "See “Exempt from the surcharge” in the list of countries: no condition on "
        "“Permission ends”, nor shoe size."
    )
