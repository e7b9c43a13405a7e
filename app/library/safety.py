"""The shelf of hazards, as the settings show them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from app.library import resource


@dataclass(frozen=True, slots=True)
class Hazard:
    """What may go wrong, and what is chiefly done against it."""

    no: str
    hazard: str
    control: str


@cache
def load_hazards() -> tuple[Hazard, ...]:
    """The hazards of resources/safety.toml, in order."""
    table = tomllib.loads(resource("safety.toml").read_text(encoding="utf-8"))
    return tuple(Hazard(**row) for row in table["hazard"])
