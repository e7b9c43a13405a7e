"""Reading the dates people type, and showing dates one way everywhere."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from app.core.errors import BadInput
from app.core.wording import DayForm, DayWords, Phrase

# Our own names: the standard library's follow the machine's locale, which Qt switches on.
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LONDON = ZoneInfo("Europe/London")
_MONTHS = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
_MONTHS |= {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_MONTHS["sept"] = 9
_ISO = re.compile(r"^(\d{4})[\s/.\-](\d{1,2})[\s/.\-](\d{1,2})$")
_NUMERIC = re.compile(r"^(\d{1,2})[\s/.\-](\d{1,2})[\s/.\-](\d{2}|\d{4})$")
_RUN_TOGETHER = re.compile(r"^(\d{2})(\d{2})(\d{2}|\d{4})$")
_NAMED = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?(?: of)?[\s/.\-]?([a-z]+)[\s/.,\-]*(\d{2}|\d{4})$")
_MONTH_ONLY = re.compile(r"^([a-z]+)\s+(\d{4})$")
_AHEAD = re.compile(r"^\+(\d{1,3})\s*([dwmy])$")
FIRST_SHOWN = "0001-01-02T00:00:00Z"  # databases know moments before it, calendars none
EXAMPLE = Phrase("14/7/26, 14-Jul-2026 or +3w")


def parse_date(text: str, today: date, *, past: bool = False, field: str | None = None) -> date:
    """Read a British date in the forms a clerk types; raises BadInput when it is not one.

    `today` anchors `+3w` and two-digit years. With `past` (a birth) a two-digit year never
    leads into the future; otherwise it is the nearest such year to today. A bare month such as
    `July 2026` means its last day, the safe reading for a leaving date.
    """
    plain = " ".join(text.lower().split()).rstrip(".,")
    found = _read(plain, today, past)
    if found is None:
        raise BadInput(
            "bad_date", Phrase("Enter a date such as {example}.", example=EXAMPLE), field
        )
    year, month, day = found
    try:
        return date(year, month, day)
    except ValueError:
        raise BadInput(
            "bad_date",
            Phrase("There is no such day as “{text}”. Check day and month.", text=text.strip()),
            field,
        ) from None


def parse_iso(text: str, field: str | None = None) -> date:
    """Read exactly `YYYY-MM-DD`; raises BadInput otherwise."""
    try:
        if len(text) == 10 and text[7] == "-":  # the library reads weeks, `2026-W47-7`, too
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise BadInput(
        "bad_date", Phrase("Enter a real day as YYYY-MM-DD, not “{text}”.", text=text), field
    )


def show(day: date) -> str:
    """`14-Jul-2026`, the form of banner and tables."""
    return DayWords(f"{_brief(day)}-{day.year}", day, DayForm.TABLE)


def brief(day: date) -> str:
    """`14-Jul`, where the year is plain."""
    return DayWords(_brief(day), day, DayForm.BRIEF)


def long(day: date) -> str:
    """`14 July 2026`, the form of letters and speech."""
    return DayWords(f"{day.day} {MONTHS[day.month - 1]} {day.year}", day, DayForm.LONG)


def full(day: date) -> str:
    """`Tuesday 14 July 2026`, as a day is greeted."""
    return DayWords(f"{WEEKDAYS[day.weekday()]} {long(day)}", day, DayForm.FULL)


def month_words(day: date) -> str:
    """`July 2026`, for the month a day lies in."""
    return DayWords(f"{MONTHS[day.month - 1]} {day.year}", day, DayForm.MONTH)


def _brief(day: date) -> str:
    return f"{day.day:02d}-{MONTHS[day.month - 1][:3]}"


def clock_time(moment: str) -> str:
    """`09:14` for a stored moment: the time on the wall of the hospital."""
    return f"{_on_the_wall(moment):%H:%M}"


def london_day(moment: str) -> date:
    """The day of a stored moment, as the hospital's calendar has it."""
    return _on_the_wall(moment).date()


def _on_the_wall(moment: str) -> datetime:
    # A clock gone wrong may have said the first day of all; London's began a minute before.
    return datetime.fromisoformat(max(moment, FIRST_SHOWN)).astimezone(LONDON)


def days_after(day: date, days: int) -> date:
    """So many days on, or back; calendars end with their first and last day."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def add_months(day: date, months: int) -> date:
    """The same day number months later, or that month's last day; raises ValueError past the
    calendar's end."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def working_days_after(day: date, count: int) -> date:
    """The day that many working days on; weekends do not count, bank holidays do."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def age_in_years(born: date, on: date) -> int:
    """Completed years of age."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def age_in_months(born: date, on: date) -> int:
    """Completed calendar months; a month begun on a day this one lacks ends on its last day."""
    months = (on.year - born.year) * 12 + on.month - born.month
    complete = born.day <= on.day or (on + timedelta(days=1)).day == 1
    return months if complete else months - 1


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
        return _in_century(match[3], int(match[2]), int(match[1]), today=today, past=past)
    if (match := _NAMED.match(plain)) and match[2] in _MONTHS:
        return _in_century(match[3], _MONTHS[match[2]], int(match[1]), today=today, past=past)
    if (match := _MONTH_ONLY.match(plain)) and match[1] in _MONTHS:
        year, month = int(match[2]), _MONTHS[match[1]]
        return (year, month, monthrange(year, month)[1]) if year else None
    return None


def _ahead(today: date, count: int, unit: str) -> date | None:
    try:
        if unit in "dw":
            return today + timedelta(days=count * (7 if unit == "w" else 1))
        return add_months(today, count * (12 if unit == "y" else 1))
    except (OverflowError, ValueError):
        return None


def _in_century(
    written: str, month: int, day: int, *, today: date, past: bool
) -> tuple[int, int, int]:
    if len(written) == 4:
        return int(written), month, day
    year = today.year - today.year % 100 + int(written)
    if past:
        ahead = (year, month, day) > (today.year, today.month, today.day)
        return year - 100 if ahead else year, month, day
    if year - today.year > 50:
        year -= 100
    elif today.year - year > 50:
        year += 100
    return year, month, day
