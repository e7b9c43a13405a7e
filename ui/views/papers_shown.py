"""Papers shown at the desk: what the patient has with them, or will bring later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.casework.papers import PaperState
from app.services.paper_lines import EvidenceLine
from ui.language import tr
from ui.models.documents import DocumentsModel
from ui.views.papers_panel import PapersPanel
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.layout import Column

TITLE = tr("Papers shown")
BACK = tr("Back to the patient")
NONE, SOME = tr("Papers shown"), tr("Papers shown: {count}")
TO_COME = tr("Papers shown: {count}, {later} to come")


class PapersShown(QWidget):
    """A page of the desk; `opener()` makes a button that opens it and says how many there are.

    `wanted()` when an opener is pressed, `closed()` to go back to the patient.
    """

    wanted = Signal()
    closed = Signal()

    def __init__(
        self, model: DocumentsModel, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self.openers: list[Button] = []
        self._here = ""
        self.papers = PapersPanel(model, today, officer=False)
        self.back = Button(BACK, icon="chevron-left", small=True)
        card = Card(TITLE, scale="screen", gap=10)
        card.add_action(self.back)
        card.body.addWidget(self.papers, 1)
        Column(self, margins=(24, 16, 24, 12)).addWidget(card, 1)
        self.back.clicked.connect(self.closed)
        model.listed.connect(self._count)

    def opener(self) -> Button:
        """One more button that opens this page."""
        button = Button(NONE, icon="file-text")
        button.clicked.connect(self.wanted)
        self.openers.append(button)
        return button

    def follow(self, registration_id: str) -> None:
        """Whose papers these are; nobody's where empty."""
        if registration_id == self._here:
            return
        self._here = registration_id
        self._model.close()
        self.papers.forget(registration_id)
        self._count(())
        if registration_id:
            self._model.open(registration_id)
            self._model.refresh()

    def take_focus(self) -> None:
        """The first thing to do."""
        self.papers.take_focus()

    def close_panel(self) -> bool:
        """Esc: from a part to the papers, from these to the patient."""
        if not self.papers.close_part():
            self.closed.emit()
        return True

    def _count(self, lines: Sequence[EvidenceLine]) -> None:
        count = len(lines)
        later = sum(line.state is PaperState.PROMISED for line in lines)
        words = TO_COME if later else SOME if count else NONE
        for button in self.openers:
            button.set_words(words.format(count=count, later=later))
