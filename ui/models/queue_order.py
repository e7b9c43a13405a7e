"""The order an officer came from, while a case of it is open: Previous and Next, at any length."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.core.errors import Known
from app.services import queue
from app.services.desk import Desk
from app.services.queue import Standing, Wanted
from ui.work import Runner


class CaseOrder(QObject):
    """Where the open case stands in what was asked for; neighbours are read when they are wanted.

    A case keeps its place while it is open, also when it leaves the queue meanwhile.
    """

    def __init__(
        self, desk: Desk, lane: Runner, wanted: Wanted, *, at: str, row: int, total: int
    ) -> None:
        super().__init__()
        self._desk, self._lane, self._wanted = desk, lane, wanted
        self._row, self.count = row, total
        self._here: Standing | None = None
        self._at = at
        self._moving = False
        lane.run(lambda: queue.standing(desk, wanted, at), self._stand, _quiet)

    @property
    def place(self) -> int:
        """Which of them it is, counted from 1."""
        return self._row + 1

    def holds(self, registration_id: str) -> bool:
        """Whether this is the case that stands here."""
        return registration_id == self._at

    def step(self, by: int, then: Callable[[str], object]) -> None:
        """Go to the case after (1) or before (-1); `then` gets its registration."""
        if self._moving or not 0 <= self._row + by < self.count:
            return
        self._moving = True
        row, here = self._row + by, self._here

        def look() -> tuple[str, Standing | None] | None:
            if here is not None:
                found = queue.beside(self._desk, self._wanted, here, after=by > 0)
                return None if found is None else (found.registration_id, found)
            rows = queue.page(self._desk, self._wanted, first=row, count=1)
            return (rows[0].registration_id, None) if rows else None

        def go(found: tuple[str, Standing | None] | None) -> None:
            self._moving = False
            if found is not None:
                self._row = row
                self._at, self._here = found
                then(self._at)

        self._lane.run(look, go, self._give_up)

    def _stand(self, here: Standing | None) -> None:
        self._here = here

    def _give_up(self, _known: Known) -> None:
        self._moving = False


def _quiet(_known: Known) -> None:
    """The case is open all the same; it stands in no order."""
