"""A contestant of `benchmarks.queue`: the encrypted store of so many cases, first 50 and tallies.

A line with a number of repeats begins a round; its answer is the best time in microseconds and
what was read.
"""

from __future__ import annotations

import json
import sys
import time

from app.store import queue
from app.store.queue import Asked
from benchmarks.queue_data import LOOKING, ORDER, TODAY, opened


def main() -> int:
    """Answer until nobody asks."""
    asked = Asked()
    with opened(int(sys.argv[1])) as db:
        for line in sys.stdin:
            best = float("inf")
            for _ in range(int(line)):
                began = time.perf_counter()
                queue.keep_day(db, TODAY, ORDER)
                rows = queue.lines(db, LOOKING, asked)
                tallies = queue.counts(db, LOOKING)
                best = min(best, time.perf_counter() - began)
            read = {"refs": [row.number for row in rows], "tallies": tallies}
            print(json.dumps({"us": best * 1e6, **read}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
