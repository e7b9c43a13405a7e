"""The lines above and under the queue's list: what narrows it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.language import tr
from ui.theme import current
from ui.widgets.button import Button, IconButton
from ui.widgets.filter_chip import FilterChip
from ui.widgets.flow import Flow
from ui.widgets.layout import Label, Row
from ui.widgets.search import ListSearch

SEARCH, HINT = tr("Search these cases"), tr("Name, number or phone")
ADD_FILTER, ORDER = tr("Add &filter"), tr("&Order")
SAVE, RENAME, DELETE = tr("Save as a &view"), tr("&Rename view"), tr("D&elete view")
ASSIGN, SNOOZE, WAKE = tr("&Assign"), tr("S&nooze"), tr("Bri&ng back")
ASK, LETTERS = tr("Ask for &document"), tr("&Print letters")
SELECTED = tr("{count} selected")
PLACE = tr("{first} to {last} of {total}")
BEFORE, AFTER = tr("Cases before these"), tr("Cases after these")
_ROOM_FOR_ORDER = 820


class FiltersBar(QWidget):
    """The search, a chip for each filter, what is done with the view, and how it is sorted.

    `dropped(name)`: a chip was taken away.
    """

    dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = ListSearch(SEARCH, HINT, dense=True)
        self.chips: dict[str, FilterChip] = {}
        self._held: list[tuple[str, str]] = []
        self.add = Button(ADD_FILTER, kind="text", icon="plus", small=True, scale="small")
        self.save = Button(SAVE, kind="text", icon="check", small=True, scale="small")
        self.rename = Button(RENAME, kind="text", icon="pencil", small=True, scale="small")
        self.delete = Button(DELETE, kind="text", icon="x", small=True, scale="small")
        self.sorted = Label("", scale="small", role="text2", wrap=True, right=True)
        self.order = Button(ORDER, kind="plain", icon="chevron-down", small=True, scale="small")
        middle = QWidget()
        self._line = Flow(middle, gap=(8, 4))
        self._home = middle
        for button in (self.add, self.save, self.rename, self.delete):
            self._line.addWidget(button)
        line = Row(self, gap=12)
        line.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(middle, 1)
        line.addWidget(self.sorted, 1, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.order, 0, Qt.AlignmentFlag.AlignTop)
        self.restyle()

    def to_search(self) -> None:
        """Type a search anew."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_wanted(
        self,
        held: Sequence[tuple[str, str]],
        *,
        sorted_by: str,
        in_diary: bool,
        own: bool,
        worth_saving: bool,
    ) -> None:
        """What the list is narrowed by (names and words), its order, and what fits this view."""
        self.sorted.setText(sorted_by)
        self.order.setAccessibleDescription(sorted_by)
        self.order.setToolTip(sorted_by)
        self.add.setVisible(not in_diary)
        self.order.setVisible(not in_diary)
        self.save.setVisible(worth_saving and not in_diary)
        self.rename.setVisible(own)
        self.delete.setVisible(own)
        if list(held) != self._held:
            self._held = list(held)
            self._make_chips()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorter where there is less room."""
        super().resizeEvent(event)
        self.restyle()

    def restyle(self) -> None:
        """The search at most a third; no room for the words of the order: its button has them."""
        theme = current()
        self.search.setFixedWidth(min(theme.px(250), max(self.width() // 3, theme.px(120))))
        self.sorted.setMinimumHeight(theme.size("field_dense"))
        self.sorted.setVisible(self.width() >= theme.px(_ROOM_FOR_ORDER))

    def _make_chips(self) -> None:
        for chip in self.chips.values():
            self._line.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {}
        for place, (name, words) in enumerate(self._held):
            chip = FilterChip(words, self._home)
            chip.clicked.connect(lambda _checked=False, name=name: self.dropped.emit(name))
            self._line.insert(place, chip)
            self.chips[name] = chip
            chip.show()
        self._set_tab_order()

    def _set_tab_order(self) -> None:
        before: QWidget = self.search
        for after in (*self.chips.values(), self.add):
            QWidget.setTabOrder(before, after)
            before = after


NOWHERE = (0, -1, 0)  # the place in a list of none


class ActsBar(QWidget):
    """How many are ticked, what can be done with them, and which rows are on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.selected = Label("", weight="strong")
        self.assign = Button(ASSIGN, icon="users")
        self.snooze = Button(SNOOZE, icon="clock")
        self.ask = Button(ASK, icon="file-text")
        self.letters = Button(LETTERS, icon="printer")
        self.place = Label("", scale="small", role="text2")
        self.before = IconButton("chevron-left", BEFORE)
        self.after = IconButton("chevron-right", AFTER)
        left = QWidget()
        self._line = Flow(left, gap=(8, 4))
        for part in (self.selected, self.assign, self.snooze, self.ask, self.letters):
            self._line.addWidget(part)
        right = Row(gap=8).holding(self.place, self.before, self.after)
        whole = Row(self, gap=8, margins=(16, 5, 8, 5))
        whole.addWidget(left, 1)
        whole.addLayout(right)
        self.show_ticks(0)
        self.show_place(*NOWHERE)

    def offer(self, *, some: bool, in_diary: bool, snoozed: bool) -> None:
        """What can be done with the cases of this view."""
        for button in (self.assign, self.snooze, self.ask, self.letters):
            button.setEnabled(some)
        self.snooze.setVisible(not in_diary)  # what is in the diary has a day already
        self.snooze.set_words(WAKE if snoozed else SNOOZE)

    def show_ticks(self, count: int) -> None:
        """So many are ticked."""
        self.selected.setText(SELECTED.format(count=count))
        self.selected.setVisible(count > 0)

    def show_place(self, first: int, last: int, total: int) -> None:
        """Rows `first` to `last` of all are on the screen, counted from 0."""
        words = PLACE.format(first=f"{first + 1:,}", last=f"{last + 1:,}", total=f"{total:,}")
        self.place.setText(words if total else "")
        self.before.setEnabled(first > 0)
        self.after.setEnabled(last < total - 1)
        several = first > 0 or last < total - 1
        self.before.setVisible(several)
        self.after.setVisible(several)
