"""What models of one desk share: its services behind a lane, and acts that are done once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject

from app.core.errors import Known
from app.services.desk import Desk
from ui.changes import Changes
from ui.work import Runner, hand

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
        self,
        job: Callable[[], T],
        then: Callable[[T], None],
        refused: Callable[[Known], None],
        *,
        lane: Runner | None = None,
    ) -> None:
        """Do an act in the records' lane, or another; no second press is taken meanwhile.

        Meanwhile is until what came of it is shown: a press may come after the work is done.
        """
        if self._waiting:
            return
        self._waiting = True

        def work() -> T:
            try:
                return job()
            except Known:
                raise
            except BaseException:  # the lane shows a fault; the act may be tried again
                self._waiting = False
                raise

        runs = lane or self._lane
        runs.run(work, partial(self._hand, then), partial(self._hand, refused))

    def _hand(self, shown: Callable[[T], None], result: T) -> None:
        self._waiting = False
        hand(shown, result)
