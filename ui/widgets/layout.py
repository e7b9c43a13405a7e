"""Rows, columns and labels whose gaps and fonts follow the text size.

column = Column(self, gap=14, margins=(24, 20, 24, 20))
column.addWidget(Label("Registration", scale="screen", weight="strong"))
column.addLayout(Row(gap=8).holding(park, could_not_ask, STRETCH, next_button))
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

from PySide6 import QtCore
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from app.core.unbroken import aloud, unbroken
from ui.language import is_right_to_left, spoken
from ui.started import once_seen
from ui.theme import Scale, Weight, current

Margins = tuple[int, int, int, int]
NONE: Margins = (0, 0, 0, 0)
STRETCH = None
_PADDING = 8  # of a text button, for its ring and its ground
NARROW_UNDER = 1310  # window width at 100 % under which panels fold and gaps tighten


def is_narrow(widget: QWidget) -> bool:
    """Whether a widget's window is small for its text."""
    return widget.window().width() < current().px(NARROW_UNDER)


def _turned(margins: Margins) -> Margins:
    """Margins in pixels; Qt turns the widgets of a layout, but not what is left around them."""
    left, top, right, foot = (current().px(side) for side in margins)
    return (right, top, left, foot) if is_right_to_left() else (left, top, right, foot)


def _fill(layout: QBoxLayout, items: tuple[QWidget | QLayout | int | None, ...]) -> None:
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(current().px(item))
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)


class Column(QVBoxLayout):
    """Widgets from top to bottom; gap and margins in design pixels."""

    def __init__(self, owner: QWidget | None = None, *, gap: int = 0, margins: Margins = NONE):
        super().__init__()
        self._gap, self._margins = gap, margins
        self.restyle()
        if owner is not None:
            owner.setLayout(self)

    def holding(self, *items: QWidget | QLayout | int | None) -> Self:
        """Add these in order; STRETCH (None) takes the slack, a number is a fixed gap."""
        _fill(self, items)
        return self

    def set_gap(self, gap: int) -> None:
        """Another gap, in design pixels."""
        self._gap = gap
        self.restyle()

    def set_margins(self, margins: Margins) -> None:
        """Other margins, in design pixels."""
        self._margins = margins
        self.restyle()

    def restyle(self) -> None:
        """Take the sizes of the current theme."""
        theme = current()
        if self.spacing() != theme.px(self._gap):  # setting it lays out anew, the same or not
            self.setSpacing(theme.px(self._gap))
        self.setContentsMargins(*_turned(self._margins))


class Row(QHBoxLayout):
    """Widgets from left to right; gap and margins in design pixels."""

    def __init__(self, owner: QWidget | None = None, *, gap: int = 0, margins: Margins = NONE):
        super().__init__()
        self._gap, self._margins = gap, margins
        self.restyle()
        if owner is not None:
            owner.setLayout(self)

    def holding(self, *items: QWidget | QLayout | int | None) -> Self:
        """Add these in order; STRETCH (None) takes the slack, a number is a fixed gap."""
        _fill(self, items)
        return self

    def set_margins(self, margins: Margins) -> None:
        """Other margins, in design pixels."""
        self._margins = margins
        self.restyle()

    def restyle(self) -> None:
        """Take the sizes of the current theme."""
        theme = current()
        if self.spacing() != theme.px(self._gap):  # setting it lays out anew, the same or not
            self.setSpacing(theme.px(self._gap))
        self.setContentsMargins(*_turned(self._margins))


class Hanging(Row):
    """A row of text buttons whose words begin where the row does; their padding hangs out.

    What holds it has to leave it 8 px free at that side, as the margin of a card does.
    """

    def setGeometry(self, rect: QRect) -> None:
        """Eight further out, at the side where reading begins."""
        out = current().px(_PADDING)
        wider = (0, 0, out, 0) if is_right_to_left() else (-out, 0, 0, 0)
        super().setGeometry(rect.adjusted(*wider))


class Grid(QGridLayout):
    """Cells in rows and columns; gaps and margins in design pixels."""

    def __init__(
        self,
        owner: QWidget | None = None,
        *,
        gap: tuple[int, int] = (0, 0),
        margins: Margins = NONE,
    ) -> None:
        super().__init__()
        self._gap, self._margins = gap, margins
        self.restyle()
        if owner is not None:
            owner.setLayout(self)

    def restyle(self) -> None:
        """Take the sizes of the current theme."""
        theme = current()
        self.setHorizontalSpacing(theme.px(self._gap[0]))
        self.setVerticalSpacing(theme.px(self._gap[1]))
        self.setContentsMargins(*_turned(self._margins))


class Label(QLabel):
    """Plain text in a step of the type scale and the ink of a role; never rich text.

    Label("Question 3", role="text2")
    Label("Which of these describes you?", scale="title", weight="strong", wrap=True)
    """

    def __init__(
        self,
        text: str = "",
        *,
        scale: Scale = "body",
        weight: Weight = "text",
        role: str = "text",
        wrap: bool = False,
        right: bool = False,
    ) -> None:
        super().__init__()
        self._words, self._said = "", ""  # as given, and as read out where that differs
        self._scale: Scale = scale
        self._weight: Weight = weight
        self._role = role
        once_seen(self._stay_plain)  # the first window has no words but ours
        self.setWordWrap(wrap)
        self.setText(text)
        mirrored = is_right_to_left()
        if right or mirrored:
            side = QtCore.Qt.AlignmentFlag
            across = side.AlignLeft if right and mirrored else side.AlignRight
            # Qt goes by each text: a name in Latin letters would stand apart from its label.
            fixed = side.AlignAbsolute if mirrored else side(0)
            self.setAlignment(across | fixed | side.AlignVCenter)
        self.restyle()

    def setText(self, text: str) -> None:
        """Other words, a phrase in the language of the window; where they wrap, no line ends
        within a date or a number.

        What holds these together is not read out, and a short date is said as a long one.
        """
        text = spoken(text)
        if text == self._words:
            return
        shown, said = unbroken(text) if self.wordWrap() else text, aloud(text)
        apart = shown != text or said != text
        if (apart or self._said) and self.accessibleName() in ("", self._said):
            self.setAccessibleName(said if apart else "")
        self._said = said if apart else ""
        self._words = text
        super().setText(shown)

    def text(self) -> str:
        """The words as they were given."""
        return self._words

    def clear(self) -> None:
        """No words; of those it had, which may be a patient's, none is left (hazard H4)."""
        self.setText("")

    def set_role(self, role: str) -> None:
        """Another ink."""
        if role != self._role:
            self._role = role
            self.restyle()

    def _stay_plain(self) -> None:
        self.setTextFormat(QtCore.Qt.TextFormat.PlainText)

    def restyle(self) -> None:
        """Take font and ink of the current theme."""
        theme = current()
        self.setFont(theme.font(self._scale, self._weight))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour(self._role))
        self.setPalette(palette)


class Elided(Label):
    """One line that may be cut with a mark; its accessible name and hint keep the whole."""

    def setText(self, text: str) -> None:
        """Other words."""
        super().setText(text)
        self.setAccessibleName(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """It may shrink to almost nothing."""
        return QSize(current().px(24), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much of the words as fits."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        cut = QtCore.Qt.TextElideMode.ElideRight
        words = self.fontMetrics().elidedText(self.text(), cut, self.width())
        painter.drawText(self.rect(), int(self.alignment()), words)
        painter.end()


class Icon(QLabel):
    """A drawing beside words that already say the same, so it is silent to screen readers."""

    def __init__(self, name: str, *, role: str = "text", size: int = 20) -> None:
        super().__init__()
        self._name, self._role, self._size = name, role, size
        self.restyle()

    def set(self, name: str, role: str | None = None) -> None:
        """Another drawing, and another ink where given."""
        self._name, self._role = name, role or self._role
        self.restyle()

    def restyle(self) -> None:
        """Draw in the current theme."""
        theme = current()
        self.setFixedSize(theme.px(self._size), theme.px(self._size))
        self.setPixmap(theme.pixmap(self._name, role=self._role, size=self._size))


class Rule(QWidget):
    """A hairline across a card; decoration only."""

    def __init__(self) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.restyle()

    def restyle(self) -> None:
        """Take width and colour of the current theme."""
        theme = current()
        self.setFixedHeight(theme.px(1))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.colour("hairline"))
        self.setPalette(palette)


@contextmanager
def laid_out_later(*layouts: QLayout | None) -> Iterator[None]:
    """Change several parts in sight; these layouts place them when the loop next turns.

    Else Qt lays them out before each part that is shown or hidden.
    """
    for layout in layouts:
        if layout is not None:
            layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            if layout is not None:
                layout.setEnabled(True)


@contextmanager
def out_of_sight(box: QWidget) -> Iterator[None]:
    """Put new parts into a box while it is hidden, and show them with it at once.

    A part that comes into a box in sight is shown by itself, and Qt lays out the whole window
    before each: a dozen parts cost a dozen windows.
    """
    in_sight = box.isVisible()
    if in_sight:
        box.hide()
    try:
        yield
    finally:
        if in_sight:
            box.show()


def clear(layout: QLayout, *, after: int = 0) -> None:
    """Take every widget out of a layout and let it go, such as before showing new rows.

    The first `after` parts stay.
    """
    while (item := layout.takeAt(after)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        inner = item.layout()
        if inner is not None:
            clear(inner)
