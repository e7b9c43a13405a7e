"""The shelf of the dashboard: goals, shifts and words, and what a trust has set otherwise."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.billing.reports.terms import ReportWords
from app.insight.terms import InsightTerms, Shift
from app.library import resource
from app.library.own_settings import own_settings, refused

INSIGHT_FILE = "insight.toml"
_NUMBERS = (
    "months",
    "line_from",
    "suppress_below",
    "asked_goal",
    "recovery_goal",
    "watch_free_above",
)


def read_insight_terms(folder: Path) -> InsightTerms:
    """Ours, with the numbers and shifts that `insight.toml` in a desk's folder says instead.

    Raises Known `unreadable`, BadInput `bad_insight` naming the setting at fault.
    """
    path = folder / INSIGHT_FILE
    try:
        own = own_settings(path)
        for name in own:
            if name not in (*_NUMBERS, "shift"):
                raise ValueError(f"there is no setting {name}")
        return _terms({**_table(), **own})
    except (ValueError, KeyError, TypeError) as odd:
        raise refused(path, "bad_insight", str(odd)) from None


def _table() -> dict[str, Any]:
    return tomllib.loads(resource(INSIGHT_FILE).read_text(encoding="utf-8"))


def _terms(table: Mapping[str, Any]) -> InsightTerms:
    numbers = {name: table[name] for name in _NUMBERS}
    for name, number in numbers.items():
        if type(number) is not int or number < 0:
            raise ValueError(f"{name} is not a whole number")
    return InsightTerms(
        **numbers,
        shifts=tuple(Shift(row["label"], row["from_hour"]) for row in table["shift"]),
        words=table["words"],
        charts={
            name: ReportWords(
                row["label"],
                row["title"],
                row["sentence"],
                tuple(row["columns"]),
                row["phrases"],
                tuple(row["notes"]),
            )
            for name, row in table["chart"].items()
        },
    )
