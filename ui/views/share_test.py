"""Trying a share, step by step: for the settings, and for a desk that is being set up.

test = ShareTest(ShareTrialModel(...), ShareFields(...))
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.language import tr
from ui.models.share_trial import ShareTrialModel
from ui.views.share_fields import ShareFields
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.layout import Column, Icon, Label, Row
from ui.widgets.waiting import Waiting

TEST = tr("&Test the share")


class ShareTest(QWidget):
    """A button, what is being done, and what came of it; the window never waits for the share."""

    def __init__(
        self, model: ShareTrialModel, where: ShareFields, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._where = model, where
        self.button = Button(TEST, icon="refresh")
        self.waiting = Waiting()
        self.icon = Icon("circle-check", role="success")
        self.words = Label("", weight="label", wrap=True)
        self._outcome = QWidget()
        row = Row(self._outcome, gap=8)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        whole = Column(self, gap=10)
        whole.addLayout(Row().holding(self.button, None))
        whole.holding(self.waiting, self._outcome)
        self._outcome.hide()
        self.button.clicked.connect(self._start)
        self.waiting.cancelled.connect(model.leave)
        model.step.connect(self.waiting.show_step)
        model.ended.connect(self._end)
        for field in (where.share, where.password):  # what came of another share says nothing
            field.input.textChanged.connect(self._outcome.hide)

    def _start(self) -> None:
        self._outcome.hide()
        self._model.start(self._where.address(), self._where.typed_password())

    def _end(self, well: bool, words: str) -> None:
        asked = self.waiting.cancel.hasFocus()
        self.waiting.end()
        self.icon.set(
            "circle-check" if well else "alert-circle", role="success" if well else "error"
        )
        self.words.setText(words)
        self.words.set_role("text" if well else "error")
        self._outcome.show()
        if asked:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words, assertive=not well)
