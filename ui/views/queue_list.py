"""The cases that wait, under each other, with the acts on them: where one stands stays."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.delegates.rows import Rows
from ui.language import tr
from ui.models.queue import QueuePart, Wanted
from ui.models.queue_rows import QueueRows
from ui.theme import current
from ui.views.queue_bars import NOWHERE, ActsBar
from ui.widgets.card import Card
from ui.widgets.layout import NONE, Column, Label, Rule, is_narrow
from ui.widgets.table import Table

TABLE = tr("Cases that wait")
FOR_ONE, FOR_TICKED = tr("{ref}, {patient}"), tr("The case that is ticked")
FOR_SOME = tr("The {count} cases that are ticked")
_WIDTHS = (48, 84, 240, None, 116, 150, 110, 134)
_NARROW = (40, 76, 180, None, 96, 134, 84, 126)
_LEAST_LINES = 5  # the header, three cases, and the bar that scrolls sideways
_TREATMENT = 4  # the diary goes by another day, and needs the room for why


class QueueList(Card):
    """`seen(row)`: the list was scrolled or filled, and begins with this row.

    While there is no case the focus is lent to `lender`; it comes back with the first.
    """

    seen = Signal(int)

    def __init__(self, lender: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(margins=(2, 2, 10, 4), gap=0, parent=parent)
        self._lender, self._lent = lender, False
        self._shown = Wanted()
        self.rows = QueueRows(self)
        self.table = Table(TABLE, _WIDTHS)
        self.table.setModel(self.rows)
        self.table.setItemDelegate(Rows(self.table))
        self.table.horizontalHeader().setSectionsClickable(True)
        self.empty = Label("", role="text2", wrap=True)
        self.acts = ActsBar()
        self._stack = QStackedWidget()
        nothing = QWidget()
        Column(nothing, margins=(16, 16, 16, 16)).holding(self.empty, None)
        self._stack.addWidget(self.table)
        self._stack.addWidget(nothing)
        self.body.set_margins(NONE)  # the table reaches to the card's edge
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(Rule())
        self.body.addWidget(self.acts)
        self.rows.ticks_changed.connect(self.acts.show_ticks)
        bar = self.table.verticalScrollBar()
        bar.valueChanged.connect(self.show_place)
        bar.rangeChanged.connect(self.show_place)
        self.acts.before.clicked.connect(lambda: self._turn(-1))
        self.acts.after.clicked.connect(lambda: self._turn(1))

    def restyle(self) -> None:
        """Columns as the design says, tighter in a small window; some rows are always in sight."""
        super().restyle()
        if hasattr(self, "table"):
            self.table.set_widths(_NARROW if is_narrow(self) else _WIDTHS)
            row = current().size("table_row_dense")
            self.table.setMinimumHeight(row * _LEAST_LINES)

    def take_focus(self) -> None:
        """The keys stand on the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def home(self) -> QWidget:
        """Where the focus belongs when nothing else asks for it."""
        return self.table if self.rows.rowCount() else self._lender

    def chosen(self) -> tuple[str, ...]:
        """The ticked cases, else the current one."""
        ticked = self.rows.ticked()
        here = self.rows.row_at(self.table.row())
        return ticked or ((here.registration_id,) if here is not None else ())

    def whom(self) -> str:
        """Those in words, for whoever is about to act on them."""
        chosen = self.chosen()
        one = self.rows.row_at(self.rows.place_of(chosen[0])) if len(chosen) == 1 else None
        if one is not None:
            return FOR_ONE.format(ref=one.ref, patient=one.patient)
        return FOR_TICKED if len(chosen) == 1 else FOR_SOME.format(count=len(chosen))

    def show_part(self, part: QueuePart, *, today: date, nothing: str) -> None:
        """A view as read: the same one keeps its place, another begins at the top."""
        same = part.wanted == self._shown
        here, row = self.rows.row_at(self.table.row()), self.table.row()
        at = self.table.verticalScrollBar().value()
        had_focus = self.table.hasFocus()
        self._shown = part.wanted
        self.rows.start(part.wanted, part.total, today)
        for page, rows in part.pages():
            self.rows.put(page, rows)
        if same and here is not None:
            place = self.rows.place_of(here.registration_id)
            self.table.go_to(place if place >= 0 else min(row, part.total - 1))
            self.table.verticalScrollBar().setValue(at)
        elif not same:
            self.table.scrollToTop()
        if not part.total:  # nothing scrolls that would tell it
            self.acts.show_place(*NOWHERE)
        self._stack.setCurrentIndex(0 if part.total else 1)
        self.empty.setText(nothing)
        self._lend(had_focus, some=part.total > 0)

    def show_treatment(self, shown: bool) -> None:
        """Whether the column of treatment dates is there."""
        self.table.setColumnHidden(_TREATMENT, not shown)
        self.restyle()

    def show_place(self, *_moved: int) -> None:
        """Which of all cases are in sight."""
        total = self.rows.rowCount()
        first = self.table.rowAt(0)
        last = self.table.rowAt(self.table.viewport().height() - 1)
        self.seen.emit(first)
        self.acts.show_place(first, last if last >= 0 else total - 1, total)

    def _lend(self, had_focus: bool, *, some: bool) -> None:
        if had_focus and not some:
            self._lent = True
            self._lender.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._lent and some:
            self._lent = False
            if self._lender.hasFocus():
                self.take_focus()

    def _turn(self, way: int) -> None:
        seen = max(self.table.viewport().height() // self.table.rowHeight(0), 1)
        last = self.rows.rowCount() - 1
        self.table.go_to(min(max(self.table.row() + way * seen, 0), last))
