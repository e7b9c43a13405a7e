"""The strip that tells everybody, on every page, that the charging rules were to be checked."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.unbroken import aloud
from ui.theme import current
from ui.widgets import paint
from ui.widgets.announce import announce
from ui.widgets.layout import Icon, Label, Row


class RulesStrip(QWidget):
    """Across the whole width, never closed by hand, and never in the way of the keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.words = Label("", scale="small", weight="label", wrap=True)
        row = Row(self, gap=10, margins=(16, 6, 16, 6))
        row.addWidget(Icon("alert-triangle", role="warn_text"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        self.hide()

    def tell(self, words: str) -> None:
        """Show the sentence, or nothing where there is none to tell."""
        new = bool(words) and words != self.words.text()
        self.words.setText(words)
        self.setAccessibleName(aloud(words))
        self.setVisible(bool(words))
        if new:
            announce(self, words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Amber ground with a line below."""
        theme = current()
        painter = paint.begin(self)
        painter.fillRect(self.rect(), theme.colour("warn_tint"))
        line = QRect(0, self.height() - theme.line, self.width(), theme.line)
        painter.fillRect(line, theme.colour("warn_text"))
        painter.end()
