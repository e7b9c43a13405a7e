"""What a screen shows past the pseudo language: data by design, or words no catalogue has.

Asked of a window that speaks `qps` (`installer.translations`), whose every text stands between two
marks of direction; what is filled in stands outside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ui.cells import ROW, ROW_TEXT, RowCells

_TURNED = re.compile("\u202e[^\u202c]*\u202c")
_WORD = re.compile(r"[A-Za-z]{2,}")
_MOST_ROWS = 60


def unturned(window: QWidget) -> list[str]:
    """Each piece of a text in sight, or read out, that did not come from the catalogue."""
    found: dict[str, None] = {}
    for text in _shown(window):
        for piece in _TURNED.split(text):
            bare = piece.strip(" ,.;:()\u00b7\u2014\n“”")
            if _WORD.search(bare):
                found.setdefault(bare)
    return list(found)


def _shown(window: QWidget) -> Iterator[str]:
    for one in (window, *window.findChildren(QWidget)):
        if not one.isVisible():
            continue
        yield from (one.accessibleName(), one.accessibleDescription(), one.toolTip())
        if isinstance(one, QLabel | QAbstractButton):
            yield one.text().replace("&", "")
        elif isinstance(one, QLineEdit | QPlainTextEdit):
            yield one.placeholderText()
        elif isinstance(one, QComboBox):
            yield from (one.itemText(place) for place in range(one.count()))
        elif isinstance(one, QAbstractItemView) and one.model() is not None:
            yield from _told_by(one.model())


def _told_by(model: QAbstractItemModel) -> Iterator[str]:
    nowhere, roles = QModelIndex(), Qt.ItemDataRole
    is_list = isinstance(model, QAbstractListModel)  # Qt keeps to itself how wide a list is
    columns = range(1 if is_list else model.columnCount(nowhere))
    for column in columns:
        yield str(model.headerData(column, Qt.Orientation.Horizontal, roles.DisplayRole) or "")
    for row in range(min(model.rowCount(nowhere), _MOST_ROWS)):
        for column in columns:
            index = model.index(row, column)
            for role in (roles.DisplayRole, ROW_TEXT, ROW):
                told = model.data(index, role)
                if isinstance(told, str):
                    yield told
                elif isinstance(told, RowCells):
                    yield from (cell.text for cell in told.cells)
