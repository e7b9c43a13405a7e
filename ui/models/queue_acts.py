"""What is done to several cases of the queue, and to views of one's own, in the lane."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.core.errors import Known
from app.services import queue_acts, queue_filters
from app.services.desk import Desk
from app.services.queue import Wanted
from app.services.queue_acts import Assigned, PutAway
from ui.changes import Changes
from ui.models.lane_model import LaneModel, T
from ui.work import Runner


class QueueActs(LaneModel):
    """Each act is done once however often it is pressed; afterwards every open list is told."""

    people = Signal(object)  # ((user id, name), ...) who may be given a case
    assigned = Signal(object)  # Assigned
    put_away = Signal(object)  # PutAway
    brought_back = Signal(int)
    taken_back = Signal()
    view_saved = Signal(object)  # OwnView
    view_changed = Signal()
    refused = Signal(object)  # Known

    def __init__(
        self,
        desk: Desk,
        lane: Runner,
        changes: Changes | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(desk, lane, changes, parent)

    def who(self) -> None:
        """Read who may be given a case."""
        self._lane.run(
            partial(queue_acts.assignees, self._desk), self.people.emit, self.refused.emit
        )

    def assign(self, cases: tuple[str, ...], to: str) -> None:
        """Give cases to somebody."""
        self._do(partial(queue_acts.assign, self._desk, cases, to), self.assigned.emit)

    def undo_assigning(self, assigned: Assigned) -> None:
        """Give every case back to whoever had it."""
        job = partial(queue_acts.take_back_assigning, self._desk, assigned)
        self._do(job, lambda _: self.taken_back.emit())

    def snooze(self, cases: tuple[str, ...], until: str, reason: str) -> None:
        """Put cases away until a day."""
        job = partial(queue_acts.snooze, self._desk, cases, until=until, reason=reason)
        self._do(job, self.put_away.emit)

    def undo_snoozing(self, put_away: PutAway) -> None:
        """Bring back what was just put away."""
        self._do(
            partial(queue_acts.wake, self._desk, put_away.done), lambda _: self.taken_back.emit()
        )

    def wake(self, cases: tuple[str, ...]) -> None:
        """Bring cases back that were put away."""
        job = partial(queue_acts.wake, self._desk, cases)
        self._do(job, lambda _: self.brought_back.emit(len(cases)))

    def save_view(self, name: str, wanted: Wanted) -> None:
        """Keep what is asked for as a view of one's own."""
        job = partial(queue_filters.save_view, self._desk, name, wanted)
        self._do(job, self.view_saved.emit)

    def rename_view(self, view_id: str, name: str) -> None:
        """Call a view of one's own otherwise."""
        job = partial(queue_filters.rename_view, self._desk, view_id, name)
        self._do(job, lambda _: self.view_changed.emit())

    def delete_view(self, view_id: str) -> None:
        """Let a view of one's own go."""
        job = partial(queue_filters.delete_view, self._desk, view_id)
        self._do(job, lambda _: self.view_changed.emit())

    def _do(self, job: Callable[[], T], then: Callable[[T], object]) -> None:
        def done(result: T) -> None:
            then(result)
            self._changes.changed.emit()

        self._run_once(job, done, self._refuse)

    def _refuse(self, known: Known) -> None:
        self.refused.emit(known)
