"""`column is one of these`, for thousands of values in one parameter, on either engine."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Boolean, Column, Text, bindparam
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine

_SERVER = "postgresql"


class _Values(TypeDecorator[list[str]]):
    """An array where the engine has arrays, else JSON."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The engine's own type."""
        return ARRAY(Text()) if dialect.name == _SERVER else Text()

    def process_bind_param(self, value: list[str] | None, dialect: Dialect) -> Any:
        """What the engine's driver takes."""
        return value if dialect.name == _SERVER else json.dumps(value)


class _Among(FunctionElement[bool]):
    type = Boolean()
    inherit_cache = True


def among(column: Column[Any], name: str) -> _Among:
    """Whether a column holds one of the texts that are given as a list under a name."""
    return _Among(column, bindparam(name, type_=_Values()))


@compiles(_Among, _SERVER)
def _on_a_server(element: _Among, compiler: SQLCompiler, **named: Any) -> str:
    column, values = element.clauses
    return f"{compiler.process(column, **named)} = ANY ({compiler.process(values, **named)})"


@compiles(_Among)
def _in_a_file(element: _Among, compiler: SQLCompiler, **named: Any) -> str:
    column, values = element.clauses
    each = f"SELECT value FROM json_each({compiler.process(values, **named)})"
    return f"{compiler.process(column, **named)} IN ({each})"
