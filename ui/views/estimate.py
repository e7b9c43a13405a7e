"""The estimate of a case: find the care, say how and how long, see the sum, issue the letter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.errors import Known
from app.pricing.care import Care
from app.pricing.estimate import Estimate
from app.pricing.request import LineRequest
from app.pricing.statement import NOT_A_BILL, URGENT_CARE
from app.services.calibrating import Calibration
from app.services.casefile import EstimateLine
from ui.bound import bound
from ui.cells import Cell
from ui.delegates.rows import Rows
from ui.language import as_shown, told, tr
from ui.models.estimate import EstimateModel, LineDraft
from ui.models.listing import Line, Listing
from ui.theme import current
from ui.views.estimate_adding import AddCare
from ui.views.estimate_lines import line_row, unconfirmed_words, version_row, why_it_ranges
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Column, Label, Row, Rule, clear
from ui.widgets.scroll import Scroll
from ui.widgets.search import ListSearch
from ui.widgets.table import Table
from ui.widgets.typed import Beside, Typed

FIND, FIND_HINT = tr("Find the care"), tr("Words, specialty or code, such as hip replacement")
NOTHING = tr("No care answers to these words. Try a part of the word, the specialty or the code.")
PICK = tr("Down to the list, then Enter.")
TREATMENT, TREATMENT_HINT = (
    tr("The care in plain words, for the letter"),
    tr("Such as hip operation and stay"),
)
ISSUE, READ_FIRST = tr("&Issue the estimate"), tr("Read the letter first")
HOW, LESS = tr("What this rests on"), tr("Show less")
TOTAL, NO_LINES = tr("Total"), tr("No line yet. Find the care above.")
NO_CHARGE = tr("No charge to this patient")
EARLIER = tr("Letters given out")
SAY_THE_CARE = tr("Say in plain words what the care is.")
ADD_A_LINE = tr("Add a line first: find the care, then choose the admission.")
SAY_WHY = tr("Why may the average cost be billed?")
SAY_WHY_FIRST = tr("Say above why the average cost may be billed, then confirm it.")
_ROWS_SHOWN = 5


ESTIMATE = tr("Estimate")
_Work = tuple[tuple[LineRequest, ...], str, str]  # lines, treatment, why a price is confirmed


class EstimatePanel(QWidget):
    """`issue_wanted(Estimate, treatment)` asks to check; `letter_wanted(EstimateLine)` to read."""

    issue_wanted = Signal(object, str)
    letter_wanted = Signal(object)

    def __init__(self, model: EstimateModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._calibrations: tuple[Calibration, ...] = ()
        self.estimate: Estimate | None = None
        self._about = ""
        self._begun: _Work | None = None  # what the case began with, once it is known
        self._typed = Typed(
            *(self, "estimate"),
            read=self._changed,
            show=self._take_up,
            beside=Beside(
                ESTIMATE, lambda: self._begun
            ),  # where another was issued since, that one
        )
        self.search = ListSearch(FIND, FIND_HINT, dense=True)
        self.hint = Label("", scale="small", role="text2", wrap=True)
        self.listing = Listing((tr("Code"), tr("Name")))
        self.results = _Results(tr("Care found"), (76, None))
        self.results.setModel(self.listing)
        self.results.setItemDelegate(Rows(self.results))
        self.adding = adding = AddCare()
        self._line = Typed(adding, "care_line", read=adding.standing, show=adding.stand)
        self.range = Label("", wrap=True)
        self.record = Label("", scale="small", role="text2", wrap=True)
        self.treatment = Field(TREATMENT, LineEdit(placeholder=TREATMENT_HINT))
        self.total = Label("", scale="screen", weight="strong", right=True)
        self.issue = Button(ISSUE, kind="primary", icon="receipt")
        self.read_first = Button(READ_FIRST, icon="file-text")
        self.fold = Button(HOW, kind="text", icon="chevron-down", scale="small", small=True)
        self.working = Label("", scale="small", role="text2", wrap=True)
        self.why = Field(SAY_WHY, LineEdit())
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self._lines = Column(gap=0)
        self._earlier = Column(gap=4)
        self._build()
        self._wire()
        self._show_found(())
        self.show_estimate(None)
        self._say("")

    def open_case(self, registration_id: str) -> None:
        """Begin with the lines of the case's last estimate, or afresh."""
        self._typed.set_down()
        self._line.follow(registration_id)
        self._about, self._begun = registration_id, None
        self.why.input.clear()
        self.search.clear()
        self.treatment.input.clear()
        self._show_found(())
        self.adding.pick(None)
        self._say("")
        self._model.open(registration_id)

    def show_issued(self, estimates: Sequence[EstimateLine]) -> None:
        """The letters given out before, newest first, and how each stands."""
        clear(self._earlier)
        may_confirm = self._model.may_confirm() and bool(estimates) and estimates[-1].provisional
        self.why.setVisible(may_confirm)
        if estimates:
            self._earlier.addWidget(Label(EARLIER, weight="strong"))
        for line in reversed(estimates):
            asks = may_confirm and line is estimates[-1]
            self._earlier.addWidget(
                version_row(
                    line,
                    partial(self.letter_wanted.emit, line),
                    partial(self._confirm, line) if asks else None,
                )
            )

    def show_estimate(self, estimate: Estimate | None) -> None:
        """The lines as priced now."""
        self.estimate = estimate
        clear(self._lines)
        self._show_range(estimate)
        for part in (self.fold, self.total):
            part.setVisible(estimate is not None)
        self._fold(shown=False)
        if estimate is None:
            self._lines.addWidget(Label(NO_LINES, role="text2", wrap=True))
            self.total.setText("")
            return
        for line in estimate.lines:
            self._lines.addWidget(line_row(line, partial(self._model.remove, line.id)))
            self._lines.addWidget(Rule())
        assured = f"{as_shown(NOT_A_BILL)} {as_shown(URGENT_CARE)}"
        note = Row(margins=(0, 4, 0, 0))
        note.addWidget(Label(assured, scale="small", role="text2", wrap=True))
        self._lines.addLayout(note)
        statement = as_shown(estimate.statement)
        self.working.setText(f"{statement}\n\n{unconfirmed_words(estimate)}".strip())
        self.total.setText(f"{TOTAL} {estimate.total}" if estimate.billed else NO_CHARGE)
        announce(self, f"{self.total.text()}. {as_shown(NOT_A_BILL)}")

    def refuse(self, known: Known) -> None:
        """Say what to put right, near what it is about."""
        if not self.adding.refuse(known):
            self._say(told(known))

    def take_focus(self) -> None:
        """The search."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        acts = Flow(gap=(12, 8))
        acts.addWidget(self.issue)
        acts.addWidget(self.read_first)
        inside = QWidget()
        Column(inside, gap=8, margins=(3, 3, 6, 8)).holding(
            *(self.search, self.hint, self.results, self.adding, self.problem),
            *(Rule(), self._lines, self.total, self.range, self.record),
            *(self.fold, self.working, self.treatment, acts),
            *(self._earlier, self.why, None),
        )
        Column(self).addWidget(Scroll(inside))

    def _wire(self) -> None:
        self.search.searched.connect(self._model.search)
        self.search.left_downwards.connect(self._to_results)
        self.results.opened.connect(self._take)
        self.adding.added.connect(self._add)
        self.fold.clicked.connect(lambda: self._fold(shown=self.working.isHidden()))
        self.issue.clicked.connect(self._issue)
        self.read_first.clicked.connect(self._read_first)
        self._model.found.connect(self._show_found)
        self._model.priced.connect(self._show_priced)
        self._model.begun.connect(self.treatment.input.setText)
        self._model.planned.connect(self._plan)
        self._model.calibrated.connect(self._take_calibrations)
        self._model.refused.connect(self.refuse)
        self._model.ready.connect(self._begin)
        self._model.ready.connect(bound(self, lambda _lines: self._line.arrive()))
        self._model.issued.connect(bound(self, lambda _issued: self._begin(())))

    def _begin(self, lines: tuple[LineRequest, ...]) -> None:
        """What was changed since, and not issued, outlasts a lock: lines and words."""
        self._begun = (lines, self.treatment.input.text(), "")
        self._typed.take_up(self._about)

    def _changed(self) -> _Work | None:
        now = (self._model.lines(), self.treatment.input.text(), self.why.input.text())
        return None if self._begun in (None, now) else now

    def _take_up(self, changed: _Work) -> None:
        lines, words, why = changed
        self.treatment.input.setText(words)
        self.why.input.setText(why)
        self._model.take_up(lines)

    def _plan(self, care: Care) -> None:
        """The care the record speaks of, unless a line is begun already."""
        if self.adding.care is None:
            self.adding.pick(care, take_focus=False)
            self._line.done()

    def _fold(self, *, shown: bool) -> None:
        self.working.setVisible(shown)
        self.fold.setText(LESS if shown else HOW)

    def _show_found(self, found: Sequence[Care]) -> None:
        groups = [one for one in found if one.group]
        rows = [
            Line(
                one,
                (Cell(one.code, strong=True), Cell(_short(one, groups))),
                f"{one.code}, {one.name}",
            )
            for one in found
        ]
        self.listing.show_rows(rows)
        self.results.setVisible(bool(found))
        typed = bool(self.search.text().strip())
        self.hint.setText(PICK if found else NOTHING)
        self.hint.setVisible(typed)

    def _to_results(self) -> None:
        if self.listing.rowCount():
            self.results.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, row: int) -> None:
        care = self.listing.thing_at(row)
        if isinstance(care, Care):
            self.adding.pick(care)

    def _add(self, draft: LineDraft) -> None:
        self._say("")
        self._model.add(draft)

    def _show_priced(self, estimate: Estimate | None) -> None:
        was_adding = self.adding.care is not None
        grew = estimate is not None and (
            self.estimate is None or len(estimate.lines) > len(self.estimate.lines)
        )
        self.show_estimate(estimate)
        if grew and was_adding:
            self.adding.pick(None)
            self.search.clear()
            self._show_found(())
            self.treatment.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_range(self, estimate: Estimate | None) -> None:
        words = why_it_ranges(estimate) if estimate is not None else ""
        self.range.setText(words)
        self.range.setVisible(bool(words))
        specialties = {line.specialty for line in estimate.lines} if estimate is not None else set()
        told = [one.words for one in self._calibrations if one.record.specialty in specialties]
        self.record.setText(" ".join(told))
        self.record.setVisible(bool(told))

    def _take_calibrations(self, found: tuple[Calibration, ...]) -> None:
        self._calibrations = found
        self._show_range(self.estimate)

    def _issue(self) -> None:
        words = self._whole()
        if words and self.estimate is not None:
            self.issue_wanted.emit(self.estimate, words)

    def _read_first(self) -> None:
        words = self._whole()
        if words:
            self._model.draft(words)

    def _whole(self) -> str:
        """The words for the letter, once there is a line and something is said."""
        self._say("")
        self.treatment.set_error("")
        words = self.treatment.input.text().strip()
        if self.estimate is None:
            self._say(ADD_A_LINE)
            self.take_focus()
            return ""
        if not words:
            self.treatment.set_error(SAY_THE_CARE)
            self.treatment.input.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, SAY_THE_CARE, assertive=True)
        return words

    def _confirm(self, line: EstimateLine) -> None:
        why = self.why.input.text().strip()
        self.why.set_error("" if why else SAY_WHY_FIRST)
        if why:
            self._model.confirm_provisional(line.no, why)
        else:
            self.why.input.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, SAY_WHY_FIRST, assertive=True)

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if words:
            announce(self, words, assertive=True)


def _short(care: Care, groups: Sequence[Care]) -> str:
    """The name; under its group only what tells one code from the next, which would be cut."""
    for group in groups:
        if not care.group and care.code[:4] == group.code and care.name.startswith(group.name):
            return f"… {care.name.removeprefix(group.name).lstrip(', ')}"
    return care.name


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
