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


class Collector(QObject):
    """Made and closed in the window's thread; closing gives collection back to Python.

    A look at everything takes as long as there is much, and holds the window meanwhile. Nearly all
    there is was read before anybody signed in, and stays: it is left out of every look from then
    on. The pages never are: once they are taken down, a look that is short finds all of them.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._has_settled = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation whose turn has come, by Python's own thresholds."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (_ALL, 1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                if generation == _ALL and not self._has_settled:
                    gc.freeze()
                return

    def settle(self) -> None:
        """Somebody signs in: what was read for the first of them stays."""
        if not self._has_settled:
            self._has_settled = True
            gc.freeze()

    def look_again(self) -> None:
        """Pages were taken down: look at what came since, once the sign-in page stands."""
        QTimer.singleShot(_ONCE_STILL_MS, self, gc.collect)

    def close(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
