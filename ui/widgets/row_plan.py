"""Where the words of a patient's row go, worked out once for a width and painted many times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from ui.theme import current

_ONE_LINE = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_TOP = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Piece:
    """A text in its place, as from left to right."""

    text: str
    rect: QRect
    font: QFont
    role: str
    flags: int


@dataclass(frozen=True, slots=True)
class Plan:
    """All texts of a row for one width, and how high that makes it."""

    width: int
    height: int
    pieces: tuple[Piece, ...]
    chip: QRect | None


def plan_row(width: int, *, name: str, reason: str, facts: Sequence[tuple[str, str]]) -> Plan:
    """The name with its reason at the end of the line, the facts below.

    A reason without room beside the name goes under it, and a fact without room on a line of its
    own; a long name wraps. Nothing is cut.
    """
    theme = current()
    side, top, gap = theme.px(16), theme.px(8), theme.px(2)
    room = max(width - 2 * side, theme.px(40))
    strong, small = theme.font("body", "strong"), theme.font("small")
    bold, plain = QFontMetrics(strong), QFontMetrics(small)
    pieces: list[Piece] = []
    wide = plain.horizontalAdvance(reason) + theme.px(20) if reason else 0
    tall = theme.size("chip") + theme.px(2)
    beside = bold.horizontalAdvance(name) + theme.px(16) + wide <= room
    wrapping = int(_TOP) | int(
        Qt.TextFlag.TextWrapAnywhere if room < wide else Qt.TextFlag.TextWordWrap
    )
    if beside:
        line = max(bold.height(), tall if reason else 0)
        rect, flags = QRect(side, top, room - wide, line), int(_ONE_LINE)
    else:
        line = bold.boundingRect(QRect(0, 0, room, 100_000), wrapping, name).height()
        rect, flags = QRect(side, top, room, line), wrapping
    pieces.append(Piece(name, rect, strong, "text", flags))
    down = top + line + gap
    chip = None
    if reason:
        at = QRect(side + room - wide, top, wide, line) if beside else QRect(side, down, wide, tall)
        if not beside and wide > room:
            box = plain.boundingRect(
                QRect(0, 0, room - theme.px(20), 100_000), int(Qt.TextFlag.TextWordWrap), reason
            )
            at = QRect(side, down, room, box.height() + theme.px(6))
        chip = QRect(at.left(), at.top() + (at.height() - tall) // 2, wide, tall) if beside else at
        words = chip.adjusted(theme.px(10), 0, -theme.px(10), 0)
        middle = int(_ONE_LINE) | int(Qt.TextFlag.TextWordWrap)
        pieces.append(Piece(reason, words, small, "text2", middle))
        if not beside:
            down = at.bottom() + 1 + gap
    across, high = side, plain.height()
    for word, value in facts:
        label = plain.horizontalAdvance(word) + theme.px(6)
        whole = label + plain.horizontalAdvance(value)
        if across > side and across + whole > side + room:
            across, down = side, down + high
        pieces.append(Piece(word, QRect(across, down, label, high), small, "text2", int(_ONE_LINE)))
        spot = QRect(across + label, down, whole - label + 1, high)
        pieces.append(Piece(value, spot, small, "text", int(_ONE_LINE)))
        across += whole + theme.px(24)
    return Plan(width, down + high + theme.px(9), tuple(pieces), chip)
