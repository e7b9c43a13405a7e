"""The focus: its ring around styled fields and what is read by scrolling, one overlay in the
window, and how it is kept.

    FocusRing(window)                                # once a window; the shell makes its own
    with focus_kept(page): ...                       # while parts of the page are moved about

QSS outlines have one colour, so the ring is a widget.
It follows the focus, scrolling and resizing, and never takes a click.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from ui.started import once_seen
from ui.theme import current
from ui.widgets import paint

_STYLED = (QLineEdit, QComboBox, QPlainTextEdit, QScrollArea)
_MOVES = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.EnabledChange,
)


class FocusRing(QWidget):
    """Two colours around the focused field, 3 px outside it and 2 px inside.

    What is read by scrolling fills its page to the edge: there all of it lies inside.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        once_seen(self._let_clicks_through)
        self._field: QWidget | None = None
        self._watched: list[QWidget] = []
        self._clip = QRect()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
            self._follow(None, app.focusWidget())
        self.hide()

    def field(self) -> QWidget | None:
        """The field ringed now, for tests."""
        return self._field

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A field, or something around it, moved."""
        if event.type() in _MOVES:
            self._place()
        return False

    def restyle(self) -> None:
        """The field has another size."""
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring, cut where the field is scrolled out of sight."""
        theme = current()
        painter = paint.begin(self)
        painter.setClipRect(self._clip)
        outer, inner = theme.px(3), theme.px(2)
        radius = theme.radius("control")
        body = QRectF(self.rect())
        within = body.adjusted(outer, outer, -outer, -outer)
        paint.rounded(painter, within, radius, None, theme.colour("focus_ink"), inner)
        paint.rounded(painter, body, radius + outer / 2, None, theme.colour("focus"), outer)
        painter.end()

    def _let_clicks_through(self) -> None:
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):  # a page may have let its focused field go
                widget.removeEventFilter(self)
        self._watched, self._field = [], None
        window = self.parentWidget()
        if isinstance(now, _STYLED) and window is not None and window.isAncestorOf(now):
            self._field = now
            around: QWidget | None = now
            while around is not None and around is not window:
                self._watched.append(around)
                around = around.parentWidget()
        self._place()
        once_seen(self._watch)

    def _watch(self) -> None:
        """Hear when the field moves; in the first window, where nothing does, the shell tells."""
        for widget in self._watched:
            if isValid(widget):
                widget.installEventFilter(self)
        self._place()

    def _place(self) -> None:
        field, window = self._field, self.parentWidget()
        lives = field is not None and isValid(field) and field.isVisible() and field.isEnabled()
        if field is None or window is None or not lives:
            self.hide()
            return
        reach = 0 if isinstance(field, QScrollArea) else current().px(3)
        spot = QRect(field.mapTo(window, QPoint(0, 0)), field.size())
        spot = spot.adjusted(-reach, -reach, reach, reach)
        self._clip = self._seen(spot, window).translated(-spot.topLeft())
        self.setGeometry(spot)
        self.show()
        self.raise_()
        self.update()

    def _seen(self, spot: QRect, window: QWidget) -> QRect:
        """The part of the ring that the scroll areas around the field let through."""
        seen = spot
        for widget in self._watched[1:]:
            if isinstance(widget.parentWidget(), QAbstractScrollArea):
                corner = widget.mapTo(window, QPoint(0, 0))
                seen = seen.intersected(QRect(corner, widget.size()))
        return seen


@contextmanager
def focus_kept(page: QWidget) -> Iterator[None]:
    """Parts of a page are moved about within the block; the focus stays on the one that had it.

    A widget that is moved to another one loses the focus, and Qt gives it to whatever comes next,
    even outside the page.
    """
    had = QApplication.focusWidget()
    if had is None or not page.isAncestorOf(had):
        had = None
    yield
    if had is not None and had is not QApplication.focusWidget() and had.isVisible():
        had.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
