"""A table of 100,000 rows: from an empty window to its first rows painted.

`python -m benchmarks.table` from the root of the repository. Ours is the queue's table over the
encrypted store, a page at a time, painted by our delegate; the peer is Qt's QSqlTableModel in a
plain QTableView over the same rows in a plain SQLite file. Both offscreen, each in a process of
its own, rounds interleaved, the best of each. Both must show the same first references, and know
how to come to row 99,999.

Goal: at most 1.3 times the peer.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from benchmarks import runners
from benchmarks.queue_data import plain

ROWS, ROUNDS, GOAL = 100_000, 9, 1.3


def main() -> int:
    """Compare, time, tell; the last line is JSON."""
    rows = str(plain(ROWS))
    peer = str(Path(__file__).with_name("table_peer.py"))
    running = {
        "ours": runners.start(sys.executable, "-m", "benchmarks.table_ours", str(ROWS)),
        "peer": runners.start(sys.executable, peer, rows),
    }
    best = dict.fromkeys(running, float("inf"))
    try:
        shown: dict[str, list[str]] = {}
        for _ in range(ROUNDS):
            for name, runner in running.items():
                runners.ask(runner)
                answer = json.loads(runners.answer(runner))
                shown[name] = answer["refs"]
                best[name] = min(best[name], answer["ms"])
        if shown["ours"] != shown["peer"]:
            raise SystemExit("the tables show other rows")
    finally:
        for runner in running.values():
            runners.end(runner)
    ratio = best["ours"] / best["peer"]
    print(f"ours {best['ours']:.1f} ms, QSqlTableModel {best['peer']:.1f} ms")
    row = {"benchmark": "table", "rows": ROWS, "ours_ms": round(best["ours"], 1)}
    row |= {"peer_ms": round(best["peer"], 1), "ratio": round(ratio, 2), "goal_ratio": GOAL}
    print(json.dumps(row | {"met": ratio <= GOAL}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
