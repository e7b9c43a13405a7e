"""Locking a desk nobody is at: warns a minute ahead, any key or click extends."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from ui.every_window import EveryWindow

WARNING_SECONDS = 60
_SIGNS_OF_LIFE = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)


class IdleWatch(QObject):
    """Watches the whole program's input while somebody is signed in.

    `soon(int)` says in how many seconds the desk locks, `stayed` that somebody has been told and is
    there after all, `idle` that the time is over.
    """

    soon = Signal(int)
    stayed = Signal()
    idle = Signal()

    def __init__(self, parent: QObject | None = None, *, minutes: float = 5) -> None:
        super().__init__(parent)
        self._windows = EveryWindow(self)
        self._warn, self._lock = QTimer(self), QTimer(self)
        for timer in (self._warn, self._lock):
            timer.setSingleShot(True)
        self._watching = self._warned = False
        self._usual = minutes
        self.restarts = 0  # how often somebody gave a sign of life
        self.set_minutes(minutes)
        self._warn.timeout.connect(self._tell)
        self._lock.timeout.connect(self.idle)

    def set_minutes(self, minutes: float) -> None:
        """Another time until the desk locks; the warning never comes later than half of it."""
        whole = int(minutes * 60_000)
        self._warn.setInterval(max(whole - WARNING_SECONDS * 1000, whole // 2))
        self._lock.setInterval(whole)
        if self._watching:
            self._again()

    def warns_after(self) -> float:
        """Seconds of nothing after which the warning comes."""
        return self._warn.interval() / 1000

    def locks_after(self) -> float:
        """Seconds of nothing after which the desk locks."""
        return self._lock.interval() / 1000

    def start(self) -> None:
        """Somebody sat down."""
        self._windows.start()
        self._watching = True
        self._again()

    def stop(self) -> None:
        """Nobody is there to watch."""
        self._windows.stop()
        self._watching = self._warned = False
        self._warn.stop()
        self._lock.stop()
        self.set_minutes(self._usual)  # the time of whoever left is not that of who comes

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A sign of life starts the time again; nothing is kept from anybody."""
        if event.type() in _SIGNS_OF_LIFE:
            self._again()
        return False

    def _tell(self) -> None:
        self._warned = True
        self.soon.emit(round(self.locks_after() - self.warns_after()))

    def _again(self) -> None:
        self.restarts += 1
        if self._warned:
            self._warned = False
            self.stayed.emit()
        self._warn.start()
        self._lock.start()
