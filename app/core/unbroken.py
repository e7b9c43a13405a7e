"""What stays in one line wherever text wraps: a date, a phone or NHS number, a per cent.

And how the short dates among them are said.
"""

from __future__ import annotations

import re
from functools import cache

_SPACE, _JOINER = "\u00a0", "\u2060"  # neither lets a line end beside it
_SHORT = r"\d{2}-[A-Z][a-z]{2}\b(?:-\d{4})?"
_PHONE = r"(?:\+\d{1,3}|0\d{1,4})(?: \d{3,6}){1,3}"
_NHS_NUMBER = r"\d{3} \d{3} \d{4}"


@cache
def _spans() -> re.Pattern[str]:
    from app.core.dates import MONTHS  # with its time zones, which a window does without at first

    months = "|".join(MONTHS)
    day, month = rf"\d{{1,2}} (?:{months})\b(?: \d{{4}})?", rf"(?:{months}) \d{{4}}"
    kept = "|".join((day, month, _SHORT, _NHS_NUMBER, _PHONE))
    return re.compile(rf"(?<!\w)(?:{kept})(?!\d)|\d[\d.]* %")


def unbroken(text: str) -> str:
    """The text with those held together, for whatever breaks lines at spaces and hyphens.

    It looks the same; a program that compares or keeps it wants the text as it was.
    """
    if not any(letter.isdigit() for letter in text):
        return text
    return _spans().sub(lambda found: _held(found[0]), text)


def unbroken_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where in a text they begin and end, for what breaks lines by itself."""
    return tuple(found.span() for found in _spans().finditer(text))


def aloud(text: str) -> str:
    """The text as a screen reader says it: `14 July 2026` for `14-Jul-2026` (ux.md 7.14)."""
    return _short_dates().sub(_long, text) if "-" in text else text


@cache
def _short_dates() -> re.Pattern[str]:
    from app.core.dates import MONTHS

    short = "|".join(month[:3] for month in MONTHS)
    return re.compile(rf"(?<![\w-])(\d{{2}})-({short})(?:-(\d{{4}}))?(?![\w-])")


def _long(found: re.Match[str]) -> str:
    from app.core.dates import MONTHS

    day, month, year = found.groups()
    whole = next(one for one in MONTHS if one.startswith(month))
    return " ".join(part for part in (str(int(day)), whole, year) if part)


def _held(span: str) -> str:
    return span.replace(" ", _SPACE).replace("-", f"{_JOINER}-{_JOINER}")
