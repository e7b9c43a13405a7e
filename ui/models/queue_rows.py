"""The queue as a table of any length: rows come a page at a time, as they come into sight.

`missing(page)` asks for a page; `put` brings it. A row not here yet is empty and says so. Ticks
belong to cases, so they outlive scrolling and a refresh.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from app.core.unbroken import aloud
from app.services.queue import DIARY, QueueRow, Wanted
from app.services.travel_state import Standing
from ui.cells import CELL, ROW, ROW_TEXT, TICKED, Cell, RowCells
from ui.days import brief, long, show
from ui.language import spoken, tr
from ui.models.standing_words import STANDING_ICONS, STANDINGS

Index = QModelIndex | QPersistentModelIndex
ROWS_A_PAGE = 50
_PAGES_KEPT = 24
TREATMENT, DUE = tr("Treatment"), tr("Due")
LOOK_AGAIN = tr("Look again")
COLUMNS = (
    "",
    tr("Ref"),
    tr("Patient"),
    tr("Reason to review"),
    TREATMENT,
    DUE,
    tr("Who"),
    tr("Sent"),
)
SORTS = ("", "ref", "patient", "", "treatment", "due", "", "")  # by column; empty: not sorted by
TODAY, TOMORROW = tr("Today"), tr("Tomorrow")
LATE_ONE, LATE_SOME = tr("{count} day late"), tr("{count} days late")
BACK_ON = tr("Back {day}")
NOBODY = "—"
NOT_HERE = tr("Being read")
SAID_TREATMENT, SAID_DUE = tr("treatment {day}"), tr("due {day}")
SAID_AGAIN, SAID_AWAY = tr("to look at again {day}"), tr("put away until {day}")
SAID_WHY, SAID_NOBODY = tr("placed here: {why}"), tr("nobody")
SAID_TICKED, NOT_KNOWN = tr("ticked"), tr("not known")
WHY = tr("Placed here: {why}")
_NO_INDEX = QModelIndex()


class QueueRows(QAbstractTableModel):
    """What is asked for, as far as it was read."""

    ticks_changed = Signal(int)
    missing = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._total, self._wanted, self._today = 0, Wanted(), date.min
        self._pages: OrderedDict[int, tuple[QueueRow, ...]] = OrderedDict()
        self._cells: dict[str, tuple[Cell, ...]] = {}  # of rows that were in sight
        self._standings: Mapping[str, Standing] = {}
        self._ticked: dict[str, None] = {}
        self._sought: int | None = None

    def start(self, wanted: Wanted, total: int, today: date) -> None:
        """So many rows of what is asked for, none of them read."""
        self.beginResetModel()
        if (wanted.view, wanted.filters, wanted.search) != (
            self._wanted.view,
            self._wanted.filters,
            self._wanted.search,
        ):
            self._ticked.clear()  # nobody acts on cases that they no longer see
        self._wanted, self._total, self._today = wanted, total, today
        self._pages.clear()
        self._cells.clear()
        self._sought = None
        self.endResetModel()
        self.ticks_changed.emit(len(self._ticked))

    def put(self, page: int, rows: Sequence[QueueRow]) -> None:
        """The rows of a page."""
        self._pages[page] = tuple(rows)
        self._cells.clear()
        while len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)
        first = page * ROWS_A_PAGE
        last = min(first + len(rows), self._total) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))

    def put_standings(self, found: Mapping[str, Standing]) -> None:
        """How far the records of cases in sight have come; it is read after the rows."""
        self._standings = {**self._standings, **found} if len(self._standings) < 2_000 else found
        self._cells.clear()
        if self._total:
            last = len(COLUMNS) - 1
            self.dataChanged.emit(self.index(0, last), self.index(self._total - 1, last))

    def row_at(self, row: int) -> QueueRow | None:
        """The case in a row; None where there is none or it is not read yet."""
        page = self._pages.get(row // ROWS_A_PAGE)
        place = row % ROWS_A_PAGE
        return page[place] if page is not None and row >= 0 and place < len(page) else None

    def place_of(self, registration_id: str) -> int:
        """The row of a case among those read, or -1."""
        for page, rows in self._pages.items():
            for place, row in enumerate(rows):
                if row.registration_id == registration_id:
                    return page * ROWS_A_PAGE + place
        return -1

    def ticked(self) -> tuple[str, ...]:
        """The cases ticked, in the order of their ticks."""
        return tuple(self._ticked)

    def clear_ticks(self) -> None:
        """Nothing is ticked any more."""
        self._ticked.clear()
        if self._total:
            self.dataChanged.emit(self.index(0, 0), self.index(self._total - 1, 0))
        self.ticks_changed.emit(0)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many cases there are, read or not."""
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Tick and seven facts."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The words over a column, with the way it is sorted."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        in_diary = self._wanted.view == DIARY and COLUMNS[section] == DUE
        words = LOOK_AGAIN if in_diary else COLUMNS[section]
        if not words or SORTS[section] != self._wanted.sort or self._wanted.view == DIARY:
            return words
        return f"{words} {'↓' if self._wanted.descending else '↑'}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell, its text, its tick, or the whole row as words."""
        row = self._seek(index.row())
        if role == ROW:
            return self._shown(row) if row is not None else RowCells((), ticked=False)
        if role == TICKED and index.column() == 0:
            ticked = row is not None and row.registration_id in self._ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if row is None:
            return NOT_HERE if role == ROW_TEXT else None
        if role == CELL:
            return self._cell(row, index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(row, index.column()).text
        if role == Qt.ItemDataRole.ToolTipRole:
            return WHY.format(why=spoken(row.because)) if row.because else None
        return self._said(row) if role == ROW_TEXT else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a case, or take its tick away."""
        row = self.row_at(index.row())
        if role != TICKED or row is None:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._ticked[row.registration_id] = None
        else:
            self._ticked.pop(row.registration_id, None)
        last = self.index(index.row(), len(COLUMNS) - 1)
        self.dataChanged.emit(self.index(index.row(), 0), last)
        self.ticks_changed.emit(len(self._ticked))
        return True

    def _seek(self, row: int) -> QueueRow | None:
        """The row, or a request for its page once the screen has asked for all it shows."""
        page = row // ROWS_A_PAGE
        if page in self._pages:
            self._pages.move_to_end(page)
            return self.row_at(row)
        if self._sought is None:
            QTimer.singleShot(0, self, self._ask)
        self._sought = page
        return None

    def _ask(self) -> None:
        page, self._sought = self._sought, None
        if page is not None and page not in self._pages:
            self.missing.emit(page)

    def _shown(self, row: QueueRow) -> RowCells:
        """The row as it is painted: put into words once, painted at every step of a scroll."""
        number = row.registration_id
        cells = self._cells.get(number)
        if cells is None:
            cells = tuple(self._cell(row, column) for column in range(len(COLUMNS)))
            self._cells[number] = cells
        return RowCells(cells, ticked=number in self._ticked)

    def _cell(self, row: QueueRow, column: int) -> Cell:
        match column:
            case 1:
                return Cell(row.ref)
            case 2:
                return Cell(row.patient, strong=True)
            case 3:
                return Cell(
                    spoken(row.reason), icon="lock" if row.private else "", icon_role="text"
                )
            case 4:
                return self._day(row.treatment)
            case 5:
                return self._due(row)
            case 6:
                return Cell(spoken(row.who) or NOBODY, strong=row.mine)
            case 7:
                return self._sent(row)
            case _:
                return Cell("")

    def _sent(self, row: QueueRow) -> Cell:
        standing = self._standings.get(row.registration_id)
        if standing is None:
            return Cell("")
        ink = "success" if standing is Standing.TAKEN else "text2"
        return Cell(STANDINGS[standing], icon=STANDING_ICONS[standing], icon_role=ink)

    def _due(self, row: QueueRow) -> Cell:
        if row.snoozed_until is not None:
            day = self._day(row.snoozed_until).text
            return Cell(BACK_ON.format(day=day), icon="clock")
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
        return Cell(brief(day) if day.year == self._today.year else show(day))

    def _said(self, row: QueueRow) -> str:
        due = late_words(row.days_late) if row.days_late else _day_said(row.due)
        said_due = SAID_AGAIN if self._wanted.view == DIARY else SAID_DUE
        parts = [
            row.ref,
            row.patient,
            spoken(row.reason),
            SAID_TREATMENT.format(day=_day_said(row.treatment)),
            said_due.format(day=due),
            spoken(row.who) or SAID_NOBODY,
        ]
        if row.registration_id in self._standings:
            parts.append(STANDINGS[self._standings[row.registration_id]])
        if row.snoozed_until is not None:
            parts.append(SAID_AWAY.format(day=_day_said(row.snoozed_until)))
        if row.because:
            parts.append(SAID_WHY.format(why=spoken(row.because)))
        if row.registration_id in self._ticked:
            parts.append(SAID_TICKED)
        return aloud(", ".join(parts))


def late_words(days: int) -> str:
    """`1 day late`, `2 days late`."""
    return (LATE_ONE if days == 1 else LATE_SOME).format(count=days)


def _day_said(day: date | None) -> str:
    return long(day) if day else NOT_KNOWN
