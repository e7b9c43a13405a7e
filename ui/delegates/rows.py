"""How the rows of a `Table` are painted: tick, icon, late chip, selection, a hairline under each.

A model gives `Cell` under the role `CELL`, and whether a row is ticked under `ROW_TICKED` where
rows can be; then ticked rows are filled. Without ticks the current row is.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.cells import CELL, ROW_TICKED, Cell
from ui.theme import Weight, current
from ui.widgets import paint

Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Rows(QStyledItemDelegate):
    """One painter for every table of the window."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, then tick or cell."""
        theme = current()
        rect, ticked = option.rect, index.data(ROW_TICKED)
        filled = ticked if ticked is not None else _is_current(option)
        # The view has painted its own ground under a current row: ours always covers it.
        painter.fillRect(rect, theme.colour("selected" if filled else "surface"))
        line = theme.px(1)
        rule = QRect(rect.left(), rect.bottom() - line + 1, rect.width(), line)
        painter.fillRect(rule, theme.colour("hairline"))
        if filled and index.column() == 0 and not theme.high_contrast:
            bar = QRect(rect.left(), rect.top(), theme.px(4), rect.height())
            bar = QStyle.visualRect(option.direction, rect, bar)
            painter.fillRect(bar, theme.colour("action"))
        inverse = filled and theme.high_contrast
        if ticked is not None and index.column() == 0:
            _draw_tick(painter, rect, checked=ticked, inverse=inverse)
        cell = index.data(CELL)
        if isinstance(cell, Cell) and cell.text:
            _draw_cell(painter, option, cell, inverse=inverse)

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


def _is_current(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_Selected)


def _draw_tick(painter: QPainter, rect: QRect, *, checked: bool, inverse: bool) -> None:
    theme = current()
    side = theme.px(16)
    box = QRect(0, 0, side, side)
    box.moveCenter(rect.center())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = "on_action" if inverse else "action" if checked else "edge"
    fill = theme.colour(edge if checked else "input")
    paint.rounded(painter, box, theme.radius("tick"), fill, theme.colour(edge), theme.px(1.5))
    if checked:
        role = "action" if inverse else "on_action"
        paint.draw_icon(painter, theme.pixmap("check", role=role, size=12, stroke=3), box)


def _draw_cell(
    painter: QPainter, option: QStyleOptionViewItem, cell: Cell, *, inverse: bool
) -> None:
    theme = current()
    whole = inside = option.rect.adjusted(theme.px(8), 0, -theme.px(8), -theme.px(1))
    weight: Weight = "strong" if cell.strong or cell.chip else "text"
    font = theme.font("small", weight)
    ink, icon_ink = ("on_action", "on_action") if inverse else (cell.role, cell.icon_role)
    if cell.chip:
        ink = icon_ink = "on_warn"
        chip = _chip(inside, cell, font_width=paint.text_size(cell.text, font).width())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chip = QStyle.visualRect(option.direction, whole, chip)
        paint.rounded(painter, chip, theme.radius("tick"), theme.colour("warn_fill"), None)
        inside = inside.adjusted(theme.px(5), 0, 0, 0)
    if cell.icon:
        side = theme.px(16)
        spot = QRect(inside.left(), inside.top(), side, inside.height())
        spot = QStyle.visualRect(option.direction, whole, spot)
        paint.draw_icon(painter, theme.pixmap(cell.icon, role=icon_ink, size=16), spot)
        inside = inside.adjusted(side + theme.px(2 if cell.chip else 6), 0, 0, 0)
    words = _fitting(cell.text, weight, theme.text_size, inside.width())
    if inside != whole:
        inside = QStyle.visualRect(option.direction, whole, inside)
    flags = int(_RIGHT if cell.right else paint.LEFT)
    paint.draw_text(painter, inside, words, font=font, ink=theme.colour(ink), flags=flags)


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
