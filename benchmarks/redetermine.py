"""A million stored cases determined again: the table against OpenFisca-core, and the real law.

`python -m benchmarks.redetermine` from the root of the repository. Each contestant runs in a
process of its own and is given the cases as columns; all must give the same outcome for every
case before any is timed; rounds alternate and the best of each counts. OpenFisca-core and NumPy
live in an environment of their own, made here where it is missing. Goals: with the `hub` extra at
least 6 times OpenFisca-core's vectorised run, with the standard library alone at least 0.3 times.

The real law is measured beside it: a million made-up sets of facts, their outcomes under the rules
and under others, and which differ. A case's facts repeat as a hospital's do: 5,000 different ones.
Last, how many cases a second `recoup redetermine` makes of an encrypted store, reading included.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import IO, TYPE_CHECKING, Any

from benchmarks.eligibility import load_table

if TYPE_CHECKING:
    from app.residency.law_pack import LawPack

ROOT = Path(__file__).parents[1]
SIZE, ROUNDS = 1_000_000, 9
LAW_BATCH, LAW_DIFFERENT, LAW_ROUNDS, STORED = 50_000, 5_000, 3, 300
PACKAGES = ("openfisca-core", "numpy>=2")
GOAL_HUB, GOAL_ALONE = 6.0, 0.3
Outcomes = Callable[[], list[str]]
Run = Callable[[], tuple[float, Outcomes]]


def alone() -> Run:
    """Ours with the standard library alone."""
    from app.residency.columns import Columns, Comparisons
    from app.residency.planes import first_hit

    table = load_table()
    cases = table.columns(SIZE)

    def run() -> tuple[float, Outcomes]:
        begun = time.process_time()
        columns = Columns(SIZE)
        for name, codes in cases.items():
            columns.put_codes(name, range(table.fields[name]), codes)
        found = first_hit(table.rules, Comparisons(columns).planes, open_="", size=SIZE)
        return time.process_time() - begun, found.values

    return run


def hub() -> Run:
    """Ours with NumPy."""
    from app.hub.first_hit import first_hit
    from app.residency.planes import Column

    table = load_table()
    cases = table.columns(SIZE)

    def run() -> tuple[float, Outcomes]:
        begun = time.process_time()
        columns = {name: Column(range(table.fields[name]), codes) for name, codes in cases.items()}
        found = first_hit(table.rules, columns, open_="", size=SIZE)
        return time.process_time() - begun, found.values

    return run


CONTESTANTS = {"alone": alone, "hub": hub}


def contest(name: str) -> None:
    """In a contestant's process: the outcomes' digest, then seconds for each line read."""
    run = CONTESTANTS[name]()
    _, outcomes = run()
    print(sha256(" ".join(outcomes()).encode()).hexdigest(), flush=True)
    for _ in sys.stdin:
        print(run()[0], flush=True)


def law() -> None:
    """In a process of its own: the best seconds of the real law, and how many cases differ."""
    from app.library.law import load_law
    from app.residency.batch import evaluate
    from app.residency.columns import Columns
    from tests.residency.given import TODAY
    from tests.residency.likely import likely_case

    chance, best, differ = Random(2026), float("inf"), 0
    cases = [likely_case(chance) for _ in range(LAW_DIFFERENT)] * (LAW_BATCH // LAW_DIFFERENT)
    columns = Columns.of([case.facts for case in cases], [case.certified for case in cases])
    stored, other = evaluate(columns, load_law(), TODAY), _other_pack().law
    for _ in range(LAW_ROUNDS):
        begun, differ = time.process_time(), 0
        for _ in range(SIZE // LAW_BATCH):
            differ += len(stored.differing(evaluate(columns, other, TODAY)))
        best = min(best, time.process_time() - begun)
    print(best, differ)


def store() -> None:
    """In a process of its own: the best seconds of a whole encrypted store, read and compared."""
    from app.services import redetermining, signin
    from tests.desks import add_visitor, make_desk, register_visitor

    best = float("inf")
    with tempfile.TemporaryDirectory() as folder:
        desk = make_desk(Path(folder))
        for number in range(STORED):
            register_visitor(desk, add_visitor(desk, family_name=f"Visitor {number}"))
        signin.act_as(desk, "officer")
        other = _other_pack()
        for _ in range(LAW_ROUNDS):
            begun = time.process_time()
            redetermining.redetermine(desk, other)
            best = min(best, time.process_time() - begun)
        desk.db.close()
    print(best)


def _other_pack() -> LawPack:
    """The law as shipped, but asylum seekers are exempt until the end of 2020 only."""
    from app.library.packs import read_body
    from tests.packs import edited_pack, group

    def ended(shelves: dict[str, Any]) -> None:
        group(shelves, "asylum_seeker")["in_force_to"] = "2020-12-31"

    return read_body(edited_pack("other", ended))


def main() -> int:
    """Compare, race, report one JSON line; 1 when a goal is missed."""
    from benchmarks.peers import environment  # not there in a contestant's own environment

    peers = environment("openfisca", *PACKAGES)
    commands = {"alone": _ours("alone")}
    if peers is not None:
        commands["hub"] = [str(peers), "-m", "benchmarks.redetermine", "hub"]
        commands["openfisca"] = [str(peers), "-m", "benchmarks.openfisca_peer", str(SIZE)]
    runners = {name: _start(command) for name, command in commands.items()}
    digests = {name: _line(runner) for name, runner in runners.items()}
    if set(digests.values()) != {_expected()}:
        raise SystemExit(f"The contestants disagree, so their times say nothing: {digests}")
    best = dict.fromkeys(runners, float("inf"))
    for _ in range(ROUNDS):
        for name, runner in runners.items():
            _stream(runner.stdin).write("\n")
            _stream(runner.stdin).flush()
            best[name] = min(best[name], float(_line(runner)))
    for runner in runners.values():
        _stream(runner.stdin).close()
        runner.wait()
    seconds, differ = _line(_start(_ours("law"))).split()
    stored = float(_line(_start(_ours("store"))))
    report = {
        "benchmark": "redetermine",
        "cases": SIZE,
        "millions_a_second": {name: round(SIZE / one / 1e6, 2) for name, one in best.items()},
        "hub_to_openfisca": _ratio(best, "hub"),
        "alone_to_openfisca": _ratio(best, "alone"),
        "goals": {"hub": GOAL_HUB, "alone": GOAL_ALONE},
        "real_law": {"cases_a_second": round(SIZE / float(seconds)), "differ": int(differ)},
        "encrypted_store": {"cases_a_second": round(STORED / stored)},
    }
    print(json.dumps(report))
    missed = (_ratio(best, "hub") or GOAL_HUB) < GOAL_HUB
    return int(missed or (_ratio(best, "alone") or GOAL_ALONE) < GOAL_ALONE)


def _ours(name: str) -> list[str]:
    return [sys.executable, "-m", "benchmarks.redetermine", name]


def _ratio(best: dict[str, float], ours: str) -> float | None:
    if "openfisca" not in best:
        return None
    return round(best["openfisca"] / best[ours], 2)


def _expected() -> str:
    """The digest of the outcomes that the table itself names."""
    expected = load_table().expected
    whole = (expected * -(-SIZE // len(expected)))[:SIZE]
    return sha256(" ".join(whole).encode()).hexdigest()


def _start(command: list[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _line(runner: subprocess.Popen[str]) -> str:
    line = _stream(runner.stdout).readline()
    if not line:
        raise SystemExit("A contestant ended before its time; nothing was measured.")
    return line.strip()


def _stream(pipe: IO[str] | None) -> IO[str]:
    if pipe is None:
        raise RuntimeError("the contestant has no pipe")
    return pipe


if __name__ == "__main__":
    match sys.argv[1:]:
        case []:
            sys.exit(main())
        case ["law"]:
            law()
        case ["store"]:
            store()
        case [name]:
            contest(name)
