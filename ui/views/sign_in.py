"""Signing in and unlocking: a name, a password or a PIN, Enter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.core.errors import Known
from ui.language import tr
from ui.models.sign_in import SignInModel
from ui.theme import current
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Column, Grid, Icon, Label, Row, clear
from ui.widgets.page import Page
from ui.widgets.scroll import Scroll
from ui.wording import APP

if TYPE_CHECKING:
    from app.services.own_signin import OnShift
    from app.services.signin import Person

SIGN_IN = tr("Sign in")
NAME, PASSWORD = tr("Name"), tr("Password")
ENTER_NAME = tr("Enter your name, such as jpatel")
ENTER_PASSWORD = tr("Enter your password")
MADE_UP = tr("Made-up people of this demo")
DEMO_PASSWORD = tr("Their password is")
OR_PIN = tr("Or the six digits of your PIN, within your shift.")
ON_SHIFT = tr("On shift at this desk")
PRACTISE, TO_WORK = tr("&Practise with made-up patients"), tr("&Back to real patients")
LOCKED = tr("Locked by {name}. What was begun is kept.")


class SignInView(Page):
    """Paste works in both fields; a refusal keeps the name and empties the password.

    After a lock the name of whoever sat here stands there, and those whose PIN opens the desk have
    a key each: Alt and a number, six digits, Enter (ux.md 8, switch within 5 s). `demo_password`
    is given for a demo store only: then the made-up people stand beside.
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
        self.shift: list[Button] = []
        self.name = Field(NAME, LineEdit())
        self.password = Field(PASSWORD, LineEdit(password=True))
        self.button = Button(SIGN_IN, kind="primary", key="Enter", main=True, icon="lock")
        self.people = Card(MADE_UP, scale="body", ground="tint", margins=(24, 18, 24, 18), gap=6)
        self._list = QWidget()
        self._grid = Grid(self._list, gap=(16, 4))
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._card = self._build(trust)
        self.button.clicked.connect(self._try)
        model.people.connect(self._show_people)
        model.on_shift.connect(self._show_shift)
        model.refused.connect(self._refuse)
        model.signed_in.connect(lambda _user: self._forget())
        self.restyle()

    def opened(self) -> None:
        """The page is shown: of the last person the name alone, and only where they locked it."""
        self._forget()
        self._clear_errors()
        self.name.input.setText(self._last)
        (self.password if self._last else self.name).input.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._demo_password:
            self._model.load()
        if self._is_open:
            self._model.load_shift()

    def set_trust(self, name: str) -> None:
        """Whose desk this is, once the store has said."""
        self._trust.setText(name)
        self._trust.setVisible(bool(name))
        self._is_open = True
        self._model.load_shift()

    def set_locked(self, name: str, display_name: str) -> None:
        """Who locked the desk; nobody where no one did."""
        self._last = name
        self.locked.setText(LOCKED.format(name=display_name))
        self.locked.setVisible(bool(name))

    def set_demo_password(self, password: str) -> None:
        """Show the made-up people and their password beside the form: a demo store only."""
        self._demo_password = password
        if not password:
            clear(self._grid)
            self.people.hide()

    def offer_practice(self, *, practising: bool) -> None:
        """A way to the made-up patients from a real desk, or back to it."""
        self.practice.set_words(TO_WORK if practising else PRACTISE)
        self.practice.show()

    def restyle(self) -> None:
        """Two cards beside each other where there is room."""
        theme = current()
        self._card.setFixedWidth(theme.px(420))
        self.people.setFixedWidth(theme.px(420))
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

    def _build(self, trust: str) -> Card:
        card = Card(margins=(32, 28, 32, 32), gap=14)
        head = Row(gap=12)
        head.addWidget(Icon("shield-check", role="action", size=24))
        head.addWidget(Label(APP, scale="screen", weight="strong"), 1)
        card.body.addLayout(head)
        self._trust = Label(trust, role="text2", wrap=True)
        card.body.addWidget(self._trust)
        self._trust.setVisible(bool(trust))
        self.locked = Label("", weight="label", wrap=True)
        card.body.addWidget(self.locked)
        self.locked.hide()
        self._shift = QWidget()
        column = Column(self._shift, gap=6)
        column.addWidget(Label(ON_SHIFT, scale="small", weight="strong"))
        self._shift_buttons = QWidget()
        self._flow = Flow(self._shift_buttons, gap=(8, 6))
        column.addWidget(self._shift_buttons)
        card.body.addWidget(self._shift)
        self._shift.hide()
        card.body.addWidget(self.name)
        card.body.addWidget(self.password)
        card.body.addSpacing(4)
        card.body.addLayout(Row().holding(self.button, None))
        self.practice = Button(PRACTISE, kind="text", icon="users", small=True)
        self.practice.clicked.connect(self.practice_wanted)
        self.practice.hide()
        card.body.addLayout(Row().holding(self.practice, None))
        self.people.body.addWidget(self._list)
        self.people.hide()
        self._cards.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        self._cards.addWidget(self.people, 0, Qt.AlignmentFlag.AlignTop)
        beside = Row()
        beside.addStretch(1)
        beside.addLayout(self._cards)
        beside.addStretch(1)
        inside = QWidget()
        Column(inside, margins=(24, 40, 24, 24)).holding(beside, None)
        Column(self).addWidget(Scroll(inside))
        return card

    def _try(self) -> None:
        self._clear_errors()
        name, password = self.name.input.text().strip(), self.password.input.text()
        if name and not password and self.name.input.hasFocus():
            self.password.input.setFocus(Qt.FocusReason.TabFocusReason)
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
        self._say(self.password, known.message)

    def _say(self, field: Field[LineEdit], words: str) -> None:
        field.set_error(words)
        field.input.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words, assertive=True)

    def _show_people(self, people: Sequence[Person]) -> None:
        clear(self._grid)
        for line, person in enumerate(people):
            self._grid.addWidget(Label(person.name, weight="strong"), line, 0)
            roles = ", ".join(role.value.replace("_", " ") for role in person.roles)
            words = f"{person.display_name} ({roles})"
            self._grid.addWidget(Label(words, wrap=True), line, 1)
        foot = Row(gap=8)
        foot.addWidget(Label(DEMO_PASSWORD, role="text2"))
        foot.addWidget(Label(self._demo_password, weight="strong"), 1)
        holder = QWidget()
        holder.setLayout(foot)
        self._grid.addWidget(holder, len(people), 0, 1, 2)
        self._grid.setColumnStretch(1, 1)
        self.people.show()

    def _show_shift(self, people: Sequence[OnShift]) -> None:
        """A key each; the last of them is the one who comes back most often, so it is Alt+1."""
        clear(self._flow)
        self.shift = []
        for number, person in enumerate(people, start=1):
            button = Button(person.display_name.replace("&", "&&"), key=f"Alt+{number}", small=True)
            button.clicked.connect(lambda _=False, name=person.name: self._pick(name))
            self._flow.addWidget(button)
            button.show()
            self.shift.append(button)
        self._shift.setVisible(bool(people))
        self.password.hint.setText(OR_PIN)
        self.password.hint.setVisible(bool(people))
        before: QWidget = self.name.input
        for button in reversed(self.shift):
            QWidget.setTabOrder(button, before)
            before = button

    def _pick(self, name: str) -> None:
        self._clear_errors()
        self.name.input.setText(name)
        self.password.input.clear()
        self.password.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear_errors(self) -> None:
        for field in (self.name, self.password):
            field.set_error("")

    def _forget(self) -> None:
        self.name.input.clear()
        self.password.input.clear()
