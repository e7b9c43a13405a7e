"""An instalment plan: how far it is, and each payment with how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.services.account import InstalmentLine
from ui.cells import Cell
from ui.days import show
from ui.delegates.rows import Rows
from ui.language import tr
from ui.models.listing import Line, Listing
from ui.theme import current
from ui.widgets.layout import Column, Label, Row
from ui.widgets.progress import ProgressSteps
from ui.widgets.table import Table

TITLE, PAID_OF = tr("Plan: {plan}"), tr("{paid} of {count} paid")
NAME = tr("Instalments")
COLUMNS = (tr("No."), tr("Date"), tr("Amount"), tr("State"))
PAID, MISSED, PLANNED = tr("Paid"), tr("Missed"), tr("Planned")
DUE_TODAY, DUE_TOMORROW, DUE_IN = tr("Due today"), tr("Due tomorrow"), tr("Due in {days} days")
_STATES = {
    "paid": ("circle-check", "success"),
    "missed": ("alert-triangle", "warn_text"),
    "next": ("clock", "action"),
    "planned": ("circle-dashed", "text2"),
}
_MOST_DASHES = 40  # of a plan by the week no dash could be told from the next
_ROWS = 7
_WIDTHS = (36, 104, 96, None)
_NUMBERED_FROM = 392  # narrower, days and sums are worth more than the numbers of the lines


class PlanPart(QWidget):
    """Shown while an account has a plan."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Label("", weight="strong", wrap=True)
        self.paid = Label("", scale="small", role="text2")
        self.bar = ProgressSteps()
        self.table = Table(NAME, _WIDTHS)
        self.rows = Listing(COLUMNS, self)
        self.table.setModel(self.rows)
        self.table.setItemDelegate(Rows(self.table))
        head = Row(gap=8)
        head.addWidget(self.title, 1)
        head.addWidget(self.paid)
        whole = Column(self, gap=6)
        whole.addLayout(head)
        whole.holding(self.bar, self.table)

    def show_plan(self, title: str, instalments: Sequence[InstalmentLine], today: date) -> None:
        """Another plan, or the same one further on; the next payment is in view."""
        done = [one.state for one in instalments].count("paid")
        self.title.setText(TITLE.format(plan=title))
        self.paid.setText(PAID_OF.format(paid=done, count=len(instalments)))
        self.bar.setVisible(len(instalments) <= _MOST_DASHES)
        self.bar.show_progress(done, len(instalments))
        self.rows.show_rows(
            [_line(number, one, today) for number, one in enumerate(instalments, 1)]
        )
        self.table.go_to(min(done, len(instalments) - 1))
        self.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without numbers where the rest would be cut."""
        super().resizeEvent(event)
        self.table.setColumnHidden(0, self.width() < current().px(_NUMBERED_FROM))
        self.table.set_widths(_WIDTHS)

    def restyle(self) -> None:
        """As high as a few of its rows."""
        theme = current()
        rows = min(self.rows.rowCount(), _ROWS) * theme.size("table_row_dense")
        self.table.setFixedHeight(rows + theme.size("table_header") + theme.px(4))


def _line(number: int, one: InstalmentLine, today: date) -> Line:
    icon, role = _STATES[one.state]
    words = _state_words(one, today)
    return Line(
        one,
        (
            Cell(str(number)),
            Cell(show(one.due_on)),
            Cell(str(one.amount), strong=True, right=True),
            Cell(words, icon=icon, icon_role=role),
        ),
        f"{number}, {show(one.due_on)}, {one.amount}, {words}",
    )


def _state_words(one: InstalmentLine, today: date) -> str:
    if one.state == "next":
        days = (one.due_on - today).days
        return {0: DUE_TODAY, 1: DUE_TOMORROW}.get(days, DUE_IN.format(days=days))
    return {"paid": PAID, "missed": MISSED, "planned": PLANNED}[one.state]
