"""Post towns of the United Kingdom: by how they begin, and by the postcode that stands beside."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from app.core.errors import BadInput
from app.core.people import search_key
from app.core.postcode import clean_postcode

MOST = 8
_LEAST_TYPED = 2
_SIGNS = re.compile(r"[\s\-.,'’]+")


def town_key(text: str) -> str:
    """As a search compares towns: `kings lynn` and `saint albans` find King’s Lynn, St Albans."""
    words = _SIGNS.sub(" ", search_key(text).replace("'", "").replace("’", "")).strip()
    return re.sub(r"\bsaint\b", "st", words)


class PostTowns:
    """Offered where a UK address is typed; no address has to be of any of them."""

    def __init__(self, districts: Mapping[str, Collection[str]]) -> None:
        """By the town's name the postcode districts (`LS9`) that it has a part of."""
        self._keys = [(town_key(name), name) for name in districts]
        self._of: dict[str, tuple[str, ...]] = {}
        for name in sorted(districts, key=town_key):
            for district in districts[name]:
                self._of[district] = (*self._of.get(district, ()), name)

    def of(self, postcode: str) -> tuple[str, ...]:
        """The towns of a whole postcode’s district; none for half a postcode or `ZZ99 3VZ`."""
        try:
            district = clean_postcode(postcode).split()[0]
        except BadInput:
            return ()
        return self._of.get(district, ())[:MOST]

    def like(self, typed: str, *, first: Collection[str] = ()) -> tuple[str, ...]:
        """The towns that begin so, then those with a later word that does; at most eight.

        Of equals those of `first` come first. Nothing for a town that stands there whole already.
        """
        wanted = town_key(typed)
        if len(wanted) < _LEAST_TYPED:
            return ()
        found = [
            (key != wanted, not key.startswith(wanted), name not in first, key, name)
            for key, name in self._keys
            if key.startswith(wanted) or f" {wanted}" in key
        ]
        names = tuple(name for *_, name in sorted(found)[:MOST])
        return () if names == (typed.strip(),) else names
