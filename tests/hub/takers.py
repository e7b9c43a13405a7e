"""Many intakes at once on one share and one ledger, killed at random and started again.

    python -m tests.hub.takers URL SHARE KILLS SEED

A process loads everything once and forks each taker. It kills takers with SIGKILL at moments drawn
from the seed, starts others in their place, and stops when all batches are answered and the kills
are done. Its last line is JSON: runs, kills, and how many runs ended by themselves.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from traceback import print_exc

from app.core.trust import Mode
from app.hub.opening import open_ledger
from app.machine import FixedClock, SeededIds
from app.spool.intake import intake
from app.spool.share import FolderShare

AT_ONCE = 8
_CLOCK = FixedClock(datetime(2026, 4, 15, 17, 20, 11, tzinfo=UTC))


def take(url: str, folder: Path) -> None:
    """One run of one taker, as `recoup intake` does it."""
    with open_ledger(url, mode=Mode.TEST, ids=SeededIds(7, _CLOCK), clock=_CLOCK) as ledger:
        intake(FolderShare(folder), ledger, _CLOCK, begin=os.getpid())


def is_done(folder: Path) -> bool:
    """Whether every batch has its answer."""
    names = {path.name for path in folder.iterdir()}
    manifests = [name for name in names if name.endswith("_MAN.json")]
    return all(name.replace("_MAN.json", "_ACK.json") in names for name in manifests)


def start(url: str, folder: Path) -> int:
    """A taker in a process of its own."""
    child = os.fork()
    if child:
        return child
    try:
        take(url, folder)
    except BaseException:
        print_exc()
        os._exit(1)
    os._exit(0)


def main(url: str, folder: Path, kills: int, seed: int) -> dict[str, int]:
    """Run until everything is taken; raises RuntimeError where a taker fails by itself."""
    chance, running = Random(seed), {start(url, folder) for _ in range(AT_ONCE)}
    counts = {"runs": AT_ONCE, "killed": 0, "ended": 0}
    while running:
        time.sleep(chance.uniform(0.005, 0.06))
        if counts["killed"] < kills:
            victim = chance.choice(sorted(running))
            os.kill(victim, signal.SIGKILL)
        while True:
            ended, status = os.waitpid(-1, os.WNOHANG) if running else (0, 0)
            if not ended:
                break
            running.discard(ended)
            counts["killed" if os.WIFSIGNALED(status) else "ended"] += 1
            if os.WIFEXITED(status) and os.WEXITSTATUS(status):
                raise RuntimeError("a taker failed by itself")
            if counts["killed"] < kills or not is_done(folder):
                running.add(start(url, folder))
                counts["runs"] += 1
    return counts


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))))
