"""The page behind the sync button: where everything is, what was refused, what was put aside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal

from app.access.roles import Act, Extent
from app.core.trust import Mode
from app.services import exchange, quarantine, travel_state
from app.services.quarantine import AsideFile
from app.services.travel_state import RefusedRow, Whereabouts
from ui.models.lane_model import LaneModel


@dataclass(frozen=True, slots=True)
class Shown:
    """All of the page; what the person's role does not reach is empty."""

    whereabouts: Whereabouts
    refused: tuple[RefusedRow, ...]
    aside: tuple[AsideFile, ...]


class WhereaboutsModel(LaneModel):
    """Reads in the records' lane; a signal for each act that was done."""

    shown = Signal(object)  # Shown
    marked = Signal()
    released = Signal()
    again = Signal(int)  # how many go out once more
    refused = Signal(object)  # Known

    @property
    def sees_aside(self) -> bool:
        """Whether files put aside are this person's to look at."""
        return self._desk.may(Act.SEE_QUARANTINE)

    @property
    def sees_refused(self) -> bool:
        """Whether finance's refusals are this person's to put right."""
        may = self._desk.may(Act.EXPORT_BATCH)
        return may and self._desk.extent(Act.EXPORT_BATCH) is Extent.FULL

    @property
    def is_demo(self) -> bool:
        """Whether this is the demo, which sends nothing and joins nothing."""
        return self._desk.mode is Mode.DEMO

    def refresh(self) -> None:
        """Read all of it."""
        self._lane.run(self._read, self.shown.emit, self.refused.emit)

    def mark(self, name: str, note: str) -> None:
        """Keep what somebody found who looked at a file."""
        job = partial(quarantine.mark_looked_at, self._desk, name, note)
        self._run_once(job, lambda _: self._done(self.marked.emit), self.refused.emit)

    def judge_again(self, name: str) -> None:
        """Let the next exchange judge a file anew."""
        job = partial(quarantine.judge_again, self._desk, name)
        self._run_once(job, lambda _: self._done(self.released.emit), self.refused.emit)

    def send_refused_again(self) -> None:
        """Put what finance refused into the next batch."""
        job = partial(exchange.send_again, self._desk)
        self._run_once(
            job, lambda count: self._done(lambda: self.again.emit(count)), self.refused.emit
        )

    def _done(self, tell: Callable[[], object]) -> None:
        tell()
        self._changes.changed.emit()

    def _read(self) -> Shown:
        return Shown(
            travel_state.whereabouts(self._desk),
            travel_state.refused_rows(self._desk) if self.sees_refused else (),
            quarantine.put_aside(self._desk) if self.sees_aside else (),
        )
