"""The free-care prompts of a case: each answered, or marked not asked, before any decision (H6)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.services.casefile import PromptLine
from ui.language import as_shown, tr
from ui.theme import current
from ui.widgets import paint
from ui.widgets.announce import announce
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.inputs import is_enter
from ui.widgets.layout import Column, Label, clear

PROMPTS = tr("Free-care prompts")
TO_ANSWER, OF_CLINICIAN = tr("Ask"), tr("Clinician")
HINT = tr("Press 1 for yes, 2 no, 3 not asked")
HINT_CLINICIAN = tr("A clinician answers this. 3 marks it not asked.")
OF = tr("{done} of {count}")
YES, NO, NOT_ASKED = "yes", "no", "not_asked"
KEYS = {"1": YES, "2": NO, "3": NOT_ASKED}
_SIDE = (16, 12, 16, 12)


class PromptRow(QAbstractButton):
    """A ground of free care with its answer; pressing it opens the question.

    With the ring on it, 1 opens the question to say which yes, 2 says no, 3 says not asked.
    """

    keyed = Signal(str)  # one of YES, NO, NOT_ASKED

    def __init__(self, line: PromptLine) -> None:
        super().__init__()
        self.question_id = line.question.id
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_line(line)

    def show_line(self, line: PromptLine) -> None:
        """The prompt as it stands now."""
        self.open = not line.shown
        waits = OF_CLINICIAN if line.by_clinician else TO_ANSWER
        self._words, self._value = line.label, as_shown(line.shown) or waits
        self.by_clinician = line.by_clinician
        self.setText(line.label.replace("&", "&&"))
        self.setAccessibleName(f"{line.label}: {as_shown(line.shown) or tr('not answered')}")
        self.setAccessibleDescription(HINT_CLINICIAN if line.by_clinician else HINT)
        self.update()

    def value(self) -> str:
        """The answer shown, or who is to give it."""
        return self._value

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, as Space does; a number answers; arrows go to the next line."""
        if event.isAutoRepeat():
            return
        if is_enter(event):
            self.click()
        elif event.text() in KEYS:
            self.keyed.emit(KEYS[event.text()])
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """A dense line."""
        theme = current()
        words = paint.text_size(self._words, theme.font("small")).width()
        value = paint.text_size(self._value, theme.font("small", "strong")).width()
        return QSize(words + value + theme.px(54), theme.px(26))

    def minimumSizeHint(self) -> QSize:
        """The ground may be cut with a mark, its answer never."""
        value = paint.text_size(self._value, current().font("small", "strong")).width()
        return QSize(value + current().px(108), current().px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, words, answer, an arrow where there is none."""
        theme = current()
        painter = paint.begin(self)
        radius = theme.radius("control")
        if self.underMouse():
            paint.rounded(painter, self.rect(), radius, theme.colour("tint"), None)
        inside = self.rect().adjusted(theme.px(8), 0, -theme.px(8), 0)
        ink = "action" if self.open else "text"
        if self.open:
            inside.adjust(0, 0, -theme.px(18), 0)
            arrow = self.rect().adjusted(self.width() - theme.px(26), 0, -theme.px(8), 0)
            ahead = paint.pointing(self, "chevron-right")
            pixmap = theme.pixmap(ahead, role="action", size=16)
            paint.draw_icon(painter, pixmap, paint.mirrored(self, arrow))
        inside = paint.mirrored(self, inside)
        strong = theme.font("small", "strong")
        grey = theme.colour(ink)
        flags = paint.TRAILING
        paint.draw_text(painter, inside, self._value, font=strong, ink=grey, flags=flags)
        room = inside.width() - QFontMetrics(strong).horizontalAdvance(self._value) - theme.px(10)
        words = paint.elided(self._words, theme.font("small"), room)
        ink = "text" if self.open else "text2"
        small = theme.font("small")
        paint.draw_text(painter, inside, words, font=small, ink=theme.colour(ink))
        if self.hasFocus():  # as on the row of a table: the line is as low
            paint.row_ring(painter, self.rect())
        painter.end()


class PromptsCard(Card):
    """`asked(id)` opens a question, `denied(id)` answers that there is no such ground, and
    `passed(id)` that it was not asked; the next line without an answer then has the ring.
    """

    asked = Signal(str)
    denied = Signal(str)
    passed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PROMPTS, scale="body", margins=_SIDE, gap=4, parent=parent)
        self.rows: list[PromptRow] = []
        self.done = Chip(OF.format(done=0, count=0), "neutral")
        self.done.hide()  # until there are any
        self.head.addWidget(self.done)
        self.hint = Label(HINT, scale="small", role="text2", wrap=True)
        self._lines = Column(gap=0)
        self.body.addLayout(self._lines)
        self.body.addWidget(self.hint)

    def show_lines(self, lines: Sequence[PromptLine]) -> None:
        """The prompts as they stand now."""
        if [row.question_id for row in self.rows] == [line.question.id for line in lines]:
            for row, line in zip(self.rows, lines, strict=True):
                row.show_line(line)
        else:
            clear(self._lines)
            self.rows = [PromptRow(line) for line in lines]
            for row in self.rows:
                row.clicked.connect(lambda _=False, name=row.question_id: self.asked.emit(name))
                row.keyed.connect(lambda said, row=row: self._keyed(row, said))
                self._lines.addWidget(row)
                row.show()  # at once, so that it can take the focus
        answered = sum(bool(line.shown) for line in lines)
        self.hint.setVisible(answered < len(lines))
        words = OF.format(done=answered, count=len(lines))
        chip = Chip(words, "done" if answered == len(lines) else "neutral")
        self.head.replaceWidget(self.done, chip)
        self.done.hide()
        self.done.deleteLater()
        self.done = chip

    def row(self, question_id: str) -> PromptRow | None:
        """The line of a prompt, or None."""
        return next((row for row in self.rows if row.question_id == question_id), None)

    def first_open(self) -> PromptRow | None:
        """The first prompt without an answer, or None."""
        return next((row for row in self.rows if row.open), None)

    def _keyed(self, row: PromptRow, said: str) -> None:
        if row.by_clinician and said != NOT_ASKED:
            announce(row, HINT_CLINICIAN, assertive=True)
            self.hint.setText(HINT_CLINICIAN)
            self.hint.show()
            return
        self.hint.setText(HINT)
        if said == YES:
            row.click()
        else:
            (self.denied if said == NO else self.passed).emit(row.question_id)
