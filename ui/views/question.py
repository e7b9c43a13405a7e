"""The open question: its words, how to say it, its answers or its countries, why we ask."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.casework.number_card import NumberCard, numbered, unsure
from app.core.errors import Known
from app.residency.questions import AnswerState, Question, QuestionType
from app.services.answers import UNANSWERED
from ui.language import told, tr
from ui.theme import current
from ui.widgets.announce import announce
from ui.widgets.answers import AnswerList
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.countries import CountriesField
from ui.widgets.layout import Column, Icon, Label, Row
from ui.wording import WHY_WE_ASK

SAY = tr("Say: “We ask everyone this. Which number on card {letter}?”")
SAY_COUNTRIES = tr(
    "Say: “We ask everyone this. Which countries, or which number on card {letter}?”"
)
KEPT = tr("Answer so far: {shown}. Alt+↓ keeps it.")
NEXT_QUESTION = tr("Next question")
GO_ON = tr("Go on")
ADD_A_COUNTRY = tr("Type a country and take it from the list, or answer “Not sure”.")
FAIR = tr("We put the same questions to everyone, whoever they are, so that it is fair.")
ALWAYS = tr("“{answer}” is always an answer.")
POINT = tr("The patient may point at the number on the card instead.")
RECORD = tr(
    "You record and never judge: where more is needed, the overseas visitor team asks in private."
)
WHY_SHORT = tr("Why")
CLOSE_WHY = tr("Close")


class QuestionCard(Card):
    """`answered(value)` or `put_aside(state)`; nothing is chosen beforehand.

    `taken(value)` is an answer so far, to be kept while more may come.
    `kept_on()` goes on with the answer that a question already has.
    """

    answered = Signal(object)
    taken = Signal(object)
    kept_on = Signal()
    put_aside = Signal(object)

    def __init__(self) -> None:
        super().__init__(bar=True, margins=(24, 16, 16, 20), gap=6)
        self._question: Question | None = None
        self._goes_on = False
        self.words = Label("", scale="title", weight="strong", wrap=True)
        self.why_button = Button(WHY_WE_ASK, kind="text", icon="help-circle", key="F1")
        self.help = Label("", role="text2", wrap=True)
        self._help_row = QWidget()
        said = Row(self._help_row, gap=10)
        self._said_by = Icon("volume", role="text2")
        said.addWidget(self._said_by)
        said.addWidget(self.help, 1)
        self.kept = Label("", weight="label", wrap=True)
        self.next = Button(NEXT_QUESTION, icon="chevron-right", trailing=True, small=True)
        self.next.clicked.connect(self.kept_on)
        self._kept_row = QWidget()
        kept_line = Row(self._kept_row, gap=10)
        kept_line.addWidget(self.kept, 1)
        kept_line.addWidget(self.next)
        self.why = WhyCard()
        self.why.left.connect(self.take_focus)
        self.why_button.clicked.connect(self.why.toggle)
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self.countries = CountriesField()
        self.go_on = Button(GO_ON, icon="chevron-right", trailing=True)
        self._countries = QWidget()
        Column(self._countries, gap=10).holding(self.countries, Row().holding(self.go_on, None))
        self.answers = AnswerList("", [])
        self._build()

    def ask(
        self, question: Question, kept: str, card: NumberCard | None, *, go_on: bool = False
    ) -> None:
        """Show a question; `kept` is the answer it has so far, shown but not chosen.

        `card` is what the patient looks at, None for what staff look up. With `go_on` Enter goes
        on with the answer kept: the person has switched off that the next question opens by itself.
        """
        self._goes_on = go_on and bool(kept)
        self._question = question
        self.setAccessibleName(question.text)
        self.words.setText(question.text)
        self._show_how(question, card)
        self.kept.setText(KEPT.format(shown=kept))
        self._kept_row.setVisible(bool(kept))
        self.why.hide()
        self._say("")
        several = question.type in (QuestionType.COUNTRIES, QuestionType.COUNTRY)
        self._countries.setVisible(several)
        aside = kept in UNANSWERED.values()  # no country, such as “Not sure”
        self.countries.set_text(kept if several and not aside else "")
        self.countries.setAccessibleName(question.text)
        self.answers.ask(question.text, numbered(question))

    def take_focus(self) -> None:
        """The keys answer now."""
        if self._goes_on:
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._countries.isVisible():
            self.countries.setFocus()
        else:
            self.answers.setFocus()

    def refuse(self, known: Known) -> None:
        """Say what was refused; nothing stays chosen."""
        self.answers.forget()
        self._say(told(known))

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
                *(self._help_row, self._kept_row, self.why, self.problem),
                *(self._countries, self.answers),
            )
        )
        self.answers.chosen.connect(self._choose)
        self.countries.entered.connect(self._take_countries)
        self.countries.changed.connect(self._keep_countries)
        self.countries.not_found.connect(self._say)
        self.countries.typing.textEdited.connect(self._take_number)
        self.go_on.clicked.connect(self._take_countries)

    def _show_how(self, question: Question, card: NumberCard | None) -> None:
        """What to say, or the help of what staff look up; the rest of the help is under F1."""
        say = SAY_COUNTRIES if card is not None and card.said else SAY
        self.help.setText(say.format(letter=card.letter) if card is not None else question.help)
        self._said_by.set("volume" if card is not None else "info-circle")
        self._help_row.setVisible(card is not None or bool(question.help))
        self.why.tell(
            question.help if card is not None else "",
            ALWAYS.format(answer=unsure(question)) if unsure(question) else "",
            POINT if card is not None else "",
        )

    def _choose(self, value: object) -> None:
        self.countries.typing.clear()  # half a word was no answer; this is
        if isinstance(value, AnswerState):
            self.put_aside.emit(value)
        else:
            self.answered.emit(value)

    def _take_countries(self) -> None:
        answer = self._countries_as_answer()
        if answer:
            self.answered.emit(answer)
        else:
            self._say(ADD_A_COUNTRY)

    def _take_number(self, typed: str) -> None:
        """No country begins with a figure: it is the number on the card that the patient said."""
        numbers = {str(row.number): row for row in self.answers.rows}
        if typed in numbers and not self.countries.value():
            self.countries.typing.clear()
            numbers[typed].click()

    def _keep_countries(self) -> None:
        self._say("")
        answer = self._countries_as_answer()
        if answer:
            self.taken.emit(answer)

    def _countries_as_answer(self) -> str | tuple[str, ...]:
        codes = self.countries.value()
        if codes and self._question is not None and self._question.type is QuestionType.COUNTRY:
            return codes[0]
        return codes

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if words:
            announce(self, words, assertive=True)


class WhyCard(Card):
    """Why we ask and what to say, beside the question it is about; `fair` is who is asked so.

    `left()` where it is put away with the focus in it.
    """

    left = Signal()

    def __init__(self, fair: str = FAIR) -> None:
        super().__init__(ground="tint", margins=(16, 12, 12, 12), gap=4)
        self.close_button = Button(CLOSE_WHY, kind="text", key="", scale="small", small=True)
        lines = Column(gap=2)
        self._lines = [Label(words, wrap=True) for words in ("", fair, "", RECORD)]
        self.help, _, self.answer, _ = self._lines
        lines.holding(*self._lines)
        row = Row(gap=10)
        row.addLayout(lines, 1)
        row.addWidget(self.close_button)
        self.body.addLayout(row)
        self.setAccessibleName(WHY_WE_ASK)
        self.close_button.clicked.connect(self.put_away)
        self.hide()

    def toggle(self) -> None:
        """F1 opens and closes the reasons; whatever has the focus keeps it."""
        if not self.put_away():
            self.open()

    def put_away(self) -> bool:
        """True when it was open."""
        was_open = not self.isHidden()
        had_focus = self.close_button.hasFocus()
        self.hide()
        if had_focus:
            self.left.emit()
        return was_open

    def open(self) -> None:
        """Show it and say it; the focus stays where work goes on."""
        self.show()
        announce(self, self.text())

    def tell(self, help_words: str, *answer: str) -> None:
        """What staff should know of this very question, first, and how it can be answered."""
        for line, words in ((self.help, help_words), (self.answer, " ".join(filter(None, answer)))):
            line.setText(words)
            line.setVisible(bool(words))

    def text(self) -> str:
        """All of it, as read out."""
        return " ".join(line.text() for line in self._lines if line.text())
