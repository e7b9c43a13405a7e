"""Where the words of a patient's row go, worked out once for a width and painted many times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from ui.theme import Scale, Weight, current

_MIDST = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
_ONE_LINE = _MIDST | int(Qt.TextFlag.TextSingleLine)
_TOP = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
_WRAPPING = _TOP | int(Qt.TextFlag.TextWordWrap)
_MIDDLE = _MIDST | int(Qt.TextFlag.TextWordWrap)
_COLUMN = 220  # a fact with its word: `NHS No. 999 317 7423`
_WIDEST_LETTER = 14  # of the name's type


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
    """The name with its reason at the end of the line, the facts below in columns.

    Where room is short a reason goes under the name, facts go under each other, and a long name
    wraps. Nothing is cut.
    """
    theme = current()
    side, top, gap = theme.px(16), theme.px(8), theme.px(2)
    room = max(width - 2 * side, theme.px(40))
    strong, small = theme.font("body", "strong"), theme.font("small")
    tall = theme.size("chip") + theme.px(2)
    wide = _advance(reason, "small") + theme.px(20) if reason else 0
    pieces: list[Piece] = []
    chip = None
    if _fits_beside(name, wide, room):
        down = top + max(_line_height("body", "strong", theme.text_size), tall) + gap
        line = QRect(side, top, room - wide, down - gap - top)
        pieces.append(Piece(name, line, strong, "text", _ONE_LINE))
        chip = QRect(side + room - wide, top, wide, tall) if reason else None
    else:
        box = _wrapped(name, strong, room)
        line = QRect(side, top, room, box.height())
        pieces.append(Piece(name, line, strong, "text", _WRAPPING))
        down = top + box.height() + gap
        if reason:
            inner = min(wide, room) - theme.px(20)
            box = _wrapped(reason, small, inner + 1)
            chip = QRect(side, down, min(wide, room), max(tall, box.height() + theme.px(6)))
            down += chip.height() + gap
    if chip is not None:
        words = chip.adjusted(theme.px(10), 0, 0, 0)
        flags = _ONE_LINE if wide <= room else _MIDDLE
        pieces.append(Piece(reason, words, small, "text2", flags))
    return _with_facts(Plan(width, down, tuple(pieces), chip), facts, room)


def plain_height(width: int, *, name: str, reason: str, facts: int) -> int | None:
    """How high a row is whose words all have room, at no measuring; None where some may not."""
    theme = current()
    room = width - 2 * theme.px(16)
    wide = _advance(reason, "small") + theme.px(20) if reason else 0
    if room < theme.px(_COLUMN) * facts or not _fits_beside(name, wide, room):
        return None
    return _plain(theme.text_size)


@lru_cache(maxsize=8)
def _plain(_text_size: float) -> int:
    return plan_row(10_000, name="", reason="x", facts=(("", ""),)).height


def _with_facts(plan: Plan, facts: Sequence[tuple[str, str]], room: int) -> Plan:
    theme = current()
    small, high = theme.font("small"), _line_height("small", "text", theme.text_size)
    side, gap = theme.px(16), theme.px(6)
    step = theme.px(_COLUMN)
    in_columns = room >= step * len(facts)
    pieces, down = list(plan.pieces), plan.height
    flags = _ONE_LINE if in_columns else _MIDDLE
    for place, (word, value) in enumerate(facts):
        across = side + step * place if in_columns else side
        label = _advance(word, "small")
        pieces.append(Piece(word, QRect(across, down, label + 1, high), small, "text2", flags))
        left = across + label + gap
        wide = (step if in_columns else room) - label - gap
        pieces.append(Piece(value, QRect(left, down, wide, high), small, "text", flags))
        if not in_columns or place == len(facts) - 1:
            down += high
    return Plan(plan.width, down + theme.px(9), tuple(pieces), plan.chip)


def _fits_beside(name: str, reason: int, room: int) -> bool:
    """Whether name and reason share a line; only a name that may not is measured."""
    left = room - reason - current().px(16)
    if len(name) * current().px(_WIDEST_LETTER) <= left:
        return True
    return _advance(name, "body", "strong") <= left


def _wrapped(text: str, font: QFont, room: int) -> QRect:
    return QFontMetrics(font).boundingRect(QRect(0, 0, room, 100_000), _WRAPPING, text)


def _advance(text: str, scale: Scale, weight: Weight = "text") -> int:
    return _measured(text, scale, weight, current().text_size)


@lru_cache(maxsize=512)
def _measured(text: str, scale: Scale, weight: Weight, _text_size: float) -> int:
    return QFontMetrics(current().font(scale, weight)).horizontalAdvance(text)


@lru_cache(maxsize=16)
def _line_height(scale: Scale, weight: Weight, _text_size: float) -> int:
    return QFontMetrics(current().font(scale, weight)).height()
