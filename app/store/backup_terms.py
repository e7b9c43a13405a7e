"""When copies of a store are made, and which of those there are stay."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.dates import LONDON


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupTerms:
    """The trust's terms: `hours`, `days` and `weeks` are how far each kind of copy reaches back.

    `every` is the time between two copies, `warn_after` the age at which the newest is too old;
    `days_a_block` and `references` are what a restored store leaves out (`app.store.actors`).
    """

    every: timedelta
    hours: int
    days: int
    weeks: int
    warn_after: timedelta
    days_a_block: int
    references: int
    pages_at_once: int


def to_keep(made: Iterable[datetime], now: datetime, terms: BackupTerms) -> frozenset[datetime]:
    """Which copies stay: all of the last hours, the newest of each day and week; always the newest.

    A day is one at the hospital, a week its seven days from Monday. A copy from the future (a
    clock was set back) stays.
    """
    newest_first = sorted(made, reverse=True)
    recent = {one for one in newest_first if now - one <= timedelta(hours=terms.hours)}
    daily = _newest_of_each(newest_first, _day, terms.days)
    weekly = _newest_of_each(newest_first, _week, terms.weeks)
    return frozenset(recent | daily | weekly | set(newest_first[:1]))


def _newest_of_each(
    newest_first: list[datetime], of: Callable[[datetime], tuple[int, ...]], most: int
) -> set[datetime]:
    found: dict[tuple[int, ...], datetime] = {}
    for one in newest_first:
        found.setdefault(of(one), one)
    return set(list(found.values())[:most])


def _day(moment: datetime) -> tuple[int, ...]:
    day = moment.astimezone(LONDON)
    return (day.year, day.month, day.day)


def _week(moment: datetime) -> tuple[int, ...]:
    return tuple(moment.astimezone(LONDON).isocalendar()[:2])
