"""Verifying the audit's chain, a few thousand rows at a time, so that it can be stopped."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.errors import Known
from app.services import auditing
from app.services.auditing import Walked
from app.services.desk import Desk
from ui.models.lane_model import LaneModel
from ui.work import Runner


class ChainModel(LaneModel):
    """`progressed(rows, of)` after each step, then `verified(Walked)`, or `stopped` on Cancel.

    Each step is a piece of work of its own: whatever else waits for the records goes between.
    """

    progressed = Signal(int, int)
    verified = Signal(object)  # Walked
    stopped = Signal()
    refused = Signal(object)  # Known

    def __init__(self, desk: Desk, lane: Runner, parent: QObject | None = None) -> None:
        super().__init__(desk, lane, parent=parent)
        self._going = False

    @property
    def going(self) -> bool:
        """Whether a walk is under way."""
        return self._going

    def start(self) -> None:
        """Walk the chain from its first row; one walk at a time."""
        if not self._going:
            self._going = True
            self._step(Walked())

    def cancel(self) -> None:
        """Stop after the step under way; nothing was changed."""
        if self._going:
            self._going = False
            self.stopped.emit()

    def _step(self, walked: Walked) -> None:
        self._lane.run(partial(auditing.verify_on, self._desk, walked), self._go_on, self._refuse)

    def _go_on(self, walked: Walked) -> None:
        if not self._going:
            return
        self.progressed.emit(walked.rows, walked.of)
        if walked.is_done:
            self._going = False
            self.verified.emit(walked)
        else:  # by way of the window, which may have Cancel to tell
            QTimer.singleShot(0, self, partial(self._next, walked))

    def _next(self, walked: Walked) -> None:
        if self._going:
            self._step(walked)

    def _refuse(self, known: Known) -> None:
        self._going = False
        self.refused.emit(known)
