"""Numbers of papers and telephones as they are compared: no spaces, no dashes, no case."""

from __future__ import annotations

import re
import unicodedata

_NO_SIGNS = re.compile(r"[^0-9A-Z]+")
_NO_DIGITS = re.compile(r"\D+")
_LEAST_PHONE = 6  # digits; an extension alone finds nobody
_HOME = "44"


def plain_number(text: str) -> str:
    """Letters and digits of a passport, card or hospital number, in capitals."""
    if not text:
        return ""
    return _NO_SIGNS.sub("", unicodedata.normalize("NFKC", text).upper())


def plain_phone(text: str) -> str:
    """The digits of a telephone number, one of the UK as dialled at home: `07700900123`.

    Empty where there are too few digits for one.
    """
    if not text:
        return ""
    tidy = unicodedata.normalize("NFKC", text).replace("(0)", "").strip()
    digits = "".join(str(int(one)) for one in _NO_DIGITS.sub("", tidy))
    if digits.startswith("00") or tidy.startswith("+"):
        digits = digits.removeprefix("00")
        if digits.startswith(_HOME):
            digits = "0" + digits.removeprefix(_HOME).lstrip("0")
    return digits if len(digits) >= _LEAST_PHONE else ""
