"""One language on the card: its number, its name in its own script, its English name.

    cell = LanguageCell(12, "العربية", "Arabic", right_to_left=True)
    cell.clicked.connect(...)

A language written from right to left has its number at the right, as its readers begin there.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import current
from ui.widgets import paint

_CAP, _PAD = 34, 12


class LanguageCell(QAbstractButton):
    """A press with a finger, Space or Enter picks the language."""

    def __init__(
        self,
        number: int,
        own: str,
        name: str,
        *,
        right_to_left: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.number, self.own, self.name = number, own, name
        both = Qt.LayoutDirection
        self.setLayoutDirection(both.RightToLeft if right_to_left else both.LeftToRight)
        self.setAccessibleName(f"{number} {name}, {own}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Two lines of words beside the number."""
        theme = current()
        own = QFontMetrics(theme.font("title", "label"))
        english = QFontMetrics(theme.font("small"))
        widest = max(own.horizontalAdvance(self.own), english.horizontalAdvance(self.name))
        width = widest + theme.px(_CAP + 3 * _PAD)
        height = theme.px(58)
        return QSize(width, max(height, own.height() + english.height() + theme.px(10)))

    def minimumSizeHint(self) -> QSize:
        """The names are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, number, both names, ring."""
        theme = current()
        painter = paint.begin(self)
        lit = self.underMouse() or self.isDown()
        radius = theme.radius("row")
        ground = "selected" if self.isDown() else "tint" if lit else "surface"
        edge = theme.colour("action" if lit else "edge")
        paint.rounded(painter, self.rect(), radius, theme.colour(ground), edge, theme.line)
        side = theme.px(_CAP)
        number = QRect(theme.px(_PAD), (self.height() - side) // 2, side, side)
        box = paint.mirrored(self, number)
        fill = None if theme.high_contrast else theme.colour("sunken")
        line = theme.colour("text") if theme.high_contrast else None
        paint.rounded(painter, box, theme.radius("keycap"), fill, line, theme.px(1))
        ink = theme.colour("text")
        paint.draw_text(
            painter,
            box,
            str(self.number),
            font=theme.font("body", "strong"),
            ink=ink,
            flags=int(paint.CENTRE),
        )
        words = self.rect().adjusted(theme.px(2 * _PAD + _CAP), 0, -theme.px(_PAD), 0)
        words = paint.mirrored(self, words)
        self._draw_names(words, painter)
        if self.hasFocus():
            paint.ring(painter, self.rect(), radius)
        painter.end()

    def _draw_names(self, words: QRect, painter: QPainter) -> None:
        theme = current()
        flags = paint.LEFT
        own = theme.font("title", "label")
        height = QFontMetrics(own).height() + QFontMetrics(theme.font("small")).height()
        top = words.top() + (words.height() - height) // 2
        upper = QRect(words.left(), top, words.width(), QFontMetrics(own).height())
        lower = QRect(words.left(), upper.bottom(), words.width(), height - upper.height())
        paint.draw_text(painter, upper, self.own, font=own, ink=theme.colour("text"), flags=flags)
        paint.draw_text(
            painter,
            lower,
            self.name,
            font=theme.font("small"),
            ink=theme.colour("text2"),
            flags=flags,
        )
