"""What each step of the set-up asks for: a form that reads and shows a `NewDesk`."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.language import tr
from ui.models.first_run import FirstRunModel, NewDesk, NewPerson, Place, folder_words
from ui.models.pdf import PdfModel
from ui.views.first_run_form import Form
from ui.views.pdf_out import PdfOut, show_dialog
from ui.views.share_fields import ShareFields
from ui.views.share_test import ShareTest
from ui.widgets.button import Button
from ui.widgets.choices import RadioList
from ui.widgets.facts import Facts
from ui.widgets.field import Field
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Grid, Icon, Label, Row
from ui.widgets.long_tick import LongTick

DEMO, LIVE = "demo", "live"
PICTURES = tr("Pictures (*.png *.jpg *.jpeg)")


class StartForm(Form):
    """Made-up patients or real ones."""

    title = tr("What is this computer for?")
    lead = tr("The same questions for everyone, and care is never held up by them.")

    def __init__(self) -> None:
        super().__init__()
        self.choice = RadioList(
            self.title,
            [
                (DEMO, tr("Try it with made-up patients")),
                (LIVE, tr("Register real patients")),
            ],
            gap=10,
        )
        notes = (
            tr("The demo is a file of its own under a hatched strip. Nothing in it is sent."),
            tr("Real records are encrypted from the first. It takes about 10 minutes."),
        )
        self.body.addWidget(self.choice)
        for note in notes:
            self.body.addWidget(Label(note, role="text2", wrap=True))

    def first_input(self) -> QWidget:
        """The first choice; nothing is chosen."""
        return self.choice


class TrustForm(Form):
    """Whose desk it is."""

    title = tr("Whose desk is this?")
    lead = tr("Letters and invoices begin with the trust’s name, and numbers with its code.")

    def __init__(self) -> None:
        super().__init__()
        self.choose = Button(tr("Choose a &picture"), icon="folder")
        self.fields = {
            "trust_name": Field(tr("&Name of the trust"), LineEdit()),
            "provider_code": Field(tr("&ODS code"), LineEdit(), hint=tr("Such as R1H")),
            "desk": Field(tr("Name of this &desk"), LineEdit(), hint=tr("Such as Desk 3")),
            "device": Field(
                tr("Number of this co&mputer"), LineEdit(), hint=tr("D01 to D80; no two alike")
            ),
            "logo_file": Field(
                tr("&Logo for letters"),
                LineEdit(),
                hint=tr("A PNG or JPEG picture. It can be left for later."),
            ),
        }
        grid = Grid(gap=(16, 12))
        for place, name in enumerate(("provider_code", "desk", "device")):
            grid.addWidget(self.fields[name], 0, place, Qt.AlignmentFlag.AlignBottom)
            grid.setColumnStretch(place, 1)  # an error moves its own column alone
        self.body.addWidget(self.fields["trust_name"])
        self.body.addLayout(grid)
        self.body.addWidget(self.fields["logo_file"])
        self.body.addLayout(Row().holding(self.choose, None))
        self.choose.clicked.connect(self._choose)

    def show_new(self, new: NewDesk) -> None:
        """As typed before."""
        for name, field in self.fields.items():
            field.input.setText(getattr(new, name))

    def read(self, new: NewDesk) -> NewDesk:
        """With the trust's names and numbers."""
        return replace(new, **{name: one.input.text() for name, one in self.fields.items()})

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.choose.text(), "", PICTURES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.fields["logo_file"].input.setText)
        show_dialog(dialog)


class KeyForm(Form):
    """Where the records lie, and what opens them."""

    title = tr("Where are the records kept?")
    lead = tr("Always on this computer, encrypted, written at once.")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.fields = {
            "passphrase": Field(
                tr("&Passphrase of this desk"),
                LineEdit(password=True),
                hint=tr("12 characters or more, such as four words"),
            ),
            "passphrase_again": Field(tr("The passphrase &again"), LineEdit(password=True)),
        }
        self.key_store = LongTick(
            tr("Keep it in this computer’s key store, so that Recoup opens without being asked")
        )
        well = not place.problem
        found = Label(folder_words(place), weight="label", role="success" if well else "error")
        found.setWordWrap(True)
        icon = Icon("circle-check" if well else "alert-circle", role="success" if well else "error")
        line = Row(gap=8)
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(found, 1)
        self.body.addWidget(Label(tr("Folder"), scale="small", weight="strong"))
        self.body.addWidget(Label(str(place.folder), wrap=True))
        self.body.addLayout(line)
        grid = Grid(gap=(16, 12))
        for column, field in enumerate(self.fields.values()):
            grid.addWidget(field, 0, column, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(grid)
        self.body.addWidget(self.key_store)
        self.body.addWidget(
            Label(
                tr("A printed recovery key comes next. Without either, nobody can read them."),
                role="text2",
                wrap=True,
            )
        )

    def show_new(self, new: NewDesk) -> None:
        """As typed before."""
        for name, field in self.fields.items():
            field.input.setText(getattr(new, name))
        self.key_store.setChecked(new.key_store)

    def read(self, new: NewDesk) -> NewDesk:
        """With the passphrase."""
        typed = {name: one.input.text() for name, one in self.fields.items()}
        return replace(new, **typed, key_store=self.key_store.isChecked())


class RecoveryForm(Form):
    """The key for the day the passphrase is lost."""

    title = tr("Print the recovery key")
    lead = tr("It opens the records when the passphrase is lost. There is no other copy.")

    def __init__(self, model: FirstRunModel) -> None:
        super().__init__()
        self._model = model
        self.pdf = PdfModel(None, model.files, model.files)
        self.out = PdfOut(self.pdf, in_words=True)
        self.key = Label("", scale="title", weight="strong", wrap=True)
        self.key.setAccessibleDescription(tr("The recovery key, in groups of four"))
        self.told = Label("", weight="label", role="success", wrap=True)
        self.fields = {
            "recovery_again": Field(
                tr("Its &last four letters and digits"),
                LineEdit(),
                hint=tr("From the printed sheet, to be sure that it is there"),
            )
        }
        buttons = Row(gap=12)
        buttons.addWidget(Label(tr("The sheet:"), weight="label"))
        buttons.addWidget(self.out, 1)
        self.body.addWidget(self.key)
        self.body.addLayout(buttons)
        self.body.addWidget(self.told)
        self.body.addWidget(self.fields["recovery_again"])
        self.out.told.connect(self.told.setText)
        model.sheet.connect(self._take)

    def show_new(self, new: NewDesk) -> None:
        """The key in groups, and its sheet ready to print."""
        self.key.setText("   ".join(new.recovery_key.split("-")))
        self.fields["recovery_again"].input.setText(new.recovery_again)
        if new.recovery_key:
            self._model.make_sheet()

    def read(self, new: NewDesk) -> NewDesk:
        """With what was typed back."""
        return replace(new, recovery_again=self.fields["recovery_again"].input.text())

    def _take(self, pdf: bytes) -> None:
        self.pdf.show(tr("Recovery key"), pdf, 1)


class PeopleForm(Form):
    """Two administrators, each with a password of their own."""

    title = tr("Who looks after this desk?")
    lead = tr("Two administrators: one can let the other in again. They see no patient’s data.")

    def __init__(self) -> None:
        super().__init__()
        self.fields = {}
        across = Grid(gap=(24, 10))
        for number, head in enumerate((tr("First"), tr("Second")), start=1):
            fields = _person_fields(number)
            self.fields |= fields
            across.addWidget(Label(head, weight="strong"), 0, number - 1)
            for line, field in enumerate(fields.values(), start=1):
                across.addWidget(field, line, number - 1, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(across)
        order = list(self.fields.values())
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before.input, after.input)

    def show_new(self, new: NewDesk) -> None:
        """As typed before."""
        for number, one in enumerate(new.administrators, start=1):
            for name in _PERSON:
                self.fields[f"{name}_{number}"].input.setText(getattr(one, name))

    def read(self, new: NewDesk) -> NewDesk:
        """With both people."""
        first, second = (
            NewPerson(**{name: self.fields[f"{name}_{number}"].input.text() for name in _PERSON})
            for number in (1, 2)
        )
        return replace(new, administrators=(first, second))


class ShareForm(Form):
    """Where finance hears of what is invoiced and paid."""

    title = tr("Where does finance read?")
    lead = tr("A folder both can reach. It can be left for later; nothing is lost meanwhile.")
    share_changed = Signal()

    def __init__(self, model: FirstRunModel) -> None:
        super().__init__()
        self.where = ShareFields(
            tr("&Folder of the share"),
            tr("A folder, file:///folder or smb://USER@SERVER/SHARE/FOLDER"),
        )
        self.fields = {"share": self.where.share, "share_password": self.where.password}
        self.test = ShareTest(model.trial(), self.where)
        self.body.holding(self.where, self.test)


class FactsForm(Form):
    """Something to read and no more."""

    def __init__(self, title: str, lead: str) -> None:
        super().__init__()
        self.title, self.lead = title, lead
        self.facts = Facts(title, label_width=190, gap=10)
        self.body.addWidget(self.facts)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Other facts."""
        self.facts.show_facts(facts)


_PERSON = ("display_name", "name", "password", "password_again")


def _person_fields(number: int) -> dict[str, Field[Any]]:
    labels = {
        "display_name": tr("Name, as others see it"),
        "name": tr("Sign-in name, such as jpatel"),
        "password": tr("Password, 12 characters or more"),
        "password_again": tr("The password again"),
    }
    return {
        f"{name}_{number}": Field(label, LineEdit(password=name.startswith("password")))
        for name, label in labels.items()
    }
