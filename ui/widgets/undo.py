"""The undo bar: ten seconds to take back an act that can be taken back.

undo.offer("Case assigned to S. Byrne", back=model.unassign)
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.language import tr
from ui.theme import current, tokens
from ui.widgets import paint
from ui.widgets.announce import announce
from ui.widgets.inputs import is_enter
from ui.widgets.layout import Icon, Label, Row
from ui.wording import UNDO


def _ground() -> tuple[str, str]:
    """Roles of fill and ink: the reverse of the page."""
    return "text", "surface" if current().scheme == "light" else "page"


class _Back(QAbstractButton):
    """The button on the bar, in the bar's colours turned round."""

    def __init__(self) -> None:
        super().__init__()
        self.setText(tr("{undo}  Ctrl+Z").format(undo=UNDO))
        self.setAccessibleName(UNDO)
        self.setAccessibleDescription(tr("Key Ctrl+Z"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Room for the words."""
        theme = current()
        words = paint.text_size(self.text(), theme.font("small", "strong"))
        return QSize(words.width() + theme.px(24), theme.px(26))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if is_enter(event) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, words, ring."""
        theme = current()
        ink, fill = _ground()
        painter = paint.begin(self)
        paint.rounded(painter, self.rect(), theme.radius("chip"), theme.colour(fill), None)
        paint.draw_text(
            painter,
            self.rect(),
            self.text(),
            font=theme.font("small", "strong"),
            ink=theme.colour(ink),
            flags=int(paint.CENTRE),
        )
        if self.hasFocus():
            paint.ring(painter, self.rect(), theme.radius("chip"))
        painter.end()


class UndoBar(QWidget):
    """Hidden until something is offered; goes by itself after ten seconds, or when taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._take_back: Callable[[], object] | None = None
        self.words = Label("", role=_ground()[1])
        self.button = _Back()
        self.button.clicked.connect(self.take_back)
        self._icon = Icon("circle-check", role=_ground()[1])
        row = Row(self, gap=12, margins=(16, 6, 10, 6))
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(int(tokens()["durations"]["undo_s"]) * 1000)
        self._clock.timeout.connect(self.withdraw)
        self._key = QShortcut(QKeySequence("Ctrl+Z"), self)
        self._key.activated.connect(self.take_back)
        self.hide()

    def offer(self, words: str, back: Callable[[], object]) -> None:
        """Show what was done and how to take it back."""
        self._take_back = back
        self.words.setText(words)
        self.setAccessibleName(words)
        self.show()
        self._clock.start()
        announce(self, tr("{words}. {undo}: Ctrl+Z").format(words=words, undo=UNDO))

    def take_back(self) -> None:
        """Take the act back, once."""
        back, self._take_back = self._take_back, None
        self.withdraw()
        if back is not None:
            back()

    def withdraw(self) -> None:
        """The offer ends."""
        self._clock.stop()
        self._take_back = None
        self.hide()

    def restyle(self) -> None:
        """Take the reversed colours of the current theme."""
        ink = _ground()[1]
        self.words.set_role(ink)
        self._icon.set("circle-check", ink)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The dark bar (light in a dark scheme)."""
        theme = current()
        painter = paint.begin(self)
        fill = theme.colour(_ground()[0])
        paint.rounded(painter, self.rect(), theme.radius("card"), fill, None)
        painter.end()
