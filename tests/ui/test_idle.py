"""A desk nobody is at is locked; whoever is there stays (ux.md 7.11)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.idle import IdleWatch


@pytest.fixture
def watch() -> Iterator[IdleWatch]:
    one = IdleWatch(minutes=0.6 / 60)
    yield one
    one.stop()


def _shown(qtbot: QtBot) -> QWidget:
    window = QWidget()
    QLineEdit(window)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def test_ux_7_11_the_warning_comes_first_and_then_the_lock(qtbot: QtBot, watch: IdleWatch) -> None:
    _shown(qtbot)
    told: list[str] = []
    watch.soon.connect(lambda: told.append("soon"))
    watch.idle.connect(lambda: told.append("idle"))
    watch.start()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == ["soon", "idle"]


@pytest.mark.parametrize("sign", ["key", "click"])
def test_ux_7_11_any_key_or_click_extends_the_time(
    qtbot: QtBot, watch: IdleWatch, sign: str
) -> None:
    window = _shown(qtbot)
    watch.start()
    began = watch.restarts
    handle = window.windowHandle()
    if sign == "key":
        QTest.keyClick(handle, Qt.Key.Key_A)
    else:
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: watch.restarts > began)


def test_a_window_opened_later_is_watched_too(qtbot: QtBot, watch: IdleWatch) -> None:
    watch.start()
    later = _shown(qtbot)
    later.activateWindow()
    qtbot.waitUntil(later.isActiveWindow)
    began = watch.restarts
    QTest.keyClick(later.windowHandle(), Qt.Key.Key_A)
    qtbot.waitUntil(lambda: watch.restarts > began)


def test_nobody_is_watched_after_the_stop(qtbot: QtBot, watch: IdleWatch) -> None:
    window = _shown(qtbot)
    watch.start()
    watch.stop()
    began = watch.restarts
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    qtbot.wait(20)
    assert watch.restarts == began
