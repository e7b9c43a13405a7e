"""What a database holds, in figures: what a copy of it is held against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.core.wording import Phrase
from app.store.audit import BEGINNING
from app.store.driver import Connection

_TABLES = """
    SELECT name FROM pragma_table_list
    WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
    ORDER BY name"""
_STEP = "SELECT name FROM _sqlite_migrations ORDER BY rowid DESC LIMIT 1"
_META = "SELECT key, value FROM meta WHERE key IN ('store_id', 'mode', 'device_code')"
_HEAD = "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"
_BY_ACCOUNT = """
    SELECT 'entries ' || account, sum(debit_pence) - sum(credit_pence) FROM entries
    GROUP BY account ORDER BY account"""
_SUM = "SELECT ifnull(sum({column}), 0) FROM {table}"
# Columns that hold money, in whole pence: a desk's, then a ledger's.
_SUMMED = (
    ("invoices", "total_pence"),
    ("receipts", "amount_pence"),
    ("documents", "gross_amount"),
    ("receipts", "amount"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """Rows of every table, sums of money in pence, and where the audit's chain ends.

    `schema` is the last step the file has been through. A ledger has no audit: 0 rows.
    """

    store_id: str
    mode: str
    device: str
    schema: str
    counts: Mapping[str, int]
    totals: Mapping[str, int]
    audit_rows: int
    audit_head: str

    def as_dict(self) -> dict[str, Any]:
        """As it stands in the header of a copy."""
        return {
            "store_id": self.store_id,
            "mode": self.mode,
            "device": self.device,
            "schema": self.schema,
            "counts": dict(self.counts),
            "totals": dict(self.totals),
            "audit_rows": self.audit_rows,
            "audit_head": self.audit_head,
        }


def read_contents(connection: Connection) -> Contents:
    """The figures of an open database; reads every table once. Raises the driver's errors."""
    tables = [str(row[0]) for row in connection.execute(_TABLES)]
    about = dict(connection.execute(_META).fetchall())
    seq, head = (0, BEGINNING)
    if "audit" in tables:
        seq, head = connection.execute(_HEAD).fetchone() or (0, BEGINNING)
    return Contents(
        store_id=str(about.get("store_id", "")),
        mode=str(about.get("mode", "")),
        device=str(about.get("device_code", "")),
        schema=str(connection.execute(_STEP).fetchone()[0]),
        counts={table: _count(connection, table) for table in tables},
        totals=_totals(connection, tables),
        audit_rows=int(seq),
        audit_head=str(head),
    )


def from_dict(said: Mapping[str, Any]) -> Contents:
    """What a header says; raises KeyError, TypeError or ValueError where it says something else."""
    return Contents(
        store_id=_text(said["store_id"]),
        mode=_text(said["mode"]),
        device=_text(said["device"]),
        schema=_text(said["schema"]),
        counts=_numbers(said["counts"]),
        totals=_numbers(said["totals"]),
        audit_rows=_number(said["audit_rows"]),
        audit_head=_text(said["audit_head"]),
    )


def difference(said: Contents, found: Contents) -> str:
    """The first figure in which two differ, both sides told; empty where there is none."""
    one, other = _flat(said.as_dict()), _flat(found.as_dict())
    for name in sorted(one.keys() | other.keys()):
        if one.get(name) != other.get(name):
            return Phrase(
                "{name} is {found}, not {said}",
                name=name,
                found=other.get(name),
                said=one.get(name),
            )
    return ""


def _flat(said: Mapping[str, Any], before: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in said.items():
        called = f"{before}{name}"
        flat |= _flat(value, f"{called} of ") if isinstance(value, dict) else {called: value}
    return flat


def _count(connection: Connection, table: str) -> int:
    return int(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])


def _totals(connection: Connection, tables: list[str]) -> dict[str, int]:
    totals: dict[str, int] = {}
    for table, column in _SUMMED:
        if table in tables and column in _columns(connection, table):
            summed = connection.execute(_SUM.format(table=table, column=column))
            totals[table] = int(summed.fetchone()[0])
    if "entries" in tables:
        totals |= dict(connection.execute(_BY_ACCOUNT).fetchall())
    return totals


def _columns(connection: Connection, table: str) -> frozenset[str]:
    return frozenset(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text")
    return value


def _number(value: object) -> int:
    if type(value) is not int:
        raise TypeError("a whole number")
    return value


def _numbers(value: object) -> dict[str, int]:
    if not isinstance(value, dict):
        raise TypeError("a table of numbers")
    return {_text(name): _number(number) for name, number in value.items()}
