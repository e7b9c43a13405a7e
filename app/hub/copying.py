"""New rows sent to a server that is then left at work on them, while the next are judged.

A server takes a row in as it comes, and looks at the end of a COPY whether what the rows name is
there. Nothing need be waited for till then: what it says is heard before it is asked anything else,
and before the transaction is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice
from typing import Any

import psycopg
from psycopg import errors, generators, pq, sql
from psycopg.copy import LibpqWriter
from sqlalchemy import Table

from app.hub.copy_text import copy_text

_AT_ONCE = 750  # rows to a COPY: few enough that the server looks at some while others are made


@cache
def _copy(table: Table) -> bytes:
    names = sql.SQL(", ").join(sql.Identifier(column.name) for column in table.c)
    return sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), names).as_bytes()


class Copying:
    """The COPY of one connection, one after another."""

    def __init__(self, driver: psycopg.Connection[Any]) -> None:
        self._driver = driver
        self._unheard = False

    def send(self, table: Table, rows: Iterable[Sequence[Any]]) -> None:
        """Send rows, their values in the order of the table's columns; raises as `hear`."""
        left = iter(rows)
        while some := list(islice(left, _AT_ONCE)):
            text = copy_text(table, some)
            self.hear()
            with (
                self._driver.cursor() as cursor,
                cursor.copy(_copy(table), writer=_Unheard(cursor)) as copy,
            ):
                copy.write(text)
            self._unheard = True

    def hear(self) -> None:
        """Wait for what the server says of the rows sent last; raises psycopg.Error."""
        if not self._unheard:
            return
        self._unheard = False
        for said in self._driver.wait(generators.execute(self._driver.pgconn)):
            if said.status != pq.ExecStatus.COMMAND_OK:
                raise errors.error_from_result(said, self._driver.info.encoding)


class _Unheard(LibpqWriter):
    def finish(self, exc: BaseException | None = None) -> None:
        """Say that these were all; a COPY that broke off here is ended as ever."""
        if exc is not None:
            super().finish(exc)
            return
        self._pgconn.put_copy_end()
        self._pgconn.flush()
