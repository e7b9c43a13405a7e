"""Finance's side for ever: a turn each interval, or as soon as the share's list is another.

One turn ends before the next begins. What cannot be reached is tried again, ever less often. A
wish to stop is heard between turns of the database, never within one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Generic, TypeVar

from app.core.errors import BadInput, Known, NotAllowed, NotFound
from app.core.ports import Clock, Randomness
from app.spool.backoff import Standing
from app.spool.faults import ShareFault
from app.spool.files import PART
from app.spool.names import ACKNOWLEDGEMENT, REJECTS
from app.spool.share import LARGEST_FILE, Share
from app.spool.terms import ShareTerms, WatchTerms

_T = TypeVar("_T")
_PASSING = ("ledger_unavailable", "locked", "no_roster", "disk_full")
_OURS = (PART, ACKNOWLEDGEMENT, REJECTS)


class Stopped(Exception):
    """Somebody asked for an end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pass(Generic[_T]):
    """One turn: what it did, or why it could not."""

    number: int
    at: datetime
    done: _T | None = None
    fault: Known | None = None
    standing: Standing = field(default_factory=Standing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """When turns are taken. `wait` waits so many seconds; True says to stop."""

    clock: Clock
    chance: Randomness
    wait: Callable[[float], bool]
    watch: WatchTerms
    share: ShareTerms


class StoppingShare:
    """A share that ends the turn at the next look at it, once somebody asked for an end.

    Reading is never done within a turn of the database, so nothing is cut in two; what is being
    written is finished.
    """

    def __init__(self, share: Share, stop_wanted: Callable[[], bool]) -> None:
        self._share = share
        self._stop_wanted = stop_wanted

    def list(self, prefix: str = "") -> tuple[str, ...]:
        """Names of the files that begin so, sorted."""
        self._heed()
        return self._share.list(prefix)

    def exists(self, name: str) -> bool:
        """Whether a file has that name."""
        self._heed()
        return self._share.exists(name)

    def read(self, name: str, largest: int = LARGEST_FILE) -> bytes | None:
        """A file's bytes up to one more than `largest`; None where there is none."""
        self._heed()
        return self._share.read(name, largest)

    def write_new(self, name: str, data: bytes) -> None:
        """Put a file there durably."""
        self._share.write_new(name, data)

    def sweep(self, prefix: str) -> None:
        """Remove what cut-off attempts left behind."""
        self._share.sweep(prefix)

    def remove_trial(self, name: str) -> None:
        """Take away a file that was written to try the share."""
        self._share.remove_trial(name)

    def _heed(self) -> None:
        if self._stop_wanted():
            raise Stopped


def watch(turn: Callable[[], _T], share: Share, rhythm: Rhythm) -> Iterator[Pass[_T]]:
    """Turns for ever; ends when the rhythm's wait says so, or the turn raises Stopped.

    Raises Known where the first turn shows that it was set up wrongly: no waiting mends that.
    """
    standing = Standing()
    number = 0
    worked_once = False
    while True:
        number += 1
        at = rhythm.clock.now()
        try:
            seen = _listed(share)
            one = Pass(number=number, at=at, done=turn())
            standing, worked_once = standing.worked(), True
        except Stopped:
            return
        except Known as fault:
            if not _may_pass(fault, worked_once=worked_once):
                raise
            standing = standing.failed(fault, at=at, terms=rhythm.share, chance=rhythm.chance)
            one = Pass(number=number, at=at, fault=fault)
            seen = ()
        yield replace(one, standing=standing)
        try:
            if _rest(share, seen, standing, rhythm):
                return
        except Stopped:
            return


def _rest(share: Share, seen: tuple[str, ...], standing: Standing, rhythm: Rhythm) -> bool:
    """Wait for the next turn; True to stop. A share that fails its glance is due for a turn."""
    if standing.next_at is not None:
        late = (standing.next_at - rhythm.clock.now()).total_seconds()
        return rhythm.wait(max(0.0, late))
    left = rhythm.watch.every
    while left > 0:
        some = min(left, rhythm.watch.glance)
        if rhythm.wait(some):
            return True
        left -= some
        try:
            if left > 0 and _listed(share) != seen:
                return False
        except ShareFault:
            return False
    return False


def _listed(share: Share) -> tuple[str, ...]:
    """What others put on the share: our own answers are no reason for another turn."""
    return tuple(name for name in share.list() if not name.endswith(_OURS))


def _may_pass(fault: Known, *, worked_once: bool) -> bool:
    if isinstance(fault, ShareFault) or fault.code in _PASSING:
        return True
    return worked_once and not isinstance(fault, BadInput | NotFound | NotAllowed)
