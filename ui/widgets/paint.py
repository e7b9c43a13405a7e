"""The few shapes everything is painted from, all in theme colours and sizes.

Where a widget is read from right to left its painter turns the side of a text by itself (`LEFT` is
the side where reading begins); where the text or an icon stands is turned by `mirrored`, and which
way an icon points by `pointing`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtWidgets import QWidget

from app.core.unbroken import unbroken
from ui.language import is_right_to_left
from ui.theme import current

# Which side, and the middle of the height, as numbers: making the namespace `Qt` takes longer than
# painting the whole first window, so nothing in it may ask for that (docs/window.md).
LEFT = 0x81
TRAILING = 0x82
CENTRE = 0x84
WRAPS = 0x1000  # beside one of them: on as many lines as it takes
BREAKS = 0x2000  # beside both: anywhere, for a word that is wider than a line

_ENDLESS = 100_000  # higher than any text
_OTHER_WAY = {"chevron-left": "chevron-right", "chevron-right": "chevron-left"}


def is_mirrored(widget: QWidget) -> bool:
    """Whether a widget is read from right to left."""
    return widget.isRightToLeft()


def mirrored(widget: QWidget, part: QRect) -> QRect:
    """A part of a widget as painted left to right, at the other side where it is mirrored."""
    if not is_mirrored(widget):
        return part
    return QRect(widget.width() - part.x() - part.width(), part.y(), part.width(), part.height())


def pointing(widget: QWidget, icon: str) -> str:
    """The icon's name, or that of its twin which points the other way where it is mirrored."""
    return _OTHER_WAY.get(icon, icon) if is_mirrored(widget) else icon


def keep_opaque(widget: QWidget) -> None:
    """Say that a widget paints all of itself, so that nothing under it is painted with it.

    To be said at each painting: a style sheet takes it back whenever it is put on a widget.
    """
    opaque = QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent
    if not widget.testAttribute(opaque):
        widget.setAttribute(opaque)


def begin(widget: QWidget) -> QPainter:
    """A painter on a widget, with smooth edges, that reads as the widget does."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if is_mirrored(widget) != is_right_to_left():  # Qt begins with the program's side
        painter.setLayoutDirection(widget.layoutDirection())
    return painter


def begin_with(widget: QWidget, ink: QColor) -> None:
    """Let painters on a widget begin with this ink, so that words in it need not ask for one."""
    palette = widget.palette()
    palette.setColor(widget.foregroundRole(), ink)
    widget.setPalette(palette)


def rounded(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    fill: QColor | None,
    edge: QColor | None,
    width: float = 1,
) -> None:
    """A rectangle with round corners, its edge wholly inside `rect`."""
    inset = width / 2 if edge is not None else 0.0
    path = QPainterPath()
    path.addRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)
    if fill is not None:
        painter.fillPath(path, _brush(fill.rgba()))
    if edge is not None:
        pen = QPen()
        pen.setColor(edge)
        pen.setWidthF(width)
        painter.strokePath(path, pen)


@cache
def _brush(colour: int) -> QBrush:
    """A brush of one colour, by way of a palette: making it directly asks for the namespace."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor.fromRgba(colour))
    return palette.window()


def kept(
    painter: QPainter, key: str, size: QSize, ground: QColor, draw: Callable[[QPainter], None]
) -> QPixmap:
    """A picture drawn once for a painter's device and kept under a key; never of a patient.

    Over a `ground` that lets nothing through, painting it is no more than copying it.
    """
    ratio = painter.device().devicePixelRatioF()
    side = painter.layoutDirection().name
    key, picture = f"{key} {ground.rgba()} {ratio} {side}", QPixmap()
    if not QPixmapCache.find(key, picture):
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(ground)
        inside = QPainter(picture)
        inside.setLayoutDirection(painter.layoutDirection())
        inside.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(inside)
        inside.end()
        QPixmapCache.insert(key, picture)
    return picture


def ring(painter: QPainter, rect: QRect | QRectF, radius: float) -> None:
    """The focus ring inside `rect`: three pixels of focus, then two of its ink."""
    theme = current()
    outer, inner = theme.px(3), theme.px(2)
    body = QRectF(rect)
    within = body.adjusted(outer, outer, -outer, -outer)
    rounded(painter, within, max(radius - outer, 1), None, theme.colour("focus_ink"), inner)
    rounded(painter, body, radius, None, theme.colour("focus"), outer)


def row_ring(painter: QPainter, rect: QRect) -> None:
    """The ring of a table row: ink, focus, ink, four thin lines in all."""
    theme = current()
    one, two = theme.px(1), theme.px(2)
    ink, focus = theme.colour("focus_ink"), theme.colour("focus")
    body = QRectF(rect)
    rounded(painter, body, theme.px(3), None, ink, one)
    rounded(painter, body.adjusted(one, one, -one, -one), theme.px(3), None, focus, two)
    inset = one + two
    rounded(painter, body.adjusted(inset, inset, -inset, -inset), theme.px(1), None, ink, one)


def stripes(painter: QPainter, rect: QRect | QRectF, fill: QColor, stripe: QColor) -> None:
    """Diagonal stripes, 5 wide every 22, for what must be told apart without colour."""
    theme = current()
    body = QRectF(rect)
    painter.save()
    painter.setClipRect(body, QtCore.Qt.ClipOperation.IntersectClip)
    painter.fillRect(body, fill)
    painter.setPen(QPen(stripe, theme.px(5)))
    step, height = theme.px(22), body.height()
    start = body.left() - height
    while start < body.right() + height:
        painter.drawLine(
            QPointF(start, body.bottom() + 2), QPointF(start + height + 4, body.top() - 2)
        )
        start += step
    painter.restore()


def clip_rounded(painter: QPainter, rect: QRect | QRectF, radius: float) -> None:
    """Keep what follows inside round corners."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(rect), radius, radius)
    painter.setClipPath(path, QtCore.Qt.ClipOperation.IntersectClip)


def draw_icon(painter: QPainter, pixmap: QPixmap, rect: QRect) -> None:
    """An icon in the middle of a rectangle."""
    size = pixmap.deviceIndependentSize()
    corner = QPointF(
        round(rect.left() + (rect.width() - size.width()) / 2),
        round(rect.top() + (rect.height() - size.height()) / 2),
    )
    painter.drawPixmap(corner, pixmap)


def draw_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    *,
    font: QFont,
    ink: QColor,
    flags: int = LEFT,
) -> None:
    """Text in a rectangle, with the mnemonic letter of a button underlined.

    Where it `WRAPS` no line ends within a date or a number.
    """
    painter.setFont(font)
    text = held(text, flags)
    if painter.pen().color() != ink:  # a painter begins with the ink of its widget's palette
        painter.setPen(ink)
    if is_right_to_left():
        draw_by_itself(painter, rect, text, flags)
    else:
        painter.drawText(rect, flags, text)


def draw_by_itself(painter: QPainter, rect: QRect, text: str, flags: int) -> None:
    """Text that says itself which way it is read, at the side where the painter begins.

    A painter that reads from right to left would begin `09-Mar-2026` with the month.
    """
    way, side = QtCore.Qt.LayoutDirection, QtCore.Qt.AlignmentFlag
    if painter.layoutDirection() is not way.RightToLeft:
        painter.drawText(rect, flags, text)
        return
    left, right, middle = (int(one) for one in (side.AlignLeft, side.AlignRight, side.AlignHCenter))
    if not flags & middle:
        flags = flags & ~(left | right) | (left if flags & right else right)
    painter.setLayoutDirection(way.LayoutDirectionAuto)
    painter.drawText(rect, flags, text)
    painter.setLayoutDirection(way.RightToLeft)


def held(text: str, flags: int) -> str:
    """The text as it is painted with these flags: where it wraps, dates and numbers hold."""
    return unbroken(text) if flags & WRAPS else text


def wrapped_size(text: str, font: QFont, width: int, flags: int = LEFT | WRAPS) -> QSize:
    """The room that text takes in a width, on as many lines as it needs."""
    room = QRect(0, 0, max(1, width), _ENDLESS)
    return QFontMetrics(font).boundingRect(room, flags, held(text, flags)).size()


def elided(text: str, font: QFont, width: int) -> str:
    """Text cut with a mark at its end where it does not fit."""
    return QFontMetrics(font).elidedText(text, QtCore.Qt.TextElideMode.ElideRight, width)


def text_size(text: str, font: QFont) -> QSize:
    """The room one line of text takes, its mnemonic mark not counted."""
    metrics = QFontMetrics(font)
    plain = text.replace("&&", "\0").replace("&", "").replace("\0", "&")
    return QSize(metrics.horizontalAdvance(plain) + 1, metrics.height())


def cap_size(key: str) -> QSize:
    """The room a printed key takes."""
    theme = current()
    wide = text_size(key, cap_font()).width() + theme.px(12)
    return QSize(max(wide, theme.size("keycap")), theme.size("keycap"))


def cap_font() -> QFont:
    """The font of printed keys."""
    return current().font("small", "strong")


def draw_cap(painter: QPainter, rect: QRect, key: str, *, ink: QColor, edge: QColor) -> None:
    """A printed key: its name in a small box."""
    theme = current()
    rounded(painter, rect, theme.radius("keycap"), None, edge, theme.line)
    draw_text(painter, rect, key, font=cap_font(), ink=ink, flags=CENTRE)
