"""`benchmarks.sync_anki` as two machines do it: each has its own process, both meet at once.

Both are given one moment of the clock to begin at, and where the system allows, a processor each.
The time is from then to when the later of the two had what the other wrote; that they hold the
same, and every edit, is looked at afterwards. Where they do not, both go on and so does the time.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from subprocess import Popen
from typing import Any

from benchmarks.runners import answer, ask, start

_SOON = 0.05  # seconds until both have read when they are to begin


def start_sides(*command: str) -> dict[str, Popen[str]]:
    """The processes of both sides, each with a processor of its own where there are two."""
    sides = {side: start(*command) for side in "AB"}
    if hasattr(os, "sched_setaffinity"):
        processors = sorted(os.sched_getaffinity(0))
        for at, runner in enumerate(sides.values()):
            os.sched_setaffinity(runner.pid, {processors[at % len(processors)]})
    return sides


def begin_together(
    sides: Mapping[str, Popen[str]],
    folder: Path,
    notes: int,
    edits: Mapping[str, Sequence[Any]],
    wait: float,
) -> dict[str, Any]:
    """One round: in what time both held the same, and what became of the edits.

    `wait` is how many seconds a side waits at most before it tries again what was refused.
    """
    ready: Any = None
    for side, runner in sides.items():  # the first prepares what both begin with
        told = {"folder": str(folder), "side": side, "notes": notes, "edits": edits[side]}
        ask(runner, json.dumps(told | {"ready": ready, "wait": wait}))
        ready = json.loads(answer(runner))
    begin = time.perf_counter() + _SOON
    found = _ask_both(sides, json.dumps(begin))
    while found["A"]["held"] != found["B"]["held"]:
        found = _ask_both(sides, "more")
    _ask_both(sides, "end")
    return {
        "seconds": max(one["ended"] for one in found.values()) - begin,
        "syncs": [one["syncs"] for one in found.values()],
        "refused": [one["refused"] for one in found.values()],
        **became(found["A"]["held"], edits),
    }


def became(held: Mapping[str, str], edits: Mapping[str, Sequence[Any]]) -> dict[str, int]:
    """What became of each edit where both sides hold the same: what `stands`, and what is `told`.

    An edit that does not stand and is told on a conflict card is a dispute; one that is neither, is
    lost.
    """
    written = [value for side in edits.values() for _, _, value in side]
    missing = [value for value in written if f"<{value}>" not in held["stands"]]
    lost = [value for value in missing if f"<{value}>" not in held["told"]]
    return {
        "edits": len(written),
        "told_as_dispute": len(missing) - len(lost),
        "lost": len(lost),
    }


def _ask_both(sides: Mapping[str, Popen[str]], line: str) -> dict[str, Any]:
    for runner in sides.values():
        ask(runner, line)
    return {side: json.loads(answer(runner)) for side, runner in sides.items()}
