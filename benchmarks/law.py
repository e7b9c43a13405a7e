"""One full case through the whole law, reasons included, against the plainest evaluator.

`python -m benchmarks.law` from the root of the repository. At most 50 µs a case; 40 is aimed at,
so that a busy machine stays within. A finding is all that a stored one holds: lines, letter, flags,
missing facts, reasons and the sentences for staff and patient. The peer walks every condition tree
of every rule in force, in three values, and gives nothing but the true rules: no lines, letters,
sentences, reasons or missing facts. Each contestant runs in its own warm process over the worked
cases; rounds alternate and the best of each counts; before any timing both must find the same rules
true.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import IO

from app.library.law import load_law
from app.residency.conditions import Atom, Condition, Truth, truth
from app.residency.derived import Facts, work_out
from app.residency.determination import Case, Determination, determine
from app.residency.findings import Category

ROUNDS, PASSES_A_ROUND, WARM_UP = 200, 2, 3
GOAL, LIMIT = 40.0, 50.0
CASES = Path(__file__).parents[1] / "tests" / "cases" / "law.toml"
ON = date(2026, 3, 9)


def cases() -> list[Case]:
    """The worked cases, read as facts."""
    shelf, law = tomllib.loads(CASES.read_text("utf-8")), load_law()
    laid = [{**shelf["baseline"], **row["facts"]} for row in shelf["case"]]
    known = [
        {name: None if value == "__unknown__" else value for name, value in facts.items()}
        for facts in laid
    ]
    return [Case(law.facts.read(facts)[0]) for facts in known]


def ours() -> Callable[[Case], Determination]:
    """The determination, with everything a stored finding holds."""
    law = load_law()
    return lambda case: determine(case, law, ON)


def told(found: Determination) -> list[str]:
    """The rules a finding calls true; raises SystemExit for one without its reasons."""
    if not (found.reasons and found.statement_for_staff and found.statement_for_patient):
        raise SystemExit("A finding without its reasons is no finding.")
    if found.charging_category is Category.P and not found.flags:
        raise SystemExit("A finding that waits says so to the officer.")
    services = {code for line in found.lines for code in line.service_exemptions}
    return sorted({group.id for group in found.groups} | services)


def trees() -> Callable[[Case], list[str]]:
    """Every tree of every rule that could free a line, walked."""
    pack = load_law().pack
    rules = pack.rules_of(pack.bits.freeing)

    def run(case: Case) -> list[str]:
        facts: Facts = dict(case.facts)
        on = facts["service_date"]
        assert isinstance(on, date)
        work_out(facts, on, pack.countries)
        day = pack.day(on)

        def of(atom: Atom) -> Truth:
            value = facts.get(atom.fact)
            if value is None or value == "referred":
                return Truth.UNKNOWN
            return Truth.TRUE if atom.holds(value, day) else Truth.FALSE

        return [rule.id for rule in rules if rule.holds_on(on) and _true(rule.when, of)]

    return run


def _true(condition: Condition, of: Callable[[Atom], Truth]) -> bool:
    return truth(condition, of) is Truth.TRUE


CONTESTANTS: Mapping[str, Callable[[], Callable[[Case], object]]]
CONTESTANTS = {"recoup": ours, "trees": trees}


def main() -> None:
    """Compare, race, report one JSON line; exit 1 when the limit is missed."""
    finding, walking = ours(), trees()
    for case in cases():
        if told(finding(case)) != sorted(walking(case)):
            raise SystemExit("The contestants disagree, so their times say nothing.")
    runners = {name: _start(name) for name in CONTESTANTS}
    best = dict.fromkeys(CONTESTANTS, float("inf"))
    for _ in range(ROUNDS):
        for name, runner in runners.items():
            best[name] = min(best[name], _round(runner))
    for runner in runners.values():
        runner.terminate()
        runner.wait()
    microseconds = {name: round(seconds * 1e6, 1) for name, seconds in best.items()}
    report = {
        "benchmark": "law",
        "cases": len(cases()),
        "microseconds": microseconds,
        "ratio": round(best["recoup"] / best["trees"], 3),
        "goal": GOAL,
        "limit": LIMIT,
    }
    print(json.dumps(report))
    raise SystemExit(microseconds["recoup"] > LIMIT)


def contest(name: str) -> None:
    """In a contestant's process: a round for each line read, answered with seconds a case."""
    run, worked = CONTESTANTS[name](), cases()
    for _ in range(WARM_UP):
        for case in worked:
            run(case)
    print("ready", flush=True)
    for _ in sys.stdin:
        begun = time.process_time()
        for _ in range(PASSES_A_ROUND):
            for case in worked:
                run(case)
        print((time.process_time() - begun) / PASSES_A_ROUND / len(worked), flush=True)


def _start(name: str) -> subprocess.Popen[str]:
    runner = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.law", name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    _stream(runner.stdout).readline()
    return runner


def _round(runner: subprocess.Popen[str]) -> float:
    asked = _stream(runner.stdin)
    asked.write("\n")
    asked.flush()
    return float(_stream(runner.stdout).readline())


def _stream(pipe: IO[str] | None) -> IO[str]:
    if pipe is None:
        raise RuntimeError("the contestant has no pipe")
    return pipe


if __name__ == "__main__":
    contest(sys.argv[1]) if len(sys.argv) > 1 else main()
