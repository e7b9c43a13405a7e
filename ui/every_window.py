"""One listener for the keys and clicks of every window of the program.

They come to windows before any widget; a filter over the whole program would be asked about every
event of every widget, a thousand times as often, and each time wait for busy lanes.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QWindow


class EveryWindow(QObject):
    """Puts a listener's event filter on each window, also on those opened later."""

    def __init__(self, listener: QObject) -> None:
        super().__init__(listener)
        self._listener = listener
        self._listening = False

    def start(self) -> None:
        """Listen to all there are, and to lists and dialogs as they come: they are windows too."""
        for window in QGuiApplication.topLevelWindows():
            self._add(window)
        program = QGuiApplication.instance()
        if isinstance(program, QGuiApplication) and not self._listening:
            program.focusWindowChanged.connect(self._add)
            self._listening = True

    def stop(self) -> None:
        """Listen to none."""
        for window in QGuiApplication.topLevelWindows():
            window.removeEventFilter(self._listener)
        program = QGuiApplication.instance()
        if isinstance(program, QGuiApplication) and self._listening:
            program.focusWindowChanged.disconnect(self._add)
        self._listening = False

    def _add(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self._listener)  # a second time takes the place of the first
