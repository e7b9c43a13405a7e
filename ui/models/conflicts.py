"""What two machines said differently: to choose from, and the report of what was chosen."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from app.access.roles import Act
from app.billing.reports.report import Report
from app.replica.record import Dot
from app.services import conflict_report, disputes, joining_proposals
from app.services.disputes import Conflict
from ui.language import as_shown, spoken
from ui.models.lane_model import LaneModel
from ui.models.merging import MergingModel
from ui.models.saving import save

PDF, CSV = ".pdf", ".csv"


class ConflictsModel(LaneModel):
    """All of them, for the list and for the count on the queue."""

    listed = Signal(object)  # tuple[Conflict, ...] that are open
    settled = Signal(object)  # Report
    counted = Signal(int, int)  # open, settled
    proposed = Signal(object)  # tuple[Proposal, ...]: records that may be one person
    chosen = Signal()
    saved = Signal(str)  # where
    refused = Signal(object)  # Known

    @property
    def may_choose(self) -> bool:
        """Whether conflicts are this person's to settle."""
        return self._desk.may(Act.DECIDE_STATUS)

    def refresh(self) -> None:
        """Read what waits, and what was chosen."""

        def show(found: tuple[tuple[Conflict, ...], Report]) -> None:
            self.listed.emit(found[0])
            self.settled.emit(found[1])

        self._lane.run(self._read, show, self.refused.emit)
        self.look_for_pairs()

    def look_for_pairs(self) -> None:
        """Read which records two machines made of probably one person."""
        if self.may_choose:
            job = partial(joining_proposals.proposals, self._desk)
            self._lane.run(job, self.proposed.emit, self._quiet)

    def merging(self) -> MergingModel:
        """What compares two records and joins them."""
        return MergingModel(self._desk, self._lane, self._changes, self)

    def count(self) -> None:
        """How many wait and how many were settled, for the queue."""
        if self.may_choose:
            self._lane.run(
                partial(disputes.count_conflicts, self._desk),
                lambda found: self.counted.emit(*found),
                self._quiet,
            )

    def choose(self, conflict: Conflict, dot: Dot, reason: str) -> None:
        """Let one side stand; a second press while the first is kept does nothing."""
        job = partial(disputes.choose, self._desk, conflict, dot, reason)
        self._run_once(job, lambda _: self._was_chosen(), self.refused.emit)

    def save_to(self, place: str) -> None:
        """Save the report, as CSV or PDF by the name of the file."""

        def work() -> Path:
            as_pdf = Path(place).suffix.lower() == PDF
            form = conflict_report.printed if as_pdf else conflict_report.spreadsheet
            path = Path(place) if as_pdf or place.lower().endswith(CSV) else Path(place + CSV)
            return save(path, form(self._desk))

        self._lane.run(work, lambda path: self.saved.emit(str(path)), self.refused.emit)

    def _read(self) -> tuple[tuple[Conflict, ...], Report]:
        report = conflict_report.report(self._desk)
        return disputes.open_conflicts(self._desk), _as_shown(report)

    def _was_chosen(self) -> None:
        self.chosen.emit()
        self._changes.changed.emit()

    def _quiet(self, _known: object) -> None:
        """A count is no place for a refusal."""


def _as_shown(report: Report) -> Report:
    """The report in the words of the window; what is saved is as the records have it."""
    return replace(
        report,
        title=as_shown(report.title),
        sentence=as_shown(report.sentence),
        columns=tuple(replace(one, label=as_shown(one.label)) for one in report.columns),
        rows=tuple(
            tuple(spoken(cell) if isinstance(cell, str) else cell for cell in row)
            for row in report.rows
        ),
    )
