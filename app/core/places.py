"""Countries as people say them: demonyms, former names, and the codes that passports use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.people import search_key
from app.core.wording import Phrase

STATELESS = Phrase("Stateless")
NOT_KNOWN = Phrase("Not known")


@dataclass(frozen=True, slots=True)
class TravelCode:
    """A code of passports beside ISO 3166: whose passport it is, and in which words.

    `country` is empty for papers of persons without a nationality and of organisations.
    """

    code: str
    country: str
    words: str
    stateless: bool = False


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """Words that find a country besides its name and codes, by its two letters."""

    demonyms: Mapping[str, tuple[str, ...]]
    other_names: Mapping[str, tuple[str, ...]]
    travel: Mapping[str, TravelCode]

    def also(self, alpha2: str) -> tuple[str, ...]:
        """Demonyms, then former and short names."""
        return (*self.demonyms.get(alpha2, ()), *self.other_names.get(alpha2, ()))

    def meant_by(self, words: str) -> tuple[str, ...]:
        """The countries that a demonym or another name can mean; several for “Congolese”."""
        wanted = search_key(words.strip())
        return tuple(
            alpha2
            for alpha2 in self.demonyms
            if any(search_key(one) == wanted for one in self.also(alpha2))
        )
