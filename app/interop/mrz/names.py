"""The name field: surname, given names, and what it cannot say (ICAO 9303-3, 4.6 and 6)."""

from __future__ import annotations

import re

from app.core.wording import Phrase
from app.interop.mrz.document import BadMrz, Names
from app.interop.mrz.layouts import FILLER

# Where one letter of the page becomes two in the lines, the lines do not say which it was.
_TWO_FOR_ONE = re.compile(r"AE|OE|UE|NXX|UXX")
CUT_SHORT = Phrase(
    "The names fill their place to the end, so they can be cut short. Check the page."
)
TRANSLITERATED = Phrase(
    "The page may spell the names with other letters, such as Ä for AE or Ø for OE. Check the page."
)
JOINED = Phrase("A space in the family name may be a hyphen on the page.")


def read_names(field: str) -> Names:
    """The names as the lines have them; raises BadMrz where they cannot be any.

    Nothing is undone: no letter is guessed back, and no hyphen.
    """
    primary, _, secondary = field.rstrip(FILLER).partition(2 * FILLER)
    if any(one.isdigit() for one in field):
        raise _misread(Phrase("The names hold a digit, which names in passport lines never do"))
    if not primary or primary.startswith(FILLER):
        raise _misread(Phrase("The names do not begin with a letter"))
    if secondary.startswith(FILLER) or 2 * FILLER in secondary:
        raise _misread(Phrase("Letters stand where the names have ended"))
    surname, given = _blanks(primary), _blanks(secondary)
    truncated = not field.endswith(FILLER)
    said = (
        (truncated, CUT_SHORT),
        (_TWO_FOR_ONE.search(field) is not None, TRANSLITERATED),
        (" " in surname, JOINED),
    )
    return Names(surname, given, truncated, tuple(words for holds, words in said if holds))


def _misread(what: Phrase) -> BadMrz:
    """No check digit is over the names, so that what they cannot be is looked at."""
    return BadMrz(
        "bad_mrz",
        Phrase(
            "{what}, so a letter was misread and nothing was filled in. Scan again, or type the "
            "names from the page.",
            what=what,
        ),
    )


def _blanks(part: str) -> str:
    return " ".join(name for name in part.split(FILLER) if name)
