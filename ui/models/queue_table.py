"""The rows of the queue as a table: cells with icon and chip, a tick, the whole row as words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.core.dates import long, show
from app.services.queue import QueueRow
from ui.cells import CELL, ROW_TEXT, TICKED, Cell
from ui.language import tr

Index = QModelIndex | QPersistentModelIndex
COLUMNS = (
    "",
    tr("Ref"),
    tr("Patient"),
    tr("Reason to review"),
    tr("Treatment ↑"),
    tr("Due"),
    tr("Who"),
)
TODAY, TOMORROW = tr("Today"), tr("Tomorrow")
NOBODY = "—"
_NO_INDEX = QModelIndex()


class QueueTable(QAbstractTableModel):
    """One page of the queue; ticks belong to cases, so they outlive a refresh."""

    ticks_changed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[QueueRow, ...] = ()
        self._cells: list[tuple[Cell, ...]] = []
        self._ticked: set[str] = set()
        self._today = date.min

    def show_rows(self, rows: Sequence[QueueRow], today: date) -> None:
        """Other rows; ticks of cases no longer there go."""
        self.beginResetModel()
        self._rows, self._today = tuple(rows), today
        self._cells = [self._row_cells(row) for row in self._rows]
        self._ticked &= {row.registration_id for row in self._rows}
        self.endResetModel()
        self.ticks_changed.emit(len(self._ticked))

    def row_at(self, row: int) -> QueueRow | None:
        """The case in a row, or None."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def place_of(self, registration_id: str) -> int:
        """The row of a case, or -1."""
        for place, row in enumerate(self._rows):
            if row.registration_id == registration_id:
                return place
        return -1

    def ticked(self) -> tuple[str, ...]:
        """The cases ticked, in the order shown."""
        ids = (row.registration_id for row in self._rows)
        return tuple(one for one in ids if one in self._ticked)

    def clear_ticks(self) -> None:
        """Nothing is ticked any more."""
        self._ticked.clear()
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))
        self.ticks_changed.emit(0)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many cases are on this page."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Tick and six facts."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The words over a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell, its text, its tick, or the whole row as words."""
        row, column = index.row(), index.column()
        if role == CELL:
            return self._cells[row][column] if column else None
        if role == TICKED and column == 0:
            here = self._rows[row].registration_id in self._ticked
            return Qt.CheckState.Checked if here else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells[row][column].text
        if role == ROW_TEXT:
            return self._said(self._rows[row])
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a case, or take its tick away."""
        if role != TICKED:
            return False
        case = self._rows[index.row()].registration_id
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._ticked.add(case)
        else:
            self._ticked.discard(case)
        last = self.index(index.row(), len(COLUMNS) - 1)
        self.dataChanged.emit(self.index(index.row(), 0), last)
        self.ticks_changed.emit(len(self._ticked))
        return True

    def _row_cells(self, row: QueueRow) -> tuple[Cell, ...]:
        return (
            Cell(""),
            Cell(row.ref),
            Cell(row.patient, strong=True),
            Cell(row.reason, icon="lock" if row.private else "", icon_role="text"),
            self._day(row.treatment),
            self._due(row),
            Cell(row.who or NOBODY, strong=row.who == tr("Me")),
        )

    def _due(self, row: QueueRow) -> Cell:
        if row.days_late:
            return Cell(late_words(row.days_late), icon="alert-triangle", chip="late")
        return self._day(row.due)

    def _day(self, day: date | None) -> Cell:
        if day is None:
            return Cell(NOBODY)
        if day == self._today:
            return Cell(TODAY, strong=True)
        if day == self._today + timedelta(days=1):
            return Cell(TOMORROW)
        return Cell(show(day)[:6] if day.year == self._today.year else show(day))

    def _said(self, row: QueueRow) -> str:
        due = late_words(row.days_late) if row.days_late else _spoken(row.due)
        parts = [
            row.ref,
            row.patient,
            row.reason,
            tr("treatment {spoken}").format(spoken=_spoken(row.treatment)),
        ]
        ticked = ["ticked"] if row.registration_id in self._ticked else []
        return ", ".join([*parts, tr("due {due}").format(due=due), row.who or "nobody", *ticked])


def late_words(days: int) -> str:
    """`1 day late`, `2 days late`."""
    return (
        tr("{days} day late").format(days=days)
        if days == 1
        else tr("{days} days late").format(days=days)
    )


def _spoken(day: date | None) -> str:
    return long(day) if day else tr("not known")
