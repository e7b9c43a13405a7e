"""The guided interview: the one question that still matters, why, how many are left, who waits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from app.services.casefile import CaseFile
from app.services.interviewing import InterviewLine, InterviewStep, Waiting
from ui.language import spoken, told, tr
from ui.views.case_answer import AnswerEditor
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.layout import Column, Icon, Label, Row, Rule, clear
from ui.widgets.scroll import Scroll
from ui.widgets.settled import settled

LEFT_SOME, LEFT_ONE = tr("At least {least}, at most {most} questions left"), tr("One question left")
LEFT_SAME = tr("{most} questions left")
SETTLED = tr("Nothing more is asked for the law’s sake")
OTHERS = tr("What is left is for others to answer")
CLOSE = tr(
    "To close the case, put the other grounds in general terms. If none is claimed, tick that in "
    "your decision: from then on what nobody claimed counts as not claimed. A later claim reopens "
    "the case, and never counts against the patient."
)
CLOSED = tr(
    "The case is closed: the other grounds were put in general terms, and none is claimed. A later "
    "claim reopens it, and never counts against the patient."
)
TO_DECISION, ALL = tr("To the decision"), tr("All questions")
BACK, FORWARD = tr("Back"), tr("Forward")
AGAIN = tr("Answered before. It can be changed.")
KEPT = tr("Kept, not relied on")
KEPT_NOTE = tr(
    "Other answers have closed these questions. They stay in history and change nothing."
)
KEPT_LINE = "{label}: {shown}"
WAITS, AND_MORE = tr("Waits for {role}: {questions}"), tr("and {count} more")
ROLES = {"clinician": tr("a clinician"), "officer": tr("the visitor team"), "clerk": tr("the desk")}
_MOST_NAMED = 2


class GuidedPanel(QWidget):
    """`given`, `put_aside`: an answer; `all_wanted`, `decision_wanted`: the ways out."""

    given = Signal(str, object)
    put_aside = Signal(str, object)
    all_wanted = Signal()
    decision_wanted = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: InterviewStep | None = None
        self._back: int | None = None  # a place in the trail; None at the next question
        self._waiting = False
        self.left = Label("", scale="small", weight="strong", role="text2", wrap=True)
        self.all = Button(ALL, kind="text", scale="small", small=True)
        self.title = Label("", scale="title", weight="strong", wrap=True)
        self.close_words = Label(CLOSE, wrap=True)
        self.to_decision = Button(TO_DECISION, kind="primary", icon="scale")
        self.editor = AnswerEditor(today)
        self.editor.back.hide()
        self.why = Label("", scale="small", role="text2", wrap=True)
        self.back = Button(BACK, icon="chevron-left", key="Alt+Up", scale="small", small=True)
        self.forward = Button(
            FORWARD, icon="chevron-right", key="Alt+Down", scale="small", small=True
        )
        self._build()
        self.editor.given.connect(self._give)
        self.editor.put_aside.connect(self._set_aside)
        self.all.clicked.connect(self.all_wanted)
        self.to_decision.clicked.connect(self.decision_wanted)
        self.back.clicked.connect(lambda: self.go(-1))
        self.forward.clicked.connect(lambda: self.go(1))

    def open_case(self, case: CaseFile) -> None:
        """Another case, at its next question."""
        self._back, self._waiting = None, False
        self.editor.about = case.registration_id
        self._show(case.step)

    def show_case(self, case: CaseFile) -> None:
        """The same case after an act; an answer that was waited for leads on."""
        waited, self._waiting = self._waiting, False
        if not waited and case.step == self._step:
            return
        if waited and self._back is not None:
            self._back += 1
        self._show(case.step)
        if waited:
            self.take_focus()
            announce(self, f"{self.left.text()}. {self._asked()}")

    def refuse(self, known: Known) -> bool:
        """Say a refused answer where it was given; False where none was being kept here."""
        if not self._waiting:
            return False
        self._waiting = False
        self.editor.say(told(known))
        return True

    def go(self, by: int) -> bool:
        """Back to what was answered, and forward again; True where there is somewhere to go."""
        trail = self._step.trail if self._step is not None else ()
        here = len(trail) if self._back is None else self._back
        place = here + by
        if not 0 <= place <= len(trail):
            return False
        self._back = place if place < len(trail) else None
        self._show_question()
        self.take_focus()
        return True

    def to_next(self) -> bool:
        """Forward to the next question; True where an earlier one was open."""
        if self._back is None:
            return False
        self._back = None
        self._show_question()
        self.take_focus()
        return True

    def take_focus(self) -> None:
        """The keys answer, or lead on to the decision."""
        if self.editor.isHidden():
            self.to_decision.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.editor.take_focus()
        settled(self, self._from_the_top)

    # What is shown

    def _show(self, step: InterviewStep) -> None:
        self._step = step
        if self._back is not None and self._back >= len(step.trail):
            self._back = None
        self.left.setText(_left(step))
        self._show_waits(step.waits)
        self._show_kept(step.kept)
        self._show_question()

    def _show_question(self) -> None:
        step = self._step
        if step is None:
            return
        line = self._line(step)
        self.editor.setVisible(line is not None)
        over = line is None
        for part in (self.title, self.close_words, self.to_decision):
            part.setVisible(over)
        self.title.setText(SETTLED if step.settled else OTHERS)
        self.close_words.setText(CLOSED if step.certified else CLOSE)
        if line is not None:
            self.editor.ask(line.question, line.shown)
        self.editor.back.hide()
        self.why.setText(AGAIN if self._back is not None else step.why)
        self.back.setEnabled(bool(step.trail) and self._back != 0)
        self.forward.setEnabled(self._back is not None)

    def _line(self, step: InterviewStep) -> InterviewLine | None:
        """The question open: one gone back to, else the next."""
        if self._back is not None:
            return step.trail[self._back]
        return None if step.question is None else InterviewLine(step.question, "")

    def _show_waits(self, waits: Sequence[Waiting]) -> None:
        clear(self._waits)
        for wait in waits:
            if wait.role != "officer":
                self._waits.addWidget(_marked("clock", _waiting_words(wait)))

    def _show_kept(self, kept: Sequence[InterviewLine]) -> None:
        clear(self._kept)
        if not kept:
            return
        self._kept.addWidget(Rule())
        self._kept.addWidget(Label(KEPT, scale="small", weight="strong"))
        self._kept.addWidget(Label(KEPT_NOTE, scale="small", role="text2", wrap=True))
        for line in kept:
            words = KEPT_LINE.format(label=line.question.label, shown=spoken(line.shown))
            self._kept.addWidget(Label(words, scale="small", wrap=True))

    def _asked(self) -> str:
        return self.title.text() if self.editor.isHidden() else self.editor.words.text()

    def _from_the_top(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)
        self._scroll.bring_focus()

    # Answers

    def _give(self, question_id: str, value: object) -> None:
        self._waiting = True
        self.given.emit(question_id, value)

    def _set_aside(self, question_id: str, state: object) -> None:
        self._waiting = True
        self.put_aside.emit(question_id, state)

    def _build(self) -> None:
        self._waits, self._kept = Column(gap=4), Column(gap=4)
        inside = QWidget()
        head = Row(gap=8)
        head.addWidget(self.left, 1)
        head.addWidget(self.all)
        Column(inside, gap=10, margins=(0, 0, 6, 8)).holding(
            *(head, self.title, self.close_words, Row().holding(self.to_decision, None)),
            *(self.editor, Row(gap=8).holding(self.back, self.forward, None)),
            *(self.why, self._waits, self._kept, None),
        )
        self._scroll = Scroll(inside)
        Column(self).addWidget(self._scroll)


def _left(step: InterviewStep) -> str:
    if not step.at_most:
        return ""
    if step.at_most == 1:
        return LEFT_ONE
    if step.at_least == step.at_most:
        return LEFT_SAME.format(most=step.at_most)
    return LEFT_SOME.format(least=step.at_least, most=step.at_most)


def _waiting_words(wait: Waiting) -> str:
    named = [one.text for one in wait.questions[:_MOST_NAMED]]
    more = len(wait.questions) - len(named)
    said = " ".join([*named, *([AND_MORE.format(count=more)] if more else [])])
    return WAITS.format(role=ROLES[wait.role], questions=said)


def _marked(icon: str, words: str) -> QWidget:
    part = QWidget()
    row = Row(part, gap=8)
    row.addWidget(Icon(icon, role="text2", size=16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(words, scale="small", wrap=True), 1)
    return part
