"""Finding a patient without being told who they are: by a number or name that is known already."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.match import Match
from ui.cells import Cell
from ui.delegates.rows import Rows
from ui.language import tr
from ui.models.audit import AuditModel
from ui.models.listing import Line, Listing
from ui.views.settings_panel import SettingsPanel
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Label, Row
from ui.widgets.patient_words import reason_of
from ui.widgets.short_table import ShortTable

TITLE = tr("Find a patient’s cases")
LEAD = tr("You see initials and references. Nothing else of the patient is shown here.")
FIND = tr("NHS number, hospital number, or name and date of birth")
HINT = tr("Such as OKAFOR 2/3/1990")
LOOK = tr("&Find")
NOBODY = tr("Nobody answers to that exactly.")
FOUND_COLUMNS, CASE_COLUMNS = (tr("Initials"), tr("Found by")), (tr("Case"),)
WHO, CASES = tr("Who answers to it"), tr("Their cases")
NO_CASE = tr("No case yet.")
OPEN_HINT = tr("Enter shows what was done on a case.")


class AuditPatientsPanel(SettingsPanel):
    """`case_chosen(ref)` leads to what was done on it."""

    case_chosen = Signal(str)

    def __init__(self, model: AuditModel, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, LEAD, parent)
        self._model = model
        self.sought = Field(FIND, LineEdit(placeholder=HINT))
        self.look = Button(LOOK, icon="search")
        self.found, self.cases = Listing(FOUND_COLUMNS, self), Listing(CASE_COLUMNS, self)
        self.people = _table(WHO, [110, None], self.found)
        self.refs = _table(CASES, [None], self.cases)
        self.nobody = Label(NOBODY, wrap=True)
        self.no_case = Label(NO_CASE, wrap=True)
        self.fields = {"find": self.sought}
        self._build()
        self.look.clicked.connect(self._look)
        self.sought.input.returnPressed.connect(self._look)
        self.people.selectionModel().currentRowChanged.connect(
            lambda here, _before: self._ask_cases(here.row())
        )
        self.people.opened.connect(lambda _row: self._to_cases())
        self.refs.opened.connect(lambda row: self.case_chosen.emit(str(self.cases.thing_at(row))))
        model.found.connect(self._show_found)
        model.cases.connect(self._show_cases)
        model.refused.connect(self.refuse)

    def take_focus(self) -> None:
        """On the search."""
        self.sought.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        search = Card(gap=12)
        search.body.addWidget(self.sought)
        search.body.addLayout(Row().holding(self.look, None))
        self._people = Card(WHO, gap=8)
        self._people.body.addWidget(self.people)
        self._cases = Card(CASES, gap=8)
        self._cases.body.holding(
            self.refs, self.no_case, Label(OPEN_HINT, scale="small", role="text2", wrap=True)
        )
        self.body.holding(search, self.nobody, self._people, self._cases, None)
        for part in (self.nobody, self._people, self._cases):
            part.hide()

    def _look(self) -> None:
        self.clear_problems()
        self._cases.hide()
        self._model.find(self.sought.input.text())

    def _show_found(self, matches: tuple[Match, ...]) -> None:
        self.found.show_rows([_line(one) for one in matches])
        self._people.setVisible(bool(matches))
        self.nobody.setVisible(not matches)
        if matches:
            self.people.go_to(0)
            self._ask_cases(0)
        else:
            announce(self, NOBODY)

    def _ask_cases(self, place: int) -> None:
        match = self.found.thing_at(place)
        if isinstance(match, Match):
            self._model.cases_of(match)

    def _show_cases(self, refs: tuple[str, ...]) -> None:
        self.cases.show_rows([Line(ref, (Cell(ref, strong=True),), ref) for ref in refs])
        self.refs.setVisible(bool(refs))
        self.no_case.setVisible(not refs)
        self._cases.show()

    def _to_cases(self) -> None:
        if self.cases.rowCount():
            self.refs.setFocus(Qt.FocusReason.OtherFocusReason)


def _table(name: str, widths: list[int | None], listing: Listing) -> ShortTable:
    table = ShortTable(name, widths)
    table.setItemDelegate(Rows(table))
    table.setModel(listing)
    return table


def _line(match: Match) -> Line:
    why = reason_of(match)
    who = match.banner_name  # masked: initials
    return Line(match, (Cell(who, strong=True), Cell(why)), f"{who}, {why}")
