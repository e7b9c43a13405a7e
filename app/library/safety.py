"""The shelf of hazards, as the settings show them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache

from app.core.wording import Say
from app.library import resource


@dataclass(frozen=True, slots=True)
class Hazard:
    """What may go wrong, and what is chiefly done against it."""

    no: str
    hazard: str
    control: str

    def in_words_of(self, tr: Say) -> Hazard:
        """The same in another language, under its number."""
        return replace(self, hazard=tr(self.hazard), control=tr(self.control))


@cache
def load_hazards() -> tuple[Hazard, ...]:
    """The hazards of resources/safety.toml, in order."""
    table = tomllib.loads(resource("safety.toml").read_text(encoding="utf-8"))
    return tuple(Hazard(**row) for row in table["hazard"])
