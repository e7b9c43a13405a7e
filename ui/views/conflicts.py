"""What two machines said differently: those that wait, and what conflicted and who chose.

`case_opened(registration_id)`; `closed()` to go back to the queue. A list of several patients: no
banner.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.billing.reports.report import Report
from app.core.errors import Known
from app.core.match import Match, Reason
from app.replica.record import Subject
from app.services.disputes import Conflict
from app.services.joining_proposals import Because, Proposal
from ui.bound import bound
from ui.cells import Cell
from ui.days import show
from ui.delegates.rows import Rows
from ui.language import as_shown, tr
from ui.models.conflicts import ConflictsModel
from ui.models.listing import Line, Listing
from ui.views.conflict_card import CHOSEN, ConflictCard
from ui.views.records import RecordsPage
from ui.views.reports_rows import lines, widths
from ui.views.settings_panel import WIDE, SettingsPanel
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.layout import Label, Row
from ui.widgets.short_table import ShortTable

TITLE = tr("Two versions")
LEAD = tr("What was said differently on two machines that did not know of each other.")
WAITING, NOTHING = tr("Waiting for a choice"), tr("Nothing waits for a choice.")
COLUMNS = (tr("Case"), tr("Patient"), tr("What differs"), tr("Machines"))
SETTLED, NONE_SETTLED = tr("What conflicted, and who chose"), tr("Nothing has conflicted yet.")
OPEN_CASE, BACK, SAVE = tr("&Open the case"), tr("&Back"), tr("&Save the report")
SAVE_TITLE, FORMS = tr("Save the report"), tr("Spreadsheet (*.csv);;PDF (*.pdf)")
SAVED = tr("Saved as {place}.")
NO_REF = "–"
PAIRS, PAIRS_WHY = (
    tr("Perhaps one person"),
    tr("Put in at two machines that did not know of each other. Nothing is joined by itself."),
)
PAIR_COLUMNS = (tr("Patient"), tr("And"), tr("Born"), tr("Because of"))
BECAUSE = {
    Because.NHS_NUMBER: tr("the same NHS number"),
    Because.NAME_AND_BIRTH: tr("the same name and date of birth"),
}
COMPARE, BACK_TO_LIST = tr("&Compare the records"), tr("Back to the list")


class ConflictsPage(SettingsPanel):
    """The list, the card of the one chosen, and the report."""

    widest = WIDE
    closed = Signal()
    case_opened = Signal(str)

    def __init__(self, model: ConflictsModel, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, LEAD, parent)
        self._model = model
        self._report: Report | None = None
        self.rows = Listing(COLUMNS, self)
        self.table = ShortTable(WAITING, [90, 190, None, 120])
        self.nothing = Label(NOTHING, wrap=True)
        self.card = ConflictCard(model.choose)
        self.open_case = Button(OPEN_CASE, icon="file-text")
        self.back_button = Button(BACK, key="Esc")
        self.pairs = Listing(PAIR_COLUMNS, self)
        self.pairs_table = ShortTable(PAIRS, [190, 190, 150, None])
        self.compare = Button(COMPARE, icon="users")
        self.records = RecordsPage(model.merging(), lambda: model.desk.today, back=BACK_TO_LIST)
        self.report_table = ShortTable(SETTLED, [None])
        self.none_settled = Label(NONE_SETTLED, wrap=True)
        self.save = Button(SAVE, icon="download")
        self._build()
        self._wire()

    def refresh(self) -> None:
        """Read both lists."""
        self._model.refresh()

    def take_focus(self) -> None:
        """On what waits, else on the way back."""
        target = self.table if self.rows.rowCount() else self.back_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_key(self, key: str) -> bool:
        """Esc goes back to the queue."""
        if key == "Esc" and self.pages.currentWidget() is self.records:
            return self.records.close_panel()
        if not super().on_key(key) and key == "Esc":
            self.closed.emit()
        return key == "Esc"

    def refuse(self, known: Known) -> None:
        """A choice that was not kept is told on its card."""
        if self.card.isVisible():
            self.card.refuse(known)
        else:
            super().refuse(known)

    def _build(self) -> None:
        waiting = Card(WAITING, gap=10)
        waiting.body.holding(self.table, self.nothing)
        waiting.body.addLayout(Row(gap=12).holding(self.open_case, self.back_button, None))
        self.table.setItemDelegate(Rows(self.table))
        self.table.setModel(self.rows)
        settled = Card(SETTLED, gap=10)
        settled.body.holding(self.report_table, self.none_settled)
        settled.body.addLayout(Row().holding(self.save, None))
        self.report_table.setItemDelegate(Rows(self.report_table))
        self._pairs = Card(PAIRS, gap=10)
        self._pairs.body.holding(Label(PAIRS_WHY, role="text2", wrap=True), self.pairs_table)
        self._pairs.body.addLayout(Row().holding(self.compare, None))
        self.pairs_table.setItemDelegate(Rows(self.pairs_table))
        self.pairs_table.setModel(self.pairs)
        self.pages.addWidget(self.records)
        self.body.holding(waiting, self.card, self._pairs, settled, None)
        self._pairs.hide()

    def _wire(self) -> None:
        model = self._model
        self.table.selectionModel().currentRowChanged.connect(
            lambda here, _before: self._show_one(here.row())
        )
        self.table.opened.connect(lambda _row: self.card.take_focus())
        self.open_case.clicked.connect(self._open)
        self.compare.clicked.connect(self._compare)
        self.pairs_table.opened.connect(lambda _row: self._compare())
        self.records.closed.connect(self.opened)
        model.proposed.connect(self._show_pairs)
        self.back_button.clicked.connect(self.closed)
        self.save.clicked.connect(self._choose_place)
        model.listed.connect(self._show)
        model.settled.connect(self._show_report)
        model.chosen.connect(self._was_chosen)
        model.saved.connect(bound(self, lambda place: self.tell(SAVED.format(place=place))))
        model.refused.connect(self.refuse)

    def _show(self, found: tuple[Conflict, ...]) -> None:
        place = max(self.table.row(), 0)
        self.rows.show_rows([_line(one) for one in found])
        self.table.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.table.go_to(min(place, max(len(found) - 1, 0)))
        self._show_one(self.table.row())

    def _show_one(self, place: int) -> None:
        one = self.rows.thing_at(place)
        conflict = one if isinstance(one, Conflict) else None
        self.card.show_conflict(conflict, conflict.ref if conflict is not None else "")
        of_case = conflict is not None and conflict.subject is Subject.CASE
        self.open_case.setVisible(of_case)

    def _show_report(self, report: Report) -> None:
        self._report = report
        rows = Listing([column.label for column in report.columns], self)
        rows.show_rows(lines(report))
        self.report_table.set_widths(widths(report, folded=True))
        before = self.report_table.model()
        self.report_table.setModel(rows)
        if before is not None:
            before.deleteLater()
        for part in (self.report_table, self.save):
            part.setVisible(bool(report.rows))
        self.none_settled.setVisible(not report.rows)

    def _show_pairs(self, found: tuple[Proposal, ...]) -> None:
        self.pairs.show_rows([_pair_line(one) for one in found])
        self._pairs.setVisible(bool(found))
        self.pairs_table.go_to(0)

    def _compare(self) -> None:
        one = self.pairs.thing_at(self.pairs_table.row())
        if isinstance(one, Proposal):
            self.pages.setCurrentWidget(self.records)
            self.records.open(Match.of(one.one, Reason.NAME_AND_BIRTH))

    def _was_chosen(self) -> None:
        if self.isVisible():
            self.tell(CHOSEN)
            self.refresh()
            self.take_focus()

    def _open(self) -> None:
        one = self.rows.thing_at(self.table.row())
        if isinstance(one, Conflict):
            self.case_opened.emit(one.about)

    def _choose_place(self) -> None:
        if self._report is None:
            return
        dialog = QFileDialog(self, SAVE_TITLE, str(Path.home()), FORMS)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(f"{self._report.stem}.csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._model.save_to)
        dialog.open()


def _line(one: Conflict) -> Line:
    machines = ", ".join(dict.fromkeys(side.device for side in one.sides))
    texts = (one.ref or NO_REF, one.patient, as_shown(one.label), machines)
    cells = tuple(Cell(text, strong=place == 1) for place, text in enumerate(texts))
    return Line(one, cells, ", ".join(texts))


def _pair_line(one: Proposal) -> Line:
    born = one.one.born or one.other.born
    texts = (
        one.one.banner_name,
        one.other.banner_name,
        show(born) if born else NO_REF,
        BECAUSE[one.because],
    )
    cells = tuple(Cell(text, strong=place < 2) for place, text in enumerate(texts))
    return Line(one, cells, ", ".join(texts))
