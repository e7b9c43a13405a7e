"""What the desk hears of the cases it flagged."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.services import feedback
from app.services.desk import Desk
from app.services.feedback import Feedback
from ui.changes import Changes
from ui.models.lane_model import LaneModel
from ui.work import Runner


class FeedbackModel(LaneModel):
    """`told` when it was read, and again after every change; `read()` puts what is shown away."""

    told = Signal(object)  # Feedback

    def __init__(
        self,
        desk: Desk,
        lane: Runner,
        changes: Changes | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(desk, lane, changes, parent)
        self._shown = Feedback((), 0, "")
        self._changes.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Read what has not been read yet."""
        self._lane.run(partial(feedback.became_of, self._desk), self._take, _quiet)

    def read(self) -> None:
        """The person has read what is shown."""
        if not self._shown.until:
            return

        def put_away() -> Feedback:
            feedback.mark_read(self._desk, self._shown.until)
            return feedback.became_of(self._desk)

        self._lane.run(put_away, self._take, _quiet)

    def _take(self, told: Feedback) -> None:
        self._shown = told
        self.told.emit(told)


def _quiet(_known: object) -> None:
    """Thanks are no place for a refusal."""
