"""The parts of the dashboard: a tile, a chart with its table, a line of the harm watch."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.billing.reports.report import Report
from app.insight.board import State, Tile, Watched
from app.insight.charts import Chart
from ui.delegates.rows import Rows
from ui.language import spoken, tr
from ui.models.listing import Listing
from ui.theme import current
from ui.views.reports_rows import lines, widths
from ui.widgets.card import Card
from ui.widgets.chart import ChartView
from ui.widgets.chip import Chip
from ui.widgets.layout import Column, Icon, Label, Row, Rule, clear
from ui.widgets.table import Table

FIGURES = tr("Figures")
_TILE_ICONS = {
    "asked": ("users", "action"),
    "identified": ("flag", "warn_text"),
    "recovered": ("trending-up", "success"),
    "at_desk": ("clock", "text2"),
}
_WATCH_ICONS = {
    "delayed": ("stethoscope", "action"),
    "free": ("flag", "warn_text"),
    "unput": ("shield", "text2"),
    "form_lag": ("file-text", "text2"),
    "cards": ("id", "text2"),
}
_CHIPS = {State.GOOD: "done", State.WATCH: "late", State.LOOK: "late", State.TOLD: "neutral"}
_INSET, _CHIP = 6, 104  # what a chart keeps free for its ring


class TileCard(Card):
    """One large figure between what it is and what it is held to."""

    def __init__(self, name: str) -> None:
        super().__init__(margins=(18, 12, 18, 12), gap=0)
        icon, role = _TILE_ICONS[name]
        self.label = Label("", scale="small", weight="strong", role="text2", wrap=True)
        self.figure = Label("", scale="figure", weight="strong")
        self.words = Label("", scale="small", role="text2", wrap=True)
        head = Row(gap=8)
        head.addWidget(self.label, 1)
        head.addWidget(Icon(icon, role=role), 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.holding(self.figure, self.words, None)

    def show_tile(self, tile: Tile) -> None:
        """Other figures."""
        self.label.setText(tile.label)
        self.figure.setText(tile.figure)
        self.words.setText(tile.note)
        self.setAccessibleName(f"{tile.label}: {tile.figure}. {spoken(tile.note)}")


class TwinTable(QWidget):
    """A report as a table with what is to be known of it under it."""

    def __init__(self) -> None:
        super().__init__()
        self.table = Table(FIGURES, [None])
        self.table.setItemDelegate(Rows(self.table))
        self.notes = Label("", scale="small", role="text2", wrap=True)
        Column(self, gap=6).holding(self.table, self.notes)

    def show_report(self, report: Report) -> None:
        """Other rows; every one of them in view, since the page scrolls and not the table."""
        before = self.table.model()
        rows = Listing([column.label for column in report.columns], self)
        rows.show_rows(lines(report))
        self.table.setAccessibleName(f"{report.title}. {spoken(report.sentence)}")
        self.table.set_widths(widths(report, folded=False))
        self.table.setModel(rows)
        if before is not None:
            before.deleteLater()
        self.notes.setText("\n".join(map(spoken, report.notes)))
        self.restyle()

    def restyle(self) -> None:
        """As high as its rows."""
        theme = current()
        model = self.table.model()
        count = 0 if model is None else model.rowCount()
        rows = count * theme.size("table_row_dense") + theme.size("table_header")
        self.table.setMinimumHeight(rows + theme.px(18))


class ChartCard(Card):
    """A chart, or its table twin with its sentence in the same place."""

    def __init__(self, note: str = "") -> None:
        super().__init__(" ", scale="body", note=note, margins=(12, 14, 12, 10), gap=4)
        self.head.set_margins((_INSET, 0, _INSET + 8, 0))
        self.view, self.twin = ChartView(), TwinTable()
        self.sentence = Label("", weight="label", wrap=True)
        self._table = QWidget()
        Column(self._table, gap=6, margins=(_INSET, 0, _INSET, 0)).holding(self.sentence, self.twin)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self._table, 1)
        self._table.hide()

    def show_chart(self, chart: Chart) -> None:
        """Other figures, in the form shown now."""
        self.set_title(chart.title)
        self.view.show_chart(chart)
        self.twin.show_report(chart.twin)
        self.sentence.setText(chart.sentence)

    def show_as_table(self, as_table: bool) -> None:
        """The twin in place of the drawing, or back."""
        self.view.setVisible(not as_table)
        self._table.setVisible(as_table)


class WatchCard(Card):
    """What must not happen: a line each, its state in words, colour and icon."""

    def __init__(self, title: str, note: str) -> None:
        super().__init__(title, scale="body", note=note, margins=(18, 14, 18, 14), gap=6)
        self.lines: list[QWidget] = []
        self._column = Column(gap=6)
        self.body.addLayout(self._column)
        self.body.addStretch(1)

    def show_watch(self, watched: Sequence[Watched]) -> None:
        """Other figures."""
        clear(self._column)
        self.lines = []
        for one in watched:
            line = _line(one)
            self.lines.append(line)
            self._column.addWidget(Rule())
            self._column.addWidget(line)


def _line(one: Watched) -> QWidget:
    line = QWidget()
    line.setAccessibleName(f"{one.label}: {one.figure}, {one.state_words}. {spoken(one.note)}")
    icon, role = _WATCH_ICONS[one.name]
    across = Row(line, gap=12)
    across.addWidget(Icon(icon, role=role))
    words = Column(gap=0).holding(
        Label(one.label, weight="label", wrap=True),
        Label(one.note, scale="small", role="text2", wrap=True),
    )
    across.addLayout(words, 1)
    figure = Label(one.figure, scale="title", weight="strong", right=True)
    across.addWidget(figure)
    chip = Chip(one.state_words, _CHIPS[one.state])
    holder = QWidget()
    holder.setMinimumWidth(current().px(_CHIP))
    Row(holder).holding(None, chip)
    across.addWidget(holder)
    return line
