"""The head of the auditor's screen: cases opened in an emergency that nobody has looked at yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.services.emergency import AccessLine
from ui.bound import bound
from ui.cells import Cell
from ui.delegates.rows import Rows
from ui.language import tr
from ui.models.emergency import AccessesModel
from ui.models.listing import Line, Listing
from ui.views.audit_words import moment
from ui.views.settings_panel import SettingsPanel
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.field import Field
from ui.widgets.inputs import Notes
from ui.widgets.layout import Label, Row
from ui.widgets.short_table import ShortTable
from ui.widgets.typed import Typed

TITLE = tr("Emergency access")
LEAD = tr(
    "Cases read beyond a person’s role, at any machine whose records come here. Each stays here "
    "until somebody else has looked at it and said what they found."
)
NOTHING = tr("No emergency access waits to be looked at.")
COLUMNS = (
    tr("When"),
    tr("Who"),
    tr("Machine"),
    tr("Case"),
    tr("Patient"),
    tr("Their reason"),
)
ONE = tr("Emergency access to case {ref}")
WHO, WHEN, WHERE = tr("Who"), tr("When"), tr("Machine")
PATIENT, REASON = tr("Patient"), tr("Their reason")
NOTE = tr("What you found")
NOTE_HINT = tr("Such as whom you asked, and whether the reason holds.")
MARK = tr("&Mark as looked at")
OWN = tr("You opened this case yourself. Another auditor looks at it.")
MARKED = tr("Looked at: the access to case {ref}.")
INITIALS = tr("{initials} (initials only)")


class AccessesPanel(SettingsPanel):
    """The list, and the one chosen below it; `marks` where one may keep what was found."""

    def __init__(self, model: AccessesModel, *, marks: bool, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, LEAD, parent)
        self._model, self._marks = model, marks
        self.rows = Listing(COLUMNS, self)
        self.table = ShortTable(TITLE, [148, 98, 74, 68, 68, None])
        self.table.setItemDelegate(Rows(self.table))
        self.table.setModel(self.rows)
        self.nothing = Label(NOTHING, wrap=True)
        self.facts = Facts(TITLE, label_width=110)
        self.note = Field(NOTE, Notes(lines=2), hint=NOTE_HINT)
        self.own = Label(OWN, role="text2", wrap=True)
        self.mark = Button(MARK, kind="primary", icon="shield-check")
        self.fields = {"note": self.note}
        note = self.note.input
        self._typed = Typed(self, "access", read=note.text, show=note.setPlainText)
        self._build()
        self.table.selectionModel().currentRowChanged.connect(
            lambda here, _before: self._show_one(here.row())
        )
        self.table.opened.connect(lambda _row: self._to_note())
        self.mark.clicked.connect(self._mark)
        model.listed.connect(self._show)
        model.marked.connect(bound(self, lambda ref: self.tell(MARKED.format(ref=ref))))
        model.refused.connect(self.refuse)

    def refresh(self) -> None:
        """Read what waits."""
        self._model.refresh()

    def take_focus(self) -> None:
        """On the list, else on the page to be read."""
        target = self.table if self.rows.rowCount() else self.sheet
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.sheet.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sheet.setAccessibleName(TITLE)
        self._list = Card(gap=10, margins=(8, 8, 8, 8))
        self._list.body.addWidget(self.table)
        self._one = Card(" ", gap=12)
        self._one.body.holding(self.facts, self.note, self.own)
        self._one.body.addLayout(Row().holding(self.mark, None))
        self.body.holding(self.nothing, self._list, self._one, None)
        for part in (self._list, self._one):
            part.hide()

    def _show(self, accesses: tuple[AccessLine, ...]) -> None:
        had_focus = self.table.hasFocus() or self.mark.hasFocus()
        self.rows.show_rows([_line(one) for one in accesses])
        self.nothing.setVisible(not accesses)
        self._list.setVisible(bool(accesses))
        self.table.go_to(0)
        self._show_one(0)
        if had_focus:
            self.take_focus()

    def _show_one(self, place: int) -> None:
        one = self.rows.thing_at(place)
        self._one.setVisible(isinstance(one, AccessLine))
        self._typed.set_down()
        self.note.input.clear()
        self.note.set_error("")
        if not isinstance(one, AccessLine):
            return
        self._typed.take_up(one.access_id)
        self._one.set_title(ONE.format(ref=one.ref))
        self.facts.show_facts(
            [
                (WHO, one.who),
                (WHEN, moment(one.at)),
                (WHERE, one.device),
                (PATIENT, INITIALS.format(initials=one.initials)),
                (REASON, one.reason),
            ]
        )
        self.note.setVisible(self._marks and not one.own)
        self.mark.setVisible(self._marks and not one.own)
        self.own.setVisible(one.own)

    def _to_note(self) -> None:
        if self.note.isVisible():
            self.note.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self) -> None:
        one = self.rows.thing_at(self.table.row())
        if isinstance(one, AccessLine):
            self.clear_problems()
            self._model.mark(one, self.note.input.text())


def _line(one: AccessLine) -> Line:
    texts = (moment(one.at), one.who, one.device, one.ref, one.initials, one.reason)
    cells = tuple(Cell(text, strong=place == 1) for place, text in enumerate(texts))
    return Line(one, cells, ", ".join(texts))
