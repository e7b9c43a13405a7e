"""The officer's interview: guided by the next question, with all questions by section at hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.errors import Known
from app.residency.questions import Question
from app.services.casefile import CaseFile
from app.services.countries import CountryName
from app.services.interviewing import InterviewLine
from ui.language import spoken, told, tr
from ui.views.case_answer import AnswerEditor
from ui.views.case_guided import GuidedPanel
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.folded import FoldedRow
from ui.widgets.inputs import Choice
from ui.widgets.layout import Column, Label, Row, Rule, clear
from ui.widgets.scroll import Scroll
from ui.widgets.settled import settled

SECTION = tr("Part of the interview")
KNOWN = tr("{known} of {all} known")
ASK = tr("Ask")
CHANGE = tr("Change")
TO_GUIDED = tr("Back to the next question")
_GUIDED, _LIST, _ASKING = range(3)


class InterviewPanel(QWidget):
    """`given`, `put_aside`: an answer; `returned(question_id)`: a prompt's question was closed;
    `decision_wanted()`: nothing is left to ask."""

    given = Signal(str, object)
    put_aside = Signal(str, object)
    returned = Signal(str)
    decision_wanted = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case: CaseFile | None = None
        self._from_prompts = False
        self._section = 0
        self._wait_for = ""
        self._rows: list[tuple[FoldedRow, str]] = []
        self._known: list[bool] = []
        self.section = Field(SECTION, Choice())
        self.known = Label("", scale="small", role="text2")
        self.guided = GuidedPanel(today)
        self.to_guided = Button(
            TO_GUIDED, kind="text", icon="chevron-left", scale="small", small=True
        )
        self.editor = AnswerEditor(today)
        self._lines = Column(gap=0)
        listed = QWidget()
        Column(listed, gap=8, margins=(0, 0, 6, 8)).holding(
            *(Row().holding(self.to_guided, None), self.section, self.known, self._lines, None)
        )
        asking = QWidget()
        Column(asking, margins=(0, 0, 6, 8)).holding(self.editor, None)
        self._stack = QStackedWidget()
        self._asking = Scroll(asking)
        self._stack.addWidget(self.guided)
        self._stack.addWidget(Scroll(listed))
        self._stack.addWidget(self._asking)
        Column(self).addWidget(self._stack)
        self.guided.given.connect(self.given)
        self.guided.put_aside.connect(self.put_aside)
        self.guided.all_wanted.connect(self.show_all)
        self.guided.decision_wanted.connect(self.decision_wanted)
        self.to_guided.clicked.connect(self.show_next)
        self.section.input.chosen.connect(self._show_section)
        self.editor.given.connect(self._give)
        self.editor.put_aside.connect(self._set_aside)
        self.editor.closed.connect(self.close_question)

    def open_case(self, case: CaseFile) -> None:
        """Another case, at its next question."""
        self._stack.setCurrentIndex(_GUIDED)
        self.editor.about = case.registration_id
        self.guided.open_case(case)
        self._wait_for, self._section = "", _first_open(case)
        self._case = case
        self.section.input.set_choices(
            [(place, spoken(one.title)) for place, one in enumerate(case.interview)]
        )
        self.section.input.set_value(self._section)
        self._build_lines()

    def show_case(self, case: CaseFile) -> None:
        """The same case after an act; an answer that was waited for leads on."""
        self._case = case
        answered, self._wait_for = self._wait_for, ""
        self.guided.show_case(case)
        self._update_lines()
        if answered:
            self._go_on(answered)

    def refuse(self, known: Known) -> bool:
        """Say a refused answer where it was given; False where no question is open."""
        if self.guided.refuse(known):
            return True
        if not self.is_asking():
            return False
        self._wait_for = ""
        self.editor.say(told(known))
        return True

    def is_asking(self) -> bool:
        """Whether a question of the list or of the prompts is open."""
        return self._stack.currentIndex() == _ASKING

    def show_all(self) -> None:
        """Every question, by section."""
        self._stack.setCurrentIndex(_LIST)
        self.take_focus()

    def show_next(self) -> None:
        """The next question."""
        self._stack.setCurrentIndex(_GUIDED)
        self.take_focus()

    def set_countries(self, names: Sequence[CountryName]) -> None:
        """The countries a question may ask for."""
        for editor in (self.editor, self.guided.editor):
            editor.set_countries(names)

    def ask(self, question: Question, shown: str, *, from_prompts: bool = False) -> None:
        """Open one question."""
        self._from_prompts = from_prompts
        self.editor.ask(question, shown)
        self._stack.setCurrentIndex(_ASKING)
        self.editor.take_focus()
        settled(self, self._from_the_top)

    def close_question(self) -> bool:
        """Back to the list, or to the prompts it was opened from; from the list and from an
        earlier answer to the next question. False where there is nothing to go back from."""
        question = self.editor.question()
        if self._stack.currentIndex() == _LIST:
            self.show_next()
        elif not self.is_asking() or question is None:
            return self.isVisible() and self.guided.to_next()
        elif self._from_prompts:
            self._stack.setCurrentIndex(_GUIDED)
            self.returned.emit(question.id)
        else:
            self._stack.setCurrentIndex(_LIST)
            self._focus_line(question.id)
        return True

    def step(self, by: int) -> bool:
        """The question before or after the open one; True where there is one."""
        if self._stack.currentIndex() == _GUIDED:
            return self.isVisible() and self.guided.go(by)
        question = self.editor.question()
        lines = self._section_lines()
        names = [line.question.id for line in lines]
        if not self.is_asking() or question is None or question.id not in names:
            return False
        place = names.index(question.id) + by
        if not 0 <= place < len(lines):
            return False
        self.ask(lines[place].question, lines[place].shown)
        return True

    def take_focus(self) -> None:
        """The keys stand where the work is."""
        if self.is_asking():
            self.editor.take_focus()
        elif self._stack.currentIndex() == _GUIDED:
            self.guided.take_focus()
        else:
            self.section.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _from_the_top(self) -> None:
        """A new question is read from its first word, as far as its answers leave room."""
        self._asking.verticalScrollBar().setValue(0)
        self._asking.bring_focus()

    def _give(self, question_id: str, value: object) -> None:
        self._wait_for = question_id
        self.given.emit(question_id, value)

    def _set_aside(self, question_id: str, state: object) -> None:
        self._wait_for = question_id
        self.put_aside.emit(question_id, state)

    def _go_on(self, question_id: str) -> None:
        """After an answer: the next question of the section, or back to the prompts."""
        question = self.editor.question()
        if question is None or question.id != question_id:
            return  # the officer has gone elsewhere meanwhile
        if self._from_prompts or not self.step(1):
            self.close_question()

    def _section_lines(self) -> tuple[InterviewLine, ...]:
        return self._case.interview[self._section].lines if self._case is not None else ()

    def _show_section(self, place: object) -> None:
        self._section = int(str(place))
        self._build_lines()

    def _build_lines(self) -> None:
        clear(self._lines)
        self._rows, self._known = [], []
        for line in self._section_lines():
            row = FoldedRow(
                line.question.text, "", icon="circle-check" if line.shown else "circle-dashed"
            )
            row.change.clicked.connect(lambda _=False, name=line.question.id: self._open_line(name))
            self._rows.append((row, line.question.id))
            self._known.append(bool(line.shown))
            self._lines.addWidget(row)
            self._lines.addWidget(Rule())
        self._update_lines()

    def _update_lines(self) -> None:
        lines = self._section_lines()
        if self._known != [bool(line.shown) for line in lines]:
            self._build_lines()
            return
        for (row, _), line in zip(self._rows, lines, strict=True):
            row.show_answer(line.shown)
            row.answer.setVisible(bool(line.shown))
            row.change.set_words(CHANGE if line.shown else ASK, "pencil")
            does, shown = CHANGE if line.shown else ASK, spoken(line.shown)
            row.change.setAccessibleName(f"{does}: {line.question.text} {shown}".strip())
        known = sum(bool(line.shown) for line in lines)
        self.known.setText(KNOWN.format(known=known, all=len(lines)))

    def _open_line(self, question_id: str) -> None:
        for line in self._section_lines():
            if line.question.id == question_id:
                self.ask(line.question, line.shown)

    def _focus_line(self, question_id: str) -> None:
        for row, name in self._rows:
            if name == question_id:
                row.change.setFocus(Qt.FocusReason.OtherFocusReason)


def _first_open(case: CaseFile) -> int:
    """The first section with a question for the officer that nobody has answered."""
    for place, section in enumerate(case.interview):
        for line in section.lines:
            if line.question.asked_by == "officer" and not line.shown:
                return place
    return 0
