"""The columns that travel: all there are, and in an order that no later step may change."""

from __future__ import annotations

import json
from pathlib import Path

from app.store.database import Database, in_memory
from app.store.migrations import STORE
from app.store.replicated import KINDS, QUIET, RIVALS
from app.store.replicated_shape import Row, Table

_KEPT = Path(__file__).with_name("replicated_columns.json")
# Made on each machine from the rest, or a number it gives itself.
_OWN = {
    ("users", "password_hash"),
    ("users", "active"),
    ("users", "created_at"),
    ("users", "user_id"),
    ("patients", "patient_id"),
    ("patients", "family_key"),
    ("patients", "given_key"),
    ("registrations", "registration_id"),
    ("registrations", "ref"),
    ("answers", "registration"),
    ("feedback", "registration_id"),
    ("law_packs", "seq"),
    ("letters", "doc_no"),
}


def columns_of(db: Database, table: str) -> set[str]:
    return {row[1] for row in db.each(f"PRAGMA table_xinfo({table})")}


def own_of(table: Table) -> set[str]:
    return {table.counted} | ({table.identity} if table.numbered else set())


def test_every_column_of_a_table_that_travels_travels() -> None:
    with in_memory(STORE) as db:
        for kind in KINDS.values():
            parts: tuple[Row | Table, ...] = (*kind.rows, *kind.tables)
            for part in parts:
                own = {column for table, column in _OWN if table == part.name}
                own |= own_of(part) if isinstance(part, Table) else set()
                assert set(part.names) | own - {""} == columns_of(db, part.name), part.name


def test_columns_are_only_ever_added_at_the_end() -> None:
    """The file is renewed by hand, by appending: an older program reads by place."""
    kept = json.loads(_KEPT.read_text(encoding="utf-8"))
    now = {table.name: list(table.names) for kind in KINDS.values() for table in kind.tables}
    assert {name: columns[: len(kept[name])] for name, columns in now.items()} == kept


def test_what_a_row_points_to_comes_before_it() -> None:
    for kind in KINDS.values():
        before: set[str] = set()
        for table in kind.tables:
            assert {target for _, target in table.points_to} <= before
            before.add(table.name)


def test_rivals_and_quiet_cells_are_tables_that_travel() -> None:
    tables = {table.name for kind in KINDS.values() for table in kind.tables}
    cells = {(row.name, name) for kind in KINDS.values() for row in kind.rows for name in row.names}
    assert tables >= RIVALS
    assert cells >= QUIET


def test_each_table_that_refuses_deletion_may_be_laid_down_anew_and_no_other() -> None:
    with in_memory(STORE) as db:
        for name, sql in db.each(
            "SELECT tbl_name, sql FROM sqlite_master WHERE type = 'trigger'"
            " AND name LIKE '%_refuses_delete'"
        ):
            travels = any(name == table.name for kind in KINDS.values() for table in kind.tables)
            assert ("laying_down" in sql) == travels, name
