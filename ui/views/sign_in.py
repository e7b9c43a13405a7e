"""Signing in and unlocking: a name, a password or a PIN, Enter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.core.errors import Known
from ui.language import told, tr
from ui.models.sign_in import SignInModel
from ui.started import once_seen
from ui.theme import current
from ui.widgets import paint
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Column, Icon, Label, Row
from ui.widgets.page import Page
from ui.widgets.scroll import Scroll
from ui.wording import APP

if TYPE_CHECKING:
    from app.services.own_signin import OnShift
    from app.services.signin import Person
    from ui.views.sign_in_beside import Beside

SIGN_IN = tr("Sign in")
NAME, PASSWORD = tr("Name"), tr("Password")
ENTER_NAME = tr("Enter your name, such as jpatel")
ENTER_PASSWORD = tr("Enter your password")
OR_PIN = tr("Or the six digits of your PIN, within your shift.")


class SignInView(Page):
    """Paste works in both fields; a refusal keeps the name and empties the password.

    After a lock the name of whoever sat here stands there, and those whose PIN opens the desk have
    a key each: Alt and a number, six digits, Enter (ux.md 8, switch within 5 s). `demo_password`
    is given for a demo store only: then the made-up people stand beside.

    It is the first window: the form alone is made with it, the rest once it was painted.
    """

    practice_wanted = Signal()  # to the made-up patients, or back from them

    def __init__(
        self,
        model: SignInModel,
        *,
        trust: str = "",
        demo_password: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._demo_password = demo_password
        self._is_open = bool(trust)
        self._last = ""
        self.name = Field(NAME, LineEdit())
        self.password = Field(PASSWORD, LineEdit(password=True))
        self.button = Button(SIGN_IN, kind="primary", key="Enter", main=True, icon="lock")
        paint.begin_with(self.button, current().colour("on_action"))
        self._above, self._below = Column(gap=14), Column()
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._card = self._build()
        self.button.clicked.connect(self._try)
        model.people.connect(self._show_people)
        model.on_shift.connect(self._show_shift)
        model.refused.connect(self._refuse)
        model.signed_in.connect(lambda _user: self._forget())
        self.restyle()
        if trust:
            self._beside.set_trust(trust)
        else:
            once_seen(lambda: self._beside, long=True)

    def opened(self) -> None:
        """The page is shown: of the last person the name alone, and only where they locked it."""
        self._forget()
        self._clear_errors()
        self.name.input.setText(self._last)
        (self.password if self._last else self.name).input.setFocus()
        if self._demo_password:
            self._model.load()
        if self._is_open:
            self._model.load_shift()

    @property
    def shift(self) -> Sequence[Button]:
        """The keys of those whose PIN opens the desk now."""
        return self._beside.shift.buttons

    @property
    def people(self) -> Card:
        """The made-up people of a demo."""
        return self._beside.people

    @property
    def practice(self) -> Button:
        """The way to the made-up patients and back."""
        return self._beside.practice

    def set_trust(self, name: str) -> None:
        """Whose desk this is, once the store has said."""
        self._beside.set_trust(name)
        self._is_open = True
        self._model.load_shift()

    def set_locked(self, name: str, display_name: str) -> None:
        """Who locked the desk; nobody where no one did."""
        self._last = name
        self._beside.set_locked(display_name)

    def set_demo_password(self, password: str) -> None:
        """Show the made-up people and their password beside the form: a demo store only."""
        self._demo_password = password
        if not password:
            self._beside.people.forget()

    def turn_away(self, name: str, words: str) -> None:
        """Who was let in gets no further: what to do about it, and their name stays."""
        self._pick(name)
        self._say(self.password, words)

    def offer_practice(self, *, practising: bool) -> None:
        """A way to the made-up patients from a real desk, or back to it."""
        self._beside.offer_practice(practising=practising)

    def restyle(self) -> None:
        """Two cards beside each other where there is room."""
        theme = current()
        self._card.setFixedWidth(theme.px(420))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The second card goes below where there is no room beside."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() >= current().px(920)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._cards.setDirection(across if room else down)
        self._cards.setSpacing(current().px(14))

    def _build(self) -> Card:
        card = Card(margins=(32, 28, 32, 32), gap=14)
        head = Row(gap=12)
        head.addWidget(Icon("shield-check", role="action", size=24))
        head.addWidget(Label(APP, scale="screen", weight="strong"), 1)
        card.body.holding(head, self._above, self.name, self.password)
        card.body.addSpacing(4)
        card.body.holding(Row().holding(self.button, None), self._below)
        self._cards.addWidget(card)
        beside = Row()
        beside.addStretch(1)
        beside.addLayout(self._cards)
        beside.addStretch(1)
        inside = QWidget()
        Column(inside, margins=(24, 40, 24, 24)).holding(beside, None)
        Column(self).addWidget(Scroll(inside))
        return card

    @cached_property
    def _beside(self) -> Beside:
        from ui.views.sign_in_beside import Beside

        beside = Beside(above=self._above, below=self._below, cards=self._cards)
        self._cards.setAlignment(self._card, QtCore.Qt.AlignmentFlag.AlignTop)
        beside.shift.picked.connect(self._pick)
        beside.practice.clicked.connect(self.practice_wanted)
        return beside

    def _try(self) -> None:
        self._clear_errors()
        name, password = self.name.input.text().strip(), self.password.input.text()
        if name and not password and self.name.input.hasFocus():
            self.password.input.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
            return
        if not name:
            self._say(self.name, ENTER_NAME)
        elif not password:
            self._say(self.password, ENTER_PASSWORD)
        else:
            self._model.sign_in(name, password)

    def _refuse(self, known: Known) -> None:
        if not self.isVisible():
            return
        self.password.input.clear()
        self._say(self.password, told(known))

    def _say(self, field: Field[LineEdit], words: str) -> None:
        from ui.widgets.announce import announce

        field.set_error(words)
        field.input.setFocus()
        announce(self, words, assertive=True)

    def _show_people(self, people: Sequence[Person]) -> None:
        self._beside.people.show_people(people, self._demo_password)

    def _show_shift(self, people: Sequence[OnShift]) -> None:
        self._beside.shift.show_people(people, before=self.name.input)
        self.password.set_hint(OR_PIN if people else "")

    def _pick(self, name: str) -> None:
        self._clear_errors()
        self.name.input.setText(name)
        self.password.input.clear()
        self.password.input.setFocus()

    def _clear_errors(self) -> None:
        for field in (self.name, self.password):
            field.set_error("")

    def _forget(self) -> None:
        self.name.input.clear()
        self.password.input.clear()
