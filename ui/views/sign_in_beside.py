"""What stands about the sign-in form once the desk is open: whose it is, who is on shift.

The form alone is the first window; these parts are made after it was painted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.language import as_shown, tr
from ui.theme import current
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.layout import Column, Grid, Label, Row, clear

if TYPE_CHECKING:
    from app.services.own_signin import OnShift
    from app.services.signin import Person

MADE_UP = tr("Made-up people of this demo")
DEMO_PASSWORD = tr("Their password is")
ON_SHIFT = tr("On shift at this desk")
PRACTISE, TO_WORK = tr("&Practise with made-up patients"), tr("&Back to real patients")
LOCKED = tr("Locked by {name}. What was begun is kept.")


class Beside:
    """The parts, put where the form left room for them; all unseen at first."""

    def __init__(self, *, above: QBoxLayout, below: QBoxLayout, cards: QBoxLayout) -> None:
        self._trust = Label("", role="text2", wrap=True)
        self._locked = Label("", weight="label", wrap=True)
        self.shift = ShiftKeys()
        self.practice = Button(PRACTISE, kind="text", icon="users", small=True)
        self.people = MadeUpPeople()
        for part in (self._trust, self._locked, self.shift):
            above.addWidget(part)
            part.hide()
        below.addLayout(Row().holding(self.practice, None))
        self.practice.hide()
        cards.addWidget(self.people, 0, Qt.AlignmentFlag.AlignTop)
        self.people.hide()

    def set_trust(self, name: str) -> None:
        """Whose desk this is."""
        self._trust.setText(name)
        self._trust.setVisible(bool(name))

    def set_locked(self, name: str) -> None:
        """Who locked the desk; nobody where the name is empty."""
        self._locked.setText(LOCKED.format(name=name))
        self._locked.setVisible(bool(name))

    def offer_practice(self, *, practising: bool) -> None:
        """A way to the made-up patients from a real desk, or back to it."""
        self.practice.set_words(TO_WORK if practising else PRACTISE)
        self.practice.show()


class ShiftKeys(QWidget):
    """A key each; the last of them is the one who comes back most often, so it is Alt+1."""

    picked = Signal(str)  # the name of somebody on shift

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[Button] = []
        column = Column(self, gap=6)
        column.addWidget(Label(ON_SHIFT, scale="small", weight="strong"))
        keys = QWidget()
        self._flow = Flow(keys, gap=(8, 6))
        column.addWidget(keys)

    def show_people(self, people: Sequence[OnShift], *, before: QWidget) -> None:
        """Whose PIN opens the desk now; Tab comes to them just before a widget."""
        clear(self._flow)
        self.buttons = []
        for number, person in enumerate(people, start=1):
            button = Button(person.display_name.replace("&", "&&"), key=f"Alt+{number}", small=True)
            button.clicked.connect(lambda _=False, name=person.name: self.picked.emit(name))
            self._flow.addWidget(button)
            button.show()
            self.buttons.append(button)
        self.setVisible(bool(people))
        for button in reversed(self.buttons):
            QWidget.setTabOrder(button, before)
            before = button


class MadeUpPeople(Card):
    """Who may sign in to a demo, and with which password."""

    def __init__(self) -> None:
        super().__init__(MADE_UP, scale="body", ground="tint", margins=(24, 18, 24, 18), gap=6)
        inside = QWidget()
        self._grid = Grid(inside, gap=(16, 4))
        self.body.addWidget(inside)

    def show_people(self, people: Sequence[Person], password: str) -> None:
        """Their names and roles, then the password."""
        clear(self._grid)
        for line, person in enumerate(people):
            self._grid.addWidget(Label(person.name, weight="strong"), line, 0)
            roles = ", ".join(as_shown(role.words) for role in person.roles)
            words = f"{person.display_name} ({roles})"
            self._grid.addWidget(Label(words, wrap=True), line, 1)
        foot = Row(gap=8)
        foot.addWidget(Label(DEMO_PASSWORD, role="text2"))
        foot.addWidget(Label(password, weight="strong"), 1)
        holder = QWidget()
        holder.setLayout(foot)
        self._grid.addWidget(holder, len(people), 0, 1, 2)
        self._grid.setColumnStretch(1, 1)
        self.show()

    def restyle(self) -> None:
        """As wide as the form beside it."""
        super().restyle()
        self.setFixedWidth(current().px(420))

    def forget(self) -> None:
        """Nobody is made up here."""
        clear(self._grid)
        self.hide()
