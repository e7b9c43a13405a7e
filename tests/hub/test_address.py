"""A ledger's address: no password in it, and nothing unproved beyond this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.errors import BadInput, Known
from app.core.trust import Mode
from app.hub.address import ServerAddress, read_address
from app.hub.opening import open_ledger
from app.machine import SeededIds
from tests.hub.postgres import Server
from tests.spool.made import clock


def refusal(url: str) -> Known:
    with pytest.raises(Known) as refused:
        open_ledger(url, mode=Mode.TEST, ids=SeededIds(7, clock()), clock=clock()).close()
    return refused.value


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("sqlite:///here.db", Path("here.db")),
        ("sqlite:////srv/here.db", Path("/srv/here.db")),
        ("/srv/here.db", Path("/srv/here.db")),
        ("postgresql://fin@db.nhs.uk/hub", ServerAddress("fin", "db.nhs.uk", 5432, "hub")),
        ("postgresql://fin@[::1]:6000/hub", ServerAddress("fin", "::1", 6000, "hub")),
        ("postgresql://a%40b@h:1/hub", ServerAddress("a@b", "h", 1, "hub")),
    ],
)
def test_an_address_is_read(url: str, read: object) -> None:
    assert read_address(url) == read


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://fin:secret@host/hub",
        "postgresql://host/hub",
        "postgresql://fin@host",
        "postgresql://fin@host:x/hub",
        "postgresql://fin@host/hub?sslmode=disable",
        "postgresql://fin@host/hub/more",
        "oracle://fin:secret@host/hub",
    ],
)
def test_another_address_is_refused_and_a_password_never_said_again(url: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_address(url)
    assert refused.value.code == "bad_ledger"
    assert "secret" not in refused.value.message


@pytest.mark.parametrize(
    ("host", "here"),
    [("", True), ("localhost", True), ("127.0.0.1", True), ("::1", True), ("10.0.0.1", False)],
)
def test_only_this_machine_is_here(host: str, here: bool) -> None:
    assert ServerAddress("fin", host, 5432, "hub").is_here is here


def test_a_server_beyond_this_machine_must_prove_itself(postgres: Server) -> None:
    # The same server by an address that is not one of this machine's own; it has no certificate.
    refused = refusal(postgres.new_database().replace("127.0.0.1", "0.0.0.0"))
    assert refused.code == "ledger_unavailable"
    assert "SSL" in refused.message


def test_a_server_that_is_not_there_is_one_sentence(postgres: Server) -> None:
    assert refusal(postgres.url("nowhere")).code == "ledger_unavailable"
    assert refusal("postgresql://fin@127.0.0.1:1/hub").code == "ledger_unavailable"
