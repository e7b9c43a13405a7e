"""Days and moments of other machines that no calendar holds: a database takes them, nothing else.

SQLite knows a year 0, Python's calendar begins with the year 1. A record with such a day is kept
and told like any other that does not fit, or every list with that case on it would fail.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from app.replica.record import Scalar

OUTSIDE = "It tells of a day that is in no calendar."
_DATED = re.compile(
    r".*_(at|on|date|day)|valid_(from|to|until)|holds_from|promised_by|until|born|died"
)
_YEAR_0 = "0000-"
# An emergency access is looked at whatever day it claims: `services.emergency` reads it with care,
# and one that was put aside for its day would be one that nobody reviews.
_TOLD_ALL_THE_SAME = frozenset({"emergency_accesses"})


class OutsideCalendars(ValueError):
    """A day or moment before the year 1."""


@cache
def dated(names: tuple[str, ...]) -> tuple[int, ...]:
    """Which of some columns hold days or moments."""
    return tuple(at for at, name in enumerate(names) if _DATED.fullmatch(name))


def require_row(table: str, names: tuple[str, ...], values: Sequence[Scalar]) -> None:
    """Raise OutsideCalendars where a row holds such a day; it may be shorter than its columns."""
    if table in _TOLD_ALL_THE_SAME:
        return
    for at in dated(names):
        if at < len(values):
            _require(values[at])


def require_cells(names: tuple[str, ...], cells: Mapping[str, Scalar]) -> None:
    """Raise OutsideCalendars where one of some columns holds such a day."""
    for at in dated(names):
        _require(cells.get(names[at]))


def _require(value: Scalar) -> None:
    if isinstance(value, str) and value.startswith(_YEAR_0):
        raise OutsideCalendars(OUTSIDE)
