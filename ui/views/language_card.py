"""The language card: the screen is turned to the patient, who points at their language.

    card = LanguageCardView(LanguageModel(desk, lane))
    card.turn(question, patient)          # Ctrl+L; the patient's own language comes first
    card.closed.connect(...)              # Esc

Only text that a named translator wrote and another person approved is shown in another language
(hazard H11); else the card says whom to call.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from app.casework.language_card import Language
from app.core.errors import Known
from app.core.people import Patient
from app.residency.questions import AnswerState, Question
from ui.language import told, tr
from ui.models.language_card import CALLING, LANGUAGE, Card, LanguageModel, matching
from ui.theme import current
from ui.widgets.announce import announce
from ui.widgets.answers import AnswerList
from ui.widgets.button import Button
from ui.widgets.card import Card as Plain
from ui.widgets.inputs import LineEdit, is_enter
from ui.widgets.language_cell import LanguageCell
from ui.widgets.layout import Column, Grid, Icon, Label, Row, clear, is_narrow
from ui.widgets.page import Page
from ui.widgets.scroll import Scroll

TITLE = tr("Language card")
FIND = tr("Number or name of the language")
NONE_FOUND = tr("No language begins like this. Call the interpreter service and say its name.")
CLOSE = tr("Close the card")
OTHERS = tr("All languages")
CALL = tr("Call an interpreter: {language}")
NUMBER = tr("Telephone {number}")
NO_NUMBER = tr("Ask the switchboard for the interpreter service.")
RECORDED = tr("Recorded: interpreter for {language}. It stands in the banner and on letters.")
SAY_NUMBER = tr("Press the number the patient points at.")
_COLUMN, _GAP = 236, 10


class LanguageCardView(Page):
    """Every language in its own script; then the question in it, or whom to call."""

    closed = Signal()
    answered = Signal(object)
    put_aside = Signal(object)

    def __init__(self, model: LanguageModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._card: Card | None = None
        self._question: Question | None = None
        self._patient: Patient | None = None
        self.language: Language | None = None
        self.list = _Languages()
        self.spoken = _Spoken()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.spoken)
        Column(self).addWidget(self.stack)
        self.list.picked.connect(self._pick)
        self.list.close_button.clicked.connect(self.closed)
        self.spoken.close_button.clicked.connect(self.closed)
        self.spoken.others.clicked.connect(self._show_list)
        self.spoken.answers.chosen.connect(self._answer)
        model.loaded.connect(self._load)
        model.recorded.connect(self._recorded)
        model.refused.connect(self._refuse)

    def turn(self, question: Question | None, patient: Patient | None) -> None:
        """Turn the screen: the list, or at once the language this patient is known to need."""
        self._question, self._patient = question, patient
        self.language = None
        self._show_list()
        self._model.load()

    def show_question(self, question: Question | None) -> bool:
        """The next question in the language picked; False where it has no approved words."""
        self._question = question
        if self._card is None or self.language is None or question is None:
            return False
        found = self._card.question(self.language, question)
        if found is None:
            return False
        self.spoken.show_question(self.language, *found)
        self.spoken.answers.setFocus()
        return True

    def take_focus(self) -> None:
        """Into the field of the list, or on the answers."""
        if self.stack.currentWidget() is self.list:
            self.list.wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.spoken.answers.rows:
            self.spoken.answers.setFocus()
        else:
            self.spoken.others.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc turns the screen back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _load(self, card: Card) -> None:
        self._card = card
        self.list.show_card(card)
        known = self._patient.interpreter.casefold() if self._patient is not None else ""
        for one in card.languages:
            if known and known == one.name.casefold():
                self._show(one)
                return
        self._show_list()

    def _show_list(self) -> None:
        self.stack.setCurrentWidget(self.list)
        self.list.wanted.clear()
        self.take_focus()
        announce(self, TITLE)

    def _pick(self, language: Language) -> None:
        self._show(language)
        known = self._patient.interpreter.casefold() if self._patient is not None else ""
        if self._patient is not None and known != language.name.casefold():
            self._model.record(self._patient.patient_id, language)

    def _show(self, language: Language) -> None:
        """The question where every word of it is approved, else whom to call."""
        if self._card is None:
            return
        self.language = language
        self.stack.setCurrentWidget(self.spoken)
        if not self.show_question(self._question):
            self.spoken.show_call(language, self._card)
        self.take_focus()

    def _answer(self, value: object) -> None:
        if isinstance(value, AnswerState):
            self.put_aside.emit(value)
        else:
            self.answered.emit(value)

    def _recorded(self, patient: Patient) -> None:
        self._patient = patient
        self.spoken.say(RECORDED.format(language=patient.interpreter))

    def _refuse(self, known: Known) -> None:
        self.spoken.say(told(known))


class _Languages(QWidget):
    """The grid of languages; what is typed above it narrows it, Enter takes the first."""

    picked = Signal(object)  # Language

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[LanguageCell] = []
        self._card: Card | None = None
        self._shown: tuple[Language, ...] = ()
        self._columns = 0
        self.title = Label("", scale="screen", weight="strong", wrap=True)
        self.wanted = LineEdit(placeholder=FIND)
        self.wanted.setAccessibleName(FIND)
        self.nothing = Label(NONE_FOUND, wrap=True)
        self.nothing.hide()
        self.close_button = Button(CLOSE, icon="x", key="Esc")
        asked = Row(gap=16)
        asked.holding(self.wanted, None, self.close_button)
        self._head: QBoxLayout = Row(gap=16)
        head = self._head
        head.addWidget(self.title, 1)
        head.addLayout(asked)
        inside = QWidget()
        self._cells = QWidget()
        self._grid = Grid(self._cells, gap=(_GAP, _GAP))
        self._inside: QBoxLayout = Column(inside, gap=10, margins=(0, 0, 6, 12))
        for part in (self.nothing, self._cells):
            self._inside.addWidget(part)
        self._inside.addStretch(1)
        whole = Column(self, gap=16, margins=(24, 20, 18, 12))
        whole.addLayout(head)
        whole.addWidget(Scroll(inside), 1)
        self.wanted.textChanged.connect(self._narrow)
        self.wanted.returnPressed.connect(self._take_first)
        self.restyle()

    def show_card(self, card: Card) -> None:
        """These languages, every one."""
        self._card = card
        self.title.setText(card.english[LANGUAGE])
        self._narrow(self.wanted.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        super().resizeEvent(event)
        self._arrange()

    def restyle(self) -> None:
        """Take the sizes of the current theme."""
        self.wanted.setFixedWidth(current().px(280))
        self._columns = 0
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the grid; Down leaves the field for it."""
        here = next((place for place, one in enumerate(self.cells) if one.hasFocus()), None)
        across = -1 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 1
        steps = {
            Qt.Key.Key_Down: self._columns,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Right: across,
            Qt.Key.Key_Left: -across,
        }
        step = next((step for key, step in steps.items() if key == event.key()), None)
        if here is None and event.key() == Qt.Key.Key_Down and self.cells:
            self.cells[0].setFocus(Qt.FocusReason.TabFocusReason)
        elif here is not None and is_enter(event):
            self.cells[here].click()
        elif here is None or step is None:
            super().keyPressEvent(event)
        elif 0 <= here + step < len(self.cells):
            self.cells[here + step].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.wanted.setFocus(Qt.FocusReason.TabFocusReason)

    def _narrow(self, typed: str) -> None:
        if self._card is None:
            return
        shown = matching(self._card.languages, typed)
        self.nothing.setVisible(not shown)
        if shown == self._shown and self.cells:
            return
        self._shown = shown
        clear(self._grid)
        places = {one.code: place for place, one in enumerate(self._card.languages, 1)}
        self.cells = []
        for one in shown:
            cell = LanguageCell(places[one.code], one.own, one.name, right_to_left=one.rtl)
            cell.clicked.connect(lambda _=False, one=one: self.picked.emit(one))
            self.cells.append(cell)
        self._columns = 0
        self._arrange()

    def _take_first(self) -> None:
        if self._shown and self.wanted.text().strip():
            typed = self.wanted.text().strip()
            exact = [
                one
                for one, cell in zip(self._shown, self.cells, strict=True)
                if str(cell.number) == typed
            ]
            self.picked.emit((exact or list(self._shown))[0])

    def _arrange(self) -> None:
        theme = current()
        room = self.width() - theme.px(48)
        columns = max(1, (room + theme.px(_GAP)) // theme.px(_COLUMN + _GAP))
        if columns == self._columns:
            return
        self._columns = columns
        narrow = is_narrow(self)
        home, other = (self._inside, self._head) if narrow else (self._head, self._inside)
        if home.indexOf(self.title) < 0:  # where room is short the title scrolls away
            other.removeWidget(self.title)
            home.insertWidget(0, self.title, 0 if narrow else 1)
        for place, cell in enumerate(self.cells):
            self._grid.addWidget(cell, place // columns, place % columns)
            cell.show()
        for column in range(12):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


class _Spoken(QWidget):
    """One language: the question in it, or whom to call."""

    def __init__(self) -> None:
        super().__init__()
        self.own = Label("", scale="figure", weight="strong", wrap=True)
        self.words = Label("", scale="screen", weight="strong", wrap=True)
        self.answers = AnswerList("", [])
        self.hint = Label(SAY_NUMBER, role="text2", wrap=True)
        self.call = Plain(bar=True, margins=(28, 24, 28, 24), gap=12)
        self.whom = Label("", scale="screen", weight="strong", wrap=True)
        self.number = Label("", scale="figure", weight="strong", wrap=True)
        self.rule = Label("", scale="title", wrap=True)
        self.said = Label("", role="text2", wrap=True)
        self.others = Button(OTHERS, icon="chevron-left", key="Alt+Up")
        self.close_button = Button(CLOSE, icon="x", key="Esc")
        whom = Row(gap=14)
        whom.addWidget(Icon("phone", size=32), 0, Qt.AlignmentFlag.AlignTop)
        whom.addLayout(Column(gap=8).holding(self.whom, self.number, self.rule), 1)
        self.call.body.addLayout(whom)
        inside = QWidget()
        self._inside = Column(inside, gap=18, margins=(0, 0, 6, 12))
        self._inside.holding(self.own, self.words, self.answers, self.hint, self.call)
        self._inside.addWidget(self.said)
        self._inside.addStretch(1)
        whole = Column(self, gap=16, margins=(32, 24, 24, 20))
        whole.addWidget(Scroll(inside), 1)
        whole.addLayout(Row(gap=8).holding(self.others, None, self.close_button))

    def show_question(
        self,
        language: Language,
        words: str,
        answers: tuple[tuple[str | AnswerState, str], ...],
    ) -> None:
        """The question in large letters, its numbers as on the ladder."""
        self._speak(language)
        self.words.setText(words)
        self.answers.ask(words, list(answers))
        for part in (self.words, self.answers, self.hint):
            part.show()
        self.call.hide()
        announce(self, f"{language.name}. {SAY_NUMBER}")

    def show_call(self, language: Language, card: Card) -> None:
        """No approved words: whom to call, and an approved word to wait where there is one."""
        self._speak(language)
        waiting = card.text(language, CALLING)
        self.words.setText(waiting)
        self.words.setVisible(bool(waiting))
        self.answers.ask("", [])
        self.answers.hide()
        self.hint.hide()
        self.whom.setText(CALL.format(language=language.name))
        self.number.setText(NUMBER.format(number=card.call) if card.call else NO_NUMBER)
        self.rule.setText(card.rule)
        self.call.show()
        announce(self, f"{self.whom.text()}. {self.number.text()}")

    def say(self, words: str) -> None:
        """A line under it all."""
        self.said.setText(words)
        announce(self, words)

    def _speak(self, language: Language) -> None:
        self.said.setText("")
        self.own.setText(language.own)
        self.own.setAccessibleName(f"{language.own}, {language.name}")
        both = Qt.LayoutDirection
        direction = both.RightToLeft if language.rtl else both.LeftToRight
        for part in (self.own, self.words, self.answers):
            part.setLayoutDirection(direction)
