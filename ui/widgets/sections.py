"""Tabs where they fit, else one list to choose from: the parts of a page at every window size.

sections = Sections("Parts of Money", [Tab("claims", "Claims")])
sections.chosen.connect(page.show_part)          # also Ctrl+1...9, Ctrl+PgUp, Ctrl+PgDown
sections.show_view("claims")
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from ui.theme import current
from ui.widgets.inputs import Choice
from ui.widgets.layout import Column, Row
from ui.widgets.tabs import LEAD, Tab, Tabs


class Sections(QWidget):
    """One row of tabs; a list of one line where the window is too narrow for all of them.

    The words of the first tab, and the list, begin `tabs.LEAD` after its edge.
    `jumped(key)` follows `chosen` where keys led there that are pressed anywhere on the page.
    """

    chosen = Signal(str)
    jumped = Signal(str)

    def __init__(self, name: str, tabs: Sequence[Tab], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = list(tabs)
        self.tabs = Tabs(tabs)
        self.tabs.setAccessibleName(name)
        self.list = Choice([(tab.key, tab.words) for tab in tabs])
        self.list.setAccessibleName(name)
        self.list.set_value(self._tabs[0].key if tabs else None)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tabs)
        self._folded = QWidget()
        Row(self._folded, margins=(LEAD, 0, 0, 0)).addWidget(self.list)
        self._stack.addWidget(self._folded)
        Column(self).addWidget(self._stack)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._jumps = [self._jump(place) for place in range(min(len(self._tabs), 9))]
        for keys, step in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            move = QShortcut(QKeySequence(keys), self)
            move.activated.connect(lambda step=step: self._go_by(step))
        self.tabs.chosen.connect(self._chosen_above)
        self.tabs.jumped.connect(self.jumped)
        self.list.chosen.connect(lambda key: self.show_view(str(key)))
        self._fold()

    def is_folded(self) -> bool:
        """Whether the tabs are a list now."""
        return self._stack.currentWidget() is self._folded

    def key(self) -> str:
        """The part shown."""
        return self.tabs.key()

    def show_view(self, key: str) -> None:
        """Show a part by its key; raises ValueError for a part there is not."""
        self.tabs.show_view(key)

    def set_count(self, key: str, count: int | None) -> None:
        """Another count for a part."""
        for place, tab in enumerate(self._tabs):
            if tab.key == key:
                self._tabs[place] = Tab(tab.key, tab.words, count)
                words = tab.words if count is None else f"{tab.words} ({count})"
                self.list.setItemText(place, words)
        self.tabs.set_count(key, count)
        self._fold()

    def has_focus(self) -> bool:
        """Whether what chooses the part has the focus."""
        return self.tabs.hasFocus() or self.list.hasFocus()

    def take_focus(self) -> None:
        """The focus goes to what chooses the part."""
        (self.list if self.is_folded() else self.tabs).setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        """One line; never so wide that it holds the window open."""
        high = self.list.minimumHeight() if self.is_folded() else current().px(44)
        return QSize(current().px(200), high)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fold()

    def showEvent(self, event: QShowEvent) -> None:
        """Painted again: Qt may leave a stack that changed its page out of sight without that."""
        super().showEvent(event)
        self._stack.setUpdatesEnabled(True)

    def restyle(self) -> None:
        """Fold or unfold for the current text size."""
        self._fold()

    def _fold(self) -> None:
        wanted = sum(self.tabs.tabSizeHint(place).width() for place in range(len(self._tabs)))
        folded = wanted > self.width()
        had_focus = self.has_focus()
        self._stack.setCurrentWidget(self._folded if folded else self.tabs)
        for jump in self._jumps:  # the tabs have their own while they are seen
            jump.setEnabled(folded)
        if had_focus:
            self.take_focus()
        self.setFixedHeight(self.sizeHint().height())

    def _chosen_above(self, key: str) -> None:
        self.list.set_value(key)
        self.chosen.emit(key)

    def _jump(self, place: int) -> QShortcut:
        jump = QShortcut(QKeySequence(f"Ctrl+{place + 1}"), self)
        jump.activated.connect(lambda: self._jump_to(place))
        return jump

    def _jump_to(self, place: int) -> None:
        self.tabs.setCurrentIndex(place)
        self.jumped.emit(self.key())

    def _go_by(self, step: int) -> None:
        place = self.tabs.currentIndex() + step
        if 0 <= place < len(self._tabs):
            self._jump_to(place)
