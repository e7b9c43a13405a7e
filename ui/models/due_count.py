"""Copies and whole cases that are due, counted a stretch at a time, with whatever else asks in
between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject

from app.core.errors import Known
from app.services.due_cases import DueStretch, DueWhole, Place
from app.services.due_copies import CopiesStretch, DueCopies
from ui.work import Runner

SHOWN = 50  # rows of a list that is there to be judged, not to be worked through


class Stretch(Protocol):
    """What one look found, and where the next begins."""

    @property
    def then(self) -> Place | None:
        """None once all was looked at."""


S = TypeVar("S", bound=Stretch)


@dataclass(frozen=True, slots=True)
class CasesDue:
    """Whole cases that are due, as far as they were counted; `rows` are the first of them.

    `free` are those nothing holds.
    """

    rows: tuple[DueWhole, ...] = ()
    count: int = 0
    free: int = 0
    counting: bool = True

    def with_next(self, found: DueStretch) -> CasesDue:
        """With those of the next stretch."""
        return CasesDue(
            rows=(self.rows + found.cases)[:SHOWN],
            count=self.count + len(found.cases),
            free=self.free + sum(not one.held_for for one in found.cases),
            counting=found.then is not None,
        )


@dataclass(frozen=True, slots=True)
class CopiesDue:
    """Cases whose copies are due, as far as they were counted; `rows` are the first of them.

    `free` are those nothing holds; `listed` the copies of as many of these as one list holds.
    """

    rows: tuple[DueCopies, ...] = ()
    count: int = 0
    free: int = 0
    listed: int = 0
    counting: bool = True

    def with_next(self, found: CopiesStretch, *, most: int) -> CopiesDue:
        """With those of the next stretch."""
        free = [one for one in found.cases if not one.held_for]
        return CopiesDue(
            rows=(self.rows + found.cases)[:SHOWN],
            count=self.count + len(found.cases),
            free=self.free + len(free),
            listed=self.listed + sum(one.copies for one in free[: max(0, most - self.free)]),
            counting=found.then is not None,
        )


class Walk(QObject, Generic[S]):
    """Asks for one stretch after another until there is none, each a turn of the lane of its own.

    Begun anew, it forgets where it was: what an earlier walk still finds is told to nobody.
    """

    def __init__(
        self,
        look: Callable[[Place], S],
        lane: Runner,
        found: Callable[[S], None],
        refused: Callable[[Known], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._look, self._lane = look, lane
        self._told, self._refused = found, refused
        self._turn = 0

    def begin(self) -> None:
        """Go through all of them from the first."""
        self._turn += 1
        self._ask(Place(), self._turn)

    def stop(self) -> None:
        """Look no further."""
        self._turn += 1

    def _ask(self, place: Place, turn: int) -> None:
        self._lane.run(partial(self._look, place), partial(self._found, turn=turn), self._refused)

    def _found(self, found: S, *, turn: int) -> None:
        if turn == self._turn:
            self._told(found)
            if found.then is not None:
                self._ask(found.then, turn)
