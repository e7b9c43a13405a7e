"""The officer's queue: a view of the open cases, its rows as a table, who takes them on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.access.roles import Act
from app.services import overriding, queue
from app.services.desk import Desk
from app.services.queue import DIARY, QueueRow
from ui.changes import Changes
from ui.models.lane_model import LaneModel
from ui.work import Runner

__all__ = ["DIARY", "MOST_SEARCHED", "ROWS_A_PAGE", "QueueModel", "QueuePart"]

ROWS_A_PAGE = 200  # more rows at once slow screen readers down
MOST_SEARCHED = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuePart:
    """A page of a view: its rows, where they lie in the whole, and the counts of every view."""

    view: str
    search: str
    rows: tuple[QueueRow, ...]
    first: int
    total: int
    counts: dict[str, int]


class QueueModel(LaneModel):
    """Reads a view in the records' lane, a page at a time; a search reads it whole.

    `order()` is the view as far as it was read, for Previous and Next on the case page.
    """

    shown = Signal(object)  # QueuePart
    counted = Signal(object)  # view -> how many
    overridden = Signal(object)  # Overrides of this month
    assigned = Signal(int)
    refused = Signal(object)  # Known

    def __init__(
        self,
        desk: Desk,
        lane: Runner,
        changes: Changes | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(desk, lane, changes, parent)
        self._changes.changed.connect(self.refresh)
        self._view, self._search = "all", ""
        self._rows: tuple[QueueRow, ...] = ()
        self._first = 0
        self._counts: dict[str, int] = {}
        self._asked = 0
        self.watched = False

    def views(self) -> tuple[tuple[str, str], ...]:
        """Ids and words of the saved views."""
        return queue.VIEWS

    def today(self) -> date:
        """Today's date at the hospital."""
        return self._desk.today

    def may_work(self) -> bool:
        """Whether to offer the queue at all; the services check again."""
        return self._desk.may(Act.DECIDE_STATUS)

    def order(self) -> tuple[str, ...]:
        """The registrations of the view shown, in its order, as far as they were read."""
        return tuple(row.registration_id for row in self._rows)

    def view(self) -> str:
        """The view shown."""
        return self._view

    def show_view(self, view: str) -> None:
        """Another view, from its first row."""
        self._view, self._first = view, 0
        self._read()

    def search(self, text: str) -> None:
        """Only rows whose reference or name hold these words."""
        if text != self._search:
            self._search, self._first = text, 0
            self._read()

    def turn(self, pages: int) -> None:
        """Some pages on or back."""
        first = self._first + pages * ROWS_A_PAGE
        if 0 <= first < self._total():
            self._first = first
            self._read()

    def refresh(self) -> None:
        """Read again; while nobody looks at the queue only its counts are read."""
        if not self.may_work():
            return
        if self.watched:
            self._read()
        else:
            self._lane.run(partial(queue.queue_counts, self._desk), self.counted.emit, _quiet)

    def assign(self, registration_ids: Collection[str]) -> None:
        """Take these cases on."""
        taken = tuple(registration_ids)
        if taken:
            self._lane.run(
                partial(queue.assign_to_me, self._desk, taken),
                lambda _: self._after_assigning(len(taken)),
                self.refused.emit,
            )

    def _read(self) -> None:
        self._asked += 1
        number, view, search, first = self._asked, self._view, self._search, self._first

        def show(found: tuple[tuple[QueueRow, ...], dict[str, int]]) -> None:
            if number != self._asked:  # a later view or search was asked for meanwhile
                return
            self._rows, self._counts = found
            if first and first >= self._total():  # cases have gone since
                self._first = 0
                self._read()
            else:
                self._tell()

        job = partial(_look, self._desk, view, search, first)
        self._lane.run(job, show, self.refused.emit)
        self._lane.run(partial(overriding.this_month, self._desk), self.overridden.emit, _quiet)

    def _total(self) -> int:
        return len(self._rows) if self._search else self._counts.get(self._view, 0)

    def _tell(self) -> None:
        self.counted.emit(self._counts)
        self.shown.emit(
            QueuePart(
                view=self._view,
                search=self._search,
                rows=self._rows[self._first : self._first + ROWS_A_PAGE],
                first=self._first,
                total=self._total(),
                counts=self._counts,
            )
        )

    def _after_assigning(self, count: int) -> None:
        self.assigned.emit(count)
        self._changes.changed.emit()


def _look(
    desk: Desk, view: str, search: str, first: int
) -> tuple[tuple[QueueRow, ...], dict[str, int]]:
    most = MOST_SEARCHED if search else first + ROWS_A_PAGE
    return queue.queue(desk, view, search, limit=most), queue.queue_counts(desk)


def _quiet(_known: object) -> None:
    """A count on the rail is no place for a refusal."""
