"""What the house needs from the machine it runs on; tests hand in their own."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time; nothing else in the house does."""

    def now(self) -> datetime:
        """This moment, in UTC."""

    def today(self) -> date:
        """Today's date at the hospital (Europe/London)."""


class Ids(Protocol):
    """Hands out identifiers made on this device, never the same twice."""

    def new(self) -> str:
        """A version 7 UUID as text: sorts by time of making (RFC 9562)."""


class Randomness(Protocol):
    """Draws lots; nothing that must not be guessed is made with it."""

    def below(self, limit: int) -> int:
        """A whole number from 0 up to, not including, `limit`."""


def stamp(moment: datetime) -> str:
    """A moment as `2026-03-09T09:14:00Z`, the one form stored and sent."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_stamp(text: str) -> datetime:
    """The moment a stamp names; raises ValueError for anything else."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
