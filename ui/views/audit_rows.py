"""What was done here: the audit, newest first, narrowed by person, act, case and day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.services.auditing import AuditChoices, AuditLine, AuditPage, AuditWanted
from ui.cells import Cell
from ui.delegates.rows import Rows
from ui.language import as_shown, tr
from ui.models.audit import AuditModel
from ui.models.listing import Line, Listing
from ui.views.audit_words import moment
from ui.views.settings_panel import SettingsPanel
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.inputs import Choice, DateEdit, LineEdit
from ui.widgets.layout import Grid, Label, Row, is_narrow
from ui.widgets.short_table import ShortTable

TITLE = tr("What was done")
LEAD = tr("Every act, by whom, when and where. No row names a patient or tells an answer.")
OWN_CASES = tr("You read the acts on your own cases: those you decided or have taken on.")
WHO, ACT, CASE = tr("Person"), tr("Act"), tr("Case")
SINCE, UNTIL = tr("From"), tr("Until")
ANYBODY, ANYTHING = tr("Anybody"), tr("Anything")
SHOW, CLEAR = tr("&Show"), tr("&Clear")
NEWER, OLDER = tr("Ne&wer"), tr("&Older")
PAGE, NOTHING = tr("Page {number}"), tr("No act answers to that.")
COLUMNS = (tr("When"), tr("Who"), tr("What"), tr("Case"), tr("Where"))


class AuditRowsPanel(SettingsPanel):
    """Filters over a page of rows; Enter in a filter shows."""

    def __init__(
        self, model: AuditModel, *, own_cases: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(TITLE, OWN_CASES if own_cases else LEAD, parent)
        self._model = model
        self._page = AuditPage((), False)
        self._loaded = False
        self.who = Field(WHO, Choice(placeholder=ANYBODY))
        self.act = Field(ACT, Choice(placeholder=ANYTHING))
        self.case = Field(CASE, LineEdit(placeholder=tr("Such as R-1042")))
        self.since = Field(SINCE, DateEdit(self._today, placeholder="1/3/26"))
        self.until = Field(UNTIL, DateEdit(self._today, placeholder=tr("today")))
        self.show_rows = Button(SHOW, icon="search")
        self.clear = Button(CLEAR, kind="text", icon="x")
        self.rows = Listing(COLUMNS, self)
        self.table = ShortTable(TITLE, [148, 130, None, 84, 64])
        self.table.setItemDelegate(Rows(self.table))
        self.table.setModel(self.rows)
        self.whole = Label("", wrap=True)  # the current row, where its cells are too narrow
        self.nothing = Label(NOTHING, wrap=True)
        self.newer = Button(NEWER, icon="chevron-left", small=True)
        self.older = Button(OLDER, icon="chevron-right", trailing=True, small=True)
        self.where = Label("", role="text2")
        self.fields = {"ref": self.case, "since": self.since, "until": self.until}
        self._build()
        self._wire()

    def refresh(self) -> None:
        """Read the choices once, and the newest rows of what is wanted."""
        if not self._loaded:
            self._loaded = True
            self._model.load_choices()
        self._lay_filters()
        self._show_wanted()

    def take_focus(self) -> None:
        """On the first filter."""
        self.who.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_case(self, ref: str) -> None:
        """Everything done on one case."""
        self._clear()
        self.case.input.setText(ref)
        self._show_wanted()

    def restyle(self) -> None:
        """Filters side by side as there is room."""
        super().restyle()
        if hasattr(self, "_filters"):
            self._lay_filters()

    def _today(self) -> date:
        return self._model.desk.today

    def _build(self) -> None:
        self._filters = Grid(gap=(14, 10))
        self._lay_filters()
        sought = Card(gap=12)
        sought.body.addLayout(self._filters)
        sought.body.addLayout(Row(gap=12).holding(self.show_rows, self.clear, None))
        found = Card(gap=10, margins=(8, 8, 8, 12))
        found.body.holding(self.table, self.nothing)
        found.body.addLayout(Row(margins=(8, 0, 8, 0)).holding(self.whole))
        found.body.addLayout(
            Row(gap=12, margins=(8, 0, 0, 0)).holding(self.newer, self.where, self.older, None)
        )
        self.body.holding(sought, found, None)
        self.nothing.hide()

    def _lay_filters(self) -> None:
        across = 2 if is_narrow(self) else 3
        fields: tuple[QWidget, ...] = (self.who, self.act, self.case, self.since, self.until)
        for place, field in enumerate(fields):
            self._filters.removeWidget(field)
            self._filters.addWidget(
                field, place // across, place % across, Qt.AlignmentFlag.AlignBottom
            )
        for column in range(3):
            self._filters.setColumnStretch(column, 1 if column < across else 0)

    def _wire(self) -> None:
        for field in (self.case, self.since, self.until):
            field.input.returnPressed.connect(self._show_wanted)
        for choice in (self.who, self.act):
            choice.input.chosen.connect(lambda _value: self._show_wanted())
        self.table.selectionModel().currentRowChanged.connect(
            lambda here, _before: self._show_whole(here.row())
        )
        self.show_rows.clicked.connect(self._show_wanted)
        self.clear.clicked.connect(self._start_again)
        self.newer.clicked.connect(self._model.newer)
        self.older.clicked.connect(lambda: self._model.older(self._page))
        self._model.choices.connect(self._show_choices)
        self._model.listed.connect(self._show)
        self._model.refused.connect(self.refuse)

    def _show_choices(self, choices: AuditChoices) -> None:
        self.who.input.set_choices([("", ANYBODY), *choices.people])
        acts = sorted(
            ((act, as_shown(words)) for act, words in choices.acts), key=lambda one: one[1]
        )
        self.act.input.set_choices([("", ANYTHING), *acts])

    def _start_again(self) -> None:
        self._clear()
        self._show_wanted()
        self.take_focus()

    def _clear(self) -> None:
        for choice in (self.who, self.act):
            choice.input.set_value(None)
        for field in (self.case, self.since, self.until):
            field.input.clear()

    def _show_wanted(self) -> None:
        self.clear_problems()
        self._model.show_wanted(
            AuditWanted(
                who=str(self.who.input.value() or ""),
                act=str(self.act.input.value() or ""),
                ref=self.case.input.text().strip(),
                since=self.since.input.text(),
                until=self.until.input.text(),
            )
        )

    def _show(self, page: AuditPage) -> None:
        self._page = page
        self.rows.show_rows([_line(one) for one in page.lines])
        self.table.setVisible(bool(page.lines))
        self.table.go_to(0)
        self._show_whole(0)
        self.nothing.setVisible(not page.lines)
        for button, there in ((self.newer, self._model.page > 1), (self.older, page.more)):
            if button.hasFocus() and not there:
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setEnabled(there)
        self.where.setText(PAGE.format(number=self._model.page))
        if not page.lines:
            announce(self, NOTHING)

    def _show_whole(self, row: int) -> None:
        one = self.rows.thing_at(row)
        self.whole.setText(_said(one) if isinstance(one, AuditLine) else "")
        self.whole.setVisible(isinstance(one, AuditLine))


def _line(one: AuditLine) -> Line:
    texts = (moment(one.at), one.who, _what(one), one.ref, one.device)
    cells = tuple(Cell(text, strong=place == 2) for place, text in enumerate(texts))
    return Line(one, cells, _said(one))


def _what(one: AuditLine) -> str:
    what = as_shown(one.what)
    return f"{what}: {one.why}" if one.why else what


def _said(one: AuditLine) -> str:
    parts = (moment(one.at), one.who, _what(one), one.ref, one.device)
    return ", ".join(part for part in parts if part)
