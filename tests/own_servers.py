"""Servers that tests start themselves: the one thing behind the shut door of the network.

port = own_servers.free_port()      # on this machine, and let through from now on
with own_servers.listening() as server: ...
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

HERE = "127.0.0.1"
_ports: set[int] = set()
_opening: list[None] = []


def is_ours(event: str, details: tuple[Any, ...]) -> bool:
    """Whether what a test tries goes to such a server, or opens one."""
    if event == "socket.getaddrinfo":
        return details[0] == HERE and details[1] in _ports
    if event in ("socket.connect", "socket.bind"):
        host, port = details[1][:2]
        return host == HERE and (port in _ports or (event == "socket.bind" and bool(_opening)))
    return False


@contextmanager
def listening() -> Iterator[socket.socket]:
    """A listening socket on a free port of this machine, which tests may reach."""
    _opening.append(None)
    try:
        server = socket.create_server((HERE, 0))
    finally:
        _opening.pop()
    port = server.getsockname()[1]
    _ports.add(port)
    with server:
        yield server
    _ports.discard(port)


def free_port() -> int:
    """A port that nobody listens on, for a server that wants to be told one."""
    with listening() as server:
        port: int = server.getsockname()[1]
    _ports.add(port)
    return port
