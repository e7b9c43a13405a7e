"""Somebody to be let in, as a form: for the settings, and for the first people of a new desk.

form = PersonForm()                              # PersonForm(roles=[Role.ADMIN]) fixes the roles
form.value()                                     # NewPerson, as typed
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from app.access.roles import Role
from ui.language import tr
from ui.models.people import ROLE_NAMES, NewPerson
from ui.widgets.choices import TickBox
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Column

NAME, NAME_HINT = tr("Sign-in name"), tr("One word, such as jpatel")
SHOWN, SHOWN_HINT = (
    tr("Name as others see it"),
    tr("Such as J. Patel; a clinician’s as signed on forms, such as Dr A. Roy"),
)
PASSWORD = tr("First password")
PASSWORD_HINT = tr("12 characters or more, such as three words. Pasting works.")
ROLES = tr("Roles")


class PersonForm(QWidget):
    """Name, how others see it, a first password, roles; `fields` by the name of each part."""

    def __init__(self, *, roles: Sequence[Role] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fixed = tuple(roles)
        self.name = Field(NAME, LineEdit(), hint=NAME_HINT)
        self.shown = Field(SHOWN, LineEdit(), hint=SHOWN_HINT)
        self.password = Field(PASSWORD, LineEdit(password=True), hint=PASSWORD_HINT)
        self.roles = RoleBoxes()
        self.roles_field = Field(ROLES, self.roles)
        self.fields: dict[str, Field[Any]] = {
            "name": self.name,
            "display_name": self.shown,
            "password": self.password,
            "roles": self.roles_field,
        }
        Column(self, gap=12).holding(*self.fields.values())
        self.roles_field.setVisible(not roles)

    def value(self) -> NewPerson:
        """What is typed."""
        return NewPerson(
            name=self.name.input.text(),
            display_name=self.shown.input.text(),
            password=self.password.input.text(),
            roles=self._fixed or self.roles.value(),
        )

    def clear(self) -> None:
        """Nothing is typed."""
        for field in (self.name, self.shown, self.password):
            field.input.clear()
        for one in self.fields.values():
            one.set_error("")
        self.roles.set_value(())


class RoleBoxes(QWidget):
    """A tick for each role; a person may hold several."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = {role: TickBox(words) for role, words in ROLE_NAMES.items()}
        flow = Flow(self, gap=(18, 4))
        for box in self.boxes.values():
            flow.addWidget(box)
        self.setFocusProxy(next(iter(self.boxes.values())))

    def value(self) -> tuple[Role, ...]:
        """The roles ticked."""
        return tuple(role for role, box in self.boxes.items() if box.isChecked())

    def set_value(self, roles: Sequence[Role]) -> None:
        """Tick these."""
        for role, box in self.boxes.items():
            box.setChecked(role in roles)
