"""Python's garbage is collected in the window's thread alone.

Whichever thread asks for memory next begins a collection, and a cycle that is let go may hold
widgets. A widget destroyed in another thread than its own, while its parent is being destroyed in
the window's, leaves Qt's locks held or ends the program. So automatic collection is off while the
window's lanes work, and what has gathered is collected here, between events.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_ALL = 2  # the generation that brings the younger ones
_EVERY_MS, _ONCE_STILL_MS = 200, 500
_AT_WORK_MS = 10_000  # by then the first patient has brought the law, the letters and their fonts


class Collector(QObject):
    """Made and closed in the window's thread; closing gives collection back to Python.

    A look at everything takes as long as there is much, and holds the window meanwhile. So what
    survived one is left out of the next, until pages are taken down.
    """

    def __init__(self, parent: QObject | None = None, *, at_work_ms: int = _AT_WORK_MS) -> None:
        super().__init__(parent)
        gc.disable()
        self._at_work = QTimer(self)
        self._at_work.setSingleShot(True)
        self._at_work.setInterval(at_work_ms)
        self._at_work.timeout.connect(gc.freeze)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation whose turn has come, by Python's own thresholds."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (_ALL, 1, 0):
            if counts[generation] > limits[generation]:
                if generation == _ALL:
                    self._look_at_all()
                else:
                    gc.collect(generation)
                return

    def settle(self) -> None:
        """What is there now stays for long, and so does what the first work is about to bring."""
        gc.freeze()
        self._at_work.start()

    def loosen(self) -> None:
        """Pages were taken down: look at everything again, once the sign-in page stands."""
        self._at_work.stop()
        gc.unfreeze()
        QTimer.singleShot(_ONCE_STILL_MS, self, self._look_at_all)

    def _look_at_all(self) -> None:
        gc.collect()
        gc.freeze()

    def close(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        self._at_work.stop()
        gc.unfreeze()
        gc.enable()
