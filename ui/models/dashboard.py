"""The dashboard of a month and a site, read in the lane; printed and saved from what is shown."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.access.roles import Act, Extent
from app.billing.reports.years import Month
from app.core.errors import Known
from app.insight.board import Board
from app.services import dashboard
from app.services.dashboard import OwnCount, ToChoose
from app.services.desk import Desk
from ui.changes import Changes
from ui.language import spoken
from ui.models.lane_model import LaneModel
from ui.models.saving import save
from ui.work import Runner

_CSV = ".csv"


class DashboardModel(LaneModel):
    """Whoever may count only their own gets that and nothing else."""

    offered = Signal(object)  # ToChoose
    drawn = Signal(object)  # Board
    own = Signal(object)  # OwnCount
    printed = Signal(str, bytes)  # title, PDF
    saved = Signal(str)  # where
    refused = Signal(object)  # Known

    def __init__(
        self, desk: Desk, lane: Runner, changes: Changes, parent: QObject | None = None
    ) -> None:
        super().__init__(desk, lane, changes, parent)
        self.watched = False
        self._month: Month | None = None
        self._site = ""
        self._changes.changed.connect(self.refresh)

    def counts_only_own(self) -> bool:
        """Whether the person's roles let them count no more than what they did themselves."""
        return self._desk.extent(Act.EXPORT_BATCH) is not Extent.FULL

    def refresh(self) -> None:
        """Read everything again while somebody looks."""
        if not self.watched:
            return
        if self.counts_only_own():
            self._lane.run(partial(dashboard.own_count, self._desk), self._show_own, self._refuse)
            return
        self._lane.run(partial(dashboard.to_choose, self._desk), self._offer, self._refuse)
        self._read()

    def choose(self, month: Month, site: str) -> None:
        """Another month, another site."""
        self._month, self._site = month, site
        self._read()

    def print_it(self, board: Board) -> None:
        """The PDF of the figures shown."""
        self._lane.run(
            partial(dashboard.printed_dashboard, self._desk, board),
            lambda pdf: self.printed.emit(f"{board.title}, {spoken(board.month.words)}", pdf),
            self._refuse,
        )

    def save_to(self, board: Board, place: str) -> None:
        """Save the figures shown as CSV."""

        def work() -> Path:
            path = Path(place if place.lower().endswith(_CSV) else place + _CSV)
            return save(path, dashboard.dashboard_sheet(self._desk, board))

        self._lane.run(work, lambda path: self.saved.emit(str(path)), self._refuse)

    def _read(self) -> None:
        job = partial(dashboard.dashboard, self._desk, self._month, self._site)
        self._lane.run(job, self._show, self._refuse)

    def _offer(self, found: ToChoose) -> None:
        self.offered.emit(found)

    def _show(self, board: Board) -> None:
        """Not one that was asked for before another."""
        if board.site == self._site and self._month in (None, board.month):
            self.drawn.emit(board)

    def _show_own(self, count: OwnCount) -> None:
        self.own.emit(count)

    def _refuse(self, known: Known) -> None:
        self.refused.emit(known)
