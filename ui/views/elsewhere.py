"""For people whose work is on the command line so far: says so, and how."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.language import tr
from ui.widgets.card import Card
from ui.widgets.layout import Column, Label
from ui.widgets.page import Page

TITLE = tr("Your work is on the command line")
WORDS = tr(
    "Auditors verify the record with “recoup audit verify” and make old findings again with "
    "“recoup law replay”. Patients are not shown here."
)


class ElsewherePage(Page):
    """One card, no patient."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card(TITLE, margins=(24, 20, 24, 24), gap=12)
        card.body.addWidget(Label(WORDS, wrap=True))
        whole = Column(self, margins=(32, 32, 32, 32))
        whole.addWidget(card)
        whole.addStretch(1)
