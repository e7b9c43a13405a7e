"""One layout for screen and paper: what stands where, inside its frame, apart without colour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.insight import pictures
from app.insight.board import board
from app.insight.charts import Bar, Bars, Chart, Interval, Line, Point, Shape, Strip
from app.insight.drawing import (
    Anchor,
    Block,
    Dot,
    Ink,
    Mark,
    Stroke,
    Words,
    draw,
    least_height,
    mirrored,
)
from tests.insight.made_up import busy, nothing, terms

WIDE = 564.0
POUNDS = Interval(low=310, middle=404, high=520, words=("£310k", "£404k", "£520k"))


def words(marks: tuple[Mark, ...]) -> list[str]:
    return [mark.text for mark in marks if isinstance(mark, Words) and mark.text]


def drawn(shape: Shape, height: float = 0.0) -> tuple[Mark, ...]:
    return draw(shape, WIDE, max(height, least_height(shape)))


def test_the_way_is_four_bars_on_their_tracks_with_their_words() -> None:
    marks = drawn(pictures.way(busy(), terms()).shape, 250)
    blocks = [mark for mark in marks if isinstance(mark, Block)]
    tracks = [block for block in blocks if block.fill is Ink.TRACK]
    bars = [block for block in blocks if block.fill is not Ink.TRACK]
    assert len(tracks) == len(bars) == 4
    assert bars[0].width == tracks[0].width
    assert bars[3].width == pytest.approx(tracks[3].width * 21 / 61)
    assert [bar.fill for bar in bars] == [Ink.FIRST, Ink.FIRST, Ink.FIRST, Ink.LAST]
    assert words(marks)[:4] == ["Identified", "61", "£212k", "100 %"]


def test_a_number_that_does_not_fit_in_its_bar_stands_after_it_in_ink() -> None:
    shape = Bars(rows=(Bar(label="Paid", length=1, inside="1"),), full=100)
    (number,) = [mark for mark in drawn(shape) if isinstance(mark, Words) and mark.text == "1"]
    assert number.ink is Ink.TEXT


def test_the_goal_is_a_dashed_line_so_that_grey_print_keeps_it_apart() -> None:
    for chart in (pictures.desks(busy(), terms()), pictures.recovery(busy(), terms())):
        dashed = [mark for mark in drawn(chart.shape) if isinstance(mark, Stroke) and mark.dashed]
        assert [stroke.ink for stroke in dashed] == [Ink.GOAL]


def test_the_recovery_axis_begins_at_twenty_and_nothing_is_filled_under_the_line() -> None:
    marks = drawn(pictures.recovery(busy(), terms()).shape, 280)
    assert "20 %" in words(marks)
    assert "0 %" not in words(marks)
    assert not any(isinstance(mark, Block) for mark in marks)
    assert words(marks)[-2:] == ["41 %", "37 % goal"]


def test_a_rate_under_the_foot_of_the_axis_moves_the_foot() -> None:
    shape = Line(points=(Point("J", 3), Point("A", 180)), foot=20, goal=37, goal_label="37 % goal")
    assert words(drawn(shape))[0] == "0 %"
    below = Line(points=(Point("J", -900),), foot=20, goal=37, goal_label="37 % goal")
    assert "-1000 %" in words(drawn(below))


def test_a_month_without_a_rate_is_a_gap_and_a_month_alone_a_dot() -> None:
    points = tuple(Point("x", value) for value in (30, None, 31, 32, None, 40))
    marks = drawn(Line(points=points, foot=20, goal=37, goal_label="37 % goal"))
    lines = [mark for mark in marks if isinstance(mark, Stroke) and mark.ink is Ink.FIRST]
    assert [len(line.points) for line in lines] == [2]
    dots = [mark for mark in marks if isinstance(mark, Dot) and mark.ink is Ink.FIRST]
    assert len({dot.x for dot in dots}) == 2  # the first month, and the last


@pytest.mark.parametrize("last", [36, 37, 38])
def test_the_last_figure_and_the_goal_do_not_cover_each_other(last: int) -> None:
    shape = Line(points=(Point("J", last),), foot=20, goal=37, goal_label="37 % goal")
    figure, goal = [mark for mark in drawn(shape) if isinstance(mark, Words)][-2:]
    assert (figure.text, goal.text) == (f"{last} %", "37 % goal")
    assert abs(figure.y - goal.y) >= 14


def test_an_interval_shows_its_bounds_and_keeps_their_words_apart() -> None:
    marks = drawn(POUNDS)
    (held,) = [mark for mark in marks if isinstance(mark, Block) and mark.edge is Ink.FIRST]
    (middle,) = [mark for mark in marks if isinstance(mark, Dot) and mark.ink is Ink.FIRST]
    assert held.x < middle.x < held.x + held.width
    assert words(marks) == ["£310k", "£404k", "£520k"]
    narrow = Interval(low=400, middle=404, high=408, words=("£400k", "£404k", "£408k"))
    heights = [mark.y for mark in drawn(narrow) if isinstance(mark, Words)]
    assert heights[0] == heights[2] > heights[1]


def test_nothing_to_draw_is_drawn_as_nothing() -> None:
    assert drawn(Bars(rows=(), full=0)) == ()
    assert drawn(Strip(parts=(), full=0)) == ()
    empty = Line(points=(), foot=20, goal=37, goal_label="37 % goal")
    assert words(drawn(empty))[-1] == "37 % goal"
    flat = Bars(rows=(Bar(label="Identified", length=0, inside="0"),), full=0, goal=100)
    assert not any(isinstance(mark, Stroke) for mark in drawn(flat))


def edges(mark: Mark) -> list[float]:
    match mark:
        case Block():
            return [mark.x, mark.x + mark.width]
        case Stroke():
            return [x for x, _ in mark.points]
        case Dot():
            return [mark.x]
        case Words():
            return [mark.x]


@pytest.mark.parametrize(
    "chart", [*board(busy(), terms()).charts, *board(nothing(), terms()).charts]
)
@pytest.mark.parametrize("width", [240.0, 564.0, 1_200.0])
def test_every_chart_stays_within_its_frame(chart: Chart, width: float) -> None:
    marks = draw(chart.shape, width, 260)
    assert all(-0.01 <= edge <= width + 0.01 for mark in marks for edge in edges(mark))


@given(st.lists(st.integers(-50, 400) | st.none(), max_size=14))
def test_any_line_stays_within_its_frame(values: list[int | None]) -> None:
    points = tuple(Point("M", value) for value in values)
    shape = Line(points=points, foot=20, goal=37, goal_label="37 % goal")
    for mark in draw(shape, WIDE, 200):
        if isinstance(mark, Stroke):
            assert all(0 <= y <= 200 for _, y in mark.points)


def test_right_to_left_is_the_mirror_image() -> None:
    for shape in (
        pictures.way(busy(), terms()).shape,
        POUNDS,
        pictures.desks(busy(), terms()).shape,
    ):
        marks = drawn(shape)
        turned = mirrored(marks, WIDE)
        for mark, other in zip(marks, turned, strict=True):
            assert sorted(WIDE - edge for edge in edges(mark)) == pytest.approx(
                sorted(edges(other))
            )
    label, turned_label = (
        drawn(pictures.way(busy(), terms()).shape)[0],
        mirrored(drawn(pictures.way(busy(), terms()).shape), WIDE)[0],
    )
    assert isinstance(label, Words)
    assert isinstance(turned_label, Words)
    assert (label.anchor, turned_label.anchor) == (Anchor.START, Anchor.END)
