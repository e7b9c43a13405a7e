"""Where a ledger is kept: what an encrypted file and a server have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol

from sqlalchemy import Connection, Table, insert
from sqlalchemy.exc import DBAPIError

from app.core.errors import Known


class Engine(Protocol):
    """One open connection to a ledger's tables, for the thread that opened it."""

    @property
    def connection(self) -> Connection:
        """Where statements go."""

    def turn(self) -> AbstractContextManager[object]:
        """A transaction for one act of one trust, as strict as the engine has it."""

    def act(self) -> AbstractContextManager[object]:
        """A transaction of any other kind; several reads in it see one picture."""

    def ask(self) -> AbstractContextManager[object]:
        """Around one read by itself: what is committed by now."""

    def add(self, table: Table, rows: Iterable[Sequence[Any]]) -> None:
        """Many new rows, their values in the order of the table's columns.

        Within a transaction a refusal may be raised later: by what is done next, or at its end.
        """

    def explain(self, fault: Exception, /) -> Known | None:
        """The sentence for a failure of the place itself; None for a fault of the program."""

    def may_be_begun_anew(self, fault: Exception, /) -> bool:
        """Whether the act only could not stand beside another that ran at the same time."""

    def check_integrity(self) -> tuple[str, ...]:
        """Read everything; an empty answer means sound."""

    def close(self) -> None:
        """Finish."""


def atomic(engine: Engine) -> AbstractContextManager[None]:
    """All of the block is kept, or none of it. Within another it is a part of that.

    Raises Known for failures of the place itself.
    """
    return _told(engine, engine.act)


def asking(engine: Engine) -> AbstractContextManager[None]:
    """Around one read. Raises Known for failures of the place itself."""
    return _told(engine, engine.ask)


@contextmanager
def _told(engine: Engine, begin: Callable[[], AbstractContextManager[object]]) -> Iterator[None]:
    if engine.connection.in_transaction():
        yield
        return
    try:
        with begin():
            yield
    except Exception as fault:
        known = engine.explain(cause(fault))
        if known is None:
            raise
        raise known from fault


def cause(fault: Exception) -> Exception:
    """The driver's own failure, where SQLAlchemy wrapped one."""
    if isinstance(fault, DBAPIError) and isinstance(fault.orig, Exception):
        return fault.orig
    return fault


def add_by_statement(connection: Connection, table: Table, rows: Iterable[Sequence[Any]]) -> None:
    """New rows by one statement, run for each."""
    names = [column.name for column in table.c]
    connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])
