"""The finish of the visitor branch in one line over the page: what was done, and the way there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services.finishing import FinishPage
from ui.language import tr
from ui.widgets.button import Button
from ui.widgets.choices import TickBox
from ui.widgets.flow import Flow
from ui.widgets.layout import Label

GIVEN = tr("Pri&vacy notice given")
GIVEN_AT = tr("Privacy notice given {time}")
SIGNED_AT = tr("Signed {time}")
OPEN = tr("Form and si&gnature")


class FinishLine(QWidget):
    """`given()` when the notice is ticked; `opened()` asks for the page of form and signature."""

    given = Signal()
    opened = Signal()

    def __init__(self, needs: Button) -> None:
        super().__init__()
        self.tick = TickBox(GIVEN)
        self.signed = Label("", scale="small", weight="label")
        self.open_button = Button(OPEN, icon="pencil", small=True)
        line = Flow(self, gap=(12, 6))
        for part in (self.tick, self.signed, self.open_button, needs):
            line.addWidget(part)
        self.tick.clicked.connect(self.given)
        self.open_button.clicked.connect(self.opened)

    def show_page(self, page: FinishPage) -> None:
        """As it stands."""
        given = page.given_version == page.notice.version
        self.tick.setText(GIVEN_AT.format(time=page.given_at) if given else GIVEN)
        self.tick.setAccessibleName(self.tick.text().replace("&", ""))
        self.tick.setChecked(given)
        self.tick.setEnabled(not given)
        self.tick.updateGeometry()
        self.signed.setText(SIGNED_AT.format(time=page.signed_at))
        self.signed.setVisible(page.signed is not None)
