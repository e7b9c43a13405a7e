"""The officer's queue: first 50 rows and every tally, at 10,000, 100,000 and 1,000,000 flagged.

`python -m benchmarks.queue` from the root of the repository. Ours reads the encrypted store; the
peers are DuckDB, over a table in memory that holds our rank worked out, and sqlite-utils
(`rows_where` and `count_where`) over a plain file indexed by it. All must find the same rows and
the same tallies before any is timed. Then the window opens a queue of 100,000, from asking to the
list painted.

Goals: 100 times DuckDB; 1,000,000 flagged at most 1.2 times 10,000; the window within 300 ms.
Every contestant is a process of its own, rounds are interleaved, the best of each counts.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from subprocess import Popen

from benchmarks import peers, runners
from benchmarks.queue_data import plain, store

FLAGGED, FEW, MANY = 100_000, 10_000, 1_000_000
ROUNDS = 7
GOAL_DUCKDB, GOAL_FLAT, GOAL_WINDOW_MS = 100, 1.2, 300.0
_REPEATS = {"duckdb": 15, "sqlite_utils": 2}
_PEERS = Path(__file__).with_name("queue_peers.py")


def main() -> int:
    """Compare, time, tell; the last line is JSON."""
    for count in (FEW, FLAGGED, MANY):
        store(count)
    commands = {str(count): _ours(count) for count in (FEW, FLAGGED, MANY)}
    commands["sqlite_utils"] = (sys.executable, str(_PEERS), "sqlite_utils", str(plain(FLAGGED)))
    python = peers.environment("duckdb", "duckdb")
    if python is not None:
        commands["duckdb"] = (str(python), str(_PEERS), "duckdb", str(plain(FLAGGED)))
    best = _race(commands)
    window = _window()
    ours, flat = best[str(FLAGGED)], best[str(MANY)] / best[str(FEW)]
    row: dict[str, object] = {"benchmark": "queue", "flagged": FLAGGED, "ours_us": round(ours, 1)}
    for name in ("duckdb", "sqlite_utils"):
        if name in best:
            row[f"{name}_us"] = round(best[name])
            row[f"times_{name}"] = round(best[name] / ours, 1)
    row |= {"flat": round(flat, 2), "window_ms": round(window, 1)}
    met = flat <= GOAL_FLAT and window <= GOAL_WINDOW_MS
    met = met and best.get("duckdb", float("inf")) / ours >= GOAL_DUCKDB
    row |= {"goal_times_duckdb": GOAL_DUCKDB, "goal_flat": GOAL_FLAT}
    row |= {"goal_window_ms": GOAL_WINDOW_MS, "met": met}
    print(json.dumps(row))
    return 0


def _ours(count: int) -> tuple[str, ...]:
    return (sys.executable, "-m", "benchmarks.queue_ours", str(count))


def _race(commands: dict[str, tuple[str, ...]]) -> dict[str, float]:
    """The best microseconds of each, once all agree on what there is to read."""
    running = {name: runners.start(*command) for name, command in commands.items()}
    best = dict.fromkeys(running, float("inf"))
    try:
        found = {name: _round(running, name, 1) for name in running}
        wanted = {key: found[str(FLAGGED)][key] for key in ("refs", "tallies")}
        for name in (one for one in running if not one.isdigit()):
            if {key: found[name][key] for key in wanted} != wanted:
                raise SystemExit(f"{name} reads another queue than the store")
        for _ in range(ROUNDS):
            for name in running:
                took = _round(running, name, _REPEATS.get(name, 200))["us"]
                best[name] = min(best[name], float(str(took)))
    finally:
        for runner in running.values():
            runners.end(runner)
    for name, us in best.items():
        print(f"{name}: {us:,.0f} µs")
    return best


def _round(running: dict[str, Popen[str]], name: str, repeats: int) -> dict[str, object]:
    runner = running[name]
    runners.ask(runner, str(repeats))
    found: dict[str, object] = json.loads(runners.answer(runner))
    return found


def _window() -> float:
    """The best milliseconds from asking for the queue of 100,000 to its list painted."""
    command = (sys.executable, "-m", "benchmarks.queue_window", str(FLAGGED))
    runner = runners.start(*command)
    try:
        times = []
        for _ in range(ROUNDS):
            runners.ask(runner)
            times.append(float(runners.answer(runner)))
    finally:
        runners.end(runner)
    print(f"window: {min(times):,.1f} ms")
    return min(times)


if __name__ == "__main__":
    sys.exit(main())
