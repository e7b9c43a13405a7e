"""Columns of many rows of one table, set with as few statements as there are kinds of change."""

from __future__ import annotations

from collections.abc import Mapping

from app.replica.record import Scalar
from app.store.database import Database

_UNSAID = object()  # nothing a column can hold


class Changes:
    """What is to be set in the rows of a table; made at once, each row as if by itself."""

    def __init__(self, table: str, key: str) -> None:
        """Begin with none; `key` is the column that names a row."""
        self._table = table
        self._key = key
        self._rows: dict[tuple[str, ...], list[tuple[Scalar, ...]]] = {}

    def note(self, row: str, stands: Mapping[str, Scalar], told: Mapping[str, Scalar]) -> None:
        """Set the columns that differ from what stands; what follows others is spared the rest."""
        changed = [name for name, value in told.items() if stands.get(name, _UNSAID) != value]
        if changed:
            values = (*[told[name] for name in changed], row)
            self._rows.setdefault(tuple(changed), []).append(values)

    def make(self, db: Database) -> None:
        """Write them; the caller owns the transaction."""
        for names, rows in self._rows.items():
            put = ", ".join(f"{name} = ?" for name in names)
            db.execute_many(f"UPDATE {self._table} SET {put} WHERE {self._key} = ?", rows)
