"""A case: answers and prompts, evidence and interview, decision; it replaces the queue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.errors import Known
from app.services.casefile import CaseFile
from app.services.entitlements import EntitlementForm
from ui.bound import bound
from ui.language import told, tr
from ui.models.case import CaseModel
from ui.models.case_card import CardModel
from ui.models.documents import DocumentsModel
from ui.models.estimate import EstimateModel
from ui.models.guide import GuideModel
from ui.models.letters import LettersModel
from ui.models.paper import PaperModel
from ui.models.pdf import PdfModel
from ui.models.queue_order import CaseOrder
from ui.theme import current
from ui.views.case_acts import CheckedActs
from ui.views.case_card import CardForm
from ui.views.case_layout import CaseLayout
from ui.views.case_panels import CasePanels
from ui.views.case_papers import CasePapers
from ui.views.case_versions import CaseVersions
from ui.widgets.announce import announce
from ui.widgets.case_steps import CaseSteps
from ui.widgets.errors import ErrorSummary
from ui.widgets.layout import Column
from ui.widgets.page import Page
from ui.widgets.reading import in_reading_order
from ui.widgets.scroll import in_card
from ui.widgets.settled import settled

URGENCY = tr("The clinician’s form")
CARD = tr("A card or certificate")
LETTERS_REST = tr("Letters rest")
SENT = tr("{ref} is on finance’s list to invoice.")
_ROOM_FOR_ALL = 400  # lower than this, the first problem alone leaves its field in view


class CasePage(Page):
    """`open(registration_id, among=order)` shows a case; Esc or the list's end closes it.

    `patient_opened(Patient)` when the case is read, `closed()` to go back to the queue,
    `invoice_wanted()` where the person bills as well and the case heads that list. Put `steps`
    into the banner: Previous and Next within `among`. F1 opens the guide beside the case.
    """

    patient_opened = Signal(object)
    closed = Signal()
    invoice_wanted = Signal()

    def __init__(
        self,
        model: CaseModel,
        estimate: EstimateModel,
        pdf: PdfModel,
        paper: PaperModel,
        letters: LettersModel,
        documents: DocumentsModel,
        guide: GuideModel,
        *,
        panels: CasePanels | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`panels` are those that were made before."""
        super().__init__(parent)
        self._model, self._estimate, self._paper = model, estimate, paper
        self._among: CaseOrder | None = None
        self._resting = False
        self.steps = CaseSteps()
        self.summary = ErrorSummary()
        self._stack = QStackedWidget()
        self.two = CaseVersions(model, self._stack)
        panels = panels or CasePanels(model, estimate, letters, documents, guide)
        self.decision, self.urgency = panels.decision, panels.urgency
        self.work = CaseLayout(model, documents, panels)
        self.facts, self.evidence = self.work.facts, self.work.evidence
        self.interview, self.estimate = self.work.interview, self.work.estimate
        self._acts = CheckedActs(model, estimate, self.decision, self)
        self.check = self._acts.page
        self._cards = CardModel(model, self)
        self.card = CardForm(lambda: model.desk.today)
        self.papers = CasePapers(pdf, estimate, letters, paper, self)
        self.letter = self.papers.letter
        self._build()
        self._wire()

    # Opening and leaving

    def open(self, registration_id: str, among: CaseOrder | None = None) -> None:
        """Read a case; `among` is the order it was opened from."""
        self.keep_on_leaving()
        self._among = among
        self._stack.setCurrentWidget(self._working)
        self.work.setEnabled(False)
        self._model.open(registration_id)

    def opened(self) -> None:
        """The shell shows the page."""
        self.work.take_focus()

    def leave(self) -> None:
        """Back to the queue; what was written and not saved is there when the case reopens."""
        self.decision.keep_draft()
        self._model.close()
        self.urgency.forget()
        self.work.close_case()
        self.closed.emit()

    def keep_on_leaving(self) -> None:
        """The desk is locked, or another case opened: a note not saved, and a card that stands on
        its page, are kept."""
        self.decision.keep_draft()
        if self._stack.currentWidget() is self._card_page and self.card.is_changed():
            type_id, typed = self.card.typed()
            self._cards.keep_on_leaving(type_id, typed, self.card.before())

    def on_key(self, key: str) -> bool:
        """Esc closes what is open, then the case; Alt+Up and Alt+Down move in the interview; F1
        opens the guide beside the case."""
        match key:
            case "Esc" if self._stack.currentWidget() is self.letter:
                self.letter.close_letter()
            case "Esc" if self._stack.currentWidget() is not self._working:
                self._back_to_work()
            case "Esc" if self.work.close_guide():
                pass
            case "F1" if self._stack.currentWidget() is self._working:
                self.work.look_up()
            case "Esc" if self.evidence.isVisible() and self.evidence.close_part():
                pass
            case "Esc" if not self.interview.close_question():
                self.leave()
            case "Alt+Up" | "Alt+Down":
                return self.interview.step(-1 if key == "Alt+Up" else 1)
            case "Esc":
                pass
            case _:
                return False
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab reads the columns one after another: what was made last would else come last."""
        in_reading_order(self)
        return super().focusNextPrevChild(forward)

    def showEvent(self, event: QShowEvent) -> None:
        """Previous and Next belong to this page."""
        super().showEvent(event)
        self.steps.setVisible(self._model.case is not None)

    def hideEvent(self, event: QHideEvent) -> None:
        """They go with it."""
        super().hideEvent(event)
        self.steps.hide()

    # What is shown

    def _show_opened(self, case: CaseFile) -> None:
        self.summary.clear()
        self.work.setEnabled(True)
        self._resting = False
        self.patient_opened.emit(case.patient)
        self.two.bar.show_conflicts(())
        self._model.load_versions()
        self.work.open_case(case)
        self._model.load_standing()
        among = self._order_of(case)
        place, count = (among.place, among.count) if among is not None else (0, 0)
        self.steps.show_place(case.ref, place, count)
        self.steps.setVisible(self.isVisible())
        self.work.take_focus()

    def _show_resting(self, resting: bool) -> None:
        """The banner says that letters rest, and never why."""
        case = self._model.case
        if case is not None and resting is not self._resting:
            self._resting = resting
            needs = (*case.patient.needs, LETTERS_REST) if resting else case.patient.needs
            self.patient_opened.emit(replace(case.patient, needs=needs))

    def _order_of(self, case: CaseFile) -> CaseOrder | None:
        among = self._among
        return among if among is not None and among.holds(case.registration_id) else None

    def _show_changed(self, case: CaseFile) -> None:
        self.work.show_case(case)
        self._model.load_versions()
        self._model.load_standing()

    def _show_decided(self, case: CaseFile) -> None:
        self._back_to_work()
        self.summary.clear()
        self.work.show_case(case)
        self.decision.was_decided(case)
        self.evidence.done()
        self.decision.take_focus()
        if case.decision is not None:
            announce(
                self, tr("Saved: {choice_label}.").format(choice_label=case.decision.choice_label)
            )

    def _show_recorded(self, case: CaseFile) -> None:
        self.urgency.done()
        self._back_to_work()
        self.work.show_case(case)
        self.decision.record_urgency.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_sent(self, ref: str) -> None:
        if self._model.may_invoice():
            self.invoice_wanted.emit()
            return
        self._back_to_work()
        announce(self, SENT.format(ref=ref))
        self.decision.take_focus()

    # Other pages of the case

    def _open_urgency(self) -> None:
        case = self._model.case
        if case is None:
            return
        self.urgency.ask(
            self._model.form_terms(),
            leaving=case.leaving,
            leaving_answered=case.leaving_answered,
            about=case.registration_id,
            copies=[(line.evidence_id, line.label) for line in case.evidence if line.pages],
        )
        self._stack.setCurrentWidget(self._urgency_page)
        self.urgency.take_focus()
        settled(self, lambda: self._urgency_scroll.verticalScrollBar().setValue(0))

    def _open_card(self, form: EntitlementForm) -> None:
        self._stack.setCurrentWidget(self._card_page)
        self.card.ask(form)
        self.card.take_focus()

    def _print_form(self) -> None:
        """The clinician's form from its page, the patient's from everywhere else."""
        case = self._model.case
        if case is not None and self._stack.currentWidget() is self._urgency_page:
            self._paper.print_clinician(case.ref)
        elif case is not None:
            self._paper.print_for(case.ref)

    def _back_to_work(self) -> None:
        was_check = self._stack.currentWidget() is not self._working
        self._stack.setCurrentWidget(self._working)
        if was_check:
            self.work.take_focus()

    # What was refused

    def _refuse(self, known: Known) -> None:
        here = self._stack.currentWidget()
        if here is self._urgency_page:
            self.urgency.refuse(known)
        elif here is self._card_page:
            self.card.refuse(known)
        elif here is self.two.page:
            self.two.card.refuse(known)
        elif here is self._working and any(
            panel.refuse(known) for panel in (self.facts, self.interview)
        ):
            return
        else:
            self._back_to_work()
            self.work.setEnabled(True)
            self._say((known,))

    def _refuse_estimate(self, known: Known) -> None:
        if self._stack.currentWidget() is self.check:
            self._back_to_work()
            self.work.show_tab("estimate")
            self.estimate.refuse(known)

    def _say(self, problems: Sequence[Known]) -> None:
        self.summary.show_problems([(told(one), self._place_of(one)) for one in problems])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All problems at the head, or the first."""
        super().resizeEvent(event)
        self.restyle()

    def restyle(self) -> None:
        """All problems at the head, or the first."""
        self.summary.set_short(self.height() < current().px(_ROOM_FOR_ALL))

    def _place_of(self, known: Known) -> QWidget:
        if known.field == "leaving_date":
            self.work.show_tab("facts")
            return self.facts.leaving.show_wrong(told(known))
        if known.field == "prompts":
            return self.work.first_prompt()
        if known.field == "evidence":
            return self.work.place_of_evidence()
        return self.decision.place_of(known) or self.decision.choices

    # Moving among the cases of the view

    def _move(self, by: int) -> None:
        case = self._model.case
        among = self._order_of(case) if case is not None else None
        if among is not None:
            among.step(by, lambda one: self.open(one, among))

    # Building

    def _build(self) -> None:
        self._working = QWidget()
        column = Column(self._working, gap=8, margins=(16, 12, 16, 12))
        column.addWidget(self.summary)
        column.addWidget(self.two.bar)
        column.addWidget(self.work, 1)
        self._urgency_page, self._urgency_scroll = in_card(URGENCY, self.urgency)
        self._card_page, _ = in_card(CARD, self.card)
        for page in (self._working, self.check, self._urgency_page, self._card_page, self.letter):
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(self._working)
        Column(self).addWidget(self._stack)

    def _wire(self) -> None:
        model, decision = self._model, self.decision
        model.opened.connect(self._show_opened)
        model.placed.connect(self.facts.show_standing)
        self.two.all_chosen.connect(self._back_to_work)
        model.changed.connect(self._show_changed)
        model.decided.connect(self._show_decided)
        model.recorded.connect(self._show_recorded)
        model.suggested.connect(decision.show_suggestion)
        model.refused.connect(self._refuse)
        model.sent_to_finance.connect(self._show_sent)
        acts = self._acts
        acts.opened.connect(bound(self, lambda: self._stack.setCurrentWidget(self.check)))
        acts.judged.connect(self._say)
        decision.decided.invoice_wanted.connect(acts.invoice)
        self.work.resting.connect(self._show_resting)
        self.papers.opened.connect(bound(self, lambda: self._stack.setCurrentWidget(self.letter)))
        decision.urgency_wanted.connect(self._open_urgency)
        self.facts.leaving.changed.connect(model.set_leaving_date)
        self.facts.reach.called.connect(
            lambda how: model.note_call(how, self.facts.reach.was_noted)
        )
        decision.save_wanted.connect(
            lambda: acts.decide(no_evidence=self.evidence.no_evidence.isChecked())
        )
        decision.second_checked.connect(acts.look_second)
        self.urgency.saved.connect(model.record_urgency)
        self.urgency.record_read.connect(self._model.read_record)
        self.evidence.card_wanted.connect(self._cards.ask)
        self._cards.asked.connect(self._open_card)
        self._cards.kept.connect(self.card.was_kept)
        self.card.saved.connect(self._cards.keep)
        self.card.back.connect(self._back_to_work)
        self.estimate.issue_wanted.connect(acts.issue)
        self.estimate.letter_wanted.connect(self.papers.read_estimate)
        self._estimate.issued.connect(bound(self, lambda _issued: model.refresh()))
        self._estimate.confirmed.connect(model.refresh)
        self._estimate.refused.connect(self._refuse_estimate)
        self.check.back.connect(self._back_to_work)
        self.letter.closed.connect(self._back_to_work)
        self.steps.moved.connect(self._move)
        self.steps.print_wanted.connect(self._print_form)
        self.work.letters.read_wanted.connect(self.papers.read)
        self._paper.refused.connect(self._refuse)
