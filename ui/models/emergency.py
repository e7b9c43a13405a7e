"""One case read in an emergency, by somebody whose role does not open it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from app.core.errors import Known
from app.services import emergency
from app.services.emergency import EmergencyCase
from ui.models.lane_model import LaneModel


class EmergencyModel(LaneModel):
    """`shown(EmergencyCase)` once a reason was given; what comes after it is put away is let go."""

    shown = Signal(object)
    refused = Signal(object)  # Known
    _wanted = False

    def read(self, ref: str, reason: str) -> None:
        """Say why, and read the case of a reference such as `R-1042`."""
        self._wanted = True

        def job() -> EmergencyCase:
            opened = emergency.open_in_emergency(self._desk, ref, reason)
            return emergency.read_in_emergency(self._desk, opened.access_id)

        self._run_once(job, self._show, self._refuse)

    def close(self) -> None:
        """Nobody is open any more."""
        self._wanted = False

    def _show(self, case: EmergencyCase) -> None:
        self._changes.changed.emit()
        if self._wanted:
            self.shown.emit(case)

    def _refuse(self, known: Known) -> None:
        self.refused.emit(known)


class AccessesModel(LaneModel):
    """Emergency accesses for whoever looks at them afterwards."""

    listed = Signal(object)  # tuple[AccessLine, ...]
    counted = Signal(int)
    marked = Signal(str)  # the reference of the case
    refused = Signal(object)  # Known

    def refresh(self) -> None:
        """Read those that nobody has looked at."""
        self._lane.run(
            partial(emergency.accesses_to_look_at, self._desk), self.listed.emit, self._refuse
        )

    def count(self) -> None:
        """How many wait, for the rail."""
        self._lane.run(
            partial(emergency.count_to_look_at, self._desk), self.counted.emit, self._refuse
        )

    def mark(self, access: emergency.AccessLine, note: str) -> None:
        """Keep what was found; a second press while the first is kept does nothing."""
        self._run_once(
            partial(emergency.mark_looked_at, self._desk, access.access_id, note),
            lambda _: self._was_marked(access.ref),
            self._refuse,
        )

    def _was_marked(self, ref: str) -> None:
        self.marked.emit(ref)
        self._changes.changed.emit()
        self.refresh()

    def _refuse(self, known: Known) -> None:
        self.refused.emit(known)
