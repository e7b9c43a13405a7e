"""The step of the set-up that asks which machines belong together: the first, or one let in."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from app.services.first_machine import FirstMachine
from ui.language import tr
from ui.models.enrolment import EnrolmentModel
from ui.models.pdf import PdfModel
from ui.views.file_field import FileField
from ui.views.first_run_form import Form
from ui.views.join_fields import JoinFields
from ui.views.pdf_out import PdfOut
from ui.widgets.choices import RadioList
from ui.widgets.field import Field
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Column, Grid, Label, Row

FIRST, JOIN, LATER = "first", "join", "later"
CHOOSE = tr("Choose one. It can be left for later.")
PRINT, PRINT_LEAD = (
    tr("Print the trust’s recovery key"),
    tr(
        "The trust’s keys are made, and this machine is let in. This key opens the file when its "
        "passphrase is lost. There is no other copy."
    ),
)
KEY_FILE = "recoup-{trust}.keys"


class JoinForm(Form):
    """`left()` once the step is done, or left for later."""

    title = tr("Does another machine of the trust use Recoup?")
    lead = tr(
        "Machines of a trust let each other in: what they send, only they can read. Whatever you "
        "choose, this desk works at once, and what it has for others waits here."
    )
    left = Signal()
    refused = Signal(object)  # Known

    def __init__(self, model: EnrolmentModel) -> None:
        super().__init__()
        self.model = model
        self.choice = RadioList(
            self.title,
            [
                (FIRST, tr("No, this is the first")),
                (JOIN, tr("Yes: ask that this one be let in")),
                (LATER, tr("Leave it for later")),
            ],
        )
        self.first = FirstFields(model)
        self.join = JoinFields(model)
        self.printed = PrintedKey(model)
        self.fields = self.first.fields | self.join.fields | self.printed.fields
        self.body.holding(self.choice, self.first, self.join, self.printed)
        self._show()
        self.choice.chosen.connect(lambda _: self._show())
        model.founded.connect(self._founded)
        model.joined.connect(self.left)

    def go_on(self) -> None:
        """Do what was chosen; `left` follows, or a problem is told."""
        match self.choice.value():
            case "first" if self.printed.is_shown():
                self._check_printed()
            case "first":
                self.first.found()
            case "join" if self.join.grant.text().strip():
                self.model.join(self.join.grant.text())
            case "join" | "later":
                self.left.emit()
            case _:
                self.refused.emit(Known("nothing_chosen", CHOOSE))

    def first_input(self) -> QWidget:
        """The choice, or the key to be typed back."""
        return self.printed.again.input if self.printed.is_shown() else self.choice

    def _show(self) -> None:
        chosen, founded = self.choice.value(), self.printed.is_shown()
        self.choice.setVisible(not founded)
        self.first.setVisible(chosen == FIRST and not founded)
        self.join.setVisible(chosen == JOIN and not founded)
        self.printed.setVisible(founded)

    def _founded(self, first: FirstMachine) -> None:
        self.title, self.lead = PRINT, PRINT_LEAD
        self.first.forget()
        self.printed.show_first(first)
        self._show()

    def _check_printed(self) -> None:
        try:
            self.printed.check()
        except Known as known:
            self.refused.emit(known)
            return
        self.left.emit()


class FirstFields(QWidget):
    """A passphrase for the trust's keys, and the file they go to."""

    def __init__(self, model: EnrolmentModel) -> None:
        super().__init__()
        self._model = model
        self.passphrase = Field(
            tr("&Passphrase of the trust’s keys"),
            LineEdit(password=True),
            hint=tr("12 characters or more; another than this desk’s"),
        )
        self.again = Field(tr("The passphrase &again"), LineEdit(password=True))
        self.place = FileField(
            tr("&File for the trust’s keys"),
            choose=tr("Choose &where"),
            hint=tr("A new file, best on a stick that is then locked away. No desk needs it."),
            saving=KEY_FILE.format(trust=model.desk.trust.provider_code),
        )
        self.fields: dict[str, Field[Any]] = {
            "trust_passphrase": self.passphrase,
            "trust_passphrase_again": self.again,
            "trust_keys": self.place.field,
        }
        why = tr("These keys let machines in and open everything that machines of the trust send.")
        grid = Grid(gap=(16, 12))
        for column, field in enumerate((self.passphrase, self.again)):
            grid.addWidget(field, 0, column, Qt.AlignmentFlag.AlignBottom)
        whole = Column(self, gap=12)
        whole.addWidget(Label(why, role="text2", wrap=True))
        whole.addLayout(grid)
        whole.addWidget(self.place)

    def found(self) -> None:
        """Make the keys."""
        self._model.found(self.passphrase.input.text(), self.again.input.text(), self.place.text())

    def forget(self) -> None:
        """Take the passphrase off the screen."""
        self.passphrase.input.clear()
        self.again.input.clear()


class PrintedKey(QWidget):
    """The recovery key of the trust's keys: printed, and typed back by its end."""

    def __init__(self, model: EnrolmentModel) -> None:
        super().__init__()
        self._model = model
        self._shown = False
        self.pdf = PdfModel(None, model.files, model.files)
        self.out = PdfOut(self.pdf, in_words=True)
        self.key = Label("", scale="title", weight="strong", wrap=True)
        self.key.setAccessibleDescription(
            tr("The recovery key of the trust’s keys, in groups of four")
        )
        self.fingerprint = Label("", role="text2", wrap=True)
        self.told = Label("", weight="label", role="success", wrap=True)
        self.again = Field(
            tr("Its &last four letters and digits"),
            LineEdit(),
            hint=tr("From the printed sheet, to be sure that it is there"),
        )
        self.fields: dict[str, Field[Any]] = {"trust_recovery_again": self.again}
        self._printing = QWidget()
        buttons = Row(gap=12)
        buttons.addWidget(Label(tr("The sheet:"), weight="label"))
        buttons.addWidget(self.out, 1)
        printing = Column(self._printing, gap=12)
        printing.addWidget(self.key)
        printing.addLayout(buttons)
        printing.holding(self.told, self.again)
        Column(self, gap=12).holding(self._printing, self.fingerprint)
        self.out.told.connect(self.told.setText)
        model.sheet.connect(lambda pdf: self.pdf.show(tr("Recovery key of the trust"), pdf, 1))

    def is_shown(self) -> bool:
        """Whether there is a key to be printed, or was one."""
        return self._shown

    def show_first(self, first: FirstMachine) -> None:
        """The key just made."""
        self._shown = True
        self.key.setText("   ".join(self._model.recovery_key.split("-")))
        self.fingerprint.setText(
            tr(
                "Fingerprint of the trust, to be compared when a machine joins: {fingerprint}"
            ).format(fingerprint=first.fingerprint)
        )

    def check(self) -> None:
        """Whether its end was typed back; then nothing of it stays. Raises BadInput."""
        if self._model.recovery_key:
            self._model.require_printed(self.again.input.text())
        self.key.setText("")
        self.pdf.close()
        self._printing.hide()
