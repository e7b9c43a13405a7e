"""Days and amounts as banks write them, exactly; anything else is a sentence, never a guess."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from app.core.dates import parse_date
from app.core.errors import BadInput
from app.core.money import CURRENCY, ZERO, Money
from app.core.wording import Phrase

_ANCHOR = date(2026, 1, 1)  # only so that a year in two digits falls near our own time
_EARLIEST, _LATEST = date(2000, 1, 1), date(2100, 1, 1)
_DAY = re.compile(
    r"(\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}[/.\-]\d{1,2}[/.\-](?:\d{4}|\d{2})"
    r"|\d{1,2}[ \-][A-Za-z]{3,9}[ \-](?:\d{4}|\d{2}))"
    r"(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+\-]\d{2}:?\d{2})?)?",
    re.ASCII,
)
_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2010": "-", "\u2011": "-"})
_ENDINGS = (("CR", "+"), ("DR", "-"), ("-", "-"))
_BARE = re.compile(r"[^0-9a-z]+")
_LONGEST = 500


def read_day(text: str) -> date:
    """A day as dd/mm/yyyy, yyyy-mm-dd or dd MMM yyyy, with or without a time; raises BadInput."""
    match = _DAY.fullmatch(text.strip())
    if not match:
        raise BadInput(
            "bad_date",
            Phrase("“{text}” is not a date such as 14/07/2026.", text=shortened(text)),
            "date",
        )
    day = parse_date(match[1], _ANCHOR, field="date")
    if not _EARLIEST <= day < _LATEST:
        raise BadInput(
            "bad_date", Phrase("{day} is not a day of a payment.", day=day.isoformat()), "date"
        )
    return day


def read_amount(text: str) -> Money:
    """`1,234.50`, `£12`, `-3.00`, `(3.00)`, `3.00-`, `12.00 CR` or `3.00 DR`; raises BadInput.

    Nothing at all is no money. A decimal comma is refused: `12,50` would else be read as 1250.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_MINUS)
    plain = "".join(plain.split()).upper().removeprefix("GBP").removesuffix("GBP")
    if not plain:
        return ZERO
    signs = []
    if plain.startswith("(") and plain.endswith(")"):
        signs, plain = ["-"], plain[1:-1]
    for ending, sign in _ENDINGS:
        if plain.endswith(ending):
            signs, plain = [*signs, sign], plain.removesuffix(ending)
            break
    bare = plain.removeprefix("£")
    if bare.startswith(("-", "+")):
        signs, plain = [*signs, bare[0]], bare[1:]
    if len(signs) > 1 or plain.startswith("-"):
        raise _no_amount(text)
    try:
        amount = Money.parse(plain, "amount")
    except BadInput:
        raise _no_amount(text) from None
    return -amount if signs == ["-"] else amount


def in_pounds(currency: str) -> tuple[str, ...]:
    """Nothing to say of pounds, or of a file that names no currency; else a warning."""
    named = shortened(currency, 10).upper()
    return (
        ()
        if named in ("", CURRENCY)
        else (Phrase("In {currency}, not in pounds.", currency=named),)
    )


def heading(text: str) -> str:
    """A column's heading in small letters and digits: `Narrative #1` becomes `narrative 1`."""
    return _BARE.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def tidy(text: str) -> str:
    """Words of a file on one line, without what cannot be seen, no longer than we keep."""
    seen = "".join(
        " " if unicodedata.category(letter)[0] in "CZ" else letter
        for letter in unicodedata.normalize("NFC", text)
    )
    return " ".join(seen.split())[:_LONGEST].rstrip()


def shortened(text: str, most: int = 40) -> str:
    """Enough of a cell to find it by."""
    plain = tidy(text)
    return plain if len(plain) <= most else f"{plain[: most - 1]}…"


def _no_amount(text: str) -> BadInput:
    return BadInput(
        "bad_amount",
        Phrase("“{text}” is not an amount such as 1,234.50.", text=shortened(text)),
        "amount",
    )
