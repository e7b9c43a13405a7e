"""The peer of `benchmarks.start`: an empty PySide6 main window, and nothing else.

Leaves as `recoup-desk --check` does: one line once painted, one turn of the loop later.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class _Leave(QObject):
    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._leave)
        return False

    def _leave(self) -> None:
        size = self._window.size()
        print("shown", size.width(), size.height(), flush=True)
        self._window.close()


def main() -> int:
    """Show it, say so, leave."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1366, 768)
    _Leave(window)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
