"""Small facts: chips for states, caps for keys.

Chip("Team will call", "team_will_call")
Chip("2 days late", "late")
KeyCap("F2")
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.theme import current
from ui.widgets import paint

# kind: (icon, fill, edge or "", ink)
_KINDS: dict[str, tuple[str, str, str, str]] = {
    "no_follow_up": ("circle-check", "success_tint", "", "success"),
    "free_service": ("circle-check", "success_tint", "", "success"),
    "show_document": ("id", "tint", "", "action"),
    "team_will_call": ("flag", "warn_fill", "", "on_warn"),
    "ask_later": ("clock", "grey_tint", "hairline", "text"),
    "treat_first": ("stethoscope", "treat", "treat_edge", "on_treat"),
    "refused": ("alert-circle", "error_tint", "", "error"),
    "on_hold": ("shield", "warn_tint", "", "warn_text"),
    "late": ("alert-triangle", "warn_fill", "", "on_warn"),
    "done": ("check", "success_tint", "", "success"),
    "neutral": ("", "grey_tint", "hairline", "text"),
}


class Chip(QLabel):
    """A state as icon, word and colour together; the words are its accessible name."""

    def __init__(self, words: str, kind: str = "neutral", *, icon: str | None = None) -> None:
        super().__init__(words)
        self._icon, self._fill, self._edge, self._ink = _KINDS[kind]
        if icon is not None:
            self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for icon and words."""
        theme = current()
        words = paint.text_size(self.text().replace("&", "&&"), theme.font("small", "label"))
        icon = theme.px(16 + 6) if self._icon else 0
        return QSize(words.width() + icon + theme.px(20), theme.size("chip") + theme.px(2))

    def minimumSizeHint(self) -> QSize:
        """The same: a chip is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, icon, words."""
        theme = current()
        painter = paint.begin(self)
        edge = self._edge or (self._ink if theme.high_contrast else "")
        if theme.high_contrast and self._fill == "warn_fill":
            edge = ""
        paint.rounded(
            painter,
            self.rect(),
            theme.radius("chip"),
            theme.colour(self._fill),
            theme.colour(edge) if edge else None,
            theme.px(1),
        )
        left = theme.px(8 if self._icon else 10)
        if self._icon:
            spot = QRect(left, 0, theme.px(16), self.height())
            spot = paint.mirrored(self, spot)
            paint.draw_icon(painter, theme.pixmap(self._icon, role=self._ink, size=16), spot)
            left += theme.px(16 + 5)
        paint.draw_text(
            painter,
            paint.mirrored(self, self.rect().adjusted(left, 0, 0, 0)),
            self.text(),
            font=theme.font("small", "label"),
            ink=theme.colour(self._ink),
        )
        painter.end()


class KeyCap(QLabel):
    """A key's name in a small box, for lists of keys."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the name."""
        return paint.cap_size(self.text())

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The cap."""
        theme = current()
        painter = paint.begin(self)
        paint.draw_cap(
            painter, self.rect(), self.text(), ink=theme.colour("text2"), edge=theme.colour("edge")
        )
        painter.end()
