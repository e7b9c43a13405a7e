"""Rows as the text of PostgreSQL's COPY, a column at a time: half of what each cell would cost.

Its form is the server's own (PostgreSQL manual, COPY, text format): cells between tabs, rows
between line ends, `\\N` for what is absent, and a backslash before what would be one of these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import BigInteger, Column, Date, Integer, LargeBinary, Table, Text

_Written: TypeAlias = Callable[[Sequence[Any]], Iterable[str]]  # the cells of a column as text
_ABSENT = "\\N"
_ESCAPED = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_TABLE = str.maketrans(_ESCAPED)


def copy_text(table: Table, rows: Sequence[Sequence[Any]]) -> str:
    """Rows of a table of the ledger, their values in the order of its columns."""
    columns = zip(*rows, strict=True)
    written = [write(cells) for write, cells in zip(_writers(table), columns, strict=True)]
    return "\n".join((*map("\t".join, zip(*written, strict=True)), ""))


@cache
def _writers(table: Table) -> tuple[_Written, ...]:
    return tuple(map(_writer, table.c))


def _writer(column: Column[Any]) -> _Written:
    (write,) = (write for kinds, write in _WRITERS.items() if isinstance(column.type, kinds))
    return _or_absent(write) if column.nullable else write


def _texts(cells: Sequence[str]) -> Iterable[str]:
    together = "".join(cells)
    if any(odd in together for odd in _ESCAPED):
        return [each.translate(_TABLE) for each in cells]
    return cells


def _numbers(cells: Sequence[int]) -> Iterable[str]:
    return map(str, cells)


def _days(cells: Sequence[Any]) -> Iterable[str]:
    written = {day: day.isoformat() for day in set(cells)}
    return [written[day] for day in cells]


def _bytes(cells: Sequence[bytes]) -> Iterable[str]:
    return [f"\\\\x{each.hex()}" for each in cells]


def _or_absent(write: _Written) -> _Written:
    def written(cells: Sequence[Any]) -> Iterable[str]:
        there = iter(write([each for each in cells if each is not None]))
        return [_ABSENT if each is None else next(there) for each in cells]

    return written


_WRITERS: dict[type[Any] | tuple[type[Any], ...], _Written] = {
    Text: _texts,
    (Integer, BigInteger): _numbers,
    Date: _days,
    LargeBinary: _bytes,
}
