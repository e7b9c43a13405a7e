"""A share that goes away, fills up, refuses, breaks off in mid-write, and lists badly.

It lies over a real one. What it does wrong is set by `be`; it never says that something is done
when it is not, but it may say that something failed when it is done.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from random import Random

from app.spool.share import (
    LARGEST_FILE,
    Share,
    ShareDenied,
    ShareFault,
    ShareFull,
    ShareTimeout,
    ShareUnavailable,
)


class Crash(Exception):
    """The machine stops here, in the middle of whatever it was doing."""


class Mood(StrEnum):
    """How the share behaves from the `be`-th call on."""

    WELL = "well"
    MUDDLED = "muddled"  # lists twice, and backwards
    AWAY = "away"
    DENIED = "denied"
    FULL = "full"
    CUT = "cut"  # half a file is left under a part's name
    LATE = "late"  # the file is there; the answer never comes
    CRASH = "crash"


_RAISES: dict[Mood, type[ShareFault]] = {
    Mood.AWAY: ShareUnavailable,
    Mood.DENIED: ShareDenied,
}


class FickleShare:
    """One machine's way to the share."""

    def __init__(self, inner: Share, folder: Path, chance: Random) -> None:
        self.inner, self.folder, self._chance = inner, folder, chance
        self._mood, self._left = Mood.WELL, 0

    def be(self, mood: Mood, after: int = 0) -> None:
        """Behave so from the call after `after` more calls."""
        self._mood, self._left = mood, after

    def list(self, prefix: str = "") -> tuple[str, ...]:
        """The names; twice and backwards where it is muddled."""
        self._call()
        names = self.inner.list(prefix)
        return (*reversed(names), *names) if self._mood is Mood.MUDDLED else names

    def exists(self, name: str) -> bool:
        """As the share has it."""
        self._call()
        return self.inner.exists(name)

    def read(self, name: str, largest: int = LARGEST_FILE) -> bytes | None:
        """As the share has it."""
        self._call()
        return self.inner.read(name, largest)

    def write_new(self, name: str, data: bytes) -> None:
        """Whole, or not at all, or whole and not told."""
        breaks = self._call(writing=True)
        if breaks in (Mood.CUT, Mood.FULL):
            part = self.folder / f"{name}.{self._chance.randrange(10**12):012d}.part"
            part.write_bytes(data[: len(data) // 2])
            raise ShareFull if breaks is Mood.FULL else ShareUnavailable
        self.inner.write_new(name, data)
        if breaks is Mood.LATE:
            raise ShareTimeout

    def sweep(self, prefix: str) -> None:
        """As the share does."""
        self._call()
        self.inner.sweep(prefix)

    def remove_trial(self, name: str) -> None:
        """As the share does."""
        self.inner.remove_trial(name)

    def _call(self, *, writing: bool = False) -> Mood:
        if self._mood in (Mood.WELL, Mood.MUDDLED):
            return self._mood
        self._left -= 1
        if self._left >= 0:
            return Mood.WELL
        if self._mood is Mood.CRASH:
            if writing:
                self._chance.random()
            raise Crash
        if self._mood in _RAISES:
            raise _RAISES[self._mood]
        return self._mood if writing else Mood.WELL
