"""What to ask next: on the 25-rule table against zen-engine, and on the real law.

`python -m benchmarks.asking` from the root of the repository. Each contestant runs in a process of
its own; all must name the same rule for every case of the table before any is timed; rounds
alternate and the best of each counts. zen-engine holds the table through a static loader and has
no notion of a next question: after an answer it is evaluated again, which is what it is compared
with. The questions until certain are counted on the first 400 cases; the order of asking was found
by exchanging places on the other 600. On the real law the interviews of tests/residency are walked
and every call is timed, the best of its repetitions counting.

Goals: with the explanation at least 8 times zen-engine, the next question at least 20 times, at
most 9.4 questions and never more than the shortest proof + 3; on the real law the 99th percentile
at most 200 µs.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import IO

from app.residency.asking import Interview, Next, next_question
from app.residency.conditions import NO_DAY, All
from app.residency.first_hit import FirstHit, Row
from benchmarks.eligibility import FILE, Table, load_table
from benchmarks.peers import environment
from tests.residency.given import TODAY
from tests.residency.interviews import BOOKED, LAW, by_chance, walk

ROUNDS, PASSES, COUNTED = 25, 5, 400
WALKS, REPETITIONS = 150, 12
EXPLAINED, NEXT, QUESTIONS, BEYOND_PROOF, REAL_LAW = 8.0, 20.0, 9.4, 3, 200.0
ORDER = (
    "service", "status", "card", "need_arose_here", "surcharge_paid", "past_residence_years",
    "nationality", "urgency", "detained", "crown_servant", "age", "lawful", "war_pension",
    "intends_to_stay", "in_care", "settled", "trafficked", "months_in_uk", "family_of_exempt",
    "surcharge_exempt",
)  # fmt: skip
Values = Sequence[int]


def by_rule(table: Table) -> FirstHit[str]:
    """The table with the rule's name as outcome."""
    return FirstHit([(when or All(()), rule) for when, rule in table.rules], ORDER)


def by_outcome(table: Table) -> FirstHit[int]:
    """The table with the outcome, which several rules share."""
    outcomes = [int(rule["outcome"]) for rule in json.loads(FILE.read_text("utf-8"))["rules"]]
    rows = [(when or All(()), one) for (when, _), one in zip(table.rules, outcomes, strict=True)]
    return FirstHit(rows, ORDER)


def in_order(table: Table) -> list[Values]:
    """The cases, their answers in the order of asking."""
    places = [list(table.fields).index(name) for name in ORDER]
    return [[case[place] for place in places] for case in table.cases]


def contest(name: str) -> None:
    """In a contestant's process: the rules that hit, then seconds for each line read."""
    table = load_table()
    cases, rows = in_order(table), by_rule(table)
    print(json.dumps([rows.find(case).outcome for case in cases]), flush=True)
    run = {"bare": _bare, "explained": _explained, "next": _next}[name](table, cases)
    for _ in sys.stdin:
        begun = time.process_time()
        units = sum(run() for _ in range(PASSES))
        print((time.process_time() - begun) / units, flush=True)


def _bare(table: Table, cases: list[Values]) -> Callable[[], int]:
    find = by_rule(table).find

    def run() -> int:
        for case in cases:
            find(case)
        return len(cases)

    return run


def _explained(table: Table, cases: list[Values]) -> Callable[[], int]:
    rows = by_rule(table)
    find, because = rows.find, rows.because

    def run() -> int:
        for case in cases:
            because(find(case), case)
        return len(cases)

    return run


def _next(table: Table, cases: list[Values]) -> Callable[[], int]:
    start = by_outcome(table).start

    def run() -> int:
        answered = 0
        for case in cases:
            node = start
            while (place := node.place) >= 0:
                node = node[case[place]]
                answered += 1
        return answered

    return run


def questions() -> tuple[float, int]:
    """The mean number of questions until certain, and the most beyond the shortest proof."""
    table = load_table()
    rows = by_outcome(table)
    counts, beyond = [], []
    for case in in_order(table)[:COUNTED]:
        node, count = rows.start, 0
        while (place := node.place) >= 0:
            node = node[case[place]]
            count += 1
        counts.append(count)
        beyond.append(count - shortest_proof(rows.rows, case))
    return sum(counts) / len(counts), max(beyond)


def shortest_proof(rows: Sequence[Row[int]], case: Values) -> int:
    """The fewest answers that show the outcome: a row whole, the others before it denied."""
    said = dict(zip(ORDER, case, strict=True))
    true = [all(atom.holds(said[atom.fact], NO_DAY) for atom in row.when) for row in rows]
    outcome = rows[true.index(True)].outcome
    fewest = len(ORDER)
    for place, row in enumerate(rows):
        if true[place] and row.outcome == outcome:
            denials = [
                {atom.fact for atom in one.when if not atom.holds(said[atom.fact], NO_DAY)}
                for one in rows[:place]
                if one.outcome != outcome
            ]
            if all(denials):
                fewest = min(fewest, _cover(denials, {atom.fact for atom in row.when}, fewest))
    return fewest


def _cover(denials: list[set[str]], told: set[str], bound: int) -> int:
    """The size of the smallest set of answers, `told` among them, that meets every denial."""
    left = [denial for denial in denials if not denial & told]
    if not left or len(told) >= bound:
        return min(len(told), bound)
    for fact in sorted(sorted(left, key=len)[0]):
        bound = min(bound, _cover(left, told | {fact}, bound))
    return bound


def real_law() -> dict[str, float]:
    """Microseconds of `next_question` on the real law: the median and the 99th percentile, and
    the latter when the questions left are worked out too."""
    asked = []
    for seed in range(WALKS):
        walked = walk(by_chance(Random(seed)))
        names = walked.asked
        for count in range(len(names) + 1):
            answers = {name: walked.answers[name] for name in names[:count]}
            asked.append(Interview(answers=answers, facts=BOOKED))
    alone, bounded = _timed(asked, lambda _: None), _timed(asked, lambda found: found.left)
    return {
        "median": alone[len(alone) // 2],
        "p99": alone[int(len(alone) * 0.99)],
        "p99_with_questions_left": bounded[int(len(bounded) * 0.99)],
    }


def _timed(asked: Sequence[Interview], then: Callable[[Next], object]) -> list[float]:
    """The best time of each call in microseconds, in rising order."""
    best = [float("inf")] * len(asked)
    for _ in range(REPETITIONS):
        for place, interview in enumerate(asked):
            begun = time.perf_counter()
            then(next_question(interview, LAW, TODAY))
            best[place] = min(best[place], time.perf_counter() - begun)
    return sorted(round(seconds * 1e6, 1) for seconds in best)


def main() -> int:
    """Compare, race, report one JSON line; 1 when a goal is missed."""
    contestants = ("bare", "explained", "next")
    commands = {name: [sys.executable, "-m", "benchmarks.asking", name] for name in contestants}
    peer = environment("zen", "zen-engine==2.1.3")
    if peer is not None:
        commands["zen"] = [str(peer), str(Path(__file__).with_name("zen_peer.py"))]
    runners = {name: _start(command) for name, command in commands.items()}
    for runner in runners.values():
        if json.loads(_line(runner)) != load_table().expected:
            raise SystemExit("The contestants disagree, so their times say nothing.")
    best = dict.fromkeys(runners, float("inf"))
    for _ in range(ROUNDS):
        for name, runner in runners.items():
            _stream(runner.stdin).write("\n")
            _stream(runner.stdin).flush()
            best[name] = min(best[name], float(_line(runner)))
    for runner in runners.values():
        runner.terminate()
        runner.wait()
    mean, beyond = questions()
    law = real_law()
    times = {name: round(best["zen"] / best[name], 1) for name in contestants if "zen" in best}
    report = {
        "benchmark": "asking",
        "microseconds": {name: round(seconds * 1e6, 2) for name, seconds in best.items()},
        "times_zen_engine": times,
        "questions": {"mean": round(mean, 2), "most_beyond_proof": beyond},
        "real_law_microseconds": law,
        "goals": {"explained": EXPLAINED, "next": NEXT, "questions": QUESTIONS, "p99": REAL_LAW},
    }
    print(json.dumps(report))
    met = mean <= QUESTIONS and beyond <= BEYOND_PROOF and law["p99"] <= REAL_LAW
    if times:
        met = met and times["explained"] >= EXPLAINED and times["next"] >= NEXT
    return 0 if met else 1


def _start(command: list[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _line(runner: subprocess.Popen[str]) -> str:
    return _stream(runner.stdout).readline()


def _stream(pipe: IO[str] | None) -> IO[str]:
    if pipe is None:
        raise RuntimeError("the contestant has no pipe")
    return pipe


if __name__ == "__main__":
    if len(sys.argv) > 1:
        contest(sys.argv[1])
    else:
        sys.exit(main())
