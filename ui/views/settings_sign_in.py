"""One's own sign-in: a PIN for the shift, the password, leaving for the day."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from ui.language import told, tr
from ui.models.own_settings import OwnSettingsModel
from ui.views.settings_panel import SettingsPanel
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Label, Row

TITLE = tr("Your sign-in")
PIN_TITLE = tr("PIN for your shift")
PIN_WHY = tr(
    "Six digits unlock this desk within 12 hours of your password, for you alone. "
    "After five wrong tries it takes your password."
)
HAS, HAS_NONE = tr("You have a PIN."), tr("You have no PIN yet.")
PIN, NEW_PIN_HINT = tr("New PIN"), tr("Six digits without a pattern")
YOUR_PASSWORD = tr("Your password")
SET, DROP = tr("Set the &PIN"), tr("Have no PIN")
PASSWORD_TITLE = tr("Password")
OLD, NEW = tr("The password you have"), tr("New password")
NEW_HINT = tr("12 characters or more, such as three words. Pasting works.")
CHANGE = tr("Change the pass&word")
SHIFT_TITLE = tr("Leaving for the day")
SHIFT_WHY = tr("The PIN then opens nothing, and the next time takes your password.")
END = tr("&End my shift here")


class OwnSignInPanel(SettingsPanel):
    """Each form has its own fields for what it must know; nothing is typed twice."""

    def __init__(self, model: OwnSettingsModel, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, parent=parent)
        self._model = model
        self.state = Label("", weight="strong")
        self.pin = Field(PIN, LineEdit(password=True), hint=NEW_PIN_HINT)
        self.pin_password = Field(YOUR_PASSWORD, LineEdit(password=True))
        self.set_pin = Button(SET, icon="lock")
        self.drop_pin = Button(DROP, kind="text")
        self.old = Field(OLD, LineEdit(password=True))
        self.new = Field(NEW, LineEdit(password=True), hint=NEW_HINT)
        self.change = Button(CHANGE, icon="check")
        self.end = Button(END, icon="clock")
        self._last = self.pin_password
        self._build()
        self._wire()

    def refresh(self) -> None:
        """Whether there is a PIN."""
        self._model.refresh()

    def take_focus(self) -> None:
        """On the new PIN."""
        self.pin.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        pin = Card(PIN_TITLE, gap=10)
        pin.body.holding(self.state, Label(PIN_WHY, role="text2", wrap=True))
        pin.body.holding(self.pin, self.pin_password)
        pin.body.addLayout(Row(gap=12).holding(self.set_pin, self.drop_pin, None))
        password = Card(PASSWORD_TITLE, gap=10)
        password.body.holding(self.old, self.new)
        password.body.addLayout(Row().holding(self.change, None))
        shift = Card(SHIFT_TITLE, gap=10)
        shift.body.addWidget(Label(SHIFT_WHY, role="text2", wrap=True))
        shift.body.addLayout(Row().holding(self.end, None))
        self.body.holding(pin, password, shift, None)

    def _wire(self) -> None:
        self.set_pin.clicked.connect(self._set_pin)
        self.pin_password.input.returnPressed.connect(self._set_pin)
        self.drop_pin.clicked.connect(self._model.drop_pin)
        self.change.clicked.connect(self._change)
        self.new.input.returnPressed.connect(self._change)
        self.end.clicked.connect(self._model.end_shift)
        self._model.pin.connect(self._show_pin)
        self._model.told.connect(self._done)
        self._model.refused.connect(self._refuse)

    def _set_pin(self) -> None:
        self._now(self.pin_password)
        self._model.set_pin(self.pin.input.text(), self.pin_password.input.text())

    def _change(self) -> None:
        self._now(self.old)
        self._model.change_password(self.old.input.text(), self.new.input.text())

    def _now(self, asked: Field[LineEdit]) -> None:
        """Which form was sent: both ask for the password one has."""
        self.clear_problems()
        is_pin = asked is self.pin_password
        new = "weak_password"
        self.fields = {"pin": self.pin, "password": asked} if is_pin else {"password": asked}
        self._new_is = None if is_pin else new

    def _refuse(self, known: Known) -> None:
        if known.code == self._new_is:
            self.new.set_error(told(known))
            self.new.input.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.refuse(known)

    def _done(self, words: str) -> None:
        for field in (self.pin, self.pin_password, self.old, self.new):
            field.input.clear()
            field.set_error("")
        self.tell(words)

    def _show_pin(self, there: bool) -> None:
        self.state.setText(HAS if there else HAS_NONE)
        self.drop_pin.setVisible(there)

    _new_is: str | None = None
