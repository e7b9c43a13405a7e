"""Aged debt over 200,000 open invoices, and over a tenth of them.

`python -m benchmarks.ageing` from the root of the repository. Goals: at most 1 s, and 10 times the
debts at most 11 times the time. Each ledger lies in an encrypted store on the disk, every invoice
with a document of its own and all of them open, a third part paid; what is timed is what the report
does: fold what stands on each invoice by its due day, sort it into ages, and hold it against the
control account, folded apart. Each ledger is a process of its own and timed in its own processor
time; rounds alternate, the best of each counts; the sums are compared with what was put in before
any timing.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from app.core.money import Money
from app.core.trust import Mode, Trust
from app.machine import FixedClock
from app.opening import create_desk
from app.services.desk import Desk
from app.services.ledger_figures import aged
from app.store.crypto import Cost
from benchmarks.runners import answer, ask, start

SIZES = (20_000, 200_000)
ROUNDS = 7
GOAL_SECONDS, GOAL_RATIO = 1.0, 11.0
AT = "2026-03-09T09:00:00Z"
TODAY = date(2026, 3, 9)
SPREAD = 2_500  # days over which the invoices fell due
BODY = json.dumps({"lines": ["Hospital treatment" * 4] * 20})  # as large as a snapshot is
_INVOICE = """
    INSERT INTO invoices (doc_no, doc_type, registration_id, customer_ref, body, total_pence,
        issued_on, due_on, issued_by)
    VALUES (?, 'INV', 'r', ?, ?, ?, ?, ?, 'u')"""
_ENTRY = """
    INSERT INTO entries (on_date, doc_no, source_no, account, debit_pence, credit_pence, made_at,
        recognised_on)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""


def main() -> None:
    """Fill, compare, race, report one JSON line."""
    with tempfile.TemporaryDirectory() as scratch:
        workers = {size: _start(size, Path(scratch) / str(size)) for size in SIZES}
        for size, worker in workers.items():
            found, expected = answer(worker).split()
            if found != expected:
                raise SystemExit(f"{size} invoices aged to {found}, not {expected}.")
        best = dict.fromkeys(SIZES, float("inf"))
        for _ in range(ROUNDS):
            for size, worker in workers.items():
                best[size] = min(best[size], _round(worker))
        for worker in workers.values():
            worker.communicate("stop\n")
    small, large = (best[size] for size in SIZES)
    print(
        f"{SIZES[0]:,}: {small * 1e3:.0f} ms; {SIZES[1]:,}: {large * 1e3:.0f} ms", file=sys.stderr
    )
    print(
        json.dumps(
            {
                "benchmark": "ageing",
                "unit": f"aged debt over {SIZES[1]} open invoices",
                "seconds": {str(size): round(value, 4) for size, value in best.items()},
                "ratio": round(large / small, 2),
                "goal_seconds": GOAL_SECONDS,
                "goal_ratio": GOAL_RATIO,
                "met": large <= GOAL_SECONDS and large / small <= GOAL_RATIO,
            }
        )
    )


def work(size: int, place: Path) -> None:
    """One ledger: say its sum and what it should be, then time a round at each line read."""
    desk = _desk(place)
    owed = _fill(desk, size)
    print(aged(desk, TODAY).owed.pence, owed.pence, flush=True)
    for line in sys.stdin:
        if line.strip() == "stop":
            break
        begun = time.process_time()
        aged(desk, TODAY)
        print(time.process_time() - begun, flush=True)
    desk.db.close()


def _desk(place: Path) -> Desk:
    return create_desk(
        place,
        mode=Mode.TEST,
        trust=Trust(name="Benchmark", provider_code="R1H", reference_code="R1H"),
        device="D01",
        place="bench",
        clock=FixedClock(datetime(2026, 3, 9, 9, tzinfo=UTC)),
        password_cost=Cost(iterations=1, memory_kib=64),
    )


def _fill(desk: Desk, size: int) -> Money:
    """Invoices and entries as posting leaves them; what is owed on them in all."""
    desk.db.tools.conn.execute("PRAGMA foreign_keys = OFF")  # no patients are needed to be aged
    with desk.db.atomic():
        desk.db.execute_many(_INVOICE, [*_invoices(size)])
        desk.db.execute_many(_ENTRY, [*_entries(size)])
    desk.db.checkpoint()
    charged = sum(10_000 + number for number in range(size))
    return Money(charged - 5_000 * len(range(0, size, 3)))


def _invoices(size: int) -> Iterator[tuple[Any, ...]]:
    for number in range(size):
        day = _day(number, size)
        yield _no(number), f"P{number // 2:09}", BODY, 10_000 + number, day, day


def _entries(size: int) -> Iterator[tuple[Any, ...]]:
    for number in range(size):
        day, doc_no, pence = _day(number, size), _no(number), 10_000 + number
        yield day, doc_no, doc_no, "receivables", pence, 0, AT, None
        yield day, doc_no, doc_no, "income", 0, pence, AT, day
        if number % 3 == 0:
            receipt = f"R1HR{number:06}"
            yield day, doc_no, receipt, "cash", 5_000, 0, AT, None
            yield day, doc_no, receipt, "receivables", 0, 5_000, AT, None


def _no(number: int) -> str:
    return f"R1H26OV{number:06}"


def _day(number: int, size: int) -> str:
    return (TODAY - timedelta(days=SPREAD - number * SPREAD // size)).isoformat()


def _start(size: int, place: Path) -> subprocess.Popen[str]:
    return start(sys.executable, "-m", "benchmarks.ageing", str(size), str(place))


def _round(worker: subprocess.Popen[str]) -> float:
    ask(worker)
    return float(answer(worker))


if __name__ == "__main__":
    if len(sys.argv) == 3:
        work(int(sys.argv[1]), Path(sys.argv[2]))
    else:
        main()
