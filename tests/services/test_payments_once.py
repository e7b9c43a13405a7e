"""No payment is lost or doubled: overlapping files in any order, and a kill half-way."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.money import ZERO, Money
from app.machine import FixedClock
from app.opening import open_desk
from app.services import payments_waiting, remitting
from app.services.desk import Desk
from app.services.posting import standing
from tests.desks import MORNING, make_desk
from tests.services.conftest import opened_copy
from tests.services.statements import Line, bank_csv, camt053, opened, reference_of
from tests.services.work import invoiced, later, seated

DAYS = [date(2026, 3, 10) + timedelta(days=more) for more in range(4)]
MANY = 80
ROOT = Path(__file__).parents[2]
FORMATS = ("csv", "camt", "camt numbered")


class Undo(Exception):
    """Takes back what a try has written."""


@pytest.fixture(scope="module")
def billed(tmp_path_factory: pytest.TempPathFactory, made_once: Path) -> Iterator[tuple[Desk, str]]:
    """A desk with one invoice some days ago, and its number; finance sits at it."""
    desk = opened_copy(made_once, tmp_path_factory.mktemp("billed") / "desk")
    _, issued = invoiced(desk)
    later(desk, 10 * 24 * 60)
    with seated(desk, "finance"):
        yield desk, issued.doc_no
    desk.db.close()


def written(numbered: Sequence[tuple[int, Line]], kind: str) -> bytes:
    lines = [line for _, line in numbered]
    if kind == "csv":
        return bank_csv(lines)
    return camt053(lines, numbers=[f"B{no}" for no, _ in numbered] if "numbered" in kind else ())


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_h10_overlapping_files_in_any_order_bring_each_payment_once(
    billed: tuple[Desk, str], data: st.DataObject
) -> None:
    desk, doc_no = billed
    words = st.sampled_from([f"Mrs A {reference_of(doc_no)}", "Somebody", "Rent"])
    sums = st.sampled_from([Money(100), Money(250), Money(-100)])
    payments = data.draw(st.lists(st.tuples(st.sampled_from(DAYS), words, sums), max_size=6))
    spans = st.tuples(st.integers(0, 3), st.integers(0, 3), st.sampled_from(FORMATS), st.randoms())
    with suppress(Undo), desk.db.atomic():
        covered: set[date] = set()
        for first, last, kind, chance in data.draw(st.lists(spans, min_size=1, max_size=5)):
            days = set(DAYS[first : last + 1])
            inside = [(no, one) for no, one in enumerate(payments) if one[0] in days]
            chance.shuffle(inside)
            if inside:
                remitting.take_in(desk, opened(desk, written(inside, kind)))
                covered |= days
        kept = Counter(
            (date.fromisoformat(day), said, Money(pence))
            for day, said, pence in desk.db.each(
                "SELECT on_date, said, amount_pence FROM payment_lines"
            )
        )
        assert kept == Counter(one for one in payments if one[0] in covered)
        by_state = payments_waiting.sums(desk)
        matched = by_state.get("matched", (0, ZERO))[1]
        assert standing(desk, doc_no).received == matched
        assert Money.total(money for _, money in by_state.values()) == Money.total(
            amount for day, _, amount in payments if day in covered
        )
        raise Undo


@pytest.mark.slow
def test_h10_killed_half_way_and_taken_in_again_every_payment_counts_once(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    _, issued = invoiced(desk)
    line = (desk.today, reference_of(issued.doc_no), Money(100))
    desk.db.close()
    (tmp_path / "statement.csv").write_bytes(bank_csv([line] * MANY))
    chance = Random(7)
    for _ in range(4):
        with subprocess.Popen(
            [sys.executable, "-m", "tests.services.importing_child", str(tmp_path)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        ) as child:
            assert child.stdout is not None
            for _ in range(chance.randint(2, 12)):
                child.stdout.readline()
            child.kill()
        assert child.returncode == -signal.SIGKILL
    desk = open_desk(tmp_path / "desk", clock=FixedClock(MORNING))
    with seated(desk, "finance"):
        before = payments_waiting.sums(desk)["matched"][0]
        assert 0 < before < MANY
        remitting.take_in(desk, opened(desk, (tmp_path / "statement.csv").read_bytes()))
        assert payments_waiting.sums(desk) == {"matched": (MANY, Money(100 * MANY))}
    assert standing(desk, issued.doc_no).received == Money(100 * MANY)
    given = desk.db.scalar("SELECT count(*) FROM receipts")
    assert given == desk.db.scalar("SELECT count(*) FROM outbox WHERE kind = 'RCP'") == MANY
    desk.db.close()
