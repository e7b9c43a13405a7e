"""The moment the first window can be seen and typed in: heavy work waits for it.

`recoup-desk --check` leaves at that moment: whoever installs Recoup learns from the exit code
whether this machine can show the window, and the start-up benchmark learns when it did.

    await_first_paint()                              # the program, before it makes its window
    once_seen(self._take_the_pointer)                # a widget: what nobody sees waits as well
    once_seen(self._begin, long=True)                # a lane: after all of those

What is not seen but felt is done first, at one go; what takes long one thing a turn of the loop,
so that keys come in between.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LONGEST_UNSEEN = 1000  # ms that heavy work waits for a window, seen or not


class _Waiting:
    """What waits for the first paint of this program; nothing does where none is awaited."""

    def __init__(self) -> None:
        self.awaited = False
        self.short: deque[Callable[[], object]] = deque()
        self.long: deque[Callable[[], object]] = deque()


_waiting = _Waiting()


def await_first_paint() -> None:
    """From now on what is given to `once_seen` waits, until a `FirstPaint` tells."""
    _waiting.awaited = True


def once_seen(thing: Callable[[], object], *, long: bool = False) -> None:
    """Do a thing once the first window was painted; at once where nobody waits for that."""
    if not _waiting.awaited:
        thing()
    elif long:
        _waiting.long.append(thing)
    else:
        _waiting.short.append(thing)


class FirstPaint(QObject):
    """Tells once that a window was painted and the loop has turned: keys are taken in by then."""

    seen = Signal()

    def __init__(self, window: QObject, painted: SignalInstance) -> None:
        super().__init__(window)
        self._painted = painted
        self._told = False
        painted.connect(self._wait_a_turn)
        QTimer.singleShot(_LONGEST_UNSEEN, self, self._tell)

    def _wait_a_turn(self) -> None:
        self._painted.disconnect(self._wait_a_turn)
        QTimer.singleShot(0, self, self._tell)

    def stop(self) -> None:
        """The window closes: what waits for its paint is not wanted any more."""
        self._told = True

    def _tell(self) -> None:
        if not self._told:
            self._told = True
            self.seen.emit()
            self._do_what_waited()

    def _do_what_waited(self) -> None:
        if _waiting.short or _waiting.long:
            QTimer.singleShot(0, self, self._do_what_waited)
            while _waiting.short:
                _waiting.short.popleft()()
            if _waiting.long:
                _waiting.long.popleft()()
        else:
            _waiting.awaited = False


def say_and_close(window: QWidget) -> None:
    """Write `shown WIDTH HEIGHT` to standard output and close the window."""
    if sys.stdout is not None:  # a windowed program on Windows has none
        print("shown", window.width(), window.height(), flush=True)
    window.close()
