"""One heavy thing a turn: what waits together is not done together."""

from __future__ import annotations

import time
from functools import partial

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.turns import Turns
from ui.work import Lane

pytestmark = pytest.mark.ui

HEAVY = 0.01  # seconds, more than a turn has room for


class Told(QWidget):
    """A window that says when it paints."""

    def __init__(self, told: list[str]) -> None:
        super().__init__()
        self._told = told

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._told.append("painted")


def heavy(told: list[str], word: str) -> None:
    """Take longer than a turn has room for, and say so."""
    time.sleep(HEAVY)
    told.append(word)


def test_a_timer_comes_between_two_heavy_things(qtbot: QtBot) -> None:
    turns, told = Turns(), list[str]()
    timer = QTimer()
    timer.timeout.connect(lambda: told.append("between"))
    timer.start(1)
    turns.later(lambda: heavy(told, "first"))
    turns.later(lambda: heavy(told, "second"))
    qtbot.waitUntil(lambda: "second" in told)
    assert "between" in told[told.index("first") : told.index("second")]


def test_what_is_small_goes_together(qtbot: QtBot) -> None:
    turns, told = Turns(), list[int]()
    for number in range(100):
        turns.later(partial(told.append, number))
    qtbot.waitUntil(lambda: len(told) == 100)
    assert told == list(range(100))


def test_a_window_is_painted_after_what_waits_already(qtbot: QtBot) -> None:
    turns, told = Turns(), list[str]()
    window = Told(told)
    qtbot.addWidget(window)
    turns.paint_apart(window)
    window.show()
    qtbot.waitUntil(lambda: bool(told))
    told.clear()

    def first() -> None:
        heavy(told, "first")
        window.update()

    turns.later(first)
    turns.later(lambda: heavy(told, "second"))
    qtbot.waitUntil(lambda: "painted" in told)
    assert told == ["first", "second", "painted"]


def test_a_window_at_rest_is_painted_at_once(qtbot: QtBot) -> None:
    turns, told = Turns(), list[str]()
    window = Told(told)
    qtbot.addWidget(window)
    turns.paint_apart(window)
    window.show()
    qtbot.waitUntil(lambda: bool(told))
    told.clear()
    window.repaint()
    assert told == ["painted"]


def test_a_window_that_is_gone_is_painted_no_more(qtbot: QtBot) -> None:
    turns, told = Turns(), list[str]()
    window = Told(told)
    turns.paint_apart(window)
    window.show()
    qtbot.waitUntil(lambda: bool(told))

    def last() -> None:
        time.sleep(HEAVY)
        window.update()
        turns.later(window.deleteLater)

    turns.later(last)
    qtbot.wait(50)
    turns.later(lambda: told.append("goes on"))
    qtbot.waitUntil(lambda: told[-1] == "goes on")


def test_a_thing_that_fails_holds_up_none_after_it(qtbot: QtBot) -> None:
    turns, told = Turns(), list[str]()

    def fail() -> None:
        raise ZeroDivisionError("ours")

    with qtbot.capture_exceptions() as caught:
        turns.later(fail)
        turns.later(lambda: told.append("next"))
        qtbot.waitUntil(lambda: bool(told))
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_results_of_a_lane_come_in_their_order(qtbot: QtBot) -> None:
    faults, told = list[BaseException](), list[int]()
    lane = Lane("records", faults.append, turns=Turns())
    for number in range(5):
        lane.run(partial(int, number), told.append)
    qtbot.waitUntil(lambda: len(told) == 5)
    lane.close()
    assert told == list(range(5))
    assert not faults
