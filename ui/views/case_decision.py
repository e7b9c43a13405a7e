"""The right of a case: urgency, the officer's own choice, then what the rules say, then words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.casework.review import Choice as Found
from app.core.errors import Known
from app.services.casefile import CaseFile
from app.services.review import Suggestion
from ui.language import told, tr
from ui.models.case import CaseModel
from ui.models.decision import Decision
from ui.theme import current
from ui.views.case_decided import DecidedPart, Returned
from ui.views.case_standing import StandingBand
from ui.views.case_suggestion import SuggestionPanel
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choices import RadioList
from ui.widgets.field import Field
from ui.widgets.focus import focus_kept
from ui.widgets.inputs import Choice, Notes
from ui.widgets.layout import Column, Label, Row
from ui.widgets.long_tick import LongTick
from ui.widgets.scroll import Scroll
from ui.widgets.settled import settled
from ui.widgets.typed import Typed

DECISION = tr("Decision")
RECORD_URGENCY = tr("Record &urgency")
YOUR_CHOICE = tr("What you find")
REASON, NOTE = tr("Reason"), tr("Note, in your words")
REASON_HINT, REASON_LATER = tr("Choose"), tr("Choose what you find first")
SAVE, SEND = tr("&Save decision"), tr("&Send for second check")
LOOKED_AT = tr("{reason}: a second person checks.")
CHANGE = tr("&Change the decision")
TO_CHECK = tr("Somebody has decided this case. Say first what you find; then it shows.")
SHOW_FIRST = tr("&Show the decision")
_LEAST_CHOICES = 96  # of the choices in sight above reason and note: three and their ring


class DecisionPanel(Card):
    """Nothing is chosen beforehand, and the rules' word does not exist before a choice does.

    Nor does a first person's decision before a second one has said what they find (H12).
    """

    urgency_wanted = Signal()
    save_wanted = Signal()
    second_checked = Signal(bool, str)
    explained = Signal(object)  # Explanation of what the rules say, None when it is gone
    why_wanted = Signal()
    rule_wanted = Signal(str)

    def __init__(self, model: CaseModel, parent: QWidget | None = None) -> None:
        super().__init__(DECISION, margins=(16, 12, 16, 12), gap=6, parent=parent)
        self._model = model
        self._looks: Mapping[Found, Sequence[str]] = {}
        self._to_check = False
        self._roomy = True
        self.suggestion: SuggestionPanel | None = None
        self.band = StandingBand()
        self.record_urgency = Button(RECORD_URGENCY, small=True, scale="small")
        self.decided = DecidedPart(may_invoice=model.may_invoice())
        self.returned = Returned()
        self.in_force, self.check_note = self.decided.in_force, self.decided.check_note
        self.agree, self.send_back = self.decided.agree, self.decided.send_back
        self.ask = Label(TO_CHECK, weight="label", wrap=True)
        self.choices = RadioList(YOUR_CHOICE, model.choices())
        self.certified = LongTick(model.desk.terms.certificate, scale="small")
        self.reason = Field(REASON, Choice(placeholder=REASON_LATER), beside=True)
        self.words = Field(NOTE, Notes(lines=2))
        self.second = Label("", scale="small", role="text2", wrap=True)
        self.save = Button(SAVE, kind="primary", icon="check")
        self.change = Button(CHANGE, icon="pencil")
        self.show_first = Button(SHOW_FIRST, kind="primary", icon="users")
        self._typed = Typed(self, "note", read=self._written, show=self._put)
        self._build()
        self._wire()

    # What is shown

    def open_case(self, case: CaseFile) -> None:
        """Another case: nothing chosen, nothing wrong, and what was written and not saved."""
        self.clear_errors()
        self.choices.set_value(None)
        self._put(("", False))
        self._typed.take_up(case.registration_id)
        self._forget_suggestion()
        self._offer_reasons(None)
        self._looks = {}
        self.decided.open_case(case.registration_id)
        self.show_case(case)
        self._show_form(case.decision is None or case.decision.second_check == "returned")
        self._scroll.verticalScrollBar().setValue(0)

    def show_case(self, case: CaseFile) -> None:
        """The same case after an act; what is being written stays."""
        self._to_check = case.to_check
        self.band.show_case(case)
        self.returned.show_decision(case.decision)
        self.decided.show_case(case, may_check=self._model.may_second_check())
        self._model.load_second_looks()

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
        settled(self, self._show_it_whole)

    def show_second_looks(self, looks: Mapping[Found, Sequence[str]]) -> None:
        """Say beforehand where another person looks before anything follows."""
        self._looks = looks
        self._say_second()

    def set_roomy(self, roomy: bool, *, short: bool = False) -> None:
        """Urgency, reason, note and Save stay in view, unless the window is too small for it.

        Where it is short, or a tab says the title already, the title makes room.
        """
        for home in (self.body, self._scrolled):
            for part in (self._top, self._foot):
                home.removeWidget(part)
        home = self.body if roomy else self._scrolled
        home.insertWidget(0, self._top)
        home.addWidget(self._foot)
        for part in (self._top, self._foot):
            part.show()  # at once: what is not in sight yet takes no focus
        whole_head = roomy and not short
        self.title.setVisible(whole_head)
        self.head.removeWidget(self.record_urgency)
        self._scrolled.removeWidget(self.record_urgency)
        if whole_head:
            self.head.addWidget(self.record_urgency)
        else:
            self._scrolled.insertWidget(0 if roomy else 1, self.record_urgency)
        self._roomy = roomy

    def event(self, event: QEvent) -> bool:
        """Words that came or went, such as a problem, may need other room."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._make_room()
        return super().event(event)

    def stand_back(self, back: bool) -> None:
        """While something is done beside it, the filled button is there and not here."""
        for act in (self.save, self.show_first, self.agree):
            act.kind = "secondary" if back else "primary"
            act.updateGeometry()
            act.update()

    def keep_draft(self) -> None:
        """Remember what was written and not saved, for when the case opens again."""
        self._typed.set_down()
        self.decided.keep_draft()

    # What is wrong

    def clear_errors(self) -> None:
        """Nothing is wrong so far."""
        for field in (self.reason, self.words, self.check_note):
            field.set_error("")

    def place_of(self, known: Known) -> QWidget | None:
        """The part a refusal is about, its words beside it; None where it lies elsewhere."""
        if known.field == "reason":
            self.reason.set_error(told(known))
            return self.reason.input
        if known.field == "note":
            field = self.check_note if self.decided.checking else self.words
            field.set_error(told(known))
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
        """The officer's next act: the choice while it is open, a second person's word, or what
        comes next for a case that is decided."""
        if self.choices.isVisible():
            self.choices.setFocus()
        elif self.decided.checking:
            self.check_note.input.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.record_urgency.setFocus(Qt.FocusReason.OtherFocusReason)

    # Building

    def _build(self) -> None:
        self._slot = Column()
        self._form = QWidget()
        Column(self._form, gap=6).holding(self.ask, self.choices, self.certified, self._slot)
        self._why = QWidget()
        Column(self._why, gap=6).holding(self.reason, self.words)
        self._acts = QWidget()
        Column(self._acts, gap=6).holding(
            self.second, Row(gap=8).holding(self.change, None, self.show_first, self.save)
        )
        self._foot = QWidget()
        self._footed = Column(self._foot, gap=6).holding(self._why, self._acts)
        inside = QWidget()
        self._scrolled = Column(inside, gap=6, margins=(0, 0, 6, 2)).holding(
            self.decided, self._form, None
        )
        self._scroll = Scroll(inside)
        self.head.addWidget(self.record_urgency)
        self._top = QWidget()
        Column(self._top, gap=6).holding(self.band, self.returned)
        self.body.addWidget(self._top)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self._foot)

    def _wire(self) -> None:
        self.record_urgency.clicked.connect(self.urgency_wanted)
        self.choices.chosen.connect(self._choose)
        self.certified.toggled.connect(lambda _on: self._choose(self.choices.value()))
        self.save.clicked.connect(self.save_wanted)
        self.show_first.clicked.connect(self._look)
        self.change.clicked.connect(self._reopen)
        self.decided.second_checked.connect(self.second_checked)
        self._model.second_looks.connect(self.show_second_looks)

    def _written(self) -> tuple[str, bool]:
        """The note and its tick; a tick without a note is none."""
        words = self.words.input.text()
        return (words, self.certified.isChecked()) if words.strip() else ("", False)

    def _put(self, written: tuple[str, bool]) -> None:
        words, certified = written
        self.words.input.setPlainText(words)
        self.certified.setChecked(certified)

    def _choose(self, choice: object) -> None:
        if not isinstance(choice, Found):
            return
        self.show_first.setEnabled(True)
        if not self._to_check:  # a second person is not led by the rules either
            self._offer_reasons(choice)
            self._say_second()
            self._model.choose(choice, certified=self.certified.isChecked())

    def _look(self) -> None:
        choice = self.choices.value()
        if isinstance(choice, Found):
            self._model.look(choice)

    def _say_second(self) -> None:
        """The button says what pressing it leads to."""
        choice = self.choices.value()
        reasons = self._looks.get(choice, ()) if isinstance(choice, Found) else ()
        self.second.setText(LOOKED_AT.format(reason="; ".join(reasons)))
        self.second.setVisible(bool(reasons) and not self._why.isHidden())
        if reasons:
            self.save.set_words(SEND, "users")
        else:
            self.save.set_words(SAVE, "check")

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

    def _show_it_whole(self) -> None:
        """The rules' word is read without scrolling, where choice and word fit together."""
        chosen = next((one for one in self.choices.buttons if one.isChecked()), None)
        if self.suggestion is not None and chosen is not None:
            self._scroll.ensureWidgetVisible(self.suggestion, 0, 0)
            self._scroll.ensureWidgetVisible(chosen, 0, 4)

    def _make_room(self) -> None:
        """Reason and note scroll with the choices where they would leave these no room."""
        least = max(current().px(_LEAST_CHOICES), self._scroll.minimumSizeHint().height())
        crowded = self._roomy and self._height_beside() < least
        home, other = self._footed, self._scrolled
        if crowded:
            home, other = other, home
        if home.indexOf(self._why) < 0:
            seen = not self._why.isHidden()
            with focus_kept(self):
                other.removeWidget(self._why)
                home.insertWidget(home.indexOf(self._form) + 1, self._why)
                self._why.setVisible(seen)  # at once: what is not in sight yet takes no focus

    def _height_beside(self) -> int:
        """What is left of the height for the choices, were everything else always in sight."""
        room = self.body.geometry()
        parts = [self._top, self._why, self._acts]
        shown = [part for part in parts if not part.isHidden()]
        taken = sum(_height_of(part, room.width()) + self.body.spacing() for part in shown)
        return room.height() - taken

    def _reopen(self) -> None:
        self._show_form(True)
        self.choices.setFocus()

    def _show_form(self, form: bool) -> None:
        may = self._model.may_decide()
        deciding = form and may and not self._to_check
        self._form.setVisible(form and may)
        self.ask.setVisible(self._to_check)
        self.certified.setVisible(not self._to_check)
        self._why.setVisible(deciding)
        self.save.setVisible(deciding)
        self.show_first.setVisible(self._to_check)
        self.show_first.setEnabled(self.choices.value() is not None)
        self.change.setVisible(not form and may)
        self.decided.make_way(form)
        self._say_second()


def _height_of(part: QWidget, width: int) -> int:
    wrapped = part.heightForWidth(width)
    return wrapped if wrapped >= 0 else part.sizeHint().height()
