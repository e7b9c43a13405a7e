"""The real clock and the real source of identifiers: the only place that asks the machine."""

from __future__ import annotations

import os
import time
from datetime import UTC, date, datetime
from random import Random, SystemRandom

from app.core.dates import LONDON


class SystemClock:
    """The time of this machine."""

    def now(self) -> datetime:
        """This moment, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Today's date in London, whatever zone the laptop was left in."""
        return self.now().astimezone(LONDON).date()


class FixedClock:
    """A clock that stands where `--now` put it, or moves when told; for demo and tests."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment.astimezone(UTC)

    def now(self) -> datetime:
        """The set moment, in UTC."""
        return self._moment

    def today(self) -> date:
        """The set moment's date in London."""
        return self._moment.astimezone(LONDON).date()

    def set(self, moment: datetime) -> None:
        """Move to another moment."""
        self._moment = moment.astimezone(UTC)


class SystemIds:
    """Version 7 UUIDs from the machine's clock and randomness (RFC 9562 5.7)."""

    def new(self) -> str:
        """A fresh identifier."""
        return _uuid7(time.time_ns() // 1_000_000, int.from_bytes(os.urandom(10)))


class SeededIds:
    """Identifiers that come out the same for the same seed, for `demo --seed` and tests."""

    def __init__(self, seed: int, clock: FixedClock) -> None:
        self._random = Random(seed)
        self._clock = clock

    def new(self) -> str:
        """The next identifier of this seed."""
        milliseconds = int(self._clock.now().timestamp() * 1000)
        return _uuid7(milliseconds, self._random.getrandbits(80))


class SystemRandomness:
    """The machine's own chance."""

    def below(self, limit: int) -> int:
        """A whole number from 0 up to, not including, `limit`."""
        return SystemRandom().randrange(limit)


class SeededRandomness:
    """Lots that fall the same for the same seed, for tests."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def below(self, limit: int) -> int:
        """The next number of this seed."""
        return self._random.randrange(limit)


def _uuid7(milliseconds: int, chance: int) -> str:
    bits = (milliseconds & 0xFFFF_FFFF_FFFF) << 80 | chance & ((1 << 80) - 1)
    bits = bits & ~(0xF << 76) | 0x7 << 76
    bits = bits & ~(0x3 << 62) | 0x2 << 62
    text = f"{bits:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
