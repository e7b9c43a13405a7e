"""Nobody waits longer for a share than its calls make progress.

A disk or server that hangs may hold the thread that asked it for ever, and nothing can end that
thread. So a share's calls run in one thread of their own, which is left behind when it stands
still; the next call is answered at once for as long as it does.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition, Lock, Thread
from typing import Generic, TypeVar

from app.spool.faults import ShareTimeout

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
_TO_UNWIND = 1.0  # seconds that an interrupted call gets to end in an orderly way


class Abandoned(Exception):
    """Raised inside a call that nobody waits for any more, so that it ends."""


class _Call(Generic[T_co]):
    """One call: its work, then its result or what it raised."""

    def __init__(self, work: Callable[[], T_co]) -> None:
        self._work = work
        self._result: list[T_co] = []
        self._raised: BaseException | None = None
        self.done = self.late = False

    def go(self) -> None:
        try:
            self._result.append(self._work())
        except BaseException as raised:  # handed to whoever waits
            self._raised = raised

    def outcome(self) -> T_co:
        raised, self._raised = self._raised, None
        if raised is None:
            return self._result[0]
        try:
            raise raised
        finally:
            del raised  # or it would hold itself in memory through its own traceback


class Attendant:
    """Does one share's calls, one at a time, in a thread that ends when nothing is asked.

    `seconds`: how long a call may stand still. `interrupt` is called from outside on a call that
    does, and may be what frees it; `at_rest` is called after `idle` seconds without a call.
    """

    def __init__(
        self,
        seconds: float,
        *,
        idle: float,
        interrupt: Callable[[], None] | None = None,
        at_rest: Callable[[], None] = lambda: None,
    ) -> None:
        self._seconds, self._idle = seconds, idle
        self._interrupt, self._at_rest = interrupt, at_rest
        self._turn = Lock()
        self._moved = Condition()
        self._thread: Thread | None = None
        self._call: _Call[object] | None = None

    def do(self, work: Callable[[], T]) -> T:
        """The work's result, or what it raises; ShareTimeout once it stands still for too long.

        Where an earlier call still hangs, ShareTimeout at once.
        """
        call = _Call(work)
        with self._turn:
            self._hand_over(call)
            try:
                self._await(call)
            finally:
                if not call.done:
                    self._leave_behind(call)
        if call.late:
            raise ShareTimeout
        return call.outcome()

    def progress(self) -> None:
        """Called by the work: the deadline begins anew; raises Abandoned when nobody waits."""
        with self._moved:
            if self._call is not None and self._call.late:
                raise Abandoned
            self._moved.notify_all()

    def _hand_over(self, call: _Call[T]) -> None:
        with self._moved:
            if self._call is not None:
                raise ShareTimeout
            self._call = call
            if self._thread is None:
                self._thread = Thread(target=self._serve, name="share", daemon=True)
                self._thread.start()
            self._moved.notify_all()

    def _await(self, call: _Call[T]) -> None:
        with self._moved:
            while not call.done:
                if not self._moved.wait(self._seconds) and not call.done:
                    return

    def _leave_behind(self, call: _Call[T]) -> None:
        with self._moved:
            call.late = True
        if self._interrupt is not None:
            self._interrupt()
            with self._moved:
                self._moved.wait_for(lambda: call.done, _TO_UNWIND)

    def _serve(self) -> None:
        while (call := self._next()) is not None:
            call.go()
            with self._moved:
                self._call = None
                call.done = True
                self._moved.notify_all()
            del call  # what it holds is not kept alive by a thread at rest

    def _next(self) -> _Call[object] | None:
        with self._moved:
            if self._moved.wait_for(lambda: self._call is not None, self._idle):
                return self._call
            self._thread = None
            self._at_rest()
            return None
