"""The shelf of how long records are kept, as the settings show it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from app.library import resource


@dataclass(frozen=True, slots=True)
class Kept:
    """A kind of record and how long it is kept."""

    what: str
    how_long: str


@cache
def load_retention() -> tuple[Kept, ...]:
    """The lines of resources/retention.toml, in order."""
    table = tomllib.loads(resource("retention.toml").read_text(encoding="utf-8"))
    return tuple(Kept(row["what"], row["how_long"]) for row in table["kept"])
