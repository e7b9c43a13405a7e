"""A ledger on a PostgreSQL server, or one that speaks its tongue, for many writers at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from contextvars import ContextVar
from functools import cache
from typing import Any, Literal

import psycopg
from psycopg import errors
from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.pool import NullPool

from app.core.errors import Known
from app.hub.address import ServerAddress
from app.hub.copying import Copying

_ANEW = (
    errors.SerializationFailure,  # 40001
    errors.DeadlockDetected,  # 40P01
    errors.LockNotAvailable,
)
_THERE = (errors.UniqueViolation, errors.DuplicateTable, errors.DuplicateObject)
_ALONE: Literal["AUTOCOMMIT"] = "AUTOCOMMIT"
_WAIT_SECONDS = 10
_ASKED: ContextVar[ServerAddress | None] = ContextVar("the ledger being opened", default=None)


class ServerEngine:
    """One connection. Turns are serialisable; what is asked between them sees what is committed."""

    def __init__(self, address: ServerAddress) -> None:
        """Connect; raises Known `ledger_unavailable`."""
        self._address = address
        self.connection: Connection = _connection(address)
        driver = self.connection.connection.driver_connection
        if not isinstance(driver, psycopg.Connection):
            raise TypeError("not a connection of psycopg")
        self._driver = driver
        self._copying = Copying(driver)
        event.listen(self.connection, "before_cursor_execute", lambda *_: self._copying.hear())

    def turn(self) -> AbstractContextManager[object]:
        """A serialisable transaction."""
        return self._begun("SERIALIZABLE")

    def act(self) -> AbstractContextManager[object]:
        """A transaction whose reads see one picture."""
        return self._begun("REPEATABLE READ")

    def ask(self) -> AbstractContextManager[object]:
        """No transaction: one way there and back."""
        return self.connection.begin()

    @contextmanager
    def _begun(self, isolation: Literal["SERIALIZABLE", "REPEATABLE READ"]) -> Iterator[None]:
        self.connection.execution_options(isolation_level=isolation)
        try:
            with self.connection.begin():
                try:
                    yield
                    self._copying.hear()
                except BaseException:
                    with suppress(psycopg.Error):  # what broke off is told, not what came of it
                        self._copying.hear()
                    raise
        finally:
            if not self._driver.closed:
                self.connection.execution_options(isolation_level=_ALONE)

    def add(self, table: Table, rows: Iterable[Sequence[Any]]) -> None:
        """Many new rows, their values in the order of the table's columns, by COPY.

        Within a transaction the server is left at work on the last of them.
        """
        self._copying.send(table, rows)
        if not self.connection.in_transaction():
            self._copying.hear()

    def explain(self, fault: Exception) -> Known | None:
        """The sentence for a failure of the server or the way to it."""
        if isinstance(fault, errors.DiskFull):
            return Known(
                "disk_full",
                f"The disk of {self._address} is full. Free some space and try again: "
                "what was saved before is safe.",
            )
        if isinstance(fault, errors.InsufficientPrivilege | errors.ReadOnlySqlTransaction):
            return Known(
                "ledger_denied",
                f"{self._address} does not let this user write. Ask IT for the right to.",
                "ledger",
            )
        if isinstance(fault, psycopg.OperationalError) and not isinstance(fault, _ANEW):
            return _unavailable(self._address, "The connection was lost.")
        return None

    def may_be_begun_anew(self, fault: Exception) -> bool:
        """Whether the server asks for just that."""
        return isinstance(fault, _ANEW)

    def was_there_already(self, fault: Exception) -> bool:
        """Whether another program made the same table or row at the same moment."""
        return self.may_be_begun_anew(fault) or isinstance(fault, _THERE)

    def check_integrity(self) -> tuple[str, ...]:
        """A server looks after its own pages (checksums, backups): nothing is read here."""
        return ()

    def close(self) -> None:
        """Let the connection go."""
        self.connection.close()


def _connection(address: ServerAddress) -> Connection:
    asked = _ASKED.set(address)
    try:
        return _tongue(address.host, address.port).connect()
    finally:
        _ASKED.reset(asked)


@cache
def _tongue(_host: str, _port: int) -> Engine:
    """One for a server as long as the program runs: each statement is put into words once.

    Its connections are to whichever ledger is being opened (`_ASKED`), so an engine of its own
    for each of a server's ledgers is not needed.
    """
    return create_engine(
        "postgresql+psycopg://", creator=_asked, poolclass=NullPool, isolation_level=_ALONE
    )


def _asked() -> psycopg.Connection[Any]:
    address = _ASKED.get()
    if address is None:  # a connection that was lost is not made anew behind a ledger's back
        raise psycopg.OperationalError("the connection was lost")
    return _connect(address)


def _connect(address: ServerAddress) -> psycopg.Connection[Any]:
    try:
        return psycopg.connect(
            user=address.user,
            host=address.host or None,
            port=address.port,
            dbname=address.database,
            # Off this machine only to a server that proves who it is.
            sslmode="prefer" if address.is_here else "verify-full",
            connect_timeout=_WAIT_SECONDS,
            application_name="recoup",
        )
    except psycopg.OperationalError as fault:
        said = str(fault).strip().splitlines()
        raise _unavailable(address, f"It says: {said[-1] if said else 'nothing'}.") from None


def _unavailable(address: ServerAddress, reason: str) -> Known:
    return Known(
        "ledger_unavailable",
        f"The ledger at {address} cannot be used. {reason} What was taken is safe; "
        "run the same command again when that is put right.",
        "ledger",
    )
