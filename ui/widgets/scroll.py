"""A scroll area that shows the page's ground and always brings the focus into view."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from ui.theme import current
from ui.widgets.card import Card


class Scroll(QScrollArea):
    """Scrolls up and down only; a focused widget inside is fully seen (WCAG 2.4.11)."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The focus stays in view."""
        super().resizeEvent(event)
        self._follow()

    def _follow(self) -> None:
        """Once the layout has settled: a page just shown has no heights yet."""
        QTimer.singleShot(0, self, self.bring_focus)

    def bring_focus(self) -> None:
        """Scroll so that the widget with the focus is fully seen."""
        now, inside = QApplication.focusWidget(), self.widget()
        if now is not None and inside is not None and inside.isAncestorOf(now):
            edge = current().px(4)
            self._bring_card(now, edge)
            self.ensureWidgetVisible(now, edge, edge)

    def _bring_card(self, now: QWidget, edge: int) -> None:
        """The whole card around the focus first, where it fits: a question with its answers."""
        card: QWidget | None = now.parentWidget()
        while card is not None and card is not self.widget() and not isinstance(card, Card):
            card = card.parentWidget()
        if isinstance(card, Card) and card.height() <= self.viewport().height():
            self.ensureWidgetVisible(card, edge, 0)
