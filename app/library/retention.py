"""The shelf of how long records are kept."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from functools import cache

from app.casework.retention import Kept, RetentionTerms, WardTerms
from app.library import resource


@cache
def load_retention() -> RetentionTerms:
    """The terms of resources/retention.toml, its lines in order."""
    table = tomllib.loads(resource("retention.toml").read_text(encoding="utf-8"))
    return RetentionTerms(
        lines=tuple(
            Kept(
                row["what"],
                row["how_long"],
                row.get("counts", ""),
                row.get("days", 0),
                row.get("short", ""),
            )
            for row in table["kept"]
        ),
        holds=table["holds"],
        rests=frozenset(table["rests"]),
        most=table["most"],
        reason=table["reason"],
        ward=WardTerms(
            hold=timedelta(hours=table["ward"]["hold_hours"]),
            draft=timedelta(hours=table["ward"]["draft_hours"]),
            away=timedelta(days=table["ward"]["away_days"]),
        ),
    )
