"""Where the words of a patient's row go, worked out once for a width and painted many times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from ui.theme import Scale, Weight, current
from ui.widgets import paint

_MIDST = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
_ONE_LINE = _MIDST | int(Qt.TextFlag.TextSingleLine)
_TOP = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
_WRAPPING = _TOP | paint.WRAPS
_MIDDLE = _MIDST | paint.WRAPS
_SIDE = 16
_COLUMN = 220  # a fact with its word: `NHS No. 999 317 7423`
_WIDEST_LETTER = 14  # of the name's type


@dataclass(frozen=True, slots=True)
class Piece:
    """A text in its place, as from left to right; on its `line` where it cannot wrap."""

    text: str
    rect: QRect
    font: QFont
    role: str
    flags: int
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """All texts of a row for one width, and how high that makes it.

    `own` are the name and the facts, `steady` the reason and the facts' words. A `shared` plan is
    that of many rows: its own pieces are places without a text.
    """

    width: int
    height: int
    own: tuple[Piece, ...]
    steady: tuple[Piece, ...]
    chip: QRect | None
    shared: bool = False
    spots: tuple[tuple[int, int], ...] = ()  # of a shared plan's own texts: left side, line
    reach: int = 0  # where the facts of a shared plan end at the latest


def plan_row(width: int, *, name: str, reason: str, facts: Sequence[tuple[str, str]]) -> Plan:
    """The name with its reason at the end of the line, the facts below in columns.

    Where room is short a reason goes under the name, facts go under each other, and a long name
    wraps. Nothing is cut.
    """
    theme = current()
    side, top, gap = theme.px(_SIDE), theme.px(8), theme.px(2)
    room = max(width - 2 * side, theme.px(40))
    strong, small = theme.font("body", "strong"), theme.font("small")
    tall = theme.size("chip") + theme.px(2)
    wide = _advance(reason) + theme.px(20) if reason else 0
    steady: list[Piece] = []
    chip = None
    if _fits(name, room - wide - theme.px(16)):
        down = top + max(_line_height("body", "strong", theme.text_size), tall) + gap
        spot = QRect(side, top, room - wide, down - gap - top)
        line = _line("body", "strong", theme.text_size, spot)
        called = Piece(name, spot, strong, "text", _ONE_LINE, line)
        chip = QRect(side + room - wide, top, wide, tall) if reason else None
    else:
        box = paint.wrapped_size(name, strong, room, _WRAPPING)
        spot = QRect(side, top, room, box.height())
        called = Piece(name, spot, strong, "text", _WRAPPING)
        down = top + box.height() + gap
        if reason:
            inner = min(wide, room) - theme.px(20)
            box = paint.wrapped_size(reason, small, inner + 1, _WRAPPING)
            chip = QRect(side, down, min(wide, room), max(tall, box.height() + theme.px(6)))
            down += chip.height() + gap
    if chip is not None:
        words = chip.adjusted(theme.px(10), 0, 0, 0)
        flags = _ONE_LINE if wide <= room else _MIDDLE
        steady.append(Piece(reason, words, small, "text2", flags))
    return _with_facts(Plan(width, down, (called,), tuple(steady), chip), facts, room)


def plan_plain(width: int, *, name: str, reason: str, facts: Sequence[str]) -> Plan | None:
    """The plan that rows of this reason share, worked out once; None where not all has room.

    It is kept: neither the reason nor the facts' words may be a patient's own.
    """
    theme = current()
    plan = _plain(width, reason, tuple(facts), theme.text_size)
    if plan is None or not _fits(name, plan.own[0].rect.width() - theme.px(16)):
        return None
    return plan


@lru_cache(maxsize=64)
def _plain(width: int, reason: str, facts: tuple[str, ...], _text_size: float) -> Plan | None:
    plan = plan_row(width, name="", reason=reason, facts=[(word, "") for word in facts])
    spots = [(one.rect.left(), one.line) for one in plan.own if one.line is not None]
    if len(spots) < len(plan.own):
        return None
    reach = plan.own[-1].rect.right()
    return replace(plan, shared=True, spots=tuple(spots), reach=reach)


def widest(name: str) -> int:
    """Where a name ends at the latest, on a line of its own."""
    theme = current()
    return theme.px(_SIDE) + len(name) * theme.px(_WIDEST_LETTER)


def _with_facts(plan: Plan, facts: Sequence[tuple[str, str]], room: int) -> Plan:
    theme = current()
    small, high = theme.font("small"), _line_height("small", "text", theme.text_size)
    side, gap = theme.px(_SIDE), theme.px(6)
    step = theme.px(_COLUMN)
    in_columns = room >= step * len(facts)
    own, steady, down = list(plan.own), list(plan.steady), plan.height
    flags = _ONE_LINE if in_columns else _MIDDLE
    for place, (word, value) in enumerate(facts):
        across = side + step * place if in_columns else side
        label = _advance(word)
        spot = QRect(across, down, label + 1, high)
        steady.append(Piece(word, spot, small, "text2", flags))
        left = across + label + gap
        wide = (step if in_columns else room) - label - gap
        spot = QRect(left, down, wide, high)
        line = _line("small", "text", theme.text_size, spot) if in_columns else None
        own.append(Piece(value, spot, small, "text", flags, line))
        if not in_columns or place == len(facts) - 1:
            down += high
    return Plan(plan.width, down + theme.px(9), tuple(own), tuple(steady), plan.chip)


def _fits(name: str, room: int) -> bool:
    """Whether a name has room on its line; only one that may not is measured."""
    if len(name) * current().px(_WIDEST_LETTER) <= room:
        return True
    return QFontMetrics(current().font("body", "strong")).horizontalAdvance(name) <= room


def _advance(text: str) -> int:
    return QFontMetrics(current().font("small")).horizontalAdvance(text)


def _line(scale: Scale, weight: Weight, text_size: float, spot: QRect) -> int:
    """Where the letters of one line stand in the middle of the height of a spot."""
    spare = spot.height() - _line_height(scale, weight, text_size)
    return spot.top() + spare // 2 + _ascent(scale, weight, text_size)


@lru_cache(maxsize=16)
def _ascent(scale: Scale, weight: Weight, _text_size: float) -> int:
    return QFontMetrics(current().font(scale, weight)).ascent()


@lru_cache(maxsize=16)
def _line_height(scale: Scale, weight: Weight, _text_size: float) -> int:
    return QFontMetrics(current().font(scale, weight)).height()
