"""One encrypted, signed-in connection to one share of one server, made when it is first needed.

Imports the library, a sixth of a second: only `app.spool.smb_share` uses this.
"""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator
from contextlib import suppress

from smbprotocol.connection import Connection, SigningAlgorithms
from smbprotocol.exceptions import SMBAuthenticationError, SMBConnectionClosed, SMBException
from smbprotocol.session import Session
from smbprotocol.structure import Structure
from smbprotocol.tree import TreeConnect

from app.spool.faults import ShareUnprotected
from app.spool.pace import Pace
from app.spool.smb_address import SmbAddress
from app.spool.smb_faults import status_of

_CREDIT = 65_536  # bytes that one credit of the protocol pays for ([MS-SMB2] 3.2.4.1.5)

for _name in ("smbprotocol", "spnego"):  # a dead connection is told by our own sentence
    logging.getLogger(_name).addHandler(logging.NullHandler())
    logging.getLogger(_name).propagate = False


class SealedConnection(Connection):
    """A connection that believes no plain answer once the session is encrypted.

    The library decrypts what comes encrypted, and takes what does not as it is; the protocol
    wants it dropped ([MS-SMB2] 3.2.5.1.1). Only plain answers come by here.
    """

    def verify_signature(self, header: Structure, session_id: int, force: bool = False) -> None:
        """Raises SMBException for a plain answer in an encrypted session, or a bad signature."""
        session = self.session_table.get(session_id)
        if session is not None and session.encrypt_data and not force:
            raise SMBException("a plain answer in an encrypted session")
        super().verify_signature(header, session_id, force)


class SmbLine:
    """The connection; `cut` may be called from any thread, the rest from the share's own.

    `seconds` bounds how long connecting may take; `guids` gives each connection a number of its
    own, as the protocol wants.
    """

    def __init__(self, address: SmbAddress, *, seconds: float, guids: Iterator[int]) -> None:
        self._address, self._seconds, self._guids = address, seconds, guids
        self._connection: Connection | None = None
        self._tree: TreeConnect | None = None
        self._password = ""
        self.pace = Pace(seconds)

    def tree(self, password: str) -> TreeConnect:
        """The share, signed in to with this password; raises ShareUnprotected, or as the library.

        A connection made with another password is not used: a trial tries what it is given.
        """
        if self._tree is None or not self._is_alive() or password != self._password:
            self.close()
            self._tree = self._connect(password)
            self._password = password
        return self._tree

    def cut(self) -> None:
        """End the connection under whoever waits on it: the library then says that it is closed.

        The library's own `close` would wait for a lock that a stalled send holds.
        """
        connection = self._connection
        transport = None if connection is None else connection.transport
        wire = None if transport is None else transport._sock
        if wire is not None:
            with suppress(OSError):
                wire.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Let go of the connection without a word to the server, which may not be listening."""
        self.cut()
        connection, self._connection, self._tree = self._connection, None, None
        if connection is not None and connection.transport is not None:
            with suppress(Exception):  # however it ends, it has ended
                connection.disconnect(close=False)

    def ask(self, message: Structure, *, more: int = 0) -> Structure:
        """Send one message over the share and wait for the answer; raises as the library does.

        `more` is how many bytes are to come after it, so that the server grants credit for them.
        """
        if self._tree is None or self._connection is None:
            raise SMBConnectionClosed
        request = self._connection.send(
            message,
            sid=self._tree.session.session_id,
            tid=self._tree.tree_connect_id,
            credit_request=1 + max(0, more - 1) // _CREDIT,
        )
        return self._connection.receive(request)

    def bite(self, most: int, largest: int) -> int:
        """How many bytes of `most` the next message may carry, by pace and server's limits."""
        if self._connection is None:
            raise SMBConnectionClosed
        window = self._connection.sequence_window
        return max(
            1, min(most, self.pace.size, largest, (window["high"] - window["low"]) * _CREDIT)
        )

    def _is_alive(self) -> bool:
        transport = None if self._connection is None else self._connection.transport
        return transport is not None and transport.connected

    def _connect(self, password: str) -> TreeConnect:
        address = self._address
        self.pace = Pace(self._seconds)
        connection = self._connection = SealedConnection(
            next(self._guids), address.host, address.port, require_signing=True
        )
        # Without the signing of SMB 2 among those offered, the library offers SMB 3 alone.
        connection.connect(
            timeout=self._seconds,
            preferred_signing_algos=[SigningAlgorithms.AES_GMAC, SigningAlgorithms.AES_CMAC],
        )
        if not connection.supports_encryption:
            raise ShareUnprotected
        session = Session(connection, address.account, password, require_encryption=True)
        try:
            session.connect()
        except SMBException as refused:
            closed = isinstance(refused, SMBConnectionClosed | SMBAuthenticationError)
            if closed or status_of(refused) is not None:
                raise
            raise ShareUnprotected from refused  # let in as a guest, who has no keys
        tree = TreeConnect(session, address.unc)
        tree.connect(require_secure_negotiate=True)
        return tree
