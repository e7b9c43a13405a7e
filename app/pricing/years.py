"""Tariff years: they start on 1 April and are written `2018/19` (finance.md 1.5)."""

from __future__ import annotations

import re
from datetime import date

from app.core.errors import BadInput
from app.core.wording import Phrase

_WRITTEN = re.compile(r"(20[0-9]{2})/([0-9]{2})")


def tariff_year_of(day: date) -> str:
    """The tariff year a day lies in: 31 March 2019 is in `2018/19`."""
    start = day.year if (day.month, day.day) >= (4, 1) else day.year - 1
    return f"{start}/{(start + 1) % 100:02d}"


def year_bounds(tariff_year: str, field: str | None = "tariff_year") -> tuple[date, date]:
    """First and last day of a tariff year; raises BadInput where it is not written as one."""
    match = _WRITTEN.fullmatch(tariff_year)
    if match and (int(match[1]) + 1) % 100 == int(match[2]):
        start = int(match[1])
        return date(start, 4, 1), date(start + 1, 3, 31)
    raise BadInput(
        "bad_tariff_year",
        Phrase("Write the tariff year as 2018/19, not “{year}”.", year=tariff_year),
        field,
    )
