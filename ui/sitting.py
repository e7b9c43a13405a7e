"""The lanes as one person has them: with their leaving, what they began goes no further.

A file that takes seconds to read, a page of a passport being fetched: it may come when its reader
has locked the desk and a colleague has signed in. Handed on, it would be shown to them, or be done
and audited as theirs.

    sitting = Sitting()
    records = sitting.lane(records)
    sitting.end()
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from app.core.errors import Known
from ui.work import Runner

T = TypeVar("T")


class Sitting:
    """From signing in to leaving."""

    def __init__(self) -> None:
        self.is_over = False

    def lane(self, lane: Runner) -> Runner:
        """A lane that takes no work and hands nothing back once the person has left."""
        return _LaneOfSitting(self, lane)

    def do(self, thing: Callable[[], object]) -> None:
        """Do a thing, unless the person has left by then."""
        if not self.is_over:
            thing()

    def end(self) -> None:
        """The person leaves. What was asked for before is still done."""
        self.is_over = True


class _LaneOfSitting:
    def __init__(self, sitting: Sitting, lane: Runner) -> None:
        self._sitting, self._lane = sitting, lane

    def run(
        self,
        function: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[Known], None] | None = None,
        *,
        patience: float = 0,
    ) -> None:
        """As the lane's own, while the person is here."""
        if not self._sitting.is_over:
            self._lane.run(function, self._until(then), self._until(failed), patience=patience)

    def _until(self, handler: Callable[[T], None] | None) -> Callable[[T], None] | None:
        return None if handler is None else _While(self._sitting, handler)


class _While(Generic[T]):
    """A handler that is called while the person is here."""

    def __init__(self, sitting: Sitting, handler: Callable[[T], None]) -> None:
        self._sitting, self._handler = sitting, handler
        # Whose it is, as a lane asks any bound method: whoever is gone is handed nothing.
        self.__self__: object = getattr(handler, "__self__", None)

    def __call__(self, result: T) -> None:
        if not self._sitting.is_over:
            self._handler(result)
