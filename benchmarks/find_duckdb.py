"""DuckDB's part in `benchmarks.find`: run by a Python that holds it, with the table of people.

In memory and in the order of names, so that it passes over whole blocks of others.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from typing import Any

_FIRST = (
    "SELECT family, given, patient_id, family_name, given_names, title, born, died, nhs_number, "
    "postcode FROM people WHERE family >= ? AND family < ? ORDER BY family, given LIMIT 20"
)
_COLUMNS = "patient_id family given family_name given_names title born died nhs_number postcode"


def main(table: str) -> None:
    """Answer lines until the end."""
    names = ", ".join(f"'{name}': 'VARCHAR'" for name in _COLUMNS.split())
    duckdb: Any = importlib.import_module("duckdb")  # of the peer's environment
    connection = duckdb.connect()
    connection.execute(
        f"CREATE TABLE people AS SELECT * FROM read_csv(?, columns={{{names}}}) "
        "ORDER BY family, given",
        [table],
    )
    for line in sys.stdin:
        found, taken = [], []
        for text in json.loads(line):
            began = time.perf_counter()
            rows = connection.execute(_FIRST, [text, text + "\U0010ffff"]).fetchall()
            taken.append((time.perf_counter() - began) * 1_000)
            found.append(";".join(f"{row[0]},{row[1]}" for row in rows))
        print(json.dumps({"found": found, "ms": taken}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
