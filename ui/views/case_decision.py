"""The right of a case: urgency, leaving date, the officer's own choice, then what the rules say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.casework.review import Choice as Found
from app.casework.urgency import Standing
from app.core.dates import clock_time, parse_iso, show
from app.core.errors import Known
from app.services.casefile import CaseFile, DecisionShown
from app.services.review import Suggestion
from ui.language import tr
from ui.models.case import CaseModel
from ui.models.decision import Decision
from ui.views.case_suggestion import SuggestionPanel
from ui.widgets.band import Band, Outcome
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choices import RadioList
from ui.widgets.facts import Facts
from ui.widgets.field import Field
from ui.widgets.inputs import Choice, DateEdit, Notes
from ui.widgets.layout import Column, Row
from ui.widgets.long_tick import LongTick
from ui.widgets.scroll import Scroll

DECISION = tr("Decision")
RECORD_URGENCY = tr("Record &urgency")
CARE_FIRST = tr("Care comes before any question of money.")
LEAVING, LEAVING_HINT = tr("Leaves the UK"), tr("14/7/26 or Unknown")
YOUR_CHOICE = tr("What you find")
REASON, NOTE = tr("Reason"), tr("Note, in your words")
REASON_HINT, REASON_LATER = tr("Choose"), tr("Choose what you find first")
SAVE = tr("&Save decision")
CHANGE = tr("&Change the decision")
CHECK_NOTE = tr("Your note on this check")
AGREE, RETURN = tr("A&gree"), tr("&Return to the officer")
_CHECKS = {
    "": tr("Not needed"),
    "needed": tr("Waiting for a second person"),
    "agreed": tr("A second person agreed"),
    "returned": tr("Returned by a second person"),
}


class DecisionPanel(Card):
    """Nothing is chosen beforehand, and the rules' word does not exist before a choice does."""

    urgency_wanted = Signal()
    leaving_changed = Signal(str)
    save_wanted = Signal()
    second_checked = Signal(bool, str)
    explained = Signal(object)  # Explanation of what the rules say, None when it is gone
    why_wanted = Signal()
    rule_wanted = Signal(str)

    def __init__(self, model: CaseModel, parent: QWidget | None = None) -> None:
        super().__init__(DECISION, margins=(16, 12, 16, 12), gap=8, parent=parent)
        self._model = model
        self._leaving_shown = ""
        self.suggestion: SuggestionPanel | None = None
        self.band = Band("treat_first", " ", " ", compact=True)
        self.record_urgency = Button(RECORD_URGENCY, small=True, scale="small")
        self.leaving = Field(LEAVING, DateEdit(lambda: model.desk.today, placeholder=LEAVING_HINT))
        self.in_force = Facts(DECISION, label_width=96, gap=2)
        self.choices = RadioList(YOUR_CHOICE, model.choices())
        self.certified = LongTick(model.desk.terms.certificate)
        self.reason = Field(REASON, Choice(placeholder=REASON_LATER))
        self.words = Field(NOTE, Notes(lines=2))
        self.save = Button(SAVE, kind="primary", icon="check")
        self.change = Button(CHANGE, icon="pencil")
        self.check_note = Field(CHECK_NOTE, Notes(lines=2))
        self.agree = Button(AGREE, kind="primary", icon="check")
        self.send_back = Button(RETURN)
        self._build()
        self._wire()

    # What is shown

    def open_case(self, case: CaseFile) -> None:
        """Another case: nothing chosen, nothing written, nothing wrong."""
        self.clear_errors()
        self.choices.set_value(None)
        self.certified.setChecked(False)
        self.words.input.setPlainText("")
        self.check_note.input.setPlainText("")
        self._forget_suggestion()
        self._offer_reasons(None)
        self._leaving_shown = ""
        self.leaving.input.clear()
        self.show_case(case)
        self._show_form(case.decision is None or case.decision.second_check == "returned")

    def show_case(self, case: CaseFile) -> None:
        """The same case after an act; what is being written stays."""
        self._show_standing(case.standing, case.standing_words)
        shown = tr("Unknown") if case.leaving == tr("Not known") else case.leaving
        if shown != self._leaving_shown and not self.leaving.input.hasFocus():
            self.leaving.input.setText(shown)
        self._leaving_shown = shown
        self.leaving.set_error("")
        self._show_decision(case.decision)

    def was_decided(self, case: CaseFile) -> None:
        """The decision is saved: show it in place of the form."""
        self.open_case(case)

    def show_suggestion(self, suggestion: Suggestion) -> None:
        """What the rules say of the choice that was made."""
        self._forget_suggestion()
        if self.choices.value() is None:
            return
        self.suggestion = SuggestionPanel(suggestion, self._model.fact_words)
        self.suggestion.why_wanted.connect(self.why_wanted)
        self.suggestion.rule_wanted.connect(self.rule_wanted)
        self._slot.addWidget(self.suggestion)
        self.explained.emit(suggestion.explanation)

    def set_roomy(self, roomy: bool) -> None:
        """Urgency and Save stay in view, unless the window is too small for its text."""
        for home in (self.body, self._scrolled):
            home.removeWidget(self.band)
            home.removeWidget(self._foot)
        home = self.body if roomy else self._scrolled
        home.insertWidget(0, self.band)
        home.addWidget(self._foot)

    def draft(self) -> tuple[str, bool]:
        """What was written and not saved, to be put back when the case opens again."""
        return self.words.input.text(), self.certified.isChecked()

    def put_back(self, draft: tuple[str, bool]) -> None:
        """What was written before."""
        self.words.input.setPlainText(draft[0])
        self.certified.setChecked(draft[1])

    # What is wrong

    def clear_errors(self) -> None:
        """Nothing is wrong so far."""
        for field in (self.reason, self.words):
            field.set_error("")
        self.leaving.set_error("")
        self.check_note.set_error("")

    def place_of(self, known: Known) -> QWidget | None:
        """The part a refusal is about, its words beside it; None where it lies elsewhere."""
        if known.field == "leaving_date":
            self.leaving.set_error(known.message)
            return self.leaving.input
        if known.field == "reason":
            self.reason.set_error(known.message)
            return self.reason.input
        if known.field == "note":
            field = self.check_note if self._checking() else self.words
            field.set_error(known.message)
            return field.input
        return self.choices if known.field == "choice" else None

    def filled(self, *, no_evidence: bool) -> Decision | None:
        """The decision as it stands on screen; None before a choice."""
        choice = self.choices.value()
        if not isinstance(choice, Found):
            return None
        return Decision(
            choice=choice,
            reason_code=str(self.reason.input.value() or ""),
            note=self.words.input.text(),
            certified=self.certified.isChecked(),
            no_evidence_offered=no_evidence,
        )

    def take_focus(self) -> None:
        """The officer's next act: the leaving date where it is open, else the choice."""
        if self.choices.isVisible():
            self.choices.setFocus()
        else:
            self.record_urgency.setFocus(Qt.FocusReason.OtherFocusReason)

    # Building

    def _build(self) -> None:
        self.head.addWidget(self.record_urgency)
        self._slot = Column()
        self._form = QWidget()
        Column(self._form, gap=8).holding(
            *(self.choices, self.certified, self._slot, self.reason, self.words)
        )
        self._second = QWidget()
        Column(self._second, gap=8).holding(
            self.check_note, Row(gap=8).holding(self.agree, self.send_back, None)
        )
        self._foot = QWidget()
        Row(self._foot, gap=8).holding(self.change, None, self.save)
        inside = QWidget()
        self._scrolled = Column(inside, gap=8, margins=(0, 0, 8, 4)).holding(
            *(self.leaving, self.in_force, self._second, self._form, None)
        )
        self.body.addWidget(self.band)
        self.body.addWidget(Scroll(inside), 1)
        self.body.addWidget(self._foot)

    def _wire(self) -> None:
        self.record_urgency.clicked.connect(self.urgency_wanted)
        self.leaving.input.editingFinished.connect(self._leave)
        self.choices.chosen.connect(self._choose)
        self.certified.toggled.connect(lambda _on: self._choose(self.choices.value()))
        self.save.clicked.connect(self.save_wanted)
        self.change.clicked.connect(self._reopen)
        self.agree.clicked.connect(lambda: self._look(agree=True))
        self.send_back.clicked.connect(lambda: self._look(agree=False))

    def _choose(self, choice: object) -> None:
        if isinstance(choice, Found):
            self._offer_reasons(choice)
            self._model.choose(choice, certified=self.certified.isChecked())

    def _offer_reasons(self, choice: Found | None) -> None:
        before = self.reason.input.value()
        reasons: Sequence[tuple[object, str]] = self._model.reasons(choice)
        self.reason.input.setPlaceholderText(REASON_HINT if reasons else REASON_LATER)
        self.reason.input.set_choices(reasons)
        self.reason.input.set_value(before)

    def _forget_suggestion(self) -> None:
        if self.suggestion is not None:
            self._slot.removeWidget(self.suggestion)
            self.suggestion.hide()  # said aloud: a layout may still owe it a show
            self.suggestion.setParent(None)
            self.suggestion.deleteLater()
            self.suggestion = None
            self.explained.emit(None)

    def _leave(self) -> None:
        text = self.leaving.input.text().strip()
        if text and text != self._leaving_shown:
            self.leaving_changed.emit(text)

    def _look(self, *, agree: bool) -> None:
        self.second_checked.emit(agree, self.check_note.input.text())

    def _reopen(self) -> None:
        self._show_form(True)
        self.choices.setFocus()

    def _show_form(self, form: bool) -> None:
        may = self._model.may_decide()
        self._form.setVisible(form and may)
        self.save.setVisible(form and may)
        self.change.setVisible(not form and may)

    def _checking(self) -> bool:
        return not self._second.isHidden()

    def _show_standing(self, standing: Standing, words: str) -> None:
        record = standing.record
        signed = ""
        if record is not None:
            signed = f"{record.clinician_name}, {show(parse_iso(record.decided_at[:10]))}. "
        if standing.may_wait:
            self._put_band("ask_later", words, signed.strip())
        else:
            self._put_band("treat_first", words, f"{signed}{CARE_FIRST}")

    def _put_band(self, outcome: Outcome, title: str, detail: str) -> None:
        if (title, detail) != (self.band.title.text(), self.band.figure.text()):
            self.band.show_outcome(outcome, title, detail)

    def _show_decision(self, decision: DecisionShown | None) -> None:
        self.in_force.setVisible(decision is not None)
        waits = decision is not None and decision.second_check == "needed"
        self._second.setVisible(waits and self._model.may_second_check())
        if decision is None:
            return
        said = (
            tr("Agreed")
            if decision.agreed
            else tr("Said: {suggested_label}").format(suggested_label=decision.suggested_label)
        )
        day = f"{show(parse_iso(decision.at[:10]))[:6]} {clock_time(decision.at)}"
        self.in_force.show_facts(
            [
                (tr("Decided"), decision.choice_label),
                (tr("Reason"), decision.reason),
                (tr("Note"), decision.note),
                (tr("By"), f"{decision.by}, {day}"),
                (tr("The rules"), said),
                (tr("Second check"), _CHECKS[decision.second_check]),
                *([(tr("Said there"), decision.check_note)] if decision.check_note else []),
            ]
        )
