"""Two-digit years and unknown parts of the dates in the lines (ICAO 9303-3, 4.8)."""

from __future__ import annotations

import re
from datetime import date

from app.core.wording import Phrase
from app.interop.mrz.document import BadMrz, PartDate

_BIRTH = re.compile(r"(?:([0-9]{2})(?:([0-9]{2})([0-9]{2}|<<)|<<<<)|<<<<<<)")
_EXPIRY = re.compile(r"[0-9]{6}")
_NO_EXPIRY = "<<<<<<"
_NEAR = 50  # years to either side of today that an expiry can lie


def read_birth(field: str, as_at: date) -> PartDate | None:
    """The birthday, in the latest century that does not lie ahead; None where all is unknown.

    Raises BadMrz for what is no day of any century.
    """
    match = _BIRTH.fullmatch(field)
    if match is None:
        raise _unreadable(Phrase("date of birth"), field)
    if match[1] is None:
        return None
    month = int(match[2]) if match[2] else None
    day = int(match[3]) if match[3] and match[3] != "<<" else None
    today = (as_at.year, as_at.month, as_at.day)
    year = as_at.year - as_at.year % 100 + int(match[1])
    known = tuple(part for part in (year, month, day) if part is not None)
    if known > today[: len(known)]:
        year -= 100
    if not _is_real(year, month or 1, day or 1):
        raise _unreadable(Phrase("date of birth"), field)
    return PartDate(year, month, day)


def read_expiry(field: str, as_at: date) -> date | None:
    """The last day, in the century nearest to today; None where the document has no end."""
    if field == _NO_EXPIRY:
        return None
    if not _EXPIRY.fullmatch(field):
        raise _unreadable(Phrase("expiry date"), field)
    year = as_at.year - as_at.year % 100 + int(field[:2])
    if year - as_at.year >= _NEAR:
        year -= 100
    elif as_at.year - year > _NEAR:
        year += 100
    month, day = int(field[2:4]), int(field[4:])
    if not _is_real(year, month, day):
        raise _unreadable(Phrase("expiry date"), field)
    return date(year, month, day)


def _is_real(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _unreadable(what: Phrase, field: str) -> BadMrz:
    return BadMrz(
        "bad_mrz",
        Phrase(
            "The {what} in the lines, {field}, is no day of the calendar, so nothing was filled "
            "in. Scan again, or type the details from the page.",
            what=what,
            field=field,
        ),
    )
