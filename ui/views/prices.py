"""Prices: what this desk prices with, and for an administrator how lists come in.

A tab of the Money page for finance, who look; a page of its own for administrators, who have no
Money page.
"""

from __future__ import annotations

from functools import partial
from typing import Protocol

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from app.services.price_shelf import PricesShown
from ui.language import told, tr
from ui.models.prices import PricesModel
from ui.theme import Weight, current
from ui.views.money_panel import MoneyPanel
from ui.views.prices_import import TakeInCard
from ui.views.prices_own import FactorsCard, OwnPricesCard
from ui.views.prices_words import edition_line, edition_note, list_line
from ui.widgets.announce import announce
from ui.widgets.card import Card
from ui.widgets.layout import Column, Label, Row, Rule, clear
from ui.widgets.scroll import Scroll

TITLE = tr("Prices")
EDITIONS, STAND_INS = (
    tr("Prices of the NHS Payment Scheme"),
    tr("What stands in where none of these does"),
)
LOOK_ONLY = tr("An administrator takes lists in and enters prices.")
WIDEST = 820


class Asking(Protocol):
    """A card that asks for something and shows what became of it."""

    def tell(self, words: str) -> None:
        """It was done."""

    def refuse(self, known: Known) -> None:
        """It was not, and why."""


class PricesPanel(MoneyPanel):
    """One column of cards; each act's answer stands in the card it was asked in."""

    def __init__(self, model: PricesModel) -> None:
        super().__init__()
        self._model = model
        self.take_in = TakeInCard(model)
        self.editions = Card(EDITIONS, margins=(24, 20, 24, 24), gap=8)
        self.own = OwnPricesCard(model)
        self.factors = FactorsCard(model)
        self.stand_ins = Card(STAND_INS, margins=(24, 20, 24, 24), gap=8)
        self._asked: Asking = self.take_in
        self.licence = Label("", role="text2", wrap=True)
        self._inside = QWidget()
        self._build()
        self._wire()
        self.restyle()

    def opened(self) -> None:
        """Read anew, with the focus where work starts."""
        self._model.refresh()
        if self._model.may_change():
            self.take_in.take_focus()

    def on_key(self, key: str) -> bool:
        """Esc stops a file that is being read."""
        return self.take_in.on_key(key)

    def restyle(self) -> None:
        """As wide as the text is large, up to the window."""
        self._inside.setMaximumWidth(current().px(WIDEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large text takes the width there is."""
        super().resizeEvent(event)
        self.restyle()

    def _build(self) -> None:
        whole = Column(self._inside, gap=14, margins=(24, 20, 24, 24))
        whole.addWidget(Label(TITLE, scale="screen", weight="strong"))
        look_only = Label(LOOK_ONLY, role="text2", wrap=True)
        whole.addWidget(look_only)
        for part in (
            self.take_in,
            self.editions,
            self.own,
            self.factors,
            self.stand_ins,
            self.licence,
        ):
            whole.addWidget(part)
        whole.addStretch(1)
        may_change = self._model.may_change()
        self.take_in.setVisible(may_change)
        look_only.setVisible(not may_change)
        beside = QWidget()
        row = Row(beside)
        row.addWidget(self._inside, 1)
        row.addStretch(0)
        Column(self).addWidget(Scroll(beside))

    def _wire(self) -> None:
        for card in (self.take_in, self.own, self.factors):
            card.asked.connect(partial(self._was_asked, card))
        self._model.shown.connect(self._show)
        self._model.told.connect(self._tell)
        self._model.refused.connect(self._refuse)

    def _was_asked(self, card: Asking) -> None:
        self._asked = card

    def _tell(self, words: str) -> None:
        self._asked.tell(words)
        announce(self, words)

    def _refuse(self, known: Known) -> None:
        self._asked.refuse(known)
        announce(self, told(known), assertive=True)

    def _show(self, shown: PricesShown) -> None:
        clear(self.editions.body)
        for place, one in enumerate(shown.editions):
            if place:
                self.editions.body.addWidget(Rule())
            weight: Weight = "strong" if one.in_force else "text"
            self.editions.body.addWidget(Label(edition_line(one), weight=weight, wrap=True))
            self.editions.body.addWidget(Label(edition_note(one), role="text2", wrap=True))
        self.own.show_items(shown.own)
        self.factors.show_factors(shown.factors, shown.own_factor)
        clear(self.stand_ins.body)
        for beside in shown.lists:
            about = f"{beside.citation} {beside.note}"
            self.stand_ins.body.addWidget(Label(list_line(beside), wrap=True))
            self.stand_ins.body.addWidget(Label(about, role="text2", wrap=True))
        self.licence.setText(shown.licence)
