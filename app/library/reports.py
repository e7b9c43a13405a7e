"""The shelf of the reports from the ledger: ages, shares and words."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from app.billing.reports.terms import Band, Bucket, ReportTerms, ReportWords
from app.library import resource


def report_table() -> dict[str, Any]:
    """The table of resources/reports.toml, which a trust's own settings may change in part."""
    return tomllib.loads(resource("reports.toml").read_text(encoding="utf-8"))


def report_terms(table: Mapping[str, Any]) -> ReportTerms:
    """The table as values; raises ValueError for ages that do not follow on each other."""
    return ReportTerms(
        buckets=tuple(_buckets(table["bucket"])),
        bands=tuple(Band(row["label"], row["title"], row.get("to")) for row in table["band"]),
        horizons=tuple(table["horizons"]),
        cohorts=table["cohorts"],
        forecast_months=table["forecast_months"],
        suppress_below=table["suppress_below"],
        accounts=table["account"],
        reports={
            name: ReportWords(
                row["label"],
                row["title"],
                row["sentence"],
                tuple(row["columns"]),
                row["phrases"],
                tuple(row.get("notes", ())),
            )
            for name, row in table["report"].items()
        },
    )


def _buckets(rows: Sequence[Mapping[str, Any]]) -> Iterator[Bucket]:
    first: int | None = None
    for row in rows:
        try:
            last, share = row.get("to"), Decimal(row["share"])
            yield Bucket(row["label"], first, last, share)
        except (KeyError, InvalidOperation):
            raise ValueError("a bucket has a label, a share such as 0.35, and a last day") from None
        first = None if last is None else last + 1
