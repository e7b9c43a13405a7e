"""A desk whose process dies while it bills: all that was given out is booked, nothing twice."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from app.billing.ledger import Account
from app.core.money import ZERO, Money
from app.machine import FixedClock
from app.opening import open_desk
from app.store import audit, entries, invoices, outbox, receipts
from tests.desks import MORNING, make_desk
from tests.services.work import chargeable, decide, estimate

ROOT = Path(__file__).parents[2]


def look_over(folder: Path, given_out: set[str]) -> None:
    """What lies on the disk after a kill, held against what was said before it."""
    desk = open_desk(folder / "desk", clock=FixedClock(MORNING))
    try:
        assert desk.db.check_integrity() == ()
        assert audit.verify(desk.db).sound
        kept = invoices.newest(desk.db, limit=10_000)
        paid = [one for row in kept for one in receipts.of(desk.db, row.doc_no)]
        numbers = [row.doc_no for row in kept] + [one.receipt_no for one in paid]
        assert len(numbers) == len(set(numbers))
        assert given_out <= set(numbers)
        for start in ("R1H25OV0", "R1H25OV9", "R1HR"):  # inside a block there is no gap
            serials = sorted(int(one[-5:]) for one in numbers if one.startswith(start))
            first = 0 if start == "R1H25OV9" else 1
            assert serials == list(range(first, first + len(serials)))
        charged = Money.total(row.total for row in kept)
        received = Money.total(one.amount for one in paid)
        stands = entries.balances(desk.db)
        assert Money.total(stands.values()) == ZERO
        assert stands.get(Account.RECEIVABLES.value, ZERO) == charged - received
        rows = outbox.waiting(desk.db)
        lines = (row.record["gross_amount"] for row in rows if row.kind == "INV")
        assert Money.total(Money.parse(str(line)) for line in lines) == charged
        assert sum(row.kind == "RCP" for row in rows) == len(paid)
    finally:
        desk.db.close()


@pytest.mark.slow
def test_h10_a_desk_killed_while_billing_books_what_it_gave_out_and_nothing_twice(
    tmp_path: Path,
) -> None:
    desk = make_desk(tmp_path)
    cases = [chargeable(desk, family_name=name) for name in ("Okafor", "Mensah")]
    for case in cases:
        decide(desk, case)
        estimate(desk, case)
    desk.db.close()
    (tmp_path / "cases.json").write_text(json.dumps(cases))
    chance, given_out = Random(4), set[str]()
    for _ in range(8):
        with subprocess.Popen(
            [sys.executable, "-m", "tests.services.billing_child", str(tmp_path)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        ) as child:
            assert child.stdout is not None
            for _ in range(chance.randint(1, 6)):
                said = child.stdout.readline().strip()
                given_out |= {said} - {"open"}
            try:
                child.wait(chance.uniform(0, 0.2))
            except subprocess.TimeoutExpired:
                child.kill()
            given_out |= set(child.stdout.read().split()) - {"open"}
        assert child.returncode == -signal.SIGKILL
        look_over(tmp_path, given_out)
    assert len(given_out) > 10
