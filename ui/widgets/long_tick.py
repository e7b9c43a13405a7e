"""A tick box whose words may need several lines, such as an officer's certificate.

certified = LongTick("I put the other grounds in general terms; none other is claimed.")
certified.toggled.connect(...)
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Scale, current
from ui.widgets import paint
from ui.widgets.choices import TickBox

_BOX, _AROUND, _LEFT = 18, 6, 34  # as in a TickBox: the ring stays clear of the box
_LEAST, _ABOVE = 30, 4
_TOP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_FLAGS = _TOP | int(Qt.TextFlag.TextShowMnemonic) | paint.WRAPS


class LongTick(TickBox):
    """On or off, with a sentence beside the box; the sentence wraps."""

    def __init__(self, words: str, *, scale: Scale = "body", parent: QWidget | None = None) -> None:
        super().__init__(words, scale=scale, parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the wrapped words, never less than the box and its ring."""
        theme = current()
        room = width - theme.px(_LEFT + 4)
        words = paint.wrapped_size(self.text(), theme.font(self._scale), room, _FLAGS)
        return max(theme.px(_LEAST), words.height() + theme.px(2 * _ABOVE + 2))

    def sizeHint(self) -> QSize:
        """A line of usual length, wrapped as far as its width asks."""
        width = current().px(280)
        return QSize(width, self.heightForWidth(self.width() if self.isVisible() else width))

    def minimumSizeHint(self) -> QSize:
        """The words may wrap to a narrow column."""
        return QSize(current().px(160), current().px(_LEAST))

    def mark(self) -> QRect:
        """The box, beside the first line."""
        around, side = current().px(_AROUND), current().px(_BOX)
        return paint.mirrored(self, QRect(around, around, side, side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, sentence, ring."""
        theme = current()
        painter = paint.begin(self)
        box = self.mark()
        words = self.rect().adjusted(theme.px(_LEFT), theme.px(_ABOVE), -theme.px(4), 0)
        edge = "disabled" if not self.isEnabled() else "action" if self._lit() else "edge"
        self._draw_mark(painter, box, edge)
        paint.draw_text(
            painter,
            paint.mirrored(self, words),
            self.text(),
            font=theme.font(self._scale),
            ink=theme.colour("text" if self.isEnabled() else "disabled"),
            flags=_FLAGS,
        )
        if self.hasFocus():
            paint.ring(painter, self.rect(), theme.radius("control"))
        painter.end()
