"""Doing something once the layout has settled.

settled(self, self._scroll_to_the_top)
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

_ROUNDS = 3  # heights that follow from widths need a round each: page, column, wrapped rows


def settled(owner: QWidget, then: Callable[[], object], rounds: int = _ROUNDS) -> None:
    """Call `then` after the event loop has gone round; not at all if the owner is gone by then."""
    if rounds:
        QTimer.singleShot(0, owner, lambda: settled(owner, then, rounds - 1))
    else:
        then()
