"""A person's hands: keys to whatever has the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

PLAIN = Qt.KeyboardModifier.NoModifier


def opened(qtbot: QtBot, window: QWidget) -> None:
    """Show a window and wait until it is the active one."""
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def focused() -> QWidget:
    """The widget with the focus; a test that finds none is wrong."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(
    key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN, *, on: QWidget | None = None
) -> None:
    """Press a key."""
    QTest.keyClick(on or focused(), key, modifiers)


def press_letter(key: Qt.Key, *, on: QWidget | None = None) -> None:
    """Press a letter with Alt; a button goes down and up before it is clicked, and is waited for.

    However busy the machine is, the wait ends with the click; where no button is meant, at once.
    """
    press(key, Qt.KeyboardModifier.AltModifier, on=on)
    down = [one for one in QApplication.allWidgets() if _is_down(one)]
    while any(_is_down(one) for one in down):
        QTest.qWait(5)


def _is_down(widget: QWidget) -> bool:
    return isValid(widget) and isinstance(widget, QAbstractButton) and widget.isDown()


def write(words: str, *, on: QWidget | None = None) -> None:
    """Type words."""
    QTest.keyClicks(on or focused(), words)


def click(widget: QWidget) -> None:
    """Click in the middle."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
