"""Where somebody signs with a pen, a finger or the mouse; a typed name does the same by keyboard.

pad = SignaturePad()
pad.strokes()          # in thousandths of the pad's width and height
pad.set_strokes(strokes)
pad.clear()
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.language import tr
from ui.theme import current
from ui.widgets import paint

NAME = tr("Signature pad. Type the name instead if that is easier.")
Strokes = tuple[tuple[tuple[int, int], ...], ...]
_PARTS = 1000
_LINE = 0.78  # of the height: where one signs


class SignaturePad(QWidget):
    """Strokes scale with the pad, so a larger text size loses nothing."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[list[tuple[int, int]]] = []
        self._down = False
        self.setAccessibleName(NAME)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def strokes(self) -> Strokes:
        """What was drawn."""
        return tuple(tuple(stroke) for stroke in self._strokes)

    def set_strokes(self, strokes: Strokes) -> None:
        """Show what was drawn before."""
        self._strokes = [list(stroke) for stroke in strokes]
        self.update()
        self.changed.emit()

    def clear(self) -> None:
        """An empty pad."""
        self.set_strokes(())

    def sizeHint(self) -> QSize:
        """Room for a name."""
        theme = current()
        return QSize(theme.px(320), theme.px(110))

    def minimumSizeHint(self) -> QSize:
        """The same height in a narrow window."""
        theme = current()
        return QSize(theme.px(200), theme.px(110))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A stroke begins; a pen and a finger come as the mouse does."""
        self._down = True
        self._strokes.append([self._part(event.position())])
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The stroke goes on."""
        if self._down:
            self._strokes[-1].append(self._part(event.position()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The stroke ends."""
        if self._down:
            self._strokes[-1].append(self._part(event.position()))
            self._down = False
            self.update()
            self.changed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, the line to sign on, the strokes."""
        theme = current()
        painter = paint.begin(self)
        edge = theme.colour("edge")
        paint.rounded(
            painter, self.rect(), theme.radius("control"), theme.colour("input"), edge, theme.line
        )
        height = round(self.height() * _LINE)
        painter.setPen(QPen(theme.colour("hairline"), theme.px(1)))
        painter.drawLine(theme.px(14), height, self.width() - theme.px(14), height)
        self._draw(painter)
        painter.end()

    def _draw(self, painter: QPainter) -> None:
        theme = current()
        pen = QPen(theme.colour("text"), theme.px(2))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for stroke in self._strokes:
            line = [
                QPointF(x * self.width() / _PARTS, y * self.height() / _PARTS) for x, y in stroke
            ]
            painter.drawPolyline(QPolygonF(line))

    def _part(self, at: QPointF) -> tuple[int, int]:
        across = min(max(at.x() / max(self.width(), 1), 0), 1)
        down = min(max(at.y() / max(self.height(), 1), 0), 1)
        return round(across * _PARTS), round(down * _PARTS)
