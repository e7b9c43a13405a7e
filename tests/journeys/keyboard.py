"""One person at a keyboard in front of the real window: keys in, words on the screen out.

Keys go to the window as the system would send them, so that shortcuts, popups and the focus
decide where they end; nothing here touches a widget other than to read it. Places are known by
their accessible names, as a screen reader would say them.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QWidget,
)

from ui.cells import ROW_TEXT
from ui.main import Window
from ui.widgets.answers import AnswerRow

W = TypeVar("W", bound=QWidget)

KEY = Qt.Key
PLAIN = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
PATIENCE = 60.0  # seconds, only for what hangs
LETTER_PRESSED_MS = 130  # a button pressed by its letter goes down and up before it acts
_MOST_STOPS = 90

K = TypeVar("K", bound="Keyboard")


class Keyboard:
    """Presses keys, counts them, and waits until the window has nothing left to do."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.pressed = 0

    # Keys

    def press(self, *keys: Qt.Key | str) -> None:
        """Press keys, or type a text."""
        for key in keys:
            if isinstance(key, str):
                for letter in key:
                    self._send(ord(letter))
            else:
                self._send(key)
            self.settle()

    def alt(self, letter: str) -> None:
        """Press a letter with Alt, as underlined on the screen."""
        self._send(ord(letter), ALT)
        QTest.qWait(LETTER_PRESSED_MS)
        self.settle()

    def pick(self, letter: str) -> None:
        """Type the first letter of an entry in a list that has the focus.

        Letters typed within Qt's interval are read as one word, also from one patient to the next:
        faster than a person is, and what this waits out.
        """
        QTest.qWait(QApplication.keyboardInputInterval())
        self.press(letter)

    def ctrl(self, letter: str) -> None:
        """Press a key with Ctrl."""
        self._send(ord(letter), CTRL)
        self.settle()

    def tab_to(self, name: str) -> None:
        """Press Tab until what has the focus is called so; a place Tab never reaches fails."""
        passed = []
        for _ in range(_MOST_STOPS):
            passed.append(self.place())
            if self.place().startswith(name):
                return
            self._send(KEY.Key_Tab)
            QApplication.processEvents()
        raise AssertionError(
            f"Tab does not reach {name!r}; it passes {list(dict.fromkeys(passed))}"
        )

    def arrow_to(self, name: str) -> None:
        """Go down, then up, a list of choices to the one that is called so."""
        for arrow in (KEY.Key_Down, KEY.Key_Up):
            while not self.place().startswith(name):
                here = self.place()
                self.press(arrow)
                if self.place() == here:
                    break
            else:
                return
        raise AssertionError(f"the arrows do not reach {name!r}")

    def answer(self, words: str) -> None:
        """Press the number printed beside an answer."""
        rows = [row for row in self._shown(AnswerRow) if row.accessibleName() == words]
        assert rows, f"no answer {words!r} on the screen"
        self.press(str(rows[0].number))

    # Reading

    def place(self) -> str:
        """The accessible name of what has the focus, or nothing."""
        widget = QApplication.focusWidget()
        return widget.accessibleName() if widget is not None else ""

    def row(self) -> str:
        """What is read out of the current row of the list that has the focus."""
        table = QApplication.focusWidget()
        assert isinstance(table, QTableView)
        return _rows_of(table)[table.currentIndex().row()]

    def screen(self) -> str:
        """Every word a person could read now, names for screen readers included."""
        found = []
        for widget in self._shown(QWidget):
            found.append(widget.accessibleName())
            if isinstance(widget, QLabel | QLineEdit | QAbstractButton):
                found.append(widget.text())
            elif isinstance(widget, QPlainTextEdit):
                found.append(widget.toPlainText())
            elif isinstance(widget, QComboBox):
                found.append(widget.currentText())
            elif isinstance(widget, QTabBar):
                found += [widget.accessibleTabName(place) for place in range(widget.count())]
            elif isinstance(widget, QTableView):
                found += _rows_of(widget)
        return "\n".join(one for one in found if one.strip())

    def sees(self, *words: str) -> None:
        """Wait until these words stand on the screen."""
        for one in words:
            self.wait(partial(self._says, one), f"{one!r} on the screen")

    def everything(self) -> str:
        """Every word in the window's widgets, seen or not: what a lock must leave nothing of."""
        texts = []
        for widget in (self.window.shell, *self.window.shell.findChildren(QWidget)):
            texts.append(widget.accessibleName())
            if isinstance(widget, QLabel | QLineEdit | QAbstractButton):
                texts.append(widget.text())
        return "\n".join(texts)

    def wait(self, ready: Callable[[], bool], what: str) -> None:
        """Let the window work until something holds."""
        until = time.monotonic() + PATIENCE
        while not ready():
            assert time.monotonic() < until, f"waited in vain for {what}; it says: {self.screen()}"
            QTest.qWait(5)

    def settle(self) -> None:
        """Until both lanes are empty, what they bring back included."""
        for _ in range(4):
            back: list[None] = []
            for lane in (self.window.records, self.window.share):
                lane.run(_nothing, back.append)
            until = time.monotonic() + PATIENCE
            while len(back) < 2:
                assert time.monotonic() < until, "the lanes do not come to rest"
                QApplication.processEvents()
                time.sleep(0.0005)
            QApplication.processEvents()

    def _says(self, words: str) -> bool:
        return words in self.screen()

    def _send(self, key: Qt.Key | int, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        self.pressed += 1
        QTest.keyClick(self._handle(), key, modifiers)

    def _handle(self) -> QWindow:
        handle = self.window.shell.windowHandle()
        assert handle is not None
        return handle

    def _shown(self, kind: type[W]) -> list[W]:
        return [one for one in self.window.shell.findChildren(kind) if one.isVisible()]


def _rows_of(table: QTableView) -> list[str]:
    model = table.model()
    return [str(model.data(model.index(row, 0), ROW_TEXT)) for row in range(model.rowCount())]


def _nothing() -> None:
    """A job that only shows that those before it are done."""


def at_the_sign_in_page(one: K) -> K:
    """Somebody whose keys go to the window, which asks who they are."""
    one.window.shell.activateWindow()
    one.wait(one.window.shell.isActiveWindow, "the window")
    one.sees("Sign in")
    return one
