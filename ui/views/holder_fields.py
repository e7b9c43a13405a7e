"""For whoever holds the trust's key file: the file, a request to grant, a reason to take off.

holder = HolderFields()
holder.key_file()                    # for one act; the passphrase is gone from the screen
"""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from ui.language import tr
from ui.models.machines import DESKS, DUTY_NAMES, Duty, KeyFile
from ui.views.file_field import FileField
from ui.widgets.button import Button
from ui.widgets.choices import TickBox
from ui.widgets.field import Field
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Column, Row
from ui.widgets.typed import typed_in


class HolderFields(QWidget):
    """The key file and its passphrase; below, a request to grant, or a reason to take off."""

    def __init__(self) -> None:
        super().__init__()
        self.keys = FileField(tr("Trust’s key file"), choose=tr("Choose the ke&y file"))
        self.passphrase = Field(tr("Its passphrase"), LineEdit(password=True))
        self.request = FileField(
            tr("Request of the machine to let in"), choose=tr("Choose its reque&st")
        )
        self.boxes = {duty: TickBox(DUTY_NAMES[duty]) for duty in DESKS}
        boxes = QWidget()
        row = Row(boxes, gap=18)
        row.holding(*self.boxes.values(), None)
        boxes.setFocusProxy(self.boxes[Duty.DESK])
        self.duties_field = Field(
            tr("What it is for"),
            boxes,
            hint=tr("A ward laptop may be lost; an officer’s machine sees every case"),
        )
        self.grant = FileField(
            tr("Grant file to carry back"), choose=tr("Choose whe&re"), saving="recoup.grant"
        )
        self.look = Button(tr("C&ompare and let in"), icon="shield-check")
        self.because = Field(
            tr("Why the machine chosen above is taken off"),
            LineEdit(),
            hint=tr("Such as: left on a train"),
        )
        self.take_off = Button(tr("Ta&ke off the list"), icon="x")
        self.fields: dict[str, Field[Any]] = {
            "keys": self.keys.field,
            "passphrase": self.passphrase,
            "asked": self.request.field,
            "duties": self.duties_field,
            "granted": self.grant.field,
            "because": self.because,
        }
        whole = Column(self, gap=12)
        whole.holding(self.keys, self.passphrase, self.request, self.duties_field, self.grant)
        whole.addLayout(Row().holding(self.look, None))
        whole.addWidget(self.because)
        whole.addLayout(Row().holding(self.take_off, None))
        self._typed = typed_in(self, "holder").of_person()

    def key_file(self) -> KeyFile:
        """For one act: the passphrase leaves the screen with it."""
        keys = KeyFile(self.keys.text(), self.passphrase.input.text())
        self.passphrase.input.clear()
        return keys

    def duties(self) -> frozenset[Duty]:
        """What was ticked."""
        return frozenset(duty for duty, box in self.boxes.items() if box.isChecked())

    def forget(self) -> None:
        """An act is done: the next begins empty."""
        self.request.clear()
        self.grant.clear()
        self.because.input.clear()
        for box in self.boxes.values():
            box.setChecked(False)
        self._typed.done()
