"""The rows of a subject as they stand in this machine's tables, read the way they travel."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from app.replica.record import Scalar, Values
from app.store.database import Database
from app.store.replicated_shape import Kind, Row, Table


@dataclass(frozen=True, slots=True)
class LocalRow:
    """A row with the key it has on this machine."""

    key: Scalar
    values: Values


Rows = Mapping[str, tuple[LocalRow, ...]]
"""The rows of one subject by table, each table's in order."""


def rows_of(db: Database, kind: Kind, about: str) -> Rows:
    """The rows of one subject."""
    return rows_of_each(db, kind, (about,))[about]


def rows_of_each(db: Database, kind: Kind, abouts: Sequence[str]) -> Mapping[str, Rows]:
    """The rows of some subjects, by subject; empty where one is not here."""
    nothing: Rows = {table.name: () for table in kind.tables}
    found = dict.fromkeys(abouts, nothing)
    if kind.tables and abouts:
        for about, *texts in db.each(_with_keys(kind), (json.dumps(abouts),)):
            found[about] = {
                table.name: _rows(text) if text else ()
                for table, text in zip(kind.tables, texts, strict=True)
            }
    return found


def _rows(text: str) -> tuple[LocalRow, ...]:
    return tuple(LocalRow(key, tuple(values)) for key, *values in json.loads(text))


def rows_as_json(
    db: Database, kind: Kind, table: Table, abouts: Sequence[str]
) -> Mapping[str, str]:
    """The rows of many subjects, for each a JSON list of lists, made by SQLite."""
    return dict(db.each(_without_key(kind, table), (json.dumps(abouts),)))


def cells_as_json(db: Database, kind: Kind, row: Row, abouts: Sequence[str]) -> Mapping[str, str]:
    """The own rows of many subjects, for each a JSON object of its columns."""
    return dict(db.each(_cells(kind, row), (json.dumps(abouts),)))


def cells_of(db: Database, kind: Kind, row: Row, about: str) -> dict[str, Scalar] | None:
    """The own row of one subject by column; None where it has none."""
    return cells_of_each(db, kind, row, (about,)).get(about)


def cells_of_each(
    db: Database,
    kind: Kind,
    row: Row,
    abouts: Sequence[str],
    names: tuple[str, ...] | None = None,
) -> Mapping[str, dict[str, Scalar]]:
    """The own rows of those of some subjects that have one, by column: all, or those of `names`."""
    wanted = row.names if names is None else names
    found = db.tuples(_columns(kind, row, wanted), (json.dumps(abouts),))
    return {about: dict(zip(wanted, cells, strict=True)) for about, *cells in found}


def keys_as_json(
    db: Database, kind: Kind, table: Table, abouts: Sequence[str]
) -> Mapping[str, str]:
    """The keys that the rows of many subjects have on this machine, in their order."""
    return dict(db.each(_keys(kind, table), (json.dumps(abouts),)))


@cache
def _with_keys(kind: Kind) -> str:
    lists = ", ".join(
        _list(table, f"json_array(t.{table.identity}, {_values(table)})") for table in kind.tables
    )
    return f"SELECT b.about, {lists} FROM ({kind.own}) b"


@cache
def _without_key(kind: Kind, table: Table) -> str:
    return _grouped(kind, table, f"json_array({_values(table)})")


@cache
def _keys(kind: Kind, table: Table) -> str:
    return _grouped(kind, table, f"json_quote(t.{table.identity})")


@cache
def _cells(kind: Kind, row: Row) -> str:
    pairs = ", ".join(f"'{name}', {_told(row, name)}" for name in row.names)
    return f"SELECT b.about, json_object({pairs}) {_own_row(kind, row)}"


@cache
def _columns(kind: Kind, row: Row, names: tuple[str, ...]) -> str:
    columns = ", ".join(("b.about", *(_told(row, name) for name in names)))
    return f"SELECT {columns} {_own_row(kind, row)}"


def _told(row: Row, name: str) -> str:
    return row.told_by.get(name, f"t.{name}")


def _own_row(kind: Kind, row: Row) -> str:
    return f"FROM ({kind.own}) b CROSS JOIN {row.name} t ON t.{row.key} = b.about"


def _grouped(kind: Kind, table: Table, each: str) -> str:
    return f"""
        SELECT about, found FROM (SELECT b.about, {_list(table, each)} AS found FROM ({kind.own}) b)
        WHERE found IS NOT NULL"""


def _list(table: Table, each: str) -> str:
    # Subject by subject, each by its index, whose order is the one asked for: nothing is sorted.
    return f"""(
        SELECT '[' || group_concat(one, ',') || ']' FROM (
            SELECT {each} AS one FROM {table.name} t WHERE {table.joined}
            ORDER BY t.{table.order}))"""


def _values(table: Table) -> str:
    return ", ".join(
        f"hex(t.{name})" if name in table.bytes_in else f"t.{name}" for name in table.names
    )
