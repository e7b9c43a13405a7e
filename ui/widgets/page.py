"""Screens: what the shell shows one at a time.

class DeskView(SplitPage):
    def __init__(self, model):
        super().__init__("Registration")
        self.content.addWidget(card)             # the flexible middle
        self.panel.addWidget(what_happens_next)  # cards at the right, 296 wide
        self.footer.holding(could_not_ask, park, STRETCH, self.note)
        self.set_fold("circle-check", "Book in as normal.", "2 left")

    def opened(self): self.answers.setFocus()
    def on_key(self, key): return key == "F2" and self.find()
"""

from __future__ import annotations

from contextlib import AbstractContextManager

from PySide6 import QtCore
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.core.unbroken import aloud
from ui.language import tr
from ui.theme import current
from ui.widgets import paint
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.focus import focus_kept
from ui.widgets.inputs import is_enter
from ui.widgets.layout import NONE, Column, Label, Row, is_narrow, laid_out_later
from ui.widgets.scroll import Scroll
from ui.widgets.settled import settled

_PANEL = 296


class Page(QWidget):
    """A screen. Enter that no field or list took presses the button printed Enter."""

    _small: bool | None = None  # whether the window was small for its text when it was last resized

    def opened(self) -> None:
        """The shell shows this page now; put the focus where work starts."""

    def on_key(self, key: str) -> bool:
        """A window key such as `F2` or `Ctrl+L` that nothing else took; True when used."""
        del key
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards are as roomy as the window is now: one of a fixed width sees no other size."""
        super().resizeEvent(event)
        before, self._small = self._small, is_narrow(self)
        if before is not None and before is not self._small:
            for card in self.findChildren(Card):
                card.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the default button on Enter."""
        if is_enter(event) and not event.isAutoRepeat() and self._press_default():
            return
        super().keyPressEvent(event)

    def _press_default(self) -> bool:
        for button in self.findChildren(Button):
            if button.key == "Enter" and button.isVisible() and button.isEnabled():
                button.click()
                return True
        return False


class FoldLine(QAbstractButton):
    """The right panel as one line, where the window is narrow; pressing it opens the panel."""

    def __init__(self) -> None:
        super().__init__()
        self.unfolded = False
        self._icon, self._detail = "info-circle", ""
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_words("info-circle", tr("More"))

    def show_words(self, icon: str, words: str, detail: str = "") -> None:
        """Other words."""
        self._icon, self._detail = icon, detail
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(aloud(f"{words} {detail}".strip()))
        self.setAccessibleDescription(tr("Open") if self.unfolded else tr("Folded"))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, as Space does."""
        if is_enter(event) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """One line."""
        theme = current()
        words = paint.text_size(self.text(), theme.font("body", "strong")).width()
        words += paint.text_size(self._detail, theme.font()).width()
        return QSize(words + theme.px(110), theme.px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A low card: icon, words, detail, arrow."""
        theme = current()
        painter = paint.begin(self)
        radius = theme.radius("card")
        ground = "tint" if self.underMouse() else "surface"
        paint.rounded(
            painter,
            self.rect(),
            radius,
            theme.colour(ground),
            theme.colour("hairline"),
            theme.line,
        )
        role = "success" if self._icon == "circle-check" else "text2"
        spot = QRect(theme.px(14), 0, theme.px(20), self.height())
        paint.draw_icon(painter, theme.pixmap(self._icon, role=role), paint.mirrored(self, spot))
        inside = self.rect().adjusted(theme.px(44), 0, -theme.px(44), 0)
        words = self.text().replace("&&", "&")
        font, ink = theme.font("body", "strong"), theme.colour("text")
        paint.draw_text(painter, inside, words, font=font, ink=ink)
        end = paint.TRAILING
        grey = theme.colour("text2")
        paint.draw_text(painter, inside, self._detail, font=theme.font(), ink=grey, flags=end)
        arrow = QRect(self.width() - theme.px(34), 0, theme.px(20), self.height())
        arrow = paint.mirrored(self, arrow)
        paint.draw_icon(painter, theme.pixmap("chevron-down", role="text2"), arrow)
        if self.hasFocus():
            paint.ring(painter, self.rect(), radius)
        painter.end()


class SplitPage(Page):
    """Title, flexible middle that scrolls, right panel, footer.

    Below 1310 px of window width at 100 % the panel becomes the first line of the scroll area
    and the footer its last; the panel never holds a required act.
    """

    def __init__(
        self, title: str = "", *, panel_width: int = _PANEL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._panel_width = panel_width
        self._folded: tuple[bool, ...] | None = None  # what the arrangement was made for
        self.spared: list[QWidget] = []  # what there is no room for in a narrow window
        self.title = Label(title, scale="screen", weight="strong")
        self.note = Label("", role="text2")
        self.fold = FoldLine()
        self.fold.clicked.connect(self._toggle)
        self._head, self._middle, self._side, self._foot = (QWidget() for _ in range(4))
        self.head = Row(self._head, gap=12, margins=(0, 0, 3, 12))
        self.head.holding(self.title, None, self.note)
        self.content = Column(self._middle, gap=14)
        self.panel = Column(self._side, gap=14)
        self.footer = Row(self._foot, gap=8, margins=(0, 8, 3, 0))
        inside = QWidget()
        self._scrolled = Column(inside, margins=(0, 0, 3, 4))
        self._scrolled.holding(self.fold, self._middle, None)
        self._scroll = Scroll(inside)
        self._left = Column(margins=(32, 20, 21, 0))
        self._left.addWidget(self._head)
        self._left.addWidget(self._scroll, 1)
        self._right = Column(margins=(0, 20, 24, 20))
        self._right.addStretch(1)
        self._whole = whole = Row(self)
        whole.addLayout(self._left, 1)
        whole.addLayout(self._right)
        self.restyle()

    def set_fold(self, icon: str, words: str, detail: str = "") -> None:
        """What the folded panel says in its one line."""
        self.fold.show_words(icon, words, detail)

    def set_title(self, title: str, note: str = "") -> None:
        """Other words at the head."""
        self.title.setText(title)
        self.note.setText(note)

    def laid_out_once(self) -> AbstractContextManager[None]:
        """Change several parts of a page in sight; it is laid out when all are right."""
        return laid_out_later(self._whole, self._scrolled, self.content, self.panel)

    def show_from_the_top(self) -> None:
        """Whatever was read here last: begin again, as far as the focus allows."""

        def begin() -> None:
            self._scroll.verticalScrollBar().setValue(0)
            self._scroll.bring_focus()

        settled(self, begin)

    def is_narrow(self) -> bool:
        """Whether the panel is folded into the scroll area."""
        return self._folded is not None and self._folded[0]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """What was put in since decides which parts there are."""
        super().showEvent(event)
        self._arrange()

    def restyle(self) -> None:
        """Take the sizes of the current theme."""
        self._folded = None
        self._arrange()

    def _toggle(self) -> None:
        self.fold.unfolded = not self.fold.unfolded
        self._side.setVisible(self.fold.unfolded)
        self.fold.setAccessibleDescription(tr("Open") if self.fold.unfolded else tr("Folded"))

    def _arrange(self) -> None:
        holds = (one.count() > 0 for one in (self.panel, self.footer))
        folded = (is_narrow(self), bool(self.title.text()), *holds)
        if folded == self._folded:
            return
        self._folded = folded
        with focus_kept(self):
            self._fold(folded[0])

    def _fold(self, narrow: bool) -> None:
        theme = current()
        for card in self.findChildren(Card):
            card.restyle()
        holds_panel = self.panel.count() > 0
        for home in (self._right, self._scrolled, self._left):
            home.removeWidget(self._side)
            home.removeWidget(self._foot)
        self._head.setVisible(not narrow and bool(self.title.text()))
        self.fold.setVisible(narrow and holds_panel)
        if narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
            self._scrolled.insertWidget(1, self._side)
            self.content.set_gap(10)
            self.content.set_margins((0, 10 if holds_panel else 0, 0, 2))
            self._scrolled.addWidget(self._foot)
            self._side.setVisible(self.fold.unfolded)
            self._left.set_margins((12, 8, 11, 4))
            self._right.set_margins((0, 0, 0, 0))
        else:
            self._side.setFixedWidth(theme.px(self._panel_width))
            self._right.insertWidget(0, self._side)
            self.content.set_gap(14)
            self.content.set_margins(NONE)
            self._left.addWidget(self._foot)
            self._side.setVisible(holds_panel)
            self._left.set_margins((32, 20, 21, 20))
            self._right.set_margins((0, 20, 24, 20) if holds_panel else (0, 0, 11, 0))
        for part in self.spared:
            part.setVisible(not narrow)
        self._foot.setVisible(self.footer.count() > 0)
