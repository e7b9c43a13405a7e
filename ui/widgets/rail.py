"""The rail at the left: the screens a person's roles allow, each an icon and a word.

rail = Rail([RailItem("desk", "Desk", "user-search"),
             RailItem("settings", "Settings", "settings", at_foot=True)])
rail.chosen.connect(shell.show_page)
rail.set_count("queue", 14)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.language import tr
from ui.stylesheet import SCROLL_BAR
from ui.theme import current
from ui.widgets import paint
from ui.widgets.inputs import is_enter
from ui.widgets.layout import Column, clear
from ui.widgets.scroll import Scroll


@dataclass(frozen=True, slots=True)
class RailItem:
    """A screen's name inside the program, its word and its icon; `at_foot` sinks it."""

    name: str
    word: str
    icon: str
    at_foot: bool = False


class RailButton(QAbstractButton):
    """One screen; the open one is marked by ground, bar and ink together."""

    def __init__(self, item: RailItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self.open = False
        self.count = 0
        self.setText(item.word)
        self.setAccessibleName(item.word)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Icon over word."""
        theme = current()
        words = paint.text_size(self.item.word, theme.font("small", "label"))
        return QSize(words.width() + theme.px(8), theme.size("rail_item") - theme.px(4))

    def minimumSizeHint(self) -> QSize:
        """The same: the word is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if is_enter(event) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, icon, word, count, ring."""
        theme = current()
        painter = paint.begin(self)
        radius = theme.radius("row")
        ink = self._draw_ground(painter)
        high = theme.px(22)
        spot = QRect(0, theme.px(8), self.width(), high)
        paint.draw_icon(painter, theme.pixmap(self.item.icon, role=ink, size=22), spot)
        word = QRect(0, theme.px(33), self.width(), self.height() - theme.px(36))
        paint.draw_text(
            painter,
            word,
            self.item.word,
            font=theme.font("small", "strong" if self.open else "label"),
            ink=theme.colour(ink if self.open else "text"),
            flags=int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop),
        )
        if self.count:
            self._draw_count(painter)
        if self.hasFocus():
            paint.ring(painter, self.rect(), radius)
        painter.end()

    def _draw_ground(self, painter: QPainter) -> str:
        theme = current()
        radius = theme.radius("row")
        if self.open and theme.high_contrast:
            paint.rounded(painter, self.rect(), radius, theme.colour("action"), None)
            return "on_action"
        if self.open:
            ground, edge = theme.colour("raised"), theme.colour("hairline")
            paint.rounded(painter, self.rect(), radius, ground, edge, theme.line)
            return "action"
        if self.underMouse():
            edge_role = "edge" if theme.high_contrast else "hairline"
            paint.rounded(
                painter,
                self.rect(),
                radius,
                theme.colour("tint"),
                theme.colour(edge_role),
                theme.line,
            )
        return "text2"

    def _draw_count(self, painter: QPainter) -> None:
        theme = current()
        font = theme.font("badge", "badge")
        wide = max(paint.text_size(str(self.count), font).width() + theme.px(9), theme.px(18))
        pill = QRect(self.width() // 2 + theme.px(8), theme.px(3), wide, theme.px(17))
        pill.moveRight(min(pill.right(), self.width() - theme.px(2)))
        pill = paint.mirrored(self, pill)
        inverse = theme.high_contrast and self.open
        fill, ink = ("on_action", "action") if inverse else ("action", "on_action")
        paint.rounded(painter, pill, pill.height() / 2, theme.colour(fill), None)
        paint.draw_text(
            painter,
            pill,
            str(self.count),
            font=font,
            ink=theme.colour(ink),
            flags=int(paint.CENTRE),
        )


class Rail(QWidget):
    """Only the given screens; narrow where the window is."""

    chosen = Signal(str)

    def __init__(self, items: Sequence[RailItem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, RailButton] = {}
        self._narrow = False
        self.setAccessibleName(tr("Screens"))
        self._inner = QWidget()
        self._column = Column(self._inner, gap=6, margins=(8, 12, 7, 12))
        self._scroll = Scroll(self._inner)
        Column(self).addWidget(self._scroll)
        self.show_items(items)

    def show_items(self, items: Sequence[RailItem]) -> None:
        """Other screens, such as after another person signed in."""
        clear(self._column)
        self.buttons = {}
        for foot in (False, True):
            for item in items:
                if item.at_foot == foot:
                    self._add(item)
            if not foot:
                self._column.addStretch(1)
        self.restyle()

    def open(self, name: str) -> None:
        """Mark the screen shown."""
        for key, button in self.buttons.items():
            button.open = key == name
            button.setAccessibleDescription(tr("Open") if button.open else "")
            button.update()
        self.update()  # its bar is painted here
        self._bring_open()

    def set_count(self, name: str, count: int) -> None:
        """The number on a screen's icon; 0 takes it away."""
        button = self.buttons[name]
        button.count = count
        word = button.item.word
        button.setAccessibleName(f"{word}, {count}" if count else word)
        button.update()

    def set_narrow(self, narrow: bool) -> None:
        """The narrow form, for small windows and large text."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.restyle()

    def restyle(self) -> None:
        """Take the width of the current theme."""
        left, right = (6, 5) if self._narrow else (8, 7)
        self._column.set_margins((left, 12, right, 12))
        theme = current()
        widest = max((one.sizeHint().width() for one in self.buttons.values()), default=0)
        least = theme.px(80) if self._narrow else theme.size("rail")
        self.setFixedWidth(
            max(least, widest + theme.px(left) + theme.px(right)) + self._bar_width()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Room for the scroll bar, where not all screens find theirs."""
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self.restyle()
            self._bring_open()

    def _bring_open(self) -> None:
        """The screen shown is in sight too, where the rail scrolls; once its places are known."""
        QTimer.singleShot(0, self, self._show_open)

    def _show_open(self) -> None:
        for button in self.buttons.values():
            if button.open:
                self._scroll.ensureWidgetVisible(button, 0, current().px(8))

    def _bar_width(self) -> int:
        if self._inner.sizeHint().height() <= self.height():
            return 0
        return current().px(SCROLL_BAR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sunken ground, its line, and the bar of the open screen."""
        theme = current()
        painter = paint.begin(self)
        painter.fillRect(self.rect(), theme.colour("sunken"))
        line = theme.line
        edge = paint.mirrored(self, QRect(self.width() - line, 0, line, self.height()))
        painter.fillRect(edge, theme.colour("hairline"))
        for button in self.buttons.values():
            if button.open and not theme.high_contrast:
                top = button.mapTo(self, button.rect().topLeft()).y()
                inset = theme.px(10)
                bar = QRect(-theme.px(4), top + inset, theme.px(8), button.height() - 2 * inset)
                bar = paint.mirrored(self, bar)
                paint.rounded(painter, bar, theme.px(3), theme.colour("action"), None)
        painter.end()

    def _add(self, item: RailItem) -> None:
        button = RailButton(item)
        button.clicked.connect(lambda: self.chosen.emit(item.name))
        self.buttons[item.name] = button
        self._column.addWidget(button)
