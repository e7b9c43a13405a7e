"""Letters of several cases: how far they are, what there is to print, and what stays and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.errors import Known
from app.services.queue_letters import OfCase, Paper
from ui.cells import Cell
from ui.days import show
from ui.delegates.rows import Rows
from ui.language import told, tr
from ui.models.listing import Line, Listing
from ui.models.pdf import Pages
from ui.models.queue_letters import ASK, PRINT, QueueLetters
from ui.views.pdf_out import NOT_PRINTED, image_of, show_dialog
from ui.views.pdf_preview import PdfPreview
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.flow import Flow
from ui.widgets.layout import Column, Label
from ui.widgets.progress import Bar
from ui.widgets.scroll import Scroll
from ui.widgets.short_table import ShortTable

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

TITLES = {ASK: tr("Ask for documents"), PRINT: tr("Print letters")}
GATHERING, PRINTING = tr("{done} of {total} cases"), tr("{done} of {total} letters")
STOP, BACK = tr("&Stop here"), tr("&Back to the queue")
PRINT_THEM = tr("&Print 1 letter"), tr("&Print {count} letters")
WRITTEN = (
    tr("1 letter written, dated today and kept in its case."),
    tr("{count} letters written, dated today and kept in their cases."),
)
READY = tr("1 letter to print."), tr("{count} letters to print.")
NONE = tr("There is nothing to print.")
LETTERS = tr("Letters")
COLUMNS = tr("Ref"), tr("Patient"), tr("Born"), tr("Letter")
BORN, NO_BIRTH = tr("born {day}"), tr("Not known")
LOOK = tr("&Look at it")
STAY_HEAD = tr("Cases that stay as they are")
STAYS = tr("1 case stays as it is:"), tr("{count} cases stay as they are:")
STOPPED = tr("Stopped: 1 case was not begun."), tr("Stopped: {count} cases were not begun.")
PRINTED = (
    tr("1 letter sent to the printer. Mark it as posted in its case once it goes."),
    tr("{count} letters sent to the printer. Mark each as posted in its case once it goes."),
)
SAVED = (
    tr("1 letter saved, not printed. Keep it where only your team can read it."),
    tr("{count} letters saved in one file, not printed. Keep it where only your team can read it."),
)
PRINT_JOB = tr("Letters")


class QueueLettersPage(QWidget):
    """`closed` leads back to the list. Nothing goes to a printer but by the button here."""

    closed = Signal()

    def __init__(self, model: QueueLetters, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._cases = 0
        self._what = PRINT
        self._papers: tuple[Paper, ...] = ()
        self._printer: QPrinter | None = None
        self._painter: QPainter | None = None
        self._first = True
        self.title = Label("", scale="title", weight="strong", wrap=True)
        self.words = Label("", wrap=True)
        self.bar = Bar(tr("Progress of the letters"))
        self.stop = Button(STOP, icon="x")
        self.print_button = Button(PRINT_THEM[0], kind="primary", icon="printer")
        self.back = Button(BACK, icon="chevron-left")
        self.rows = Listing(COLUMNS, self)
        self.table = ShortTable(LETTERS, [90, 240, 130, None])
        self.look = Button(LOOK, icon="file-text")
        self.preview = PdfPreview(model.reader())
        self.stays = Label("", weight="strong", wrap=True)
        self.why = Facts(STAY_HEAD)
        self._build()
        self._wire()

    def begin(self, what: str, cases: tuple[str, ...]) -> None:
        """Write requests, or find what waits to be printed, for these cases."""
        self._what, self._cases, self._papers = what, len(cases), ()
        self.title.setText(TITLES[what])
        self.stays.setText("")
        self.why.show_facts(())
        self._show_working(True)
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self._model.gather(what, cases)

    def on_key(self, key: str) -> bool:
        """Esc closes the letter that is looked at, else leads back to the list of cases."""
        if key != "Esc":
            return False
        if self._pages.currentWidget() is self.preview:
            self.preview.close_letter()
        else:
            self.leave()
        return True

    def leave(self) -> None:
        """Back to the list; what is being done is finished, and no more is begun."""
        self._model.stop()
        self.closed.emit()

    def print_on(self, printer: QPrinter) -> None:
        """Send every letter to a printer that was chosen, one whole letter after another."""
        printer.setFullPage(True)  # the letters bring their own margins
        painter = QPainter()
        if not painter.begin(printer):
            self._tell(NOT_PRINTED)
            return
        self._printer, self._painter, self._first = printer, painter, True
        self._show_working(True)
        self._model.draw(self._papers)

    def _build(self) -> None:
        card = Card(margins=(20, 18, 20, 18), gap=12)
        card.body.addWidget(self.title)
        card.body.addWidget(self.words)
        card.body.addWidget(self.bar)
        acts = Flow(gap=(8, 6))
        for button in (self.stop, self.print_button, self.look, self.back):
            acts.addWidget(button)
        card.body.addLayout(acts)
        card.body.addWidget(self.table)
        self.table.setModel(self.rows)
        self.table.setItemDelegate(Rows(self.table))
        card.body.addWidget(self.stays)
        card.body.addWidget(self.why)
        card.body.addStretch(1)
        inside = QWidget()
        Column(inside, margins=(24, 16, 24, 16)).addWidget(card)
        self._pages = QStackedWidget()
        for page in (Scroll(inside), self.preview):
            self._pages.addWidget(page)
        Column(self).addWidget(self._pages)

    def _wire(self) -> None:
        self.stop.clicked.connect(self._model.stop)
        self.back.clicked.connect(self.leave)
        self.look.clicked.connect(self._look)
        self.table.opened.connect(lambda _row: self._look())
        self.preview.closed.connect(self._back_to_letters)
        self.print_button.clicked.connect(self._choose_printer)
        self._model.progress.connect(self._show_progress)
        self._model.gathered.connect(self._show_gathered)
        self._model.printable.connect(self._print)
        self._model.printed.connect(self._show_printed)
        self._model.refused.connect(self._refuse)

    def _show_working(self, working: bool) -> None:
        self.bar.setVisible(working)
        self.stop.setVisible(working)
        for part in (self.print_button, self.table, self.look):
            part.setVisible(not working and bool(self._papers))
        self.back.setVisible(not working)

    def _show_progress(self, done: int, total: int) -> None:
        words = PRINTING if self._painter is not None else GATHERING
        self.words.setText(words.format(done=done, total=total))
        self.bar.show_progress(done, total)

    def _show_gathered(self, found: tuple[OfCase, ...]) -> None:
        self._papers = tuple(paper for one in found for paper in one.papers)
        count = len(self._papers)
        said = [_some(WRITTEN if self._what == ASK else READY, count) if count else NONE]
        if len(found) < self._cases:
            said.append(_some(STOPPED, self._cases - len(found)))
        stay = [(one.ref, one.why_not) for one in found if one.why_not]
        self.stays.setText(_some(STAYS, len(stay)) if stay else "")
        self.why.show_facts(stay)
        self.print_button.set_words(_some(PRINT_THEM, count))
        self.rows.show_rows([_line(paper) for paper in self._papers])
        self.table.go_to(0)
        self._show_working(False)
        self._tell(" ".join(said))
        (self.print_button if count else self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        """One letter as it will be printed."""
        paper = self.rows.thing_at(self.table.row())
        if isinstance(paper, Paper):
            self._pages.setCurrentWidget(self.preview)
            words = ", ".join((paper.patient, _born(paper)))
            title = f"{paper.name}, {paper.ref}"
            self.preview.show_pdf(title, paper.pdf, words, file_id=paper.file_id)

    def _back_to_letters(self) -> None:
        self._pages.setCurrentIndex(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_printer(self) -> None:
        # Only once somebody prints: it would slow down every start.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(PRINT_JOB)
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: self.print_on(printer))
        show_dialog(dialog)

    def _print(self, pages: Pages) -> None:
        if self._painter is None or self._printer is None:
            return
        for picture in pages.pictures:
            if not self._first:
                self._printer.newPage()
            self._first = False
            self._painter.drawImage(self._painter.viewport(), image_of(picture))
        self._model.took(saved=bool(self._printer.outputFileName()))

    def _show_printed(self, count: int) -> None:
        if self._painter is not None:
            self._painter.end()
        into_file = self._printer is not None and self._printer.outputFileName()
        self._printer = self._painter = None
        self._show_working(False)
        self._tell(_some(SAVED if into_file else PRINTED, count))
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self, known: Known) -> None:
        if self._painter is not None:
            self._model.give_up()
            self._painter.end()
            self._printer = self._painter = None
        self._show_working(False)
        self._tell(told(known))

    def _tell(self, words: str) -> None:
        self.words.setText(words)
        announce(self, words)


def _born(paper: Paper) -> str:
    return BORN.format(day=show(paper.born)) if paper.born else NO_BIRTH


def _line(paper: Paper) -> Line:
    texts = (paper.ref, paper.patient, show(paper.born) if paper.born else NO_BIRTH, paper.name)
    cells = tuple(Cell(text, strong=place == 1) for place, text in enumerate(texts))
    return Line(paper, cells, ", ".join((paper.ref, paper.patient, _born(paper), paper.name)))


def _some(words: tuple[str, str], count: int) -> str:
    """The words for one, or those for several."""
    return (words[0] if count == 1 else words[1]).format(count=count)
