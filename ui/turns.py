"""One heavy thing a turn of the window's loop: a lane's result, a page made, the painting after it.

Qt does in one turn whatever waits by then: three results that came together, the laying out after
them and the painting of all of it, and a key pressed meanwhile waits for everything. Here each
waits for a turn of its own, in the order they came, and keys and timers come in between.

    turns = Turns(window)
    turns.later(lambda: show(result))
    turns.paint_apart(shell)
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_FULL = 0.003  # seconds after which a turn takes nothing more: what is small goes together


class Turns(QObject):
    """Made in the window's thread, and asked there alone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Callable[[], object]] = deque()
        self._is_taken = False  # this turn has had its heavy thing
        self._is_painting = False
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._take)

    def later(self, thing: Callable[[], object]) -> None:
        """Do a thing in a turn of its own, after all that waits for one already."""
        self._waiting.append(thing)
        if not self._next.isActive():
            self._next.start()

    def paint_apart(self, window: QWidget) -> None:
        """Paint a window in a turn of its own where its turn was taken already."""
        window.installEventFilter(self)

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        """Put off the painting that follows a heavy thing; everything else passes."""
        if not self._is_taken or self._is_painting or event.type() != QEvent.Type.UpdateRequest:
            return False
        self.later(partial(self._paint, window))
        return True

    def _take(self) -> None:
        self._is_taken = bool(self._waiting)
        full = perf_counter() + _FULL
        try:
            while self._waiting and perf_counter() < full:
                self._waiting.popleft()()
        finally:  # begun again only now, so that timers due meanwhile come first
            if self._is_taken:
                self._next.start()

    def _paint(self, window: QObject) -> None:
        if isValid(window):
            self._is_painting = True
            try:
                QCoreApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))
            finally:
                self._is_painting = False
