"""Reading the dates people type, and showing dates one way everywhere."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from app.core.errors import BadInput

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_NUMERIC = re.compile(r"^(\d{1,2})[\s/.\-](\d{1,2})[\s/.\-](\d{2}|\d{4})$")
_RUN_TOGETHER = re.compile(r"^(\d{2})(\d{2})(\d{2}|\d{4})$")
_NAMED = re.compile(r"^(\d{1,2})[\s\-]([a-z]+)\.?[\s\-](\d{2}|\d{4})$")
_MONTH_ONLY = re.compile(r"^([a-z]+)\s+(\d{4})$")
_AHEAD = re.compile(r"^\+(\d{1,3})\s*([dwmy])$")
EXAMPLE = "14/7/26, 14-Jul-2026 or +3w"


def parse_date(text: str, today: date, *, past: bool = False, field: str | None = None) -> date:
    """Read a British date in the forms a clerk types; raises BadInput when it is not one.

    `today` anchors `+3w` and two-digit years. With `past` (a birth) a two-digit year never
    lies in the future; otherwise it is the nearest century to today. A bare month such as
    `July 2026` means its last day, the safe reading for a leaving date.
    """
    plain = " ".join(text.strip().lower().split())
    found = _read(plain, today, past)
    if found is None:
        raise BadInput("bad_date", f"Enter a date such as {EXAMPLE}.", field)
    year, month, day = found
    try:
        return date(year, month, day)
    except ValueError:
        raise BadInput(
            "bad_date", f"There is no such day as “{text.strip()}”. Check day and month.", field
        ) from None


def parse_iso(text: str, field: str | None = None) -> date:
    """Read exactly `YYYY-MM-DD`; raises BadInput otherwise."""
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise BadInput("bad_date", f"Enter a real day as YYYY-MM-DD, not “{text}”.", field)


def show(day: date) -> str:
    """`14-Jul-2026`, the form of banner and tables."""
    return f"{day.day:02d}-{calendar.month_abbr[day.month]}-{day.year}"


def long(day: date) -> str:
    """`14 July 2026`, the form of letters and speech."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def add_months(day: date, months: int) -> date:
    """The same day number months later, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def age_in_years(born: date, on: date) -> int:
    """Completed years of age."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def age_in_months(born: date, on: date) -> int:
    """Completed calendar months; a month begun on a day this one lacks ends on its last day."""
    months = (on.year - born.year) * 12 + on.month - born.month
    return months if add_months(born, months) <= on else months - 1


def financial_year_start(day: date) -> int:
    """The calendar year in which the financial year (from 1 April) of a day begins."""
    return day.year if day.month >= 4 else day.year - 1


def _read(plain: str, today: date, past: bool) -> tuple[int, int, int] | None:
    if plain in ("today", "t"):
        return today.year, today.month, today.day
    if match := _AHEAD.match(plain):
        ahead = _ahead(today, int(match[1]), match[2])
        return (ahead.year, ahead.month, ahead.day) if ahead else None
    if match := _ISO.match(plain):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _NUMERIC.match(plain) or _RUN_TOGETHER.match(plain):
        return _year(match[3], today, past), int(match[2]), int(match[1])
    if (match := _NAMED.match(plain)) and match[2] in _MONTHS:
        return _year(match[3], today, past), _MONTHS[match[2]], int(match[1])
    if (match := _MONTH_ONLY.match(plain)) and match[1] in _MONTHS:
        year, month = int(match[2]), _MONTHS[match[1]]
        return (year, month, calendar.monthrange(year, month)[1]) if year else None
    return None


def _ahead(today: date, count: int, unit: str) -> date | None:
    try:
        if unit in "dw":
            return today + timedelta(days=count * (7 if unit == "w" else 1))
        return add_months(today, count * (12 if unit == "y" else 1))
    except (OverflowError, ValueError):
        return None


def _year(text: str, today: date, past: bool) -> int:
    if len(text) == 4:
        return int(text)
    year = today.year - today.year % 100 + int(text)
    if past:
        return year if year <= today.year else year - 100
    return year if year - today.year <= 50 else year - 100
