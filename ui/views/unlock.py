"""Unlocking a desk whose key no key store of this machine holds."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from ui.language import told, tr
from ui.theme import current
from ui.widgets import paint
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Column, Label, Row
from ui.widgets.page import Page
from ui.widgets.scroll import Scroll

TITLE = tr("Unlock this desk")
WHY = tr("Its records are encrypted. Give the passphrase it was set up with, or the recovery key.")
PASSPHRASE = tr("Passphrase")
UNLOCK = tr("Unlock")
GIVE = tr("Type the passphrase of this desk, or its recovery key.")


class UnlockView(Page):
    """One field; Enter presses its button. A wrong passphrase says so and changes nothing.

    It is the first window of a desk that nothing else opens.
    """

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.passphrase = Field(PASSPHRASE, LineEdit(password=True))
        self.button = Button(UNLOCK, kind="primary", key="Enter", main=True, icon="lock")
        paint.begin_with(self.button, current().colour("on_action"))
        self._card = Card(margins=(32, 28, 32, 32), gap=14)
        self._card.body.addWidget(Label(TITLE, scale="screen", weight="strong"))
        self._card.body.addWidget(Label(WHY, role="text2", wrap=True))
        self._card.body.addWidget(self.passphrase)
        self._card.body.addLayout(Row().holding(self.button, None))
        inside = QWidget()
        across = Row()
        across.addStretch(1)
        across.addWidget(self._card)
        across.addStretch(1)
        Column(inside, margins=(24, 60, 24, 24)).holding(across, None)
        Column(self).addWidget(Scroll(inside))
        self.button.clicked.connect(self._try)
        self.restyle()

    def opened(self) -> None:
        """The page is shown: type at once."""
        self.button.setEnabled(True)
        self.passphrase.input.setFocus()

    @property
    def is_waiting(self) -> bool:
        """Whether a passphrase was given and the store is being opened."""
        return not self.button.isEnabled()

    def refuse(self, known: Known) -> None:
        """Say why it did not open."""
        self.button.setEnabled(True)
        self._say(told(known))

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing of what was typed stays for whoever sees this page next."""
        super().hideEvent(event)
        if event.spontaneous():  # the window is only out of the way
            return
        self.passphrase.input.clear()
        self.passphrase.set_error("")

    def restyle(self) -> None:
        """As wide as the text is large."""
        self._card.setFixedWidth(min(current().px(460), 900))

    def _try(self) -> None:
        self.passphrase.set_error("")
        given = self.passphrase.input.text()
        if not given:
            self._say(GIVE)
            return
        self.button.setEnabled(False)  # a store is opened once, and that takes its time
        self.given.emit(given)

    def _say(self, problem: str) -> None:
        from ui.widgets.announce import announce  # the first window has nothing to announce yet

        self.passphrase.set_error(problem)
        self.passphrase.input.setFocus()
        announce(self, problem, assertive=True)
