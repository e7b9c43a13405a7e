"""The peers of `benchmarks.queue`, each in its own process: `duckdb FILE` or `sqlite_utils FILE`.

Both hold the rows of the queue with the rank worked out, in memory or indexed as their manuals
say, and read the first 50 and the same tallies. A line with a number of repeats begins a round.
"""

from __future__ import annotations

import csv
import json
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

Read = Callable[[], tuple[list[int], dict[str, int]]]
TODAY, ME = "2026-03-09", "u-3"
VIEWS = {
    "all": "snoozed = 0",
    "new": f"snoozed = 0 AND finished_on = '{TODAY}'",
    "due": "snoozed = 0 AND lateness >= 1",
    "late": "snoozed = 0 AND lateness = 2",
    "urgency_missing": "snoozed = 0 AND urgency_missing = 1",
    "cards": "snoozed = 0 AND route = 'document'",
    "second_check": "snoozed = 0 AND review = 'second_check'",
    "mine": f"snoozed = 0 AND assigned_to = '{ME}'",
    "snoozed": "snoozed = 1",
}


def in_duckdb(path: Path) -> Read:
    """The rows in a table of its own, in memory."""
    db: Any = import_module("duckdb").connect()
    db.execute(f"CREATE TABLE cases AS SELECT * FROM read_csv('{path}', header = true)")
    sums = ", ".join(f"count(*) FILTER (WHERE {holds})" for holds in VIEWS.values())

    def read() -> tuple[list[int], dict[str, int]]:
        rows = db.execute(
            "SELECT * FROM cases WHERE snoozed = 0 ORDER BY rank, number LIMIT 50"
        ).fetchall()
        counted = db.execute(f"SELECT {sums} FROM cases").fetchone()
        return [row[0] for row in rows], dict(zip(VIEWS, counted, strict=True))

    return read


def in_sqlite_utils(path: Path) -> Read:
    """The rows in a plain file beside, with an index on what they are sorted by."""
    import sqlite_utils

    beside = path.with_name("sqlite-utils.db")
    made = beside.exists()
    db = sqlite_utils.Database(beside)
    if not made:
        with path.open(newline="", encoding="utf-8") as file:
            db.table("cases").insert_all(_typed(csv.DictReader(file)), pk="number")
        db.table("cases").create_index(["rank", "number"])

    def read() -> tuple[list[int], dict[str, int]]:
        table = db.table("cases")
        rows = list(table.rows_where("snoozed = 0", order_by="rank, number", limit=50))
        return [row["number"] for row in rows], {
            view: table.count_where(holds) for view, holds in VIEWS.items()
        }

    return read


def _typed(rows: Any) -> Any:
    for row in rows:
        yield {
            name: None if value == "" else int(value) if value.isdigit() else value
            for name, value in row.items()
        }


def main() -> int:
    """Answer until nobody asks."""
    kind, path = sys.argv[1], Path(sys.argv[2])
    read = (in_duckdb if kind == "duckdb" else in_sqlite_utils)(path)
    for line in sys.stdin:
        best = float("inf")
        for _ in range(int(line)):
            began = time.perf_counter()
            refs, tallies = read()
            best = min(best, time.perf_counter() - began)
        print(json.dumps({"us": best * 1e6, "refs": refs, "tallies": tallies}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
