from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.casework.papers import at_the_desk, clean_number, promised_day, tail
from app.core.errors import BadInput
from app.library.law import load_law
from app.library.scans import load_paper_terms

TERMS = load_paper_terms()
TODAY = date(2026, 3, 9)


def test_a_paper_of_which_nobody_said_when_is_expected_in_the_usual_time() -> None:
    assert promised_day(None, TODAY, TERMS) == TODAY + timedelta(days=TERMS.usual_days)
    assert promised_day(TODAY, TODAY, TERMS) == TODAY


def test_nothing_is_promised_for_a_day_gone_by() -> None:
    with pytest.raises(BadInput) as refused:
        promised_day(TODAY - timedelta(days=1), TODAY, TERMS)
    assert (refused.value.code, refused.value.field) == ("past_promise", "promised_by")


@pytest.mark.parametrize(
    ("typed", "kept"), [("a 0123 4567", "A01234567"), ("", ""), ("12-34/5x", "12-34/5X")]
)
def test_a_number_is_kept_as_capitals_and_digits(typed: str, kept: str) -> None:
    assert clean_number(typed) == kept


@pytest.mark.parametrize("typed", ["A" * 41, "A1?", "=1+1", "A1\x00"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(BadInput) as refused:
        clean_number(typed)
    assert refused.value.field == "number"


@given(st.text(max_size=40))
def test_security_8_a_screen_shows_the_end_of_a_number_and_never_all_of_it(number: str) -> None:
    assert len(tail(number)) in (0, 4)
    assert not number or tail(number) != number


@pytest.mark.parametrize(
    ("finished_on", "taken_up", "is_at_the_desk"),
    [
        (None, False, True),
        (TODAY, False, True),
        (TODAY, True, False),
        (None, True, False),
        (TODAY - timedelta(days=1), False, False),
    ],
)
def test_papers_are_the_clerks_until_the_team_has_them(
    finished_on: date | None, taken_up: bool, is_at_the_desk: bool
) -> None:
    found = at_the_desk(finished_on=finished_on, taken_up=taken_up, today=TODAY)
    assert found is is_at_the_desk


def test_every_short_name_is_of_a_kind_of_paper_there_is() -> None:
    evidence = set(load_law().pack.standing.evidence)
    assert not evidence & set(TERMS.others)
    assert set(TERMS.short) <= evidence | set(TERMS.others)
    assert all(len(words) <= 24 for words in TERMS.short.values())
