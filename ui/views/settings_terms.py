"""Terms in force: read only, each group with where it comes from and where it is changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.language import tr
from ui.models.terms import TermGroup, TermsModel
from ui.views.settings_panel import SettingsPanel
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.layout import Column, Label, Rule, clear

TITLE = tr("Terms in force")
LEAD = tr("What this desk works with today. Nothing is changed here.")
FROM, CHANGE = tr("From: {source}"), tr("To change: {change}")


class TermsPanel(SettingsPanel):
    """A card a group; the page itself takes the focus, so that arrows read down it."""

    def __init__(self, model: TermsModel, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, LEAD, parent)
        self._model = model
        self._cards = Column(gap=14)
        self.body.addLayout(self._cards)
        self.body.addStretch(1)
        self.sheet.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sheet.setAccessibleName(TITLE)
        model.shown.connect(self._show)

    def refresh(self) -> None:
        """Read what holds now."""
        self._model.refresh()

    def _show(self, groups: Sequence[TermGroup]) -> None:
        clear(self._cards)
        for group in groups:
            card = Card(group.title, gap=10)
            facts = Facts(group.title, label_width=300)
            facts.show_facts(group.lines)
            source = FROM.format(source=group.source)
            change = CHANGE.format(change=group.change)
            card.body.holding(facts, Rule())
            for words in (source, change):
                card.body.addWidget(Label(words, scale="small", role="text2", wrap=True))
            self._cards.addWidget(card)
