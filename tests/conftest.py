"""Every test runs with the network shut: Recoup has no business on one (security item 4)."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from typing import Any

import pytest

_REACHING_OUT = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})
_NAMES = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})
_tried: list[str] = []


def _shut(event: str, details: tuple[Any, ...]) -> None:
    """Refuse at the interpreter itself, whichever library asks; local sockets are no network."""
    if event in _NAMES or (event in _REACHING_OUT and details[0].family != socket.AF_UNIX):
        _tried.append(f"{event} {details[1:]}")
        raise PermissionError(f"a test tried the network: {_tried[-1]}")


sys.addaudithook(_shut)


@pytest.fixture(autouse=True)
def network_tries() -> Iterator[list[str]]:
    """What tried the network during a test; it fails even where the refusal was swallowed."""
    _tried.clear()
    yield _tried
    assert _tried == [], "Recoup opens no network socket"
