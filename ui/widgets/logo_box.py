"""The space for a trust's logo, as letters have it: the picture, or words of what goes there.

box = LogoBox()
box.show_logo(png)                               # None empties it
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.language import tr
from ui.theme import current
from ui.widgets import paint

EMPTY = tr("Your trust’s logo")
SHOWN = tr("The logo on letters")
_WIDE, _HIGH, _INSET = 208, 80, 6  # 52 by 20 mm of paper, four to the millimetre


class LogoBox(QWidget):
    """White as paper in every theme: a logo is drawn for paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._logo: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_logo(None)

    def show_logo(self, png: bytes | None) -> None:
        """Another picture, or none."""
        self._logo = None
        if png:
            self._logo = QPixmap()
            self._logo.loadFromData(png)
        self.setAccessibleName(SHOWN if png else EMPTY)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide and high as on paper."""
        return QSize(current().px(_WIDE), current().px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture kept in proportion, or a dashed edge and words."""
        theme = current()
        painter = paint.begin(self)
        inside = self.rect().adjusted(1, 1, -1, -1)
        painter.fillRect(inside, Qt.GlobalColor.white)
        if self._logo is None:
            painter.setPen(QPen(Qt.GlobalColor.darkGray, theme.line, Qt.PenStyle.DashLine))
            painter.drawRect(inside)
            painter.setPen(Qt.GlobalColor.black)
            painter.setFont(theme.font("small"))
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignCenter), EMPTY)
        else:
            room = theme.px(_INSET)
            space = inside.adjusted(room, room, -room, -room)
            size = self._logo.size().scaled(space.size(), Qt.AspectRatioMode.KeepAspectRatio)
            spot = QRect(0, 0, size.width(), size.height())
            spot.moveCenter(space.center())
            painter.drawPixmap(spot, self._logo)
        painter.end()
