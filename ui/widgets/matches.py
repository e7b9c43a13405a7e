"""The list under a field of what answers to what was typed: arrows and Enter take, Esc closes.

matches = Matches(field)
matches.taken.connect(...)                 # taken(words)
matches.set_words(["Leeds", "Leek"])       # at most eight; how many is said aloud
matches.open_under(rect)                   # where the field does not open the list by itself
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from app.core.unbroken import aloud
from ui.language import tr
from ui.theme import dress
from ui.widgets.announce import announce
from ui.widgets.inputs import is_enter

MOST_MATCHES = 8
ONE = tr("1 match. Press ↓ and Enter to take it.")
SEVERAL = tr("{count} matches. Press ↓ and Enter to take one.")


class Matches(QObject):
    """Nothing is chosen until an arrow is pressed, so Enter alone does what the field does."""

    taken = Signal(str)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._words = QStringListModel(self)
        completer = self.completer = QCompleter(self._words, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(MOST_MATCHES)
        popup = self.popup = QListView()
        popup.setObjectName("suggestions")
        popup.setAccessibleName(tr("Matches"))
        completer.setPopup(popup)
        dress(popup)  # a window of its own
        completer.activated.connect(self.taken)

    def words(self) -> list[str]:
        """What is offered."""
        return self._words.stringList()

    def set_words(self, words: Sequence[str]) -> None:
        """Offer other words; a screen reader hears how many, once for each offer."""
        offered = list(words[:MOST_MATCHES])
        if offered == self.words():
            return
        self._words.setStringList(offered)
        if not offered:
            return
        said = ONE if len(offered) == 1 else SEVERAL.format(count=len(offered))
        self.popup.setAccessibleDescription(aloud(said))
        if self._field.hasFocus():
            announce(self._field, said)

    def open_under(self, rect: QRect) -> None:
        """Put the list on the screen below a part of the field; no words, no list."""
        if not self.words():
            self.popup.hide()
            return
        self.completer.setWidget(self._field)
        self.completer.complete(rect)
        self.popup.setCurrentIndex(QModelIndex())  # Enter would take what no arrow chose

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key takes what an arrow chose from the open list."""
        if event.type() != QEvent.Type.KeyPress:
            return False
        chosen = self.popup.isVisible() and self.popup.selectionModel().hasSelection()
        return chosen and (is_enter(event) or event.key() == Qt.Key.Key_Tab)
