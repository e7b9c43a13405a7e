"""The parts of a page under their headings, for the list at its side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.language import tr
from ui.models.guide import HEADING

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_OF = tr("{title}, {heading}")


@dataclass(frozen=True, slots=True)
class Section:
    """A part's name inside the program, its words and the heading it stands under."""

    name: str
    label: str
    heading: str


class SectionTitles(QAbstractListModel):
    """Titles under their headings; a heading cannot be gone to."""

    def __init__(self, sections: Sequence[Section], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Section | str] = []
        heading = ""
        for one in sections:
            if one.heading != heading:
                heading = one.heading
                self._rows.append(heading)
            self._rows.append(one)

    def name_at(self, row: int) -> str:
        """The part in a row; an empty text for a heading or no row."""
        here = self._rows[row] if 0 <= row < len(self._rows) else None
        return here.name if isinstance(here, Section) else ""

    def place_of(self, name: str) -> int:
        """The row of a part, or -1."""
        return next((row for row in range(len(self._rows)) if self.name_at(row) == name), -1)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Titles and headings."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only a part can be gone to."""
        if not self.name_at(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words, and whether they are a heading."""
        row = self._rows[index.row()]
        if role == HEADING:
            return isinstance(row, str)
        if role == Qt.ItemDataRole.DisplayRole:
            return row if isinstance(row, str) else row.label
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(row, Section):
            return _OF.format(title=row.label, heading=row.heading)
        return None
