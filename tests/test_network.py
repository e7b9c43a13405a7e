"""Security item 4: no sockets. The shut door of conftest.py must itself hold."""

from __future__ import annotations

import socket

import pytest


def test_a_network_socket_is_refused_in_every_test(network_tries: list[str]) -> None:
    with socket.socket() as asking, pytest.raises(PermissionError):
        asking.connect(("127.0.0.1", 9))
    with pytest.raises(PermissionError):
        socket.getaddrinfo("example.org", 443)
    assert len(network_tries) == 2
    network_tries.clear()
