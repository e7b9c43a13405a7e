"""A ledger in one encrypted file: SQLAlchemy over the keyed connection that the store opens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, Table, create_engine, event
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from app.core.errors import Known
from app.hub.engine import add_by_statement
from app.store import failures
from app.store.database import Database


class FileEngine:
    """The file while it is open; no other program has it meanwhile."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._engine = create_engine(
            "sqlite://",
            module=dbapi2,
            creator=lambda: database.tools.conn,
            poolclass=StaticPool,
        )
        # The driver leaves beginning to us; immediate, so that no read is overtaken by a writer.
        event.listen(self._engine, "begin", _begin)
        self.connection = self._engine.connect()

    def turn(self) -> AbstractContextManager[object]:
        """A transaction; nobody else has the file."""
        return self.connection.begin()

    act = ask = turn

    def add(self, table: Table, rows: Iterable[Sequence[Any]]) -> None:
        """Many new rows, their values in the order of the table's columns."""
        add_by_statement(self.connection, table, rows)

    def explain(self, fault: Exception) -> Known | None:
        """The sentence for a failure of the file itself."""
        return failures.explain(fault, self._database.path)

    def may_be_begun_anew(self, _: Exception) -> bool:
        """Never: nobody else writes."""
        return False

    def check_integrity(self) -> tuple[str, ...]:
        """Read every page; an empty answer means sound."""
        return self._database.check_integrity()

    def close(self) -> None:
        """The log is folded into the file, and the folder is free for another."""
        self.connection.close()
        self._database.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
