"""The search field: the first thing on the desk.

box = SearchField("Find a patient", "NHS number, hospital number, or surname and date of birth")
box.searched.connect(model.find)                 # Enter, or a pause of typing
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import current
from ui.widgets import paint
from ui.widgets.inputs import LineEdit

_PAUSE_MS = 150


class SearchField(LineEdit):
    """56 high (34 when dense); says what to look for after a short pause and on Enter.

    On a card it paints the card's surface behind its corners itself: then nothing under it is
    painted anew at each letter.
    """

    searched = Signal(str)

    def __init__(
        self,
        name: str,
        hint: str = "",
        *,
        dense: bool = False,
        on_card: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._on_card = on_card
        super().__init__(placeholder=hint or name, dense=dense, parent=parent)
        self.setAccessibleName(name)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._say)
        self.textEdited.connect(lambda _text: self._pause.start())
        self.returnPressed.connect(self._say)

    def restyle(self) -> None:
        """Take height and left margin of the current theme."""
        theme = current()
        self.setFont(theme.font())
        self.setFixedHeight(theme.size("field_dense" if self._dense else "search"))
        lens, end = theme.px(26 if self._dense else 46), theme.px(6)
        if paint.is_mirrored(self):
            lens, end = end, lens
        self.setTextMargins(lens, 0, end, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, then the lens."""
        theme = current()
        if self._on_card:
            paint.keep_opaque(self)
            QPainter(self).fillRect(self.rect(), theme.colour("surface"))
        super().paintEvent(event)
        side, left = (18, 8) if self._dense else (22, 18)
        lens = QRect(theme.px(left), 0, theme.px(side), self.height())
        spot = paint.mirrored(self, lens)
        painter = QPainter(self)
        paint.draw_icon(painter, theme.pixmap("search", role="text2", size=side), spot)
        painter.end()

    def _say(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text().strip())


class ListSearch(SearchField):
    """A search above a list: Down goes to the list, and what was typed stays."""

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leaves."""
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
            return
        super().keyPressEvent(event)
