"""`recoup-desk --check`: say when the first window can be seen and typed in, then close it.

Whoever installs Recoup learns from the exit code whether this machine can show the window; the
start-up benchmark learns from the line when.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class LeaveOncePainted(QObject):
    """Watches a window for its first paint, writes `shown WIDTH HEIGHT`, and closes it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Waits one turn of the loop after the paint: by then keys are taken in too."""
        if watched is self._window and event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._leave)
        return False

    def _leave(self) -> None:
        size = self._window.size()
        if sys.stdout is not None:  # a windowed program on Windows has none
            print("shown", size.width(), size.height(), flush=True)
        self._window.close()
