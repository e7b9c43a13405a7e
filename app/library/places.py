"""The shelf of names for countries (resources/places)."""

from __future__ import annotations

import csv
import tomllib
from functools import cache

from app.core.places import PlaceNames, TravelCode
from app.library import resource


@cache
def load_places() -> PlaceNames:
    """Demonyms, former names and the codes of passports."""
    text = resource("places", "names.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    codes = tomllib.loads(resource("places", "travel_codes.toml").read_text(encoding="utf-8"))
    return PlaceNames(
        demonyms={row["alpha2"]: _words(row["demonyms"]) for row in rows},
        other_names={row["alpha2"]: _words(row["other_names"]) for row in rows},
        travel={
            code: TravelCode(
                code, row["country"], row["words"], stateless=row.get("stateless", False)
            )
            for code, row in codes["code"].items()
        },
    )


def _words(cell: str) -> tuple[str, ...]:
    return tuple(word for word in cell.split(";") if word)
