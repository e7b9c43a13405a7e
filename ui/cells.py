"""What a model says about a table's cells and rows; `ui/delegates/rows.py` paints them.

def data(self, index, role):
    if role == ROW:                                # asked once a row, whatever the column
        return RowCells((Cell("R-1042"), Cell("2 days late", icon="alert-triangle")), ticked=False)
    if role == CELL:
        return Cell("2 days late", icon="alert-triangle", chip="late")
    if role == Qt.ItemDataRole.DisplayRole:
        return cell.text
    if role == ROW_TEXT:
        return "R-1042, OKAFOR Ada, Visitor no card, 2 days late"
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt

CELL = Qt.ItemDataRole.UserRole + 1
TICKED = Qt.ItemDataRole.CheckStateRole  # of column 0, where rows can be ticked
ROW = Qt.ItemDataRole.UserRole + 2  # of any column: all that its row shows, a RowCells
ROW_TEXT = Qt.ItemDataRole.AccessibleTextRole


@dataclass(frozen=True, slots=True)
class Cell:
    """Text with its weight, an icon before it, a chip around it, and the side it lines up on."""

    text: str
    strong: bool = False
    icon: str = ""
    role: str = "text"  # colour of text
    icon_role: str = "text2"
    chip: Literal["", "late"] = ""
    right: bool = False


@dataclass(frozen=True, slots=True)
class RowCells:
    """All cells of a row, none where it is not read yet; `ticked` is None where rows have no tick.

    What is painted is asked for once a row: each question to a model goes through Qt and back.
    """

    cells: tuple[Cell, ...]
    ticked: bool | None = None
