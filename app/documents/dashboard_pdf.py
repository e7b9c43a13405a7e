"""The dashboard on paper: the charts of the screen, each with its sentence and its table."""

from __future__ import annotations

from app.billing.reports.report import Kind, Report, shown
from app.core.dates import long
from app.core.trust import Mode, Trust
from app.documents import chart, page
from app.documents.flow import Column, Flow
from app.documents.fonts import Fonts
from app.documents.page import Letterhead
from app.documents.pen import Style
from app.documents.sheet import SECOND
from app.documents.words import LetterWords
from app.insight.board import Board, Opportunity
from app.insight.drawing import least_height

# Staff read it beside a screen, as the reports: ten points.
_STYLE = Style(10 / 12)
_TOP = 62.0
_WITH_CHART = 90.0  # heading, sentence and the first rows, kept with their chart


def dashboard_pdf(
    board: Board, *, trust: Trust, mode: Mode, fonts: Fonts, words: LetterWords
) -> bytes:
    """The whole of it as PDF; raises Known `no_letters` as an invoice does."""
    head = Letterhead(trust=trust, mode=mode, logo=None)
    flow = Flow(fonts, _STYLE, top=_TOP)
    page.letterhead(flow, head, words.common)
    flow.gap(24)
    page.title(flow, board.title)
    about = f"{board.month.words}, {board.site_words}"
    flow.paragraph(about, bold=True)
    flow.gap(8)
    for tile in board.tiles:
        flow.money(f"{tile.label}. {tile.note}", tile.figure, amount_bold=True)
        flow.gap(2)
    for drawn in board.charts:
        flow.room(least_height(drawn.shape) + _WITH_CHART)
        flow.heading(drawn.title)
        flow.paragraph(drawn.sentence)
        flow.gap(6)
        chart.figure(flow, drawn)
        flow.gap(6)
        _table(flow, drawn.twin)
    for report in (board.watch, board.also):
        flow.heading(report.title)
        flow.paragraph(report.sentence)
        flow.gap(4)
        _table(flow, report)
    _opportunity(flow, board.opportunity)
    day = board.watch.as_of
    return page.finish(
        flow, head, words.common, document=f"{board.title}, {about}, {long(day)}", dated=day
    )


def _opportunity(flow: Flow, told: Opportunity) -> None:
    flow.heading(told.title)
    if told.chart is None:
        flow.paragraph(told.missing)
        flow.bullets(told.lacks)
    else:
        flow.paragraph(told.chart.sentence)
        flow.gap(6)
        chart.figure(flow, told.chart)
        _table(flow, told.chart.twin)
    flow.gap(4)
    flow.paragraph(told.how, ink=SECOND)


def _table(flow: Flow, report: Report) -> None:
    flow.table(
        [
            Column(column.label, money=column.kind.is_figure, whole=column.kind is Kind.DAY)
            for column in report.columns
        ],
        [[shown(cell) for cell in row] for row in report.rows],
    )
    flow.gap(4)
    for note in report.notes:
        flow.paragraph(note, ink=SECOND)
        flow.gap(2)
