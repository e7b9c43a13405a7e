"""Countries as people type them."""

from __future__ import annotations

from dataclasses import dataclass

from app.access.roles import Act
from app.core.errors import BadInput
from app.core.people import search_key
from app.core.wording import Phrase, either
from app.services.desk import Desk, service


@dataclass(frozen=True, slots=True)
class CountryName:
    """A country for a type-ahead: its code, its name, and other words that find it."""

    code: str
    name: str
    also: tuple[str, ...]


@service(Act.REGISTER)
def country_names(desk: Desk) -> tuple[CountryName, ...]:
    """Every country by name, found by code, demonym, former or short name too."""
    countries = sorted(desk.law.pack.countries.values(), key=lambda one: search_key(one.name))
    return tuple(
        CountryName(one.alpha2, one.name, (one.alpha2, one.alpha3, *desk.places.also(one.alpha2)))
        for one in countries
    )


def country_code(desk: Desk, typed: str, field: str) -> str:
    """The two-letter code of a country by name, code or demonym; raises BadInput.

    A word that several go by, such as “Congolese”, is refused with what to choose from.
    """
    wanted = search_key(typed.strip())
    countries = desk.law.pack.countries
    for one in countries.values():
        if wanted in (one.alpha2.casefold(), one.alpha3.casefold(), search_key(one.name)):
            return one.alpha2
    meant = [code for code in desk.places.meant_by(typed) if code in countries]
    if len(meant) == 1:
        return meant[0]
    if meant:
        names = either(countries[code].name for code in meant)
        raise BadInput(
            "unknown_country",
            Phrase("“{text}” can be {names}. Pick one of them.", text=typed.strip(), names=names),
            field,
        )
    raise BadInput(
        "unknown_country",
        Phrase("There is no country “{text}” on the list. Pick one.", text=typed.strip()),
        field,
    )
