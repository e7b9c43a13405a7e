"""Countries as people type them."""

from __future__ import annotations

from app.core.errors import BadInput
from app.services.desk import Desk


def country_code(desk: Desk, typed: str, field: str) -> str:
    """The two-letter code of a country by its name or either code; raises BadInput."""
    wanted = typed.strip().casefold()
    for one in desk.law.pack.countries.values():
        if wanted in (one.alpha2.casefold(), one.alpha3.casefold(), one.name.casefold()):
            return one.alpha2
    raise BadInput(
        "unknown_country", f"There is no country “{typed.strip()}” on the list. Pick one.", field
    )
