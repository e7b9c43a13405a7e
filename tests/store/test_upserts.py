"""What a trigger leaves to be ignored is not ignored where an upsert fires it.

SQLite runs the triggers of ON CONFLICT DO UPDATE, and whatever these fire, under the conflict rule
of that statement: an OR IGNORE within them is not heeded any more, and the whole statement fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import app.store
from app.store.database import Database
from app.store.driver import IntegrityError
from tests.store.whole_store import fill

_UPSERT = re.compile(
    r"INSERT INTO (\w+)(?:(?!INSERT ).)*?ON CONFLICT(?: \([^)]*\))?[\s\"]+DO UPDATE", re.DOTALL
)
_HEAD = re.compile(r"CREATE TRIGGER \w+ (?:BEFORE|AFTER) (INSERT|UPDATE|DELETE)\b.*? ON (\w+)")
_WRITE = re.compile(r"\b(INSERT|UPDATE|DELETE)( OR \w+)? (?:INTO |FROM )?(\w+)")


def _upserted() -> list[str]:
    """The tables into which a statement of the store puts a row or sets the one that is there."""
    files = sorted(Path(app.store.__file__).parent.glob("*.py"))
    statements = "".join(one.read_text("utf-8") for one in files if "migration" not in one.name)
    return sorted(set(_UPSERT.findall(statements)))


def _fired(db: Database, act: str, table: str, seen: set[str]) -> Iterator[str]:
    """The bodies of all triggers that an act on a table fires, one after the other."""
    for row in db.rows("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"):
        head, body = str(row["sql"]).split("BEGIN", 1)
        found = _HEAD.search(" ".join(head.split()))
        assert found is not None, row["name"]
        if found.groups() == (act, table) and row["name"] not in seen:
            seen.add(row["name"])
            yield body
            for further, _, of in _WRITE.findall(body):
                yield from _fired(db, further, of, seen)


def test_the_statements_that_put_or_set_a_row_are_found() -> None:
    assert {"patient_numbers", "queue_facts", "colleagues", "quarantine"} <= set(_upserted())


@pytest.mark.parametrize("table", _upserted())
def test_no_trigger_that_an_upsert_fires_leaves_a_conflict_to_be_ignored(
    db: Database, table: str
) -> None:
    for body in _fired(db, "UPDATE", table, set()):
        assert not any(leaves for _, leaves, _ in _WRITE.findall(body)), body


def test_whatever_row_may_be_set_may_be_put_twice(db: Database) -> None:
    fill(db)
    tried = set()
    for table in _upserted():
        columns = [one["name"] for one in db.rows(f"SELECT name FROM pragma_table_info('{table}')")]
        if not db.rows(f"SELECT 1 FROM {table} LIMIT 1"):
            continue
        for column in columns:
            try:
                with db.atomic():
                    db.execute(f"UPDATE {table} SET {column} = {column}")
            except IntegrityError:
                continue  # what never changes, in no way
            with db.atomic():
                for _ in range(2):
                    db.execute(
                        f"INSERT INTO {table} SELECT * FROM {table} WHERE true "
                        f"ON CONFLICT DO UPDATE SET {column} = excluded.{column}"
                    )
            tried.add(table)
    assert {"patient_numbers", "queue_facts"} <= tried
