"""Where a widget is read from right to left, its marks stand at the right, words beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.answers import AnswerList
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choices import RadioList, TickBox
from ui.widgets.inputs import Choice, DateEdit
from ui.widgets.long_tick import LongTick
from ui.widgets.search import SearchField
from ui.widgets.status import StatusBar
from ui.widgets.timeline import Event, Timeline

PARTS: dict[str, Callable[[], QWidget]] = {
    "radio": lambda: RadioList("Decision", [("a", "Free")]),
    "tick": lambda: TickBox("Relied on"),
    "long tick": lambda: LongTick("None other is claimed."),
    "answer": lambda: AnswerList("Where?", [("a", "Here")]),
    "card": lambda: Card(bar=True),
    "timeline": lambda: Timeline([Event("flag", "", "")]),
    "search": lambda: SearchField("Find"),
    "status": StatusBar,
}
_SIDE = 40  # pixels in which the mark stands; the words are further on


def _ink(image: QImage, left: int, right: int) -> int:
    """How many pixels of a strip are not of its ground."""
    found = Counter(
        image.pixelColor(x, y).rgba()
        for x in range(left, right)
        for y in range(4, image.height() - 4)
    )
    return found.total() - found.most_common(1)[0][1]


def _grab(qtbot: QtBot, make: Callable[[], QWidget], way: Qt.LayoutDirection) -> QImage:
    widget = make()
    widget.setLayoutDirection(way)
    widget.resize(400, 60)
    qtbot.addWidget(widget)
    theme.dress(widget)
    widget.show()
    widget.clearFocus()
    return widget.grab().toImage()


@pytest.mark.parametrize("name", PARTS)
def test_a_mark_stands_where_reading_begins(qtbot: QtBot, name: str) -> None:
    ways = Qt.LayoutDirection
    for way, first in ((ways.LeftToRight, True), (ways.RightToLeft, False)):
        image = _grab(qtbot, PARTS[name], way)
        wide = image.width()
        left, right = _ink(image, 3, _SIDE), _ink(image, wide - _SIDE, wide - 3)
        assert (left > right) is first, f"{left} at the left, {right} at the right"


def test_what_stands_at_the_end_of_a_field_stands_there_from_either_side(qtbot: QtBot) -> None:
    ways = Qt.LayoutDirection
    for make in (lambda: Choice([("a", "A")], placeholder=""), lambda: DateEdit(_today)):
        for way, last in ((ways.LeftToRight, True), (ways.RightToLeft, False)):
            image = _grab(qtbot, make, way)
            wide = image.width()
            left, right = _ink(image, 8, _SIDE), _ink(image, wide - _SIDE, wide - 8)
            assert (right > left) is last


def test_back_points_where_reading_comes_from(qtbot: QtBot) -> None:
    def pointing(way: Qt.LayoutDirection) -> QImage:
        return _grab(qtbot, lambda: Button("", icon="chevron-left"), way)

    ways = Qt.LayoutDirection
    before, after = pointing(ways.LeftToRight), pointing(ways.RightToLeft)
    assert before != after


def _today() -> date:
    raise AssertionError("nobody asks for the day")
