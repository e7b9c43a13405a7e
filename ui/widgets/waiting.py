"""Work that takes a while: what is being done, how far along it is, and Cancel once it is long.

waiting = Waiting()
waiting.show_step(0, 3, "Writing a small file")
waiting.show_step(1, 3, "Reading it back")
waiting.cancelled.connect(model.leave)
waiting.end()
"""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.language import tr
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.layout import Column, Label, Row
from ui.widgets.progress import ProgressSteps

CANCEL = tr("&Cancel")
CANCEL_AFTER = 3_000  # milliseconds (ux.md 5, long work)


class Waiting(QWidget):
    """Hidden while nothing is done. Cancel comes after three seconds and gets no bare key."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label("", weight="label", wrap=True)
        self.steps = ProgressSteps()
        self.cancel = Button(CANCEL, icon="x")
        self._long = QTimer(self)
        self._long.setSingleShot(True)
        self._long.setInterval(CANCEL_AFTER)
        self._long.timeout.connect(self.cancel.show)
        self.cancel.clicked.connect(self.cancelled)
        Column(self, gap=8).holding(self.words, self.steps, Row().holding(self.cancel, None))
        self.cancel.hide()
        self.hide()

    def show_step(self, done: int, of: int, words: str) -> None:
        """So many steps of so many are done, and what is done now."""
        if self.isHidden():
            self.cancel.hide()
            self._long.start()
        self.words.setText(words)
        self.steps.show_progress(done, of)
        self.show()
        announce(self, words)

    def end(self) -> None:
        """It is done, or nobody waits any longer."""
        self._long.stop()
        self.hide()
