"""Money, reports: what the ledger says, as of a day; seen, saved, printed; a month closed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.billing.reports.report import Report
from app.billing.reports.years import FinancialYear
from app.core.errors import BadInput, Known
from app.services.closing import ClosedMonth, ToClose
from app.services.reporting import Asked, Listed
from ui.bound import bound
from ui.cells import Cell
from ui.days import long, show
from ui.delegates.rows import Rows
from ui.language import as_shown, spoken, told, tr
from ui.models.listing import Line, Listing
from ui.models.pdf import PdfModel
from ui.models.reports import ReportsModel
from ui.theme import current
from ui.views.money_pages import PagedPanel
from ui.views.reports_rows import lines, widths
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.check import Check
from ui.widgets.choices import TickBox
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.inputs import Choice, DateEdit
from ui.widgets.layout import NONE, Label, Row
from ui.widgets.table import Table

LIST, PICK, UP_TO, YEAR = (
    tr("Reports"),
    tr("&Report"),
    tr("&Up to the end of"),
    tr("Financial &year"),
)
TODAY = tr("Today")
ALL_YEARS, SMALL = tr("All years"), tr("Tell numbers under &five")
SEE, SAVE, CLOSE = tr("See it as a &PDF"), tr("&Save it"), tr("&Close a month")
SAVE_TITLE, FORMS = tr("Save the report"), tr("Spreadsheet (*.csv);;PDF (*.pdf)")
SAVED = tr("Saved as {place}.")
NOTHING_TO_CLOSE = tr("No month that has ended is open.")
LAST = tr("{month} was closed by {who} on {day}.")
BEFORE = tr("{month}, by {who} on {day}")
CHECK_CLOSE, CONFIRM_CLOSE = tr("Check before you close {month}"), tr("&Close {month} for good")
CLOSE_THEN = tr(
    "Nothing is posted in a closed month any more, and it is never opened again. What was wrong "
    "in it is put right by a document of the open month."
)
CLOSED = tr("{month} is closed.")
NOTE_LINES = (tr("income"), tr("cash"), tr("impairment"), tr("written off"))
_YEARS = 10
_LIST, _BESIDE_FROM, _LEAST, _FIELD = 236, 860, 220, 250


class ReportsPanel(PagedPanel):
    """A list of reports at the left; the one chosen, its day and year, at the right."""

    def __init__(self, model: ReportsModel, pdf: PdfModel) -> None:
        super().__init__(model, pdf)
        self._reports = model
        self._report: Report | None = None
        self._folded = False
        self._listed: tuple[Listed, ...] = ()
        self.names = Listing([LIST], self)
        self.list = Table(LIST, [None], dense=False)
        self.figures = Table(tr("Figures"), [None])
        self.title = Label("", scale="title", weight="strong", wrap=True)
        self.sentence = Label("", role="text2", wrap=True)
        self.notes = Label("", role="text2", wrap=True)
        self.pick = Field(PICK, Choice())  # in the place of the list where there is no room
        self.day = Field(UP_TO, DateEdit(model.today, past=True, placeholder=TODAY))
        self.year = Field(YEAR, Choice())
        self.small = TickBox(SMALL)
        self.see = Button(SEE, icon="file-text")
        self.save = Button(SAVE, icon="download")
        self.close_month = Button(CLOSE, icon="lock")
        self._build()
        self._wire()
        self.restyle()

    def opened(self) -> None:
        """The list, and the report chosen last made again."""
        self.close_month.setVisible(self._reports.may_close())
        super().opened()

    def take_focus(self) -> None:
        """To what chooses the report."""
        choosing = self.pick.input if self.pick.isVisibleTo(self) else self.list
        choosing.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """The list beside the figures, or in one line above them."""
        theme = current()
        self._folded = folded = self.width() < theme.px(_BESIDE_FROM)
        self.pick.setVisible(folded)
        self._list_card.setVisible(not folded)
        self._list_card.setFixedWidth(theme.px(_LIST))
        self.figures.setMinimumHeight(theme.px(_LEAST))
        if self._report is not None:
            self.figures.set_widths(widths(self._report, folded=folded))
        for field in (self.day, self.year):
            field.setMaximumWidth(theme.px(_FIELD))

    # Inside

    def _build(self) -> None:
        self._list_card = Card(margins=(2, 6, 10, 6), gap=0)
        self._list_card.body.set_margins(NONE)
        self._list_card.body.addWidget(self.list, 1)
        self.list.setModel(self.names)
        self.list.setItemDelegate(Rows(self.list))
        self.figures.setItemDelegate(Rows(self.figures))
        asking = Row(gap=14)
        asking.addWidget(self.day, 2)
        asking.addWidget(self.year, 2)
        asking.addWidget(self.small, 0, Qt.AlignmentFlag.AlignBottom)
        asking.addStretch(1)
        told = Card(margins=(22, 16, 12, 16), gap=10)
        for part in (self.pick, self.title, self.sentence):
            told.body.addWidget(part)
        told.body.addLayout(asking)
        told.body.addWidget(self.problem)
        told.body.addWidget(self.figures, 1)
        told.body.addWidget(self.notes)
        told.body.addWidget(self.said)
        acts = Flow(gap=(10, 8))
        for button in (self.see, self.save, self.close_month):
            acts.addWidget(button)
        told.body.addLayout(acts)
        inside = QWidget()
        across = Row(inside, gap=14, margins=(24, 10, 24, 12))
        across.addWidget(self._list_card)
        across.addWidget(told, 1)
        self.lay(inside)

    def _wire(self) -> None:
        model = self._reports
        model.listed.connect(self._show_list)
        model.made.connect(self._show)
        model.not_made.connect(self._show_nothing)
        model.printed.connect(self._show_pdf)
        model.saved.connect(bound(self, lambda place: self.tell(SAVED.format(place=place))))
        model.to_close.connect(self._check_close)
        model.none_to_close.connect(self._say_none_to_close)
        model.closed.connect(self._was_closed)
        model.refused.connect(self._refuse)
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self._chosen())
        self.list.opened.connect(lambda _row: self.figures.setFocus())
        self.pick.input.chosen.connect(lambda place: self.list.go_to(int(str(place))))
        self.day.input.editingFinished.connect(self._ask)
        self.year.input.chosen.connect(lambda _year: self._ask())
        self.small.toggled.connect(lambda _on: self._ask())
        self.see.clicked.connect(self._see)
        self.save.clicked.connect(self._choose_place)
        self.close_month.clicked.connect(self._reports.prepare_close)

    def _current(self) -> Listed | None:
        found = self.names.thing_at(self.list.row())
        return found if isinstance(found, Listed) else None

    def _show_list(self, listed: tuple[Listed, ...]) -> None:
        if listed != self._listed:
            self._listed = listed
            # First the choices: showing the rows makes one of them the current one already.
            self.pick.input.set_choices([(at, one.label) for at, one in enumerate(listed)])
            self.names.show_rows([Line(one, (Cell(one.label),), one.label) for one in listed])
            self.list.go_to(0)
        self._ask()

    def _chosen(self) -> None:
        """Another report: its own years, and none of what was said of the one before."""
        chosen = self._current()
        if chosen is None:
            return
        self.pick.input.set_value(self.list.row())
        years = [(year, str(year)) for year in self._reports.years(_YEARS)]
        self.year.input.set_choices([("", ALL_YEARS), *years] if chosen.counts_people else years)
        self.year.input.set_value("" if chosen.counts_people else years[0][0])
        self.year.setVisible(chosen.by_year)
        self.small.setVisible(chosen.counts_people)
        self.tell("")
        self._ask()

    def _ask(self) -> None:
        chosen = self._current()
        if chosen is None:
            return
        self.day.set_error("")
        try:
            day = self.day.input.value()
        except BadInput as wrong:
            self.day.set_error(told(wrong))
            return
        year = self.year.input.value()
        self._reports.ask(
            chosen.name,
            Asked(
                on=day,
                year=year if chosen.by_year and isinstance(year, FinancialYear) else None,
                small_numbers=self.small.isChecked(),
            ),
        )

    def _show(self, report: Report) -> None:
        chosen = self._current()
        if chosen is None or chosen.name != report.name:
            return  # another was chosen meanwhile
        self._report = report
        self.say("")
        self.title.setText(f"{report.title}, {long(report.as_of)}")
        self.sentence.setText(report.sentence)
        self.notes.setText("\n".join(map(spoken, report.notes)))
        self.notes.setVisible(bool(report.notes))
        rows = Listing([column.label for column in report.columns], self)
        rows.show_rows(lines(report))
        self.figures.setAccessibleName(report.title)
        self.figures.set_widths(widths(report, folded=self._folded))
        self._put_figures(rows)
        for button in (self.see, self.save):
            button.setEnabled(True)

    def _show_nothing(self, known: Known) -> None:
        """No figures but those asked for: a refusal takes the ones before away."""
        chosen = self._current()
        self._report = None
        self.title.setText(chosen.label if chosen is not None else "")
        self.sentence.setText("")
        self.notes.hide()
        self._put_figures(Listing([], self))
        for button in (self.see, self.save):
            button.setEnabled(False)
        if known.field == "on":
            self.day.set_error(told(known))
        else:
            self.say(told(known))

    def _put_figures(self, rows: Listing) -> None:
        before = self.figures.model()
        self.figures.setModel(rows)
        if before is not None:
            before.deleteLater()

    def _see(self) -> None:
        if self._report is not None:
            self._reports.print_it(self._report)

    def _show_pdf(self, title: str, pdf: bytes) -> None:
        self.pages.setCurrentWidget(self.letter)
        self.letter.show_pdf(title, pdf)

    def _choose_place(self) -> None:
        if self._report is None:
            return
        report = self._report
        dialog = QFileDialog(self, SAVE_TITLE, str(Path.home()), FORMS)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(f"{report.stem}.csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda place: self._reports.save_to(report, place))
        dialog.open()

    def _say_none_to_close(self, last: ClosedMonth | None) -> None:
        self.tell(" ".join([NOTHING_TO_CLOSE, *([LAST.format(**_closed(last))] if last else [])]))

    def _check_close(self, found: ToClose, last: ClosedMonth | None) -> None:
        if found.problems:
            self.say(" ".join(map(as_shown, found.problems)))
            return
        self.ask(close_check(found, last), lambda: self._reports.close_month(found))

    def _was_closed(self, closed: ClosedMonth) -> None:
        self.back()
        self.tell(CLOSED.format(month=spoken(closed.month.words)))

    def _refuse(self, known: Known) -> None:
        self.back()
        self.say(told(known))


def _closed(last: ClosedMonth) -> dict[str, str]:
    day = show(date.fromisoformat(last.closed_at[:10]))
    return {"month": spoken(last.month.words), "who": last.closed_by, "day": day}


def close_check(found: ToClose, last: ClosedMonth | None) -> Check:
    """What a close fixes and posts, and which month was closed before it."""
    month, allowed = spoken(found.month.words), found.allowance
    year = found.year
    fixed = (
        tuple(
            (f"{year.year} {words}", str(amount))
            for words, amount in zip(NOTE_LINES, year.lines, strict=True)
        )
        if year is not None
        else ()
    )
    return Check(
        title=CHECK_CLOSE.format(month=month),
        facts=(
            (tr("Receivables at its end"), str(found.receivables)),
            (tr("Allowance needed"), str(allowed.required)),
            (tr("It stands at"), str(allowed.standing)),
            (tr("Posted by the close"), str(allowed.change)),
            (tr("Waiting for approval"), str(found.waiting)),
            *fixed,
            *(((tr("Closed last"), BEFORE.format(**_closed(last))),) if last else ()),
        ),
        then=CLOSE_THEN,
        confirm=CONFIRM_CLOSE.format(month=month),
        icon="lock",
    )
