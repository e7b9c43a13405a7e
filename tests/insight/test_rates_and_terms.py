"""Shares that do not flatter, small groups, months, shifts, and settings of a trust."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.billing.reports.years import Month
from app.core.errors import BadInput
from app.insight.rates import Group, months_before, share, told
from app.insight.terms import Shift
from app.library.insight import INSIGHT_FILE, read_insight_terms
from tests.insight.made_up import terms


@pytest.mark.parametrize(
    ("part", "whole", "found"),
    [(0, 0, None), (0, 9, 0), (1, 1_000, 1), (999, 1_000, 99), (1_000, 1_000, 100), (1, 3, 33)],
)
def test_h7_a_goal_is_reached_or_it_is_not(part: int, whole: int, found: int | None) -> None:
    assert share(part, whole) == found


@given(st.dictionaries(st.text(min_size=1), st.integers(0, 30), min_size=1))
def test_no_group_under_five_is_told_nor_left_to_be_reckoned(sizes: dict[str, int]) -> None:
    shown = told({label: (size // 2, size) for label, size in sizes.items()}, below=5)
    assert [one.label for one in shown] == list(sizes)
    assert all(one.whole is None or one.whole >= 5 for one in shown)
    withheld = [one for one in shown if one.whole is None]
    assert len(withheld) != 1 or len(shown) == 1


def test_groups_that_are_large_are_told_whole() -> None:
    assert told({"a": (5, 5), "b": (6, 9)}, below=5) == (Group("a", 5, 5), Group("b", 6, 9))


def test_months_run_over_the_turn_of_a_year() -> None:
    assert months_before(Month(2026, 2), 3) == (Month(2025, 12), Month(2026, 1), Month(2026, 2))


@pytest.mark.parametrize("hours", [(), (7, 7), (14, 7), (-1, 5), (5, 24)])
def test_shifts_go_once_round_the_clock(hours: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="shifts"):
        replace(terms(), shifts=tuple(Shift("one", hour) for hour in hours))


def test_a_trust_sets_its_own_numbers_and_shifts(tmp_path: Path) -> None:
    own = 'suppress_below = 10\n[[shift]]\nlabel = "Day"\nfrom_hour = 8\n'
    (tmp_path / INSIGHT_FILE).write_text(own, encoding="utf-8")
    read = read_insight_terms(tmp_path)
    assert (read.suppress_below, read.shift_of(3), read.recovery_goal) == (10, "Day", 37)


@pytest.mark.parametrize(
    ("own", "named"),
    [
        ("recovery_gaol = 40", "recovery_gaol"),
        ("recovery_goal = 37.5", "recovery_goal"),
        ("recovery_goal = true", "recovery_goal"),
        ("asked_goal = -1", "asked_goal"),
        ("[[shift]]\nfrom_hour = 3", "label"),
        ("shift = 3", "int"),
        ("months = [", "TOML"),
    ],
)
def test_a_setting_that_is_none_is_named(tmp_path: Path, own: str, named: str) -> None:
    (tmp_path / INSIGHT_FILE).write_text(own, encoding="utf-8")
    with pytest.raises(BadInput, match=named) as refused:
        read_insight_terms(tmp_path)
    assert refused.value.code == "bad_insight"
