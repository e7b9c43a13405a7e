"""Edits made apart and brought together, against Anki's own sync server.

`python -m benchmarks.sync_anki` from the root of the repository. Goals: faster to converge, and no
edit lost where Anki loses some. Both sides begin with the same 1,000 notes (for us: registrations
of 25 answers with their patients). Away from each other each edits 50 notes of its own, and both
edit the same 50 (5 %): of these every second one in the same field, the others in another. Then
one meets the server or the share, the other, and again, until both hold the same.

An edit is lost when its value is nowhere to be found afterwards: in no note, and for us on no card
that tells both sides of a conflict. Anki's server listens on this machine; our share is a folder on
its disk. Each contestant runs in its own process, rounds alternate, the best counts, and what
became of every edit is counted in each round. `floor` is what sealing, ciphered files and the disk
alone cost (`benchmarks.sync_anki_floor`); it has no part in the goal.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path
from subprocess import Popen
from typing import Any

from benchmarks.peers import environment
from benchmarks.runners import answer, ask, end, start

NOTES, BOTH, APART, FIELDS, ROUNDS = 1_000, 50, 50, 2, 5
GOAL = 1.0


def main() -> None:
    """Race, and print one JSON line."""
    anki = environment("anki", "aqt")
    ours = start(sys.executable, "-m", "benchmarks.sync_anki_ours")
    peer = start(str(anki), "-P", "benchmarks/sync_anki_peer.py") if anki else None
    floor = start(sys.executable, "-m", "benchmarks.sync_anki_floor")
    runners = {"recoup": ours, "floor": floor} | ({"anki": peer} if peer else {})
    rounds: dict[str, list[dict[str, Any]]] = {name: [] for name in runners}
    with tempfile.TemporaryDirectory() as scratch:
        try:
            for number in range(ROUNDS):
                for name, runner in runners.items():
                    folder = Path(scratch) / f"{name}{number}"
                    rounds[name].append(_round(runner, folder))
        finally:
            for runner in runners.values():
                end(runner)
    best = {name: min(one["seconds"] for one in found) for name, found in rounds.items()}
    row: dict[str, Any] = {
        "benchmark": "sync_anki",
        "unit": f"{NOTES} notes, {BOTH} edited on both sides",
        "milliseconds": {name: round(seconds * 1000, 1) for name, seconds in best.items()},
        "syncs": {name: found[0]["syncs"] for name, found in rounds.items()},
        "edits": rounds["recoup"][0]["edits"],
        "lost": {
            name: max(one["lost"] for one in found)
            for name, found in rounds.items()
            if name != "floor"
        },
        "told_as_dispute": rounds["recoup"][0]["told_as_dispute"],
        "goal": GOAL,
    }
    if peer:
        ratio = best["anki"] / best["recoup"]
        row |= {
            "ratio": round(ratio, 2),
            "met": ratio > GOAL and row["lost"]["recoup"] == 0 < row["lost"]["anki"],
        }
    print(json.dumps(row))


def edits(side: str) -> list[tuple[int, int, str]]:
    """What one side ("A" or "B") writes: note, field, value. Each value is written once."""
    first = {"A": BOTH, "B": NOTES - APART}[side]
    alone = [(note, note % FIELDS, f"alone {side} {note}") for note in range(first, first + APART)]
    fields = {"A": (0, 0), "B": (0, 1)}[side]
    shared = [(note, fields[note % 2], f"both {side} {note}") for note in range(BOTH)]
    return sorted((*alone, *shared))


def _round(runner: Popen[str], folder: Path) -> dict[str, Any]:
    told = {"folder": str(folder), "notes": NOTES, "edits": {side: edits(side) for side in "AB"}}
    ask(runner, json.dumps(told))
    found: dict[str, Any] = json.loads(answer(runner))
    shutil.rmtree(folder)
    return found


if __name__ == "__main__":
    main()
