"""A page of text to read: it takes the focus, and the arrow keys scroll it.

reader = Reader("The page", inside)
reader.show_top("European card (EHIC, PRC)")     # its accessible name, from the first line
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from ui.theme import current
from ui.widgets import paint
from ui.widgets.layout import Column
from ui.widgets.scroll import Scroll


class Reader(QWidget):
    """Up, Down, Page, Home and End move through the text; the ring stands around it."""

    def __init__(self, name: str, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area = Scroll(inside)
        Column(self, margins=(6, 6, 6, 6)).addWidget(self._area)

    def show_top(self, name: str) -> None:
        """Another text, from its first line."""
        self.setAccessibleName(name)
        self._area.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that scroll."""
        bar = self._area.verticalScrollBar()
        step = self._step(event.key(), bar)
        if step is None:
            super().keyPressEvent(event)
            return
        bar.setValue(bar.value() + step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring."""
        if self.hasFocus():
            painter = paint.begin(self)
            paint.ring(painter, self.rect(), current().radius("card"))
            painter.end()

    def _step(self, key: int, bar: QScrollBar) -> int | None:
        line, page = current().px(40), self._area.height() - current().px(40)
        steps = {
            Qt.Key.Key_Down: line,
            Qt.Key.Key_Up: -line,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Space: page,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        return steps.get(Qt.Key(key))
