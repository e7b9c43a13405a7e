"""One person who may sign in: their roles, a new password, their limit, stopping them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from ui.language import tr
from ui.models.people import PersonRow
from ui.theme import current
from ui.views.person_form import PASSWORD_HINT, ROLES, RoleBoxes
from ui.views.settings_panel import WIDEST
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Column, Label, Row
from ui.widgets.scroll import Scroll
from ui.widgets.typed import Beside, Typed, typed_in

BACK = tr("&Back to the list")
SIGNS_IN = tr("Signs in as {name}")
YOURSELF = tr("This is you: another administrator changes what you may do.")
MAY_DO = tr("What they may do")
KEEP_ROLES = tr("Check and &keep the roles")
PASSWORD_TITLE, PASSWORD = tr("Password"), tr("New password for them")
RESET_WHY = tr("Their PIN goes too. Tell them the password; they change it themselves.")
RESET = tr("Set this &password")
LIMIT_TITLE, LIMIT = tr("Write-offs"), tr("Approves up to, in pounds")
SET_LIMIT = tr("Set the &limit")
STOP_TITLE = tr("Leaving")
STOP_WHY = tr("They can sign in no more. What they did stays.")
STOP = tr("S&top this person")
BACK_TITLE = tr("Coming back")
BACK_WHY = tr(
    "They were stopped. They come back with the roles they had. Tell them the password; they "
    "change it themselves."
)
LET_BACK = tr("&Let them in again")


class PersonPage(QWidget):
    """A card for each thing that can be changed; nothing is changed by looking."""

    left = Signal()
    roles_wanted = Signal(object, object)  # PersonRow, tuple[Role, ...]
    password_wanted = Signal(object, str)
    limit_wanted = Signal(object, str)
    stop_wanted = Signal(object)
    return_wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row: PersonRow | None = None
        self.go_back = Button(BACK, icon="chevron-left", small=True)
        self.title = Label("", scale="screen", weight="strong", wrap=True)
        self.name = Label("", role="text2", wrap=True)
        self.yourself = Label(YOURSELF, weight="label", wrap=True)
        self.roles = RoleBoxes()
        self.roles_field = Field(ROLES, self.roles)
        self.keep_roles = Button(KEEP_ROLES, icon="check")
        self.password = Field(PASSWORD, LineEdit(password=True), hint=PASSWORD_HINT)
        self.reset = Button(RESET, icon="lock")
        self.limit = Field(LIMIT, LineEdit())
        self.set_limit = Button(SET_LIMIT, icon="coin-pound")
        self.stop = Button(STOP, icon="x")
        self.password_again = Field(PASSWORD, LineEdit(password=True), hint=PASSWORD_HINT)
        self.let_back = Button(LET_BACK, icon="check")
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self._typed_roles = typed_in(
            self.roles_field, "roles", beside=Beside(MAY_DO, self._roles_held)
        )
        self._typed_limit = typed_in(
            self.limit, "limit", beside=Beside(LIMIT_TITLE, self._limit_held)
        )
        self._asked: Typed | None = None  # whose words were asked to be kept
        self._build()
        self._wire()
        self.restyle()

    @property
    def fields(self) -> dict[str, Field[Any]]:
        """Where a refusal is said: the password asked for depends on who is shown."""
        stopped = self.row is not None and self.row.stopped
        return {
            "roles": self.roles_field,
            "password": self.password_again if stopped else self.password,
            "limit": self.limit,
        }

    def show_person(self, row: PersonRow) -> None:
        """Another person, or the same one after a change."""
        for typed in (self._typed_roles, self._typed_limit):
            typed.set_down()
        self.row = row
        person = row.person
        self.title.setText(person.display_name)
        self.name.setText(SIGNS_IN.format(name=person.name))
        self.roles.set_value(person.roles)
        self.password.input.clear()
        self.password_again.input.clear()
        self.limit.input.setText("" if row.limit is None else row.limit.plain)
        self.yourself.setVisible(row.own)
        for card in self._cards:
            card.setVisible(not row.own and not row.stopped)
        if row.limit is None:
            self._limit_card.hide()
        self._back_card.setVisible(row.stopped)
        for typed in (self._typed_roles, self._typed_limit):
            typed.take_up(person.name)

    def done(self) -> None:
        """What was asked for is kept."""
        if self._asked is not None:
            self._asked.done()
        self._asked = None

    def _roles_held(self) -> object:
        return None if self.row is None else frozenset(self.row.person.roles)

    def _limit_held(self) -> object:
        return None if self.row is None else self.row.limit

    def take_focus(self) -> None:
        """On the way back: the first thing in reading order."""
        self.go_back.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """As wide as a page to be read."""
        self._inside.setMaximumWidth(current().px(WIDEST))

    def _build(self) -> None:
        roles = _card(MAY_DO, self.roles_field, self.keep_roles)
        reset = _card(
            PASSWORD_TITLE,
            Label(RESET_WHY, role="text2", wrap=True),
            self.password,
            self.reset,
        )
        self._limit_card = _card(LIMIT_TITLE, self.limit, self.set_limit)
        stop = _card(STOP_TITLE, Label(STOP_WHY, role="text2", wrap=True), self.stop)
        self._cards = (roles, reset, self._limit_card, stop)
        self._back_card = _card(
            BACK_TITLE, Label(BACK_WHY, role="text2", wrap=True), self.password_again, self.let_back
        )
        self._inside = QWidget()
        whole = Column(self._inside, gap=14, margins=(24, 20, 24, 24))
        whole.addLayout(Row().holding(self.go_back, None))
        whole.holding(self.title, self.name, self.yourself, self.problem)
        whole.holding(*self._cards, self._back_card)
        whole.addStretch(1)
        beside = QWidget()
        row = Row(beside)
        row.addWidget(self._inside, 1)
        row.addStretch(0)
        Column(self).addWidget(Scroll(beside))
        for words in (self.yourself, self.problem):
            words.hide()

    def _wire(self) -> None:
        self.go_back.clicked.connect(self.left)
        self.keep_roles.clicked.connect(self._keep_roles)
        self.set_limit.clicked.connect(self._set_limit)
        self.limit.input.returnPressed.connect(self.set_limit.click)
        for button, field, wanted in (
            (self.reset, self.password, self.password_wanted),
            (self.let_back, self.password_again, self.return_wanted),
        ):
            button.clicked.connect(
                lambda _=False, field=field, wanted=wanted: self._ask(wanted, field)
            )
            field.input.returnPressed.connect(button.click)
        self.stop.clicked.connect(lambda: self.stop_wanted.emit(self.row))

    def _ask(self, wanted: SignalInstance, field: Field[LineEdit]) -> None:
        self._asked = None
        wanted.emit(self.row, field.input.text())

    def _keep_roles(self) -> None:
        self._asked = self._typed_roles
        self.roles_wanted.emit(self.row, self.roles.value())

    def _set_limit(self) -> None:
        self._asked = self._typed_limit
        self.limit_wanted.emit(self.row, self.limit.input.text())


def _card(title: str, *parts: QWidget) -> Card:
    """A card whose last part is its button."""
    card = Card(title, gap=10)
    *above, button = parts
    card.body.holding(*above)
    card.body.addLayout(Row().holding(button, None))
    return card
