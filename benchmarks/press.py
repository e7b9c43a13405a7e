"""200 invoices to files: ours, tagged PDF/A-2b, against plain reportlab, two processes each.

`python -m benchmarks.press` from the root of the repository. Goal: at least as many files a second.
The peer is reportlab's canvas with embedded fonts, untagged, given lines that we placed before: it
lays out nothing. Both sides split the letters, each of its own number and some with a name the
others have not, between two warm processes of their own and write each to a file. Rounds alternate
and the best of each counts; a side's time is that of its slower process, and what is counted is the
time of the processor. Before any timing the words of the letters are compared.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.letters import invoice, maker, sheets, words
from benchmarks.runners import answer, ask, end, start

FILES, PROCESSES, ROUNDS = 200, 2, 6
GOAL = 1.0


def ours(numbers: list[int]) -> list[Callable[[], bytes]]:
    """One task a letter, as the program makes it."""
    make = maker()
    return [partial(make, invoice(number)) for number in numbers]


def canvas(numbers: list[int]) -> list[Callable[[], bytes]]:
    """One task a letter, its lines placed before."""
    from app.library import resource_path
    from benchmarks.pdf_on_canvas import draw, register

    register(resource_path("fonts"))
    return [partial(draw, sheets(invoice(number))) for number in numbers]


CONTESTANTS = {"recoup": ours, "reportlab_untagged": canvas}


def main() -> None:
    """Compare, race, report one JSON line; exit 1 when the goal is missed."""
    with tempfile.TemporaryDirectory() as folder:
        sides = {name: _side(name, Path(folder) / name) for name in CONTESTANTS}
        for runners in sides.values():
            _round(runners)
        _compare([Path(folder) / name for name in CONTESTANTS])
        best = dict.fromkeys(CONTESTANTS, float("inf"))
        for _ in range(ROUNDS):
            for name, runners in sides.items():
                best[name] = min(best[name], _round(runners))
        for runners in sides.values():
            for runner in runners:
                end(runner)
    rates = {name: round(FILES / seconds) for name, seconds in best.items()}
    ratio = round(best["reportlab_untagged"] / best["recoup"], 2)
    report = {"benchmark": "press", "files_a_second": rates, "ratio": ratio, "goal": GOAL}
    print(json.dumps(report))
    raise SystemExit(ratio < GOAL)


def contest(name: str, first: int, folder: Path) -> None:
    """In a contestant's process: write its share of the files for each line read."""
    numbers = list(range(1 + first, 1 + FILES, PROCESSES))
    tasks = CONTESTANTS[name](numbers)
    for _ in sys.stdin:
        begun = time.process_time()
        for number, task in zip(numbers, tasks, strict=True):
            (folder / f"{number}.pdf").write_bytes(task())
        print(time.process_time() - begun, flush=True)


def _side(name: str, folder: Path) -> list[subprocess.Popen[str]]:
    folder.mkdir()
    return [
        start(sys.executable, "-m", "benchmarks.press", name, str(first), str(folder))
        for first in range(PROCESSES)
    ]


def _round(runners: list[subprocess.Popen[str]]) -> float:
    for runner in runners:
        ask(runner)
    return max(float(answer(runner)) for runner in runners)


def _compare(folders: list[Path]) -> None:
    for number in range(1, FILES, 7):
        told = {words((folder / f"{number}.pdf").read_bytes()) for folder in folders}
        if len(told) != 1:
            raise SystemExit("The letters differ, so their times say nothing.")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        contest(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
    else:
        main()
