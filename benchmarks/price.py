"""One spell priced with its whole working, against the bare formula in decimals.

`python -m benchmarks.price` from the root of the repository. Goal: at most 30 µs a spell. The work
is every tenth HRG of 2018/19 as an elective stay of 0 to 119 nights, taken from the list by its
code and worked out as an estimate's line is: base, trim point, days beyond, factor, rate, range,
rules and source. The peer holds the four figures of each spell ready and works out
`round_half_up(1.5 x factor x (base + days x per day), 2)` with `decimal`, no more. A root of
several HRGs, priced as a range, is told as well. Each contestant has a process of its own; all
charges are compared before any is timed; rounds alternate, the best of each counts.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import IO

from app.library.tariffs import load_shelf
from app.pricing.priced import price_line
from app.pricing.request import LineRequest
from app.pricing.tariff import Admission
from app.pricing.uplift import Rounding

ROUNDS, GOAL_US = 25, 30.0
YEAR, FACTOR = "2018/19", Decimal("1.148886")
ELECTIVE = Admission.ELECTIVE


def spells() -> list[tuple[str, int]]:
    """Code and nights."""
    rows = load_shelf().edition(YEAR).currencies.values()
    priced = [row.code for row in rows if row.price(ELECTIVE) is not None][::10]
    return [(code, place * 7 % 120) for place, code in enumerate(priced)]


def ours() -> Callable[[], list[int]]:
    """As the estimate prices a known HRG."""
    lines = (
        LineRequest(id="1", hrg=code, admission=ELECTIVE, length_of_stay=nights)
        for code, nights in spells()
    )
    return _pricing(list(lines))


def roots() -> Callable[[], list[int]]:
    """The same spells by their root alone: every HRG of it is priced."""
    lines = (
        LineRequest(id="1", root=code[:4], admission=ELECTIVE, length_of_stay=nights)
        for code, nights in spells()
    )
    return _pricing(list(lines))


def bare() -> Callable[[], list[int]]:
    """The formula, its figures at hand."""
    edition = load_shelf().edition(YEAR)
    figures = []
    for code, nights in spells():
        price = edition.price(code, ELECTIVE)
        per_day = price.per_day.pounds if price.per_day is not None else Decimal(0)
        figures.append((price.base.pounds, price.excess_days(nights), per_day))
    rate, penny = Decimal("1.5"), Decimal("0.01")

    def run() -> list[int]:
        return [
            int((rate * FACTOR * (base + days * per_day)).quantize(penny, ROUND_HALF_UP) * 100)
            for base, days, per_day in figures
        ]

    return run


CONTESTANTS = {"ours": ours, "bare": bare, "roots": roots}


def _pricing(lines: list[LineRequest]) -> Callable[[], list[int]]:
    shelf = load_shelf()
    edition = shelf.edition(YEAR)

    def run() -> list[int]:
        return [
            price_line(line, edition, mff=FACTOR, rounding=Rounding.PENCE, shelf=shelf).charge.pence
            for line in lines
        ]

    return run


def contest(name: str) -> None:
    """In a contestant's process: the charges, then seconds for one spell for each line read."""
    run = CONTESTANTS[name]()
    charges = run()
    print(json.dumps(charges), flush=True)
    for _ in sys.stdin:
        begun = time.process_time()
        run()
        print((time.process_time() - begun) / len(charges), flush=True)


def main() -> int:
    """Compare, time, tell; the last line is JSON."""
    if sys.argv[1:2] == ["--contest"]:
        contest(sys.argv[2])
        return 0
    here = [sys.executable, "-m", "benchmarks.price", "--contest"]
    running = {
        name: subprocess.Popen(
            [*here, name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for name in CONTESTANTS
    }
    charges = {name: json.loads(_pipe(one.stdout).readline()) for name, one in running.items()}
    if charges["ours"] != charges["bare"]:
        print("The charges differ; nothing was timed.")
        return 1
    best = dict.fromkeys(running, float("inf"))
    for _ in range(ROUNDS):
        for name, one in running.items():
            _pipe(one.stdin).write("round\n")
            _pipe(one.stdin).flush()
            best[name] = min(best[name], float(_pipe(one.stdout).readline()))
    us = {name: seconds * 1e6 for name, seconds in best.items()}
    print(
        f"a spell {us['ours']:.1f} µs, the bare formula {us['bare']:.1f} µs, a root with all its "
        f"HRGs {us['roots']:.1f} µs; limit {GOAL_US:.0f} µs"
    )
    row: dict[str, object] = {"benchmark": "price", "spells": len(charges["ours"])}
    row |= {f"{name}_us": round(value, 1) for name, value in us.items()}
    row |= {"ratio": round(us["ours"] / us["bare"], 1), "goal_us": GOAL_US}
    print(json.dumps(row))
    return 0 if us["ours"] <= GOAL_US else 1


def _pipe(pipe: IO[str] | None) -> IO[str]:
    assert pipe is not None
    return pipe


if __name__ == "__main__":
    sys.exit(main())
