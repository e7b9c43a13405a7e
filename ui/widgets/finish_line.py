"""The finish of the visitor branch in one line under the page: what was done, and the way there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services.finishing import FinishPage
from ui.language import tr
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choices import TickBox
from ui.widgets.flow import Flow
from ui.widgets.layout import Label

GIVEN = tr("Pri&vacy notice given")
GIVEN_AT = tr("Privacy notice given {time}")
NOT_SIGNED = tr("Not signed yet")
SIGNED = tr("Signed by {name}, {time}")
OPEN = tr("Notice, form and si&gnature")


class FinishLine(Card):
    """`given()` when the notice is ticked; `opened()` asks for the page of it all."""

    given = Signal()
    opened = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(16, 8, 8, 8), gap=0)
        self.tick = TickBox(GIVEN)
        self.signed = Label(NOT_SIGNED, scale="small", role="text2")
        self.open_button = Button(OPEN, icon="pencil", small=True)
        line = QWidget()
        row = Flow(line, gap=(16, 4))
        for part in (self.tick, self.signed, self.open_button):
            row.addWidget(part)
        self.body.addWidget(line)
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
        signed = SIGNED.format(name=page.signed_by, time=page.signed_at)
        self.signed.setText(signed if page.signed is not None else NOT_SIGNED)
