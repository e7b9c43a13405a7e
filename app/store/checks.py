"""The CHECK clauses of the numbered steps. Steps that shipped rest on them: never edited."""

from __future__ import annotations


def moment(column: str) -> str:
    """A real moment, or nothing."""
    return f"CHECK ({column} IS strftime('%Y-%m-%dT%H:%M:%SZ', {column}))"


def day(column: str) -> str:
    """A real day, or nothing."""
    return f"CHECK ({column} IS date({column}))"


def json(column: str) -> str:
    """JSON."""
    return f"CHECK (json_valid({column}))"


def one_of(column: str, *values: str) -> str:
    """One of these words, or nothing."""
    # Spelled with OR: for a list SQLite builds a table in memory at each row it checks.
    choices = " OR ".join(f"{column} = '{value}'" for value in values)
    return f"CHECK ({choices})"


def flag(column: str) -> str:
    """Yes or no."""
    return f"CHECK ({column} IN (0, 1))"


def append_only(table: str) -> tuple[str, ...]:
    """Triggers that keep every row of a table as it was put."""
    return tuple(
        f"""CREATE TRIGGER {table}_refuses_{act} BEFORE {act.upper()} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
        for act in ("update", "delete")
    )
