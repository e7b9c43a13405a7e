"""The summary at the head of a form: what is wrong, each line jumping to its field.

    summary = ErrorSummary()
    summary.show_problems([("Leaving date must be after the arrival date", leaving.input)])
    summary.clear()

It takes the focus and is announced; the fields keep what was typed (`Field.set_error` says the
same words beside each).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QSizePolicy, QWidget

from app.core.unbroken import aloud
from ui.language import tr
from ui.theme import current
from ui.widgets import paint
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.layout import Column, Grid, Icon, Label, Row
from ui.wording import PROBLEM

GO_TO_FIELD = tr("Go to field")
_FLAGS = paint.LEFT | paint.WRAPS
_BESIDE = 8  # before the words of a link and of a text button, for the ring; the heading keeps it
_BESIDE_LINKS = 64  # sign, gaps and margins
_IN_ONE_COLUMN = 2  # more problems than these stand in two columns where both have room


class ProblemLink(QAbstractButton):
    """One problem; pressing it jumps to its field."""

    def __init__(self, words: str, field: QWidget) -> None:
        super().__init__()
        self.field = field
        self.setText(words.replace("&", "&&"))
        self._words = words
        self.setAccessibleName(aloud(words))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.jump)

    def jump(self) -> None:
        """Go to the field at fault."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """The words on one line."""
        theme = current()
        words = QFontMetrics(self._font()).size(0, self._words)
        return QSize(words.width() + 2 * theme.px(_BESIDE), words.height() + theme.px(3))

    def minimumSizeHint(self) -> QSize:
        """One line of some words; there may be more lines."""
        return QSize(current().px(120), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """The words on as many lines as they need."""
        theme, line = current(), self.sizeHint()
        if width >= line.width():
            return line.height()
        words = paint.wrapped_size(self._words, self._font(), width - 2 * theme.px(_BESIDE))
        return words.height() + theme.px(3)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Underlined words, ring."""
        theme = current()
        painter = paint.begin(self)
        inside = self.rect().adjusted(theme.px(_BESIDE), 0, -theme.px(_BESIDE), 0)
        inside, ink = paint.mirrored(self, inside), theme.colour("error")
        paint.draw_text(painter, inside, self._words, font=self._font(), ink=ink, flags=_FLAGS)
        if self.hasFocus():
            paint.ring(painter, self.rect(), theme.radius("control"))
        painter.end()

    def _font(self) -> QFont:
        font = current().font("body", "label")
        font.setUnderline(True)
        return font


class ErrorSummary(QWidget):
    """`There is a problem`, then the links in a column; hidden while there is none.

    All words begin on one line from top to bottom, also where the links stand below the heading.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.links: list[ProblemLink] = []
        self._short = False
        self._links = Grid(gap=(8, 0), margins=(0, 4, 0, 4))
        self._across = 0
        heading = Column(margins=(_BESIDE, 5, 0, 0))
        heading.addWidget(Label(PROBLEM, weight="strong", role="error"))
        sign = Column(margins=(0, 6, 0, 0))
        sign.addWidget(Icon("alert-circle", role="error"))
        self.go_to = Button(GO_TO_FIELD, kind="text", key="Alt+1", small=True)
        self.go_to.clicked.connect(self._jump)
        self._words = Row(gap=4)
        self._words.addLayout(heading)
        self._words.setAlignment(heading, Qt.AlignmentFlag.AlignTop)
        self._words.addLayout(self._links, 1)
        self._words.addWidget(self.go_to, 0, Qt.AlignmentFlag.AlignBottom)  # it is read after them
        whole = Row(self, gap=2, margins=(16, 7, 10, 7))
        whole.addLayout(sign)
        whole.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(self._words, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(PROBLEM)
        self.hide()

    def show_problems(self, problems: Sequence[tuple[str, QWidget]]) -> None:
        """Show these and take the focus; an empty list hides the summary."""
        self.clear()
        if not problems:
            return
        self.links = [ProblemLink(words, field) for words, field in problems]
        self._across = 0
        self._show_links()
        for one, then in pairwise((self, *self.links, self.go_to)):  # Tab would meet new ones last
            QWidget.setTabOrder(one, then)
        said = f"{PROBLEM}. {'. '.join(words for words, _ in problems)}"
        self.setAccessibleName(aloud(said))
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, said, assertive=True)

    def set_short(self, short: bool) -> None:
        """Only the first problem, where all of them would leave its field no room."""
        if short != self._short:
            self._short = short
            self._show_links()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The way to the field goes below the links where they need the whole width."""
        super().resizeEvent(event)
        self._lay()

    def _show_links(self) -> None:
        self._lay()  # first: a link without a box would show as a window of its own
        for place, link in enumerate(self.links):
            link.setVisible(not (self._short and place))

    def _lay(self) -> None:
        theme = current()
        widest = max((link.sizeHint().width() for link in self.links), default=0)
        heading = paint.text_size(PROBLEM, theme.font("body", "strong")).width()
        room = self.width() - heading - self.go_to.sizeHint().width() - theme.px(_BESIDE_LINKS)
        below = widest > room
        way = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        if way is not self._words.direction():
            self._words.setDirection(way)
            side = Qt.AlignmentFlag.AlignLeft if below else Qt.AlignmentFlag.AlignBottom
            self._words.setAlignment(self.go_to, side)
        two = len(self.links) > _IN_ONE_COLUMN and 2 * widest + theme.px(8) <= room
        self._place(2 if two else 1)

    def _place(self, across: int) -> None:
        """The links in so many columns, read line by line."""
        if across == self._across:
            return
        self._across = across
        for place, link in enumerate(self.links):
            self._links.removeWidget(link)
            self._links.addWidget(link, place // across, place % across)
        self._links.setColumnStretch(2, 1)

    def clear(self) -> None:
        """There is no problem any more."""
        for link in self.links:
            self._links.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links = []
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the summary goes to the first field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.links:
            self._jump()
            return
        super().keyPressEvent(event)

    def _jump(self) -> None:
        if self.links:
            self.links[0].jump()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Red ground and edge, ring."""
        theme = current()
        painter = paint.begin(self)
        radius = theme.radius("row")
        paint.rounded(
            painter,
            self.rect(),
            radius,
            theme.colour("error_tint"),
            theme.colour("error"),
            theme.line,
        )
        if self.hasFocus():
            paint.ring(painter, self.rect(), radius)
        painter.end()
