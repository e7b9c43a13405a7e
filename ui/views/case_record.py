"""Below the clinician's form: none of the grounds, as an officer reads it from the record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from ui.language import told, tr
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.inputs import DateEdit, LineEdit
from ui.widgets.layout import Grid, Label, Row

TITLE = tr("No form yet")
ABOUT = tr(
    "Where the patient’s record names none of the grounds above, say where you read it. "
    "This tells nothing of urgency, and a clinician’s word replaces it."
)
SOURCE, DATED = tr("Where you read it"), tr("Dated")
KEEP = tr("&Keep what the record says")


class RecordRead(Card):
    """`read(source, dated_on)`; what was typed stays when it is refused."""

    read = Signal(str, str)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(TITLE, ground="tint", margins=(16, 12, 12, 14), gap=8, parent=parent)
        self.source = Field(SOURCE, LineEdit(placeholder=tr("Such as clinic letter, page 2")))
        self.dated = Field(DATED, DateEdit(today, placeholder="14/7/26"))
        self.keep = Button(KEEP, icon="book")
        grid = Grid(gap=(16, 8))
        grid.addWidget(self.source, 0, 0)
        grid.addWidget(self.dated, 0, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 1)
        self.body.addWidget(Label(ABOUT, role="text2", wrap=True))
        self.body.addLayout(grid)
        self.body.addLayout(Row().holding(self.keep, None))
        self.keep.clicked.connect(
            lambda: self.read.emit(self.source.input.text(), self.dated.input.text())
        )

    def place_of(self, known: Known) -> QWidget | None:
        """The field a refusal is about, its words beside it; None where it is none of these."""
        fields: dict[str, Field[LineEdit] | Field[DateEdit]] = {
            "source": self.source,
            "dated_on": self.dated,
        }
        for field in fields.values():
            field.set_error("")
        if known.code == "clinician_answered":
            return self.keep
        if known.field not in fields:
            return None
        fields[known.field].set_error(told(known))
        return fields[known.field].input
