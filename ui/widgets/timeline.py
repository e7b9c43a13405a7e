"""What happened to a case, newest where the caller puts it: discs on a line, words beside.

Timeline([Event("flag", "Flagged at the desk", "11-Jul 09:02, J. Patel", "warn_text")])
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.unbroken import aloud
from ui.language import tr
from ui.theme import current
from ui.widgets import paint
from ui.widgets.layout import Column, Label, clear

_DISC = 24


@dataclass(frozen=True, slots=True)
class Event:
    """An icon, what happened, when and by whom, and the ink of the disc."""

    icon: str
    words: str
    detail: str
    role: str = "text2"


class _Line(QWidget):
    def __init__(self, event: Event, *, last: bool) -> None:
        super().__init__()
        self._event, self._last = event, last
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = Column(self, margins=(_DISC + 12, 0, 0, 8))
        column.addWidget(Label(event.words, weight="label", wrap=True))
        column.addWidget(Label(event.detail, scale="small", role="text2", wrap=True))
        self.setAccessibleName(aloud(f"{event.words}, {event.detail}"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = paint.begin(self)
        side, line = theme.px(_DISC), theme.px(1.5)
        if not self._last:
            painter.setPen(QPen(theme.colour("hairline"), theme.px(2)))
            across = self.width() - side // 2 if paint.is_mirrored(self) else side // 2
            painter.drawLine(across, side + theme.px(1), across, self.height())
        disc = paint.mirrored(self, QRect(0, theme.px(1), side, side))
        ink = theme.colour(self._event.role)
        paint.rounded(painter, disc, side / 2, theme.colour("surface"), ink, line)
        drawing = theme.pixmap(self._event.icon, role=self._event.role, size=14)
        paint.draw_icon(painter, drawing, disc)
        painter.end()


class Timeline(QWidget):
    """Events under each other; each is read out as one line."""

    def __init__(self, events: Sequence[Event] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Timeline"))
        self._column = Column(self)
        self.show_events(events)

    def show_events(self, events: Sequence[Event]) -> None:
        """Other events."""
        clear(self._column)
        for place, event in enumerate(events):
            self._column.addWidget(_Line(event, last=place == len(events) - 1))
