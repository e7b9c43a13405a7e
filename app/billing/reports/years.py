"""Financial years and months: what a report or a close is about."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from app.core.dates import financial_year_start, month_words
from app.core.errors import BadInput

_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_YEAR = re.compile(r"(\d{4})(/\d{2})?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class FinancialYear:
    """The year from 1 April of `start` to 31 March."""

    start: int

    @classmethod
    def of(cls, day: date) -> FinancialYear:
        """The year a day lies in."""
        return cls(financial_year_start(day))

    @classmethod
    def parse(cls, text: str) -> FinancialYear:
        """Read `2025/26` or `2025`; raises BadInput."""
        found = _YEAR.fullmatch(text.strip())
        year = cls(int(found[1])) if found else None
        if (
            year is None
            or not 1 < year.start < 9999
            or (found and found[2] and text.strip() != str(year))
        ):
            raise BadInput("bad_year", "Enter a financial year such as 2025/26.", "year")
        return year

    @property
    def first(self) -> date:
        """1 April."""
        return date(self.start, 4, 1)

    @property
    def last(self) -> date:
        """31 March."""
        return date(self.start + 1, 3, 31)

    @property
    def before(self) -> FinancialYear:
        """The year before, printed beside it."""
        return FinancialYear(self.start - 1)

    def __str__(self) -> str:
        return f"{self.start}/{(self.start + 1) % 100:02d}"


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month, the period that is closed."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Month:
        """The month a day lies in."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read `2026-04`; raises BadInput."""
        found = _MONTH.fullmatch(text.strip())
        if found is None or not 1 <= int(found[2]) <= 12 or not 1 < int(found[1]) < 9999:
            raise BadInput("bad_month", "Enter a month such as 2026-04.", "month")
        return cls(int(found[1]), int(found[2]))

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, self.number, monthrange(self.year, self.number)[1])

    @property
    def next(self) -> Month:
        """The month after."""
        return Month.of(self.last + timedelta(days=1))

    @property
    def words(self) -> str:
        """`April 2026`, for people."""
        return month_words(self.first)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"
