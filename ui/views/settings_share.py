"""The finance share: where it is, and trying it without sending anything."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.language import tr
from ui.models.share_trial import ShareTrialModel
from ui.models.trust import TrustModel
from ui.views.settings_panel import SettingsPanel
from ui.views.share_fields import ShareFields
from ui.views.share_test import ShareTest
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.layout import Label, Row
from ui.widgets.typed import Beside, typed_in

TITLE = tr("Finance share")
LEAD = tr("What finance must know is put there, and finance’s answers are read from there.")
SHARE, HINT = (
    tr("Folder of the share"),
    tr("A folder, file:///folder or smb://USER@SERVER/SHARE/FOLDER; empty sends nowhere"),
)
KEEP = tr("&Keep")
TEST_TITLE = tr("Does it work?")
TEST_WHY = tr("A small file is written, read back and taken away. Nothing else there is touched.")


class SharePanel(SettingsPanel):
    """The folder and the trial."""

    def __init__(
        self, model: TrustModel, trial: ShareTrialModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(TITLE, LEAD, parent)
        self._model = model
        self.where = ShareFields(SHARE, HINT, model.trust.share)
        self.keep = Button(KEEP, kind="primary", icon="check", key="Enter")
        self.test = ShareTest(trial, self.where)
        self.fields = {"share": self.where.share, "share_password": self.where.password}
        card = Card(gap=12)
        card.body.addWidget(self.where)
        card.body.addLayout(Row().holding(self.keep, None))
        test = Card(TEST_TITLE, gap=10)
        test.body.holding(Label(TEST_WHY, role="text2", wrap=True), self.test)
        self.body.holding(card, test, None)
        self._typed = typed_in(
            card, "share", beside=Beside(TITLE, lambda: model.trust.share)
        ).of_person()
        self.keep.clicked.connect(self._keep)
        model.told.connect(self._tell)
        model.refused.connect(self.refuse)

    def take_focus(self) -> None:
        """On the folder."""
        self.where.share.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        self.clear_problems()
        self._model.set_share(self.where.address(), self.where.typed_password())

    def _tell(self, words: str) -> None:
        self._typed.done()
        self.where.forget_password()
        self.tell(words)
