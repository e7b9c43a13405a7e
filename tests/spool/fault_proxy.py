"""A wire between client and server that breaks after any byte: a thread for each direction.

    with FaultProxy(server.port) as wire:
        wire.break_after(Way.THERE, 1_234, Fault.CUT)
        open_share(server.address(port=wire.port), ...)
        wire.heal()

Bytes are counted from the moment the fault is set, over all connections. CUT closes both ends
after the byte; STALL passes nothing on from that direction, and keeps everything open.
`slow_down` makes a slow line of it.
"""

from __future__ import annotations

import socket
from contextlib import ExitStack, suppress
from enum import StrEnum
from threading import Event, Lock, Thread
from typing import Self

from tests import own_servers

_BLOCK = 65_536


class Way(StrEnum):
    """Which bytes: those to the server, or those back."""

    THERE = "there"
    BACK = "back"


class Fault(StrEnum):
    """What happens."""

    CUT = "cut"
    STALL = "stall"


class FaultProxy:
    """The wire; use as a context manager."""

    def __init__(self, port: int) -> None:
        self._server_port = port
        self._stack = ExitStack()
        self._lock = Lock()
        self._open: set[socket.socket] = set()
        self._near: set[socket.socket] = set()
        self._ended = Event()
        self._healed = Event()
        self._healed.set()
        self._way, self._fault, self._left = Way.THERE, Fault.CUT, -1
        self.passed: list[tuple[Way, bytes]] = []  # what went through while `records`
        self.records = False
        self._broken = Event()
        self._rate = 0

    @property
    def broke(self) -> bool:
        """Whether the fault that was set has come."""
        return self._broken.is_set()

    @property
    def is_broken(self) -> bool:
        """Whether it has come, and the wire was not healed since."""
        return self.broke and not self._healed.is_set()

    @property
    def port(self) -> int:
        """Where clients connect."""
        port: int = self._listener.getsockname()[1]
        return port

    def break_after(self, way: Way, count: int, fault: Fault) -> None:
        """From now on let so many bytes through that way, then break."""
        with self._lock:
            self._way, self._fault, self._left = way, fault, count
            self._broken.clear()
            self._healed.clear()

    def heal(self) -> None:
        """Whole again, for new connections; those that stalled are cut, as in the end they are."""
        with self._lock:
            self._left = -1
            stalled = self.broke and self._fault is Fault.STALL
        self._healed.set()
        if stalled:
            self.cut()

    def slow_down(self, rate: int) -> None:
        """From now on carry so many bytes a second, each way."""
        self._rate = rate

    def wait_until_broken(self) -> None:
        """Until a byte has been held back or a connection cut."""
        assert self._broken.wait(60)

    def say_to_clients(self, data: bytes) -> None:
        """Put bytes of somebody else's on the wire, towards every client."""
        with self._lock:
            clients = tuple(self._near)
        for client in clients:
            client.sendall(data)

    def cut(self) -> None:
        """Cut what is open."""
        with self._lock:
            ends = tuple(self._open)
        for end in ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)  # before close, or the peer never hears of it

    def __enter__(self) -> Self:
        self._listener = self._stack.enter_context(own_servers.listening())
        Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._healed.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self.cut()
        self._stack.close()

    def _accept(self) -> None:
        while not self._ended.is_set():
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            try:
                far = socket.create_connection((own_servers.HERE, self._server_port))
            except OSError:
                near.close()
                continue
            with self._lock:
                self._open |= {near, far}
                self._near.add(near)
            ends = ["both", "one"]  # the direction that ends last closes both sockets
            for way, source, target in ((Way.THERE, near, far), (Way.BACK, far, near)):
                Thread(target=self._carry, args=(way, source, target, ends), daemon=True).start()

    def _carry(
        self, way: Way, source: socket.socket, target: socket.socket, ends: list[str]
    ) -> None:
        with suppress(OSError):
            while data := source.recv(_BLOCK):
                if self._rate:
                    self._ended.wait(len(data) / self._rate)
                whole, fault = self._share_of(way, data)
                target.sendall(whole)
                if fault is Fault.CUT:
                    break
                if fault is Fault.STALL:
                    self._healed.wait()
                    break
        for end in (target, source):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        with self._lock:
            ends.pop()
            if not ends:
                self._open -= {source, target}
                self._near -= {source, target}
                source.close()
                target.close()

    def _share_of(self, way: Way, data: bytes) -> tuple[bytes, Fault | None]:
        """How much of it passes, and what then happens."""
        with self._lock:
            if self.records:
                self.passed.append((way, data))
            if self._left < 0 or way is not self._way:
                return data, None
            if len(data) < self._left:
                self._left -= len(data)
                return data, None
            whole, self._left = data[: self._left], 0
            self._broken.set()
            return whole, self._fault
