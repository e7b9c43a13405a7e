"""Looking while somebody types: the newest letters win, and nothing comes late.

look = TypeAhead(desk, lane)
look.came.connect(card.show_typed)           # (text, tuple[Match, ...])
search.textEdited.connect(look.look)
look.stop()                                  # the next patient, or a lock: nothing more comes
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.access.roles import Act
from app.core.errors import Known
from app.core.match import Match
from app.services import finding
from app.services.desk import Desk
from ui.models.lane_model import LaneModel
from ui.work import Runner

Came = tuple[int, str, tuple[Match, ...]]


class TypeAhead(LaneModel):
    """Matches for what stands in the search box; letters typed meanwhile let older ones go."""

    came = Signal(str, object)  # what was typed, tuple[Match, ...]

    def __init__(self, desk: Desk, lane: Runner, parent: QObject | None = None) -> None:
        super().__init__(desk, lane, parent=parent)
        self._newest = 0
        self._prepared = False

    def prepare(self) -> None:
        """Read the indexes through in the lane, once, so that the first letter does not wait."""
        if not self._prepared and self._desk.may(Act.FIND_PATIENT):
            self._prepared = True
            self._lane.run(self._read_through, None, self._unheard)

    def look(self, text: str) -> None:
        """Look for this text, if it may be looked for already; `came` follows, or nothing."""
        self._newest += 1
        self._lane.run(partial(self._read, self._newest, text), self._show, self._unheard)

    def stop(self) -> None:
        """Let go of whatever is still looked for."""
        self._newest += 1

    def _read(self, number: int, text: str) -> Came | None:
        """In the lane: a search that is no longer the newest is not done at all."""
        if number != self._newest or self._desk.user is None:
            return None
        if not finding.reads_whole(self._desk, text):
            return number, text, ()
        return number, text, finding.find(self._desk, text, typing=True)

    def _read_through(self) -> None:
        if self._desk.user is not None:
            finding.read_through(self._desk)

    def _show(self, found: Came | None) -> None:
        if found is not None and found[0] == self._newest:
            self.came.emit(found[1], found[2])

    def _unheard(self, _refused: Known) -> None:
        """What is refused to letters half typed is said when the person presses Enter."""
