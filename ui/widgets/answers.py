"""The answers to one question: rows with a number printed on each, chosen by that number.

    answers = AnswerList("Where do you normally live?", [("uk", "In the UK"), ("abroad", "Abroad")])
    answers.chosen.connect(model.answer)             # chosen(value)
    answers.setFocus()                               # rings the first row, chooses nothing

The keys 1 to 9, Enter, Space and the arrows answer only while a row has the focus (WCAG 2.1.4).
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from ui.language import spoken, tr
from ui.theme import current
from ui.widgets import paint
from ui.widgets.layout import is_narrow, out_of_sight

_ONE_COLUMN_UNDER = 250  # a column narrower than this, at 100 %, gets the whole width
_CAP, _INSET, _TEXT_LEFT = 28, 14, 56


class AnswerRow(QAbstractButton):
    """One answer: a radio button as wide as its column, never chosen beforehand."""

    def __init__(self, number: int, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self.setAccessibleDescription(tr("Key {number}").format(number=number))
        self.set_words(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, words: str) -> None:
        """Another answer under the same number, not chosen."""
        words = spoken(words)
        self._words = words
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.set_chosen(False)

    def set_chosen(self, chosen: bool) -> None:
        """Chosen or not, whatever the others are."""
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)

    def sizeHint(self) -> QSize:
        """One line of words beside the number."""
        theme = current()
        words = paint.text_size(self.text(), theme.font("body", "label"))
        width = words.width() + theme.px(_TEXT_LEFT + _INSET)
        return QSize(width, self._least())

    def minimumSizeHint(self) -> QSize:
        """Words wrap, so a row may be narrow."""
        return QSize(current().px(120), self._least())

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the wrapped words, at least the row of the design."""
        theme = current()
        room = width - theme.px(_TEXT_LEFT + _INSET)
        words = paint.wrapped_size(self._words, theme.font("body", "label"), room)
        return max(self._least(), words.height() + theme.px(2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, number, words, ring."""
        theme = current()
        painter = paint.begin(self)
        active = self.isChecked() or self.isDown()
        hover = self.underMouse() and self.isEnabled()
        inverse = active and theme.high_contrast
        fill = "selected" if active else "tint" if hover else "surface"
        edge = "action" if active or hover else "edge"
        if not self.isEnabled() and not active:
            fill, edge = "disabled_bg", "hairline"
        radius = theme.radius("row")
        paint.rounded(
            painter, self.rect(), radius, theme.colour(fill), theme.colour(edge), theme.line
        )
        ink = "on_action" if inverse else "text" if self.isEnabled() or active else "disabled"
        self._draw_number(painter, lit=active or hover, ink=ink)
        words = self.rect().adjusted(theme.px(_TEXT_LEFT), 0, -theme.px(_INSET), 0)
        paint.draw_text(
            painter,
            paint.mirrored(self, words),
            self._words,
            font=theme.font("body", "label"),
            ink=theme.colour(ink),
            flags=paint.LEFT | paint.WRAPS,
        )
        if self.hasFocus():
            paint.ring(painter, self.rect(), radius)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def _draw_number(self, painter: QPainter, *, lit: bool, ink: str) -> None:
        theme = current()
        side = theme.px(_CAP)
        box = QRect(theme.px(_INSET), (self.height() - side) // 2, side, side)
        box = paint.mirrored(self, box)
        edge = theme.colour(ink) if theme.high_contrast else None
        fill = None if theme.high_contrast else theme.colour("action" if lit else "sunken")
        paint.rounded(painter, box, theme.radius("keycap"), fill, edge, theme.px(1))
        lit_ink = "on_action" if lit and not theme.high_contrast else ink
        paint.draw_text(
            painter,
            box,
            str(self.number),
            font=theme.font("body", "strong"),
            ink=theme.colour(lit_ink),
            flags=int(paint.CENTRE),
        )

    def _least(self) -> int:
        theme = current()
        return theme.size("answer_row_min" if is_narrow(self) else "answer_row")


class AnswerList(QWidget):
    """Up to nine answers in two columns filled downwards, or one where room is short.

    `chosen(value)` says which; `value()` is None until then. Nothing is chosen beforehand.
    A column is at least `least` wide, in design pixels.
    """

    chosen = Signal(object)

    def __init__(
        self,
        question: str,
        answers: Sequence[tuple[object, str]],
        *,
        least: int = _ONE_COLUMN_UNDER,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least = least
        self.rows: list[AnswerRow] = []
        self._values: list[object] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.ask(question, answers)

    def ask(self, question: str, answers: Sequence[tuple[object, str]]) -> None:
        """Show another question's answers; raises ValueError for more than nine."""
        if len(answers) > 9:
            raise ValueError("a question has at most nine answers, one a key")
        self.setAccessibleName(question)
        had_focus = self.has_focus()
        with out_of_sight(self):
            self._put_rows(answers)
        if had_focus:
            self.setFocus()

    def value(self) -> object | None:
        """The answer given, or None."""
        for place, row in enumerate(self.rows):
            if row.isChecked():
                return self._values[place]
        return None

    def forget(self) -> None:
        """Choose nothing again, such as when an answer could not be kept."""
        for row in self.rows:
            row.set_chosen(False)

    def setFocus(self, *_reason: object) -> None:
        """Ring the first row, or the one the keys stood on."""
        for row in self.rows:
            if row.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                row.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def has_focus(self) -> bool:
        """Whether one of the rows has the focus."""
        return any(row.hasFocus() for row in self.rows)

    def eventFilter(self, row: QObject, event: QEvent) -> bool:
        """Numbers, Enter and arrows of a focused row; everything else passes."""
        if isinstance(row, AnswerRow) and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                return self._key(row, event)
        elif event.type() == QEvent.Type.FocusIn and row in self.rows:
            self._rove(self.rows.index(row))
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column once two would be too narrow."""
        super().resizeEvent(event)
        self._arrange()

    def restyle(self) -> None:
        """Take the sizes of the current theme."""
        self._columns = 0
        self._arrange()

    def _key(self, row: AnswerRow, event: QKeyEvent) -> bool:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain != Qt.KeyboardModifier.NoModifier:
            return False
        key = event.key()
        number = key - Qt.Key.Key_0
        if 1 <= number <= len(self.rows):
            if not event.isAutoRepeat():
                self.rows[number - 1].setFocus(Qt.FocusReason.OtherFocusReason)
                self.rows[number - 1].click()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                row.click()
            return True
        return self._arrow(self.rows.index(row), key)

    def _arrow(self, place: int, key: int) -> bool:
        across = -(-len(self.rows) // max(self._columns, 1))
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Right: across,
            Qt.Key.Key_Left: -across,
        }
        step = next((step for arrow, step in steps.items() if arrow == key), None)
        if step is None:
            return False
        if 0 <= place + step < len(self.rows):
            self.rows[place + step].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _choose(self, place: int) -> None:
        self.chosen.emit(self._values[place])

    def _put_rows(self, answers: Sequence[tuple[object, str]]) -> None:
        self._values = [value for value, _ in answers]
        kept = 0 if self._is_being_pressed() else len(answers)
        for row in self.rows[kept:]:
            self._grid.removeWidget(row)
            row.hide()
            row.deleteLater()
        del self.rows[kept:]
        for row, (_, words) in zip(self.rows, answers, strict=False):
            row.set_words(words)
        for number, (_, words) in enumerate(answers, start=1):
            if number > len(self.rows):
                self._add(number, words)
        self._columns = 0
        self._rove(0)
        self._arrange()

    def _is_being_pressed(self) -> bool:
        """Then no row stays: a click begun on one question answers no other (hazard H4)."""
        held = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        return held or any(row.isDown() for row in self.rows)

    def _add(self, number: int, words: str) -> None:
        row = AnswerRow(number, words, self)
        row.clicked.connect(lambda: self._choose(number - 1))
        row.installEventFilter(self)
        self.rows.append(row)

    def _rove(self, place: int) -> None:
        """Tab reaches the list once, at the row the keys stand on."""
        for number, row in enumerate(self.rows):
            strong = number == place
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus)

    def _arrange(self) -> None:
        theme = current()
        gap = theme.px(4 if is_narrow(self) else 10)
        two = len(self.rows) > 1 and (self.width() - gap) // 2 >= theme.px(self._least)
        columns = 2 if two and len(self.rows) > 3 else 1
        self._grid.setSpacing(gap)
        for row in self.rows:
            row.updateGeometry()
        if columns == self._columns:
            return
        self._columns = columns
        per_column = -(-len(self.rows) // columns)
        for place, row in enumerate(self.rows):
            column, line = divmod(place, per_column)
            self._grid.addWidget(row, line, column)
            row.show()
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns == 2 else 0)
        self.updateGeometry()
