"""A passport reader or barcode scanner at the desk: it types, and this hears that it does.

wedge = Wedge(shell)
wedge.passport.connect(desk_page.take_passport)      # the lines, as they came
wedge.offered = desk_page.take_number                # a wristband's number; True where taken

What is recognised fills nothing into the field that had the focus; what is not is typed there, with
no character lost. A person's typing is never held back: only from the fourth character within 35 ms
of each other, or a `<` within them, is anything kept.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from app.core.errors import BadInput
from app.core.nhs_number import NHSNumber
from ui.burst import LINE_ENDS, Burst, Reading, belongs
from ui.every_window import EveryWindow

_TEXT_KEYS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_SILENT = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SILENCE = 0.2  # seconds without a key, after which a burst is over; keys tell their own time
_NUMBER = 10  # digits of an NHS number, as a wristband's barcode has them
_MS = 1000


@dataclass(frozen=True, slots=True)
class _Before:
    """A field of text as it stood before a burst began."""

    field: QLineEdit | QPlainTextEdit
    text: str
    at: int

    def put_back(self) -> None:
        if isinstance(self.field, QLineEdit):
            completer = self.field.completer()
            matches = completer.popup() if completer is not None else None
            if matches is not None:
                matches.hide()  # the list that the first character opened
            self.field.setText(self.text)
            self.field.setCursorPosition(self.at)
            return
        self.field.setPlainText(self.text)
        cursor = self.field.textCursor()
        cursor.setPosition(self.at, QTextCursor.MoveMode.MoveAnchor)
        self.field.setTextCursor(cursor)


class Wedge(QObject):
    """Watches the keys of one window."""

    passport = Signal(str)

    def __init__(
        self, window: QWidget, *, clock: Callable[[QKeyEvent], float] | None = None
    ) -> None:
        super().__init__(window)
        self.clock = clock or _moment
        self.silence = SILENCE
        self._burst = Burst()
        self._keys: list[QKeyEvent] = []
        self._before: _Before | None = None
        self.offered: Callable[[str], bool] = lambda _number: False
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.timeout.connect(self._ended)
        self._windows = EveryWindow(self)
        self._windows.start()

    @property
    def is_listening(self) -> bool:
        """Whether a burst is coming in, held back or not."""
        return not self._burst.is_new

    def stop(self) -> None:
        """Hear nothing more; what was held back is let go."""
        self._windows.stop()
        self._silence.stop()
        self._burst.end()
        self._keys.clear()
        self._before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep back what a reader types."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWindow):  # then its widgets; an open list is a window too
            return False
        return event.key() not in _SILENT and self._take(event)

    def _take(self, event: QKeyEvent) -> bool:
        moment = self.clock(event)
        if not self._burst.goes_on_at(moment):
            self._ended()
        character = _character(event)
        if not character or not belongs(character, self._burst):
            self._ended()
            return False
        if self._burst.is_new:
            self._before = _before(QApplication.focusWidget())
        held = self._burst.take(character, moment, in_text=self._before is not None)
        if held:
            self._keys.append(event.clone())
        self._silence.start(round(self.silence * _MS))
        return held

    def _ended(self) -> None:
        """The burst is over: it was a reading, or it is typed after all."""
        self._silence.stop()
        if self._burst.is_new:
            return
        reading, keys, before = self._burst.end(), self._keys, self._before
        self._keys, self._before = [], None
        if _is_passport(reading):
            if before is not None:
                before.put_back()
            self.passport.emit(reading.text)
        elif (number := _number(reading)) and self.offered(number):
            if before is not None:
                before.put_back()
        else:
            _type(keys)


def _moment(event: QKeyEvent) -> float:
    """When the key was pressed, in seconds: a window that is busy for a while hears of it late."""
    stamped = event.timestamp()
    return stamped / _MS if stamped else time.monotonic()


def _character(event: QKeyEvent) -> str:
    """The one character a key types; empty for a key that types none."""
    if event.modifiers() & ~_TEXT_KEYS:
        return ""
    if event.key() in _ENTER:
        return "\n"
    text = event.text()
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        text = text.upper()  # a reader holds Shift for capitals, whatever Caps Lock says
    return text if len(text) == 1 else ""


def _before(focused: QWidget | None) -> _Before | None:
    if isinstance(focused, QLineEdit):
        return _Before(focused, focused.text(), focused.cursorPosition())
    if isinstance(focused, QPlainTextEdit):
        return _Before(focused, focused.toPlainText(), focused.textCursor().position())
    return None


def _is_passport(reading: Reading) -> bool:
    """Whether these are lines of a passport; only what was held back can be one."""
    from app.interop.mrz.lines import looks_like_lines  # not before the first scan

    return bool(reading.held) and looks_like_lines(reading.text)


def _number(reading: Reading) -> str:
    text = reading.text.strip(LINE_ENDS)
    if len(text) != _NUMBER:
        return ""
    try:
        return NHSNumber.parse(text).digits
    except BadInput:
        return ""


def _type(keys: list[QKeyEvent]) -> None:
    """Give the keys that were held back to whatever has the focus, in their order."""
    for key in keys:
        focused = QApplication.activePopupWidget() or QApplication.focusWidget()
        if focused is not None:
            QApplication.sendEvent(focused, key)
