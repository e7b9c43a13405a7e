"""The contestants of `benchmarks.find`: a line of JSON texts in, found and milliseconds out.

The bare index and the full-text index hold the same people in SQLCipher files of their own, with
the same key length and cache as the desk's store. What each finds for a prefix is told as a digest
of the first 20 names, so that they can be compared.
"""

from __future__ import annotations

import csv
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from app.core.names import fold
from app.services import finding
from app.store import driver
from benchmarks.people import desk_of_a_million, store_folder

KEY = b"p" * 32
FIRST = 20
_TABLE = """
    CREATE TABLE people (patient_id TEXT PRIMARY KEY, family TEXT COLLATE NOCASE,
        given TEXT COLLATE NOCASE, family_name TEXT, given_names TEXT, title TEXT, born TEXT,
        died TEXT, nhs_number TEXT, postcode TEXT)"""
_INDEX = "CREATE INDEX by_name ON people (family, given)"
_ALL = """
    SELECT patient_id, family_key, given_key, family_name, given_names, title, born, died,
        nhs_number, postcode
    FROM patients ORDER BY rowid"""
_BARE = f"""
    SELECT family, given, patient_id, family_name, given_names, title, born, died, nhs_number,
        postcode
    FROM people WHERE family >= ? AND family < ? ORDER BY family, given LIMIT {FIRST}"""
_FTS = "CREATE VIRTUAL TABLE words USING fts5(family, content='', prefix='2 3 4 5')"
_MATCH = f"""
    SELECT p.family, p.given, p.patient_id, p.family_name, p.given_names, p.title, p.born, p.died,
        p.nhs_number, p.postcode
    FROM words w JOIN people p ON p.rowid = w.rowid
    WHERE words MATCH ? ORDER BY w.rowid LIMIT {FIRST}"""
Search = Callable[[str], Sequence[Sequence[Any]]]


def main(name: str) -> None:
    """Answer lines until the end."""
    search = {"ours": ours, "bare": bare, "fts5": fts5}[name]()
    for line in sys.stdin:
        texts = json.loads(line)
        found, taken = [], []
        for text in texts:
            began = time.perf_counter()
            rows = search(text)
            taken.append((time.perf_counter() - began) * 1_000)
            found.append(_seen(name, rows))
        print(json.dumps({"found": found, "ms": taken}), flush=True)


def ours() -> Search:
    """The service behind the box, as an officer's desk calls it at each letter."""
    desk = desk_of_a_million()
    finding.read_through(desk)
    return lambda text: finding.find(desk, text, typing=True)


def bare() -> Search:
    """A seek in a two-column index, rows as tuples."""
    connection = _open(_bare_file())
    connection.execute("SELECT count(*) FROM people INDEXED BY by_name WHERE family >= ''")
    return lambda text: connection.execute(_BARE, (text, text + "\U0010ffff")).fetchall()


def fts5() -> Search:
    """A prefix in a full-text index, in the order of its rows: ranking would cost far more."""
    connection = _open(_fts_file())
    return lambda text: connection.execute(_MATCH, (f"^{text}*",)).fetchall()


def make_bare() -> None:
    """The people with one index, and as a table for DuckDB, unless they are there already."""
    if not _bare_file().exists():
        _make(_bare_file(), _INDEX, sort=False)
    table = store_folder() / "people.csv"
    if not table.exists():
        with table.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(_rows())


def make_fts() -> None:
    """The people in the order of their names with a full-text index, unless they are there."""
    path = _fts_file()
    if path.exists():
        return
    _make(path, _FTS, sort=True)


def _make(path: Path, index: str, *, sort: bool) -> None:
    rows = list(_rows())
    if sort:
        rows.sort(key=lambda row: (str(row[1]), str(row[2])))
    beside = path.with_suffix(".new")
    beside.unlink(missing_ok=True)
    connection = driver.connect(beside, KEY)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -262144")
    connection.execute("BEGIN")
    connection.execute(_TABLE)
    connection.executemany(f"INSERT INTO people VALUES ({', '.join('?' * 10)})", rows)
    connection.execute(index)
    if sort:
        connection.execute("INSERT INTO words (rowid, family) SELECT rowid, family FROM people")
    connection.execute("COMMIT")
    connection.close()
    beside.replace(path)


def _rows() -> Iterator[tuple[Any, ...]]:
    """The people of the desk's store, as plain rows."""
    desk = desk_of_a_million()
    try:
        yield from desk.db.each(_ALL)
    finally:
        desk.db.close()


def _open(path: Path) -> Any:
    connection = driver.connect(path, KEY, must_exist=True)
    driver.make_durable(connection)
    return connection


def _seen(name: str, rows: Sequence[Sequence[Any]]) -> str:
    """The names whose surname begins so, folded, in order: all contestants must say the same."""
    if name == "ours":
        names = [(fold(row[1]), fold(row[2])) for row in rows if row[8] == "surname"]
    else:
        names = [(row[0], row[1]) for row in rows]
    return ";".join(f"{family},{given}" for family, given in names)


def _bare_file() -> Path:
    return store_folder() / "bare.db"


def _fts_file() -> Path:
    return store_folder() / "fts.db"


if __name__ == "__main__":
    main(sys.argv[1])
