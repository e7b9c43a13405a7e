"""What a model says about one table cell; `ui/delegates/rows.py` paints it.

def data(self, index, role):
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
ROW_TICKED = Qt.ItemDataRole.UserRole + 2  # of any column: whether its row is; None without ticks
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
