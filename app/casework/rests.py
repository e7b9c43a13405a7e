"""When letters rest because an officer says so: kinds as a trust words them, and days as spans.

What an officer writes of the reason stays on the case; whoever bills or chases reads the neutral
label alone (charging-rules.md 8.1, hazard H13).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class RestKind:
    """A reason to rest: the officer's words, which hold of the ledger it is (an id of the debt
    terms), and whether a first invoice waits as well.
    """

    id: str
    label: str
    hold: str
    invoice_waits: bool = False


@dataclass(frozen=True, slots=True)
class RestEvent:
    """A rest of a kind begins or ends on a day."""

    kind: str
    begins: bool
    on: date


@dataclass(frozen=True, slots=True)
class Rest:
    """The days of a rest, both ends within it; no end while it lasts."""

    kind: str
    since: date
    until: date | None = None


def rests_of(events: Iterable[RestEvent]) -> tuple[Rest, ...]:
    """The rests, in the order they began, of events in the order they were written down.

    One that begins again while it lasts goes on; one that ends ends with the day before.
    """
    rests: list[Rest] = []
    for event in events:
        place = next(
            (at for at, one in enumerate(rests) if one.kind == event.kind and one.until is None),
            None,
        )
        if event.begins and place is None:
            rests.append(Rest(event.kind, event.on))
        elif not event.begins and place is not None:
            rests[place] = replace(rests[place], until=event.on - timedelta(days=1))
    return tuple(rests)
