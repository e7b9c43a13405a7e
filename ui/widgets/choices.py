"""Tick boxes and short lists of which one is chosen, such as an officer's decision.

choices = RadioList("Decision", [("A", "Free: lives here"), ("F", "Charge: visitor, 150 %")])
choices.chosen.connect(model.decide)             # chosen(value); value() is None before
relied = TickBox("&Relied on")
relied.toggled.connect(...)
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import Scale, current
from ui.widgets import paint
from ui.widgets.layout import Column

_BOX, _BEFORE, _AFTER = 18, 8, 11  # the mark, and the room at both its sides
WORDS_AT = _BEFORE + _BOX + _AFTER  # where the words begin
_LEAST = 30  # the ring is 5 wide, and the mark stands free of it


class _Mark(QAbstractButton):
    """A mark with words beside it."""

    def __init__(self, words: str, *, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale: Scale = scale
        self.setText(words)
        self.setAccessibleName(words.replace("&&", "\0").replace("&", "").replace("\0", "&"))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Mark, gap, words, and room for the ring."""
        theme = current()
        words = paint.text_size(self.text(), theme.font(self._scale, "strong"))
        width = theme.px(WORDS_AT + 7) + words.width()
        return QSize(width, max(theme.px(_LEAST), words.height() + theme.px(6)))

    def minimumSizeHint(self) -> QSize:
        """The same: the words are never cut."""
        return self.sizeHint()

    def mark(self) -> QRect:
        """Where the mark stands, clear of the ring."""
        theme = current()
        side = theme.px(_BOX)
        box = QRect(theme.px(_BEFORE), (self.height() - side) // 2, side, side)
        return paint.mirrored(self, box)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Mark, words, ring."""
        theme = current()
        painter = paint.begin(self)
        box = self.mark()
        edge = "disabled" if not self.isEnabled() else "action" if self._lit() else "edge"
        self._draw_mark(painter, box, edge)
        words = self.rect().adjusted(theme.px(WORDS_AT), 0, 0, 0)
        words = paint.mirrored(self, words)
        strong = self.isChecked() and self.autoExclusive()
        paint.draw_text(
            painter,
            words,
            self.text(),
            font=theme.font(self._scale, "strong" if strong else "text"),
            ink=theme.colour("text" if self.isEnabled() else "disabled"),
            flags=paint.LEFT | int(Qt.TextFlag.TextShowMnemonic),
        )
        if self.hasFocus():
            paint.ring(painter, self.rect(), theme.radius("control"))
        painter.end()

    def _lit(self) -> bool:
        return self.isChecked() or (self.underMouse() and self.isEnabled())

    def _draw_mark(self, painter: QPainter, box: QRect, edge: str) -> None:
        """Draw the tick or the dot: each kind of mark draws its own."""
        raise NotImplementedError


class TickBox(_Mark):
    """On or off, with a word; `toggled(bool)` says which."""

    def __init__(self, words: str, *, scale: Scale = "body", parent: QWidget | None = None) -> None:
        super().__init__(words, scale=scale, parent=parent)

    def _draw_mark(self, painter: QPainter, box: QRect, edge: str) -> None:
        theme = current()
        fill = theme.colour("action" if self.isChecked() and self.isEnabled() else "input")
        line = theme.px(1.5)
        paint.rounded(painter, box, theme.radius("tick"), fill, theme.colour(edge), line)
        if self.isChecked():
            ink = "on_action" if self.isEnabled() else "disabled"
            paint.draw_icon(painter, theme.pixmap("check", role=ink, size=16, stroke=2.5), box)


class RadioButton(_Mark):
    """One of several; made by RadioList."""

    def __init__(self, words: str, *, scale: Scale = "body", parent: QWidget | None = None) -> None:
        super().__init__(words, scale=scale, parent=parent)
        self.setAutoExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are the list's; they move without choosing."""
        arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
        if event.key() in arrows:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _draw_mark(self, painter: QPainter, box: QRect, edge: str) -> None:
        theme = current()
        line = theme.px(2 if self.isChecked() else 1.5)
        ground = theme.colour("input")
        paint.rounded(painter, box, box.width() / 2, ground, theme.colour(edge), line)
        if self.isChecked():
            inset = theme.px(5)
            dot = box.adjusted(inset, inset, -inset, -inset)
            paint.rounded(painter, dot, dot.width() / 2, theme.colour(edge), None)


class RadioList(QWidget):
    """Choices under each other, none chosen beforehand. Arrows move, Space chooses."""

    chosen = Signal(object)

    def __init__(
        self,
        question: str,
        choices: Sequence[tuple[object, str]],
        *,
        scale: Scale = "body",
        gap: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(question)
        self.buttons: list[RadioButton] = []
        self._values: list[object] = []
        column = Column(self, gap=gap)
        for value, words in choices:
            button = RadioButton(words, scale=scale, parent=self)
            button.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
            self.buttons.append(button)
            self._values.append(value)
            column.addWidget(button)

    def value(self) -> object | None:
        """The choice made, or None."""
        for place, button in enumerate(self.buttons):
            if button.isChecked():
                return self._values[place]
        return None

    def set_value(self, value: object | None) -> None:
        """Show a choice made before, or none; says nothing."""
        for place, button in enumerate(self.buttons):
            button.setAutoExclusive(False)
            button.setChecked(value is not None and self._values[place] == value)
            button.setAutoExclusive(True)

    def setFocus(self, *_reason: object) -> None:
        """Ring the chosen line, or the first."""
        if self.buttons:
            chosen = [button for button in self.buttons if button.isChecked()]
            (chosen or self.buttons)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move between the lines."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        here = next((place for place, one in enumerate(self.buttons) if one.hasFocus()), None)
        step = next((step for key, step in steps.items() if key == event.key()), None)
        if here is None or step is None:
            super().keyPressEvent(event)
        elif 0 <= here + step < len(self.buttons):
            self.buttons[here + step].setFocus(Qt.FocusReason.TabFocusReason)
