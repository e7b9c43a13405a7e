"""The officer's queue: what is asked for, its rows a page at a time, the views one may ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.access.roles import Act
from app.core.errors import Known
from app.services import overriding, queue, queue_filters, travel_state
from app.services.desk import Desk
from app.services.queue import DIARY, EVERYTHING, QueueRow, Wanted
from app.services.queue_filters import YES, Filter, OwnView
from ui.changes import Changes
from ui.language import as_shown
from ui.models.lane_model import LaneModel
from ui.models.queue_order import CaseOrder
from ui.models.queue_rows import ROWS_A_PAGE
from ui.work import Runner

__all__ = ["DIARY", "EVERYTHING", "YES", "Filter", "OwnView", "QueueModel", "QueuePart", "Wanted"]

_PAGES_AT_ONCE = 2  # 100 rows: what is on screen, and what comes next


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuePart:
    """What was asked for: how many there are, and the rows of the pages in sight."""

    wanted: Wanted
    total: int
    page: int
    rows: tuple[QueueRow, ...]
    counts: dict[str, int]
    own: tuple[OwnView, ...]
    filters: tuple[Filter, ...]
    sorted_by: str

    def pages(self) -> tuple[tuple[int, Sequence[QueueRow]], ...]:
        """The rows by their pages."""
        starts = range(0, len(self.rows), ROWS_A_PAGE)
        return tuple(
            (self.page + number, self.rows[start : start + ROWS_A_PAGE])
            for number, start in enumerate(starts)
        )


class QueueModel(LaneModel):
    """Reads in the records' lane; whatever was asked for since makes an older answer void."""

    shown = Signal(object)  # QueuePart
    paged = Signal(int, object)  # page and its rows
    counted = Signal(object)  # view -> how many
    placed = Signal(object)  # registration id -> how far its record has come
    overridden = Signal(object)  # Overrides of this month
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
        self._wanted = Wanted()
        self._own: tuple[OwnView, ...] = ()
        self._own_key = ""
        self._page = self._total = self._asked = 0
        self._reading = False
        self._next: int | None = None
        self.watched = False

    def views(self) -> tuple[tuple[str, str], ...]:
        """Ids and words of the views that everybody has."""
        return tuple((name, as_shown(words)) for name, words in queue.VIEWS)

    def today(self) -> date:
        """Today's date at the hospital."""
        return self._desk.today

    def may_work(self) -> bool:
        """Whether to offer the queue at all; the services check again."""
        return self._desk.may(Act.DECIDE_STATUS)

    def wanted(self) -> Wanted:
        """What is asked for."""
        return self._wanted

    def own_view(self) -> OwnView | None:
        """The view of one's own that is open, as it was saved."""
        return next((one for one in self._own if one.view_id == self._own_key), None)

    def key(self) -> str:
        """The tab: the id of a view of one's own, else of everybody's."""
        return self._own_key or self._wanted.view

    def order(self, registration_id: str, row: int) -> CaseOrder:
        """The order a case is opened from, for Previous and Next on its page."""
        return CaseOrder(
            self._desk, self._lane, self._wanted, at=registration_id, row=row, total=self._total
        )

    def show_view(self, key: str) -> None:
        """Another view from its first row, everybody's or one's own, as it was saved."""
        own = next((one for one in self._own if one.view_id == key), None)
        self._own_key = key if own is not None else ""
        self.ask(own.wanted if own is not None else Wanted(view=key))

    def search(self, text: str) -> None:
        """Only rows whose reference or name begins with these words."""
        if text != self._wanted.search:
            self.ask(replace(self._wanted, search=text))

    def add_filter(self, name: str, value: str) -> None:
        """Narrow the view, or widen it to another value of the same filter."""
        kept = tuple(pair for pair in self._wanted.filters if pair[0] != name)
        self.ask(replace(self._wanted, filters=(*kept, (name, value))))

    def drop_filter(self, name: str) -> None:
        """Take one filter away."""
        kept = tuple(pair for pair in self._wanted.filters if pair[0] != name)
        self.ask(replace(self._wanted, filters=kept))

    def sort(self, by: str) -> None:
        """Another order; the same once more turns it round. The queue's own cannot be turned."""
        turned = by == self._wanted.sort and by != "rank" and not self._wanted.descending
        self.ask(replace(self._wanted, sort=by, descending=turned))

    def ask(self, wanted: Wanted) -> None:
        """Ask for something else, from its first row."""
        self._wanted, self._page = wanted, 0
        self._read()

    def near(self, row: int) -> None:
        """The row at the top of the screen: what a refresh reads."""
        self._page = max(row, 0) // ROWS_A_PAGE

    def want(self, page: int) -> None:
        """A page that came into sight; only the newest of several asked for meanwhile is read."""
        if self._reading:
            self._next = page
            return
        self._reading = True
        number, wanted = self._asked, self._wanted

        def show(rows: tuple[QueueRow, ...]) -> None:
            self._reading = False
            if number == self._asked:
                self.paged.emit(page, rows)
                self._place(rows)
            after, self._next = self._next, None
            if after is not None:
                self.want(after)

        def refuse(known: Known) -> None:
            self._reading, self._next = False, None
            self.refused.emit(known)

        first = page * ROWS_A_PAGE
        job = partial(queue.page, self._desk, wanted, first=first, count=ROWS_A_PAGE)
        self._lane.run(job, show, refuse)

    def refresh(self) -> None:
        """Read again; while nobody looks at the queue only its counts are read."""
        if not self.may_work():
            return
        if self.watched:
            self._read()
        else:
            self._lane.run(partial(queue.queue_counts, self._desk), self.counted.emit, _quiet)

    def show_saved(self, view: OwnView) -> None:
        """A view just saved is the one that is open."""
        self._own_key = view.view_id
        self._changes.changed.emit()

    def _place(self, rows: Sequence[QueueRow]) -> None:
        """Where the records of these rows are, once the rows are in sight."""
        ids = tuple(row.registration_id for row in rows)
        self._lane.run(partial(travel_state.standings, self._desk, ids), self.placed.emit, _quiet)

    def _read(self) -> None:
        self._asked += 1
        number = self._asked

        def show(part: QueuePart) -> None:
            if number != self._asked:  # something else was asked for meanwhile
                return
            self._own, self._total = part.own, part.total
            if self._own_key and self.own_view() is None:  # deleted since
                self.show_view(EVERYTHING)
                return
            if part.page and not part.rows:  # cases have gone since
                self.ask(part.wanted)
                return
            self.counted.emit(part.counts)
            self.shown.emit(part)
            self._place(part.rows)

        job = partial(_look, self._desk, self._wanted, self._page)
        self._lane.run(job, show, self.refused.emit)
        self._lane.run(partial(overriding.this_month, self._desk), self.overridden.emit, _quiet)


def _look(desk: Desk, wanted: Wanted, page: int) -> QueuePart:
    count = _PAGES_AT_ONCE * ROWS_A_PAGE
    return QueuePart(
        wanted=wanted,
        total=queue.total(desk, wanted),
        page=page,
        rows=queue.page(desk, wanted, first=page * ROWS_A_PAGE, count=count),
        counts=queue.queue_counts(desk),
        own=queue_filters.own_views(desk),
        filters=queue_filters.filters(desk),
        sorted_by=desk.terms.queue.sorted_by[DIARY if wanted.view == DIARY else wanted.sort],
    )


def _quiet(_known: object) -> None:
    """A count on the rail is no place for a refusal."""
