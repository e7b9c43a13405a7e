"""A quiet button that shows all of a list of which the first lines stand there, or those alone.

more = Folding("Answers")
card.add_action(more)
more.count(19, beyond=6)                 # "All 19"; hidden where nothing more is to be shown
more.toggled_to.connect(...)             # True: all are wanted
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.language import tr
from ui.widgets.button import Button

ALL, FEWER = tr("Show all {count}"), tr("Show fewer")


class Folding(Button):
    """`all` says whether all are shown."""

    toggled_to = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(FEWER, kind="text", scale="small", small=True, parent=parent)
        self._name = name
        self.all = False
        self._count = 0
        self.clicked.connect(self._toggle)
        self.hide()

    def count(self, count: int, *, beyond: int) -> None:
        """How many there are; there is nothing to unfold up to `beyond`."""
        self._count = count
        self._say()
        self.setVisible(count > beyond)

    def fold(self) -> None:
        """Another list: its first lines."""
        self.all = False
        self._say()

    def _toggle(self) -> None:
        self.all = not self.all
        self._say()
        self.toggled_to.emit(self.all)

    def _say(self) -> None:
        words = FEWER if self.all else ALL.format(count=self._count)
        self.set_words(words)
        self.setAccessibleName(f"{words}: {self._name}")
