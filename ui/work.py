"""Slow work off the window's thread: lanes, each one thread with its own queue.

One lane owns the database, one talks to the share, one reads files and draws PDFs. Results come
back by signal, in the thread of the window; `Inline` does the same at once, for tests.

    records = Lane("records", faults=show_fault)
    records.run(lambda: desk.find(text), then=self._show_found, failed=self._say)
    records.close()

What is nearly always quick, such as the matches of a letter, may be asked for with `patience`: then
the window waits a moment for a lane at rest, and paints the result together with the letter. A slow
disk costs it that moment and no more.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot
from shiboken6 import isValid

from app.core.errors import Known
from ui.started import once_seen

if TYPE_CHECKING:
    from queue import SimpleQueue
    from threading import Thread

    from ui.turns import Turns

T = TypeVar("T")
Job = Callable[[], None]
Faults = Callable[[BaseException], None]


class Runner(Protocol):
    """Runs work and hands its result back; a Lane in the program, Inline in tests."""

    def run(
        self,
        function: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[Known], None] | None = None,
        *,
        patience: float = 0,
    ) -> None:
        """Run `function`; give its result to `then`, or a Known refusal to `failed`.

        A refusal nobody waits for, and every other exception, goes to the fault handler. For
        `patience` seconds the caller waits for what is quick; keep it under a frame (0.016).
        """


class _Race:
    """Who hands a result back: the window while it waits, or the lane by signal once it does not.

    Whoever takes the race first says so; the other sees it, and nothing is handed back twice.
    """

    def __init__(self) -> None:
        from threading import Lock  # there once a lane works, not before the first paint

        self._taken, self._done = Lock(), Lock()
        self._done.acquire()

    def finish(self) -> bool:
        """In the lane, once the work is done: whether the window still waits for it."""
        if not self._taken.acquire(blocking=False):
            return False
        self._done.release()
        return True

    def wait(self, seconds: float) -> bool:
        """In the window: whether the work was done in time, or at the very last moment."""
        if self._done.acquire(timeout=seconds):
            return True
        return not self._taken.acquire(blocking=False) and self._done.acquire()


class Lane(QObject):
    """A worker thread that does one thing after another, in the order asked.

    Make and close it in the window's thread. Closing finishes what was asked before, so nothing
    saved on screen is lost, and delivers nothing more. What is asked for before the first window
    was painted is begun then.

    The thread holds what it does by a number alone: whoever lets go of a piece of work last may
    destroy the widgets it speaks of, and that is for the window's thread to do.

    With `turns` each result is handed back in a turn of its own, whatever else came with it.
    """

    _finished = Signal(int)

    def __init__(
        self,
        name: str,
        faults: Faults,
        parent: QObject | None = None,
        *,
        turns: Turns | None = None,
    ) -> None:
        super().__init__(parent)
        self._faults, self._turns = faults, turns
        self._name, self._open = name, True
        self._asked: dict[int, tuple[Callable[[], Job], Job]] = {}
        self._numbers = count()
        self._races: dict[int, _Race] = {}
        self._jobs: SimpleQueue[int | None] | None = None
        self._thread: Thread | None = None
        self._finished.connect(self._hand_back)  # queued, for it comes from the lane's thread
        once_seen(self._begin, long=True)

    def run(
        self,
        function: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[Known], None] | None = None,
        *,
        patience: float = 0,
    ) -> None:
        """Queue the work; returns at once, unless a lane at rest is waited for with `patience`.

        Raises RuntimeError once the lane is closed.
        """
        if not self._open:
            raise RuntimeError(f"the lane {self._name} is closed")
        at_rest = self._jobs is not None and not self._asked
        race = _Race() if patience and at_rest else None
        number = self._ask(lambda: _outcome(function, then, failed, self._faults), race)
        if race is not None and race.wait(patience):
            self._deliver(number)

    def close(
        self, last: Callable[[], object] | None = None, *, patience: float | None = None
    ) -> None:
        """Finish the queue, run `last` in the lane (such as closing its file), end the thread.

        With `patience`, in seconds, a lane that waits for something dead is left to end with the
        program: never the one that owns the records.
        """
        if not self._open:
            return
        self._open = False
        if last is not None:
            self._ask(lambda: _outcome(last, None, None, self._faults))
        jobs, thread = self._begin()
        jobs.put(None)
        thread.join(patience)

    def _begin(self) -> tuple[SimpleQueue[int | None], Thread]:
        """Start the thread, with all that was asked so far, where it was not started yet."""
        if self._jobs is None or self._thread is None:
            from queue import SimpleQueue
            from threading import Thread

            jobs: SimpleQueue[int | None] = SimpleQueue()
            for number in self._asked:
                jobs.put(number)
            self._jobs = jobs
            self._thread = Thread(target=self._work, args=(jobs,), name=self._name, daemon=True)
            self._thread.start()
        return self._jobs, self._thread

    def _ask(self, work: Callable[[], Job], race: _Race | None = None) -> int:
        number = next(self._numbers)
        self._asked[number] = (work, _nothing)
        if race is not None:
            self._races[number] = race
        if self._jobs is not None:
            self._jobs.put(number)
        return number

    def _work(self, jobs: SimpleQueue[int | None]) -> None:
        while (number := jobs.get()) is not None:
            self._do(number)
            race = self._races.pop(number, None)
            if race is None or not race.finish():
                self._finished.emit(number)

    def _do(self, number: int) -> None:
        work, _ = self._asked[number]
        self._asked[number] = (work, work())

    @Slot(int)
    def _hand_back(self, number: int) -> None:
        if self._turns is None:
            self._deliver(number)
        else:
            self._turns.later(partial(self._deliver, number))

    def _deliver(self, number: int) -> None:
        _, delivery = self._asked.pop(number)
        if self._open:
            delivery()


class Inline:
    """Runs at once and hands back at once: a lane without a thread, for tests and scripts.

    A fault is raised where it happened unless a handler is given.
    """

    def __init__(self, faults: Faults | None = None) -> None:
        self._faults = faults or _raise

    def run(
        self,
        function: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[Known], None] | None = None,
        *,
        patience: float = 0,
    ) -> None:
        """Run now, however long that takes."""
        del patience
        _outcome(function, then, failed, self._faults)()

    def close(self, last: Callable[[], object] | None = None) -> None:
        """Run `last` now; nothing else waits."""
        if last is not None:
            last()


def _outcome(
    function: Callable[[], T],
    then: Callable[[T], None] | None,
    failed: Callable[[Known], None] | None,
    faults: Faults,
) -> Job:
    """Run the work here; what is left to do in the window's thread."""
    try:
        result = function()
    except Known as known:
        handler = failed or faults
        refusal = known
        return lambda: hand(handler, refusal)
    except BaseException as caught:  # a lane must outlive any fault
        fault = caught
        return lambda: faults(fault)
    if then is None:
        return _nothing
    return lambda: hand(then, result)


def hand(handler: Callable[[T], None], result: T) -> None:
    """Give a result to whom it was meant for, if they still live; a screen may have closed."""
    owner = getattr(handler, "__self__", None)
    if isinstance(owner, SignalInstance):
        with suppress(RuntimeError):  # its object is gone; what a slot raises never comes here
            handler(result)
    elif not isinstance(owner, QObject) or isValid(owner):
        handler(result)


def _nothing() -> None:
    """Nobody waits for this result."""


def _raise(fault: BaseException) -> None:
    raise fault
