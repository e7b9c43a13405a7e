"""The strips of the queue, one at a time: the focus goes back where it came from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from ui.views.queue_strips import (
    AssignStrip,
    DeleteStrip,
    FilterStrip,
    NameStrip,
    SnoozeStrip,
    SortStrip,
    Strip,
)
from ui.widgets.layout import Column


class QueueAsking(QWidget):
    """`opening()` before a strip is shown, `closed()` after it went; `came_from` is then told."""

    opening = Signal()
    closed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._came_from: QWidget | None = None
        self.filter, self.sort = FilterStrip(), SortStrip()
        self.assign, self.snooze = AssignStrip(), SnoozeStrip(today)
        self.save, self.rename, self.delete = NameStrip(), NameStrip(), DeleteStrip()
        self._strips: tuple[Strip, ...] = (
            *(self.filter, self.sort, self.save, self.rename),
            *(self.delete, self.assign, self.snooze),
        )
        Column(self).holding(*self._strips)
        for strip in self._strips:
            strip.closed.connect(self._give_back)
        self.hide()

    def ask(self, opens: Callable[[], object]) -> None:
        """Let one strip ask instead of any other."""
        came_from = self.window().focusWidget()
        for strip in self._strips:
            strip.hide()
        self._came_from = came_from
        self.opening.emit()
        self.show()
        opens()

    def close_strip(self, strip: Strip) -> None:
        """Put a strip away where it stands open."""
        if strip.isVisible():
            strip.close_strip()

    def finish(self, strip: Strip) -> None:
        """What a strip asked is done: put it away."""
        strip.done()
        self.close_strip(strip)

    def close_all(self) -> None:
        """Nothing is asked any more."""
        for strip in self._strips:
            self.close_strip(strip)

    def refuse(self, known: Known) -> bool:
        """Let the strip that asks say what it lacks; False where none asks."""
        asking = next((strip for strip in self._strips if strip.isVisible()), None)
        if asking is not None:
            asking.refuse(known)
        return asking is not None

    def came_from(self) -> QWidget | None:
        """Where the focus was before the strip, told once; None where it cannot go back."""
        home, self._came_from = self._came_from, None
        if home is None or not home.isEnabled() or not home.isVisibleTo(self.window()):
            return None
        return home

    def _give_back(self) -> None:
        self.hide()
        self.closed.emit()
