"""Real processes, killed with SIGKILL at any chosen write, as often as a test likes.

    with Killer("tests.spool.steps") as killer:
        whole = killer.run("send", outbox, share)              # every point where it may die
        killer.run("send", outbox, share, at=3)                # dies before its third write

A point is a call that changes something outside the process: opening a file to write, writing
or sending (the kill leaves half the bytes), fsync, link, unlink, rename, replace, mkdir, and each
SQL statement that writes. `past_bytes` instead lets the kernel end the process (SIGXFSZ, nothing
is caught) when any file grows beyond that size: so a commit dies inside the database library.

A run that is `watching` a folder tells what a death at each point leaves in it. Where that is what
the point before leaves, byte for byte, the two deaths are one, and `deaths` names it once.

Steps are plain functions of text arguments in a module. A server process imports it once and
forks for each run, so that a death costs milliseconds; what a step reads and imports while it runs
is there for all later runs after a `warm` one. POSIX only, as is SIGKILL.
"""

from __future__ import annotations

import builtins
import gc
import importlib
import io
import json
import os
import resource
import signal
import socket
import subprocess
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from hashlib import blake2b
from pathlib import Path
from types import ModuleType
from typing import Any, Self, TypedDict

ROOT = Path(__file__).parents[2]
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_QUIET_SQL = ("SELECT", "PRAGMA", "EXPLAIN", "--")
_FAILED = "failed: "
_LEAVES = " leaves "


@dataclass(frozen=True, slots=True)
class Run:
    """How a run ended: by the kill or by itself, and the points it reached, the last one fatal."""

    killed: bool
    points: tuple[str, ...]
    left: tuple[str, ...] = ()  # at each point, a hash of the watched folder

    @property
    def deaths(self) -> tuple[int, ...]:
        """The points that leave something else than the point before."""
        pairs = zip(("", *self.left), self.left, strict=False)
        return tuple(at for at, (before, here) in enumerate(pairs, 1) if before != here)


class Death(TypedDict, total=False):
    """Where a run is to end, and what is watched until then, as `Killer.run` takes it."""

    at: int
    past_bytes: int
    watching: Path


class Killer:
    """The server of runs; use as a context manager."""

    def __init__(self, steps: str) -> None:
        self._server = subprocess.Popen(
            [sys.executable, "-m", "tests.spool.killer", steps],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(
        self,
        step: str,
        *arguments: object,
        at: int | None = None,
        past_bytes: int | None = None,
        watching: Path | None = None,
    ) -> Run:
        """Run one step in a process of its own, to the end or to the `at`-th point.

        Raises AssertionError with the child's traceback where the step itself fails.
        """
        watched = None if watching is None else str(watching)
        ended = self._ask(step, arguments, at=at, past_bytes=past_bytes, watching=watched)
        points: list[str] = ended["points"]
        if ended["signal"] not in (0, signal.SIGKILL, signal.SIGXFSZ) or ended["code"]:
            raise AssertionError(f"{step} failed by itself:\n" + "\n".join(points))
        told = [point.partition(_LEAVES) for point in points]
        left = tuple(hashed for *_, hashed in told) if watching else ()
        return Run(ended["signal"] != 0, tuple(label for label, *_ in told), left)

    def warm(self, step: str, *arguments: object) -> None:
        """Run one step in the server itself, from which all later runs are forked."""
        self._ask(step, arguments, warm=True)

    def _ask(self, step: str, arguments: tuple[object, ...], **how: object) -> dict[str, Any]:
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        order = {"step": step, "arguments": [str(each) for each in arguments]} | how
        self._server.stdin.write(json.dumps(order) + "\n")
        self._server.stdin.flush()
        ended: dict[str, Any] = json.loads(self._server.stdout.readline())
        return ended

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._server.stdin.close()
        self._server.wait(30)
        self._server.stdout.close()


class _Counter:
    """Counts points, tells each to the server, and dies at the chosen one."""

    def __init__(self, pipe: int, at: int | None, watching: str | None = None) -> None:
        self._write = os.write  # the true one, before it is counted
        self._pipe, self._at, self._count = pipe, at, 0
        self._watching = None if watching is None else Path(watching)

    def reach(self, label: str, last_act: Callable[[], object] | None = None) -> None:
        """Count one point; at the fatal one do `last_act` and be killed."""
        self._count += 1
        if self._watching is not None:
            label += _LEAVES + (f"torn {self._count}" if last_act else _hash_of(self._watching))
        self._write(self._pipe, (label + "\n").encode())
        if self._count == self._at:
            if last_act is not None:
                last_act()
            os.kill(os.getpid(), signal.SIGKILL)

    def install(self) -> None:
        """Put the counting in front of every call that writes."""
        for name in ("fsync", "link", "unlink", "rename", "replace", "mkdir", "rmdir", "truncate"):
            setattr(os, name, self._counted(name, getattr(os, name)))
        os.open = self._counted_open(os.open)
        for owner, name in ((os, "write"), (socket.socket, "send")):
            setattr(owner, name, self._counted_write(name, getattr(owner, name)))
        opening = self._counted_file(io.open)
        io.open = builtins.open = opening
        self._count_sql()

    def _counted(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(call)
        def counted(*arguments: Any, **named: Any) -> Any:
            self.reach(name)
            return call(*arguments, **named)

        return counted

    def _counted_open(self, call: Callable[..., int]) -> Any:
        @wraps(call)
        def counted(path: Any, flags: int, *more: Any, **named: Any) -> int:
            if flags & _WRITING:
                self.reach("open")
            return call(path, flags, *more, **named)

        return counted

    def _counted_write(self, name: str, call: Callable[[Any, Any], int]) -> Any:
        @wraps(call)
        def counted(handle: Any, data: Any) -> int:
            self.reach(name, lambda: call(handle, bytes(data)[: len(data) // 2]))
            return call(handle, data)

        return counted

    def _counted_file(self, call: Callable[..., Any]) -> Any:
        @wraps(call)
        def counted(file: Any, mode: str = "r", *more: Any, **named: Any) -> Any:
            if not set(mode) & set("wax+"):
                return call(file, mode, *more, **named)
            self.reach("open")
            opened = call(file, mode, *more, **named)
            write = opened.write

            def counted_write(data: Any) -> Any:
                def tear() -> None:
                    write(data[: len(data) // 2])
                    opened.flush()

                self.reach("write", tear)
                return write(data)

            opened.write = counted_write
            return opened

        return counted

    def _count_sql(self) -> None:
        from sqlcipher3 import dbapi2

        connect = dbapi2.connect

        def counted(*arguments: Any, **named: Any) -> Any:
            connection = connect(*arguments, **named)
            connection.set_trace_callback(self._reach_sql)
            return connection

        dbapi2.connect = counted

    def _reach_sql(self, statement: str) -> None:
        words = statement.upper().split()
        if words and not words[0].startswith(_QUIET_SQL):
            named = words[0] not in ("SAVEPOINT", "RELEASE", "ROLLBACK")  # theirs are random
            self.reach(" ".join(words[:3]) if named else words[0])


def _hash_of(folder: Path) -> str:
    """All that lies in a folder: names and bytes."""
    hashed = blake2b()
    for path in sorted(folder.rglob("*")):
        content = path.read_bytes() if path.is_file() else b""
        hashed.update(f"{path.relative_to(folder)} {len(content)}\n".encode() + content)
    return hashed.hexdigest()


def _serve(steps: ModuleType) -> None:
    for line in sys.stdin:
        order = json.loads(line)
        if order.get("warm"):
            getattr(steps, order["step"])(*order["arguments"])
            gc.freeze()  # a child that collects garbage would copy all of it
            print(json.dumps({}), flush=True)
            continue
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            _be_the_child(steps, order, writing)
        os.close(writing)
        with os.fdopen(reading, encoding="utf-8") as told:
            points = told.read().splitlines()
        _, status = os.waitpid(child, 0)
        killed = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else 0
        print(json.dumps({"signal": killed, "code": code, "points": points}), flush=True)


def _be_the_child(steps: ModuleType, order: dict[str, Any], pipe: int) -> None:
    if order["past_bytes"] is not None:
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["past_bytes"], resource.RLIM_INFINITY))
    counter = _Counter(pipe, order["at"], order["watching"])
    write, leave = os.write, os._exit
    try:
        counter.install()
        getattr(steps, order["step"])(*order["arguments"])
    except BaseException:
        write(pipe, (_FAILED + traceback.format_exc()).encode())
        leave(1)
    leave(0)


if __name__ == "__main__":
    _serve(importlib.import_module(sys.argv[1]))
