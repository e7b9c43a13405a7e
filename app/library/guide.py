"""The shelf of the quick reference: chapters, examples and words of resources/rules."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from app.library import resource
from app.residency.guide import Chapter, Example, Guide


@cache
def load_guide() -> Guide:
    """What the guide adds to the rules, read when somebody first opens it."""
    table = _toml("guide.toml")
    told = _toml("examples.toml")
    return Guide(
        chapters=tuple(Chapter(row["title"], tuple(row["rules"])) for row in table["chapter"]),
        examples=tuple(_example(row, told["baseline"]) for row in told["example"]),
        titles=table["titles"],
        covers=table["covers"],
        agreement=table["agreement"],
        at_the_desk=table["at_the_desk"],
        chips=table["chips"],
        roles=table["roles"],
        conditions=table["conditions"],
        results=table["results"],
    )


def _example(row: dict[str, Any], baseline: dict[str, Any]) -> Example:
    on = row.get("on", baseline["service_date"])
    return Example(
        rule=row["rule"],
        holds=row["holds"],
        text=row["text"],
        facts={**baseline, **row["facts"], "service_date": on},
        on=on,
        certified=row.get("certified", True),
        result=row.get("result", "free" if row["holds"] else "charged"),
    )


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("rules", name).read_text(encoding="utf-8"))
