"""A sentence at the foot of the page: what was refused and what to do, or a fault of ours.

notice.say(told(known))        # red, announced at once
notice.tell("It is sent now.")  # good news: blue, announced when the reader has paused
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from app.core.unbroken import aloud
from ui.language import tr
from ui.theme import current
from ui.widgets import paint
from ui.widgets.announce import announce
from ui.widgets.button import IconButton
from ui.widgets.layout import Column, Icon, Label, Row


class Notice(QWidget):
    """Stays until it is closed or another sentence comes; never takes the focus by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label("", weight="label", wrap=True)
        self.close_button = IconButton("x", tr("Close this message"), kind="text")
        self.close_button.clicked.connect(self.hide)
        self._alarm = Icon("alert-circle", role="error")
        self._calm = Icon("info-circle", role="action")
        row = Row(self, gap=12, margins=(16, 6, 8, 6))
        for icon in (self._alarm, self._calm):
            row.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        row.addWidget(self.close_button)
        self.hide()

    def say(self, words: str) -> None:
        """Show a sentence and announce it at once."""
        self._show_words(words, calm=False)

    def tell(self, words: str) -> None:
        """Show good news, which asks for nothing and interrupts nobody."""
        self._show_words(words, calm=True)

    def is_calm(self) -> bool:
        """Whether what it shows is good news."""
        return not self._calm.isHidden()

    def _show_words(self, words: str, *, calm: bool) -> None:
        self._alarm.setVisible(not calm)
        self._calm.setVisible(calm)
        self.words.setText(words)
        self.setAccessibleName(aloud(words))
        self.show()
        self.update()
        announce(self, words, assertive=not calm)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Red ground and edge, or blue."""
        theme = current()
        ground, edge = ("tint", "action") if self.is_calm() else ("error_tint", "error")
        painter = paint.begin(self)
        paint.rounded(
            painter,
            self.rect(),
            theme.radius("row"),
            theme.colour(ground),
            theme.colour(edge),
            theme.line,
        )
        painter.end()


class Edged(QWidget):
    """The page's margin around a bar, gone while the bar is hidden."""

    def __init__(self, bar: QWidget) -> None:
        super().__init__()
        self._bar = bar
        Column(self, margins=(24, 4, 24, 8)).addWidget(bar)
        bar.installEventFilter(self)
        self.hide()

    def eventFilter(self, _bar: QObject, event: QEvent) -> bool:
        """Come and go with the bar."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(not self._bar.isHidden())
        return False
