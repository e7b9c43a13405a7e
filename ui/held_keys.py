"""Keys that are typed while the page they are meant for is on its way: held, and given to it then.

Whoever has pressed Enter on the sign-in page types on: a name to find, a number to look up. The
password is still being checked, or the first page still being made, and the fields that stand there
are not theirs.

    keys = HeldKeys()
    keys.hold()                     # Enter: what is typed from now on is for the next page
    keys.give()                     # it is there; or `keys.drop()`, where it will not come
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication

from ui.every_window import EveryWindow

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HeldKeys(QObject):
    """Of every window of the program, as they come to it: before any widget and any shortcut."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: list[QKeyEvent] = []
        self._windows = EveryWindow(self)

    def hold(self) -> None:
        """Let no key through from now on."""
        self._keys.clear()
        self._windows.start()

    def give(self) -> None:
        """Type what was held, each key as late as it was: a reader of passports is heard by that.

        It comes to the window as if it were typed now, so whoever listens there hears it too. A
        button that a letter with Alt presses goes down for a while before it is clicked; here it is
        clicked at once, for what was typed after it is meant for what it opens.
        """
        self._windows.stop()
        keys, self._keys = self._keys, []
        for key in keys:
            window = QGuiApplication.focusWindow()
            if window is not None and not _click_button(key):
                QCoreApplication.sendEvent(window, key)

    def drop(self) -> None:
        """Nothing comes that they were meant for."""
        self._windows.stop()
        self._keys.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold a key; Enter once more, or for long, asks for what was asked for already."""
        if not isinstance(watched, QWindow) or not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # nothing on the page that goes answers to it
        elif self._keys or (event.type() == QEvent.Type.KeyPress and event.key() not in _ENTER):
            self._keys.append(event.clone())
        return True


def _click_button(key: QKeyEvent) -> bool:
    """Click the one button in sight that a letter with Alt is for; False where there is none."""
    window = QApplication.activeWindow()
    is_press = key.type() is QEvent.Type.KeyPress and not key.isAutoRepeat()
    if window is None or not is_press or key.modifiers() != Qt.KeyboardModifier.AltModifier:
        return False
    keys = QKeySequence(key.keyCombination())
    meant = [
        one
        for one in window.findChildren(QAbstractButton)
        if one.shortcut() == keys and one.isVisible() and one.isEnabled()
    ]
    if len(meant) != 1:
        return False
    meant[0].click()
    return True
