"""Papers shown at the desk: what the patient has with them, or will bring later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
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
CLOSE = tr("Back to the patient")
NONE, ONE, MANY = tr("Papers shown"), tr("Papers shown: 1"), tr("Papers shown: {count}")
WILL_COME = tr("{count} to come")


class PapersShown(QWidget):
    """`open(registration_id)` shows the papers of an open registration; `closed()` goes back.

    Mount it where the page's own parts are, hide these while it is open, and give the person
    `opener`, a button that says how many there are.
    """

    closed = Signal()

    def __init__(
        self, model: DocumentsModel, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self.opener = Button(NONE, icon="file-text")
        self.papers = PapersPanel(model, today, officer=False)
        self.close_button = Button(CLOSE, icon="chevron-left", small=True)
        card = Card(TITLE, gap=10)
        card.head.addWidget(self.close_button)
        card.body.addWidget(self.papers, 1)
        Column(self).addWidget(card, 1)
        self.close_button.clicked.connect(self.close_panel)
        model.listed.connect(self._count)
        self.hide()

    def follow(self, registration_id: str) -> None:
        """Whose papers the opener counts; nobody's where empty."""
        if not registration_id:
            self._model.close()
            self.papers.forget()
            self._count(())
            return
        self._model.open(registration_id)
        self._model.refresh()

    def open(self) -> None:
        """Show them, and put the keys to the first thing to do."""
        self.show()
        self.papers.take_focus()

    def close_panel(self) -> bool:
        """Esc: from a part to the papers, from these to the page; True when something closed."""
        if self.isHidden():
            return False
        if not self.papers.close_part():
            self.hide()
            self.closed.emit()
            self.opener.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _count(self, lines: Sequence[EvidenceLine]) -> None:
        count = len(lines)
        words = NONE if not count else ONE if count == 1 else MANY.format(count=count)
        later = sum(line.state is PaperState.PROMISED for line in lines)
        if later:
            words = f"{words} ({WILL_COME.format(count=later)})"
        self.opener.set_words(words)
