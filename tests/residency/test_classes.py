"""Which values of a fact the law of a day tells apart, and which days it tells apart."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from app.library.law import load_law
from app.residency.classes import ClassBook
from app.residency.conditions import Atom, Op, Truth
from app.residency.epochs import comparisons, epochs
from app.residency.facts import FactValue

LAW = load_law()
TODAY = date(2026, 3, 9)
ATOMS = tuple(atom for rule in LAW.pack.rules for atom in comparisons(rule.when))


def book(on: date = TODAY, *, told: bool = False) -> ClassBook:
    return ClassBook(LAW, ATOMS, on, told=told)


@pytest.mark.parametrize(
    ("fact", "one", "other", "alike"),
    [
        ("country_of_residence", "FR", "DE", True),
        ("country_of_residence", "US", "NG", True),
        ("country_of_residence", "FR", "US", False),
        ("country_of_residence", "US", "AU", False),
        ("nationalities", ("BG",), ("DE", "AT"), False),
        ("nationalities", ("NG",), ("US",), True),
        ("date_of_birth", date(1950, 1, 1), date(1999, 12, 31), True),
        ("date_of_birth", date(1950, 1, 1), date(2020, 5, 5), False),
        ("date_of_birth", date(2020, 5, 5), date(2026, 1, 1), False),
        ("leave_valid_to", date(2026, 3, 9), date(2040, 1, 1), True),
        ("leave_valid_to", date(2026, 3, 8), date(2026, 3, 9), False),
        ("immigration_status", "visitor", "asylum_refused", True),
    ],
)
def test_values_are_one_class_where_no_rule_tells_them_apart(
    fact: str, one: FactValue, other: FactValue, alike: bool
) -> None:
    assert (book().place(fact, one) == book().place(fact, other)) is alike


def test_a_birthday_after_the_service_is_no_age_at_all() -> None:
    assert book().place("date_of_birth", date(2026, 6, 1)) == book().place("date_of_birth", None)


def test_what_follows_from_a_fact_is_no_variable_unless_it_is_told() -> None:
    assert "schedule2_listed" not in book().classes
    assert "country_of_residence" not in book(told=True).classes
    assert book(told=True).sources["schedule2_listed"] == ("schedule2_listed",)


def test_a_fact_that_its_sources_never_make_true_is_given_beside_them() -> None:
    sources = book().sources["service_is_assisted_conception"]
    assert sources == ("service_type", "service_is_assisted_conception")


def test_unknown_pending_and_not_claimed_are_told_apart() -> None:
    british, slavery = (
        Atom("is_british_citizen", Op.IS_TRUE),
        Atom("modern_slavery_decision", Op.EQ, "positive_conclusive"),
    )
    clinician = Atom("need_arose_during_visit", Op.IS_TRUE)
    here = book()
    assert here.truth(british, [None], certified=False) is Truth.UNKNOWN
    assert here.truth(british, [None], certified=True) is Truth.FALSE
    assert here.truth(clinician, [None], certified=True) is Truth.UNKNOWN
    assert here.truth(slavery, ["referred"], certified=True) is Truth.UNKNOWN
    assert here.truth(slavery, ["positive_conclusive"], certified=True) is Truth.TRUE


def test_epochs_follow_each_other_without_a_gap_from_the_first_day_on() -> None:
    found = epochs(LAW.pack)
    assert found[0].since == date(2015, 4, 6)
    assert found[-1].until is None
    for before, after in pairwise(found):
        assert before.until is not None
        assert after.since == before.until + timedelta(days=1)


@pytest.mark.parametrize(
    "day",
    [
        date(2016, 2, 1),  # modern slavery
        date(2017, 10, 23),  # payment first
        date(2020, 1, 29),  # a disease listed
        date(2024, 1, 1),  # an agreement begins
        date(2021, 7, 1),  # a day that conditions name
    ],
)
def test_every_change_of_the_law_begins_an_epoch(day: date) -> None:
    assert day in {epoch.since for epoch in epochs(LAW.pack)}
