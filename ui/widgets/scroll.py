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
            self._bring_around(now, edge)
            self.ensureWidgetVisible(now, edge, edge)

    def _bring_around(self, now: QWidget, edge: int) -> None:
        """As much around the focus as fits, up to its card: a question with all its answers."""
        whole, around = now, now.parentWidget()
        while around is not None and around is not self.widget() and not isinstance(whole, Card):
            if around.height() > self.viewport().height():
                break
            whole, around = around, around.parentWidget()
        self.ensureWidgetVisible(whole, edge, 0)
