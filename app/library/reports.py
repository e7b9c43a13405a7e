"""The shelf of the reports from the ledger."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from app.billing.reports.terms import Bucket, ReportTerms, ReportWords
from app.library import resource


@cache
def load_report_terms() -> ReportTerms:
    """The tables of resources/reports.toml as values."""
    table = tomllib.loads(resource("reports.toml").read_text(encoding="utf-8"))
    return ReportTerms(
        buckets=tuple(_buckets(table["bucket"])),
        horizons=tuple(table["horizons"]),
        cohorts=table["cohorts"],
        forecast_months=table["forecast_months"],
        suppress_below=table["suppress_below"],
        accounts=table["account"],
        reports={
            name: ReportWords(
                row["title"],
                row["sentence"],
                tuple(row["columns"]),
                row["phrases"],
                tuple(row.get("notes", ())),
            )
            for name, row in table["report"].items()
        },
    )


def _buckets(rows: Sequence[dict[str, Any]]) -> Iterator[Bucket]:
    first: int | None = None
    for row in rows:
        last = row.get("to")
        yield Bucket(row["label"], first, last, Decimal(row["share"]))
        first = None if last is None else last + 1
