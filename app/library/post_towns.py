"""The shelf of post towns (resources/places/post_towns.csv), read at the first address typed."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache

from app.core.post_towns import PostTowns
from app.library import resource

_RUN = re.compile(r"([A-Z]+)([0-9]+)-([0-9]+)", re.ASCII)


@cache
def load_post_towns() -> PostTowns:
    """Every post town with its postcode districts."""
    text = resource("places", "post_towns.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return PostTowns({row["post_town"]: tuple(_districts(row["districts"])) for row in rows})


def _districts(cell: str) -> Iterator[str]:
    """`LS1-3 LS9` is LS1, LS2, LS3 and LS9."""
    for part in cell.split():
        run = _RUN.fullmatch(part)
        if run is None:
            yield part
        else:
            yield from (f"{run[1]}{number}" for number in range(int(run[2]), int(run[3]) + 1))
