"""The columns that every table of the ledger is made of: texts, numbers, and parts of a key."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Date, Integer, LargeBinary, Text


def key(name: str, kind: type[Text | Integer | Date] = Text) -> Column[object]:
    """A part of a table's key, never counted up by the engine: numbers are given in a turn."""
    return Column(name, kind, primary_key=True, autoincrement=False, nullable=False)


def texts(*names: str) -> list[Column[object]]:
    """Texts that may be empty and never absent."""
    return of(Text, *names)


def of(
    kind: type[Text | Integer | BigInteger | Date | LargeBinary], *names: str
) -> list[Column[object]]:
    """Several columns of one kind, none of them ever absent."""
    return [Column(name, kind, nullable=False) for name in names]
