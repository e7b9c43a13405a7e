"""What a list is narrowed by, one chip each: pressing it, or Delete on it, takes it away.

chip = FilterChip("Site: St Anne's")
chip.clicked.connect(lambda: model.drop_filter("site"))
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.language import tr
from ui.theme import current
from ui.widgets import paint
from ui.widgets.inputs import is_enter

REMOVE = tr("Remove the filter {words}")
_HIGH, _CROSS = 30, 16


class FilterChip(QAbstractButton):
    """Words and a cross; its accessible name says what pressing it does."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(REMOVE.format(words=words))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for words and cross."""
        theme = current()
        words = paint.text_size(self.text(), theme.font("small", "strong"))
        return QSize(words.width() + theme.px(_CROSS + 30), theme.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """The same: a chip is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Delete and Backspace take it away, as Space does; held down, no other after it."""
        takes = is_enter(event) or event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if takes and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, words, cross, ring."""
        theme = current()
        painter = paint.begin(self)
        radius = theme.radius("chip")
        ink = "on_action" if theme.high_contrast else "action"
        hover = self.underMouse() or self.isDown()
        edge = theme.colour("action") if hover else None
        paint.rounded(painter, self.rect(), radius, theme.colour("selected"), edge, theme.px(1))
        side, pad = theme.px(_CROSS), theme.px(10)
        inside = self.rect().adjusted(pad, 0, -pad, 0)
        cross = QRect(inside.right() - side + 1, 0, side, self.height())
        words = QRect(inside.left(), 0, inside.width() - side - theme.px(8), self.height())
        if paint.is_mirrored(self):
            cross.moveLeft(inside.left())
            words.moveRight(inside.right())
        font = theme.font("small", "strong")
        paint.draw_text(painter, words, self.text(), font=font, ink=theme.colour(ink))
        paint.draw_icon(painter, theme.pixmap("x", role=ink, size=_CROSS), cross)
        if self.hasFocus():
            paint.ring(painter, self.rect(), radius)
        painter.end()
