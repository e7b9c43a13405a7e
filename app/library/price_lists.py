"""The lists beside the scheme's that ship: national average costs, the upfront list."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from app.core.money import Money
from app.library import resource
from app.library.tariff_files import FOLDER, read_file
from app.pricing.currencies import ItemPrice, Kind, PriceList, PriceSource


@cache
def load_lists() -> tuple[PriceList, ...]:
    """Every one of them; the rows of each are read when first asked for."""
    text = resource(FOLDER, "lists.toml").read_text(encoding="utf-8")
    return tuple(map(_list, tomllib.loads(text)["list"]))


def _list(entry: Mapping[str, Any]) -> PriceList:
    return PriceList(
        name=entry["name"],
        source=PriceSource(entry["source"]),
        effective_from=entry["effective_from"],
        effective_to=entry.get("effective_to"),
        citation=entry["citation"],
        licence=entry["licence"],
        note=entry["note"],
        rows=lambda: tuple(_rows(entry)),
    )


def _rows(entry: Mapping[str, Any]) -> Iterator[ItemPrice]:
    groups: Mapping[str, Mapping[str, Any]] = entry.get("groups", {})
    source = PriceSource(entry["source"])
    for row in csv.DictReader(read_file(entry).splitlines()):
        if not row[entry["amount"]]:
            continue
        group = row.get(entry.get("group", ""), "")
        about = groups.get(group, {"unit": group})
        if about.get("skip"):
            continue
        yield ItemPrice(
            kind=Kind(about.get("kind", entry.get("kind", Kind.OTHER.value))),
            code=row.get(entry.get("code", ""), ""),
            name=row[entry["title"]],
            price=Money.parse(row[entry["amount"]]),
            unit=about.get("unit", ""),
            admission=about.get("admission", ""),
            source=source,
            confirmed=entry["confirmed"],
            factor_applies=entry["factor_applies"],
            uplift_included=entry["uplift_included"],
            note=row.get(entry.get("remark", ""), ""),
        )
