"""The moment the first window can be seen and typed in: heavy work waits for it.

`recoup-desk --check` leaves at that moment: whoever installs Recoup learns from the exit code
whether this machine can show the window, and the start-up benchmark learns when it did.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Tells once that a window was painted and the loop has turned: keys are taken in by then."""

    seen = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Waits for the paint, then for one turn of the loop."""
        if watched is self._window and event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.seen.emit)
        return False


def say_and_close(window: QWidget) -> None:
    """Write `shown WIDTH HEIGHT` to standard output and close the window."""
    if sys.stdout is not None:  # a windowed program on Windows has none
        print("shown", window.width(), window.height(), flush=True)
    window.close()
