"""A list of titles: arrows move, and the page of the current title is shown beside it.

contents = ContentsList("Pages of the guide")
contents.setItemDelegate(rows)
contents.setModel(model)
contents.moved.connect(show_row)                 # row number, whenever another is current
contents.opened.connect(read_row)                # Enter or a click
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from ui.theme import current
from ui.widgets import paint
from ui.widgets.inputs import is_enter


class ContentsList(QListView):
    """Up and Down pass over headings; letters typed go to the title that begins so."""

    moved = Signal(int)
    opened = Signal(int)
    left_upwards = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setObjectName("contents")  # as the style sheet knows it
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self.opened.emit(index.row()))

    def row(self) -> int:
        """The current row, or -1."""
        return self.currentIndex().row()

    def go_to(self, row: int) -> None:
        """Make a row the current one and show it."""
        model = self.model()
        if model is not None and 0 <= row < model.rowCount():
            self.setCurrentIndex(model.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Up from the first title leaves."""
        if is_enter(event) and self.currentIndex().isValid():
            self.opened.emit(self.row())
            return
        before = self.row()
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Up and self.row() == before:
            self.left_upwards.emit()

    def currentChanged(
        self,
        current_index: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Another title is current."""
        super().currentChanged(current_index, previous)
        self.viewport().update()
        if current_index.isValid():
            self.moved.emit(current_index.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, then the ring around the current one."""
        super().paintEvent(event)
        index = self.currentIndex()
        if not self.hasFocus() or not index.isValid():
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.row_ring(painter, self.visualRect(index))
        painter.end()

    def restyle(self) -> None:
        """Heights follow the text size."""
        self.setFont(current().font("small"))
        self.scheduleDelayedItemsLayout()
