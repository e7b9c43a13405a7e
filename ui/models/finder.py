"""Looking while somebody types: the newest letters win, and nothing comes late.

look = TypeAhead(desk, lane)
look.came.connect(card.show_typed)           # (text, tuple[Match, ...])
search.textEdited.connect(look.look)
look.stop()                                  # the next patient, or a lock: nothing more comes
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.access.roles import Act
from app.core.errors import Known
from app.core.match import Match
from app.services import finding
from app.services.desk import Desk, User
from ui.models.lane_model import LaneModel
from ui.work import Runner

_PATIENCE = 0.004  # seconds; a search of a million takes a tenth of one thousandth


@dataclass(frozen=True, slots=True)
class _Came:
    """What a search brought: which one it was, who had asked, for what."""

    number: int
    asked_by: User | None
    text: str
    found: tuple[Match, ...]


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
        work = partial(self._read, self._newest, text)
        self._lane.run(work, self._show, self._unheard, patience=_PATIENCE)

    def stop(self) -> None:
        """Let go of whatever is still looked for."""
        self._newest += 1

    def _read(self, number: int, text: str) -> _Came | None:
        """In the lane: a search that is no longer the newest is not done at all."""
        asked_by = self._desk.user
        if number != self._newest or asked_by is None:
            return None
        whole = finding.reads_whole(self._desk, text)
        found = finding.find(self._desk, text, typing=True) if whole else ()
        return _Came(number, asked_by, text, found)

    def _read_through(self) -> None:
        if self._desk.user is not None:
            finding.read_through(self._desk)

    def _show(self, came: _Came | None) -> None:
        """In the window: not once the desk is locked or another person sits at it."""
        if came is None or came.number != self._newest or came.asked_by is not self._desk.user:
            return
        self.came.emit(came.text, came.found)

    def _unheard(self, _refused: Known) -> None:
        """What is refused to letters half typed is said when the person presses Enter."""
