"""The board: four tiles, the harm watch, and every figure once more for a spreadsheet."""

from __future__ import annotations

from datetime import date

import pytest

from app.insight.board import Board, State, board, lasted
from app.insight.counts import Harm, Waited
from tests.insight.made_up import busy, nothing, terms


def told(drawn: Board) -> dict[str, tuple[str, str]]:
    return {tile.name: (tile.figure, tile.note) for tile in drawn.tiles}


def watched(drawn: Board) -> dict[str, tuple[str, str, State]]:
    return {
        one.name: (one.figure, one.note, one.state) for one in (*drawn.watched, *drawn.also_counted)
    }


def test_the_tiles_of_the_picture() -> None:
    assert told(board(busy(), terms())) == {
        "asked": ("98 %", "4,038 of 4,120. Goal 100 %"),
        "identified": ("61", "£212k at estimate"),
        "recovered": ("41 %", "Goal 37 %, up 2 since June"),
        "at_desk": ("52 s", "Everyone, all sites"),
    }


def test_tiles_of_nothing_say_that_there_is_nothing() -> None:
    assert told(board(nothing(), terms())) == {
        "asked": ("None yet", "Nobody booked in yet. Goal 100 %"),
        "identified": ("0", "In pounds once there are more"),
        "recovered": ("None yet", "Goal 37 %, twelve months"),
        "at_desk": ("None yet", "Everyone, all sites"),
    }


def test_the_median_at_the_desk_is_told_per_site_where_there_are_several() -> None:
    sites = (
        Waited(label="North", count=90, median=48),
        Waited(label="", count=30, median=61),
        Waited(label="West", count=4, median=900),  # too few
    )
    note = told(board(busy(at_each_site=sites), terms()))["at_desk"][1]
    assert note == "North: 48 s. No site named: 61 s"
    assert told(board(busy(at_each_site=sites, site="North"), terms()))["at_desk"][1] == (
        "Everyone, North"
    )


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"),
        (119, "119 s"),
        (120, "2 min"),
        (7_199, "120 min"),
        (7_200, "2 h"),
        (172_799, "48 h"),
        (172_800, "2 days"),
    ],
)
def test_time_is_told_in_the_largest_unit_that_tells_it(seconds: int, words: str) -> None:
    assert lasted(seconds, terms()) == words


def test_h7_flagged_then_found_free_is_watched_above_its_bound() -> None:
    assert watched(board(busy(), terms()))["free"] == (
        "27 %",
        "14 of 52 decided. Watch above 25 %",
        State.WATCH,
    )
    quiet = busy(harm=Harm(decided=8, found_free=2))
    assert watched(board(quiet, terms()))["free"][2] is State.GOOD
    assert watched(board(nothing(), terms()))["free"] == (
        "None yet",
        "Nobody decided yet. Watch above 25 %",
        State.TOLD,
    )


def test_h1_a_request_to_pay_first_for_urgent_care_is_looked_at() -> None:
    assert watched(board(busy(), terms()))["delayed"][::2] == ("0", State.GOOD)
    seen = watched(board(busy(harm=Harm(asked_first=1)), terms()))["delayed"]
    assert seen[::2] == ("1", State.LOOK)


def test_h6_prompts_that_nobody_put_are_told_with_the_longest_wait() -> None:
    assert watched(board(busy(), terms()))["unput"] == (
        "2",
        "Open cases today. Longest 1 day",
        State.LOOK,
    )
    old = busy(harm=Harm(unput=1, unput_since=date(2026, 7, 28)))
    assert watched(board(old, terms()))["unput"][1] == "Open cases today. Longest 3 days"
    assert watched(board(nothing(), terms()))["unput"][::2] == ("0", State.GOOD)


def test_what_falls_since_the_month_before_says_down() -> None:
    counted = busy()
    months = dict(zip(("july", "june"), counted.cash, strict=True))
    less = {
        months["july"]: counted.cash[months["june"]],
        months["june"]: counted.cash[months["july"]],
    }
    assert told(board(busy(cash=less), terms()))["recovered"][1] == "Goal 37 %, down 2 since June"
    level = dict.fromkeys(months.values(), counted.cash[months["june"]])
    assert told(board(busy(cash=level), terms()))["recovered"][1] == "Goal 37 %, as in June"


def test_every_figure_stands_once_more_on_a_line_of_its_own() -> None:
    drawn = board(busy(), terms())
    lines = drawn.flat.rows
    assert drawn.stem == "dashboard_2026-07"
    assert [column.label for column in drawn.flat.columns] == ["Table", "Row", "Measure", "Figure"]
    assert ("From identified to paid", "Paid", "People", 21) in lines
    assert ("Also counted", "European cards claimed", "Figure", "44") in lines
    assert len(drawn.tables) == len(drawn.charts) + 2


def test_no_opportunity_is_told_from_figures_that_are_not_there() -> None:
    told_of = board(busy(), terms()).opportunity
    assert "Not worked out" in told_of.missing
    assert told_of.lacks[-1].startswith("Put these into peers.csv")
