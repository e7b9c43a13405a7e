"""A lane whose work a test lets go: what a window does while it waits for a slow disk."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TypeVar

from app.core.errors import Known
from ui.work import Inline

T = TypeVar("T")


class HeldLane(Inline):
    """While it `holds`, whatever is asked waits, in order, until a test lets it go.

    `meanwhile` happens between the work and the handing back of what came of it; `asked` counts
    all that was asked for.
    """

    def __init__(
        self, *, holds: bool = True, meanwhile: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        self.holds = holds
        self.asked = 0
        self._meanwhile = meanwhile
        self._waiting: deque[Callable[[], None]] = deque()

    def run(
        self,
        function: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[Known], None] | None = None,
        *,
        patience: float = 0,
    ) -> None:
        del patience  # it is never in time
        self.asked += 1

        def work() -> T:
            result = function()
            if self._meanwhile is not None:
                self._meanwhile()
            return result

        ask = super().run
        if self.holds:
            self._waiting.append(lambda: ask(work, then, failed))
        else:
            ask(work, then, failed)

    @property
    def waiting(self) -> int:
        """How much waits."""
        return len(self._waiting)

    def let_one_go(self) -> bool:
        """Do what was asked first; False where nothing was."""
        if not self._waiting:
            return False
        self._waiting.popleft()()
        return True

    def let_go(self) -> None:
        """Do all that waits, and what is asked for on the way."""
        while self.let_one_go():
            pass
