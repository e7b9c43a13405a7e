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
from ui.widgets.flow import Flow
from ui.widgets.layout import Icon, Label, Row
from ui.wording import PROBLEM

GO_TO_FIELD = tr("Go to field")
_FLAGS = paint.LEFT | paint.WRAPS


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
        return QSize(words.width() + theme.px(12), words.height() + theme.px(8))

    def minimumSizeHint(self) -> QSize:
        """One line of some words; there may be more lines."""
        return QSize(current().px(120), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """The words on as many lines as they need."""
        theme, line = current(), self.sizeHint()
        if width >= line.width():
            return line.height()
        words = paint.wrapped_size(self._words, self._font(), width - theme.px(12))
        return words.height() + theme.px(8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Underlined words, ring."""
        theme = current()
        painter = paint.begin(self)
        inside = self.rect().adjusted(theme.px(6), 0, -theme.px(6), 0)
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
    """`There is a problem`, then the links; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.links: list[ProblemLink] = []
        self._short = False
        self._flow = Flow(gap=(6, 2))  # in a narrow card the links go below the heading
        heading = QWidget()
        Row(heading, gap=10).holding(
            Icon("alert-circle", role="error"), Label(PROBLEM, weight="strong", role="error")
        )
        self._flow.addWidget(heading)
        self.go_to = Button(GO_TO_FIELD, kind="text", key="Alt+1", small=True)
        self.go_to.clicked.connect(self._jump)
        self._whole = Row(self, gap=12, margins=(18, 6, 10, 6))
        self._whole.addLayout(self._flow, 1)
        self._whole.addWidget(self.go_to, 0, Qt.AlignmentFlag.AlignBottom)  # it is read after them
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
        for words, field in problems:
            link = ProblemLink(words, field)
            self.links.append(link)
            self._flow.addWidget(link)
        for one, then in pairwise((self, *self.links, self.go_to)):  # Tab would meet new ones last
            QWidget.setTabOrder(one, then)
        self._show_links()
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
        for place, link in enumerate(self.links):
            link.setVisible(not (self._short and place))
        self._lay()

    def _lay(self) -> None:
        widest = max((link.sizeHint().width() for link in self.links), default=0)
        beside = self.go_to.sizeHint().width() + current().px(40)  # with the gap and the margins
        below = widest > self.width() - beside
        way = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        if way is not self._whole.direction():
            self._whole.setDirection(way)
            side = Qt.AlignmentFlag.AlignLeft if below else Qt.AlignmentFlag.AlignBottom
            self._whole.setAlignment(self.go_to, side)

    def clear(self) -> None:
        """There is no problem any more."""
        for link in self.links:
            self._flow.removeWidget(link)
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

    def restyle(self) -> None:
        """Take the height of the current theme."""
        self.setMinimumHeight(current().px(46))

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
