"""The middle of a case: the papers shown, looked at and weighed; none is compulsory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services.paper_lines import EvidenceLine
from ui.language import tr
from ui.models.documents import DocumentsModel
from ui.views.papers_panel import PapersPanel
from ui.widgets.button import Button
from ui.widgets.choices import TickBox
from ui.widgets.typed import Typed

NO_EVIDENCE = tr("&No evidence offered")
ENTER_CARD = tr("&Enter a card or certificate")


class EvidencePanel(PapersPanel):
    """`weighed(evidence_id, relied_on)` and `changed()` as of the papers.

    `card_wanted`: a card is to be taken down field by field, for finance's report.
    """

    card_wanted = Signal()

    def __init__(
        self,
        model: DocumentsModel,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(model, today, officer=True, parent=parent)
        self.no_evidence = nothing = TickBox(NO_EVIDENCE)
        self._nothing = Typed(self, "nothing", read=nothing.isChecked, show=nothing.setChecked)
        self.card = Button(ENTER_CARD, icon="id")
        for part in (self.card, self.no_evidence):
            self.feet.addWidget(part)
        self.card.clicked.connect(self.card_wanted)

    def begin(self, registration_id: str) -> None:
        """Another case: that nothing was offered is said anew, unless this person had said it."""
        self._nothing.set_down()
        self.no_evidence.setChecked(False)
        self._nothing.take_up(registration_id)

    def done(self) -> None:
        """It was said with the decision."""
        self._nothing.done()

    def show_lines(self, lines: Sequence[EvidenceLine]) -> None:
        """With something relied on, nobody says that nothing was offered."""
        super().show_lines(lines)
        relied = any(line.relied_on for line in lines)
        self.no_evidence.setVisible(not relied)
        if relied:
            self.no_evidence.setChecked(False)
