"""Security item 4: no sockets. The shut door of conftest.py must itself hold."""

from __future__ import annotations

import socket

import pytest

from tests import own_servers


def test_a_network_socket_is_refused_in_every_test(network_tries: list[str]) -> None:
    with socket.socket() as asking, pytest.raises(PermissionError):
        asking.connect(("127.0.0.1", 9))
    with pytest.raises(PermissionError):
        socket.getaddrinfo("example.org", 443)
    assert len(network_tries) == 2
    network_tries.clear()


def test_only_a_server_that_a_test_started_on_this_machine_is_let_through(
    network_tries: list[str],
) -> None:
    with own_servers.listening() as server:
        port = server.getsockname()[1]
        with socket.create_connection((own_servers.HERE, port)):
            pass
        for address in (("127.0.0.2", port), ("203.0.113.1", port), (own_servers.HERE, 9)):
            with socket.socket() as asking, pytest.raises(PermissionError):
                asking.connect(address)
    with socket.socket() as asking, pytest.raises(PermissionError):
        asking.connect((own_servers.HERE, port))
    with socket.socket() as opening, pytest.raises(PermissionError):
        opening.bind((own_servers.HERE, 0))
    assert len(network_tries) == 5
    network_tries.clear()
