"""The search field: the first thing on the desk.

box = SearchField("Find a patient", "NHS number, hospital number, or surname and date of birth")
box.searched.connect(model.find)                 # Enter, or a pause of typing
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from ui.theme import current
from ui.widgets import paint
from ui.widgets.inputs import LineEdit

_PAUSE_MS = 150


class SearchField(LineEdit):
    """56 high (34 when dense); says what to look for after a short pause and on Enter.

    On a card it paints the card's surface behind its corners itself: then nothing under it is
    painted anew at each letter. A card looks at each letter and waits for no pause.
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
        self._frame: tuple[object, QPixmap] | None = None  # a picture of it, and of what look
        super().__init__(placeholder=hint or name, dense=dense, parent=parent)
        self.setProperty("drawn", on_card)  # then the style sheet draws no frame
        self.setAccessibleName(name)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._say)
        if not on_card:
            self.textEdited.connect(self._pause.start)
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
        """The field with its lens, and what was typed."""
        if not self._on_card:
            super().paintEvent(event)
        painter = QPainter(self)
        if self._on_card:
            paint.keep_opaque(self)
            painter.drawPixmap(0, 0, self._framed(painter))
        else:
            self._draw_lens(painter)
        painter.end()
        if self._on_card:
            super().paintEvent(event)

    def _framed(self, painter: QPainter) -> QPixmap:
        """The field without what was typed, as a picture: over and over the same at each letter."""
        look = current(), self.width(), self.height(), self.property("wrong"), self.isRightToLeft()
        if self._frame is None or self._frame[0] != look:
            surface = current().colour("surface")
            picture = paint.kept(
                painter, repr(("search", look)), self.size(), surface, self._draw_frame
            )
            self._frame = look, picture
        return self._frame[1]

    def _draw_frame(self, painter: QPainter) -> None:
        theme, wrong = current(), self.property("wrong") == "true"
        edge = theme.colour("error" if wrong else "edge")
        wide = theme.px(2) if wrong else theme.line
        radius = theme.radius("control")
        paint.rounded(painter, self.rect(), radius, theme.colour("input"), edge, wide)
        self._draw_lens(painter)

    def _draw_lens(self, painter: QPainter) -> None:
        theme = current()
        side, left = (18, 8) if self._dense else (22, 18)
        lens = QRect(theme.px(left), 0, theme.px(side), self.height())
        picture = theme.pixmap("search", role="text2", size=side)
        paint.draw_icon(painter, picture, paint.mirrored(self, lens))

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
