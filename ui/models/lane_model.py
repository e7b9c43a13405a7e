"""What models of one desk share: its services behind a lane, and acts that are done once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from app.core.errors import Known
from app.services.desk import Desk
from ui.changes import Changes
from ui.work import Runner

T = TypeVar("T")


class LaneModel(QObject):
    """Reads and acts in the lane that owns the records; `_changes` tells every open list."""

    def __init__(
        self,
        desk: Desk,
        lane: Runner,
        changes: Changes | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._lane = desk, lane
        self._changes = changes or Changes(self)
        self._waiting = False

    @property
    def desk(self) -> Desk:
        """Whose day, roles and terms the screen shows."""
        return self._desk

    def _keep_on_leaving(self, job: Callable[[], object]) -> None:
        """Keep something for whoever leaves: nobody is there to put right what is refused."""
        self._lane.run(job, failed=lambda _known: None)

    def _run_once(
        self, job: Callable[[], T], then: Callable[[T], None], refused: Callable[[Known], None]
    ) -> None:
        """Do an act in the lane; a second press while the first is done is not taken."""
        if self._waiting:
            return
        self._waiting = True

        def work() -> T:
            try:
                return job()
            finally:
                self._waiting = False

        self._lane.run(work, then, refused)
