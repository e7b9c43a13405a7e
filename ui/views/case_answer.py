"""One question of the officer's interview, open: its words, its answers of whatever kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import BadInput
from app.residency.questions import AnswerState, Question, QuestionType
from app.services.countries import CountryName
from ui.language import told, tr
from ui.widgets.announce import announce
from ui.widgets.answers import AnswerList
from ui.widgets.button import Button
from ui.widgets.choices import TickBox
from ui.widgets.countries import CountriesField
from ui.widgets.field import Field
from ui.widgets.inputs import Choice, DateEdit, LineEdit
from ui.widgets.layout import Column, Icon, Label, Row, clear
from ui.widgets.long_tick import LongTick
from ui.widgets.lookup import Option
from ui.widgets.typed import Typed

KEEP = tr("&Keep this answer")
BACK = tr("Back to the questions")
NOT_SURE, WILL_NOT_SAY, NOT_ASKED = tr("Not sure"), tr("Prefers not to say"), tr("Not asked")
SO_FAR = tr("Answer so far: {shown}")
FINDING = tr("Your own finding: not read out to the patient.")
PRIVATE = tr("Ask in private, with a professional interpreter where one is needed.")
CLINICIANS = tr("A clinician answers this on their form. You can mark it not asked.")
SAY_SOMETHING = tr("Choose or enter an answer, or mark it “Not sure” or “Not asked”.")
_OWN_UNSURE = frozenset({"unknown", "not_sure", "not_known"})
_OWN_UNWILLING = frozenset({"not_given"})
_MOST_ROWS = 9
Held = TickBox | Choice | CountriesField | LineEdit
_LEAST_COLUMN = 200  # narrower than at the desk: all answers stay in view beside the decision


class AnswerEditor(QWidget):
    """`given(question_id, value)` or `put_aside(question_id, state)`; `closed` goes back.

    What is typed to a question of the case `about`, and not given, outlasts a lock.
    """

    given = Signal(str, object)
    put_aside = Signal(str, object)
    closed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.about = ""
        self._question: Question | None = None
        self._held: list[Held] = []
        self._typed = Typed(self, "answer", read=self.standing, show=self.stand)
        self._read: Callable[[], object | None] = lambda: None
        self._countries: tuple[Option, ...] = ()
        self._first: QWidget | None = None
        self.words = Label("", scale="title", weight="strong", wrap=True)
        self.help = Label("", role="text2", wrap=True)
        self.manner = Label("", weight="label", wrap=True)
        self.so_far = Label("", weight="label", wrap=True)
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self.keep = Button(KEEP, kind="primary", icon="check")
        self.unsure = Button(NOT_SURE, small=True)
        self.unwilling = Button(WILL_NOT_SAY, small=True)
        self.not_asked = Button(NOT_ASKED, small=True)
        self.back = Button(BACK, kind="text", icon="chevron-left", scale="small", small=True)
        self._manner = QWidget()
        private = Row(self._manner, gap=8)
        private.addWidget(Icon("lock", role="text2"))
        private.addWidget(self.manner, 1)
        self._inputs = Column(gap=6)
        aside = Row(gap=8).holding(self.unsure, self.unwilling, self.not_asked, None)
        Column(self, gap=10).holding(
            *(Row().holding(self.back, None), self.words, self.help, self._manner),
            *(self.so_far, self.problem, self._inputs),
            *(Row().holding(self.keep, None), aside, None),
        )
        self.keep.clicked.connect(self._keep)
        self.back.clicked.connect(self.closed)
        for button, state in (
            (self.unsure, AnswerState.UNKNOWN),
            (self.unwilling, AnswerState.REFUSED),
            (self.not_asked, AnswerState.NOT_ASKED),
        ):
            button.clicked.connect(lambda _=False, state=state: self._set_aside(state))

    def set_countries(self, names: Sequence[CountryName]) -> None:
        """The countries a question may ask for."""
        self._countries = tuple(Option(one.code, one.name, one.also) for one in names)

    def question(self) -> Question | None:
        """The question open, or None."""
        return self._question

    def ask(self, question: Question, shown: str) -> None:
        """Open a question; what was answered so far is told, and never chosen beforehand."""
        self._typed.set_down()
        self._question = question
        by_clinician = question.asked_by == "clinician"
        self.setAccessibleName(question.text)
        self.words.setText(question.text)
        self.help.setText(CLINICIANS if by_clinician else question.help)
        self.help.setVisible(bool(self.help.text()))
        manner = FINDING if question.finding else PRIVATE if question.sensitive else ""
        self.manner.setText(manner)
        self._manner.setVisible(bool(manner) and not by_clinician)
        self.so_far.setText(SO_FAR.format(shown=shown))
        self.so_far.setVisible(bool(shown))
        self.say("")
        clear(self._inputs)
        self._first, self._held = None, []
        self._read = lambda: None
        if not by_clinician:
            self._put_inputs(question)
        rows = isinstance(self._first, AnswerList)
        self.keep.setVisible(not rows and not by_clinician)
        own = {one.value for one in question.options}
        self.unsure.setVisible(not (own & _OWN_UNSURE or by_clinician))
        nobody_to_refuse = by_clinician or question.finding
        self.unwilling.setVisible(not (own & _OWN_UNWILLING or nobody_to_refuse))
        if self.about:
            self._typed.take_up(f"{self.about} {question.id}")

    def take_focus(self) -> None:
        """The keys answer now."""
        (self._first or self.not_asked).setFocus()

    def say(self, words: str) -> None:
        """What to put right; nothing stays chosen."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if words:
            if isinstance(self._first, AnswerList):
                self._first.forget()
            announce(self, words, assertive=True)

    def _put_inputs(self, question: Question) -> None:
        match question.type:
            case QuestionType.CHOICE | QuestionType.YES_NO_UNKNOWN:
                self._put_options(question)
            case QuestionType.MULTI_CHOICE:
                self._put_ticks(question)
            case QuestionType.DATE:
                self._put_days(question)
            case QuestionType.COUNTRY | QuestionType.COUNTRIES:
                self._put_countries(question)
            case QuestionType.TEXT | QuestionType.DOCUMENT:
                line = LineEdit()
                line.setAccessibleName(question.text)
                line.returnPressed.connect(self._keep)
                self._put(line)
                self._held = [line]
                self._read = lambda: line.text().strip() or None

    def _put(self, widget: QWidget) -> None:
        self._inputs.addWidget(widget)
        widget.show()  # at once, so that it can take the focus
        self._first = self._first or widget

    def _put_options(self, question: Question) -> None:
        options: list[tuple[object, str]] = [(one.value, one.label) for one in question.options]
        if len(options) > _MOST_ROWS:
            combo = Choice(options)
            combo.setAccessibleName(question.text)
            self._put(combo)
            self._held = [combo]
            self._read = combo.value
            return
        rows = AnswerList(question.text, options, least=_LEAST_COLUMN)
        rows.chosen.connect(self._give)
        self._put(rows)

    def _put_ticks(self, question: Question) -> None:
        boxes = [(LongTick(one.label.replace("&", "&&")), one) for one in question.options]
        for box, option in boxes:
            box.toggled.connect(
                lambda on, box=box, alone=option.alone: _settle_alone(
                    _boxes_of(boxes), box, alone, on
                )
            )
            self._put(box)
        self._held = [box for box, _ in boxes]
        self._read = lambda: tuple(one.value for box, one in boxes if box.isChecked()) or None

    def _put_days(self, question: Question) -> None:
        names = (tr("From"), tr("To")) if question.is_range else (question.text,)
        edits = [DateEdit(self._today) for _ in names]
        for name, edit in zip(names, edits, strict=True):
            edit.returnPressed.connect(self._keep)
            edit.setAccessibleName(name)
            self._put(Field(name, edit) if question.is_range else edit)
        self._held = [*edits]
        self._read = lambda: _days(edits)

    def _put_countries(self, question: Question) -> None:
        field = CountriesField()
        field.set_options(self._countries)
        field.setAccessibleName(question.text)
        field.entered.connect(self._keep)
        field.not_found.connect(self.say)
        self._put(field)
        self._held = [field]
        one = question.type is QuestionType.COUNTRY
        self._read = lambda: (field.value()[0] if one else field.value()) if field.value() else None

    def _keep(self) -> None:
        try:
            value = self._read()
        except BadInput as wrong:
            self.say(told(wrong))
            return
        if value is None:
            self.say(SAY_SOMETHING)
        else:
            self._give(value)

    def _give(self, value: object) -> None:
        self._typed.done()
        if self._question is not None:
            self.given.emit(self._question.id, value)

    def _set_aside(self, state: AnswerState) -> None:
        self._typed.done()
        if self._question is not None:
            self.put_aside.emit(self._question.id, state)

    def standing(self) -> tuple[object, ...]:
        """What stands in the inputs of the open question."""
        return tuple(_value(one) for one in self._held)

    def stand(self, values: tuple[Any, ...]) -> None:
        """Have it stand there again."""
        for one, value in zip(self._held, values, strict=True):
            _put_back(one, value)


def _value(field: Held) -> object:
    if isinstance(field, TickBox):
        return field.isChecked()
    return field.value() if isinstance(field, Choice) else field.text()


def _put_back(field: Held, value: Any) -> None:
    if isinstance(field, TickBox):
        field.setChecked(value)
    elif isinstance(field, Choice):
        field.set_value(value)
    elif isinstance(field, CountriesField):
        field.set_text(value)
    else:
        field.setText(value)


def _boxes_of(pairs: Sequence[tuple[TickBox, object]]) -> list[tuple[TickBox, bool]]:
    """The boxes, each with whether it stands alone."""
    return [(box, bool(getattr(option, "alone", False))) for box, option in pairs]


def _settle_alone(
    boxes: Sequence[tuple[TickBox, bool]], box: TickBox, alone: bool, on: bool
) -> None:
    """“None of these” and the others put each other out."""
    if not on:
        return
    for other, other_alone in boxes:
        if other is not box and (alone or other_alone):
            other.setChecked(False)


def _days(edits: Sequence[DateEdit]) -> object | None:
    days = [edit.value() for edit in edits]
    if len(days) == 1:
        return days[0].isoformat() if days[0] else None
    if not any(days):
        return None
    return tuple(day.isoformat() if day else "" for day in days)
