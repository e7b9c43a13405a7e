"""What may be missed in a year: the figure between its bounds, or what would have to be known."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.insight.board import Opportunity
from ui.language import tr
from ui.views.dashboard_cards import TwinTable
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chart import ChartView
from ui.widgets.layout import Column, Label, Row

HOW, HOW_HIDE = tr("&How this is worked out"), tr("&Hide how this is worked out")
TO_KNOW = tr("To be known first:")


class OpportunityCard(Card):
    """Never a target for a person; how it is worked out is one press away."""

    def __init__(self) -> None:
        super().__init__(" ", scale="body", margins=(18, 14, 18, 14), gap=8)
        self.figure = Label("", scale="figure", weight="strong")
        self.between = Label("", role="text2", wrap=True)
        self.view, self.twin = ChartView(), TwinTable()
        self.words = Label("", weight="label", wrap=True)
        self.lacks = Label("", role="text2", wrap=True)
        self.how = Label("", scale="small", role="text2", wrap=True)
        self.ask = Button(HOW, kind="text", icon="help-circle")
        self._told, self._missing = QWidget(), QWidget()
        self.add_action(self.ask)
        told = Row(gap=12)
        told.addWidget(self.figure)
        told.addWidget(self.between, 1)
        whole = Column(self._told, gap=4)
        whole.addLayout(told)
        whole.holding(self.view, self.twin)
        to_know = Label(TO_KNOW, scale="small", weight="strong")
        Column(self._missing, gap=8).holding(self.words, to_know, self.lacks)
        self.body.holding(self._told, self._missing, self.how, None)
        self.how.hide()
        self.twin.hide()
        self.ask.clicked.connect(self._turn)

    def show_opportunity(self, told: Opportunity) -> None:
        """Other figures, or other words on what is missing."""
        self.set_title(told.title)
        self.how.setText(told.how)
        self._told.setVisible(told.chart is not None)
        self._missing.setVisible(told.chart is None)
        if told.chart is None:
            self.words.setText(told.missing)
            self.lacks.setText("\n".join(told.lacks))
            return
        self.figure.setText(told.figure)
        self.between.setText(told.between)
        self.view.show_chart(told.chart)
        self.twin.show_report(told.chart.twin)

    def show_as_table(self, as_table: bool) -> None:
        """The twin in place of the drawing, or back."""
        self.view.setVisible(not as_table)
        self.twin.setVisible(as_table)

    def _turn(self) -> None:
        shows = self.how.isHidden()
        self.how.setVisible(shows)
        self.ask.set_words(HOW_HIDE if shows else HOW)
        if shows:
            announce(self, self.how.text())
