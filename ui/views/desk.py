"""The Desk: start, ladder, visitor page and outcome, of one patient at a time.

desk = DeskPage(DeskModel(...), RegistrationModel(...), PaperModel(...), PdfModel(...), Beside(...))
desk.patient_opened.connect(lambda patient: shell.set_patient(patient, clock.today()))
desk.patient_closed.connect(lambda: shell.set_patient(None, clock.today()))
shell.add_page("desk", desk, rail=RailItem("desk", "Desk", "user-search"), banner=True)
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cached_property

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.errors import Known
from app.core.match import Match
from app.core.people import Patient
from app.services.countries import CountryName
from app.services.paper import PrintedForm
from app.services.registration import Place
from ui.models.beside import Beside
from ui.models.desk import DeskLists, DeskModel
from ui.models.paper import PaperModel
from ui.models.pdf import PdfModel
from ui.models.registration import RegistrationModel, Showing
from ui.views.card_page import CardPage
from ui.views.desk_beside import DeskBeside
from ui.views.desk_panels import DeskPanels
from ui.views.desk_passports import DeskPassports
from ui.views.desk_start import DeskStart
from ui.views.interruption import Interruption
from ui.views.ladder import LadderView
from ui.views.outcome import OutcomeView
from ui.views.paper import KeyFormView
from ui.views.papers_shown import PapersShown
from ui.views.pdf_preview import PdfPreview
from ui.views.records import RecordsPage
from ui.views.visitor import VisitorView
from ui.widgets.layout import Column, laid_out_later
from ui.widgets.lookup import Option
from ui.widgets.page import Page
from ui.widgets.reading import in_reading_order


class DeskPage(Page):
    """Shows the one screen that the open registration asks for.

    `patient_opened(Patient)` and `patient_closed()` tell the shell what its banner shows;
    `turned(bool)` that the screen is turned to the patient, who needs no rail.
    """

    patient_opened = Signal(object)
    patient_closed = Signal()
    turned = Signal(bool)

    def __init__(
        self,
        model: DeskModel,
        registration: RegistrationModel,
        paper: PaperModel,
        pdf: PdfModel,
        beside: Beside,
        *,
        panels: DeskPanels | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`panels` are those that were made before."""
        super().__init__(parent)
        self._model, self._registration = model, registration
        panels = panels or DeskPanels(model, registration, beside)
        self.start, self.ladder, self.visitor = panels.start, panels.ladder, panels.visitor
        self.outcome, self.papers = panels.outcome, panels.papers
        self.interruption = Interruption()
        self._paper, self._pdf, self._documents = paper, pdf, beside.documents
        for view in (self.visitor, self.outcome):
            view.offer(self.papers.opener())
        self.stack = QStackedWidget()
        self.passports = DeskPassports(
            model.passports,
            registration,
            pages=self.stack,
            start=self.start,
            visitor=self.visitor,
            refuse=self._refuse,
        )
        self._showing: Showing | None = None
        self._banner: Patient | None = None
        self._soon = QTimer(self)  # rows come and go; Tab follows them once they have settled
        self._countries_asked = self._leaving = False
        shown = (self.start, self.ladder, self.visitor, self.outcome, self.interruption)
        for page in (*shown, self.papers):
            self.stack.addWidget(page)
        self.beside = DeskBeside(
            beside,
            registration,
            paper,
            pages=self.stack,
            ladder=self.ladder,
            visitor=self.visitor,
            outcome=self.outcome,
            take_focus=self._take_focus,
        )
        self._told = (
            *(beside.documents.listed, beside.documents.drawn),
            *(beside.needs.read, beside.finish.read, beside.language.loaded),
        )
        Column(self).addWidget(self.stack)
        self._wire()

    @cached_property
    def key_form(self) -> KeyFormView:
        """Where a paper form is keyed; this and the next are made when first asked for."""
        page = KeyFormView(self._paper, self._documents.another())
        page.opened_for.connect(self._open_form)
        page.left.connect(self._leave_form)
        self.stack.addWidget(page)
        return page

    @cached_property
    def card(self) -> CardPage:
        """A card or certificate of the patient who is open."""
        page = CardPage(self._model.cards, self._model.today)
        page.left.connect(self.beside.uncover)
        self.stack.addWidget(page)
        return page

    @cached_property
    def letter(self) -> PdfPreview:
        """What is printed, on screen first."""
        page = PdfPreview(self._pdf)
        page.closed.connect(self._after_letter)
        self.stack.addWidget(page)
        return page

    @cached_property
    def records(self) -> RecordsPage:
        """Two records that may be one person's."""
        page = RecordsPage(self._model.merging, self._model.today)
        page.closed.connect(self.beside.uncover)
        self.stack.addWidget(page)
        return page

    def opened(self) -> None:
        """The shell shows the desk: go on where the person was."""
        if not self._countries_asked:
            self._countries_asked = True
            self._model.load_countries()
        if self.stack.currentWidget() is self.start:
            self.start.opened()
        elif isinstance(self.stack.currentWidget(), KeyFormView):
            self._open_form(self.key_form.form.patient if self.key_form.form else None)
            self.key_form.take_focus()
        else:
            self._model.refresh()
            self._take_focus()

    def on_key(self, key: str) -> bool:
        """F2 finds the next patient; Esc closes a panel and discards nothing."""
        if key == "F2":
            self.next_patient()
            return True
        if key == "Esc":
            return self._close_panel()
        if key == "Ctrl+L":
            self.turn_the_screen()
            return True
        page = self.stack.currentWidget()
        return isinstance(page, LadderView) and page.on_key(key)

    def turn_the_screen(self) -> None:
        """The language card over whatever is shown, with the question that is open."""
        if not self.beside.is_turned() and self.stack.currentWidget() is not self.interruption:
            self.beside.turn(self._registration.step if self._showing is not None else None)

    def hideEvent(self, event: QHideEvent) -> None:
        """Locked or left for another page: the screen is turned back."""
        super().hideEvent(event)
        if self.beside.is_turned():
            self.beside.turn_back()

    def next_patient(self) -> None:
        """Back to the search; an unfinished registration is parked first, by a word."""
        step = self._registration.step
        self.beside.forget()
        if step is None:
            self._put_form_away()
            self._show(self.start)
            self.start.finder.focus_search()
        elif self._registration.is_draft:
            self.visitor.save_pending()
            self._leaving = True
            self.interruption.still_open(step.patient, self._model.today())
            self._show(self.interruption)
            self.interruption.take_focus()
        else:
            self._registration.leave()

    def take_passport(self, lines: str) -> None:
        """A passport was scanned: for the search, or for who is open."""
        self.passports.take(lines)

    def take_number(self, number: str) -> bool:
        """A wristband was scanned: find its patient, where somebody is looked for."""
        if self.stack.currentWidget() is not self.start:
            return False
        self.start.finder.look_for(number)
        return True

    def _wire(self) -> None:
        self.visitor.card_wanted.connect(self._open_card)
        self.start.opened_for.connect(self._registration.begin)
        self.start.resumed.connect(self._registration.resume)
        self.ladder.resumed.connect(self._registration.resume)
        self.start.form_wanted.connect(self._key_form)
        self.start.finder.records_wanted.connect(self._open_records)
        self.papers.wanted.connect(self._open_papers)
        self.papers.closed.connect(self.beside.uncover)
        self._paper.printed.connect(self._show_form)
        self._paper.leaflet.connect(self._show_leaflet)
        self._paper.refused.connect(self._refuse)
        self.outcome.next_patient.connect(self.next_patient)
        self.interruption.gone_on.connect(self._go_on)
        self.interruption.gone_back.connect(self._show_open)
        self.start.language.clicked.connect(self.turn_the_screen)
        self.beside.turned.connect(self.turned)
        self._registration.stepped.connect(self._step)
        self._registration.closed.connect(self._closed)
        self._registration.refused.connect(self._refuse)
        self._registration.patient_changed.connect(self._show_patient)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(lambda: in_reading_order(self.stack))
        for told in (
            *(self._registration.stepped, self._registration.refused),
            *(self._registration.particulars_read, self._registration.understood),
            *(self._model.found, self._model.look_alikes, self._model.lists),
            *(self._model.refused, self.stack.currentChanged, self._paper.opened),
            *self._told,
        ):
            told.connect(self._read_order_soon)
        self._model.lists.connect(self._lists)
        self._model.countries.connect(self._countries)

    def _read_order_soon(self, *_told: object) -> None:
        """A method, not a lambda: after a lock the models may still tell, and the page is gone."""
        self._soon.start()

    def _step(self, showing: Showing) -> None:
        self._showing = showing
        self.papers.follow(showing.step.registration_id)
        with self._in_one_layout():
            self._show_patient(showing.step.patient)
            if self.beside.speaks_on(showing):
                return
            if showing.resumed:
                today = self._model.today()
                self.interruption.back_with(showing.step.patient, today, showing.parked)
                self._show(self.interruption)
                self.interruption.take_focus()
            else:
                self._show_open()

    def _show_open(self) -> None:
        """The screen of the open registration's place."""
        if self._showing is None:
            return
        self._leaving = False
        view: LadderView | VisitorView | OutcomeView
        match self._showing.step.place:
            case Place.VISITOR:
                view = self.visitor
                self.beside.follow(self._showing.step)
            case Place.DONE:
                view = self.outcome
            case _:
                view = self.ladder
        self.passports.expect(self._showing.step)
        view.show_step(self._showing)  # before it is in sight, where it is not yet
        self._show(view)
        self._take_focus()

    # Pages that lie over the one they were called from

    def _open_records(self, match: Match) -> None:
        self.beside.lay(self.records)
        self.records.open(match)

    def _open_papers(self) -> None:
        self.beside.lay(self.papers)
        self.papers.take_focus()

    def _open_card(self) -> None:
        if self._registration.step is not None:
            self.beside.lay(self.card)
            self.card.ask_for(self._registration.step.registration_id)

    # Paper forms

    def _show_form(self, printed: PrintedForm) -> None:
        self._show(self.letter)
        self.letter.show_form(printed)

    def _show_leaflet(self, title: str, pdf: bytes) -> None:
        self._show(self.letter)
        self.letter.show_pdf(title, pdf)

    def _after_letter(self) -> None:
        if self._showing is None:
            self._key_form()
        elif not self.beside.after_letter():
            self._show_open()

    def _key_form(self) -> None:
        self.key_form.fresh()
        self._show(self.key_form)
        self.key_form.take_focus()

    def _open_form(self, patient: Patient | None) -> None:
        """The banner shows whose form is being keyed (hazard H4)."""
        self._banner = patient
        if patient is None:
            self.patient_closed.emit()
        else:
            self.patient_opened.emit(patient)

    def _put_form_away(self) -> None:
        if isinstance(self.stack.currentWidget(), KeyFormView):
            self.key_form.fresh()
            self._open_form(None)

    def _leave_form(self) -> None:
        self._put_form_away()
        self._show(self.start)
        self.start.opened()

    def _go_on(self) -> None:
        if self._leaving:
            self._registration.park()
        else:
            self._show_open()

    def _closed(self) -> None:
        self._showing = None
        self._banner = None
        self.beside.forget()
        self.visitor.forget()
        self.papers.follow("")
        with self._in_one_layout():
            self._show(self.start)
            self.patient_closed.emit()
            self.start.opened()

    def _refuse(self, known: Known) -> None:
        page = self.stack.currentWidget()
        if isinstance(
            page, DeskStart | LadderView | VisitorView | OutcomeView | Interruption | KeyFormView
        ):
            page.refuse(known)

    def _close_panel(self) -> bool:
        page = self.stack.currentWidget()
        if isinstance(page, DeskStart):
            return page.finder.close_panel()
        if isinstance(page, PdfPreview):
            page.close_letter()
            return True
        if self.beside.close_panel():
            return True
        if isinstance(page, RecordsPage | PapersShown | CardPage):
            return page.close_panel()
        if isinstance(page, LadderView | VisitorView | OutcomeView):
            return page.close_panel()
        return False

    def _show_patient(self, patient: Patient) -> None:
        if patient != self._banner:
            self._banner = patient
            self.patient_opened.emit(patient)

    def _in_one_layout(self) -> AbstractContextManager[None]:
        """Banner and page change together: the one comes, the other has the height it had then."""
        return laid_out_later(self.window().layout(), self.layout(), self.stack.layout())

    def _show(self, page: QWidget) -> None:
        self.stack.setCurrentWidget(page)

    def _take_focus(self) -> None:
        page = self.stack.currentWidget()
        if isinstance(page, LadderView | VisitorView | OutcomeView | Interruption | CardPage):
            page.take_focus()

    def _lists(self, lists: DeskLists) -> None:
        self.ladder.show_parked(lists.parked)

    def _countries(self, names: tuple[CountryName, ...]) -> None:
        self.visitor.set_countries(names)
        self.ladder.set_countries([Option(one.code, one.name, one.also) for one in names])
