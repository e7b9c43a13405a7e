"""A whole case is removed, or it is not: whoever does it or hears of it is killed at every write.

    python -m tests.proof.removal_kill

The officer's machine that removes a case, another that takes the removal in, and the desk that
registered it are killed with SIGKILL at each of their writes, none left out, and then by the
kernel inside what the database library writes. After each death the store holds all of the case
or nothing of it, and tells nobody that it is gone where it is not. Started again, it is gone on
every machine, from tables, journal and search. The deaths are counted as JSON; the command ends
with 1 for a fault.

The tests (test_removal_kill.py) try every third of the points at which a death leaves something
else than at the one before, and take larger steps inside the library's own writes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from tests.proof.killing import Died, killing, report, told, told_at
from tests.proof.removal_place import (
    CLERK,
    FIRST,
    LATER,
    OTHER,
    REMOVER,
    Place,
    all_gone,
    held,
    is_whole_or_gone,
    new_place,
)
from tests.spool.killer import Killer, Run

POINTS_WANTED = 30  # fewer, and something is no longer counted
_PAGES, _FEWER_PAGES = 7 * 4_120, 129 * 4_120  # bytes further each time that the kernel kills
_EVERY = 3  # of the deaths that differ, where not every point is tried
_GO_ON = 8  # after every so many deaths the other machines hear of it


class Removals:
    """A world in which a list waits, one in which it was approved and sent; and all deaths."""

    def __init__(self, killer: Killer, folder: Path, *, every_point: bool) -> None:
        self._killer, self._every_point = killer, every_point
        self.listed = new_place(folder / "listed")
        self.listed.copy("warm").warm(killer)
        self.sent = self.listed.copy("sent")
        assert not self.sent.remove(killer, FIRST).killed

    def by_the_remover(self) -> Died:
        """Killed while the second administrator's word is done, and while others are told."""
        return self._try_all(
            self.listed, REMOVER, lambda place, now, **at: place.remove(self._killer, now, **at)
        )

    def by_one_who_hears(self, code: str) -> Died:
        """Killed while another officer's machine, or the desk, takes the removal in."""
        return self._try_all(
            self.sent, code, lambda place, now, **at: place.meet(self._killer, code, now, **at)
        )

    def _try_all(self, before: Place, code: str, run: Callable[..., Run]) -> Died:
        alone = before.copy("alone").without_the_others(code)  # so that less is hashed
        counted = run(alone, FIRST, watching=alone.root)
        assert len(counted.points) >= POINTS_WANTED
        whole = before.copy("whole")
        assert not run(whole, FIRST).killed
        whole.meet_all(self._killer, LATER)
        wanted = all_gone(whole)
        with before.store(code) as db:
            rows = held(db)
        points = counted.points
        deaths = range(1, len(points) + 1) if self._every_point else counted.deaths[::_EVERY]
        ends = set()
        for number, at in enumerate(deaths):
            with told_at(f"{code} killed before point {at}, {points[at - 1]}"):
                place = before.copy("killed")
                assert run(place, FIRST, at=at).killed
                ends.add(is_whole_or_gone(place, code, rows))
                self._go_on(place, run, wanted, further=number % _GO_ON == 0)
        inside = 0
        for past_bytes in count(1_000, _PAGES if self._every_point else _FEWER_PAGES):
            with told_at(f"{code} killed when a file grew past {past_bytes} bytes"):
                place = before.copy("killed")
                if not run(place, FIRST, past_bytes=past_bytes).killed:
                    break
                inside += 1
                ends.add(is_whole_or_gone(place, code, rows))
                self._go_on(place, run, wanted, further=inside % _GO_ON == 0)
        assert ends == {False, True}, "deaths before the removal and after it"
        return Died(len(points), len(deaths), inside)

    def _go_on(
        self, place: Place, run: Callable[..., Run], wanted: tuple[object, ...], *, further: bool
    ) -> None:
        """Started again it is finished; and the others hear of it once."""
        assert not run(place, LATER).killed
        if further:
            place.meet_all(self._killer, LATER)
            assert all_gone(place) == wanted


@contextmanager
def removals(*, every_point: bool = False) -> Iterator[Removals]:
    """The worlds, in memory where that can be, and what kills in them."""
    with killing("tests.proof.removal_steps") as (killer, folder):
        yield Removals(killer, folder, every_point=every_point)


def main() -> int:
    """The command."""
    with removals(every_point=True) as dying:
        found = told(
            {
                "remover": dying.by_the_remover,
                "officer_who_hears": lambda: dying.by_one_who_hears(OTHER),
                "desk_that_hears": lambda: dying.by_one_who_hears(CLERK),
            }
        )
    return report(found)


if __name__ == "__main__":
    sys.exit(main())
