"""What changed on a day of the stay: an answer that holds from then on, such as an asylum claim."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from app.residency.questions import Question
from app.services.stays import DatedLine
from ui.days import show
from ui.language import told, tr
from ui.views.case_answer import AnswerEditor
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.inputs import DateEdit
from ui.widgets.layout import Column, Hanging, Label, Margins, Row, clear
from ui.widgets.lookup import Lookup, Option
from ui.widgets.typed import Typed

CHANGED = tr("Changed during the stay")
ADD, CLOSE, KEEP = tr("Add a c&hange"), tr("Close the c&hange"), tr("Keep this change")
WHAT, FROM, HINT = tr("What changed"), tr("From"), tr("Type a word, such as asylum")
LINE = tr("From {day}: {question}")
TAKE_BACK, TAKE_BACK_NAMED = tr("Take back"), tr("Take back: {question} from {day}")
KEPT = tr("Change kept.")
DAY_FIRST = tr("Enter the day from which it holds.")
_SIDE: Margins = (16, 12, 16, 14)


class _Begun(NamedTuple):
    since: str
    what: str
    asked: tuple[str, tuple[object, ...]] | None  # the question, and what is answered to it


class DatedCard(Card):
    """`given(question_id, value, since)`, `put_aside(question_id, state, since)`, and
    `taken_back(question_id, day)`. It is there once a stay is recorded."""

    given = Signal(str, object, str)
    put_aside = Signal(str, object, str)
    taken_back = Signal(str, object)

    def __init__(
        self,
        questions: Sequence[Question],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(CHANGED, scale="body", margins=_SIDE, parent=parent)
        self._questions = {question.id: question for question in questions}
        self.take_back: list[Button] = []
        self.change = Button(ADD, kind="text", icon="plus", scale="small", small=True)
        self.what = Field(WHAT, Lookup(placeholder=HINT))
        self.what.input.set_options([Option(one.id, one.label) for one in questions])
        self.since = Field(FROM, DateEdit(today, placeholder="14/7/26"))
        self.editor = AnswerEditor(today)
        for unwanted in (self.editor.back, self.editor.not_asked):  # no change is "not asked"
            unwanted.hide()
        self.editor.keep.setText(KEEP)
        self._lines = Column(gap=6)
        self._form = QWidget()
        Column(self._form, gap=8).holding(self.since, self.what, self.editor)
        self.body.addLayout(self._lines)
        self.body.addLayout(Hanging().holding(self.change, None))
        self.body.addWidget(self._form)
        self._open(False)
        self._typed = Typed(self, "change", read=self._standing, show=self._stand)
        self.change.clicked.connect(lambda: self._open(not self.is_open()))
        self.what.input.chosen.connect(self._ask)
        self.what.input.editingFinished.connect(lambda: self._ask(self.what.input.value()))
        self.editor.given.connect(
            lambda name, value: self._with_day(lambda day: self.given.emit(name, value, day))
        )
        self.editor.put_aside.connect(
            lambda name, state: self._with_day(lambda day: self.put_aside.emit(name, state, day))
        )

    def show_lines(self, lines: Sequence[DatedLine]) -> None:
        """What is recorded, each with a way to take it back."""
        clear(self._lines)
        self.take_back = []
        for line in lines:
            day = show(line.since)
            back = Button(TAKE_BACK, kind="text", scale="small", small=True)
            back.setAccessibleName(TAKE_BACK_NAMED.format(question=line.label, day=day))
            back.clicked.connect(
                lambda _=False, one=line: self.taken_back.emit(one.question_id, one.since)
            )
            words = LINE.format(day=day, question=line.label)
            self._lines.addWidget(Label(words, scale="small", role="text2", wrap=True))
            row = Row(gap=8)
            row.addWidget(Label(line.shown, weight="strong", wrap=True), 1)
            row.addWidget(back)
            self._lines.addLayout(row)
            self.take_back.append(back)
        self._typed.arrive()

    def is_open(self) -> bool:
        """Whether the form is unfolded."""
        return self.change.text() == CLOSE

    def open_case(self, registration_id: str) -> None:
        """Another case: nothing of what was begun is left."""
        self._typed.follow(registration_id)
        self._open(False)
        self.hide()

    def was_kept(self) -> None:
        """The form folds, and its button has the focus again."""
        self._open(False)
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, KEPT)

    def refuse(self, known: Known) -> bool:
        """Say a refusal where it belongs; False while the form is folded."""
        if not self.is_open():
            return False
        if known.field == "since":
            self._wrong(told(known))
        else:
            self.editor.say(told(known))
        return True

    def _open(self, wanted: bool) -> None:
        self._form.setVisible(wanted)
        self.change.setText(CLOSE if wanted else ADD)
        self.what.input.clear()
        self.since.input.clear()
        self.since.set_error("")
        self.editor.hide()
        if wanted:
            self.since.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, question_id: object) -> None:
        question = self._questions.get(str(question_id))
        if question is None or (self.editor.isVisible() and self.editor.question() == question):
            return
        self.editor.ask(question, "")
        self.editor.show()

    def _standing(self) -> _Begun | None:
        if not self.is_open():
            return None
        question = self.editor.question() if not self.editor.isHidden() else None
        asked = None if question is None else (question.id, self.editor.standing())
        return _Begun(self.since.input.text(), self.what.input.text(), asked)

    def _stand(self, begun: _Begun) -> None:
        self._form.show()
        self.change.setText(CLOSE)
        self.since.input.setText(begun.since)
        self.what.input.setText(begun.what)
        if begun.asked is not None:
            question_id, values = begun.asked
            self._ask(question_id)
            self.editor.stand(values)

    def _with_day(self, give: Callable[[str], None]) -> None:
        self.since.set_error("")
        day = self.since.input.text().strip()
        if day:
            give(day)
        else:
            self._wrong(DAY_FIRST)

    def _wrong(self, words: str) -> None:
        self.since.set_error(words)
        self.since.input.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words, assertive=True)
