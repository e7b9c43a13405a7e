"""Asking that this machine be let in, and taking the grant: for the first run and the settings.

fields = JoinFields(EnrolmentModel(...))
fields.show_standing(standing)
fields.grant.text()                       # the file to be taken, or nothing yet
"""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from app.services.own_standing import Standing
from ui.language import tr
from ui.models.enrolment import EnrolmentModel
from ui.views.file_field import FileField
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Column, Label, Row
from ui.widgets.typed import typed_in

NAME, NAME_HINT = tr("Name of this mac&hine"), tr("As people know it, such as Ward 7 laptop")
REQUEST, REQUEST_HINT = (
    tr("Re&quest file"),
    tr("A new file, on a stick or the share. It holds no secret."),
)
GRANT, GRANT_HINT = (
    tr("&Grant file"),
    tr("As the administrator gives it back. It can be left for another day."),
)
CHOOSE_REQUEST, CHOOSE_GRANT = tr("Choose &where"), tr("Choose the gran&t")
SAVE, RENEW = tr("Save the re&quest"), tr("New keys: save their re&quest")
READ_OUT = tr("Read this to the administrator: {fingerprint}")
FILE_NAME = "recoup-{code}.request"


class JoinFields(QWidget):
    """The request above, the grant below; `fields` by the names of their problems."""

    def __init__(self, model: EnrolmentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.name = Field(NAME, LineEdit(model.name), hint=NAME_HINT)
        self.request = FileField(
            REQUEST.replace("&", ""),
            choose=CHOOSE_REQUEST,
            hint=REQUEST_HINT,
            saving=FILE_NAME.format(code=model.desk.device),
        )
        self.save = Button(SAVE, icon="download")
        self.fingerprint = Label("", weight="strong", wrap=True)
        self.grant = FileField(GRANT, choose=CHOOSE_GRANT, hint=GRANT_HINT)
        self.fields: dict[str, Field[Any]] = {
            "name": self.name,
            "request": self.request.field,
            "grant": self.grant.field,
        }
        whole = Column(self, gap=12)
        whole.holding(self.name, self.request)
        whole.addLayout(Row().holding(self.save, None))
        whole.holding(self.fingerprint, self.grant)
        self.fingerprint.hide()
        self.typed = typed_in(self, "join").of_person()
        self.save.clicked.connect(self._ask)
        model.asked.connect(self._asked)
        self.renewing = False

    def show_standing(self, standing: Standing) -> None:
        """What was asked before can be read out again; a machine that joined renews its keys."""
        self.renewing = standing.joined
        self.save.set_words(RENEW if standing.joined else SAVE, "download")
        self._tell(standing.fingerprint if not standing.joined or standing.renewing else "")

    def _ask(self) -> None:
        for field in self.fields.values():
            field.set_error("")
        act = self._model.renew if self.renewing else self._model.ask
        act(self.name.input.text(), self.request.text())

    def _asked(self, fingerprint: str) -> None:
        self._tell(fingerprint)

    def _tell(self, fingerprint: str) -> None:
        self.fingerprint.setText(READ_OUT.format(fingerprint=fingerprint))
        self.fingerprint.setVisible(bool(fingerprint))
