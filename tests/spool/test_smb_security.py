"""A server that offers less than encrypted SMB 3 is refused; whatever it says has a sentence."""

from __future__ import annotations

import struct
from threading import Thread

import pytest
from smbprotocol import Dialects
from smbprotocol.connection import Connection
from smbprotocol.exceptions import (
    SMBAuthenticationError,
    SMBConnectionClosed,
    SMBException,
    SMBResponseException,
)
from smbprotocol.header import SMB2HeaderResponse
from smbprotocol.session import Session
from smbprotocol.tree import TreeConnect

from app.spool.share import (
    ShareFault,
    ShareSignIn,
    ShareTimeout,
    ShareUnavailable,
    ShareUnprotected,
    open_share,
)
from app.spool.smb_faults import STATUSES, named
from app.spool.smb_line import SealedConnection
from tests import own_servers
from tests.spool.fault_proxy import Fault, FaultProxy, Way
from tests.spool.means import means
from tests.spool.refusals import every_act, told
from tests.spool.samba import USER, Samba, Starting


@pytest.mark.parametrize(
    "settings",
    [
        {"server min protocol": "SMB2_02", "server max protocol": "SMB2_10", "smb encrypt": "off"},
        {"smb encrypt": "off"},  # SMB 3 that will not encrypt
        {"map to guest": "bad user", "smb encrypt": "desired", "server signing": "auto"},
    ],
    ids=["SMB 2 alone", "no encryption", "a guest"],
)
def test_security_3_4_a_server_that_offers_less_is_refused_before_anything_is_sent(
    own: Starting, settings: dict[str, str]
) -> None:
    server = own(settings=settings)
    user = "who-is-this" if "map to guest" in settings else USER
    share = open_share(server.address("guests", user=user), means())
    for act in every_act(share):
        fault = told(act)
        assert type(fault) is ShareUnprotected
        assert "encryption and signing" in fault.message
    assert list(server.folder.iterdir()) == []


def test_security_3_4_our_own_server_refuses_clients_that_offer_less(samba: Samba) -> None:
    """What the fixture stands for: a server as IT should set it up."""
    connection = Connection(1, own_servers.HERE, samba.port, require_signing=True)
    try:
        with pytest.raises(SMBException):
            connection.connect(dialect=Dialects.SMB_2_1_0, timeout=20)
    finally:
        connection.disconnect(False)
    nobody = open_share(samba.address(user="anonymous"), means(password=""))
    assert type(told(nobody.list)) is ShareSignIn


def sign_in(samba: Samba, name: str) -> None:
    """As far as the library alone comes, without a password."""
    connection = Connection(2, own_servers.HERE, samba.port, require_signing=False)
    try:
        connection.connect(dialect=Dialects.SMB_3_1_1, timeout=20)
        session = Session(connection, name, "", require_encryption=False)
        session.connect()
        TreeConnect(session, rf"\\{own_servers.HERE}\finance").connect(False)
    finally:
        connection.disconnect(False)


@pytest.mark.parametrize("name", ["guest", "nobody"])
def test_security_3_4_our_own_server_lets_nobody_in_without_a_password(
    samba: Samba, name: str
) -> None:
    """Whoever has no password, though its account is on every machine; by the server's own word."""
    with pytest.raises(SMBResponseException) as refused:
        sign_in(samba, name)
    assert refused.value.status == 0xC000006D  # STATUS_LOGON_FAILURE


@pytest.mark.parametrize(("status", "fault"), STATUSES.items(), ids=map(hex, STATUSES))
def test_every_status_of_the_table_becomes_its_sentence(
    status: int, fault: type[ShareFault]
) -> None:
    header = SMB2HeaderResponse()
    header["status"] = status
    assert type(named(SMBResponseException(header))) is fault


@pytest.mark.parametrize(
    ("raised", "fault"),
    [
        (SMBException("anything"), ShareUnavailable),
        (SMBAuthenticationError("no mechanism"), ShareSignIn),
        (SMBConnectionClosed("gone"), ShareUnavailable),
        (ValueError("Failed to connect"), ShareUnavailable),
        (TimeoutError("recv"), ShareTimeout),
        (ConnectionResetError("peer"), ShareUnavailable),
        (KeyError(17), ShareUnavailable),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_whatever_else_the_library_raises_is_a_sentence(
    raised: Exception, fault: type[ShareFault]
) -> None:
    assert type(named(raised)) is fault


@pytest.mark.parametrize("sealed", [True, False], ids=["Recoup", "the library alone"])
def test_security_3_4_a_plain_answer_in_an_encrypted_session_is_not_believed(
    samba: Samba, monkeypatch: pytest.MonkeyPatch, sealed: bool
) -> None:
    """Somebody on the wire says, unencrypted, that a file is not there which is."""
    if not sealed:
        monkeypatch.delattr(SealedConnection, "verify_signature")
    (samba.folder / "A.csv").write_bytes(b"content")
    with FaultProxy(samba.port) as wire:
        share = open_share(samba.address(port=wire.port), means())
        assert share.exists("A.csv")
        sent = 6  # negotiate, two of the session, tree; create and close
        wire.break_after(Way.BACK, 0, Fault.STALL)
        heard: list[object] = []

        def ask() -> None:
            try:
                heard.append(share.exists("A.csv"))
            except ShareFault as fault:
                heard.append(type(fault))

        asking = Thread(target=ask)
        asking.start()
        wire.wait_until_broken()
        wire.say_to_clients(forged(message_id=sent, status=0xC0000034))
        asking.join(60)
        assert heard == [ShareUnavailable if sealed else False]


def forged(*, message_id: int, status: int) -> bytes:
    """An answer to CREATE as [MS-SMB2] 2.2.1.2 has it, with an error for a body."""
    create, from_server = 5, 1
    header = struct.pack(
        "<4sHHIHHIIQIIQ16s",
        b"\xfeSMB", 64, 1, status, create, 1, from_server, 0, message_id, 0, 0, 0, bytes(16),
    )  # fmt: skip
    body = struct.pack("<HBBIB", 9, 0, 0, 0, 0)
    return struct.pack(">I", len(header + body)) + header + body
