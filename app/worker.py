"""A process that does long work, so that the interpreter of the window is never held by it.

    files = Worker("files")
    book = files.do(partial(read_price_file, raw), wanted=lambda: not cancelled)
    files.close()

The process begins with the first work and lives until the worker is closed, or the program ends.
With `prepare`, what it needs time for before its first work, work is done here until it is ready:
the records wait for their letters, and must not wait for a process to begin.
It knows no store, no key and no window: what it is given comes and goes through a pipe, so work and
result are functions and values that can be pickled. Records are written by whoever asked.
"""

from __future__ import annotations

import gc
import signal
import traceback
from collections.abc import Callable
from multiprocessing import get_context
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from app.core.aside import HERE, GoingOn, Stopped, Tell, Wanted
from app.core.errors import Known

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

T = TypeVar("T")
ASKED_EVERY = 0.05  # seconds between two looks whether the work is still wanted
LAST_WORD = 2.0  # seconds a process has to end by itself
_READY, _STEP, _DONE, _KNOWN, _FAULT = "ready", "step", "done", "known", "fault"


class WorkFault(Exception):
    """The work failed in a way nobody foresaw; the text is the trace of the other process."""


class Worker:
    """One process that does one thing after another, for one lane."""

    def __init__(self, name: str, prepare: Callable[[], object] | None = None) -> None:
        self._name, self._prepare = name, prepare
        self._is_ready = False
        self._turn = Lock()
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    def do(self, work: Callable[[], T], wanted: Wanted | None = None) -> T:
        """Do it over there; raises what it raises, Stopped, or Known `work_ended`."""
        if self._is_to_be_here():
            return HERE.do(work, wanted)
        return self._do(_Steady(work), _tell_nobody, wanted)

    def do_in_steps(
        self, work: Callable[[GoingOn], T], tell: Tell, wanted: Wanted | None = None
    ) -> T:
        """Do it over there and tell how far it is; raises as `do`."""
        if self._is_to_be_here():
            return HERE.do_in_steps(work, tell, wanted)
        return self._do(work, tell, wanted)

    def wait_until_ready(self) -> None:
        """Begin the process, and wait for it: for tests and measurements."""
        with self._turn:
            self._hear_ready(self._open(), None)

    def close(self) -> None:
        """End the process, once it has done what it does."""
        with self._turn:
            self._end()

    def _is_to_be_here(self) -> bool:
        """Whether the process still prepares; begins it."""
        if self._prepare is None:
            return False
        with self._turn:
            try:
                return not self._hear_ready(self._open(), 0)
            except (EOFError, OSError):  # it died as it began; another will be
                self._end(at_once=True)
                return True

    def _hear_ready(self, pipe: Connection, patience: float | None) -> bool:
        if not self._is_ready and pipe.poll(patience):
            self._is_ready = pipe.recv() == _READY
        return self._is_ready

    def _do(self, work: Callable[[GoingOn], T], tell: Tell, wanted: Wanted | None) -> T:
        with self._turn:
            pipe = self._open()
            try:
                self._hear_ready(pipe, None)
                pipe.send(work)
                result: T = self._result(pipe, tell, wanted)
                return result
            except (EOFError, OSError):
                self._end(at_once=True)
                raise Known(
                    "work_ended",
                    "This ended before it was done, and nothing of it was kept. Do it once more; "
                    "if it ends again, tell whoever looks after this computer.",
                ) from None

    def _result(self, pipe: Connection, tell: Tell, wanted: Wanted | None) -> Any:
        while True:
            while not pipe.poll(ASKED_EVERY):
                self._require(wanted)
            kind, *said = pipe.recv()
            match kind:
                case "step":
                    tell(*said)
                    self._require(wanted)
                case "done":
                    return said[0]
                case "known":
                    raise said[0]
                case _:
                    raise WorkFault(said[0])

    def _require(self, wanted: Wanted | None) -> None:
        if wanted is not None and not wanted():
            self._end(at_once=True)
            raise Stopped

    def _open(self) -> Connection:
        if self._pipe is not None and self._process is not None and self._process.is_alive():
            return self._pipe
        self._end(at_once=True)
        context = get_context("spawn")
        here, there = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(there, self._prepare), name=f"recoup {self._name}", daemon=True
        )
        self._process.start()
        there.close()
        self._pipe = here
        return here

    def _end(self, *, at_once: bool = False) -> None:
        process, self._process, self._is_ready = self._process, None, False
        pipe, self._pipe = self._pipe, None
        if pipe is not None:
            pipe.close()
        if process is None:
            return
        if not at_once:
            process.join(LAST_WORD)
        if process.is_alive():
            process.kill()
        process.join()
        process.close()


class _Steady(Generic[T]):
    """Work that does not say how far it is."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work

    def __call__(self, _: GoingOn) -> T:
        return self._work()


def _tell_nobody(_done: int, _of: int) -> None:
    """Nobody waits for how far it is."""


def _serve(pipe: Connection, prepare: Callable[[], object] | None) -> None:
    """The other process: does what comes until nobody is there any more."""
    gc.enable()  # the window's own start puts it off
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ends with the window, not before it
    if prepare is not None:
        prepare()
    pipe.send(_READY)
    while True:
        try:
            work = pipe.recv()
        except (EOFError, OSError):
            return
        except Exception:  # work that cannot be read here
            pipe.send((_FAULT, traceback.format_exc()))
            continue
        try:
            pipe.send(_done(pipe, work))
        except OSError:
            return
        except Exception:  # a result that no pipe takes
            pipe.send((_FAULT, traceback.format_exc()))


def _done(pipe: Connection, work: Callable[[GoingOn], object]) -> tuple[str, object]:
    def going_on(done: int, of: int) -> bool:
        pipe.send((_STEP, done, of))
        return True

    try:
        return _DONE, work(going_on)
    except Known as known:
        return _KNOWN, known
    except Exception:
        return _FAULT, traceback.format_exc()
