"""A copy is taken out for good: what goes, what stays, and why, before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.services.paper_lines import EvidenceLine
from ui.language import tr
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.choices import RadioList
from ui.widgets.layout import Column, Label, Row

TITLE = tr("Take the copy of “{paper}” out?")
GOES_ONE, GOES = (
    tr("1 page goes for good and cannot be brought back."),
    tr("{count} pages go for good and cannot be brought back."),
)
STAYS = tr("What was seen, its dates, whether it is relied on and this reason stay.")
WHY = tr("Why")
CHOOSE = tr("Choose why the copy is taken out.")
DO_IT, KEEP = tr("Take it out"), tr("Keep the copy")


class CopyRemoval(QWidget):
    """`confirmed(evidence_id, reason)`, or `kept()`."""

    confirmed = Signal(str, str)
    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence_id = ""
        self.title = Label("", scale="title", weight="strong", wrap=True)
        self.goes = Label("", wrap=True)
        self.reasons = RadioList(WHY, ())
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self.do_it = Button(DO_IT, icon="x")
        self.keep = Button(KEEP, icon="chevron-left")
        self._choices = Column()
        self._choices.addWidget(self.reasons)
        Column(self, gap=12).holding(
            *(self.title, self.goes, Label(STAYS, role="text2", wrap=True)),
            *(Label(WHY, weight="strong"), self._choices, self.problem),
            Row(gap=12).holding(self.do_it, self.keep, None),
            None,
        )
        self.do_it.clicked.connect(self._confirm)
        self.keep.clicked.connect(self.kept)

    def set_reasons(self, reasons: Sequence[tuple[str, str]]) -> None:
        """What can be said."""
        before, self.reasons = self.reasons, RadioList(WHY, reasons)
        self._choices.replaceWidget(before, self.reasons)
        before.hide()
        before.deleteLater()

    def ask(self, line: EvidenceLine) -> None:
        """About this paper; nothing is chosen beforehand."""
        self._evidence_id = line.evidence_id
        self.title.setText(TITLE.format(paper=line.short))
        self.goes.setText(GOES_ONE if line.pages == 1 else GOES.format(count=line.pages))
        self.problem.hide()
        self.reasons.set_value(None)
        self.reasons.setFocus()

    def _confirm(self) -> None:
        reason = self.reasons.value()
        if reason is None:
            self.problem.setText(CHOOSE)
            self.problem.show()
            self.reasons.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, CHOOSE, assertive=True)
            return
        self.confirmed.emit(self._evidence_id, str(reason))
