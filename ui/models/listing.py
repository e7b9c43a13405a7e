"""A short list as a table: rows of cells, each with what it stands for and its words whole.

listing = Listing(("HRG", "Name"))
listing.show_rows([Line(choice, (Cell("AA22C"), Cell("Stroke")), "AA22C, Stroke")])
listing.thing_at(table.row())
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.core.unbroken import aloud
from ui.cells import CELL, ROW, ROW_TEXT, Cell, RowCells

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_KEPT = 256  # rows in words
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Line:
    """A row: what it stands for, its cells, and the whole of it as read out."""

    thing: object
    cells: tuple[Cell, ...]
    said: str


class _Rows(Protocol):
    def __len__(self) -> int: ...

    def __getitem__(self, row: int, /) -> Line: ...


class _Lines:
    """Rows of things, made when they are asked for; those of some screens are kept."""

    def __init__(self, things: Sequence[T], line: Callable[[T], Line]) -> None:
        self._count = len(things)
        self._made = lru_cache(maxsize=_KEPT)(lambda row: line(things[row]))

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, row: int, /) -> Line:
        return self._made(row)


class Listing(QAbstractTableModel):
    """Rows to choose from; never more than fit a screen reader's patience."""

    def __init__(self, columns: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._lines: _Rows = ()

    def show_rows(self, lines: Sequence[Line]) -> None:
        """Other rows."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def show_things(self, things: Sequence[T], line: Callable[[T], Line]) -> None:
        """Other rows, each put into words when it is first looked at: there may be thousands."""
        self.beginResetModel()
        self._lines = _Lines(things, line)
        self.endResetModel()

    def thing_at(self, row: int) -> object | None:
        """What a row stands for, or None."""
        return self._lines[row].thing if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The words over a column; figures stand at the right, so do theirs."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section]
        right = self._lines and self._lines[0].cells[section].right
        if role == Qt.ItemDataRole.TextAlignmentRole and right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell, its text, or the whole row as words."""
        line = self._lines[index.row()]
        if role == ROW:
            return RowCells(line.cells)
        if role == CELL:
            return line.cells[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line.cells[index.column()].text
        return aloud(line.said) if role == ROW_TEXT else None
