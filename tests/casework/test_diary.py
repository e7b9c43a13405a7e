"""The days a case depends on, worked out of what is known of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.casework.diary import Entry, OnFile, entries
from app.library.casework import load_review_terms
from app.library.law import load_law
from app.residency.facts import FactValue

TERMS = load_review_terms().diary
PACK = load_law().pack
SEEN = date(2026, 3, 9)


def days(
    *groups: str, facts: dict[str, FactValue | None] | None = None, **changes: Any
) -> list[tuple[str, date, date]]:
    case: dict[str, Any] = {
        "facts": facts or {},
        "groups": tuple(PACK.group(name) for name in groups),
        "papers": (),
        "promises": (),
        "last_day": SEEN,
        "rules_end": date(2027, 3, 31),
        "seen_on": SEEN,
    }
    found = entries(OnFile(**case | changes), TERMS)
    assert list(found) == sorted(found)
    return [(entry.kind, entry.about_on, entry.due_on) for entry in found]


def test_a_case_that_depends_on_no_day_has_no_entry() -> None:
    assert days("or_british", facts={"is_british_citizen": True}) == []


@pytest.mark.parametrize(
    ("last", "due"),
    [
        (date(2026, 6, 1), date(2026, 5, 18)),
        (date(2026, 3, 24), date(2026, 3, 10)),
        (date(2026, 3, 23), date(2026, 3, 23)),  # too near to be told before
        (date(2026, 3, 10), date(2026, 3, 10)),
    ],
)
def test_a_last_day_is_told_two_weeks_before_or_on_the_day_itself(last: date, due: date) -> None:
    assert days(facts={"leave_valid_to": last}) == [("leave", last, due)]


def test_a_day_behind_the_last_look_was_seen_then() -> None:
    assert days(facts={"leave_valid_to": SEEN}) == []


def test_leave_that_runs_on_by_law_is_asked_about_and_not_ended() -> None:
    facts: dict[str, FactValue | None] = {
        "leave_valid_to": date(2026, 4, 1),
        "leave_extended_by_3c_3d": True,
    }
    assert days(facts=facts) == [("extension", date(2026, 4, 6), date(2026, 4, 6))]


def test_a_paper_is_told_by_its_kind_where_that_names_no_ground() -> None:
    last = date(2026, 6, 1)
    papers = (("ehic", last), ("ehic", last), ("nrm_decision_letter", last))
    assert days(papers=papers) == [
        ("paper.ehic", last, date(2026, 5, 18)),
        ("paper.other", last, date(2026, 5, 18)),
    ]


def test_a_promise_is_asked_after_on_the_day_behind_it() -> None:
    by, before = date(2026, 3, 16), date(2026, 3, 8)
    assert days(promises=(by, by, before)) == [("promise", by, date(2026, 3, 17))]
    assert days(promises=(SEEN,)) == [("promise", SEEN, date(2026, 3, 10))]


def test_a_group_that_ends_in_law_is_told() -> None:
    seen = date(2022, 7, 20)
    found = days("commonwealth_games_2022", seen_on=seen, last_day=seen)
    assert found == [("ground", date(2022, 8, 17), date(2022, 8, 3))]


def test_a_newborn_is_covered_to_the_day_before_four_months() -> None:
    born: dict[str, FactValue | None] = {"date_of_birth": date(2026, 2, 10)}
    found = days("child_born_uk_to_ihs_parent", facts=born)
    assert found == [("age", date(2026, 6, 9), date(2026, 5, 26))]


def test_a_birthday_on_29_february_is_counted_as_the_rules_count_it() -> None:
    born: dict[str, FactValue | None] = {"date_of_birth": date(2008, 2, 29)}
    seen = date(2026, 2, 20)
    found = days(facts=born, last_day=None, seen_on=seen)
    assert found[0] == ("adult", date(2026, 3, 1), date(2026, 3, 1))


def test_a_looked_after_child_is_covered_while_under_18() -> None:
    born: dict[str, FactValue | None] = {"date_of_birth": date(2008, 6, 1)}
    limits = [entry for entry in days("looked_after_child", facts=born) if entry[0] == "age"]
    assert all(about == date(2026, 5, 31) for _, about, _ in limits)


@pytest.mark.parametrize(
    ("born", "last", "told"),
    [
        (date(2008, 6, 1), None, True),
        (date(2008, 6, 1), date(2026, 6, 1), True),
        (date(2008, 6, 1), date(2026, 5, 31), False),
        (date(2016, 6, 1), None, False),
        (date(2000, 6, 1), None, False),
    ],
)
def test_an_18th_birthday_is_told_while_a_stay_may_still_run(
    born: date, last: date | None, told: bool
) -> None:
    found = days(facts={"date_of_birth": born}, last_day=last)
    assert [kind for kind, _, _ in found if kind != "rules"] == (["adult"] if told else [])


@pytest.mark.parametrize(
    ("fact", "value", "kind"),
    [
        ("immigration_status", "euss_pending_in_time", "settlement"),
        ("immigration_status", "euss_pending_late", "settlement"),
        ("euss_application_finally_determined", False, "settlement"),
        ("asylum_application_undetermined", True, "answer"),
        ("modern_slavery_decision", "referred", "answer"),
        ("modern_slavery_decision", "positive_reasonable_grounds", "answer"),
    ],
)
def test_another_bodys_answer_is_asked_for_again(fact: str, value: FactValue, kind: str) -> None:
    assert days(facts={fact: value}) == [(kind, date(2026, 4, 6), date(2026, 4, 6))]


@pytest.mark.parametrize(
    ("ends", "last", "told"),
    [
        (date(2026, 5, 1), date(2026, 9, 1), True),
        (date(2026, 5, 1), date(2026, 5, 1), False),
        (date(2026, 5, 1), None, True),
        (date(2027, 3, 31), date(2026, 9, 1), False),
    ],
)
def test_rules_that_end_while_the_stay_goes_on_are_told(
    ends: date, last: date | None, told: bool
) -> None:
    found = days(rules_end=ends, last_day=last)
    assert [kind for kind, _, _ in found] == (["rules"] if told else [])


def test_every_kind_has_words_and_every_awaited_fact_is_one() -> None:
    law = load_law()
    for one in TERMS.awaited:
        fact = law.facts[one.fact]
        assert all(fact.type.value == "bool" or value in fact.values for value in one.values)
        assert one.kind in TERMS.words
    for kind in ("leave", "paper.ehic", "paper.other", "ground", "age", "adult", "rules"):
        assert TERMS.why(kind, SEEN)
    assert TERMS.why("paper.other", SEEN) == "A document relied on ends on 09-Mar-2026"
    assert TERMS.why("{new}.other", SEEN) == "{new}.other"  # of another machine's list
    assert law.pack.standing.evidence.keys() >= TERMS.papers.keys()


def test_h8_no_words_of_the_diary_name_a_protected_ground() -> None:
    words = " ".join([*TERMS.words.values(), *TERMS.papers.values(), TERMS.other_paper]).lower()
    for ground in ("asylum", "refug", "slavery", "traffick", "violence", "detain", "prison", "nrm"):
        assert ground not in words


def test_entries_sort_by_the_day_to_look() -> None:
    first = Entry(date(2026, 1, 1), date(2026, 5, 1), "leave")
    assert first < Entry(date(2026, 1, 2), date(2026, 1, 2), "answer")


@pytest.mark.parametrize("seen", [date.min, date.max])
@pytest.mark.parametrize("born", [date.min, date.max])
def test_a_look_or_a_birth_at_an_end_of_all_calendars_falls_nobody(seen: date, born: date) -> None:
    facts: dict[str, FactValue | None] = {
        "date_of_birth": born,
        "immigration_status": "euss_pending_in_time",
        "leave_valid_to": date.max,
    }
    days("looked_after_child", facts=facts, last_day=None, seen_on=seen, promises=(date.max,))
