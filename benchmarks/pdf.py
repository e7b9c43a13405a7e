"""One invoice of ten lines: tagged PDF/A-2b by us, PDF/UA-1 by Typst, and by a bare canvas.

`python -m benchmarks.pdf` from the root of the repository. Goals: at most twice Typst's time, at
most 60 kB. The plain reportlab canvas, which lays out nothing, tags nothing and writes no archive
parts, is given lines that we placed; it shows what reportlab itself costs. Each contestant runs in
its own warm process; ours and Typst's letters have a number each, since both keep what they need
again. Rounds alternate and the best of each counts; counted is the time of the processor. Before
any timing the words of all letters are compared.
"""

from __future__ import annotations

import base64
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

from benchmarks.letters import invoice, maker, sheets, words
from benchmarks.peers import environment
from benchmarks.runners import answer, ask, end, start

ROUNDS, LETTERS_A_ROUND, WARM_UP = 20, 6, 5
GOAL, LARGEST = 2.0, 60_000
NUMBER = 123
TYPST = "typst==0.15.2"


def ours() -> Callable[[int], bytes]:
    """The invoice of a number as the program makes it."""
    make = maker()
    return lambda number: make(invoice(number))


def canvas() -> Callable[[int], bytes]:
    """The pages of one invoice, line by line."""
    from app.library import resource_path
    from benchmarks.pdf_on_canvas import draw, register

    register(resource_path("fonts"))
    pages = sheets(invoice(NUMBER))
    return lambda _number: draw(pages)


CONTESTANTS = {"recoup": ours, "reportlab_untagged": canvas}


def main() -> None:
    """Compare, race, report one JSON line; exit 1 when a goal is missed."""
    python = environment("typst", TYPST)
    with tempfile.TemporaryDirectory() as folder:
        runners = {
            name: start(sys.executable, "-m", "benchmarks.pdf", name) for name in CONTESTANTS
        }
        if python is not None:
            runners["typst_ua1"] = _start_typst(python, Path(folder))
        letters = {name: base64.b64decode(answer(runner)) for name, runner in runners.items()}
        if len(set(map(words, letters.values()))) != 1:
            raise SystemExit("The letters differ, so their times say nothing.")
        best = dict.fromkeys(runners, float("inf"))
        for _ in range(ROUNDS):
            for name, runner in runners.items():
                best[name] = min(best[name], _round(runner))
        for runner in runners.values():
            end(runner)
    ratios = {name: round(best["recoup"] / best[name], 2) for name in best if name != "recoup"}
    report = {
        "benchmark": "pdf",
        "milliseconds": {name: round(seconds * 1000, 2) for name, seconds in best.items()},
        "bytes": {name: len(pdf) for name, pdf in letters.items()},
        "ratios": ratios,
        "goal": {"typst_ua1": GOAL, "bytes": LARGEST},
    }
    print(json.dumps(report))
    missed = ratios.get("typst_ua1", 0.0) > GOAL or len(letters["recoup"]) > LARGEST
    raise SystemExit(missed)


def contest(name: str) -> None:
    """In a contestant's process: a letter to compare, then a round's seconds for each line read."""
    draw, numbers = CONTESTANTS[name](), count(1)
    print(base64.b64encode(draw(NUMBER)).decode(), flush=True)
    for _ in range(WARM_UP):
        draw(next(numbers))
    for _ in sys.stdin:
        begun = time.process_time()
        for _ in range(LETTERS_A_ROUND):
            draw(next(numbers))
        print((time.process_time() - begun) / LETTERS_A_ROUND, flush=True)


def _start_typst(python: Path, folder: Path) -> subprocess.Popen[str]:
    from app.library import resource_path
    from benchmarks.pdf_in_typst import picture, source

    made = invoice(NUMBER)
    pages = sheets(made)
    (folder / "square.svg").write_text(picture(pages), "utf-8")
    runner = start(str(python), str(Path(__file__).with_name("typst_peer.py")))
    asked = {
        "source": source(pages, "square.svg"),
        "fonts": str(resource_path("fonts")),
        "folder": str(folder),
        "number": made.doc_no,
        "letters": LETTERS_A_ROUND,
    }
    ask(runner, json.dumps(asked))
    return runner


def _round(runner: subprocess.Popen[str]) -> float:
    ask(runner)
    return float(answer(runner))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        contest(sys.argv[1])
    else:
        main()
