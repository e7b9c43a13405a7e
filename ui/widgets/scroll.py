"""A scroll area that shows the page's ground, where it goes on, and the focus always in view."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from ui.started import once_seen
from ui.theme import current
from ui.widgets.card import Card
from ui.widgets.layout import Column, Row, Rule
from ui.widgets.settled import settled


class Scroll(QScrollArea):
    """Scrolls up and down only; a focused widget inside is fully seen (WCAG 2.4.11).

    A hairline stands where what is inside goes on, above or below.
    """

    _folds: tuple[Rule, Rule] | None = None

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        once_seen(self._scroll_down_only)
        # A viewport of our own: asking Qt for its own makes it look through every widget class
        # there is, which costs a tenth of the start.
        self._viewport = QWidget()
        self.setViewport(self._viewport)
        self._viewport.setAutoFillBackground(False)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        once_seen(self._watch_folds)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _scroll_down_only(self) -> None:
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)

    def _watch_folds(self) -> None:
        self._folds = Rule(), Rule()
        for line in self._folds:
            line.setParent(self)
            line.hide()
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._show_folds)
        bar.rangeChanged.connect(self._show_folds)
        self._show_folds()

    def _show_folds(self) -> None:
        if self._folds is None:
            return
        bar, port = self.verticalScrollBar(), self._viewport.geometry()
        above, below = self._folds
        for line, top, goes_on in (
            (above, port.top(), bar.value() > bar.minimum()),
            (below, port.bottom() + 1 - below.height(), bar.value() < bar.maximum()),
        ):
            line.setGeometry(port.left(), top, port.width(), line.height())
            line.setVisible(goes_on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The focus stays in view."""
        super().resizeEvent(event)
        self._show_folds()
        self._follow()

    def restyle(self) -> None:
        """Other sizes move what had the focus; it is brought back into view."""
        settled(self, self.bring_focus)

    def _follow(self) -> None:
        """Once the layout has settled: a page just shown has no heights yet."""
        QTimer.singleShot(0, self, self.bring_focus)

    def bring_focus(self) -> None:
        """Scroll so that the widget with the focus is fully seen."""
        now, inside = QApplication.focusWidget(), self.widget()
        if now is None or inside is None or not inside.isAncestorOf(now):
            return
        whole, around = now, now.parentWidget()
        # As much around the focus as fits, up to its card: a question with all its answers.
        while around is not None and around is not inside and not isinstance(whole, Card):
            if around.height() > self._viewport.height():
                break
            whole, around = around, around.parentWidget()
        self._show_whole(whole, inside)
        self._show_whole(now, inside)

    def _show_whole(self, part: QWidget, inside: QWidget) -> None:
        """Qt's own way looks at the text cursor only, and leaves fields cut.

        What is higher than the area is read from its head, and from the page's where that is near.
        """
        top, gap = part.mapTo(inside, part.rect().topLeft()).y(), current().px(4)
        high, room = part.height() + 2 * gap, self._viewport.height()
        if high <= room:
            self.ensureVisible(0, top - gap + high // 2, 0, high // 2)
        else:
            self.verticalScrollBar().setValue(0 if top < room // 2 else top - gap)


def in_card(title: str, form: QWidget) -> tuple[QWidget, Scroll]:
    """A form in a card of its own on a page, and what scrolls it."""
    card = Card(title, scale="screen", gap=14, margins=(32, 24, 32, 24))
    card.body.addWidget(form)
    return on_page(card)


def on_page(card: QWidget) -> tuple[QWidget, Scroll]:
    """A card on a page of its own, and what scrolls it."""
    inside = QWidget()
    row = Row(inside, margins=(24, 20, 24, 20))
    row.addLayout(Column().holding(card, None), 1)
    page, scroll = QWidget(), Scroll(inside)
    Column(page).addWidget(scroll)
    return page, scroll
