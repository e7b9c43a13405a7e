"""A share of the whole as a ring with its figure, such as how many were asked today."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.language import tr
from ui.theme import current
from ui.widgets import paint

_SIDE, _THICK = 90, 8


class ShareRing(QWidget):
    """`98 %` inside a ring that is filled so far; says `41 of 42` to screen readers.

    ring = ShareRing("asked")
    ring.show_share(41, 42)
    """

    def __init__(self, of_what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = of_what
        self._part, self._whole = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_share(0, 0)

    def show_share(self, part: int, whole: int) -> None:
        """So many of so many; nothing yet shows a dash."""
        self._part, self._whole = part, whole
        self.setAccessibleName(
            tr("{part} of {whole} {what}").format(part=part, whole=whole, what=self._what)
        )
        self.update()

    def text(self) -> str:
        """The figure shown. Only all is 100 %: 199 of 200 is 99 %."""
        return f"{self._part * 100 // self._whole} %" if self._whole else "–"

    def sizeHint(self) -> QSize:
        """A square."""
        side = current().px(_SIDE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track, the part filled from the top, the figure."""
        theme = current()
        painter = paint.begin(self)
        thick = theme.px(_THICK)
        inset = thick / 2 + theme.px(1)
        circle = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        track = "edge" if theme.high_contrast else "hairline"
        painter.setPen(QPen(theme.colour(track), thick if not theme.high_contrast else theme.px(2)))
        painter.drawEllipse(circle)
        if self._whole:
            painter.setPen(
                QPen(theme.colour("c1"), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
            )
            painter.drawArc(circle, 90 * 16, -round(360 * 16 * self._part / self._whole))
        paint.draw_text(
            painter,
            self.rect(),
            self.text(),
            font=theme.font("title", "strong"),
            ink=theme.colour("text"),
            flags=int(paint.CENTRE),
        )
        painter.end()
