"""How the contents of the guide are painted: headings, wrapped titles, a bar at the open page."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.models.guide import HEADING
from ui.theme import current
from ui.widgets import paint

Index = QModelIndex | QPersistentModelIndex
_FLAGS = paint.LEFT | paint.WRAPS
_SIDE, _HIGH, _ABOVE = 12, 7, 8


class ContentsRows(QStyledItemDelegate):
    """One painter for headings and titles."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, bar, words."""
        theme = current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect
        painter.fillRect(rect, theme.colour("surface"))
        heading = bool(index.data(HEADING))
        picked = bool(option.state & QStyle.StateFlag.State_Selected) and not heading
        ink = "text2" if heading else "text"
        if picked:
            paint.rounded(painter, rect, theme.radius("control"), theme.colour("selected"), None)
            ink = "on_action" if theme.high_contrast else "text"
            if not theme.high_contrast:
                bar = QRect(rect.left(), rect.top(), theme.px(4), rect.height())
                bar = QStyle.visualRect(option.direction, rect, bar)
                paint.rounded(painter, bar, theme.px(2), theme.colour("action"), None)
        above = theme.px(_ABOVE) if heading else 0
        inside = rect.adjusted(theme.px(_SIDE), above, -theme.px(4), 0)
        inside = QStyle.visualRect(option.direction, rect, inside)
        paint.draw_text(
            painter,
            inside,
            str(index.data()),
            font=_fitting(str(index.data()), _font(heading, picked), inside.width(), heading),
            ink=theme.colour(ink),
            flags=_FLAGS,
        )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As many lines as the title takes; it has no more of them when it is opened."""
        theme = current()
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else theme.px(240)
        room = max(width - theme.px(_SIDE + 4), theme.px(60))
        heading = bool(index.data(HEADING))
        font = _font(heading, picked=False)
        lines = paint.wrapped_size(str(index.data()), font, room).height()
        above = theme.px(_ABOVE) if heading else 0
        return QSize(width, max(lines + above + 2 * theme.px(_HIGH // 2 + 1), theme.px(30)))


def _fitting(words: str, font: QFont, room: int, heading: bool) -> QFont:
    """The font, or the one of a title that is not open where it would take a line more."""
    usual = _font(heading, picked=False)
    lines = [paint.wrapped_size(words, one, room).height() for one in (font, usual)]
    return font if lines[0] <= lines[1] else usual


def _font(heading: bool, picked: bool) -> QFont:
    theme = current()
    if heading:
        return theme.font("small", "strong")
    return theme.font("small", "strong" if picked else "text")
