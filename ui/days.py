"""Days as a screen says them, in the language of the window.

Letters, papers and what is written to the share stay with `app.core.dates`: they are English.
"""

from __future__ import annotations

from datetime import date

from app.core import dates
from ui.language import ENGLISH, as_shown, language


def show(day: date) -> str:
    """`14-Jul-2026`, the form of banner and tables."""
    return as_shown(dates.show(day))


def brief(day: date) -> str:
    """`14-Jul`, where the year is plain."""
    return as_shown(dates.brief(day))


def long(day: date) -> str:
    """`14 July 2026`, the form of speech."""
    return as_shown(dates.long(day))


def full(day: date) -> str:
    """`Tuesday 14 July 2026`, as the day is greeted."""
    return as_shown(dates.full(day))


def typed(day: date) -> str:
    """As it stands in a field, where it is read again: other languages write it in figures."""
    return dates.show(day) if language() == ENGLISH else f"{day:%d/%m/%Y}"
