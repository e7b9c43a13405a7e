"""The queue: saved views, a search, the cases that wait; never a banner, never a bare reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.casework.overrides import Overrides
from app.core.errors import Known
from ui.delegates.rows import Rows
from ui.language import tr
from ui.models.queue import DIARY, ROWS_A_PAGE, QueueModel, QueuePart
from ui.models.queue_table import QueueTable
from ui.theme import current
from ui.widgets.announce import announce
from ui.widgets.button import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.layout import NONE, Column, Label, Row, Rule, is_narrow
from ui.widgets.page import Page
from ui.widgets.search import ListSearch
from ui.widgets.table import Table
from ui.widgets.tabs import Tab, Tabs

SEARCH = tr("Search these cases")
SORTED = tr("Sorted by treatment date, then priority, then age")
SORTED_AHEAD = tr("Sorted by the day to look again")
ASSIGN = tr("&Assign to me")
NOBODY_HERE = tr("No cases here.")
NOBODY_FOUND = tr("No case answers to “{text}”. Clear the search to see them all.")
NEW_TODAY = tr("{count} new today: press Ctrl+{place}.")
SELECTED = tr("{count} selected")
PLACE = tr("{first} to {last} of {total}")
TAKEN_ONE, TAKEN_SOME = tr("1 case is yours now."), tr("{count} cases are yours now.")
OVERRIDDEN = tr("The team chose otherwise in {overridden} of {decisions} decisions this month.")
_WIDTHS = (48, 84, 270, None, 130, 150, 120)
_NARROW = (40, 76, 210, None, 106, 134, 96)


class QueuePage(Page):
    """`case_opened(registration_id)` replaces the list by the case: they never stand together."""

    case_opened = Signal(str)

    def __init__(self, model: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.tabs = Tabs([Tab(name, words, 0) for name, words in model.views()])
        self.search = ListSearch(SEARCH, dense=True)
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self.rows = QueueTable(self)
        self.table = Table(tr("Cases that wait"), _WIDTHS)
        self.table.setModel(self.rows)
        self.table.setItemDelegate(Rows(self.table))
        self.empty = Label("", role="text2", wrap=True)
        self.selected = Label("", weight="strong")
        self.assign = Button(ASSIGN, icon="users")
        self.place = Label("", scale="small", role="text2")
        self.overridden = Label("", scale="small", role="text2", wrap=True)
        self.before = IconButton("chevron-left", tr("Cases before these"))
        self.after = IconButton("chevron-right", tr("Cases after these"))
        self._build()
        self._wire()
        self._show_ticks(0)
        self.problem.hide()
        self.overridden.hide()
        self.restyle()

    def opened(self) -> None:
        """Read the view; the keys stand on the list."""
        self._model.watched = True
        self._model.refresh()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def order(self) -> tuple[str, ...]:
        """The cases of the view shown, for Previous and Next on the case page."""
        return self._model.order()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tighter columns where the window is small for its text."""
        super().resizeEvent(event)
        self.restyle()

    def restyle(self) -> None:
        """The search and the columns are as wide as the design says."""
        self.search.setFixedWidth(current().px(250))
        self.table.set_widths(_NARROW if is_narrow(self) else _WIDTHS)

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks."""
        super().showEvent(event)
        self._model.watched = True

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: only counts are kept up to date."""
        super().hideEvent(event)
        self._model.watched = False

    def _build(self) -> None:
        self._sorted = Label(SORTED, scale="small", role="text2", wrap=True, right=True)
        filters = Row(gap=16)
        filters.addWidget(self.search)
        filters.addWidget(self._sorted, 1)
        self._stack = QStackedWidget()
        nothing = QWidget()
        Column(nothing, margins=(16, 16, 16, 16)).holding(self.empty, None)
        self._stack.addWidget(self.table)
        self._stack.addWidget(nothing)
        card = Card(margins=(2, 2, 10, 4), gap=0)
        card.body.set_margins(NONE)  # the table reaches to the card's edge
        card.body.addWidget(self._stack, 1)
        card.body.addWidget(Rule())
        card.body.addLayout(
            Row(gap=8, margins=(16, 5, 8, 5)).holding(
                *(self.selected, self.assign, None),
                *(self.place, self.before, self.after),
            )
        )
        whole = Column(self, gap=8, margins=(24, 8, 24, 12))
        whole.addWidget(self.tabs)
        whole.addLayout(filters)
        whole.addWidget(self.problem)
        whole.addWidget(card, 1)
        whole.addWidget(self.overridden)

    def _wire(self) -> None:
        self.tabs.chosen.connect(self._model.show_view)
        self.search.searched.connect(self._model.search)
        self.search.left_downwards.connect(self.table.setFocus)
        self.table.opened.connect(self._open)
        self.rows.ticks_changed.connect(self._show_ticks)
        self.assign.clicked.connect(self._assign)
        self.before.clicked.connect(lambda: self._model.turn(-1))
        self.after.clicked.connect(lambda: self._model.turn(1))
        self._model.shown.connect(self._show)
        self._model.counted.connect(self._show_counts)
        self._model.overridden.connect(self._show_overridden)
        self._model.assigned.connect(self._say_taken)
        self._model.refused.connect(self._refuse)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.activated.connect(self._to_search)

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _open(self, row: int) -> None:
        case = self.rows.row_at(row)
        if case is not None:
            self.case_opened.emit(case.registration_id)

    def _assign(self) -> None:
        ticked = self.rows.ticked()
        if not ticked:
            here = self.rows.row_at(self.table.row())
            ticked = (here.registration_id,) if here is not None else ()
        self._model.assign(ticked)

    def _say_taken(self, count: int) -> None:
        self.rows.clear_ticks()
        announce(self, TAKEN_ONE if count == 1 else TAKEN_SOME.format(count=count))

    def _refuse(self, known: Known) -> None:
        self.problem.setText(known.message)
        self.problem.show()
        announce(self, known.message, assertive=True)

    def _show(self, part: QueuePart) -> None:
        self.problem.hide()
        self._sorted.setText(SORTED_AHEAD if part.view == DIARY else SORTED)
        here = self.rows.row_at(self.table.row())
        self.rows.show_rows(part.rows, self._model.today())
        if here is not None:
            self.table.go_to(self.rows.place_of(here.registration_id))
        had_focus = self.table.hasFocus() or self.empty.hasFocus()
        self._stack.setCurrentIndex(0 if part.rows else 1)
        self.empty.setText(self._nothing(part))
        if had_focus and not part.rows:
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
        last = part.first + len(part.rows)
        first = part.first + 1 if part.rows else 0
        self.place.setText(PLACE.format(first=first, last=last, total=f"{part.total:,}"))
        self.before.setEnabled(part.first > 0)
        self.after.setEnabled(last < part.total)
        many = part.total > ROWS_A_PAGE
        self.before.setVisible(many)
        self.after.setVisible(many)
        self.assign.setEnabled(bool(part.rows))

    def _nothing(self, part: QueuePart) -> str:
        if part.search:
            return NOBODY_FOUND.format(text=part.search)
        new = part.counts.get("new", 0)
        if part.view == "new" or not new:
            return NOBODY_HERE
        names = [name for name, _ in self._model.views()]
        place = names.index("new") + 1
        return f"{NOBODY_HERE} {NEW_TODAY.format(count=new, place=place)}"

    def _show_counts(self, counts: dict[str, int]) -> None:
        for name, _words in self._model.views():
            self.tabs.set_count(name, counts.get(name, 0))

    def _show_overridden(self, found: Overrides) -> None:
        words = OVERRIDDEN.format(overridden=found.overridden, decisions=found.decisions)
        self.overridden.setText(words if found.decisions else "")
        self.overridden.setVisible(bool(found.decisions))

    def _show_ticks(self, count: int) -> None:
        self.selected.setText(SELECTED.format(count=count))
        self.selected.setVisible(count > 0)
