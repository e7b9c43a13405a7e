"""People and roles: who may sign in here, adding somebody, and what one may do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.access.roles import Role
from app.core.errors import Known
from ui.cells import Cell
from ui.delegates.rows import Rows
from ui.language import told, tr
from ui.models.listing import Line, Listing
from ui.models.people import PeopleModel, PersonRow, roles_in_words
from ui.theme import current
from ui.views.person_form import PersonForm
from ui.views.settings_panel import WIDEST, SettingsPanel
from ui.views.settings_person import PersonPage
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.check import Check
from ui.widgets.field import Field
from ui.widgets.layout import Column, Label, Row
from ui.widgets.scroll import Scroll
from ui.widgets.short_table import ShortTable
from ui.widgets.typed import typed_in

TITLE = tr("People and roles")
LEAD = tr("Nobody changes their own roles, and the last administrator stays.")
COLUMNS = (tr("Signs in as"), tr("Name"), tr("Roles"), tr("Write-offs up to"))
YOU = tr("{name} (you)")
OPEN_HINT = tr("Enter opens a person.")
ADD, ADD_TITLE, ADD_THEM = tr("&Add somebody"), tr("Add somebody"), tr("&Let them in")
BACK = tr("&Back to the list")
ROLES_TITLE, PERSON, BEFORE, AFTER = (
    tr("Check the roles"),
    tr("Person"),
    tr("Roles now"),
    tr("Roles then"),
)
ROLES_THEN = tr("They hold from the person’s next sign-in.")
ROLES_CONFIRM = tr("&Change the roles")
STOP_TITLE, STOP_THEN, STOP_CONFIRM = (
    tr("Check who is stopped"),
    tr("They can sign in no more here. What they did stays, under their name."),
    tr("&Stop this person"),
)
NO_ROLE = tr("None")
STOPPED = tr("Stopped")


class PeoplePanel(SettingsPanel):
    """The list; a form to add somebody and a page for each person lie over it."""

    def __init__(self, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, LEAD, parent)
        self._model = model
        self._added = ""  # whose row is the current one once the list is read again
        self.people = Listing(COLUMNS, self)
        self.table = ShortTable(TITLE, [130, None, 220, 130])
        self.table.setItemDelegate(Rows(self.table))
        self.table.setModel(self.people)
        self.add = Button(ADD, icon="plus")
        self.form = PersonForm()
        self.let_in = Button(ADD_THEM, kind="primary", icon="check")
        self.leave_form = Button(BACK, icon="chevron-left")
        self.person = PersonPage()
        self._build()
        self._wire()

    def refresh(self) -> None:
        """Read who may sign in."""
        self._model.refresh()

    def take_focus(self) -> None:
        """On the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """As wide as a page to be read."""
        super().restyle()
        if hasattr(self, "_form_inside"):
            self._form_inside.setMaximumWidth(current().px(WIDEST))

    def _build(self) -> None:
        card = Card(gap=10, margins=(8, 8, 8, 12))
        card.body.addWidget(self.table)
        card.body.addLayout(
            Row(gap=12, margins=(8, 0, 0, 0)).holding(
                self.add, Label(OPEN_HINT, scale="small", role="text2"), None
            )
        )
        self.body.holding(card, None)
        self._form_inside = QWidget()
        whole = Column(self._form_inside, gap=14, margins=(24, 20, 24, 24))
        whole.addWidget(Label(ADD_TITLE, scale="screen", weight="strong"))
        holder = Card(gap=14)
        self.form_problem = Label("", weight="strong", role="error", wrap=True)
        self.form_problem.hide()
        holder.body.holding(self.form, self.form_problem)
        holder.body.addLayout(Row(gap=12).holding(self.let_in, self.leave_form, None))
        whole.holding(holder, None)
        beside = QWidget()
        row = Row(beside)
        row.addWidget(self._form_inside, 1)
        row.addStretch(0)
        self.form_page = Scroll(beside)
        self._typed = typed_in(self.form, "person")
        self.pages.addWidget(self.form_page)
        self.pages.addWidget(self.person)
        self.restyle()

    def _wire(self) -> None:
        self.table.opened.connect(self._open)
        self.add.clicked.connect(self._to_form)
        self.let_in.clicked.connect(self._add)
        self.leave_form.clicked.connect(self.back)
        self.person.left.connect(self.back)
        self.person.roles_wanted.connect(self._check_roles)
        self.person.password_wanted.connect(
            lambda row, words: self._model.reset_password(row.person, words)
        )
        self.person.limit_wanted.connect(
            lambda row, pounds: self._model.set_limit(row.person, pounds)
        )
        self.person.stop_wanted.connect(self._check_stop)
        self.person.return_wanted.connect(
            lambda row, words: self._model.let_back_in(row.person, words)
        )
        self._model.shown.connect(self._show)
        self._model.told.connect(self._done)
        self._model.refused.connect(self._refuse)

    def _show(self, rows: tuple[PersonRow, ...]) -> None:
        before = self.table.row()
        was = self.people.thing_at(before)
        name = self._added or (was.person.name if isinstance(was, PersonRow) else "")
        names = [row.person.name for row in rows]
        self._added = ""
        self.people.show_rows([_line(row) for row in rows])
        place = names.index(name) if name in names else min(max(before, 0), len(rows) - 1)
        self.table.go_to(place)
        open_one = self.person.row
        for row in rows:
            if open_one is not None and row.person.name == open_one.person.name:
                self.person.show_person(row)

    def _open(self, place: int) -> None:
        row = self.people.thing_at(place)
        if isinstance(row, PersonRow):
            self.clear_problems()
            self._before = self.table
            self.person.show_person(row)
            self.pages.setCurrentWidget(self.person)
            self.person.take_focus()

    def _to_form(self) -> None:
        self.clear_problems()
        self._typed.set_down()
        self.form.clear()
        self._typed.take_up()
        self._before = self.add
        self.pages.setCurrentWidget(self.form_page)
        self.form.name.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        self._clear(self.form.fields)
        self.form_problem.hide()
        self._added = self.form.value().name.strip()
        self._model.add(self.form.value())

    def _check_roles(self, row: PersonRow, roles: tuple[Role, ...]) -> None:
        facts = (
            (PERSON, row.person.display_name),
            (BEFORE, roles_in_words(row.person.roles)),
            (AFTER, roles_in_words(roles) or NO_ROLE),
        )
        self._ask(
            Check(title=ROLES_TITLE, facts=facts, then=ROLES_THEN, confirm=ROLES_CONFIRM),
            lambda: self._model.set_roles(row.person, roles),
        )

    def _check_stop(self, row: PersonRow) -> None:
        facts = (
            (PERSON, row.person.display_name),
            (COLUMNS[0], row.person.name),
            (COLUMNS[2], roles_in_words(row.person.roles)),
        )
        self._ask(
            Check(title=STOP_TITLE, facts=facts, then=STOP_THEN, confirm=STOP_CONFIRM),
            lambda: self._model.stop(row.person),
        )

    def _ask(self, check: Check, confirmed: Callable[[], object]) -> None:
        self._clear(self.person.fields)
        self.ask(check, confirmed)
        self._before = self.person

    def back(self) -> None:
        """From a check page to the person, from the person to the list."""
        if self._before is self.person:
            self._before = self.table
            self.pages.setCurrentWidget(self.person)
            self.person.take_focus()
            return
        super().back()

    def _done(self, words: str) -> None:
        if self.pages.currentWidget() is self.form_page:
            self.form.clear()
            self._typed.done()
        else:
            self.person.done()
        self._before = self.table
        super().back()
        self.tell(words)

    def _refuse(self, known: Known) -> None:
        """Beside its field where the page shown has one, else at the head of that page."""
        self._added = ""
        if self.pages.currentWidget() is self.check:
            self.back()
        here = self.pages.currentWidget()
        if here is self.form_page:
            fields, problem = self.form.fields, self.form_problem
        elif here is self.person:
            fields, problem = self.person.fields, self.person.problem
        else:
            self.refuse(known)
            return
        self._clear(fields)
        field = fields.get(known.field or "")
        problem.setVisible(field is None)
        problem.setText(told(known))
        if field is not None:
            field.set_error(told(known))
            field.input.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, told(known), assertive=True)

    def _clear(self, fields: Mapping[str, Field[Any]]) -> None:
        self.form_problem.hide()
        self.person.problem.hide()
        for field in fields.values():
            field.set_error("")


def _line(row: PersonRow) -> Line:
    person = row.person
    name = YOU.format(name=person.display_name) if row.own else person.display_name
    roles = STOPPED if row.stopped else roles_in_words(person.roles)
    limit = "" if row.limit is None else str(row.limit)
    cells = (
        Cell(person.name),
        Cell(name, strong=not row.stopped),
        Cell(roles),
        Cell(limit, right=True),
    )
    return Line(row, cells, ", ".join(part for part in (person.name, name, roles, limit) if part))
