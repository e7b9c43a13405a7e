"""Verifying the audit: each row holds the hash of the one before; progress, and Cancel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from app.services.auditing import Walked
from ui.bound import bound
from ui.language import told, tr
from ui.models.audit_chain import ChainModel
from ui.views.settings_panel import SettingsPanel
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.layout import Column, Icon, Label, Row
from ui.widgets.progress import Bar

TITLE = tr("Verify the audit")
LEAD = tr(
    "Every row of the audit holds the hash of the row before it. This computes each of them anew, "
    "then reads every page of the file: what was altered is found, and where."
)
VERIFY, CANCEL = tr("&Verify"), tr("Cancel")
FAR = tr("{rows} of {of} rows")
SOUND = tr("The audit is whole: {rows} rows, each following on the one before.")
BROKEN = tr(
    "Row {row} does not follow on the row before it. Tell whoever answers for information "
    "security, and keep this computer as it is."
)
STOPPED = tr("Stopped. Nothing was found so far, and nothing was changed.")


class ChainPanel(SettingsPanel):
    """One button; the bar stands in its place while the chain is walked."""

    def __init__(self, model: ChainModel, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, LEAD, parent)
        self._model = model
        self.verify = Button(VERIFY, kind="primary", icon="shield-check")
        self.cancel = Button(CANCEL, icon="x")
        self.bar = Bar(TITLE)
        self.far = Label("", role="text2")
        self.sign = Icon("circle-check", role="success")
        self.result = Label("", weight="strong", wrap=True)
        self._build()
        self.verify.clicked.connect(self._start)
        self.cancel.clicked.connect(model.cancel)
        model.progressed.connect(self._show_far)
        model.verified.connect(self._show_result)
        model.stopped.connect(bound(self, lambda: self._end(STOPPED)))
        model.refused.connect(self._show_refused)

    def take_focus(self) -> None:
        """On what is to be pressed."""
        target = self.cancel if self._model.going else self.verify
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        card = Card(gap=14)
        self._going = QWidget()
        Column(self._going, gap=8).holding(self.far, self.bar, Row().holding(self.cancel, None))
        self._said = QWidget()
        line = Row(self._said, gap=10)
        line.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.result, 1)
        card.body.holding(self._said, self._going)
        card.body.addLayout(Row().holding(self.verify, None))
        self.body.holding(card, None)
        for part in (self._said, self._going):
            part.hide()

    def _start(self) -> None:
        self.clear_problems()
        self._said.hide()
        self.far.setText("")
        self.bar.show_progress(0, 1)
        self._going.show()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.verify.hide()
        self._model.start()

    def _show_far(self, rows: int, of: int) -> None:
        self.far.setText(FAR.format(rows=f"{rows:,}", of=f"{of:,}"))
        self.bar.show_progress(rows, of)

    def _show_result(self, walked: Walked) -> None:
        if walked.first_bad_seq is None:
            self._end(SOUND.format(rows=f"{walked.rows:,}"), icon="circle-check", role="success")
        else:
            words = BROKEN.format(row=walked.first_bad_seq)
            self._end(words, icon="alert-triangle", role="error")

    def _show_refused(self, known: Known) -> None:
        self._end(told(known), icon="alert-triangle", role="error")

    def _end(self, words: str, *, icon: str = "info-circle", role: str = "text2") -> None:
        had_focus = self.cancel.hasFocus()
        self.verify.show()
        if had_focus:
            self.verify.setFocus(Qt.FocusReason.OtherFocusReason)
        self._going.hide()
        self.sign.set(icon, role)
        self.result.setText(words)
        self._said.show()
        announce(self, words, assertive=role == "error")
