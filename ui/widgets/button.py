"""Buttons: one filled blue one a page, the rest outline or text, with their key printed on them.

    Button("Next patient", kind="primary", icon="check", key="F2", main=True)
    Button("&Assign", icon="users")                  # Alt+A
    Button("Change", kind="text", icon="pencil", scale="small")
    IconButton("zoom-in", "Zoom in", key="Ctrl++")

A printed key works while the button can be seen and used. `Enter` is only printed: the page's
`Page` presses that button when Enter reaches it unanswered.
"""

from __future__ import annotations

from typing import Literal

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.language import tr
from ui.started import once_seen
from ui.theme import Scale, Weight, current
from ui.widgets import paint
from ui.widgets.inputs import is_enter

Kind = Literal["primary", "secondary", "text", "plain"]
_MNEMONIC = 0x0800  # `TextShowMnemonic`, as a number for the sake of `paint.LEFT`
_ARROWS = {"Alt+Up": "Alt+↑", "Alt+Down": "Alt+↓"}


class Button(QAbstractButton):
    """A press with a word; `clicked` says it happened.

    `kind`: primary (at most one a page), secondary (outline), text, or plain (text in quiet ink).
    `main` is 44 high, `small` 32. `trailing` puts the icon after the word. Enter and Space press.
    """

    def __init__(
        self,
        text: str,
        *,
        kind: Kind = "secondary",
        icon: str = "",
        key: str = "",
        main: bool = False,
        small: bool = False,
        trailing: bool = False,
        scale: Scale = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind, self.key = kind, key
        self._icon, self._trailing = icon, trailing
        self._main, self._small = main, small
        self._scale: Scale = scale
        once_seen(self._take_the_pointer)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_words(text)
        if key and key != "Enter":
            bound = QtGui.QShortcut(QtGui.QKeySequence(key), self)
            bound.setAutoRepeat(False)
            bound.activated.connect(self.click)

    def set_words(self, text: str, icon: str | None = None) -> None:
        """Other words, and another icon where given."""
        self.setText(text)
        plain = text.replace("&&", "\0").replace("&", "").replace("\0", "&")
        self.setAccessibleName(plain)
        if self.key:
            self.setAccessibleDescription(tr("Key {key}").format(key=self.key))
        if icon is not None:
            self._icon = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon, words and key."""
        theme = current()
        parts = [size.width() for size in self._parts()]
        width = sum(parts) + theme.px(8) * (len(parts) - 1) + 2 * self._padding()
        return QSize(width, self._height())

    def minimumSizeHint(self) -> QSize:
        """The same: a button is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if is_enter(event) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, icon, words, key, ring."""
        theme = current()
        painter = paint.begin(self)
        radius = theme.radius("control")
        fill, edge, ink = self._colours()
        paint.rounded(
            painter,
            self.rect(),
            radius,
            theme.colour(fill) if fill else None,
            theme.colour(edge) if edge else None,
            theme.line,
        )
        self._draw_parts(painter, ink)
        if self.hasFocus():
            paint.ring(painter, self.rect(), radius)
        painter.end()

    def _take_the_pointer(self) -> None:
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)

    def _draw_parts(self, painter: QPainter, ink: str) -> None:
        theme = current()
        gap = theme.px(8)
        sizes = self._parts()
        wide = sum(size.width() for size in sizes) + gap * (len(sizes) - 1)
        left = max(self._padding(), (self.width() - wide) // 2)
        for name, size in zip(self._order(), sizes, strict=True):
            spot = QRect(left, (self.height() - size.height()) // 2, size.width(), size.height())
            spot = paint.mirrored(self, spot)
            if name == "icon":
                paint.draw_icon(painter, self._pixmap(ink), spot)
            elif name == "key":
                paint.draw_cap(painter, spot, self._cap(), **self._cap_colours(ink))
            else:
                flags = paint.LEFT | _MNEMONIC
                paint.draw_text(
                    painter,
                    spot,
                    self.text(),
                    font=theme.font(self._scale, self._weight()),
                    ink=theme.colour(ink),
                    flags=flags,
                )
            left += size.width() + gap

    def _order(self) -> list[str]:
        words = ["text"] if self.text() else []
        drawing = ["icon"] if self._icon else []
        order = [*words, *drawing] if self._trailing else [*drawing, *words]
        return [*order, "key"] if self.key else order

    def _parts(self) -> list[QSize]:
        theme = current()
        sizes = {
            "text": paint.text_size(self.text(), theme.font(self._scale, self._weight())),
            "icon": QSize(theme.px(self._icon_size()), theme.px(self._icon_size())),
            "key": paint.cap_size(self._cap()),
        }
        return [sizes[name] for name in self._order()]

    def _colours(self) -> tuple[str, str, str]:
        """Roles of fill, edge and ink in this state."""
        if not self.isEnabled():
            return (
                "disabled_bg",
                "disabled" if current().high_contrast and self.kind == "secondary" else "",
                "disabled",
            )
        down, hover = self.isDown() or self.isChecked(), self.underMouse()
        if self.kind == "primary":
            fill = "action_pressed" if down else "action_hover" if hover else "action"
            return fill, "", "on_action"
        edge = "edge" if self.kind == "secondary" else ""
        ink = "action" if self.kind == "text" else "text"
        if down:
            inverse = current().high_contrast
            return "selected", edge, "on_action" if inverse else ink
        if hover:
            return "tint", "action" if current().high_contrast else edge, ink
        return ("surface" if self.kind == "secondary" else ""), edge, ink

    def _cap_colours(self, ink: str) -> dict[str, QColor]:
        theme = current()
        quiet = ink == "text"
        edge = ink if self.kind == "primary" or ink == "disabled" else "edge"
        return {"ink": theme.colour("text2" if quiet else ink), "edge": theme.colour(edge)}

    def _pixmap(self, ink: str) -> QPixmap:
        return current().pixmap(paint.pointing(self, self._icon), role=ink, size=self._icon_size())

    def _cap(self) -> str:
        return _ARROWS.get(self.key, self.key)

    def _weight(self) -> Weight:
        return "label" if self.kind in ("secondary", "plain") else "strong"

    def _icon_size(self) -> int:
        return 18 if self._scale == "small" else 20

    def _padding(self) -> int:
        theme = current()
        if self.kind in ("text", "plain"):
            return theme.px(8)
        return theme.px(20 if self._main else 14)

    def _height(self) -> int:
        theme = current()
        return theme.size(
            "button_main" if self._main else "button_small" if self._small else "button"
        )


class IconButton(Button):
    """A square button with a drawing only; `name` is what screen readers and the hint say."""

    def __init__(
        self, icon: str, name: str, *, key: str = "", kind: Kind = "secondary", small: bool = True
    ) -> None:
        super().__init__("", icon=icon, key=key, kind=kind, small=small)
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({key})" if key else name)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._height(), self._height())

    def _order(self) -> list[str]:
        return ["icon"]

    def _padding(self) -> int:
        return 0
