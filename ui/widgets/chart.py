"""A chart in the window: the marks of `app.insight.drawing`, painted in the colours worn now.

    chart = ChartView()
    chart.show_chart(board.way)

It can be reached by Tab, so that its title and its sentence are read out; paper paints the same
marks (`app/documents/chart.py`).
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.insight.charts import Chart, Line
from app.insight.drawing import (
    BODY,
    Anchor,
    Block,
    Dot,
    Ink,
    Mark,
    Stroke,
    Words,
    draw,
    least_height,
    mirrored,
)
from ui.language import spoken, tr
from ui.theme import current
from ui.widgets import paint

_LEAST, _USUAL = 260, 540
_RING = 6  # kept free around the marks for the ring of focus


class ChartView(QWidget):
    """Draws one chart as wide and as high as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None
        self.setAccessibleName(tr("Chart"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def chart(self) -> Chart | None:
        """What is drawn."""
        return self._chart

    def show_chart(self, chart: Chart) -> None:
        """Draw another chart."""
        self._chart = chart
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(spoken(chart.sentence))
        self.setToolTip(spoken(chart.sentence))
        self.updateGeometry()
        self.update()

    def marks(self) -> tuple[Mark, ...]:
        """What is painted now, in design pixels; months run on, bars turn with the language."""
        if self._chart is None:
            return ()
        size, free = current().text_size, 2 * _RING
        width, height = self.width() / size - free, self.height() / size - free
        found = draw(self._chart.shape, width, height)
        leftward = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if leftward and not isinstance(self._chart.shape, Line):
            return mirrored(found, width)
        return found

    def sizeHint(self) -> QSize:
        """Comfortable."""
        return QSize(current().px(_USUAL), self.minimumSizeHint().height() * 3 // 2)

    def minimumSizeHint(self) -> QSize:
        """Under this the parts would stand in each other."""
        theme = current()
        least = 0.0 if self._chart is None else least_height(self._chart.shape)
        return QSize(theme.px(_LEAST), theme.px(least + 2 * _RING))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The marks in their order, then the ring."""
        theme = current()
        painter = paint.begin(self)
        painter.save()
        painter.scale(theme.text_size, theme.text_size)
        painter.translate(_RING, _RING)
        for mark in self.marks():
            _paint(painter, mark)
        painter.restore()
        if self.hasFocus():
            paint.ring(painter, self.rect(), theme.radius("row"))
        painter.end()


def _paint(painter: QPainter, mark: Mark) -> None:
    theme = current()
    match mark:
        case Block():
            edge = mark.edge or (Ink.TEXT if theme.high_contrast else None)
            paint.rounded(
                painter,
                QRectF(mark.x, mark.y, mark.width, mark.height),
                min(mark.radius, mark.width / 2),
                theme.colour(mark.fill.value),
                None if edge is None else theme.colour(edge.value),
                1.5,
            )
        case Stroke():
            pen = QPen(theme.colour(mark.ink.value), mark.width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            if mark.dashed:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in mark.points]))
        case Dot():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(mark.ink.value))
            painter.drawEllipse(QPointF(mark.x, mark.y), mark.radius, mark.radius)
        case Words():
            _write(painter, mark)


def _write(painter: QPainter, words: Words) -> None:
    """In the unscaled font of the step, since the painter is scaled already."""
    theme = current()
    font = theme.font("body" if words.size >= BODY else "small", "strong" if words.bold else "text")
    font.setPixelSize(round(words.size))
    painter.setFont(font)
    painter.setPen(theme.colour(words.ink.value))
    long = QFontMetricsF(font).horizontalAdvance(words.text)
    back = {Anchor.START: 0.0, Anchor.MIDDLE: long / 2, Anchor.END: long}[words.anchor]
    painter.drawText(QPointF(words.x - back, words.y), words.text)
