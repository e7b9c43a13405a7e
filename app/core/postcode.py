"""The UK postcode: its form, and the one way it is written (BS 7666; NHS pseudo-postcodes)."""

from __future__ import annotations

import re

from app.core.errors import BadInput
from app.core.wording import Phrase

# Area, district, then a digit and two letters that are easily read; the NHS gives ZZ99 codes to
# people with no fixed or no UK address (NHS Data Dictionary, POSTCODE).
_FORM = re.compile(
    r"(?P<out>GIR|ZZ99|[A-PR-UWYZ](?:[0-9][0-9A-HJKPSTUW]?|[A-HK-Y][0-9][0-9ABEHMNPRVWXY]?))"
    r"(?P<in>[0-9][A-Z]{2})",
    re.ASCII,
)
_NOT_AT_THE_END = frozenset("CIKMOV")
EXAMPLE = "LS9 7TF"


def clean_postcode(text: str, field: str | None = None) -> str:
    """`LS9 7TF` for any spacing and case; raises BadInput for what has no postcode's form.

    Whether a house stands there is for nobody here to say.
    """
    bare = re.sub(r"[\s\-.]+", "", text).upper()
    match = _FORM.fullmatch(bare)
    if match is None or (match["out"] != "ZZ99" and set(match["in"][1:]) & _NOT_AT_THE_END):
        raise BadInput(
            "bad_postcode",
            Phrase(
                "Enter a UK postcode such as {example}. An address abroad has its own box.",
                example=EXAMPLE,
            ),
            field,
        )
    return f"{match['out']} {match['in']}"
