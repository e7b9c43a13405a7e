"""Charts on paper: the very marks of the screen, told to a screen reader, fit for the archive."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pytest
from pikepdf import pdfa

from app.core.trust import Mode
from app.documents import chart
from app.documents.dashboard_pdf import dashboard_pdf
from app.documents.flow import Flow
from app.documents.pen import LEFT, RIGHT, Style
from app.documents.sheet import Drawing, Line
from app.insight.board import Board, board
from app.insight.charts import Chart, Interval
from app.insight.drawing import Words, draw, least_height
from app.insight.opportunity import outlook
from tests.documents.made_up import FONTS, TRUST, WORDS
from tests.documents.reading import texts
from tests.documents.tagged import tree, untold
from tests.insight.made_up import busy, nothing, terms
from tests.insight.test_opportunity import PEERS

BOARDS = (
    board(busy(), terms()),
    board(nothing(), terms()),
    board(busy(outlook=outlook(PEERS, "B")), terms()),
)
CHARTS = tuple(one for drawn in BOARDS for one in drawn.charts)
OPPORTUNITY = Chart(
    Interval(low=310, middle=404, high=520, words=("£310k", "£404k", "£520k")), CHARTS[0].twin
)


@cache
def printed(drawn: Board = BOARDS[0], mode: Mode = Mode.LIVE) -> bytes:
    return dashboard_pdf(drawn, trust=TRUST, mode=mode, fonts=FONTS, words=WORDS)


@pytest.mark.parametrize("one", [*CHARTS, OPPORTUNITY], ids=lambda one: one.title)
def test_paper_draws_the_marks_that_the_window_paints(one: Chart) -> None:
    flow = Flow(FONTS, Style(), top=60)
    chart.figure(flow, one)
    drawn, *lines = flow.pages[0].marks
    assert isinstance(drawn, Drawing)
    scale = drawn.height / least_height(one.shape)
    marks = draw(one.shape, (RIGHT - LEFT) / scale, least_height(one.shape))
    words = [mark for mark in marks if isinstance(mark, Words) and mark.text]
    assert len(drawn.traces) == len([mark for mark in marks if not isinstance(mark, Words)])
    assert [line.y for line in lines if isinstance(line, Line)] == pytest.approx(
        [60 + word.y * scale for word in words]
    )


def test_each_chart_is_a_figure_told_by_its_sentence_with_its_table_after_it() -> None:
    parts = list(tree(printed()).every())
    figures = [part for part in parts if part.role == "Figure" and "logo" not in part.alt]
    assert [figure.alt for figure in figures] == [one.sentence for one in BOARDS[0].charts]
    kinds = [part.role for part in parts if part.role in ("Figure", "Table")]
    after = [kinds[place + 1] for place, kind in enumerate(kinds[:-1]) if kind == "Figure"]
    assert after[-5:] == ["Table"] * 5


@pytest.mark.parametrize("drawn", BOARDS, ids=["busy", "nothing", "peers"])
@pytest.mark.parametrize("mode", [Mode.LIVE, Mode.DEMO])
def test_the_dashboard_is_fit_for_the_archive_and_nothing_in_it_is_untold(
    drawn: Board, mode: Mode
) -> None:
    pdf = printed(drawn, mode)
    assert pdfa.validate_written(BytesIO(pdf), "2b").passed
    assert untold(pdf) == []


def test_the_twins_tell_every_figure_of_the_charts() -> None:
    words = " ".join(" ".join(texts(printed())).split())
    for said in ("£212,000.00", "1,990", "Fewer than 5", "European cards claimed 44"):
        assert said in words


def test_the_same_figures_are_the_same_file() -> None:
    again = dashboard_pdf(BOARDS[0], trust=TRUST, mode=Mode.LIVE, fonts=FONTS, words=WORDS)
    assert again == printed()
