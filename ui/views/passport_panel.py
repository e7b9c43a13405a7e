"""Reading a passport without a reader of its own: its lines typed or pasted, or scanned here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from ui.language import told, tr
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.inputs import Notes
from ui.widgets.layout import Label

TITLE = tr("Read from passport")
ABOUT = tr(
    "Put the passport on the reader now. Without a reader, type the two or three lines at the foot "
    "of its page, with every “<”."
)
LINES = tr("Lines of the passport")
READ, BACK = tr("R&ead the lines"), tr("Back without reading")


class PassportPanel(Card):
    """`lines_given(text)` asks for a reading; a refusal stands beside the lines."""

    lines_given = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, icon="scan", bar=True, margins=(24, 16, 24, 18), parent=parent)
        self.lines = Field(LINES, Notes(lines=3))
        self.read = Button(READ, kind="primary", icon="check", main=True)
        self.back = Button(BACK, icon="chevron-left", key="Esc")
        buttons = QWidget()
        wrapped = Flow(buttons, gap=(10, 8))
        wrapped.addWidget(self.read)
        wrapped.addWidget(self.back)
        self.body.addWidget(Label(ABOUT, wrap=True))
        self.body.addWidget(self.lines)
        self.body.addWidget(buttons)
        self.read.clicked.connect(lambda: self.lines_given.emit(self.lines.input.text()))
        self.back.clicked.connect(self.closed)
        self.hide()

    def open(self) -> None:
        """Ready for the next passport."""
        self.show()
        self.lines.set_error("")
        self.lines.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Nothing of a passport stays on the page."""
        self.lines.input.setPlainText("")
        self.lines.set_error("")

    def refuse(self, known: Known) -> None:
        """Say which digit did not hold; the lines stay, to be compared with the page."""
        self.lines.set_error(told(known))
        self.lines.input.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, told(known), assertive=True)
