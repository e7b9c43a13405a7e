"""How the rows of a `Table` are painted: tick, icon, late chip, selection, a hairline under each.

A model gives `RowCells` under the role `ROW`. Where rows can be ticked those that are ticked are
filled; without ticks the current row is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.cells import CELL, Cell
from ui.theme import Weight, current
from ui.widgets import paint
from ui.widgets.table import Sight, Span, Strip

Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WIDEST_LETTER = 14  # of the cells' type: what is surely no wider than its place is not measured
_Ink = tuple[Weight, str]  # how a text is written: its weight, and the role of its colour


class Rows(QStyledItemDelegate):
    """One painter for every table of the window."""

    def paint_rows(self, painter: QPainter, sight: Sight) -> None:
        """Grounds and lines of all rows, then ticks and chips, the ring, the words ink by ink.

        The words lie over the ring: a letter with two marks reaches into it.
        """
        if sight.strips and sight.spans:
            page = _Page(painter, sight.spans, sight.direction)
            for strip in sight.strips:
                page.draw_row(strip)
            if sight.ring is not None:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint.row_ring(painter, sight.ring)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            page.write()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the whole cell, for columns fitted to their contents."""
        theme = current()
        cell = index.data(CELL)
        height = theme.size("table_row_dense")
        if not isinstance(cell, Cell):
            return QSize(theme.px(48), height)
        font = theme.font("small", "strong" if cell.strong else "text")
        icon = theme.px(22) if cell.icon else 0
        return QSize(paint.text_size(cell.text, font).width() + icon + theme.px(24), height)


@dataclass(slots=True)
class _Page:
    """Rows being painted: words wait, so that ink and type change once for all of their kind."""

    painter: QPainter
    spans: Sequence[Span]
    direction: Qt.LayoutDirection
    words: dict[_Ink, list[tuple[QRect, str, bool]]] = field(default_factory=dict)

    def draw_row(self, strip: Strip) -> None:
        """Ground, line, bar, tick; then each cell."""
        theme, shown = current(), strip.shown
        filled = strip.current if shown.ticked is None else shown.ticked
        left = min(span.left for span in self.spans)
        first = min(span.column for span in self.spans)
        width = max(span.left + span.width for span in self.spans) - left
        if filled:
            ground = QRect(left, strip.top, width, strip.height)
            self.painter.fillRect(ground, theme.colour("selected"))
        line = theme.px(1)
        bottom = strip.top + strip.height - line
        self.painter.fillRect(left, bottom, width, line, theme.colour("hairline"))
        inverse = filled and theme.high_contrast
        for span in self.spans:
            spot = QRect(span.left, strip.top, span.width, strip.height)
            if span.column == first and filled and not theme.high_contrast:
                bar = QRect(spot.left(), spot.top(), theme.px(4), spot.height())
                self.painter.fillRect(self._placed(bar, spot), theme.colour("action"))
            if span.column == 0 and shown.ticked is not None:
                self._draw_tick(spot, checked=shown.ticked, filled=filled, inverse=inverse)
            cell = shown.cells[span.column] if shown.cells else None
            if cell is not None and cell.text:
                self._draw_cell(spot, cell, inverse=inverse)

    def write(self) -> None:
        """The words of all rows."""
        theme, mirrored = current(), self.direction is Qt.LayoutDirection.RightToLeft
        for (weight, role), pieces in self.words.items():
            font = theme.font("small", weight)
            self.painter.setFont(font)
            self.painter.setPen(theme.colour(role))
            metrics = QFontMetrics(font)
            high, up = metrics.height(), metrics.ascent()
            for spot, text, right in pieces:
                if mirrored or right:
                    flags = int(_RIGHT if right else paint.LEFT)
                    paint.draw_by_itself(self.painter, spot, text, flags)
                else:
                    line = spot.top() + (spot.height() - high) // 2 + up
                    self.painter.drawText(spot.left(), line, text)

    def _draw_tick(self, spot: QRect, *, checked: bool, filled: bool, inverse: bool) -> None:
        theme = current()
        side = theme.px(16)
        edge = "on_action" if inverse else "action" if checked else "edge"

        def draw(inside: QPainter) -> None:
            box = QRect(0, 0, side, side)
            fill = theme.colour(edge if checked else "input")
            paint.rounded(
                inside, box, theme.radius("tick"), fill, theme.colour(edge), theme.px(1.5)
            )
            if checked:
                role = "action" if inverse else "on_action"
                paint.draw_icon(inside, theme.pixmap("check", role=role, size=12, stroke=3), box)

        key = repr((edge, checked, inverse, side, theme))
        ground = theme.colour("selected" if filled else "surface")
        box = QRect(0, 0, side, side)
        box.moveCenter(spot.center())
        picture = paint.kept(self.painter, key, QSize(side, side), ground, draw)
        self.painter.drawPixmap(box.topLeft(), picture)

    def _draw_cell(self, spot: QRect, cell: Cell, *, inverse: bool) -> None:
        theme = current()
        whole = inside = spot.adjusted(theme.px(8), 0, -theme.px(8), -theme.px(1))
        weight: Weight = "strong" if cell.strong or cell.chip else "text"
        ink, icon_ink = ("on_action", "on_action") if inverse else (cell.role, cell.icon_role)
        if cell.chip:
            ink = icon_ink = "on_warn"
            font = theme.font("small", weight)
            chip = _chip(inside, cell, font_width=paint.text_size(cell.text, font).width())
            self._draw_chip(self._placed(chip, whole))
            inside = inside.adjusted(theme.px(5), 0, 0, 0)
        if cell.icon:
            side = theme.px(16)
            icon = QRect(inside.left(), inside.top(), side, inside.height())
            picture = theme.pixmap(cell.icon, role=icon_ink, size=16)
            paint.draw_icon(self.painter, picture, self._placed(icon, whole))
            inside = inside.adjusted(side + theme.px(2 if cell.chip else 6), 0, 0, 0)
        words = cell.text
        if len(words) * theme.px(_WIDEST_LETTER) > inside.width():
            words = _fitting(words, weight, theme.text_size, inside.width())
        piece = (self._placed(inside, whole), words, cell.right)
        self.words.setdefault((weight, ink), []).append(piece)

    def _draw_chip(self, chip: QRect) -> None:
        theme = current()
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.rounded(self.painter, chip, theme.radius("tick"), theme.colour("warn_fill"), None)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _placed(self, part: QRect, whole: QRect) -> QRect:
        """A part of a place as from left to right, at the other side where that is mirrored."""
        if self.direction is Qt.LayoutDirection.LeftToRight:
            return part
        return QStyle.visualRect(self.direction, whole, part)


@lru_cache(maxsize=4096)
def _fitting(text: str, weight: Weight, text_size: float, width: int) -> str:
    """As much of a text as fits: measured once, for a row is painted at every step of a scroll."""
    del text_size  # the font's size: part of what is remembered
    return paint.elided(text, current().font("small", weight), width)


def _chip(inside: QRect, cell: Cell, *, font_width: int) -> QRect:
    theme = current()
    icon = theme.px(18) if cell.icon else 0
    chip = inside.adjusted(0, theme.px(2), 0, -theme.px(2))
    chip.setWidth(min(font_width + icon + theme.px(13), inside.width()))
    return chip
