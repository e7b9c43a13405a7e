"""H10: sender, officer and finance of sealed envelopes, killed with SIGKILL at every write.

    python -m tests.proof.travel_kill

Every point of sealing, writing to the share, marking, taking in, keeping, loading and answering is
tried, none is left out; then the kernel kills inside what the database library writes. Started
again, all is there once, as if nobody had died. The deaths are counted as JSON; the command ends
with 1 where anything was lost or doubled.

The tests (test_travel_kill.py) leave out a point only where a death there leaves byte for byte what
one at the point before leaves, as between two statements of one transaction.

Each run is forked from one process that has read what all need, on a copy of the stores in memory:
a kill takes the process, not the power, and disks are slow.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from app.hub.figures import LedgerTotals
from tests.proof.killing import Died, killing, report, told, told_at
from tests.proof.travel_place import (
    CLERK,
    FIRST,
    LATER,
    OFFICER,
    Place,
    all_there,
    at_rest,
    loaded_once,
    new_place,
    sent_once,
    taken_once,
)
from tests.spool.killer import Killer, Run

POINTS_WANTED = 60  # fewer, and something is no longer counted
_PAGES = 13 * 4_120  # bytes further into a file, each time that the kernel kills
_GO_ON = 10  # after every so many deaths the others go on with what came of it


@dataclass(frozen=True, slots=True)
class _Life:
    """What is done in a world, what is there at its end, and what others make of it later."""

    before: Place
    run: Callable[..., Run]
    end: Callable[[Place], object]
    afterwards: Callable[[Place], object]


class Deaths:
    """A world in which nothing was sent, one in which all was, one answered; and all deaths."""

    def __init__(self, killer: Killer, folder: Path, *, every_point: bool) -> None:
        self._killer, self._every_point = killer, every_point
        self._waiting = new_place(folder / "waiting")
        self._waiting.copy("warm").warm(killer)
        self._sent = self._waiting.copy("sent")
        for code in (OFFICER, CLERK):
            assert not self._sent.meet(killer, code, FIRST).killed
        self._answered = self._sent.copy("answered")
        assert not self._answered.take(killer, FIRST).killed
        taken_home = self._answered.copy("whole")
        assert not taken_home.meet(killer, OFFICER, FIRST).killed
        all_there(taken_home)

    def of_a_sender(self, code: str) -> Died:
        """Every record in one envelope, one chain, on the share as it was sealed."""

        def taken_by_finance(world: Place) -> tuple[LedgerTotals, int]:
            assert not world.take(self._killer, LATER).killed
            loaded = loaded_once(world)
            return loaded.totals, len(loaded.records)

        return self._try_all(
            _Life(
                self._waiting,
                lambda world, now, **death: world.meet(self._killer, code, now, **death),
                lambda world: sent_once(world, code),
                taken_by_finance,
            )
        )

    def of_an_officer(self) -> Died:
        """Every case of others and every answer of finance taken in once."""

        def at_the_clerks(world: Place) -> None:
            at_rest(world, OFFICER)
            assert not world.meet(self._killer, CLERK, LATER).killed
            at_rest(world, CLERK)

        return self._try_all(
            _Life(
                self._answered,
                lambda world, now, **death: world.meet(self._killer, OFFICER, now, **death),
                lambda world: taken_once(world, OFFICER),
                at_the_clerks,
            )
        )

    def of_finance(self) -> Died:
        """Every envelope taken, loaded, answered, and written for the trust's own ledger once."""

        def taken_home(world: Place) -> None:
            for code in (CLERK, OFFICER):
                assert not world.meet(self._killer, code, LATER).killed
                at_rest(world, code)

        return self._try_all(
            _Life(
                self._sent,
                lambda world, now, **death: world.take(self._killer, now, **death),
                loaded_once,
                taken_home,
            )
        )

    def _try_all(self, life: _Life) -> Died:
        """Die, run again, and end as the life in which nobody died."""
        whole = life.before.copy("whole")
        counted = life.run(whole, FIRST, watching=whole.root)
        wanted = life.end(whole), life.afterwards(whole)
        points = counted.points
        assert len(points) >= POINTS_WANTED
        deaths = range(1, len(points) + 1) if self._every_point else counted.deaths
        for number, at in enumerate(deaths):
            with told_at(f"killed before point {at}, {points[at - 1]}"):
                world = life.before.copy("killed")
                assert life.run(world, FIRST, at=at) == Run(True, points[:at])
                self._go_on(life, world, wanted, further=number % _GO_ON == 0)
        inside = 0
        for past_bytes in count(1_000, _PAGES):
            with told_at(f"killed when a file grew past {past_bytes} bytes"):
                world = life.before.copy("killed")
                if not life.run(world, FIRST, past_bytes=past_bytes).killed:
                    break
                inside += 1
                self._go_on(life, world, wanted, further=inside % _GO_ON == 0)
        return Died(len(points), len(deaths), inside)

    def _go_on(
        self, life: _Life, world: Place, wanted: tuple[object, object], *, further: bool
    ) -> None:
        assert not life.run(world, LATER).killed
        assert life.end(world) == wanted[0]
        if further:
            assert life.afterwards(world) == wanted[1]


@contextmanager
def deaths(*, every_point: bool = False) -> Iterator[Deaths]:
    """The worlds, in memory where that can be, and what kills in them."""
    with killing("tests.proof.travel_steps") as (killer, folder):
        yield Deaths(killer, folder, every_point=every_point)


def main() -> int:
    """The command."""
    with deaths(every_point=True) as dying:
        found = told(
            {
                "clerk_sending": lambda: dying.of_a_sender(CLERK),
                "officer_sending": lambda: dying.of_a_sender(OFFICER),
                "officer_taking_in": dying.of_an_officer,
                "finance_taking_in": dying.of_finance,
            }
        )
    return report(found)


if __name__ == "__main__":
    sys.exit(main())
