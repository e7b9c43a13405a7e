"""The open question: its words, how to say it, its answers or its countries, why we ask."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from app.residency.questions import AnswerState, Question, QuestionType
from ui.language import tr
from ui.theme import current
from ui.widgets.announce import announce
from ui.widgets.answers import AnswerList
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.countries import CountriesField
from ui.widgets.layout import Column, Icon, Label, Row
from ui.wording import WHY_WE_ASK

NOT_SURE, WILL_NOT_SAY = tr("Not sure"), tr("Prefers not to say")
KEPT = tr("Answer so far: {shown}. Alt+↓ keeps it.")
GO_ON = tr("Go on")
ADD_A_COUNTRY = tr("Type a country and take it from the list, or answer “Not sure”.")
WHY = (
    tr("We put the same questions to everyone, whoever they are, so that it is fair."),
    tr("“Not sure” is always an answer. The patient may point at the number on the card instead."),
    tr(
        "You record and never judge: where more is needed, the overseas visitor team asks "
        "in private."
    ),
)
WHY_SHORT = tr("Why")
CLOSE_WHY = tr("Close")
_OWN = frozenset({"not_given", "unknown", "not_sure"})
_ASIDE = ((AnswerState.UNKNOWN, NOT_SURE), (AnswerState.REFUSED, WILL_NOT_SAY))


class QuestionCard(Card):
    """`answered(value)` or `put_aside(state)`; nothing is chosen beforehand."""

    answered = Signal(object)
    put_aside = Signal(object)

    def __init__(self) -> None:
        super().__init__(bar=True, margins=(24, 16, 16, 20), gap=6)
        self._question: Question | None = None
        self.words = Label("", scale="title", weight="strong", wrap=True)
        self.why_button = Button(WHY_WE_ASK, kind="text", icon="help-circle", key="F1")
        self.why_button.clicked.connect(self.toggle_why)
        self.help = Label("", role="text2", wrap=True)
        self._help_row = QWidget()
        said = Row(self._help_row, gap=10)
        said.addWidget(Icon("info-circle", role="text2"))
        said.addWidget(self.help, 1)
        self.kept = Label("", weight="label", wrap=True)
        self.why = _Why()
        self.why.close_button.clicked.connect(self.close_why)
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self.countries = CountriesField()
        self.go_on = Button(GO_ON, icon="chevron-right", trailing=True)
        self._countries = QWidget()
        Column(self._countries, gap=10).holding(self.countries, Row().holding(self.go_on, None))
        self.answers = AnswerList("", [])
        self._build()

    def ask(self, question: Question, kept: str) -> None:
        """Show a question; `kept` is the answer it has so far, shown but not chosen."""
        self._question = question
        self.setAccessibleName(question.text)
        self.words.setText(question.text)
        self.help.setText(question.help)
        self._help_row.setVisible(bool(question.help))
        self.kept.setText(KEPT.format(shown=kept))
        self.kept.setVisible(bool(kept))
        self.why.hide()
        self._say("")
        several = question.type in (QuestionType.COUNTRIES, QuestionType.COUNTRY)
        self._countries.setVisible(several)
        self.countries.set_text(kept if several else "")
        self.countries.setAccessibleName(question.text)
        self.answers.ask(question.text, _answers(question))

    def take_focus(self) -> None:
        """The keys answer now."""
        if self._countries.isVisible():
            self.countries.setFocus()
        else:
            self.answers.setFocus()

    def toggle_why(self) -> None:
        """F1 opens and closes the reasons; the answers keep the focus."""
        if self.close_why():
            return
        self.why.show()
        announce(self, " ".join(WHY))

    def close_why(self) -> bool:
        """True when the panel was open."""
        was_open = not self.why.isHidden()
        had_focus = self.why.close_button.hasFocus()
        self.why.hide()
        if had_focus:
            self.take_focus()
        return was_open

    def refuse(self, known: Known) -> None:
        """Say what was refused; nothing stays chosen."""
        self.answers.forget()
        self._say(known.message)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The question keeps the room where it is short."""
        super().resizeEvent(event)
        words = WHY_WE_ASK if self.width() >= current().px(800) else WHY_SHORT
        if self.why_button.text() != words:
            self.why_button.set_words(words)

    def _build(self) -> None:
        head = Row(gap=10)
        head.addWidget(self.words, 1)
        head.addWidget(self.why_button)
        self.body.addLayout(head)
        self.body.addLayout(
            Column(gap=10, margins=(0, 0, 8, 0)).holding(
                *(self._help_row, self.kept, self.why, self.problem),
                *(self._countries, self.answers),
            )
        )
        self.answers.chosen.connect(self._choose)
        self.countries.entered.connect(self._take_countries)
        self.countries.changed.connect(lambda _codes: self._say(""))
        self.go_on.clicked.connect(self._take_countries)

    def _choose(self, value: object) -> None:
        if isinstance(value, AnswerState):
            self.put_aside.emit(value)
        else:
            self.answered.emit(value)

    def _take_countries(self) -> None:
        codes = self.countries.value()
        if not codes:
            self._say(ADD_A_COUNTRY)
        elif self._question is not None and self._question.type is QuestionType.COUNTRY:
            self.answered.emit(codes[0])
        else:
            self.answered.emit(codes)

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if words:
            announce(self, words, assertive=True)


class _Why(Card):
    """Why we ask and what to say, beside the question it is about."""

    def __init__(self) -> None:
        super().__init__(ground="tint", margins=(16, 12, 12, 12), gap=4)
        self.close_button = Button(CLOSE_WHY, kind="text", key="", scale="small", small=True)
        lines = Column(gap=2)
        for words in WHY:
            lines.addWidget(Label(words, wrap=True))
        row = Row(gap=10)
        row.addLayout(lines, 1)
        row.addWidget(self.close_button)
        self.body.addLayout(row)
        self.setAccessibleName(WHY_WE_ASK)
        self.hide()


def _answers(question: Question) -> list[tuple[object, str]]:
    """The question's own options, then “not sure” and “prefers not to say” where it has none."""
    options: list[tuple[object, str]] = [(one.value, one.label) for one in question.options]
    if _OWN & {one.value for one in question.options}:
        return options
    return [*options, *_ASIDE]
