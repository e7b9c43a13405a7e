"""The same fickle share on a real Samba server, each machine over a wire of its own that breaks.

    with smb_roads(folder) as roads:
        World(folder / "trust", seed, roads=roads)

Where the share would be away or break off in mid-write, the wire is cut after some byte or other;
where its answer would come late, everything stands still until the deadline. The server, its disk
and the client are real; the other faults are laid over them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from app.spool.share import Share, open_share
from tests.proof.travel_share import FickleShare, Mood
from tests.spool.fault_proxy import Fault, FaultProxy, Way
from tests.spool.means import means
from tests.spool.samba import Samba

_SOON = 0.5  # seconds after which a wire that stalled is given up; others have the usual time
_FEW, _MANY = 6, 15  # powers of two: of how many bytes get through before the wire breaks


class WiredShare(FickleShare):
    """One machine's way to the server."""

    def __init__(
        self, folder: Path, chance: Random, *, steady: Wired, hasty: Wired, counts: Counter[str]
    ) -> None:
        super().__init__(steady.share, folder, chance)
        self._steady, self._hasty, self._counts = steady, hasty, counts

    def be(self, mood: Mood, after: int = 0) -> None:
        """Behave so; what a wire can do is done by the wire, and healed by the next call."""
        self._heal()
        if mood is Mood.AWAY:
            self._break(self._steady, Fault.CUT, 0)
        elif mood in (Mood.CUT, Mood.LATE):
            fault, wired = (
                (Fault.CUT, self._steady) if mood is Mood.CUT else (Fault.STALL, self._hasty)
            )
            self._break(wired, fault, int(2 ** self._chance.uniform(_FEW, _MANY)))
        else:
            super().be(mood, after)
            return
        super().be(Mood.WELL)

    def _break(self, wired: Wired, fault: Fault, count: int) -> None:
        self.inner = wired.share
        wired.wire.break_after(self._chance.choice(tuple(Way)), count, fault)

    def _heal(self) -> None:
        for wired, done in ((self._steady, "wire cut"), (self._hasty, "wire stalled")):
            self._counts[done] += wired.wire.is_broken
            wired.wire.heal()
        self.inner = self._steady.share


@dataclass(frozen=True, slots=True)
class Wired:
    """A share with its own wire to the server."""

    share: Share
    wire: FaultProxy


@dataclass(frozen=True, slots=True)
class SmbRoads:
    """Makes each machine's way to the server."""

    server: Samba
    stack: ExitStack

    def __call__(self, folder: Path, chance: Random, counts: Counter[str]) -> FickleShare:
        """One more."""
        steady, hasty = self._wired(deadline=None), self._wired(deadline=_SOON)
        return WiredShare(folder, chance, steady=steady, hasty=hasty, counts=counts)

    def _wired(self, *, deadline: float | None) -> Wired:
        wire = self.stack.enter_context(FaultProxy(self.server.port))
        address = self.server.address("trust", port=wire.port)
        return Wired(open_share(address, means(deadline=deadline)), wire)


@contextmanager
def smb_roads(folder: Path, shared: Path) -> Iterator[SmbRoads]:
    """A server of this run's own in `folder`, whose share `trust` lies in the folder `shared`."""
    with Samba(folder, places={"trust": shared}) as server, ExitStack() as stack:
        yield SmbRoads(server, stack)
