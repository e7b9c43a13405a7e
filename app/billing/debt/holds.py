"""Holds: the days on which nobody is chased, and the days that count because nobody was held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.billing.debt.events import DebtEvent, HoldLifted, HoldPlaced
from app.billing.debt.terms import HoldKind

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """A hold over some days, both ends within it; no end while it lasts.

    `is_over` says that somebody ended it, so that nobody need look when its last day has passed.
    """

    kind: HoldKind
    since: date
    until: date | None = None
    reason: str = ""
    is_over: bool = False

    def covers(self, day: date) -> bool:
        """Whether it holds on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


def holds_of(events: Iterable[DebtEvent]) -> tuple[Hold, ...]:
    """The holds somebody placed, in the order of their placing.

    One placed again while it lasts takes the place of the first; lifting ends the last of its kind.
    """
    holds: list[Hold] = []
    for event in events:
        if isinstance(event, HoldPlaced):
            _end(holds, event.hold, event.on)
            holds.append(
                Hold(kind=event.hold, since=event.on, until=event.until, reason=event.reason)
            )
        elif isinstance(event, HoldLifted):
            _end(holds, event.hold, event.on)
    return tuple(holds)


def _end(holds: list[Hold], kind: HoldKind, on: date) -> None:
    """The hold of a kind that lasts on a day ends with the day before."""
    for place, hold in enumerate(holds):
        if hold.kind is kind and not hold.is_over and (hold.until is None or hold.until >= on):
            holds[place] = replace(hold, until=on - _ONE_DAY, is_over=True)


def counted_days(start: date, day: date, holds: Sequence[Hold]) -> int:
    """How many of the days after `start` up to `day` no hold covers: a hold stops the clock."""
    if day <= start:
        return 0
    held = 0
    reached = start  # days up to here are counted already
    for since, until in sorted((hold.since, hold.until or day) for hold in holds):
        first, last = max(since, reached + _ONE_DAY), min(until, day)
        if first <= last:
            held += (last - first).days + 1
            reached = last
    return (day - start).days - held
