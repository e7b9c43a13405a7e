"""The table of the window: dense rows, one current row with the ring, ticks by Space.

    table = Table("Cases", [48, 84, 270, None, 130, 150, 120, 104])   # None takes the slack
    table.setModel(model)                            # gives `ui.cells` values
    table.opened.connect(shell_opens_case)           # row number: Enter or double click

Rows are painted by `ui.delegates.rows.Rows`, which the view sets: `table.setItemDelegate(Rows())`.
All rows in sight are painted at once: a delegate that is asked cell by cell costs more in asking
than in painting.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from ui.cells import ROW, TICKED, RowCells
from ui.theme import current
from ui.widgets.inputs import is_enter


@dataclass(frozen=True, slots=True)
class Strip:
    """A row in sight: what it shows, whether it is the current one, where it stands."""

    shown: RowCells
    current: bool
    top: int
    height: int


@dataclass(frozen=True, slots=True)
class Span:
    """A column in sight: which one, and where it stands."""

    column: int
    left: int
    width: int


@dataclass(frozen=True, slots=True)
class Sight:
    """What of a table is in sight, which way it is read, and the row that has the focus."""

    strips: Sequence[Strip]
    spans: Sequence[Span]
    direction: Qt.LayoutDirection
    ring: QRect | None = None


@runtime_checkable
class PaintsRows(Protocol):
    """What a `Table` has its rows painted by: its delegate, where it can."""

    def paint_rows(self, painter: QPainter, sight: Sight) -> None:
        """Paint these rows over the table's own ground."""


class Table(QTableView):
    """Arrows move the current row, Space ticks it where rows have ticks, Enter opens it."""

    opened = Signal(int)

    def __init__(
        self,
        name: str,
        widths: Sequence[int | None],
        *,
        dense: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._widths, self._dense = tuple(widths), dense
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        # Said once: each time it grows, Qt gives every row that least height a moment later.
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self.restyle()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model; there is always a current row while it has rows."""
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._keep_current)
            model.rowsInserted.connect(self._keep_current)
        self._keep_current()
        self._share_width()

    def set_widths(self, widths: Sequence[int | None]) -> None:
        """Other column widths, such as for a narrow window."""
        self._widths = tuple(widths)
        self._share_width()

    def row(self) -> int:
        """The current row, or -1."""
        return self.currentIndex().row()

    def go_to(self, row: int) -> None:
        """Make a row the current one and show it."""
        model = self.model()
        if model is not None and 0 <= row < model.rowCount():
            self.setCurrentIndex(model.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space ticks, Home and End go to first and last row; the rest is Qt's.

        A key held down does so once.
        """
        index = self.currentIndex()
        if event.isAutoRepeat() and (is_enter(event) or event.key() == Qt.Key.Key_Space):
            return
        if is_enter(event) and index.isValid():
            self.opened.emit(index.row())
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            self._tick(index.row())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and index.isValid():
            self.go_to(0 if event.key() == Qt.Key.Key_Home else index.model().rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def currentChanged(
        self,
        current_index: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The ring moves: paint both rows whole."""
        super().currentChanged(current_index, previous)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The flexible column takes what is left."""
        super().resizeEvent(event)
        self._share_width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows that `event` touches, the ring around the current one."""
        painter = QPainter(self.viewport())
        rows, index = self.itemDelegate(), self.currentIndex()
        ring = None
        if self.hasFocus() and index.isValid():
            cell = self.visualRect(index)
            right = min(self.viewport().width(), self.horizontalHeader().length())
            ring = QRect(0, cell.top(), right, cell.height())
        if isinstance(rows, PaintsRows):
            strips = self._strips(event.rect())
            rows.paint_rows(painter, Sight(strips, self._spans(), self.layoutDirection(), ring))
        painter.end()

    def _strips(self, area: QRect) -> list[Strip]:
        model, first, last = self.model(), self.rowAt(area.top()), self.rowAt(area.bottom())
        if model is None or first < 0:
            return []
        here, high = self.row(), self.rowHeight(first)  # every row is as high
        top = self.rowViewportPosition(first)
        if last < 0:
            last = model.rowCount() - 1
        return [
            Strip(model.index(row, 0).data(ROW), row == here, top + high * place, high)
            for place, row in enumerate(range(first, last + 1))
        ]

    def _spans(self) -> list[Span]:
        width = self.viewport().width()
        columns = range(self.horizontalHeader().count())
        spans = [
            Span(column, self.columnViewportPosition(column), self.columnWidth(column))
            for column in columns
            if not self.isColumnHidden(column)
        ]
        return [span for span in spans if span.left < width and span.left + span.width > 0]

    def restyle(self) -> None:
        """Take row and header heights of the current theme."""
        theme = current()
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(theme.size("table_row_dense" if self._dense else "table_row"))
        self.horizontalHeader().setFixedHeight(theme.size("table_header"))
        self.horizontalHeader().setMinimumSectionSize(theme.px(24))
        self._share_width()

    def _share_width(self) -> None:
        theme = current()
        shown = [
            width for column, width in enumerate(self._widths) if not self.isColumnHidden(column)
        ]
        fixed = sum(theme.px(width) for width in shown if width is not None)
        loose = self._widths.count(None)
        slack = max(self.viewport().width() - fixed, theme.px(140) * loose)
        columns = self.horizontalHeader().count()
        for column, width in enumerate(self._widths[:columns]):
            share = theme.px(width) if width is not None else slack // loose
            self.setColumnWidth(column, share)

    def _keep_current(self) -> None:
        model = self.model()
        if model is not None and model.rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(model.index(0, 0))

    def _clicked(self, index: QModelIndex) -> None:
        if index.data(TICKED) is not None:
            self._tick(index.row())

    def _tick(self, row: int) -> None:
        index = self.model().index(row, 0)
        state = index.data(TICKED)
        if state is not None:
            ticked = Qt.CheckState(state) == Qt.CheckState.Checked
            other = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            self.model().setData(index, other, TICKED)
