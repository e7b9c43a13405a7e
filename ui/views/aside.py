"""Beside the ladder: what happens next, and why the questions could not be put."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.language import tr
from ui.widgets.announce import announce
from ui.widgets.answers import AnswerList
from ui.widgets.button import Button
from ui.widgets.card import SIDE, Card
from ui.widgets.layout import Icon, Label, Row
from ui.widgets.progress import ProgressSteps
from ui.wording import BOOK_IN, COULD_NOT_ASK, WHAT_HAPPENS_NEXT, steps_left

LAST = tr("Press Enter to book in.")
ONE_MORE = tr("One more question.")
SOME_MORE = tr("Up to {count} more questions.")
BETWEEN = tr("At least {least}, at most {most} more steps.")
WHY_NOT = tr("Why could the questions not be put?")
WHY_NOT_HELP = tr("It is saved, and they are asked before discharge. It never holds anyone up.")
BACK = tr("Back to the question")
# A question said and answered: a thought, a key and a spoken answer, and the patient's reading.
_SECONDS_A_STEP = 15


def about_minutes(steps: int) -> str:
    """How long so many steps take at an ordinary desk; never less than a minute."""
    minutes = max(1, round(steps * _SECONDS_A_STEP / 60))
    return tr("about 1 minute") if minutes == 1 else tr("about {n} minutes").format(n=minutes)


class NextCard(Card):
    """What happens next is always said first: the patient is booked in as normal."""

    def __init__(self) -> None:
        super().__init__(WHAT_HAPPENS_NEXT, scale="small", quiet=True, margins=SIDE, gap=10)
        head = Row(gap=12)
        head.addWidget(Icon("circle-check", role="success", size=24))
        head.addWidget(Label(BOOK_IN, scale="title", weight="strong", wrap=True), 1)
        self.words = Label("", wrap=True)
        self.left = Label("", scale="small", weight="strong")
        self.minutes = Label("", scale="small", role="text2")
        self._measure = QWidget()
        Row(self._measure, gap=8).holding(self.left, None, self.minutes)
        self.dashes = ProgressSteps()
        self.body.addLayout(head)
        self.body.addWidget(self.words)
        self.body.addWidget(self._measure)
        self.body.addWidget(self.dashes)

    def show_next(self, left: int, done: int, *, at_most: int) -> None:
        """So many steps are left, at most so many, and so many are done."""
        more = ONE_MORE if left == 1 else SOME_MORE.format(count=left)
        if at_most > left:
            more = BETWEEN.format(least=left, most=at_most)
        self.words.setText(more if left else LAST)
        self.left.setText(steps_left(left))
        self.minutes.setText(about_minutes(left))
        self._measure.setVisible(left > 0)
        self.dashes.show_progress(done, done + left)


class CouldNotAsk(Card):
    """F9: one key says why; it saves at once and blocks nothing."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, reasons: Sequence[tuple[str, str]]) -> None:
        super().__init__(WHY_NOT, bar=True, gap=12)
        self.answers = AnswerList(WHY_NOT, list(reasons))
        self.answers.chosen.connect(lambda value: self.chosen.emit(str(value)))
        self.back = Button(BACK, icon="chevron-left", key="Esc")
        self.back.clicked.connect(self.closed)
        self.body.addWidget(Label(WHY_NOT_HELP, role="text2", wrap=True))
        self.body.addWidget(self.answers)
        self.body.addLayout(Row().holding(self.back, None))
        self.setAccessibleName(f"{COULD_NOT_ASK}. {WHY_NOT}")
        self.hide()

    def open(self) -> None:
        """Show the reasons, none chosen."""
        self.answers.forget()
        self.show()
        self.answers.setFocus()
        announce(self, WHY_NOT)
