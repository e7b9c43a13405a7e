"""`column is one of these`, for thousands of texts in one parameter, on either engine."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import Boolean, Column, Text, and_, bindparam
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql import ColumnElement
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator

_SERVER = "postgresql"
_BETWEEN = "\x1f"


def askable(keys: Collection[str]) -> list[str]:
    """Those that can be one of many; one that cannot is no name of anything on a ledger."""
    together = _BETWEEN.join(keys)
    if "\0" not in together and together.count(_BETWEEN) < max(len(keys), 1):
        return list(keys)
    return [key for key in keys if "\0" not in key and _BETWEEN not in key]


class _Values(TypeDecorator[list[str]]):
    """Several texts as one: a server splits it in a moment, a file reads JSON."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: list[str] | None, dialect: Dialect) -> Any:
        """What the engine splits again."""
        return _BETWEEN.join(value or ()) if dialect.name == _SERVER else json.dumps(value)


class _Among(FunctionElement[bool]):
    type = Boolean()
    inherit_cache = True


class _ByKey(_Among):
    inherit_cache = True


class _First(FunctionElement[str]):
    type = Text()
    inherit_cache = True
    which = "min"


class _Last(_First):
    inherit_cache = True
    which = "max"


def among(column: Column[Any], name: str) -> _Among:
    """Whether a column holds one of the texts that are given as a list under a name."""
    return _Among(column, bindparam(name, type_=_Values()))


def by_key(column: Column[Any], name: str) -> _ByKey:
    """The same of a column that an index leads to, however many texts are given.

    A server that sees how many there are may read the whole table instead of going through the
    index, and then a batch costs the more the more the ledger holds. It is shown one value that
    comes out of a query of its own, so it goes through the index.
    """
    return _ByKey(column, bindparam(name, type_=_Values()))


def between_them(column: Column[Any], name: str) -> ColumnElement[bool]:
    """Whether a column lies between the first and the last of the texts, in the engine's order."""
    values = bindparam(name, type_=_Values())
    return and_(column >= _First(values), column <= _Last(values))


@compiles(_Among, _SERVER)
def _on_a_server(element: _Among, compiler: SQLCompiler, **named: Any) -> str:
    column, values = element.clauses
    split = _split(values, compiler, **named)
    if isinstance(element, _ByKey):
        split = f"(SELECT {split})::text[]"
    return f"{compiler.process(column, **named)} = ANY ({split})"


@compiles(_Among)
def _in_a_file(element: _Among, compiler: SQLCompiler, **named: Any) -> str:
    column, values = element.clauses
    each = f"SELECT value FROM json_each({compiler.process(values, **named)})"
    return f"{compiler.process(column, **named)} IN ({each})"


@compiles(_First, _SERVER)
def _end_on_a_server(element: _First, compiler: SQLCompiler, **named: Any) -> str:
    (values,) = element.clauses
    return f"(SELECT {element.which}(t) FROM unnest({_split(values, compiler, **named)}) AS t)"


@compiles(_First)
def _end_in_a_file(element: _First, compiler: SQLCompiler, **named: Any) -> str:
    (values,) = element.clauses
    each = compiler.process(values, **named)
    return f"(SELECT {element.which}(value) FROM json_each({each}))"


def _split(values: ColumnElement[Any], compiler: SQLCompiler, **named: Any) -> str:
    return f"string_to_array({compiler.process(values, **named)}, chr({ord(_BETWEEN)}))"
