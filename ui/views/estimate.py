"""The estimate of a case: find the HRG, say how and how long, see the sum, issue the letter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.errors import Known
from app.pricing.estimate import Estimate
from app.pricing.priced import PricedLine
from app.pricing.tariff import Admission
from app.services.casefile import EstimateLine
from app.services.estimating import PricedChoice
from ui.cells import Cell
from ui.delegates.rows import Rows
from ui.models.estimate import EstimateModel, admissions, working
from ui.models.listing import Line, Listing
from ui.theme import current
from ui.widgets.announce import announce
from ui.widgets.button import Button, IconButton
from ui.widgets.field import Field
from ui.widgets.inputs import Choice, LineEdit
from ui.widgets.layout import Column, Grid, Label, Row, Rule, clear
from ui.widgets.scroll import Scroll
from ui.widgets.search import SearchField
from ui.widgets.table import Table

FIND, FIND_HINT = "Find the HRG", "Code or words, such as hip replacement"
NOTHING = "Nothing in this year's price list answers to these words."
PICK = "Take one with the arrows and Enter."
ADMISSION, NIGHTS = "Admission", "Nights"
ADD = "&Add line"
TREATMENT, TREATMENT_HINT = "The care in plain words, for the letter", "Hip operation and stay"
ISSUE = "&Issue the estimate"
NOT_A_BILL = "This is an estimate, not a bill."
TOTAL, NO_LINES = "Total", "No line yet. Find the HRG above."
EARLIER = "Issued before"
SEE = "See the letter"
SAY_THE_CARE = "Say in plain words what the care is."
ADD_A_LINE = "Add a line first: find the HRG, then choose the admission."
_ROWS_SHOWN = 5


class EstimatePanel(QWidget):
    """`issue_wanted(Estimate, treatment)` asks to check; `letter_wanted(EstimateLine)` to read."""

    issue_wanted = Signal(object, str)
    letter_wanted = Signal(object)

    def __init__(self, model: EstimateModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._picked: PricedChoice | None = None
        self.estimate: Estimate | None = None
        self.search = SearchField(FIND, FIND_HINT, dense=True)
        self.hint = Label("", scale="small", role="text2", wrap=True)
        self.listing = Listing(("HRG", "Name"))
        self.results = _Results("Prices found", (76, None))
        self.results.setModel(self.listing)
        self.results.setItemDelegate(Rows(self.results))
        self.picked = Label("", weight="strong", wrap=True)
        self.admission = Field(ADMISSION, Choice())
        self.nights = Field(NIGHTS, LineEdit("0"))
        self.add = Button(ADD, icon="plus")
        self.treatment = Field(TREATMENT, LineEdit(placeholder=TREATMENT_HINT))
        self.total = Label("", scale="screen", weight="strong", right=True)
        self.issue = Button(ISSUE, kind="primary", icon="receipt")
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self._lines = Column(gap=0)
        self._earlier = Column(gap=0)
        self._build()
        self._wire()
        self._show_found(())
        self.show_estimate(None)
        self._say("")

    def open_case(self, registration_id: str) -> None:
        """Begin afresh."""
        self.search.clear()
        self.treatment.input.clear()
        self._show_found(())
        self._pick(None)
        self._say("")
        self._model.open(registration_id)

    def show_issued(self, estimates: Sequence[EstimateLine]) -> None:
        """The letters given out before, newest first."""
        clear(self._earlier)
        if estimates:
            self._earlier.addWidget(Label(EARLIER, weight="strong"))
        for line in reversed(estimates):
            see = Button(SEE, kind="text", icon="file-text", scale="small", small=True)
            see.setAccessibleName(f"{SEE}: {line.no}, {line.total}")
            see.clicked.connect(lambda _=False, line=line: self.letter_wanted.emit(line))
            row = Row(gap=10)
            row.addWidget(Label(line.no), 1)
            row.addWidget(Label(str(line.total), weight="strong", right=True))
            row.addWidget(see)
            self._earlier.addLayout(row)

    def show_estimate(self, estimate: Estimate | None) -> None:
        """The lines as priced now."""
        self.estimate = estimate
        clear(self._lines)
        if estimate is None:
            self._lines.addWidget(Label(NO_LINES, role="text2", wrap=True))
        else:
            for line in estimate.lines:
                self._lines.addWidget(self._line(line))
                self._lines.addWidget(Rule())
            self._lines.addWidget(Label(estimate.statement, scale="small", role="text2", wrap=True))
            announce(self, f"{TOTAL} {estimate.total}. {NOT_A_BILL}")
        self.total.setText(f"{TOTAL} {estimate.total}" if estimate else "")

    def refuse(self, known: Known) -> None:
        """Say what to put right, near what it is about."""
        if known.field in ("nights", "length_of_stay"):
            self.nights.set_error(known.message)
            self.nights.input.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, known.message, assertive=True)
        else:
            self._say(known.message)

    def take_focus(self) -> None:
        """The search."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._adding = QWidget()
        grid = Grid(gap=(10, 4))
        grid.addWidget(self.admission, 0, 0)
        grid.addWidget(self.nights, 0, 1)
        grid.addWidget(self.add, 0, 2, Qt.AlignmentFlag.AlignBottom)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 1)
        Column(self._adding, gap=6).holding(self.picked, grid)
        foot = Row(gap=12)
        foot.addWidget(self.issue)
        foot.addStretch(1)
        foot.addWidget(self.total)
        inside = QWidget()
        Column(inside, gap=8, margins=(0, 0, 6, 8)).holding(
            *(self.search, self.hint, self.results, self._adding, self.problem),
            *(Rule(), self._lines, self.treatment, foot),
            *(self._earlier, None),
        )
        Column(self).addWidget(Scroll(inside))

    def _wire(self) -> None:
        self.search.searched.connect(self._model.search)
        self.results.opened.connect(self._take)
        self.admission.input.chosen.connect(self._admit)
        self.add.clicked.connect(self._add)
        self.nights.input.returnPressed.connect(self._add)
        self.issue.clicked.connect(self._issue)
        self._model.found.connect(self._show_found)
        self._model.priced.connect(self._show_priced)
        self._model.refused.connect(self.refuse)

    def _show_found(self, choices: Sequence[PricedChoice]) -> None:
        self.listing.show_rows(
            [
                Line(one, (Cell(one.code, strong=True), Cell(one.name)), f"{one.code}, {one.name}")
                for one in choices
            ]
        )
        self.results.setVisible(bool(choices))
        typed = bool(self.search.text().strip())
        self.hint.setText(PICK if choices else NOTHING)
        self.hint.setVisible(typed)

    def _take(self, row: int) -> None:
        choice = self.listing.thing_at(row)
        if isinstance(choice, PricedChoice):
            self._pick(choice)

    def _pick(self, choice: PricedChoice | None) -> None:
        self._picked = choice
        self._adding.setVisible(choice is not None)
        if choice is None:
            return
        self.picked.setText(f"{choice.code} {choice.name}")
        ways = admissions(choice)
        self.admission.input.set_choices([(one, one.words.capitalize()) for one in ways])
        if len(ways) == 1:
            self.admission.input.set_value(ways[0])
        self.admission.set_error("")
        self.nights.set_error("")
        self.nights.input.setText("0")
        self._admit()
        self.admission.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _admit(self, *_value: object) -> None:
        way = self._way()
        self.nights.input.setEnabled(way is not None and way.stays_overnight)

    def _way(self) -> Admission | None:
        value = self.admission.input.value()  # Qt hands an enumeration of texts back as text
        return None if value is None else Admission(str(value))

    def _add(self) -> None:
        self._say("")
        self.admission.set_error("")
        self.nights.set_error("")
        way = self._way()
        if self._picked is None:
            self._say(ADD_A_LINE)
        elif way is None:
            self.admission.set_error("Choose how the patient comes in.")
            self.admission.input.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._model.add(self._picked.code, way, self.nights.input.text())

    def _show_priced(self, estimate: Estimate | None) -> None:
        grew = estimate is not None and (
            self.estimate is None or len(estimate.lines) > len(self.estimate.lines)
        )
        self.show_estimate(estimate)
        if grew:
            self._pick(None)
            self.search.clear()
            self._show_found(())
            self.treatment.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _issue(self) -> None:
        self._say("")
        self.treatment.set_error("")
        words = self.treatment.input.text().strip()
        if self.estimate is None:
            self._say(ADD_A_LINE)
            self.take_focus()
        elif not words:
            self.treatment.set_error(SAY_THE_CARE)
            self.treatment.input.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, SAY_THE_CARE, assertive=True)
        else:
            self.issue_wanted.emit(self.estimate, words)

    def _line(self, line: PricedLine) -> QWidget:
        remove = IconButton("x", f"Remove {line.hrg}", kind="text")
        remove.clicked.connect(lambda: self._model.remove(line.id))
        nights = f", {line.length_of_stay} nights" if line.length_of_stay else ""
        head = Label(f"{line.hrg} {line.name}, {line.admission.words}{nights}", wrap=True)
        sum_of = Label(
            f"{working(line)}, {line.tariff_year}", scale="small", role="text2", wrap=True
        )
        part = QWidget()
        row = Row(part, gap=10, margins=(0, 4, 0, 4))
        row.addLayout(Column().holding(head, sum_of), 1)
        row.addWidget(Label(str(line.charge), weight="strong", right=True))
        row.addWidget(remove)
        return part

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if words:
            announce(self, words, assertive=True)


class _Results(Table):
    """As high as a few rows, so that the estimate stays in view."""

    def __init__(self, name: str, widths: Sequence[int | None]) -> None:
        super().__init__(name, widths)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Header and five rows."""
        theme = current()
        rows = theme.size("table_row_dense") * _ROWS_SHOWN
        return QSize(theme.px(300), theme.size("table_header") + rows + theme.px(4))
